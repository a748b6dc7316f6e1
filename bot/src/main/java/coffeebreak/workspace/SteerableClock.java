package coffeebreak.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/// A clock that follows another at a chosen pace from a chosen start.
public final class SteerableClock implements WorkspaceClock {
    private final InstantSource real;
    private final ZoneId zone;
    private final List<Mark> marks;
    private Instant realAnchor;
    private Instant anchor;
    private double speed = 1;

    /// Shows `start` now and keeps pace with `real` until told otherwise.
    public SteerableClock(InstantSource real, Instant start, ZoneId zone, List<Mark> marks) {
        this.real = real;
        this.zone = zone;
        this.marks = List.copyOf(marks);
        this.realAnchor = real.instant();
        this.anchor = start;
    }

    /// The real time of day.
    public static SteerableClock ofToday(ZoneId zone) {
        var system = InstantSource.system();
        return new SteerableClock(system, system.instant(), zone, List.of());
    }

    @Override
    public synchronized Instant now() {
        var passed = Duration.between(realAnchor, real.instant());
        return anchor.plusNanos((long) (passed.toNanos() * speed));
    }

    @Override
    public synchronized void jumpTo(Instant instant) {
        realAnchor = real.instant();
        anchor = instant;
    }

    @Override
    public synchronized double speed() {
        return speed;
    }

    @Override
    public synchronized void speed(double factor) {
        if (!(factor >= 0 && factor <= 100_000)) {
            throw new IllegalArgumentException(
                    "the clock cannot run at speed %s; 0 to 100000 is fine".formatted(factor));
        }
        jumpTo(now());
        speed = factor;
    }

    @Override
    public List<Mark> marks() {
        return marks;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }
}
