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
    /// @param team the id of the workspace; empty where Slack does not tell it
    record Self(String user, String bot, String team) {}

    Optional<Self> known() {
        return Optional.ofNullable(known.get());
    }

    /// Whether something comes from another workspace than the one the bot is in: whoever has the app there has
    /// nothing to do with what is kept here.
    ///
    /// @param team the workspace's id as a request carries it; a request without one is about none
    boolean isElsewhere(@Nullable String team) {
        var here = known.get();
        return team != null
                && here != null
                && !here.team().isEmpty()
                && !here.team().equals(team);
    }

    /// Asks Slack, and remembers the answer.
    SlackCall.Outcome<?> ask() {
        var outcome = SlackCall.make(() -> methods.authTest(request -> request));
        if (outcome instanceof SlackCall.Outcome.Done(var answer)) {
            known.set(new Self(orEmpty(answer.getUserId()), orEmpty(answer.getBotId()), orEmpty(answer.getTeamId())));
        }
        return outcome;
    }

    private static String orEmpty(@Nullable String id) {
        return id == null ? "" : id;
    }
}
