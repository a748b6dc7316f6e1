package coffeebreak.bot.cli;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.CourierSettings;
import coffeebreak.workspace.JournalCall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The day runs a quarter of an hour late while everybody is seated: who gets which message, whether anything still
/// tells an old time, and how long it takes until the last one has left. Everything is read from the workspace's
/// journal of calls.
final class LateDay {

    private static final Instant AT_10_10 = Instant.parse("2026-04-26T13:10:00Z");

    /// A time of one of the two breaks as it was, but where somebody is told what it was.
    private static final Pattern OLD =
            Pattern.compile("(?<!was to begin at )\\b(?:10:30|15:00)\\b|\\b(?:10:30 to 11:00|15:00 to 15:30)\\b");

    private final LocalDay day;

    private LateDay(LocalDay day) {
        this.day = day;
    }

    /// At the pace of Slack.
    public static void main(String[] arguments) throws Exception {
        System.out.println(run(Files.createTempDirectory("late-day"), CourierSettings.SLACK, true)
                .report());
        System.exit(0);
    }

    /// @param rates whether Slack's limits hold
    static Outcome run(Path folder, CourierSettings courier, boolean rates) {
        try (var day = LocalDay.atPace(folder, courier, rates)) {
            return new LateDay(day).run(courier);
        }
    }

    /// What came of it.
    ///
    /// @param seated  people with a seat, and the mentors of their tables
    /// @param told    how many got how many messages that the day has changed, by how many
    /// @param sent    calls after the delay by what they were
    /// @param answers what people were answered who asked at once
    /// @param stale   calls after the delay and messages on screens that tell an old time
    /// @param answered how long until the organizer was answered
    /// @param posted  how long until the last new message had left
    /// @param edited  how long until the last older message told the new times, at some fifty edits a minute
    record Outcome(
            int seated,
            int mentors,
            Map<Long, Long> told,
            Map<String, Long> sent,
            List<String> answers,
            List<String> stale,
            double perSecond,
            Duration answered,
            Duration posted,
            Duration edited) {

        String report() {
            var lines = new ArrayList<String>();
            lines.add(
                    "%d people seated with %d mentors; a delay of 15 minutes said at 10:10".formatted(seated, mentors));
            told.forEach((times, people) ->
                    lines.add("%4d people were told %d times that the day has changed".formatted(people, times)));
            sent.forEach((what, count) -> lines.add("%4d %s".formatted(count, what)));
            answers.forEach(answer -> lines.add("asked at once: " + answer));
            lines.add("%4d calls or messages tell an old time".formatted(stale.size()));
            stale.stream().limit(10).forEach(line -> lines.add("     " + line));
            lines.add(
                    "%.1f s until the organizer was answered, %.1f s until everybody was told, %.1f s until the last edit, at %.0f a second"
                            .formatted(
                                    answered.toMillis() / 1000.0,
                                    posted.toMillis() / 1000.0,
                                    edited.toMillis() / 1000.0,
                                    perSecond));
            return String.join("\n", lines);
        }
    }

    private Outcome run(CourierSettings courier) {
        var mentoring = day.parts().mentoring();
        mentoring.preview();
        mentoring.publish(new Person("UORGA"), 0);
        day.untilQuiet();
        day.clock.jumpTo(AT_10_10);
        Visitor.await(
                "the cards of the morning are out",
                () -> mentoring.plan().cards().isEmpty() ? null : Boolean.TRUE);
        day.untilQuiet();
        var plan = mentoring.plan();
        var seated = plan.seats().stream()
                .filter(seat -> seat.state().taken())
                .map(seat -> seat.mentee())
                .collect(Collectors.toSet());
        var hosts = mentoring.mentors().all().stream()
                .filter(mentor ->
                        plan.tables().stream().anyMatch(table -> table.mentor().equals(mentor.id())))
                .flatMap(mentor -> Optional.ofNullable(mentor.person()).stream())
                .collect(Collectors.toSet());
        var marta = day.person("UORGA");
        marta.commands("/coffee-admin delay 15m from 10:00").seesInGeneral("15 minutes late from 10:00?");

        var before = day.calls().size();
        var began = Instant.now();
        marta.presses("Delay the day", "C0GENERAL").seesInGeneral("The day runs 15 minutes late");
        var answered = Duration.between(began, Instant.now());
        var answers = askAtOnce(seated, hosts);
        Visitor.await("somebody is told", () -> told(before).isEmpty() ? null : Boolean.TRUE);
        day.untilQuiet();

        var after = day.calls().subList(before, day.calls().size());
        return new Outcome(
                seated.size(),
                hosts.size(),
                told(before).values().stream()
                        .collect(Collectors.groupingBy(times -> times, TreeMap::new, Collectors.counting())),
                kinds(after),
                answers,
                stale(after),
                courier.posts().perSecond(),
                answered,
                last(after, "chat.postMessage", began),
                last(after, "chat.update", began));
    }

    private static Duration last(List<JournalCall> calls, String method, Instant began) {
        return calls.stream()
                .filter(call -> isMessage(call) && call.method().equals(method))
                .map(call -> Duration.between(began, call.realAt()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /// While the messages are still leaving, one who sits, one mentor and one of the others ask.
    private List<String> askAtOnce(Set<Person> seated, Set<Person> hosts) {
        var answers = new ArrayList<String>();
        var guest =
                day.person(seated.stream().map(Person::id).sorted().findFirst().orElseThrow());
        var host =
                day.person(hosts.stream().map(Person::id).sorted().findFirst().orElseThrow());
        answers.add(guest.id() + ", when is the first coffee break? "
                + line(guest.writes("when is the first coffee break?").sees("10:45"), "10:45"));
        answers.add(guest.id() + ", my seat: " + line(guest.writes("my seat").sees("to "), " to "));
        answers.add(
                host.id() + ", my cards: " + line(host.writes("my cards").sees("10:45 to 11:15"), "10:45 to 11:15"));
        answers.add("UORGB, what is at 15:15? "
                + line(day.person("UORGB").writes("what is at 15:20?").sees("15:15"), "15:15"));
        return answers;
    }

    private static String line(String seen, String words) {
        return seen.lines().filter(line -> line.contains(words)).toList().getLast();
    }

    private Map<String, Long> told(int before) {
        return day.calls().subList(before, day.calls().size()).stream()
                .filter(call -> isMessage(call) && call.method().equals("chat.postMessage"))
                .filter(call -> call.arguments().toString().contains("The day has changed"))
                .map(call -> call.arguments().path("channel").asString())
                .collect(Collectors.groupingBy(person -> person, Collectors.counting()));
    }

    private static boolean isMessage(JournalCall call) {
        return call.response().path("ok").asBoolean()
                && (call.method().equals("chat.postMessage") || call.method().equals("chat.update"));
    }

    private static Map<String, Long> kinds(List<JournalCall> calls) {
        var kinds = new LinkedHashMap<String, Predicate<String>>();
        kinds.put("messages that the day has changed", text -> text.contains("The day has changed"));
        kinds.put("seats with a mentor, edited", text -> text.contains("You sit with"));
        kinds.put("reminders", text -> text.contains("At 10:45") || text.contains("At 15:15"));
        kinds.put("places in line, edited", text -> text.contains("No mentor's seat for you yet"));
        kinds.put(
                "seats with peers, edited",
                text -> text.contains("You sit with peers") || text.contains("table of peers"));
        kinds.put("cards of mentors, edited", text -> text.contains("Your table in"));
        kinds.put("other messages and edits", _ -> true);
        return calls.stream()
                .filter(LateDay::isMessage)
                .collect(Collectors.groupingBy(
                        call -> kinds.entrySet().stream()
                                .filter(kind ->
                                        kind.getValue().test(call.arguments().toString()))
                                .findFirst()
                                .orElseThrow()
                                .getKey(),
                        LinkedHashMap::new,
                        Collectors.counting()));
    }

    /// Every call after the delay, and whatever message of the bot in a direct conversation nobody wrote anew.
    private List<String> stale(List<JournalCall> after) {
        var stale = new ArrayList<String>();
        after.stream()
                .filter(call -> isMessage(call) && OLD.matcher(text(call)).find())
                .forEach(call -> stale.add(call.method() + " " + text(call)));
        var latest = new LinkedHashMap<String, String>();
        day.calls().stream()
                .filter(LateDay::isMessage)
                .forEach(call -> latest.put(
                        call.response().path("channel").asString() + " "
                                + call.response().path("ts").asString(),
                        text(call)));
        latest.forEach((message, text) -> {
            if (OLD.matcher(text).find()) {
                stale.add("on a screen: " + message + " " + text);
            }
        });
        return stale;
    }

    private static String text(JournalCall call) {
        var shown = new TreeSet<>(call.arguments().propertyNames());
        shown.retainAll(Set.of("text", "blocks"));
        return shown.stream()
                .map(name -> call.arguments().path(name).toString())
                .collect(Collectors.joining(" "));
    }
}
