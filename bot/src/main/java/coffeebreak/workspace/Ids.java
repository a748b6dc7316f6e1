package coffeebreak.workspace;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/// Makes ids that look like Slack's: unique by a counter, hard to guess by chance.
final class Ids {
    private final RandomGenerator random;
    private final AtomicLong counter = new AtomicLong();

    Ids(RandomGenerator random) {
        this.random = random;
    }

    /// Such as `D0001K3J9QX2`.
    String next(String prefix) {
        return prefix
                + "%4s%6s"
                        .formatted(
                                Long.toString(counter.incrementAndGet(), 36),
                                Long.toString(random.nextLong(2_176_782_336L), 36))
                        .replace(' ', '0')
                        .toUpperCase(Locale.ROOT);
    }

    /// Sixteen hexadecimal digits of chance behind a unique number.
    String secret() {
        return "%d.%016x".formatted(counter.incrementAndGet(), random.nextLong());
    }

    /// In the form of a UUID, as Slack numbers its envelopes.
    String uuid() {
        return new java.util.UUID(random.nextLong(), random.nextLong()).toString();
    }
}
