package coffeebreak.bot.observing;

import coffeebreak.bot.slack.Onlooker;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Times what the bot and Slack ask of each other.
public record WatchedSlack(Figures figures, Traces traces, LongSupplier nanoseconds) implements Onlooker {

    @Override
    public void acknowledged(Duration took) {
        figures.acknowledged(took);
    }

    @Override
    public Call called(String method) {
        var began = nanoseconds.getAsLong();
        var span = traces.call(method);
        return outcome -> {
            traces.end(span, outcome);
            figures.called(method, outcome, Duration.ofNanos(nanoseconds.getAsLong() - began));
        };
    }
}
