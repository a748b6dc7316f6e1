package coffeebreak.bot.rehearsal;

import coffeebreak.bot.programme.Kind.Nature;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.rehearsal.Act.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Plain questions about a programme, with answers that are worked out here, without the bot.
final class Quiz {

    private static final List<String> UNKNOWN = List.of("don't know", "not known", "do not know");
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

    private Quiz() {}

    /// Whether an answer says that the bot knows none.
    static boolean isUnknown(String answer) {
        return UNKNOWN.stream().anyMatch(answer::contains);
    }

    static List<Question> of(Programme programme) {
        var questions = new ArrayList<Question>();
        questions.add(new Question("what is the wifi password?", "", _ -> UNKNOWN));
        var breaks = programme.breaks();
        for (var index = 0; index < Math.min(breaks.size(), ORDINALS.size()); index++) {
            var id = breaks.get(index).id();
            var which = breaks.size() == 1 ? "" : ORDINALS.get(index) + " ";
            questions.add(new Question("when is the " + which + "coffee break?", id, start(id)));
            questions.add(new Question("What time does the " + which + "coffee break start?", id, start(id)));
        }
        for (var session : programme.sessions()) {
            if (isOnlyOneOfIts(session, programme)) {
                ask(session, programme, questions);
            }
        }
        return questions;
    }

    private static void ask(Session session, Programme programme, List<Question> questions) {
        var nature = session.kind().nature();
        var people = programme.peopleOf(session);
        if (nature == Nature.MEAL) {
            questions.add(new Question(
                    "when is " + session.kind().id().replace('_', ' ') + "?", session.id(), start(session.id())));
        } else if (nature == Nature.PANEL) {
            questions.add(new Question("when is the panel?", session.id(), start(session.id())));
            questions.add(new Question(
                    "who is on the panel?",
                    session.id(),
                    day -> day.session(session.id())
                            .map(each -> day.peopleOf(each).stream()
                                    .map(person -> person.name())
                                    .toList())
                            .orElse(List.of())));
        } else if (nature == Nature.TALK && people.size() == 1) {
            var name = people.getFirst().name();
            if (programme.sessionsOf(people.getFirst()).stream()
                            .filter(each -> each.kind().nature() == Nature.TALK)
                            .count()
                    == 1) {
                questions.add(new Question("When does " + name + " speak?", session.id(), start(session.id())));
            }
        }
    }

    private static boolean isOnlyOneOfIts(Session session, Programme programme) {
        return session.kind().nature() == Nature.TALK
                || programme.sessions().stream()
                                .filter(each ->
                                        each.kind().id().equals(session.kind().id()))
                                .count()
                        == 1;
    }

    private static Function<Programme, List<String>> start(String session) {
        return day -> day.session(session)
                .map(each -> {
                    var time = each.start().toString();
                    return time.startsWith("0") ? List.of(time, time.substring(1)) : List.of(time);
                })
                .orElse(List.of());
    }
}
