package coffeebreak.bot.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.model.event.Event;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody's account was deactivated. Slack's library knows no such event; public, since Bolt reads its name.
public final class TeamLeaveEvent implements Event {

    /// Read by Bolt.
    public static final String TYPE_NAME = "team_leave";

    private static final long serialVersionUID = 1L;

    private final String type = TYPE_NAME;

    @SuppressWarnings("serial")
    private @Nullable JsonElement user;

    @Override
    public String getType() {
        return type;
    }

    /// Slack sends the id, or the whole person.
    Optional<String> userId() {
        return Optional.ofNullable(user).flatMap(who -> switch (who) {
            case JsonObject whole -> Optional.ofNullable(whole.get("id")).map(JsonElement::getAsString);
            case JsonElement id when id.isJsonPrimitive() -> Optional.of(id.getAsString());
            default -> Optional.empty();
        });
    }
}
