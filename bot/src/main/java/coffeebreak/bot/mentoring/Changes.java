package coffeebreak.bot.mentoring;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Makes changes of the plan. Each is tried against the plan as it is and written only if nobody was faster; else it is
/// made again from the start.
final class Changes {

    private static final int TRIES = 20;

    private final Now now;
    private final Plans plans;

    Changes(Now now, Plans plans) {
        this.now = now;
        this.plans = plans;
    }

    /// @param change null when there is nothing to write
    record Attempt<T>(T outcome, @Nullable Change change) {

        /// Nothing is to be written.
        static <T> Attempt<T> without(T outcome) {
            return new Attempt<>(outcome, null);
        }
    }

    /// @throws IllegalStateException when somebody was faster every time
    <T> T make(BiFunction<SeatingPlan, World, Attempt<T>> attempt) {
        for (var tries = 0; tries < TRIES; tries++) {
            var made = attempt.apply(plans.current(), now.world());
            var change = made.change();
            if (change == null || plans.replace(change.plan(), change.notices())) {
                return made.outcome();
            }
        }
        throw new IllegalStateException("the seats changed " + TRIES + " times while one change was made");
    }
}
