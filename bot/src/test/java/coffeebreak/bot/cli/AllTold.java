package coffeebreak.bot.cli;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.notices.CourierSettings;
import coffeebreak.workspace.JournalCall;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// How long it takes until a whole workshop knows its seats, at the pace of Slack, beside the least time that pace
/// allows; and how often Slack refuses a call for its rate meanwhile.
final class AllTold {

    private static final int SIGNED_UP = 700;

    private AllTold() {}

    public static void main(String[] arguments) throws IOException {
        try (var day = LocalDay.crowded(Files.createTempDirectory("all-told"), SIGNED_UP)) {
            var mentoring = day.part(Mentoring.class);
            mentoring.preview();
            mentoring.publish(new Person("UORGA"), 0);
            day.untilQuiet();
            report(day.calls());
        }
        System.exit(0);
    }

    private static void report(List<JournalCall> calls) {
        var notices = calls.stream()
                .filter(call -> call.method().equals("chat.postMessage")
                        && call.response().path("ok").asBoolean()
                        && !call.arguments()
                                .path("metadata")
                                .path("event_payload")
                                .path("nid")
                                .asString("")
                                .isEmpty())
                .toList();
        var told = notices.stream()
                .collect(Collectors.groupingBy(
                        call -> call.arguments().path("channel").asString(), Collectors.counting()));
        var took = Duration.between(
                notices.getFirst().realAt(), notices.getLast().realAt());
        var least = CourierSettings.SLACK.interval().multipliedBy(notices.size() - 1L);
        var refused = calls.stream().filter(call -> call.status() == 429).count();
        System.out.printf(
                "%d notices to %d people: %.1f s from the first to the last; at %.0f a second at least %.1f s: %.1f %% more; %d calls refused for their rate%n",
                notices.size(),
                told.size(),
                took.toMillis() / 1000.0,
                CourierSettings.SLACK.perSecond(),
                least.toMillis() / 1000.0,
                100.0 * took.toMillis() / least.toMillis() - 100,
                refused);
    }
}
