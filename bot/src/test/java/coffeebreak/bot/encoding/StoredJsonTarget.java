package coffeebreak.bot.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.fuzz.Target;
import coffeebreak.bot.fuzz.Words;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.signup.Profile;
import java.util.ArrayList;
import java.util.List;

/// What stands in Redis is refused as [Json#read] says, or read into a value that is written and read again as the
/// same.
public final class StoredJsonTarget implements Target {

    private static final List<Class<?>> STORED =
            List.of(ChatIntent.class, Message.class, SeatingPlan.class, Profile.class);

    private final Json json = new Json();

    @Override
    public List<byte[]> seeds() {
        var seeds = new ArrayList<>(Words.seeds(
                json.write(SeatingPlan.EMPTY),
                json.write(Message.saying("You sit with Ana")
                        .heading("Table 3")
                        .points(List.of(coffeebreak.bot.chat.Text.of("a").bold("b")))
                        .actions(Message.Button.main("Why?", new ChatIntent.ExplainSeat("s1")))
                        .build()),
                "{\"person\":{\"id\":\"U1\"},\"name\":\"Ana\",\"zone\":\"Europe/Berlin\",\"stage\":\"PHD_2\",\"institution\":\"\","
                        + "\"topics\":[\"tides\"],\"interests\":\"\",\"breaks\":[\"b1\"],\"question\":\"\",\"consents\":[],\"seeking\":true,"
                        + "\"signedUp\":\"2026-04-20T08:00:00Z\",\"version\":1}",
                "{\"is\":\"RunLate\",\"seat\":\"s1\",\"minutes\":5}",
                "[".repeat(600),
                "{\"is\":\"java.lang.ProcessBuilder\"}",
                "{\"version\":1e400}"));
        return List.copyOf(seeds);
    }

    @Override
    public void holds(byte[] input) {
        var words = Words.of(input);
        for (var type : STORED) {
            Object read;
            try {
                read = json.read(words, type);
            } catch (IllegalArgumentException refused) {
                continue;
            }
            var written = json.write(read);
            var again = json.read(written, type);
            assertThat(again).isEqualTo(read);
            assertThat(json.write(again)).isEqualTo(written);
        }
    }
}
