package coffeebreak.bot.slack;

import com.slack.api.methods.MethodsClient;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Who the bot is in its workspace, asked of Slack once it can be reached.
final class Identity {

    private final MethodsClient methods;
    private final AtomicReference<@Nullable Self> known = new AtomicReference<>();

    Identity(MethodsClient methods) {
        this.methods = methods;
    }

    /// @param user the bot's user id, by which people mention it
    /// @param bot  the id its messages carry
    record Self(String user, String bot) {}

    Optional<Self> known() {
        return Optional.ofNullable(known.get());
    }

    /// Asks Slack, and remembers the answer.
    SlackCall.Outcome<?> ask() {
        var outcome = SlackCall.make(() -> methods.authTest(request -> request));
        if (outcome instanceof SlackCall.Outcome.Done(var answer)) {
            known.set(new Self(orEmpty(answer.getUserId()), orEmpty(answer.getBotId())));
        }
        return outcome;
    }

    private static String orEmpty(@Nullable String id) {
        return id == null ? "" : id;
    }
}
