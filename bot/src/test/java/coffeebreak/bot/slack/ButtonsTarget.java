package coffeebreak.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.fuzz.Target;
import coffeebreak.bot.fuzz.Words;
import com.google.gson.JsonParseException;
import com.slack.api.model.view.ViewState;
import com.slack.api.util.json.GsonFactory;
import java.util.List;

/// A button's value is refused or an intent that is written as it was read; a form's state becomes answers.
public final class ButtonsTarget implements Target {

    private final Buttons buttons = new Buttons(new Json());

    @Override
    public List<byte[]> seeds() {
        return Words.seeds(
                "{\"is\":\"Greet\"}",
                "{\"is\":\"DeclineSeat\",\"seat\":\"s1\"}",
                "{\"is\":\"SubmitForm\",\"form\":\"sign-up\",\"answers\":{\"stage\":[\"phd2\"]}}",
                "{\"is\":\"RunLate\",\"seat\":\"s1\",\"minutes\":5}",
                "{\"is\":\"Ask\",\"question\":null}",
                "{\"values\":{\"stage\":{\"answer\":{\"type\":\"static_select\",\"selected_option\":{\"value\":\"phd2\"}}}}}",
                "{\"values\":{\"who\":{\"answer\":{\"selected_users\":[\"U1\"]}},\"w\":{\"answer\":{\"value\":\" x \"}}}}",
                "{\"values\":{\"t\":{\"answer\":{\"selected_options\":[{\"value\":\"a\"},{\"value\":\"b\"}]}}}}");
    }

    @Override
    public void holds(byte[] input) {
        var words = Words.of(input);
        ChatIntent read = null;
        try {
            read = buttons.read(words);
        } catch (IllegalArgumentException refused) {
            // Not one of ours.
        }
        if (read != null) {
            var written = new Json().write(read);
            assertThat(buttons.read(written)).isEqualTo(read);
            assertThat(new Json().write(buttons.read(written))).isEqualTo(written);
        }
        ViewState state;
        try {
            state = GsonFactory.createSnakeCase().fromJson(words, ViewState.class);
        } catch (JsonParseException | NumberFormatException notJson) {
            return;
        }
        Screens.answers(state);
    }
}
