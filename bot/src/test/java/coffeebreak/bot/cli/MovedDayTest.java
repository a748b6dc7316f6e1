package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.BotSettings;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.mentoring.Seat;
import coffeebreak.bot.notices.CourierSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import redis.clients.jedis.Jedis;

/// Half a day is played, its Redis is lost, and the other half goes on from the file that was exported.
class MovedDayTest {

    private static final int TOLD_BEFORE = 10;

    private final StringWriter said = new StringWriter();

    @Test
    void theDayGoesOnElsewhereWithNothingTwiceAndNothingMissing(@TempDir Path folder) throws Exception {
        var slowly = CourierSettings.settlingIn(Duration.ofSeconds(2)).atPace(8, Duration.ofMillis(100));
        try (var day = LocalDay.atPace(Files.createDirectory(folder.resolve("redis")), slowly, false)) {
            day.person("UANA").writes("hi");
            day.person("UANA").presses("Find me a mentor");
            day.person("UBO")
                    .writes("I'm a 2nd-year PhD at EPFL working on loss landscapes")
                    .sees("Did I get that right?");
            day.person("UANA").commands("/coffee-admin publish").seesInGeneral("Only organizers can do that");
            day.person("UORGA").commands("/coffee-admin preview").seesInGeneral("Preview of round 1");
            day.person("UORGA").presses("Publish", "C0GENERAL").seesInGeneral("ublish");
            Visitor.await("some are told", () -> told(day).size() >= TOLD_BEFORE ? Boolean.TRUE : null);

            var file = folder.resolve("event.jsonl");
            assertThat(run(day, "export-event", file.toString())).isEqualTo(1);
            assertThat(said.toString()).contains("A bot serves this event").hasLineCount(1);

            day.botStops();
            var waiting = waiting(day);
            assertThat(waiting).as("the day is in its middle").isPositive();
            var told = told(day);
            var seats = seats(day);
            assertThat(run(day, "export-event", file.toString())).isZero();
            try (var jedis = new Jedis(day.redis())) {
                jedis.flushAll();
            }
            assertThat(run(day, "import-event", file.toString())).isZero();
            var again = folder.resolve("again.jsonl");
            assertThat(run(day, "export-event", again.toString())).isZero();
            assertThat(entries(again)).isEqualTo(entries(file));

            day.botStarts();
            assertThat(run(day, "import-event", "--replace", file.toString())).isEqualTo(1);
            day.untilQuiet();

            assertThat(seats(day)).isNotEmpty().isEqualTo(seats);
            var all = told(day);
            assertThat(all).containsAllEntriesOf(told);
            assertThat(all.values()).as("how often each notice was sent").containsOnly(1L);
            assertThat(all).hasSize(told.size() + waiting);

            day.person("UBO").presses("That's right").sees("Question 1 of 4");
            day.person("UANA").writes("when is lunch?").sees("12:");
        }
    }

    /// All keys with their values. A server older than 7.0 tells how long a key has, not until when: to a second or so;
    /// and what lasts for seconds may be over.
    private static List<String> entries(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.contains("\"key\"") && !line.contains("\"rest:"))
                .map(line -> line.replaceAll("\"ends\":(\\d+)\\d{4}\\b", "\"ends\":$1"))
                .toList();
    }

    /// How often each notice was sent as a new message.
    private static Map<String, Long> told(LocalDay day) {
        return day.calls().stream()
                .filter(call -> call.method().equals("chat.postMessage"))
                .map(call -> call.arguments()
                        .path("metadata")
                        .path("event_payload")
                        .path("nid")
                        .asString(""))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static int waiting(LocalDay day) {
        try (var jedis = new Jedis(day.redis())) {
            return (int) jedis.keys("*:notice:*").stream()
                    .filter(key -> List.of("waiting", "sending", "looking", "uncertain")
                            .contains(String.valueOf(jedis.hget(key, "state"))))
                    .count();
        }
    }

    /// Past the bot, which may not be there.
    private static List<Seat> seats(LocalDay day) {
        try (var store = BotSettings.from(day.settings()).storeOf(YamlProgramme.builtIn())) {
            return store.plans().current().seats();
        }
    }

    private int run(LocalDay day, String... arguments) {
        said.getBuffer().setLength(0);
        var factory = new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> kind) throws Exception {
                return kind == ExportEvent.class
                        ? kind.cast(new ExportEvent(day.settings()))
                        : kind == ImportEvent.class
                                ? kind.cast(new ImportEvent(day.settings()))
                                : CommandLine.defaultFactory().create(kind);
            }
        };
        return Coffeebreak.commands(factory).setErr(new PrintWriter(said)).execute(arguments);
    }
}
