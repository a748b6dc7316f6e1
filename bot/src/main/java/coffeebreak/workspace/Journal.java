package coffeebreak.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/// Everything that crossed the wire, in order. The oldest entries go when there are too many to keep.
final class Journal {
    private static final int MOST = 200_000;
    private final Pages<JournalCall> calls = new Pages<>();
    private final Pages<JournalDelivery> deliveries = new Pages<>();

    void call(LongFunction<JournalCall> entry) {
        calls.add(entry);
    }

    void delivery(LongFunction<JournalDelivery> entry) {
        deliveries.add(entry);
    }

    List<JournalCall> callsSince(long n) {
        return calls.since(n);
    }

    List<JournalDelivery> deliveriesSince(long n) {
        return deliveries.since(n);
    }

    private static final class Pages<T> {
        private final List<T> kept = new ArrayList<>();
        private long dropped;

        synchronized void add(LongFunction<T> entry) {
            if (kept.size() >= MOST) {
                int old = MOST / 10;
                kept.subList(0, old).clear();
                dropped += old;
            }
            kept.add(entry.apply(dropped + kept.size()));
        }

        synchronized List<T> since(long n) {
            long from = Math.clamp(n - dropped, 0, kept.size());
            return List.copyOf(kept.subList((int) from, kept.size()));
        }
    }
}
