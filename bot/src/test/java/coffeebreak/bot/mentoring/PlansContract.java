package coffeebreak.bot.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.notices.Outbox.Counts;
import coffeebreak.bot.peers.PeerSeat;
import coffeebreak.bot.peers.PeerTable;
import coffeebreak.bot.peers.PeerTables;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every keeper of plans does.
public abstract class PlansContract {

    private static final Instant NOON = Instant.parse("2026-04-26T12:00:00Z");
    private static final Person ANA = new Person("U-ana");
    private static final MentorTable TABLE = new MentorTable("t1", "lenka", "break-1", 6);

    private final Plans plans;
    private final Outbox outbox;

    /// @param plans  with nothing in them
    /// @param outbox what they owe their notices to
    protected PlansContract(Plans plans, Outbox outbox) {
        this.plans = plans;
        this.outbox = outbox;
    }

    @Test
    void droppedDraftsAreGoneAndTheirNumbersAreNotGivenAgain() {
        plans.keepDraft(draft(7));
        var number = plans.keepDraft(draft(7));

        plans.dropDrafts();

        assertThat(plans.draft(number)).isEmpty();
        assertThat(plans.draft(number - 1)).isEmpty();
        assertThat(plans.keepDraft(draft(7))).isEqualTo(number + 1);
    }

    @Test
    void theFirstPlanIsTheEmptyOne() {
        assertThat(plans.current()).isEqualTo(SeatingPlan.EMPTY);
        assertThat(plans.latestDraft()).isZero();
        assertThat(plans.draft(1)).isEmpty();
    }

    @Test
    void aPlanIsKeptAsItIsAndItsNoticesAreOwed() {
        assertThat(plans.replace(plan(1, 1), List.of(notice("n1"), notice("n2"))))
                .isTrue();

        assertThat(plans.current()).isEqualTo(plan(1, 1));
        assertThat(outbox.counts()).isEqualTo(new Counts(2, 0, 0, 0));
    }

    @Test
    void aPlanMadeAgainstAnOlderVersionChangesAndOwesNothing() {
        plans.replace(plan(1, 1), List.of());

        assertThat(plans.replace(plan(1, 7), List.of(notice("n1")))).isFalse();
        assertThat(plans.replace(plan(3, 7), List.of(notice("n1")))).isFalse();

        assertThat(plans.current()).isEqualTo(plan(1, 1));
        assertThat(outbox.counts()).isEqualTo(new Counts(0, 0, 0, 0));
    }

    @Test
    void ofManyAtOnceExactlyOneChangesThePlan() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 20)
                    .<Callable<Boolean>>mapToObj(
                            round -> () -> plans.replace(plan(1, round), List.of(notice("n" + round))))
                    .toList();
            var winners = 0;
            for (var outcome : threads.invokeAll(tries)) {
                winners += outcome.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        }
        assertThat(outbox.counts()).isEqualTo(new Counts(1, 0, 0, 0));
    }

    @Test
    void draftsAreNumberedAndComeBackAsTheyWere() {
        assertThat(plans.keepDraft(draft(7))).isEqualTo(1);
        assertThat(plans.keepDraft(draft(8))).isEqualTo(2);

        assertThat(plans.draft(1)).isEqualTo(Optional.of(draft(7)));
        assertThat(plans.draft(2)).isEqualTo(Optional.of(draft(8)));
        assertThat(plans.draft(3)).isEmpty();
        assertThat(plans.latestDraft()).isEqualTo(2);
    }

    @Test
    void oneAtATimeHasTheTurnToPublish() {
        var anas = new Turn(ANA, NOON);
        var bos = new Turn(new Person("U-bo"), NOON.plusSeconds(1));

        assertThat(plans.takeTurn(anas)).isEmpty();
        assertThat(plans.takeTurn(bos)).contains(anas);
        plans.endTurn(bos);
        assertThat(plans.takeTurn(bos)).as("nobody ends another's turn").contains(anas);
        plans.endTurn(anas);

        assertThat(plans.takeTurn(bos)).isEmpty();
    }

    @Test
    void aPlanOfAWholeWorkshopIsOneStep() {
        var notices = IntStream.range(0, 1_500)
                .mapToObj(number -> notice("n" + number))
                .toList();

        assertThat(plans.replace(plan(1, 1), notices)).isTrue();

        assertThat(outbox.counts().waiting()).isEqualTo(1_500);
    }

    protected static SeatingPlan plan(long version, int round) {
        return new SeatingPlan(
                version,
                round,
                1L << 60,
                List.of(TABLE),
                List.of(
                        Seat.given("s1", ANA, "t1", 0.123456789, List.of("loss landscapes"), NOON),
                        Seat.given("s2", ANA, "t1", 0.5, List.of(), null)
                                .late(5)
                                .heldUntil(NOON)),
                Map.of("break-1", List.of(new Person("U-bo"), new Person("U-cy"))),
                Map.of("U-bo", round),
                new PeerTables(List.of(new PeerTable(
                        "p1",
                        "break-1",
                        List.of(
                                new PeerSeat("ps1", new Person("U-bo"), PeerSeat.State.EXPECTED, NOON),
                                new PeerSeat("ps2", new Person("U-cy"), PeerSeat.State.MOVED_UP, null)),
                        List.of("grokking"),
                        List.of(new Person("U-bo"), new Person("U-cy"))))),
                Set.of("t1"),
                Set.of("s1"),
                Map.of("s1", "s2"),
                new DayTold(3, "d3", Map.of("break-1", LocalTime.of(10, 30)), NOON),
                Set.of("s1"),
                List.of(
                        new PublishedRound(1, ANA, NOON, 2, 1, 7, new PublishedRound.Undone(ANA, NOON)),
                        new PublishedRound(2, ANA, NOON, 2, 1, 7, null)),
                new Undoable(
                        2,
                        NOON,
                        SeatingPlan.EMPTY,
                        Set.of("s1"),
                        Set.of("s0"),
                        Map.of("break-1", List.of(new Person("U-bo")))));
    }

    private static RoundDraft draft(long seed) {
        return new RoundDraft(
                "b1",
                "f1",
                seed,
                NOON,
                List.of(TABLE),
                plan(1, 1).seats(),
                Set.of("s0"),
                plan(1, 1).standby(),
                plan(1, 1).peers(),
                true,
                12);
    }

    private static Notice notice(String id) {
        return new Notice(id, ANA, new Notice.Content.Post(Message.of("hello")), NOON, Notice.Urgency.ORDINARY, null);
    }
}
