package coffeebreak.workspace;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// The time of day in the workspace: what stamps messages, and what the page shows and moves.
///
/// Rate limits, acknowledgements, triggers and signatures follow real time instead, since the other
/// side of the wire lives there.
public interface WorkspaceClock {

    /// The present moment in the workspace.
    Instant now();

    /// Continues from `instant`.
    void jumpTo(Instant instant);

    /// How many seconds pass in the workspace in a real one; zero stands still.
    double speed();

    /// Changes the pace from now on; `factor` is zero or more.
    void speed(double factor);

    /// Moments of the day worth jumping to, in order.
    List<Mark> marks();

    /// The zone the page shows times in.
    ZoneId zone();

    /// A named moment.
    record Mark(String label, Instant at) {}
}
