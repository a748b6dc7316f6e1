package coffeebreak.bot.mentoring;

import coffeebreak.bot.notices.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Sees, within a second, that a seat was answered, and notes how long that took since it was given or offered. What
/// was answered while no bot was running is not counted.
public final class Answering implements Timekeeper.Duty {

    private final Supplier<SeatingPlan> plan;
    private final AnswerTimes times;
    private final InstantSource clock;
    /// Since when the seats are waiting for an answer that this process has seen waiting, by their ids.
    private final Map<String, Instant> open = new HashMap<>();
    private long version = -1;
    private @Nullable Instant looked;

    public Answering(Supplier<SeatingPlan> plan, AnswerTimes times, InstantSource clock) {
        this.plan = plan;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public void look() {
        var before = looked;
        looked = clock.instant();
        var now = plan.get();
        if (now.version() == version) {
            return;
        }
        for (var seat : now.seats()) {
            var given = seat.given();
            switch (seat.state()) {
                case OFFERED, HELD -> {
                    if (given != null) {
                        open.put(seat.id(), given);
                    }
                }
                case CONFIRMED, HERE, DECLINED -> {
                    var givenSince = given != null && before != null && !given.isBefore(before);
                    var since = open.getOrDefault(seat.id(), givenSince ? given : null);
                    if (since != null && !clock.instant().isBefore(since)) {
                        times.note(seat.id(), Duration.between(since, clock.instant()));
                    }
                    open.remove(seat.id());
                }
                case CANCELLED, MOVED, TRADED, EXPIRED, MISSED, UNDONE -> open.remove(seat.id());
            }
        }
        version = now.version();
    }
}
