package coffeebreak.bot.redis;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.frontdesk.Arrival;
import coffeebreak.bot.frontdesk.Clerk;
import coffeebreak.bot.frontdesk.Inbox;
import coffeebreak.bot.frontdesk.Inbox.Admission;
import coffeebreak.bot.frontdesk.Place;
import coffeebreak.bot.frontdesk.Reception;
import coffeebreak.bot.frontdesk.ReceptionSettings;
import coffeebreak.bot.notices.Along;
import coffeebreak.bot.notices.Passage;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// Whatever comes in, from the edge to the clerk, over a real Redis.
@ExtendWith(RealRedis.Extension.class)
@Timeout(60)
class ReceptionOnRedisTest {

    private static final Person ANA = new Person("U-ana");
    private static final Person BOB = new Person("U-bob");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final ReceptionSettings QUICK = new ReceptionSettings(
            Duration.ofSeconds(20), LONG, Duration.ofMillis(10), Duration.ofMillis(5), 5, 24, Duration.ofSeconds(10));
    private static final ReceptionSettings TWO_AT_ONCE = new ReceptionSettings(
            Duration.ofSeconds(20), LONG, Duration.ofMillis(10), Duration.ofMillis(5), 5, 2, Duration.ofSeconds(10));

    private final RealRedis redis;
    private final String event = "reception-" + UUID.randomUUID();
    private final RedisStore store;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Notes notes = new Notes();

    ReceptionOnRedisTest(RealRedis redis) {
        this.redis = redis;
        this.store = redis.store(event);
    }

    @AfterEach
    void everythingStops() {
        workers.shutdownNow();
        store.close();
    }

    /// Writes down what it is asked to do, and does what a test wants done meanwhile.
    private static final class Notes implements Clerk {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private Consumer<Arrival> work = _ -> {};

        @Override
        public Reply work(Arrival arrival, boolean again) {
            lines.add((again ? "works again " : "works ") + words(arrival));
            work.accept(arrival);
            return Reply.say("done");
        }

        @Override
        public void say(Arrival arrival, Reply reply) {
            lines.add("says " + words(arrival));
        }

        @Override
        public void workUnkept(Arrival arrival) {
            lines.add("works from memory " + words(arrival));
        }

        @Override
        public void sayLater(Arrival arrival) {
            lines.add("later " + words(arrival));
        }

        @Override
        public void sayGivenUp(Arrival arrival) {
            lines.add("gives up " + words(arrival));
        }
    }

    private static String words(Arrival arrival) {
        return arrival.input() instanceof Arrival.Input.Words(var words) ? words : "";
    }

    private static Arrival writes(Person who, String words) {
        var place = new Place(Place.Kind.DIRECT, "D-" + who.id(), words, null, null, null);
        return new Arrival(
                Set.of("event " + words, Arrival.written(place.channel(), words)),
                who,
                place,
                new Arrival.Input.Words(words));
    }

    private Reception reception(Inbox inbox, ReceptionSettings settings) {
        return new Reception(inbox, notes, workers, Passage.real(), settings, Along.nobody());
    }

    private void awaitLines(String... lines) throws InterruptedException {
        while (notes.lines.size() < lines.length) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        assertThat(notes.lines).containsExactly(lines);
    }

    private void awaitNothingKept() throws InterruptedException {
        while (!keys().stream().allMatch(key -> key.contains("}:seen:") || key.endsWith("}:inbox:last"))) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    private List<String> keys() {
        return List.copyOf(redis.raw().keys(prefix() + "*"));
    }

    private String prefix() {
        return "cb:{T1:" + event + "}:";
    }

    private static Inbox.Held taken(Admission admission) {
        return ((Admission.Taken) admission).held();
    }

    @Test
    void whatComesInIsWorkedAndSaidOnceAndNothingOfItStays() throws Exception {
        var reception = reception(store.inbox(), QUICK);
        reception.arrived(writes(ANA, "hi"));
        reception.arrived(writes(ANA, "hi"));
        awaitLines("works hi", "says hi");
        awaitNothingKept();
        reception.arrived(writes(ANA, "hi"));
        reception.arrived(writes(ANA, "there"));
        awaitLines("works hi", "says hi", "works there", "says there");
        awaitNothingKept();
    }

    @Test
    void whatAnotherReplicaAdmitsComesAfterWhatIsBeingWorkedAndNobodyElseWaits() throws Exception {
        var free = new CountDownLatch(1);
        notes.work = arrival -> {
            if (words(arrival).equals("first")) {
                uninterrupted(free);
            }
        };
        var one = reception(store.inbox(), QUICK);
        var other = reception(store.inbox(), QUICK);
        one.arrived(writes(ANA, "first"));
        other.arrived(writes(ANA, "second"));
        other.arrived(writes(BOB, "hello"));
        awaitLines("works first", "works hello", "says hello");
        free.countDown();
        awaitLines("works first", "works hello", "says hello", "says first", "works second", "says second");
    }

    @Test
    void aFloodOfOnePersonTakesOnePlaceAndTheOthersGoToWhoeverElseWrites() throws Exception {
        var free = new CountDownLatch(1);
        notes.work = arrival -> {
            if (arrival.from().equals(ANA)) {
                uninterrupted(free);
            }
        };
        var reception = reception(store.inbox(), TWO_AT_ONCE);
        for (var number = 1; number <= 200; number++) {
            reception.arrived(writes(ANA, "flood " + number));
        }
        reception.arrived(writes(BOB, "hello"));
        reception.arrived(writes(BOB, "again"));
        awaitLines("works flood 1", "works hello", "says hello", "works again", "says again");
        free.countDown();
    }

    @Test
    void whoFindsEveryPlaceTakenWaitsAcknowledged() throws Exception {
        var free = new CountDownLatch(1);
        notes.work = _ -> uninterrupted(free);
        var reception = reception(store.inbox(), TWO_AT_ONCE);
        for (var who = 1; who <= 3; who++) {
            reception.arrived(writes(new Person("U" + who), "from " + who));
        }
        while (notes.lines.size() < 2) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        assertThat(notes.lines).allMatch(line -> line.startsWith("works "));
        free.countDown();
        while (notes.lines.size() < 6) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        assertThat(notes.lines).contains("says from 1", "says from 2", "says from 3");
    }

    @Test
    void whoHasJustStartedTakesUpTwoAtOnceAndSoonMore() throws Exception {
        var free = new CountDownLatch(1);
        notes.work = _ -> uninterrupted(free);
        var reception = reception(store.inbox(), QUICK);
        for (var who = 1; who <= 5; who++) {
            reception.arrived(writes(new Person("U" + who), "from " + who));
        }
        assertThat(notes.lines.size()).isLessThanOrEqualTo(2);
        reception.start();
        while (notes.lines.size() < 5) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        free.countDown();
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatAProcessLeavesBehindIsWorkedAgainByAnotherAndSaidOnce() throws Exception {
        var gone = store.inbox();
        var held = taken(gone.admit(writes(ANA, "begun"), SHORT, LONG));
        assertThat(gone.admit(writes(ANA, "next"), SHORT, LONG)).isInstanceOf(Admission.Behind.class);
        redis.pass(SHORT);
        reception(store.inbox(), QUICK).start();
        awaitLines("works again begun", "says begun", "works next", "says next");
        assertThat(gone.done(held)).as("whoever comes back is told").isFalse();
        assertThat(gone.next(held, SHORT)).isEmpty();
        assertThat(gone.giveUp(held, "late")).isFalse();
    }

    @Test
    void whatIsDoneAndNotSaidIsNotWorkedAgain() throws Exception {
        var gone = store.inbox();
        var held = taken(gone.admit(writes(ANA, "done"), SHORT, LONG));
        assertThat(gone.done(held)).isTrue();
        gone.admit(writes(ANA, "next"), SHORT, LONG);
        redis.pass(SHORT);
        reception(store.inbox(), QUICK).start();
        awaitLines("works next", "says next");
    }

    @Test
    void aLeaseThatIsRenewedIsNotTaken() {
        var inbox = store.inbox();
        var held = taken(inbox.admit(writes(ANA, "long"), SHORT, LONG));
        inbox.renew(List.of(held), LONG);
        redis.pass(SHORT);
        assertThat(inbox.takeOver(LONG, 10)).isEmpty();
        assertThat(inbox.done(held)).isTrue();
    }

    @Test
    void whatNobodyCanWorkIsGivenUpAfterFiveTriesAndNobodyElseWaits() throws Exception {
        notes.work = arrival -> {
            if (words(arrival).equals("poison")) {
                throw new IllegalStateException("broken on purpose");
            }
        };
        var reception = reception(store.inbox(), QUICK);
        reception.start();
        reception.arrived(writes(ANA, "poison"));
        awaitLines(
                "works poison",
                "works again poison",
                "works again poison",
                "works again poison",
                "works again poison",
                "gives up poison");
        reception.arrived(writes(ANA, "hi"));
        while (!notes.lines.contains("says hi")) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        var letters = store.deadLetters();
        assertThat(letters.all()).singleElement().satisfies(letter -> {
            assertThat(letter.from()).isEqualTo(ANA);
            assertThat(letter.what()).isEqualTo("Words");
            assertThat(letter.words()).isEqualTo("poison");
            assertThat(letter.reason()).isEqualTo("IllegalStateException");
        });

        notes.work = _ -> {};
        notes.lines.clear();
        assertThat(letters.tryAgain()).isEqualTo(1);
        awaitLines("works poison", "says poison");
        assertThat(letters.all()).isEmpty();
    }

    @Test
    void whatKillsEveryProcessIsGivenUpAsWell() throws Exception {
        store.inbox().admit(writes(ANA, "deadly"), SHORT, LONG);
        for (var time = 1; time < 5; time++) {
            redis.pass(SHORT);
            assertThat(store.inbox().takeOver(SHORT, 10)).hasSize(1);
        }
        redis.pass(SHORT);
        reception(store.inbox(), QUICK).start();
        awaitLines("gives up deadly");
        assertThat(store.deadLetters().all()).hasSize(1);
    }

    @Test
    void whoIsForgottenLeavesNothingThatWasGivenUp() {
        var inbox = store.inbox();
        for (var who : List.of(ANA, BOB)) {
            var held = taken(inbox.admit(writes(who, "words of " + who.id()), LONG, LONG));
            inbox.giveUp(held, "no");
            inbox.next(held, LONG);
        }
        store.deadLetters().forget(ANA);
        assertThat(store.deadLetters().all())
                .extracting(letter -> letter.from())
                .containsExactly(BOB);
        assertThat(store.deadLetters().drop()).isEqualTo(1);
        assertThat(store.deadLetters().all()).isEmpty();
    }

    @Test
    void whatWasDeletedBeforeAnybodyBeganIsNotWorked() throws Exception {
        var free = new CountDownLatch(1);
        notes.work = _ -> uninterrupted(free);
        var one = reception(store.inbox(), QUICK);
        var other = reception(store.inbox(), QUICK);
        one.arrived(writes(ANA, "first"));
        other.arrived(writes(ANA, "taken back"));
        other.deleted("D-U-ana", "taken back");
        other.deleted("D-U-ana", "not yet here");
        while (redis.raw().keys(prefix() + "seen:*").stream()
                        .filter(key -> "deleted".equals(redis.raw().get(key)))
                        .count()
                < 2) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        one.arrived(writes(ANA, "not yet here"));
        one.arrived(writes(ANA, "last"));
        free.countDown();
        awaitLines("works first", "says first", "works last", "says last");
    }

    @Test
    void whatTheStoreReadsTooLateIsNotKept() {
        var inbox = store.inbox();
        inbox.admit(writes(ANA, "so that it knows the server's clock"), LONG, LONG);
        assertThat(inbox.admit(writes(BOB, "late"), LONG, Duration.ofSeconds(-1)))
                .isEqualTo(new Admission.TooLate());
        assertThat(inbox.admit(writes(BOB, "late"), LONG, LONG)).isInstanceOf(Admission.Taken.class);
    }

    @Test
    void whoStopsGivesBackWhatIsNotBegunAndFinishesTheRest() throws Exception {
        var begun = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        notes.work = _ -> {
            begun.countDown();
            uninterrupted(free);
        };
        var stopping = reception(store.inbox(), QUICK);
        stopping.arrived(writes(ANA, "first"));
        stopping.arrived(writes(ANA, "second"));
        begun.await();
        var closing = workers.submit(stopping::close);
        TimeUnit.MILLISECONDS.sleep(20);
        free.countDown();
        closing.get();
        assertThat(notes.lines).containsExactly("works first", "says first");

        var left = store.inbox().takeOver(LONG, 10);
        assertThat(left).singleElement().satisfies(held -> {
            assertThat(words(held.arrival())).isEqualTo("second");
            assertThat(held.tries()).as("nobody has begun it").isEqualTo(1);
        });
    }

    @Test
    void withoutTheStoreEachIsWorkedFromMemoryOnceAndKeptAgainWhenItIsBack() throws Exception {
        var inbox = new Switched(store.inbox());
        inbox.away = true;
        var reception = reception(inbox, QUICK);
        reception.arrived(writes(ANA, "when is lunch?"));
        reception.arrived(writes(ANA, "when is lunch?"));
        reception.arrived(writes(ANA, "and dinner?"));
        awaitLines("works from memory when is lunch?", "works from memory and dinner?");

        inbox.away = false;
        reception.start();
        var tries = 0;
        while (!notes.lines.contains("works kept " + tries)) {
            reception.arrived(writes(BOB, "kept " + ++tries));
            TimeUnit.MILLISECONDS.sleep(20);
        }
        reception.arrived(writes(ANA, "when is lunch?"));
        reception.arrived(writes(ANA, "last"));
        while (!notes.lines.contains("says last")) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        assertThat(notes.lines).doesNotContain("works when is lunch?");
    }

    @Test
    void whatMeetsAStoreThatGoesAwayIsDoneWhenItIsBackAndItsPersonIsTold() throws Exception {
        var inbox = new Switched(store.inbox());
        notes.work = arrival -> {
            if (words(arrival).equals("save it") && !inbox.away) {
                inbox.away = true;
                throw new StoreUnavailable("saving", new IOException("gone"));
            }
        };
        var reception = reception(inbox, QUICK);
        reception.start();
        reception.arrived(writes(ANA, "save it"));
        awaitLines("works save it", "later save it");
        notes.work = _ -> {};
        inbox.away = false;
        awaitLines("works save it", "later save it", "works again save it", "says save it");
    }

    /// A store that can be away.
    private static final class Switched implements Inbox {

        private final Inbox inbox;
        private volatile boolean away;

        Switched(Inbox inbox) {
            this.inbox = inbox;
        }

        private Inbox reached() {
            if (away) {
                throw new StoreUnavailable("asking", new IOException("gone"));
            }
            return inbox;
        }

        @Override
        public Admission admit(Arrival arrival, Duration lease, Duration within) {
            return reached().admit(arrival, lease, within);
        }

        @Override
        public List<Held> takeOver(Duration lease, int most) {
            return reached().takeOver(lease, most);
        }

        @Override
        public boolean done(Held held) {
            return reached().done(held);
        }

        @Override
        public Optional<Held> next(Held held, Duration lease) {
            return reached().next(held, lease);
        }

        @Override
        public void putBack(Held held, Duration pause, boolean tried) {
            reached().putBack(held, pause, tried);
        }

        @Override
        public boolean giveUp(Held held, String reason) {
            return reached().giveUp(held, reason);
        }

        @Override
        public void renew(Collection<Held> held, Duration lease) {
            reached().renew(held, lease);
        }

        @Override
        public void takeBack(String written) {
            reached().takeBack(written);
        }
    }
}
