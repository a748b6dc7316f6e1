package coffeebreak.bot.organizing;

import coffeebreak.bot.answers.Nearness;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Form;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.notices.Timekeeper;
import coffeebreak.bot.organizing.OpenQuestion.Asked;
import coffeebreak.bot.organizing.OpenQuestion.Given;
import coffeebreak.bot.programme.LiveProgramme;
import coffeebreak.bot.programme.Saying;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Questions the bot could not answer and people passed on to the organizers: asked alike they are one. One answer
/// goes to everybody who asked, each once, and whoever asks it next is answered with it. Organizers read the words, and
/// who asked only where the person wants it.
public final class QuestionDesk implements Desk, Timekeeper.Duty {

    private static final String FORM = ChatIntent.OrganizerForm.PREFIX + "answer-";
    private static final String WORDS = "words";
    private static final int LONGEST_QUESTION = 300;
    private static final int LONGEST_ANSWER = 1000;
    private static final int MOST_OPEN = 5;
    private static final int MOST_IN_VAIN = 5;
    private static final int SHOWN = 8;
    private static final int TRIES = 20;
    /// How near in meaning two questions are that are taken for one.
    private static final double SAME = 0.8;

    private static final Pattern ANSWER = Pattern.compile("(?is)answer #?(?<number>\\d{1,6}) (?<words>.+)");
    private static final Pattern DROP = Pattern.compile("(?i)drop #?(?<number>\\d{1,6})");

    private final OpenQuestions questions;
    private final LiveProgramme programme;
    private final Nearness nearness;
    private final Function<Person, Optional<String>> names;
    private final Outbox outbox;
    private final NoticeIds ids;
    private final InstantSource clock;

    /// @param names how people are called
    public QuestionDesk(
            OpenQuestions questions,
            LiveProgramme programme,
            Nearness nearness,
            Function<Person, Optional<String>> names,
            Outbox outbox,
            NoticeIds ids,
            InstantSource clock) {
        this.questions = questions;
        this.programme = programme;
        this.nearness = nearness;
        this.names = names;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /// How answering is refused.
    public enum Refused implements Refusal {
        NOT_UNDERSTOOD(
                "I don't understand \"%s\". Say for example \"/coffee-admin questions answer 3 The bus leaves from "
                        + "the main gate\", or \"/coffee-admin questions drop 3\"."),
        NO_SUCH_QUESTION("There is no question %s. \"/coffee-admin questions\" shows what there is."),
        NO_WORDS("An answer needs words. Nobody was told anything."),
        TOO_LONG("An answer takes " + LONGEST_ANSWER + " characters at most; this one has %s. Say it shorter.");

        private final String template;

        Refused(String template) {
            this.template = template;
        }

        @Override
        public String template() {
            return template;
        }
    }

    /// The questions that wait for an answer, as one thing that waits for an organizer; empty when there are none.
    public static List<Need> waiting(OpenQuestions questions) {
        var open = questions.all().stream().filter(OpenQuestion::isOpen).count();
        return open == 0
                ? List.of()
                : List.of(new Need(
                        open == 1 ? "1 question waits for your answer." : open + " questions wait for your answer.",
                        Button.of("Read them", new ChatIntent.OrganizerCommand("questions", ""))));
    }

    // What participants do.

    /// Keeps a question that was asked in vain, so that its person may pass it on.
    ///
    /// @return an id for the button that does so
    public String keep(Person who, String question) {
        var words = cut(question.strip(), LONGEST_QUESTION);
        var id = ids.of("asked-in-vain", who.id(), words).substring(0, 10);
        var kept = new LinkedHashMap<>(questions.askedInVain(who));
        kept.remove(id);
        kept.put(id, words);
        while (kept.size() > MOST_IN_VAIN) {
            kept.remove(kept.keySet().iterator().next());
        }
        questions.keepAskedInVain(who, kept);
        return id;
    }

    /// Passes on what somebody asked in vain.
    ///
    /// @param named whether organizers may see who it was
    public Reply pass(Person who, String id, boolean named) {
        var words = questions.askedInVain(who).get(id);
        if (words == null) {
            return Reply.say("I don't have that question any more. Please ask it again, then press the button.");
        }
        var asked = new Asked(who, words, clock.instant(), named);
        for (var tries = 0; tries < TRIES; tries++) {
            var all = questions.all();
            if (all.stream()
                            .filter(each -> each.isOpen() && each.isAskedBy(who))
                            .count()
                    >= MOST_OPEN) {
                return Reply.say(
                        "The organizers have " + MOST_OPEN + " questions of yours to answer already. When they have "
                                + "answered one, you can ask the next.");
            }
            var same = alike(words, all);
            if (same.filter(each -> each.isAskedBy(who)).isPresent()) {
                return new Reply.Replace(passed(words, "You have asked the organizers that already."));
            }
            var next = same.map(each -> each.with(asked))
                    .orElseGet(() -> OpenQuestion.first(
                            all.stream().mapToInt(OpenQuestion::number).max().orElse(0) + 1, asked));
            if (questions.replace(next)) {
                return new Reply.Replace(passed(
                        words,
                        named
                                ? "I have asked the organizers, with your name."
                                : "I have asked the organizers. They read your words, not who you are."));
            }
        }
        throw new IllegalStateException("questions changed " + TRIES + " times while one was passed on");
    }

    private static Message passed(String words, String told) {
        return Message.saying(told)
                .paragraph(Text.of("").italic(words))
                .paragraph(told)
                .small("When they answer, I write to you.")
                .build();
    }

    private Optional<OpenQuestion> alike(String words, List<OpenQuestion> all) {
        var open = all.stream().filter(OpenQuestion::isOpen).toList();
        for (var question : open) {
            if (question.asked().stream().anyMatch(each -> plain(each.words()).equals(plain(words)))) {
                return Optional.of(question);
            }
        }
        OpenQuestion best = null;
        var most = SAME;
        for (var question : open) {
            var near = nearness.to(
                    words, question.asked().stream().map(Asked::words).toList());
            var nearest = near.stream().mapToDouble(Double::doubleValue).max().orElse(0);
            if (nearest >= most) {
                most = nearest;
                best = question;
            }
        }
        return Optional.ofNullable(best);
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /// Leaves nothing of what somebody asked, neither open nor among what is answered.
    public void forget(Person who) {
        questions.keepAskedInVain(who, Map.of());
        for (var question : questions.all()) {
            if (question.isAskedBy(who)) {
                change(question.number(), each -> each.isAskedBy(who) ? each.without(who) : null)
                        .filter(each -> each.given() != null)
                        .ifPresent(this::remember);
            }
        }
    }

    /// What somebody asked, in their own words.
    public List<String> askedBy(Person who) {
        var words = new ArrayList<>(questions.askedInVain(who).values());
        questions.all().stream()
                .flatMap(each -> each.asked().stream())
                .filter(each -> each.who().equals(who))
                .forEach(each -> words.add(each.words()));
        return words.stream().distinct().toList();
    }

    // What organizers do.

    @Override
    public List<Command> commands() {
        return List.of(Command.of(
                        "questions",
                        "shows what people passed on to you; one answer goes to all who asked, and to whoever asks next",
                        this::typed)
                .with(
                        "[answer NUMBER TEXT | drop NUMBER]",
                        "questions",
                        "questions answer 3 The bus leaves from the main gate",
                        "questions drop 3")
                .refusing(Refused.values())
                .unquoted());
    }

    @Override
    public Optional<Act> pressed(Person who, ChatIntent.OfOrganizer intent) {
        if (intent instanceof ChatIntent.OrganizerForm(var form, var answers) && form.matches(FORM + "\\d{1,6}")) {
            var number = Integer.parseInt(form.substring(FORM.length()));
            var words = String.join(" ", answers.getOrDefault(WORDS, List.of()));
            return Optional.of(new Act("answer question " + number, () -> answer(who, number, words.strip())));
        }
        return intent instanceof ChatIntent.AnswerQuestion(var number)
                ? Optional.of(new Act("answer question " + number, () -> ask(number)))
                : Optional.empty();
    }

    private Done typed(Person who, String words) {
        if (words.isEmpty()) {
            return new Done(Reply.say(list()), "shown");
        }
        var answered = ANSWER.matcher(words);
        if (answered.matches()) {
            return answer(
                    who,
                    Integer.parseInt(answered.group("number")),
                    answered.group("words").strip());
        }
        var dropped = DROP.matcher(words);
        return dropped.matches()
                ? drop(Integer.parseInt(dropped.group("number")))
                : Done.refused(Refused.NOT_UNDERSTOOD, words);
    }

    private Message list() {
        var open = questions.all().stream()
                .filter(each -> each.isOpen() && !each.asked().isEmpty())
                .sorted(Comparator.comparingInt(
                                (OpenQuestion each) -> each.asked().size())
                        .reversed())
                .toList();
        if (open.isEmpty()) {
            return Message.of("Nobody waits for an answer of yours.");
        }
        var message = Message.saying(
                        open.size() == 1 ? "1 question waits for you." : open.size() + " questions wait for you.")
                .heading("Questions to you");
        for (var question : open.stream().limit(SHOWN).toList()) {
            message.points(List.of(line(question)))
                    .actions(
                            Button.of("Answer " + question.number(), new ChatIntent.AnswerQuestion(question.number())),
                            Button.of(
                                    "Drop " + question.number(),
                                    new ChatIntent.OrganizerCommand("questions", "drop " + question.number())));
        }
        if (open.size() > SHOWN) {
            message.small("and " + (open.size() - SHOWN) + " more");
        }
        return message.build();
    }

    private Text line(OpenQuestion question) {
        var asked = question.asked();
        var wordings =
                asked.stream().map(each -> plain(each.words())).distinct().count();
        var named = asked.stream()
                .filter(Asked::named)
                .flatMap(each -> names.apply(each.who()).stream())
                .toList();
        return Text.of("")
                .bold(question.number() + ". ")
                .plain(asked.getFirst().words() + " (")
                .plain(asked.size() == 1 ? "asked once" : "asked by " + asked.size() + " people")
                .plain(wordings > 1 ? ", in " + wordings + " wordings" : "")
                .plain(named.isEmpty() ? "" : ", among them " + Text.enumerated(named))
                .plain(", at " + programme.get().timeAtVenue(asked.getLast().at()) + ")");
    }

    private Optional<OpenQuestion> find(int number) {
        return questions.all().stream().filter(each -> each.number() == number).findFirst();
    }

    private Done ask(int number) {
        var question = find(number);
        return question.isEmpty() || question.get().asked().isEmpty()
                ? Done.refused(Refused.NO_SUCH_QUESTION, number)
                : new Done(new Reply.Show(form(question.get())), "shown");
    }

    private static Form form(OpenQuestion question) {
        var given = question.given();
        return new Form(
                FORM + question.number(),
                "Answer",
                "Send",
                Text.of("")
                        .italic(question.asked().getFirst().words())
                        .plain(" Your answer goes to everybody who asked, with your name, and to whoever asks next."),
                List.of(new Form.Field.Words(
                        WORDS, "Your answer", "", given == null ? "" : given.words(), LONGEST_ANSWER, true, true)));
    }

    private Done answer(Person who, int number, String words) {
        if (words.isEmpty()) {
            return Done.refused(Refused.NO_WORDS);
        }
        if (words.length() > LONGEST_ANSWER) {
            return Done.refused(Refused.TOO_LONG, words.length());
        }
        var name = names.apply(who).orElse("The organizers");
        var answered = change(
                number,
                question -> question.asked().isEmpty()
                        ? null
                        : question.answered(new Given(words, who, name, clock.instant())));
        if (answered.isEmpty()) {
            return Done.refused(Refused.NO_SUCH_QUESTION, number);
        }
        look();
        var people = answered.get().asked().size();
        var heading = "Answered: " + (people == 1 ? "1 person is" : people + " people are") + " told";
        return new Done(
                Reply.say(Message.saying(heading + ".")
                        .heading(heading)
                        .paragraph(Text.of("")
                                .italic(answered.get().asked().getFirst().words()))
                        .paragraph(name + ": " + words)
                        .small("Whoever asks it from now on is answered so.")
                        .actions(Button.of("Change the answer", new ChatIntent.AnswerQuestion(number)))
                        .build()),
                "answered question " + number + " of " + people);
    }

    private Done drop(int number) {
        return change(number, question -> question.isOpen() ? question.withDropped() : null)
                .map(question -> new Done(
                        Reply.say("Question " + number + " is dropped. Who asked it is told nothing."),
                        "dropped question " + number))
                .orElseGet(() -> Done.refused(Refused.NO_SUCH_QUESTION, number));
    }

    /// @param change gives null where there is nothing to change
    private Optional<OpenQuestion> change(int number, Function<OpenQuestion, @Nullable OpenQuestion> change) {
        for (var tries = 0; tries < TRIES; tries++) {
            var before = find(number);
            if (before.isEmpty()) {
                return Optional.empty();
            }
            var next = change.apply(before.get());
            if (next == null) {
                return Optional.empty();
            }
            if (questions.replace(next)) {
                return Optional.of(next);
            }
        }
        throw new IllegalStateException("question " + number + " changed " + TRIES + " times while it was changed");
    }

    /// Tells what was answered and is not told yet: however often it is interrupted, everybody is told once.
    @Override
    public void look() {
        for (var question : questions.all()) {
            var given = question.given();
            if (given != null && !question.told()) {
                remember(question);
                outbox.plan(notices(question, given));
                questions.replace(question.withTold());
            }
        }
    }

    /// Whoever asks it next is answered with it.
    private void remember(OpenQuestion question) {
        var given = question.given();
        var key = "question " + question.number();
        var asked = question.asked().stream().map(Asked::words).distinct().toList();
        if (given == null || asked.isEmpty()) {
            if (programme.changes().saying(key).isPresent()) {
                programme.change(changes -> changes.withoutSaying(key));
            }
            return;
        }
        programme.change(
                changes -> changes.with(new Saying(key, given.words(), asked, null, given.at(), given.name())));
    }

    private List<Notice> notices(OpenQuestion question, Given given) {
        return question.asked().stream()
                .map(asked -> new Notice(
                        ids.of(
                                "answer",
                                Integer.toString(question.number()),
                                given.at().toString(),
                                asked.who().id()),
                        asked.who(),
                        new Notice.Content.Post(Message.saying("The organizers answered: " + given.words())
                                .heading("The organizers answered")
                                .paragraph(Text.of("You asked: ").italic(asked.words()))
                                .paragraph(given.name() + ", " + programme.get().timeAtVenue(given.at()) + ": "
                                        + given.words())
                                .build()),
                        clock.instant(),
                        Notice.Urgency.ORDINARY,
                        null))
                .toList();
    }

    private static String cut(String words, int length) {
        return words.length() <= length ? words : words.substring(0, length - 1) + "…";
    }
}
