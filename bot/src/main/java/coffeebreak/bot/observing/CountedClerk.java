package coffeebreak.bot.observing;

import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.frontdesk.Arrival;
import coffeebreak.bot.frontdesk.Clerk;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/// A clerk whose work is timed.
public final class CountedClerk implements Clerk {

    private static final List<String> KINDS = List.of("words", "files", "edited", "command", "intent", "left");

    private final Clerk clerk;
    private final Figures figures;
    private final Traces traces;
    private final LongSupplier nanoseconds;

    public CountedClerk(Clerk clerk, Figures figures, Traces traces, LongSupplier nanoseconds) {
        this.clerk = clerk;
        this.figures = figures;
        this.traces = traces;
        this.nanoseconds = nanoseconds;
        KINDS.forEach(kind ->
                List.of("worked", "failed", "unkept", "given-up").forEach(outcome -> figures.arrivals(kind, outcome)));
    }

    @Override
    public Reply work(Arrival arrival, boolean again) {
        var began = nanoseconds.getAsLong();
        var outcome = "failed";
        try {
            var reply = traces.part("work " + kind(arrival), () -> clerk.work(arrival, again), _ -> "worked");
            outcome = "worked";
            return reply;
        } finally {
            count(arrival, outcome, began);
        }
    }

    @Override
    public void say(Arrival arrival, Reply reply) {
        clerk.say(arrival, reply);
    }

    @Override
    public void workUnkept(Arrival arrival) {
        var began = nanoseconds.getAsLong();
        clerk.workUnkept(arrival);
        count(arrival, "unkept", began);
    }

    @Override
    public void sayLater(Arrival arrival) {
        clerk.sayLater(arrival);
    }

    @Override
    public void sayGivenUp(Arrival arrival) {
        count(arrival, "given-up", nanoseconds.getAsLong());
        clerk.sayGivenUp(arrival);
    }

    private void count(Arrival arrival, String outcome, long began) {
        figures.worked(kind(arrival), outcome, Duration.ofNanos(nanoseconds.getAsLong() - began));
    }

    static String kind(Arrival arrival) {
        return switch (arrival.input()) {
            case Arrival.Input.Words _ -> "words";
            case Arrival.Input.Files _ -> "files";
            case Arrival.Input.Edited _ -> "edited";
            case Arrival.Input.Command _ -> "command";
            case Arrival.Input.Intent _ -> "intent";
            case Arrival.Input.Left _ -> "left";
        };
    }
}
