package coffeebreak.bot.redis;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.notices.Along;
import coffeebreak.bot.notices.Courier;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.notices.Outbox.Counts;
import coffeebreak.bot.notices.Passage;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
@Timeout(180)
class CourierOnRedisTest {

    private static final int NOTICES = 600;
    private static final int PEOPLE = 40;
    private static final int KILLS = 5;

    private final RealRedis redis;

    CourierOnRedisTest(RealRedis redis) {
        this.redis = redis;
    }

    @Test
    void whateverProcessIsKilledEachNoticeIsSeenOnceAndInOrder() throws Exception {
        var random = new Random(20260426);
        try (var store = RedisStore.at(redis.address(), "T1", "kills", new Json())) {
            var outbox = store.outbox();
            outbox.plan(notices(NOTICES));
            for (int kill = 0; kill < KILLS; kill++) {
                var doomed = start("kills", "chat-kills", random.nextLong());
                // Killed somewhere in its work: after a number of messages that is drawn.
                var seen = redis.raw().llen("chat-kills") + random.nextInt(NOTICES / KILLS / 2);
                while (redis.raw().llen("chat-kills") < seen) {
                    Thread.onSpinWait();
                }
                doomed.destroyForcibly().waitFor();
            }
            assertThat(outbox.counts().waiting())
                    .as("left to do after the last kill")
                    .isPositive();
            var last = start("kills", "chat-kills", random.nextLong());
            try {
                awaitEmpty(outbox);
            } finally {
                last.destroyForcibly().waitFor();
            }

            assertThat(outbox.counts()).isEqualTo(new Counts(0, 0, NOTICES, 0));
            var seen = redis.raw().lrange("chat-kills", 0, -1);
            assertThat(seen).doesNotHaveDuplicates().hasSize(NOTICES);
            for (int person = 0; person < PEOPLE; person++) {
                var theirs = "U" + person + " ";
                assertThat(seen.stream().filter(message -> message.startsWith(theirs)))
                        .isSortedAccordingTo(java.util.Comparator.comparingInt(
                                message -> Integer.parseInt(message.substring(message.indexOf(" n") + 2))));
            }
        }
    }

    @Test
    void aCourierThatIsClosedLeavesNothingUnderWay() throws Exception {
        try (var store = RedisStore.at(redis.address(), "T1", "drain", new Json());
                var client = RedisStore.client(redis.address());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outbox = store.outbox();
            outbox.plan(notices(NOTICES));
            var courier = new Courier(
                    outbox,
                    new DoomedCourier.ListChat(client, "chat-drain", new Random(7) {
                        @Override
                        public int nextInt(int bound) {
                            return bound - 1;
                        }
                    }),
                    InstantSource.system(),
                    Passage.real(),
                    threads,
                    DoomedCourier.SETTINGS,
                    Along.nobody());
            courier.start();
            while (client.llen("chat-drain") < 10) {
                Thread.onSpinWait();
            }
            courier.close();

            var counts = outbox.counts();
            assertThat(counts.underWay()).isZero();
            assertThat(counts.waiting()).isPositive();
            assertThat(counts.delivered()).isEqualTo(client.llen("chat-drain"));
        }
    }

    private Process start(String event, String chat, long seed) throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var process = new ProcessBuilder(
                        java,
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedCourier.class.getName(),
                        redis.address().toString(),
                        event,
                        chat,
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var output = process.inputReader();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals("delivering")) {
                return process;
            }
        }
        throw new AssertionError(
                "the courier's process ended with " + process.onExit().join().exitValue());
    }

    private static void awaitEmpty(Outbox outbox) throws InterruptedException {
        for (var counts = outbox.counts(); counts.waiting() + counts.underWay() > 0; counts = outbox.counts()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static List<Notice> notices(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Notice(
                        "n" + number,
                        new Person("U" + number % PEOPLE),
                        new Notice.Content.Post(Message.of("hello")),
                        Instant.EPOCH,
                        Notice.Urgency.ORDINARY,
                        null))
                .toList();
    }
}
