package coffeebreak.bot.slack;

import coffeebreak.bot.slack.SlackCall.Outcome;
import com.slack.api.methods.SlackApiTextResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes calls again that Slack surely did not carry out for a rate limit; everything else once.
final class PatientCalls {

    private static final int TRIES = 3;

    /// A reply that would come later than this has missed its moment.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(PatientCalls.class);

    private final Pause pause;

    PatientCalls(Pause pause) {
        this.pause = pause;
    }

    /// Waits; a test does not.
    @FunctionalInterface
    interface Pause {
        void lasting(Duration time) throws InterruptedException;
    }

    <T extends SlackApiTextResponse> Outcome<T> make(String method, SlackCall<T> call) {
        var outcome = SlackCall.make(call);
        for (var tried = 1;
                tried < TRIES && outcome instanceof Outcome.Limited(var wait) && wait.compareTo(LONGEST_WAIT) <= 0;
                tried++) {
            try {
                pause.lasting(wait);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                break;
            }
            outcome = SlackCall.make(call);
        }
        if (!(outcome instanceof Outcome.Done)) {
            log.warn("{} was not carried out: {}", method, outcome.reason());
        }
        return outcome;
    }
}
