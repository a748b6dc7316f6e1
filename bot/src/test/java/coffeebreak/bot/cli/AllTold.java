package coffeebreak.bot.cli;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.CourierSettings;
import coffeebreak.workspace.JournalCall;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How long it takes until a whole workshop knows its seats, at the pace of Slack, beside the least time that pace
/// allows; and how often Slack refuses a call for its rate meanwhile.
final class AllTold {

    private static final int SIGNED_UP = 700;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private AllTold() {}

    public static void main(String[] arguments) throws IOException {
        try (var day = LocalDay.crowded(Files.createTempDirectory("all-told"), SIGNED_UP)) {
            var mentoring = day.parts().mentoring();
            mentoring.preview();
            mentoring.publish(new Person("UORGA"), 0);
            day.untilQuiet(PATIENCE);
            report(day.calls());
        }
        System.exit(0);
    }

    private static void report(List<JournalCall> calls) {
        var notices = calls.stream().filter(AllTold::isNotice).toList();
        var single = notices.stream()
                .filter(call -> !call.arguments().path("channel").asString().startsWith("G"))
                .toList();
        var told = single.stream()
                .map(call -> call.arguments().path("channel").asString())
                .distinct()
                .count();
        var took = took(single);
        var least = CourierSettings.SLACK.posts().interval().multipliedBy(single.size() - 1L);
        System.out.printf(
                "%d notices to %d people: %.1f s from the first to the last; %.0f a second take at least %.1f s: %.1f %% more%n",
                single.size(),
                told,
                seconds(took),
                CourierSettings.SLACK.posts().perSecond(),
                seconds(least),
                100.0 * took.toMillis() / least.toMillis() - 100);
        System.out.printf(
                "%d tables of peers brought together, the last %.1f s after the first notice%n",
                notices.size() - single.size(), seconds(took(notices)));
        calls.stream()
                .collect(Collectors.groupingBy(
                        JournalCall::method, TreeMap::new, Collectors.summingInt(call -> call.status() == 429 ? 1 : 0)))
                .forEach(
                        (method, refused) -> System.out.printf("%s: refused for its rate %d times%n", method, refused));
    }

    private static boolean isNotice(JournalCall call) {
        return call.method().equals("chat.postMessage")
                && call.response().path("ok").asBoolean()
                && !call.arguments()
                        .path("metadata")
                        .path("event_payload")
                        .path("nid")
                        .asString("")
                        .isEmpty();
    }

    private static Duration took(List<JournalCall> calls) {
        return Duration.between(calls.getFirst().realAt(), calls.getLast().realAt());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
