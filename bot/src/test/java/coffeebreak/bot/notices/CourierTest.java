package coffeebreak.bot.notices;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Notice.Content;
import coffeebreak.bot.chat.Notice.Urgency;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.notices.Messenger.Delivery;
import coffeebreak.bot.notices.Messenger.Lookup;
import coffeebreak.bot.notices.Messenger.Posted;
import coffeebreak.bot.notices.Outbox.Counts;
import coffeebreak.bot.notices.ScriptedChat.Fate;
import coffeebreak.bot.notices.ScriptedChat.Killed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourierTest {

    private static final Person ANA = new Person("U-ana");
    private static final CourierSettings SETTINGS = CourierSettings.SLACK.atPace(20, Duration.ofSeconds(1));

    private final SettableClock clock = new SettableClock();
    private final InMemoryOutbox outbox = new InMemoryOutbox(clock);
    private final ArrayDeque<Fate> script = new ArrayDeque<>();
    private final ScriptedChat chat =
            new ScriptedChat(clock, () -> script.isEmpty() ? Fate.FINE : script.removeFirst(), Duration.ofSeconds(20));

    @Test
    void whatIsDueIsDelivered() {
        outbox.plan(List.of(post("n1", "hello"), post("n2", "again")));
        run(chat);

        assertThat(chat.readBy(ANA)).containsExactly("hello", "again");
        assertThat(outbox.counts()).isEqualTo(new Counts(0, 0, 2, 0));
    }

    /// Spring closes it, and so do the opening hours: the second time must not wait for what the first time took.
    @Test
    @Timeout(60)
    void itCanBeClosedTwiceWithoutWaitingForAnybody() {
        var patient = new Courier(
                outbox,
                chat,
                clock,
                passage(),
                Runnable::run,
                CourierSettings.settlingIn(Duration.ofHours(1)),
                Along.nobody());

        patient.close();
        patient.close();

        assertThat(patient.step()).isPositive();
    }

    @Test
    void aLostAnswerIsReadBackAndNotSentAgain() {
        script.add(Fate.ANSWER_LOST);
        outbox.plan(List.of(post("n1", "hello")));
        run(chat);

        assertThat(chat.readBy(ANA)).containsExactly("hello");
        assertThat(chat.calls()).isEqualTo(1);
        assertThat(outbox.counts().delivered()).isEqualTo(1);
    }

    @Test
    void aLostCallIsSentAgainOnlyAfterTwoLooksInVain() {
        script.addAll(List.of(Fate.CALL_LOST, Fate.FINE));
        outbox.plan(List.of(post("n1", "hello")));
        var looks = new ArrayList<Instant>();
        var began = clock.instant();
        run(new Messenger() {
            @Override
            public Delivery deliver(Notice notice, @Nullable Posted edited) {
                return chat.deliver(notice, edited);
            }

            @Override
            public Lookup find(Notice notice, Instant since) {
                looks.add(clock.instant());
                return chat.find(notice, since);
            }
        });

        assertThat(chat.readBy(ANA)).containsExactly("hello");
        assertThat(looks).hasSize(2);
        assertThat(looks.get(0)).isAfterOrEqualTo(began.plus(SETTINGS.settle()));
        assertThat(looks.get(1)).isAfterOrEqualTo(looks.get(0).plus(SETTINGS.lookAgain()));
    }

    @Test
    void aMessageTakenLateIsStillSeenOnce() {
        script.add(Fate.LATE);
        outbox.plan(List.of(post("n1", "hello")));
        run(chat);

        assertThat(chat.noticesSeen()).containsExactly("n1");
    }

    @Test
    void aRateLimitPausesEverybody() {
        script.add(Fate.RATE_LIMITED);
        outbox.plan(List.of(
                post("n1", "hello"),
                new Notice(
                        "n2",
                        new Person("U-bo"),
                        new Content.Post(Message.of("hi")),
                        Instant.EPOCH,
                        Urgency.ORDINARY,
                        null)));
        var courier = courier(chat);
        courier.step();

        var wait = courier.step();
        assertThat(wait).isPositive();
        clock.advance(Duration.ofMillis(2_999));
        assertThat(courier.step()).isPositive();
        assertThat(chat.calls()).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        courier.step();
        assertThat(chat.calls()).isEqualTo(2);
    }

    @Test
    void whoeverCannotBeReachedIsTriedLessAndLessOften() {
        for (int time = 0; time < 12; time++) {
            script.add(Fate.UNREACHABLE);
        }
        outbox.plan(List.of(post("n1", "hello")));
        var began = clock.instant();
        run(chat);

        assertThat(chat.readBy(ANA)).containsExactly("hello");
        // 1 + 2 + 4 + … + 256 s, then 5 minutes each.
        assertThat(Duration.between(began, clock.instant()))
                .isBetween(Duration.ofSeconds(1411), Duration.ofSeconds(1420));
    }

    @Test
    void whatTheChatRefusesIsGivenUpAndTheNextGoesOn() {
        script.add(Fate.REFUSED);
        outbox.plan(List.of(post("n1", "hello"), post("n2", "again")));
        run(chat);

        assertThat(chat.readBy(ANA)).containsExactly("again");
        assertThat(outbox.refusals(9)).containsExactly(new Outbox.Refusal("n1", ANA, "user_disabled"));
    }

    @Test
    void whatIsNeverConfirmedIsGivenUpInTheEnd() {
        var silent = new ScriptedChat(clock, () -> Fate.CALL_LOST, Duration.ZERO);
        outbox.plan(List.of(post("n1", "hello")));
        run(new Messenger() {
            @Override
            public Delivery deliver(Notice notice, @Nullable Posted edited) {
                return silent.deliver(notice, edited);
            }

            @Override
            public Lookup find(Notice notice, Instant since) {
                return new Lookup.Absent();
            }
        });

        assertThat(silent.calls()).isEqualTo(SETTINGS.sends());
        assertThat(outbox.refusals(9).getFirst().reason()).contains("not confirmed after 50 attempts");
    }

    @Test
    void anInterruptedEditIsRepeatedWithoutLooking() {
        outbox.plan(List.of(post("card", "one guest")));
        run(chat);
        script.addAll(List.of(Fate.CALL_LOST, Fate.ANSWER_LOST));
        outbox.plan(List.of(new Notice(
                "card-2",
                ANA,
                new Content.Edit("card", Message.of("two guests")),
                Instant.EPOCH,
                Urgency.ORDINARY,
                null)));
        run(chat);

        assertThat(chat.readBy(ANA)).containsExactly("two guests");
    }

    @Test
    void aFaultOfTheMessengerIsADoubtAndNotALoss() {
        var broken = new boolean[] {true};
        outbox.plan(List.of(post("n1", "hello")));
        run(new Messenger() {
            @Override
            public Delivery deliver(Notice notice, @Nullable Posted edited) {
                var delivery = chat.deliver(notice, edited);
                if (broken[0]) {
                    broken[0] = false;
                    throw new IllegalStateException("a bug after the call");
                }
                return delivery;
            }

            @Override
            public Lookup find(Notice notice, Instant since) {
                return chat.find(notice, since);
            }
        });

        assertThat(chat.readBy(ANA)).containsExactly("hello");
    }

    @Test
    void anOutcomeThatCannotBeStoredIsOfferedAgain() {
        var failures = new int[] {3};
        var flaky = new ForwardingOutbox(outbox) {
            @Override
            public void delivered(Outbox.Claim claim, Posted posted, Instant next) {
                if (failures[0]-- > 0) {
                    throw new StoreUnavailable("noting a delivery", new RuntimeException("gone"));
                }
                super.delivered(claim, posted, next);
            }
        };
        outbox.plan(List.of(post("n1", "hello")));
        new Courier(flaky, chat, clock, passage(), Runnable::run, SETTINGS, Along.nobody()).step();

        assertThat(outbox.counts()).isEqualTo(new Counts(0, 0, 1, 0));
    }

    @Test
    void aClaimThatWaitedTooLongIsNotSentUnderIt() {
        var slow = new ForwardingOutbox(outbox) {
            @Override
            public Turn claim(Instant now, CourierSettings settings) {
                var turn = super.claim(now, settings);
                clock.advance(settings.lease().dividedBy(3));
                return turn;
            }
        };
        outbox.plan(List.of(post("n1", "hello")));
        new Courier(slow, chat, clock, passage(), Runnable::run, SETTINGS, Along.nobody()).step();

        assertThat(chat.calls()).isZero();
        assertThat(outbox.counts()).isEqualTo(new Counts(1, 0, 0, 0));
    }

    @Test
    void whatSlippedThroughWhileTheProcessStoodStillIsTakenAwayAgain() {
        outbox.plan(List.of(post("n1", "hello")));
        var twiceForAMoment = new ArrayList<Integer>();
        courier(new ForwardingMessenger(chat) {
                    @Override
                    public Delivery deliver(Notice notice, @Nullable Posted edited) {
                        standStillWhileAnotherSends(chat);
                        var delivery = super.deliver(notice, edited);
                        twiceForAMoment.add(chat.readBy(ANA).size());
                        return delivery;
                    }
                })
                .step();

        assertThat(twiceForAMoment).containsExactly(2);
        assertThat(chat.readBy(ANA)).containsExactly("hello");
        assertThat(outbox.placeOf("n1")).hasValue(new Posted("D-" + ANA, "000001"));
    }

    @Test
    void whoeverStoodStillLooksAtTheWatchOnceMoreBeforeAnythingLeaves() {
        outbox.plan(List.of(post("n1", "hello")));
        courier(new ForwardingMessenger(chat) {
                    @Override
                    public Delivery deliver(Notice notice, @Nullable Posted edited) {
                        standStillWhileAnotherSends(chat);
                        LastLook.look();
                        return super.deliver(notice, edited);
                    }
                })
                .step();

        assertThat(chat.calls()).isEqualTo(1);
        assertThat(chat.readBy(ANA)).containsExactly("hello");
        assertThat(outbox.counts()).isEqualTo(new Counts(0, 0, 1, 0));
    }

    private void standStillWhileAnotherSends(ScriptedChat chat) {
        clock.advance(SETTINGS.lease().multipliedBy(2));
        run(chat);
    }

    /// Scenario 65.
    @Test
    void whileTheChatWantsThirtySecondsNobodyIsWrittenToAndThenUrgentFirstAndInOrder() {
        var bo = new Person("U-bo");
        outbox.plan(List.of(post("n1", "first"), post("n2", "second"), post("n3", "third")));
        script.add(Fate.RATE_LIMITED_FOR_LONG);
        var courier = courier(chat);
        courier.step();
        outbox.plan(List.of(
                new Notice("n4", bo, new Content.Post(Message.of("at once")), Instant.EPOCH, Urgency.URGENT, null)));
        var began = clock.instant();

        while (clock.instant().isBefore(began.plusSeconds(30))) {
            assertThat(chat.calls()).isEqualTo(1);
            var rest = courier.step();
            assertThat(rest).isPositive();
            clock.advance(rest);
        }
        run(chat);

        assertThat(chat.noticesSeen()).containsExactly("n4", "n1", "n2", "n3");
        assertThat(chat.readBy(ANA)).containsExactly("first", "second", "third");
        assertThat(outbox.counts()).isEqualTo(new Counts(0, 0, 4, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverIsInterruptedEachIsSeenOnceAndInOrder(long seed) {
        var outcome = new Storm(seed).run(messenger -> messenger);

        assertThat(outcome.missing()).isEmpty();
        assertThat(outcome.twice()).isEmpty();
        assertThat(outcome.outOfOrder()).isEmpty();
        assertThat(outcome.kills()).isGreaterThan(5);
        assertThat(outcome.counts()).isEqualTo(new Counts(0, 0, Storm.NOTICES, 0));
    }

    @Test
    void sendingAgainWithoutLookingShowsSomeTwice() {
        var outcome = new Storm(1).run(Naive::new);

        assertThat(outcome.missing()).isEmpty();
        assertThat(outcome.twice()).isNotEmpty();
    }

    @Test
    void neverSendingAgainLosesSome() {
        var outcome = new Storm(1).run(AtMostOnce::new);

        assertThat(outcome.twice()).isEmpty();
        assertThat(outcome.missing()).isNotEmpty();
    }

    @Test
    void aChatThatShowsItsMessagesLaterThanTheSettlingTimeShowsSomeTwice() {
        var outcome = new Storm(1, SETTINGS.settle().multipliedBy(3)).run(messenger -> messenger);

        assertThat(outcome.missing()).isEmpty();
        assertThat(outcome.twice()).isNotEmpty();
    }

    /// Hundreds of notices for some dozens of people, three couriers, faults of every kind drawn from a seed.
    private static final class Storm {

        static final int NOTICES = 600;
        private static final int PEOPLE = 40;

        private final SettableClock clock = new SettableClock();
        private final InMemoryOutbox outbox = new InMemoryOutbox(clock);
        private final Random random;
        private final ScriptedChat chat;

        Storm(long seed) {
            this(seed, SETTINGS.settle().minusSeconds(5));
        }

        Storm(long seed, Duration lateBy) {
            random = new Random(seed);
            chat = new ScriptedChat(clock, this::fate, lateBy);
        }

        private Fate fate() {
            int chance = random.nextInt(100);
            return switch (chance) {
                case 0, 1, 2 -> Fate.ANSWER_LOST;
                case 3, 4 -> Fate.CALL_LOST;
                case 5, 6 -> Fate.LATE;
                case 7, 8 -> Fate.RATE_LIMITED;
                case 9 -> Fate.UNREACHABLE;
                case 10, 11 -> Fate.DIES_AFTER;
                case 12 -> Fate.DIES_BEFORE;
                default -> Fate.FINE;
            };
        }

        Outcome run(java.util.function.UnaryOperator<Messenger> approach) {
            var planned = new HashMap<Person, List<String>>();
            var notices = new ArrayList<Notice>();
            for (int number = 0; number < NOTICES; number++) {
                var person = new Person("U" + number % PEOPLE);
                var id = "n" + number;
                planned.computeIfAbsent(person, _ -> new ArrayList<>()).add(id);
                notices.add(new Notice(
                        id,
                        person,
                        new Content.Post(Message.of(id)),
                        Instant.EPOCH,
                        random.nextInt(5) == 0 ? Urgency.URGENT : Urgency.ORDINARY,
                        null));
            }
            // Planned in parts, and some parts again.
            var later = new ArrayDeque<>(List.of(notices.subList(300, 600), notices.subList(100, 500)));
            outbox.plan(notices.subList(0, 300));

            Supplier<Courier> hire = () -> new Courier(
                    outbox,
                    approach.apply(chat),
                    clock,
                    new SettablePassage(clock),
                    Runnable::run,
                    SETTINGS,
                    Along.nobody());
            var couriers = new Courier[] {hire.get(), hire.get(), hire.get()};
            int kills = 0;
            for (int turn = 0; !done(later); turn++) {
                assertThat(turn).as("turns").isLessThan(200_000);
                if (turn % 500 == 499 && !later.isEmpty()) {
                    outbox.plan(later.removeFirst());
                }
                var at = random.nextInt(couriers.length);
                try {
                    clock.advance(couriers[at].step());
                } catch (Killed killed) {
                    kills++;
                    couriers[at] = hire.get();
                }
                clock.advance(Duration.ofMillis(random.nextInt(30)));
            }
            return outcome(planned, kills);
        }

        private boolean done(ArrayDeque<?> later) {
            var counts = outbox.counts();
            return later.isEmpty() && counts.waiting() == 0 && counts.underWay() == 0;
        }

        private Outcome outcome(Map<Person, List<String>> planned, int kills) {
            var missing = new HashSet<String>();
            var twice = new HashSet<String>();
            var outOfOrder = new HashSet<Person>();
            planned.forEach((person, ids) -> {
                var read = chat.readBy(person);
                var once = new ArrayList<>(new java.util.LinkedHashSet<>(read));
                read.stream()
                        .filter(id -> read.indexOf(id) != read.lastIndexOf(id))
                        .forEach(twice::add);
                ids.stream().filter(id -> !read.contains(id)).forEach(missing::add);
                var expected = ids.stream().filter(once::contains).toList();
                if (!once.equals(expected)) {
                    outOfOrder.add(person);
                }
            });
            return new Outcome(missing, twice, outOfOrder, kills, outbox.counts());
        }

        record Outcome(
                java.util.Set<String> missing,
                java.util.Set<String> twice,
                java.util.Set<Person> outOfOrder,
                int kills,
                Counts counts) {}
    }

    private static class ForwardingMessenger implements Messenger {

        private final Messenger messenger;

        ForwardingMessenger(Messenger messenger) {
            this.messenger = messenger;
        }

        @Override
        public Delivery deliver(Notice notice, @Nullable Posted edited) {
            return messenger.deliver(notice, edited);
        }

        @Override
        public Lookup find(Notice notice, Instant since) {
            return messenger.find(notice, since);
        }

        @Override
        public boolean leaveOnly(Posted kept, Notice notice) {
            return messenger.leaveOnly(kept, notice);
        }
    }

    /// Sends again whatever was not confirmed, as the common libraries do.
    private record Naive(Messenger messenger) implements Messenger {
        @Override
        public Delivery deliver(Notice notice, @Nullable Posted edited) {
            var delivery = messenger.deliver(notice, edited);
            return delivery instanceof Delivery.Uncertain(var reason)
                    ? new Delivery.TryAgain(Duration.ofSeconds(1), false, reason)
                    : delivery;
        }

        @Override
        public Lookup find(Notice notice, Instant since) {
            return new Lookup.Absent();
        }
    }

    /// Takes every attempt for a delivery.
    private record AtMostOnce(Messenger messenger) implements Messenger {
        @Override
        public Delivery deliver(Notice notice, @Nullable Posted edited) {
            var delivery = messenger.deliver(notice, edited);
            return delivery instanceof Delivery.Uncertain ? new Delivery.Delivered(new Posted("?", "?")) : delivery;
        }

        @Override
        public Lookup find(Notice notice, Instant since) {
            return new Lookup.Found(new Posted("?", "?"));
        }
    }

    private static class ForwardingOutbox implements Outbox {
        private final Outbox outbox;

        ForwardingOutbox(Outbox outbox) {
            this.outbox = outbox;
        }

        @Override
        public void plan(List<Notice> notices) {
            outbox.plan(notices);
        }

        @Override
        public Turn claim(Instant now, CourierSettings settings) {
            return outbox.claim(now, settings);
        }

        @Override
        public Fate fate(List<String> ids) {
            return outbox.fate(ids);
        }

        @Override
        public java.util.Optional<Claim> renew(Claim claim, Instant now, CourierSettings settings) {
            return outbox.renew(claim, now, settings);
        }

        @Override
        public void delivered(Claim claim, Posted posted, Instant next) {
            outbox.delivered(claim, posted, next);
        }

        @Override
        public void postpone(Claim claim, Instant until) {
            outbox.postpone(claim, until);
        }

        @Override
        public void uncertain(Claim claim, int looks, Duration wait) {
            outbox.uncertain(claim, looks, wait);
        }

        @Override
        public void giveUp(Claim claim, String reason) {
            outbox.giveUp(claim, reason);
        }

        @Override
        public void pause(Way way, Instant until) {
            outbox.pause(way, until);
        }

        @Override
        public void dropFor(Person person) {
            outbox.dropFor(person);
        }

        @Override
        public Waits waits() {
            return outbox.waits();
        }

        @Override
        public List<Waiting> waitingFor(Person person) {
            return outbox.waitingFor(person);
        }

        @Override
        public Counts counts() {
            return outbox.counts();
        }

        @Override
        public Optional<Posted> placeOf(String id) {
            return outbox.placeOf(id);
        }

        @Override
        public Progress progress(List<String> ids, Instant now) {
            return outbox.progress(ids, now);
        }

        @Override
        public List<Refusal> refusals(int count) {
            return outbox.refusals(count);
        }
    }

    private void run(Messenger messenger) {
        var courier = courier(messenger);
        for (int turn = 0; outbox.counts().waiting() + outbox.counts().underWay() > 0; turn++) {
            assertThat(turn).as("turns").isLessThan(100_000);
            clock.advance(courier.step());
        }
    }

    private Courier courier(Messenger messenger) {
        return new Courier(outbox, messenger, clock, passage(), Runnable::run, SETTINGS, Along.nobody());
    }

    private Passage passage() {
        return new SettablePassage(clock);
    }

    private static Notice post(String id, String words) {
        return new Notice(id, ANA, new Content.Post(Message.of(words)), Instant.EPOCH, Urgency.ORDINARY, null);
    }
}
