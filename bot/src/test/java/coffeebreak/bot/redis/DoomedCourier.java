package coffeebreak.bot.redis;

import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.notices.Along;
import coffeebreak.bot.notices.Courier;
import coffeebreak.bot.notices.CourierSettings;
import coffeebreak.bot.notices.Messenger;
import coffeebreak.bot.notices.Passage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/// A courier in a process of its own, to be killed. Its chat is a list in Redis that every process can read.
final class DoomedCourier {

    static final CourierSettings SETTINGS =
            CourierSettings.settlingIn(Duration.ofMillis(1_500)).atPace(200, Duration.ofMillis(5));

    private DoomedCourier() {}

    /// Arguments: Redis, event, chat's key, seed.
    public static void main(String[] arguments) throws InterruptedException {
        var address = URI.create(arguments[0]);
        var store = RedisStore.at(address, "T1", arguments[1], new Json());
        var chat = new ListChat(RedisStore.client(address), arguments[2], new Random(Long.parseLong(arguments[3])));
        var courier = new Courier(
                store.outbox(),
                chat,
                InstantSource.system(),
                Passage.real(),
                Executors.newVirtualThreadPerTaskExecutor(),
                SETTINGS,
                Along.nobody());
        courier.start();
        IO.println("delivering");
        Thread.currentThread().join();
    }

    /// Takes its time, and loses one answer in fifty.
    record ListChat(UnifiedJedis redis, String key, Random random) implements Messenger {
        @Override
        public Delivery deliver(Notice notice, @Nullable Posted edited) {
            dawdle();
            var length = redis.rpush(key, notice.to() + " " + notice.id());
            dawdle();
            return random.nextInt(50) == 0
                    ? new Delivery.Uncertain("the answer was lost")
                    : new Delivery.Delivered(new Posted("D", Long.toString(length)));
        }

        private void dawdle() {
            try {
                Thread.sleep(random.nextInt(20));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public Lookup find(Notice notice, Instant since) {
            var at = redis.lpos(key, notice.to() + " " + notice.id());
            return at == null ? new Lookup.Absent() : new Lookup.Found(new Posted("D", Long.toString(at + 1)));
        }
    }
}
