package coffeebreak.bot.observing;

import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.notices.Messenger;
import coffeebreak.bot.notices.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// A messenger whose attempts are timed.
public final class CountedMessenger implements Messenger {

    private final Messenger messenger;
    private final Figures figures;
    private final Traces traces;
    private final LongSupplier nanoseconds;

    public CountedMessenger(Messenger messenger, Figures figures, Traces traces, LongSupplier nanoseconds) {
        this.messenger = messenger;
        this.figures = figures;
        this.traces = traces;
        this.nanoseconds = nanoseconds;
        for (var way : Way.values()) {
            List.of("delivered", "again", "in-doubt", "refused").forEach(outcome -> figures.attempts(way, outcome));
        }
    }

    @Override
    public Delivery deliver(Notice notice, @Nullable Posted edited) {
        var began = nanoseconds.getAsLong();
        var delivery = traces.part(
                "deliver " + Figures.name(Way.of(notice)),
                () -> messenger.deliver(notice, edited),
                CountedMessenger::outcome);
        figures.attempted(Way.of(notice), outcome(delivery), Duration.ofNanos(nanoseconds.getAsLong() - began));
        return delivery;
    }

    private static String outcome(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Delivered _ -> "delivered";
            case Delivery.TryAgain _ -> "again";
            case Delivery.Uncertain _ -> "in-doubt";
            case Delivery.Refused _ -> "refused";
        };
    }

    @Override
    public Lookup find(Notice notice, Instant since) {
        return messenger.find(notice, since);
    }

    @Override
    public boolean leaveOnly(Posted kept, Notice notice) {
        return messenger.leaveOnly(kept, notice);
    }
}
