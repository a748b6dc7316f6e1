package coffeebreak.bot.answers;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.answers.Evaluation.QuestionSet;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.programme.Kind;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Role;
import coffeebreak.bot.programme.Session;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every session, part and person of five programmes, asked about by templates; the truth is worked out here from the
/// rows alone.
class GeneratedQuestionsTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
    private static final Pattern TIMES = Pattern.compile("(?<![\\d:])\\d{1,2}:\\d{2}");
    private static final List<String> ORDINALS = List.of("first", "second", "third");
    private static final List<String> UNKNOWN = List.of("don't know", "No room is given");

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
    Stream<DynamicTest> everySessionAndPersonOfEveryProgramme() {
        return Stream.of(
                        YamlProgramme.builtIn(),
                        SCHOOL,
                        EVENING,
                        QuestionSet.invented("bridges"),
                        QuestionSet.invented("voices"),
                        QuestionSet.invented("clay"))
                .flatMap(GeneratedQuestionsTest::tests);
    }

    private static Stream<DynamicTest> tests(Programme programme) {
        var answers = new Answers(() -> programme, () -> Instant.EPOCH, VenueClock.none(), Nearness.none());
        return new Templates(programme).questions.entrySet().stream().map(each -> {
            var name = programme.shortName() + ": " + each.getKey();
            return DynamicTest.dynamicTest(
                    name,
                    () -> assertThat(each.getValue().stream().flatMap(question -> question.fault(programme, answers)))
                            .as("%s (%d questions)", name, each.getValue().size())
                            .isEmpty());
        });
    }

    /// @param times the times the answer must name
    /// @param words of each group the answer must have one
    private record Question(String asked, Set<String> times, List<List<String>> words) {

        /// What is wrong with the answer; empty when nothing is.
        private Stream<String> fault(Programme programme, Answers answers) {
            var answer = answers.answer(asked, Asker.somewhere(), Conversation.none());
            var text = answer.text().toLowerCase(Locale.ROOT);
            var told = timesIn(answer.text());
            var missing = new ArrayList<Object>();
            times.stream().filter(time -> !told.contains(time)).forEach(missing::add);
            words.stream()
                    .filter(group -> group.stream().noneMatch(word -> text.contains(word.toLowerCase(Locale.ROOT))))
                    .forEach(missing::add);
            told.removeAll(allTimes(programme));
            return missing.isEmpty() && told.isEmpty()
                    ? Stream.empty()
                    : Stream.of("%n  %s%n    %s%n    read as %s; missing %s%s"
                            .formatted(
                                    asked,
                                    answer.text().replace("\n", "\n    "),
                                    answer.query(),
                                    missing,
                                    told.isEmpty() ? "" : ", invented " + told));
        }
    }

    private static Set<String> timesIn(String text) {
        return TIMES.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> allTimes(Programme programme) {
        var all = new TreeSet<String>();
        for (var session : programme.sessions()) {
            all.add(TIME.format(session.start()));
            var end = session.end();
            if (end != null) {
                all.add(TIME.format(end));
            }
            session.parts().forEach(part -> {
                all.add(TIME.format(part.start()));
                all.add(TIME.format(part.end()));
            });
        }
        programme.facts().forEach(fact -> all.addAll(timesIn(fact.words())));
        return all;
    }

    /// When somebody is on stage: in a session, or in one part of it.
    private record Appearance(Session session, Session.@Nullable Part part) {

        private LocalTime start() {
            return part == null ? session.start() : part.start();
        }

        private @Nullable LocalTime end() {
            return part == null ? session.end() : part.end();
        }

        private @Nullable String talkTitle() {
            return part == null ? session.talkTitle() : part.talkTitle();
        }
    }

    /// The questions on one programme, by the template they were made from.
    private static final class Templates {

        private final Map<String, Set<Question>> questions = new LinkedHashMap<>();
        private final Programme programme;

        private Templates(Programme programme) {
            this.programme = programme;
            programme.sessions().forEach(this::askAbout);
            programme.people().forEach(this::askAbout);
        }

        private void ask(String template, String of, Set<String> times, List<List<String>> words) {
            questions
                    .computeIfAbsent(template, unused -> new LinkedHashSet<>())
                    .add(new Question(template.replace("…", of), times, words));
        }

        private void askAbout(Session session) {
            var name = name(session);
            var start = TIME.format(session.start());
            ask("when is …?", name, Set.of(start), List.of());
            ask("what time does … start", name, Set.of(start), List.of());
            ask("… time?", name.toLowerCase(Locale.ROOT), Set.of(start), List.of());
            ask("is …?", name + " at " + start, Set.of(), List.of(List.of("yes")));
            ask("what is at …", start + day(session), Set.of(), running(session, session.start()));
            ask("where is …?", name, Set.of(), List.of(place(session)));
            ask("which room is … in?", name, Set.of(), List.of(place(session)));
            var end = session.end();
            if (end == null) {
                ask("when does … end?", name, Set.of(), List.of(UNKNOWN));
                ask("until when does … go on", name, Set.of(), List.of(UNKNOWN));
                ask("how long is …?", name, Set.of(), List.of(UNKNOWN));
            } else {
                ask("when does … end?", name, Set.of(TIME.format(end)), List.of());
                ask("until when does … go on", name, Set.of(TIME.format(end)), List.of());
                if (session.parts().isEmpty()) {
                    ask("how long is …?", name, Set.of(), List.of(length(session.start(), end)));
                }
                var middle = session.start()
                        .plus(Duration.between(session.start(), end).dividedBy(2));
                ask("what's on at …?", TIME.format(middle) + day(session), Set.of(), running(session, middle));
            }
            var after = after(session);
            if (!after.isEmpty()) {
                ask("what comes after …?", name, Set.of(), titles(after));
                ask("what is right after …", name, Set.of(), titles(after));
            }
            var before = before(session);
            if (!before.isEmpty()) {
                ask("what is right before …", name, Set.of(), titles(before));
            }
            var onStage = programme.peopleOf(session);
            if (!onStage.isEmpty()) {
                ask("who is in …?", name, Set.of(), names(onStage));
            }
            session.parts().forEach(part -> askAbout(session, part));
            var talk = session.talkTitle();
            if (talk != null) {
                askAboutTalk(new Appearance(session, null), onStage, talk);
            }
        }

        private void askAbout(Session session, Session.Part part) {
            var appearance = new Appearance(session, part);
            var onStage = part.people().stream()
                    .map(id -> programme.person(id).orElseThrow())
                    .toList();
            ask("when does … begin?", part.title(), Set.of(TIME.format(part.start())), List.of());
            ask("when is … over?", part.title(), Set.of(TIME.format(part.end())), List.of());
            ask("how many minutes does … take?", part.title(), Set.of(), List.of(length(part.start(), part.end())));
            var talk = part.talkTitle();
            if (talk != null) {
                askAboutTalk(appearance, onStage, talk);
            }
        }

        private void askAboutTalk(Appearance appearance, List<ProgrammePerson> onStage, String talk) {
            ask(
                    talk(appearance.session()) ? "when is the talk \"…\"?" : "when is \"…\"?",
                    talk,
                    Set.of(TIME.format(appearance.start())),
                    List.of());
            ask("where is \"…\"", talk, Set.of(), List.of(place(appearance.session())));
            ask("who gives \"…\"?", talk, Set.of(), names(onStage));
        }

        private void askAbout(ProgrammePerson person) {
            var name = person.name();
            var affiliations = person.affiliations().stream().map(List::of).toList();
            ask("who is …", name, Set.of(), affiliations);
            ask("…?", name.toLowerCase(Locale.ROOT), Set.of(), affiliations);
            ask("where does … work", name, Set.of(), affiliations);
            ask("what is the affiliation of …?", name, Set.of(), affiliations);
            ask("which institution is … from?", name, Set.of(), affiliations);
            ask(
                    "what is the role of …?",
                    name,
                    Set.of(),
                    person.roles().stream().map(role -> List.of(role.words())).toList());
            person.affiliations().forEach(from -> ask("who is from …", from, Set.of(), List.of(List.of(name))));
            person.roles()
                    .forEach(role -> ask(
                            "is … " + (role == Role.ORGANIZER || role == Role.INVITED_SPEAKER ? "an " : "a ")
                                    + role.words() + "?",
                            name,
                            Set.of(),
                            List.of(List.of("yes"))));
            var appearances = appearances(person);
            if (appearances.isEmpty()) {
                ask("when does … speak?", name, Set.of(), List.of(List.of("not ", "no,", "no:", "don't")));
                ask("does … give a talk?", name, Set.of(), List.of(List.of("not ", "no,", "no:", "don't")));
                return;
            }
            var own = appearances.stream()
                    .map(each -> TIME.format(each.start()))
                    .collect(Collectors.toCollection(TreeSet::new));
            ask("when does … speak?", name, own, List.of());
            ask("at what time can I hear …", name.toLowerCase(Locale.ROOT), own, List.of());
            ask("does … speak at the event?", name, Set.of(), List.of(List.of("yes")));
            var rooms = appearances.stream()
                    .flatMap(each -> Stream.ofNullable(each.session().room()))
                    .map(List::of)
                    .toList();
            ask("where does … speak?", name, Set.of(), rooms.isEmpty() ? List.of(UNKNOWN) : rooms);
            var last = name.substring(name.indexOf(' ') + 1);
            askByPartOfName("when is … on", last, person, own);
            askByPartOfName("what time is … speaking please", name.substring(0, name.indexOf(' ')), person, own);
            if (appearances.size() == 1) {
                askAboutTheOnlyTime(name, appearances.getFirst());
            }
        }

        private void askAboutTheOnlyTime(String name, Appearance only) {
            var end = only.end();
            if (end != null && talk(only.session())) {
                ask("when does the talk of … end?", name, Set.of(TIME.format(end)), List.of());
                ask("how long does … speak?", name, Set.of(), List.of(length(only.start(), end)));
            }
            var talk = only.talkTitle();
            if (talk != null && talk(only.session())) {
                ask("what is the talk by … about?", name, Set.of(), List.of(List.of(talk)));
            }
            var part = only.part();
            var parts = only.session().parts();
            var at = part == null ? -1 : parts.indexOf(part);
            var after = at >= 0 && at + 1 < parts.size() ? title(parts.get(at + 1)) : titles(after(only.session()));
            if (!after.isEmpty()) {
                ask("what comes after …?", name, Set.of(), after);
            }
            var before = at > 0 ? title(parts.get(at - 1)) : titles(before(only.session()));
            if (!before.isEmpty()) {
                ask("what is right before …", name, Set.of(), before);
            }
        }

        /// Where several have that name, all of them are named.
        private void askByPartOfName(String template, String words, ProgrammePerson person, Set<String> own) {
            var same = programme.people().stream()
                    .filter(other -> List.of(folded(other.name()).split(" "))
                            .containsAll(List.of(folded(words).split(" "))))
                    .toList();
            ask(
                    template,
                    words.toLowerCase(Locale.ROOT),
                    same.equals(List.of(person)) ? own : Set.of(),
                    same.equals(List.of(person)) ? List.of() : names(same));
        }

        private List<Appearance> appearances(ProgrammePerson person) {
            var appearances = new ArrayList<Appearance>();
            for (var session : programme.sessions()) {
                if (session.people().contains(person.id())) {
                    appearances.add(new Appearance(session, null));
                }
                session.parts().stream()
                        .filter(part -> part.people().contains(person.id()))
                        .forEach(part -> appearances.add(new Appearance(session, part)));
            }
            return appearances;
        }

        private Stream<Session> sameDay(Session session) {
            return programme.sessions().stream().filter(other -> other.day() == session.day());
        }

        /// What is on at a time of that session's day, by the title of the session or of the part that is on.
        private List<List<String>> running(Session on, LocalTime time) {
            return sameDay(on)
                    .filter(session -> !session.start().isAfter(time))
                    .filter(session ->
                            session.start().equals(time) || session.end() instanceof LocalTime end && end.isAfter(time))
                    .map(session -> Stream.concat(
                                    title(session).stream(),
                                    session.parts().stream()
                                            .filter(part -> !part.start().isAfter(time)
                                                    && part.end().isAfter(time))
                                            .flatMap(part -> title(part).getFirst().stream()))
                            .toList())
                    .toList();
        }

        /// What starts first on the same day once a session is over.
        private List<Session> after(Session session) {
            var over = session.end() instanceof LocalTime end
                    ? end
                    : session.start().plusMinutes(1);
            var next = sameDay(session)
                    .map(Session::start)
                    .filter(start -> !start.isBefore(over))
                    .min(Comparator.naturalOrder());
            return sameDay(session)
                    .filter(other -> next.filter(other.start()::equals).isPresent())
                    .toList();
        }

        /// What ends last on the same day before a session starts.
        private List<Session> before(Session session) {
            var over = sameDay(session)
                    .filter(other -> other.start().isBefore(session.start())
                            && !over(other).isAfter(session.start()))
                    .toList();
            var last = over.stream().map(Templates::over).max(Comparator.naturalOrder());
            return over.stream()
                    .filter(other -> last.filter(over(other)::equals).isPresent())
                    .toList();
        }

        private static LocalTime over(Session session) {
            return session.end() instanceof LocalTime end ? end : session.start();
        }

        /// How somebody would call a session: by its title; with its day, and its number on that day, where several
        /// are called the same.
        private String name(Session session) {
            var title = session.title().replaceAll("[?]$", "");
            var same = programme.sessions().stream()
                    .filter(other -> other.title().equals(session.title()))
                    .toList();
            if (same.size() == 1) {
                return title;
            }
            var thatDay =
                    same.stream().filter(other -> other.day() == session.day()).toList();
            var number = thatDay.size() == 1 ? "" : ORDINALS.get(thatDay.indexOf(session)) + " ";
            return "the " + number + title.toLowerCase(Locale.ROOT) + day(session);
        }

        /// " on Tuesday" in a programme of several days.
        private String day(Session session) {
            return programme.days() == 1
                    ? ""
                    : " on "
                            + programme
                                    .dateOf(session)
                                    .orElseThrow()
                                    .getDayOfWeek()
                                    .getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        }

        private static boolean talk(Session session) {
            return session.kind().nature() == Kind.Nature.TALK;
        }

        private static List<List<String>> titles(List<Session> sessions) {
            return sessions.stream().map(Templates::title).toList();
        }

        private static List<String> title(Session session) {
            return session.talkTitle() instanceof String talk
                    ? List.of(session.title(), talk)
                    : List.of(session.title());
        }

        private static List<List<String>> title(Session.Part part) {
            return List.of(
                    part.talkTitle() instanceof String talk ? List.of(part.title(), talk) : List.of(part.title()));
        }

        /// The room; where none is known, that it is not, or the note that tells the way.
        private static List<String> place(Session session) {
            if (session.room() instanceof String room) {
                return List.of(room);
            }
            return session.note() instanceof String note ? List.of("don't know", note) : UNKNOWN;
        }

        private static List<List<String>> names(List<ProgrammePerson> people) {
            return people.stream().map(person -> List.of(person.name())).toList();
        }

        private static List<String> length(LocalTime start, LocalTime end) {
            var minutes = Duration.between(start, end).toMinutes();
            var hours = minutes / 60 + (minutes < 120 ? " hour" : " hours");
            return minutes < 60
                    ? List.of(minutes + " minutes")
                    : minutes % 60 == 0
                            ? List.of(hours, minutes + " minutes")
                            : List.of(
                                    hours + " " + minutes % 60 + " minutes",
                                    hours + " and " + minutes % 60 + " minutes",
                                    minutes + " minutes");
        }

        private static String folded(String name) {
            return Normalizer.normalize(name, Normalizer.Form.NFKD)
                    .replaceAll("\\p{Mn}", "")
                    .toLowerCase(Locale.ROOT);
        }
    }
}
