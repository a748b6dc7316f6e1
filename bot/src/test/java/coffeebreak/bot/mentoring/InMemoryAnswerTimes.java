package coffeebreak.bot.mentoring;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How long answers took, in memory.
public final class InMemoryAnswerTimes implements AnswerTimes {

    private final Map<String, Duration> times = new HashMap<>();

    @Override
    public synchronized void note(String seat, Duration took) {
        times.putIfAbsent(seat, Duration.ofMillis(took.toMillis()));
    }

    @Override
    public synchronized List<Duration> all() {
        return List.copyOf(times.values());
    }
}
