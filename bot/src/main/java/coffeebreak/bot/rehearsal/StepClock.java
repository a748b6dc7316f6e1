package coffeebreak.bot.rehearsal;

import coffeebreak.bot.notices.Passage;
import coffeebreak.workspace.WorkspaceClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// A clock that stands until it is moved. Whoever rests on it goes on when it has moved far enough, and it
/// can be asked to wait until they rest again: so the day goes as fast as the bot works, and no slow machine
/// makes anybody late.
final class StepClock implements WorkspaceClock, Passage {

    /// Nobody rests longer than this in real time, so that whoever is to stop notices.
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Instant start;
    private final ZoneId zone;
    private final List<Mark> marks;
    private final Map<Thread, Instant> resting = new HashMap<>();
    private final Set<Thread> awake = new HashSet<>();
    private Instant now;

    StepClock(Instant start, ZoneId zone, List<Mark> marks) {
        this.start = start;
        this.now = start;
        this.zone = zone;
        this.marks = List.copyOf(marks);
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    /// Never goes back.
    @Override
    public synchronized void jumpTo(Instant instant) {
        if (instant.isAfter(now)) {
            now = instant;
            notifyAll();
        }
    }

    /// Moves, and waits until everybody whom that woke rests again.
    void moveTo(Instant instant) throws InterruptedException {
        jumpTo(instant);
        settle();
    }

    private synchronized void settle() throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!isSettled() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.timedWait(this, 20);
        }
    }

    private boolean isSettled() {
        awake.removeIf(thread -> !thread.isAlive());
        return awake.isEmpty() && resting.values().stream().allMatch(due -> due.isAfter(now));
    }

    @Override
    public long nanoseconds() {
        return Duration.between(start, now()).toNanos();
    }

    @Override
    public synchronized void rest(Duration time) throws InterruptedException {
        var me = Thread.currentThread();
        var due = now.plus(time);
        var end = System.nanoTime() + LONGEST_REST.toNanos();
        awake.remove(me);
        resting.put(me, due);
        notifyAll();
        try {
            while (now.isBefore(due) && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.timedWait(
                        this, Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            }
        } finally {
            resting.remove(me);
            awake.add(me);
        }
    }

    /// It is moved by the play alone.
    @Override
    public double speed() {
        return 0;
    }

    @Override
    public void speed(double factor) {
        throw new IllegalArgumentException("a rehearsal sets its pace itself");
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
