package coffeebreak.bot.cli;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.notices.CourierSettings;
import coffeebreak.workspace.JournalCall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A mentor cancels ten minutes before the break with six people seated: how long until the organizers have a proposal,
/// how long from their press until the last of the six has read where to go, and who moved. Everything is read from the
/// workspace's journal of calls.
final class MentorGone {

    private static final Instant AT_14_50 = Instant.parse("2026-04-26T17:50:00Z");
    private static final String AFTERNOON = "s11";
    private static final String MENTOR = "zdeborova";

    private final LocalDay day;

    private MentorGone(LocalDay day) {
        this.day = day;
    }

    /// At the pace of Slack.
    public static void main(String[] arguments) throws Exception {
        System.out.println(run(Files.createTempDirectory("mentor-gone"), CourierSettings.SLACK)
                .report());
        System.exit(0);
    }

    static Outcome run(Path folder, CourierSettings courier) {
        try (var day = LocalDay.atPace(folder, courier, true)) {
            return new MentorGone(day).run();
        }
    }

    /// What came of it.
    ///
    /// @param seated   people at the table when its mentor cancelled
    /// @param moves    where each of them went, as organizers read it
    /// @param messages new messages to each of the six
    /// @param others   how many others have a seat other than before
    /// @param strays   notices to anybody who is neither one of the six, a mentor nor an organizer
    /// @param proposal from the mentor's word until the organizers' message stands
    /// @param last     from the organizers' press until the last message to one of the six stands
    record Outcome(
            int seated,
            List<String> moves,
            Map<String, Long> messages,
            long others,
            List<String> strays,
            Duration proposal,
            Duration last) {

        String report() {
            var lines = new ArrayList<String>();
            lines.add("%d people seated; their mentor cancels ten minutes before the break".formatted(seated));
            lines.add(
                    "%.1f s until the organizers have the proposal, %.1f s from the press until the last of them is told"
                            .formatted(proposal.toMillis() / 1000.0, last.toMillis() / 1000.0));
            lines.addAll(moves);
            lines.add("new messages to each of them: " + new HashSet<>(messages.values()) + ", to others: "
                    + strays.size() + "; others who moved: " + others);
            return String.join("\n", lines);
        }
    }

    private Outcome run() {
        var mentoring = day.parts().mentoring();
        mentoring.preview();
        mentoring.publish(new Person("UORGA"), 0);
        day.untilQuiet();
        day.clock.jumpTo(AT_14_50);
        var six = at(mentoring.plan());
        six.forEach(person -> day.person(person.id()).sees("At 15:00: Lenka Zdeborová"));
        day.untilQuiet();
        var plan = mentoring.plan();

        var before = day.calls().size();
        var cancelled = Instant.now();
        day.person("UMZDEBOROVA").writes("I have to cancel").sees("need not write to anybody");
        var marta = day.person("UORGA");
        marta.sees("Lenka Zdeborová can't host Coffee Break 2");
        var proposal = posted(before, "can't host Coffee Break 2", _ -> true);
        var pressed = Instant.now();
        var done = marta.presses("Do it").sees("Each of them is told by one message.");
        day.untilQuiet();

        var channels = six.stream().collect(Collectors.toMap(Person::id, person -> person.id()));
        var told = calls(before, call -> call.method().equals("chat.postMessage") && isTo(call, channels.keySet()));
        return new Outcome(
                six.size(),
                done.lines()
                        .filter(line -> line.startsWith("- ") || line.contains(": "))
                        .toList(),
                told.stream().collect(Collectors.groupingBy(MentorGone::to, Collectors.counting())),
                moved(plan, mentoring.plan(), six),
                calls(
                                before,
                                call -> isNotice(call)
                                        && !isTo(call, channels.keySet())
                                        && !to(call).startsWith("UORG")
                                        && !to(call).startsWith("UM"))
                        .stream()
                        .map(call -> call.arguments().toString())
                        .toList(),
                Duration.between(cancelled, proposal),
                Duration.between(
                        pressed,
                        told.stream()
                                .map(JournalCall::realAt)
                                .max(Instant::compareTo)
                                .orElse(pressed)));
    }

    private static List<Person> at(SeatingPlan plan) {
        return plan.seats().stream()
                .filter(seat -> seat.state().taken() && seat.table().equals(MENTOR + "@" + AFTERNOON))
                .map(seat -> seat.mentee())
                .toList();
    }

    private static long moved(SeatingPlan before, SeatingPlan after, List<Person> six) {
        var known = new HashSet<>(before.seats());
        return after.seats().stream()
                .filter(seat -> !six.contains(seat.mentee()) && !known.contains(seat))
                .count();
    }

    private Instant posted(int before, String words, Predicate<JournalCall> more) {
        return calls(
                        before,
                        call -> call.method().equals("chat.postMessage")
                                && call.arguments().toString().contains(words)
                                && more.test(call))
                .stream()
                .map(JournalCall::realAt)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private List<JournalCall> calls(int before, Predicate<JournalCall> wanted) {
        var all = day.calls();
        return all.subList(before, all.size()).stream().filter(wanted).toList();
    }

    /// A message of its own, not an answer in a conversation.
    private static boolean isNotice(JournalCall call) {
        return call.method().equals("chat.postMessage")
                && call.arguments().toString().contains("coffeebreak_notice");
    }

    private static String to(JournalCall call) {
        return call.arguments().path("channel").asString();
    }

    private static boolean isTo(JournalCall call, Set<String> people) {
        return people.contains(to(call));
    }
}
