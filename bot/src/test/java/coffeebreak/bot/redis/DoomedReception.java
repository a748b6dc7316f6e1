package coffeebreak.bot.redis;

import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.frontdesk.Arrival;
import coffeebreak.bot.frontdesk.Clerk;
import coffeebreak.bot.frontdesk.Reception;
import coffeebreak.bot.frontdesk.ReceptionSettings;
import coffeebreak.bot.notices.Along;
import coffeebreak.bot.notices.Passage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import redis.clients.jedis.UnifiedJedis;

/// A reception in a process of its own, to be killed. What it works and says is written into Redis, where every process
/// can read it.
final class DoomedReception {

    /// With the patience of a busy machine: what is worked from memory is another story.
    static final ReceptionSettings SETTINGS = new ReceptionSettings(
            Duration.ofSeconds(20),
            Duration.ofMillis(1_000),
            Duration.ofMillis(100),
            Duration.ofMillis(100),
            5,
            24,
            Duration.ofSeconds(5));

    /// Printed when something is changed and not yet noted as done: a kill now has it begun again.
    static final String CHANGED = "changed";

    private DoomedReception() {}

    /// Arguments: Redis, event, key of the ledger. Each line that is read is a number and an arrival; the number is
    /// printed when Slack would get the acknowledgement.
    public static void main(String[] arguments) throws IOException {
        var address = URI.create(arguments[0]);
        var json = new Json();
        var workers = Executors.newVirtualThreadPerTaskExecutor();
        var store = RedisStore.at(address, "T1", arguments[1], json);
        var ledger = new Ledger(RedisStore.client(address), arguments[2], () -> IO.println(CHANGED));
        var reception = new Reception(store.inbox(), ledger, workers, Passage.real(), SETTINGS, Along.nobody());
        reception.start();
        IO.println("receiving");
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var space = line.indexOf(' ');
            var number = line.substring(0, space);
            var arrival = json.read(line.substring(space + 1), Arrival.class);
            workers.execute(() -> {
                reception.arrived(arrival);
                IO.println(number);
            });
        }
        reception.close();
        Runtime.getRuntime().halt(0);
    }

    /// Changes one thing for each arrival, and nothing more when it is asked again; as every change of the bot is
    /// made.
    ///
    /// @param changed is told of each change, right behind it
    record Ledger(UnifiedJedis redis, String key, Runnable changed) implements Clerk {

        private static final String ONCE = """
                redis.call('RPUSH', KEYS[1] .. ':begun', ARGV[1] .. ' ' .. ARGV[2])
                if redis.call('SADD', KEYS[1] .. ':known', ARGV[1] .. ' ' .. ARGV[2]) == 1 then
                  redis.call('RPUSH', KEYS[1] .. ':changed', ARGV[1] .. ' ' .. ARGV[2])
                end
                return redis.status_reply('OK')""";

        @Override
        public Reply work(Arrival arrival, boolean again) {
            dawdle();
            redis.eval(ONCE, List.of(key), List.of(arrival.from().id(), words(arrival)));
            changed.run();
            dawdle();
            return Reply.say("done");
        }

        /// So that a kill meets something that is begun.
        private static void dawdle() {
            try {
                Thread.sleep(ThreadLocalRandom.current().nextInt(30, 80));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private static String words(Arrival arrival) {
            return arrival.input() instanceof Arrival.Input.Words(var words) ? words : "";
        }

        @Override
        public void say(Arrival arrival, Reply reply) {
            redis.rpush(key + ":said", arrival.from().id() + " " + words(arrival));
        }

        @Override
        public void workUnkept(Arrival arrival) {
            redis.rpush(key + ":unkept", arrival.from().id() + " " + words(arrival));
        }

        @Override
        public void sayLater(Arrival arrival) {
            redis.rpush(key + ":later", arrival.from().id() + " " + words(arrival));
        }

        @Override
        public void sayGivenUp(Arrival arrival) {
            redis.rpush(key + ":given-up", arrival.from().id() + " " + words(arrival));
        }
    }
}
