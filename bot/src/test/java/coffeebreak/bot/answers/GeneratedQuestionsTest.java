package coffeebreak.bot.answers;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every session and every speaker of three programmes, asked about by templates; the truth is worked out here from the
/// rows alone.
class GeneratedQuestionsTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
    private static final Pattern TIMES = Pattern.compile("(?<![\\d:])\\d{1,2}:\\d{2}");

    private static final Programme SCHOOL = YamlProgramme.parse("school.yaml", """
            name: Summer school on coral reefs
            short_name: ReefSchool
            kinds:
              - {id: lab, name: wet lab, nature: other, words: [lab]}
              - {id: dive, name: dive briefing, nature: talk}
            sessions:
              - {id: a, title: Welcome, kind: opening, start: "08:30", end: "09:00", people: [okoro]}
              - {id: b, title: Keynote 1, kind: keynote, start: "09:00", end: "10:15", people: [tanaka], room: Aula}
              - {id: c, title: Tea, kind: coffee_break, start: "10:15", end: "10:45"}
              - {id: d, title: Wet lab 1, kind: lab, start: "10:45", end: "12:00", people: [silva], room: Hall 2}
              - {id: e, title: Lunch, kind: lunch, start: "12:00", end: "13:00"}
              - {id: f, title: Dive briefing, kind: dive, start: "13:00", end: "13:20", people: [haugen]}
              - {id: g, title: Keynote 2, kind: keynote, start: "13:30", end: "14:45", people: [devries], room: Aula}
              - {id: h, title: Wet lab 2, kind: lab, start: "15:00", end: "17:30", people: [silva], room: Hall 2}
              - {id: i, title: Barbecue, kind: dinner, start: "19:00"}
            people:
              - {id: okoro, name: Adaeze Okoro, affiliations: [University of Lagos], roles: [organizer]}
              - {id: tanaka, name: Haruki Tanaka, affiliations: [Kyoto University], roles: [keynote_speaker]}
              - {id: silva, name: Beatriz Silva, affiliations: [USP], roles: [speaker]}
              - {id: haugen, name: Ingrid Haugen, affiliations: [NTNU], roles: [speaker]}
              - {id: devries, name: Pieter de Vries, affiliations: [TU Delft], roles: [keynote_speaker]}
            """);

    private static final Programme EVENING = YamlProgramme.parse("evening.yaml", """
            name: An evening of typography
            sessions:
              - {id: a, title: Registration, kind: registration, start: "17:30", end: "18:00"}
              - {id: b, title: Talk 1, kind: talk, start: "18:00", end: "18:40", people: [mbeki]}
              - {id: c, title: Talk 2, kind: talk, start: "18:40", end: "19:20", people: [lindqvist]}
              - {id: d, title: Reception, kind: reception, start: "19:20", end: "21:00"}
            people:
              - {id: mbeki, name: Thandi Mbeki, affiliations: [Wits], roles: [speaker]}
              - {id: lindqvist, name: Åsa Lindqvist, affiliations: [KTH], roles: [speaker]}
            """);

    @TestFactory
    Stream<DynamicTest> everySessionAndSpeakerOfEveryProgramme() {
        return Stream.of(YamlProgramme.builtIn(), SCHOOL, EVENING).flatMap(programme -> {
            var answers = new Answers(() -> programme, () -> Instant.EPOCH, Nearness.none());
            return questions(programme).stream().map(question -> test(programme, answers, question));
        });
    }

    /// @param times  the times the answer must name, exactly
    /// @param names  words the answer must contain
    private record Question(String words, Set<String> times, List<String> names) {}

    private static DynamicTest test(Programme programme, Answers answers, Question question) {
        return DynamicTest.dynamicTest(programme.shortName() + ": " + question.words(), () -> {
            var answer = answers.answer(question.words(), Asker.somewhere(), Conversation.none());

            assertThat(starts(answer.text())).as(answer.toString()).containsAll(question.times());
            question.names()
                    .forEach(
                            name -> assertThat(answer.text()).as(answer.query()).contains(name));
            assertThat(allTimes(programme)).containsAll(starts(answer.text()));
        });
    }

    private static Set<String> starts(String text) {
        var found = new TreeSet<String>();
        var matcher = TIMES.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static Set<String> allTimes(Programme programme) {
        var times = new TreeSet<String>();
        for (var session : programme.sessions()) {
            times.add(TIME.format(session.start()));
            var end = session.end();
            if (end != null) {
                times.add(TIME.format(end));
            }
            session.parts().forEach(part -> {
                times.add(TIME.format(part.start()));
                times.add(TIME.format(part.end()));
            });
        }
        return times;
    }

    private static List<Question> questions(Programme programme) {
        var questions = new ArrayList<Question>();
        var sessions = programme.sessions();
        for (var index = 0; index < sessions.size(); index++) {
            var session = sessions.get(index);
            var name = name(programme, session);
            var start = TIME.format(session.start());
            questions.add(new Question("when is " + name + "?", Set.of(start), List.of()));
            questions.add(new Question("what time does " + name + " start", Set.of(start), List.of()));
            questions.add(new Question("what is at " + start, Set.of(start), List.of(session.title())));
            questions.add(new Question("where is " + name + "?", Set.of(start), where(session)));
            var end = session.end();
            if (end == null) {
                questions.add(new Question("when does " + name + " end?", Set.of(start), List.of("don't know")));
                questions.add(new Question("how long is " + name + "?", Set.of(start), List.of("don't know")));
            } else {
                questions.add(new Question("when does " + name + " end?", Set.of(TIME.format(end)), List.of()));
                if (session.parts().isEmpty()) {
                    questions.add(new Question(
                            "how long is " + name + "?", Set.of(start), List.of(length(session.start(), end))));
                }
            }
            if (index + 1 < sessions.size()) {
                var next = sessions.get(index + 1);
                questions.add(new Question(
                        "what comes after " + name + "?", Set.of(TIME.format(next.start())), List.of(next.title())));
                questions.add(new Question(
                        "what is right before " + name(programme, next),
                        Set.of(TIME.format(session.start())),
                        List.of(session.title())));
            }
            if (!session.people().isEmpty()) {
                questions.add(new Question("who is in " + name + "?", Set.of(), names(programme, session)));
            }
        }
        for (var person : programme.people()) {
            var own = new TreeSet<String>();
            for (var session : sessions) {
                if (session.people().contains(person.id())) {
                    own.add(TIME.format(session.start()));
                }
            }
            if (own.isEmpty()) {
                continue;
            }
            var last = person.name().substring(person.name().indexOf(' ') + 1);
            var first = person.name().substring(0, person.name().indexOf(' '));
            questions.add(new Question("when does " + person.name() + " speak?", own, List.of()));
            questions.add(new Question("when is " + last.toLowerCase(java.util.Locale.ROOT) + " on", own, List.of()));
            questions.add(new Question("what time is " + first + " speaking please", own, List.of()));
            questions.add(new Question("who is " + person.name(), own, person.affiliations()));
            questions.add(new Question("where does " + last + " work", Set.of(), person.affiliations()));
            questions.add(
                    new Question("who is from " + person.affiliations().getFirst(), Set.of(), List.of(person.name())));
        }
        return questions;
    }

    /// How somebody would call a session: by its title, or with its ordinal where several are called the same.
    private static String name(Programme programme, Session session) {
        var same = programme.sessions().stream()
                .filter(other -> other.title().equals(session.title()))
                .toList();
        var ordinals = List.of("first", "second", "third");
        return same.size() == 1
                ? session.title()
                : "the " + ordinals.get(same.indexOf(session)) + " "
                        + session.title().toLowerCase(java.util.Locale.ROOT);
    }

    private static List<String> where(Session session) {
        var room = session.room();
        return room == null ? List.of("don't know where") : List.of(room);
    }

    private static List<String> names(Programme programme, Session session) {
        return session.people().stream()
                .map(id -> programme.person(id).orElseThrow().name())
                .toList();
    }

    private static String length(java.time.LocalTime start, java.time.LocalTime end) {
        var minutes = Duration.between(start, end).toMinutes();
        return minutes % 60 == 0
                ? minutes / 60 + " hour"
                : minutes > 60 ? minutes / 60 + " hour" : minutes + " minutes";
    }
}
