package coffeebreak.bot.frontdesk;

import coffeebreak.bot.answers.Answer;
import coffeebreak.bot.answers.Answers;
import coffeebreak.bot.answers.Asker;
import coffeebreak.bot.answers.Conversation;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.organizing.QuestionDesk;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.Directory;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Questions about the day, each in the conversation it belongs to: what was asked last is remembered per person and
/// thread, so that "how long is it?" has a meaning. Needs no store.
public final class Questions {

    private static final int REMEMBERED = 5_000;

    private final Logger log = System.getLogger(Questions.class.getName());
    private final Answers answers;
    private final Directory directory;
    private final Supplier<Optional<String>> asOf;
    private final QuestionDesk organizers;
    private final Consumer<Answer.Outcome> counted;
    private final Map<Talk, Conversation> talks = new LinkedHashMap<>();

    /// @param asOf       how the day differs from its plan, in a sentence; empty while it does not
    /// @param organizers take what cannot be answered
    /// @param counted    told what came of each question that was one
    public Questions(
            Answers answers,
            Directory directory,
            Supplier<Optional<String>> asOf,
            QuestionDesk organizers,
            Consumer<Answer.Outcome> counted) {
        this.answers = answers;
        this.directory = directory;
        this.asOf = asOf;
        this.organizers = organizers;
        this.counted = counted;
    }

    Reply answer(Arrival arrival, String question) {
        var answer = ask(arrival, question);
        counted.accept(answer.outcome());
        return Reply.say(
                answer.outcome() == Answer.Outcome.UNKNOWN ? unknown(arrival, question, answer) : worded(answer));
    }

    /// What is not known organizers can be asked, from the direct conversation; without the store there is no button.
    private Message unknown(Arrival arrival, String question, Answer answer) {
        var message = Message.saying(answer.text()).paragraph(answer.text());
        if (arrival.place().kind() == Place.Kind.DIRECT) {
            try {
                var id = organizers.keep(arrival.from(), question);
                message.actions(
                        Button.of("Ask the organizers", new ChatIntent.AskOrganizers(id, false)),
                        Button.of("Ask them with my name", new ChatIntent.AskOrganizers(id, true)));
            } catch (StoreUnavailable gone) {
                log.log(Level.WARNING, "a question cannot be passed on", gone);
            }
        }
        return message.small(answer.hint()).build();
    }

    Reply pass(Person who, String question, boolean named) {
        return organizers.pass(who, question, named);
    }

    /// What somebody asked and the organizers may know.
    List<String> passedBy(Person who) {
        return organizers.askedBy(who);
    }

    /// Empty unless the programme has the answer.
    Optional<Reply> answerIfKnown(Arrival arrival, String question) {
        var answer = ask(arrival, question);
        if (answer.outcome() != Answer.Outcome.ANSWERED) {
            return Optional.empty();
        }
        counted.accept(answer.outcome());
        return Optional.of(Reply.say(worded(answer)));
    }

    /// The parts of the programme that words mean in their conversation: "the panel", "it"; none where they mean
    /// none.
    List<Session> sessions(Arrival arrival, String words) {
        return answers.sessions(words, before(talk(arrival)));
    }

    private static Talk talk(Arrival arrival) {
        var thread = arrival.place().thread();
        return new Talk(arrival.from(), arrival.place().channel() + (thread == null ? "" : "/" + thread));
    }

    private Answer ask(Arrival arrival, String question) {
        var talk = talk(arrival);
        var known = directory.find(arrival.from());
        var asker = new Asker(
                known.map(Directory.Entry::zone).orElse(null),
                arrival.from(),
                known.map(Directory.Entry::name).orElse(null));
        var answer = answers.answer(question, asker, before(talk));
        remember(talk, answer.after());
        return answer;
    }

    private Message worded(Answer answer) {
        var message = Message.saying(answer.text()).paragraph(answer.text());
        return switch (answer.outcome()) {
            case ANSWERED, AMBIGUOUS -> {
                asOf.get().ifPresent(message::small);
                yield message.build();
            }
            case REFUSED -> message.build();
            case UNKNOWN -> message.small(answer.hint()).build();
            case SMALL_TALK ->
                message.actions(
                                Button.of("Find me a mentor", new ChatIntent.StartSignUp()),
                                Button.of("Ask about the day", new ChatIntent.InviteQuestion()))
                        .build();
        };
    }

    private Conversation before(Talk talk) {
        synchronized (talks) {
            return talks.getOrDefault(talk, Conversation.none());
        }
    }

    private void remember(Talk talk, Conversation after) {
        synchronized (talks) {
            talks.remove(talk);
            talks.put(talk, after);
            while (talks.size() > REMEMBERED) {
                talks.remove(talks.keySet().iterator().next());
            }
        }
    }

    void forgetAll() {
        synchronized (talks) {
            talks.clear();
        }
    }

    void forget(Person who) {
        organizers.forget(who);
        synchronized (talks) {
            talks.keySet().removeIf(talk -> talk.who().equals(who));
        }
    }

    private record Talk(Person who, String place) {}
}
