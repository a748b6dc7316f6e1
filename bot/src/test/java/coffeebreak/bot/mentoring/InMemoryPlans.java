package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.notices.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Plans in memory, owing their notices to an outbox in memory; under the same contract as the ones in Redis.
public final class InMemoryPlans implements Plans {

    private static final Duration LIFETIME = Duration.ofDays(1);

    private record Kept(RoundDraft draft, Instant until) {}

    private final Outbox outbox;
    private final InstantSource clock;
    private final List<Kept> drafts = new ArrayList<>();
    private SeatingPlan plan = SeatingPlan.EMPTY;
    private Optional<Turn> turn = Optional.empty();

    /// @param clock what the day of a draft is measured by
    public InMemoryPlans(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public synchronized SeatingPlan current() {
        return plan;
    }

    @Override
    public synchronized boolean replace(SeatingPlan next, List<Notice> notices) {
        if (next.version() != plan.version() + 1) {
            return false;
        }
        plan = next;
        outbox.plan(notices);
        return true;
    }

    /// It does not end by itself.
    @Override
    public synchronized Optional<Turn> takeTurn(Turn mine) {
        var other = turn;
        if (turn.isEmpty()) {
            turn = Optional.of(mine);
        }
        return other;
    }

    @Override
    public synchronized void endTurn(Turn mine) {
        turn = turn.filter(each -> !each.equals(mine));
    }

    @Override
    public synchronized int keepDraft(RoundDraft draft) {
        drafts.add(new Kept(draft, clock.instant().plus(LIFETIME)));
        return drafts.size();
    }

    @Override
    public synchronized Optional<RoundDraft> draft(int number) {
        if (number < 1 || number > drafts.size()) {
            return Optional.empty();
        }
        var kept = drafts.get(number - 1);
        return kept.until().isAfter(clock.instant()) ? Optional.of(kept.draft()) : Optional.empty();
    }

    @Override
    public synchronized void dropDrafts() {
        drafts.replaceAll(kept -> new Kept(kept.draft(), Instant.MIN));
    }

    @Override
    public synchronized int latestDraft() {
        return drafts.size();
    }
}
