package coffeebreak.bot.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.frontdesk.Arrival;
import coffeebreak.bot.frontdesk.Inbox;
import coffeebreak.bot.frontdesk.Place;
import coffeebreak.bot.notices.CourierSettings;
import coffeebreak.bot.notices.Messenger.Posted;
import coffeebreak.bot.notices.Outbox.Claim;
import coffeebreak.bot.notices.Way;
import coffeebreak.bot.signup.Draft;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(RealRedis.Extension.class)
class RedisStoreTest {

    private static final Instant NOON = Instant.parse("2026-04-26T12:00:00Z");
    private static final Person ANA = new Person("U-ana");

    private final RealRedis redis;

    RedisStoreTest(RealRedis redis) {
        this.redis = redis;
    }

    @Test
    void everybodyGetsTheSameIdsOfNoticesForOneEventAndOthersForAnother() {
        var address = redis.address();
        try (var one = RedisStore.at(address, "T1", "ids", new Json());
                var same = RedisStore.at(address, "T1", "ids", new Json());
                var other = RedisStore.at(address, "T2", "ids", new Json())) {
            assertThat(one.noticeIds().of("seat", "s1"))
                    .isEqualTo(same.noticeIds().of("seat", "s1"))
                    .isNotEqualTo(other.noticeIds().of("seat", "s1"));
        }
    }

    /// Or a clock that waits for the one in doubt would wait for ever: nothing is looked for in a pause.
    @Test
    void aPauseIsSeenAheadWhileOneIsInDoubt() {
        try (var store = RedisStore.at(redis.address(), "T1", "ahead", new Json())) {
            var outbox = store.outbox();
            outbox.plan(List.of(notice("n1")));
            var claim = (Claim) outbox.claim(NOON, CourierSettings.SLACK);
            outbox.uncertain(claim, 0, Duration.ofSeconds(30));
            assertThat(store.ahead(CourierSettings.SLACK)).isEqualTo(new Ahead(1, Optional.empty(), List.of()));

            outbox.pause(Way.POST, NOON.plusSeconds(4));

            assertThat(store.ahead(CourierSettings.SLACK))
                    .isEqualTo(new Ahead(1, Optional.empty(), List.of(NOON.plusSeconds(4))));
            assertThat(store.ahead(CourierSettings.SLACK).resumes(NOON)).contains(NOON.plusSeconds(4));
            assertThat(store.ahead(CourierSettings.SLACK).resumes(NOON.plusSeconds(4)))
                    .isEmpty();
        }
    }

    @Test
    void workspacesSeeNothingOfEachOther() {
        try (var one = RedisStore.at(redis.address(), "T1", "wall", new Json());
                var other = RedisStore.at(redis.address(), "T2", "wall", new Json())) {
            one.drafts(Duration.ofMinutes(1)).save(ANA, Draft.EMPTY);
            one.outbox().plan(List.of(notice("n1")));

            assertThat(other.drafts(Duration.ofMinutes(1)).find(ANA)).isEmpty();
            assertThat(other.outbox().counts().waiting()).isZero();
        }
    }

    @Test
    void anAddressThatIsNoneIsRefusedWithoutShowingItsPassword() {
        assertThatThrownBy(() -> RedisStore.at(URI.create("http://:secret@host"), "T1", "e", new Json()))
                .hasMessageContaining("redis://host:port")
                .hasMessageNotContaining("secret");
    }

    @Test
    void anIdThatCouldBreakTheKeysIsRefused() {
        assertThatThrownBy(() -> RedisStore.at(redis.address(), "T1}", "e", new Json()))
                .hasMessageContaining("'T1}'");
    }

    @Test
    void onlyTheEventsDataIsKeptForever() {
        try (var store = RedisStore.at(redis.address(), "T1", "lifetimes", new Json())) {
            store.drafts(Duration.ofMinutes(30)).save(ANA, Draft.EMPTY);
            workOne(store, "event 1");
            store.plans()
                    .keepDraft(new coffeebreak.bot.mentoring.RoundDraft(
                            "b",
                            "f",
                            1,
                            NOON,
                            List.of(),
                            List.of(),
                            Set.of(),
                            java.util.Map.of(),
                            coffeebreak.bot.peers.PeerTables.NONE,
                            true,
                            1));
            store.plans().takeTurn(new coffeebreak.bot.mentoring.Turn(ANA, NOON));
            store.noticeIds().of("n");
            store.outbox().plan(List.of(notice("n1"), notice("n2")));
            deliver(store, "D1");
            var claim = (Claim) store.outbox().claim(NOON.plusSeconds(9), CourierSettings.SLACK);
            store.outbox().giveUp(claim, "no");

            var forever = new TreeSet<String>();
            for (var key : redis.raw().keys("cb:{T1:lifetimes}:*")) {
                if (redis.raw().ttl(key) < 0) {
                    forever.add(key.substring("cb:{T1:lifetimes}:".length()));
                }
            }
            assertThat(forever).containsExactly("inbox:last", "notice-key", "outbox:counts", "outbox:pace", "rounds");
        }
    }

    private static void workOne(RedisStore store, String id) {
        var lease = Duration.ofSeconds(9);
        var arrival = new Arrival(
                Set.of(id),
                ANA,
                new Place(Place.Kind.DIRECT, "D1", "1.1", null, null, null),
                new Arrival.Input.Words("hello"));
        var taken = (Inbox.Admission.Taken) store.inbox().admit(arrival, lease, lease);
        store.inbox().done(taken.held());
        store.inbox().next(taken.held(), lease);
    }

    @Test
    void noKeyHoldsAPersonWhoWasForgotten() {
        try (var store = RedisStore.at(redis.address(), "T1", "forget", new Json())) {
            var drafts = store.drafts(Duration.ofMinutes(30));
            drafts.save(ANA, Draft.EMPTY);
            workOne(store, "message of U-ana");
            store.outbox().plan(List.of(notice("n1"), notice("n2"), notice("n3")));
            deliver(store, "D1");
            var claim = (Claim) store.outbox().claim(NOON.plusSeconds(9), CourierSettings.SLACK);
            store.outbox().giveUp(claim, "no");
            assertThat(everything("forget")).contains("U-ana");

            drafts.remove(ANA);
            store.profiles().remove(ANA);
            store.outbox().dropFor(ANA);

            assertThat(everything("forget")).doesNotContain("U-ana").doesNotContain("hello");
        }
    }

    @Test
    void aRedisThatIsGoneIsSaidToBeGoneAndUsedAgainWhenItIsBack(@TempDir Path folder) {
        var server = EmbeddedRedis.start(folder, false);
        try (var store = RedisStore.at(server.address(), "T1", "outage", new Json())) {
            var profiles = store.profiles();
            assertThat(store.takes()).isTrue();
            // Several idle connections, all of which break.
            java.util.stream.IntStream.range(0, 64).parallel().forEach(_ -> profiles.all());
            server.close();

            assertThat(store.takes()).isFalse();
            assertThatThrownBy(profiles::all)
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("reading the profiles");
            assertThatThrownBy(() -> store.outbox().plan(List.of(notice("n1")))).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(store::check).isInstanceOf(StoreUnavailable.class);

            server = EmbeddedRedis.start(folder, false);
            assertThat(profiles.all()).isEmpty();
            store.outbox().plan(List.of(notice("n1")));
            assertThat(store.takes()).isTrue();
            assertThat(store.check()).isEqualTo(new ServerCheck(List.of(), List.of()));
        } finally {
            server.close();
        }
    }

    private static void deliver(RedisStore store, String channel) {
        var claim = (Claim) store.outbox().claim(NOON, CourierSettings.SLACK);
        store.outbox().delivered(claim, new Posted(channel, "1.0"), NOON);
    }

    private String everything(String event) {
        var all = new StringBuilder();
        for (var key : redis.raw().keys("cb:{T1:" + event + "}:*")) {
            all.append(key).append(' ');
            all.append(
                    switch (redis.raw().type(key)) {
                        case "string" -> redis.raw().get(key);
                        case "hash" -> redis.raw().hgetAll(key).toString();
                        case "zset" -> redis.raw().zrange(key, 0, -1).toString();
                        case "stream" -> redis.raw().xrange(key, "-", "+").toString();
                        default -> throw new AssertionError("what is in " + key + "?");
                    });
            all.append('\n');
        }
        return all.toString();
    }

    private static Notice notice(String id) {
        return new Notice(id, ANA, new Notice.Content.Post(Message.of("hello")), NOON, Notice.Urgency.ORDINARY, null);
    }
}
