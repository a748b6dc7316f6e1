package coffeebreak.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.fuzz.Target;
import coffeebreak.bot.fuzz.Words;
import coffeebreak.workspace.blocks.BlockKit;
import com.slack.api.util.json.GsonFactory;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Whatever is said, Slack takes the screen that says it.
public final class ScreensTarget implements Target {

    private final Screens screens = new Screens(new Buttons(new Json()));
    private final JsonMapper mapper = new JsonMapper();

    @Override
    public List<byte[]> seeds() {
        return Words.seeds(
                Words.joined(
                        "You sit with Ana", "Table 3", "At 10:30 in the garden", "hear *her*", "small print", "Why?"),
                Words.joined("a", "\\u200B", " ", "\\ud800", "&&&&<<<<>>>>", "\\u00AD"),
                "just words");
    }

    @Override
    public int longest() {
        return 16_384;
    }

    @Override
    public void holds(byte[] input) {
        var pieces = Words.pieces(input);
        if (pieces.getFirst().isBlank()) {
            return;
        }
        var message = Message.saying(pieces.getFirst());
        for (var i = 1; i < pieces.size(); i++) {
            var words = pieces.get(i);
            switch (i % 5) {
                case 1 -> message.heading(words);
                case 2 -> message.paragraph(Text.of("With ").bold(words).plain(words));
                case 3 -> message.points(List.of(Text.of(words), Text.of(words).italic(words)));
                case 4 -> message.small(words);
                default ->
                    message.actions(Button.dangerous(
                            "Ask " + words,
                            new ChatIntent.Find(coffeebreak.bot.chat.Sought.ANYTHING, "x"),
                            new Message.Confirmation("Sure, " + words, "Then " + words, "Yes", "No")));
            }
        }
        var said = message.build();
        assertThat(screens.fallback(said).length()).isLessThanOrEqualTo(3_000);
        var blocks = GsonFactory.createSnakeCase().toJson(screens.blocks(said));
        if (!blocks.equals("[]")) {
            assertThat(BlockKit.message(mapper.readTree(blocks))).isEmpty();
        }
        var home = GsonFactory.createSnakeCase().toJson(screens.home(said));
        assertThat(BlockKit.view(mapper.readTree(home))).isEmpty();
        EscapeTarget.isVisible(screens.fallback(said));
    }
}
