package coffeebreak.bot.slack;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.encoding.Json;

/// What a button carries: an encoded [ChatIntent], so that nobody types an action id. A button is no secret and
/// proves nothing.
final class Buttons {

    /// Slack's own limit of a button's value.
    static final int LONGEST = 2_000;

    private final Json json;

    Buttons(Json json) {
        this.json = json;
    }

    /// @throws IllegalArgumentException if the intent does not fit a button
    String write(ChatIntent intent) {
        var value = json.write(intent);
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("the intent %s takes %d characters, a button carries %d"
                    .formatted(intent.getClass().getSimpleName(), value.length(), LONGEST));
        }
        return value;
    }

    /// @throws IllegalArgumentException if the value is not what [#write] gives
    ChatIntent read(String value) {
        return json.read(value, ChatIntent.class);
    }
}
