package coffeebreak.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.fuzz.Target;
import coffeebreak.bot.fuzz.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// No word that somebody typed becomes a mention, a link or markup, nothing invisible gets through, and limits hold.
public final class EscapeTarget implements Target {

    private static final Pattern ANGLE = Pattern.compile("<[^<>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(?!(?:amp|lt|gt);)");

    /// Signs that Unicode counts as formatting although they are seen.
    private static final Set<Integer> SEEN =
            Set.of(0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD);

    @Override
    public List<byte[]> seeds() {
        return Words.seeds(
                Words.joined("<!channel> <@U1>", "<https://evil.example|slack.com>", "&lt;b&gt;", "U0ANA"),
                Words.joined("*a* _b_ `c` ~d~", " bold\nlines ", "i", "!here"),
                "\\u202Egnp.exe\\u2066x\\u2069 ad\\u200Dmin\\u200B\\uFEFF \\u0007a\tb\\u0000\\u0085",
                "👩‍🔬 می‌خواهم e\\u0301 \\ud800 \\udc00",
                Words.joined(
                        "a\\u200B\\u200D\\u200Bmin",
                        "soft\\u00AD \\u2063 \\u2028 \\uDB40\\uDC41",
                        "\\u3164",
                        "U1> <!x"));
    }

    @Override
    public void holds(byte[] input) {
        var pieces = Words.pieces(input);
        var limit = 5 + (input.length == 0 ? 0 : input[0] & 0xff) * 3;
        var text = Text.of("");
        var mentions = new HashSet<String>();
        for (var i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            text = switch (i % 4) {
                case 0 -> text.plain(piece);
                case 1 -> text.bold(piece);
                case 2 -> text.italic(piece);
                // A person without an id cannot be made.
                default -> piece.isBlank() ? text : text.mention(new Person(piece));
            };
            if (i % 4 == 3 && piece.matches("[UW][A-Z0-9]{1,30}")) {
                mentions.add("<@" + piece + ">");
            }
        }
        var marked = SlackText.mrkdwn(text, limit);
        assertThat(marked.length()).isLessThanOrEqualTo(limit);
        assertThat(mentions)
                .containsAll(ANGLE.matcher(marked)
                        .results()
                        .map(found -> found.group())
                        .toList());
        isSafe(ANGLE.matcher(marked).replaceAll(""));
        for (var piece : pieces) {
            var escaped = SlackText.escaped(piece, limit);
            assertThat(escaped.length()).isLessThanOrEqualTo(limit);
            isSafe(escaped);
            var plain = SlackText.plain(piece, limit);
            assertThat(plain.length()).isLessThanOrEqualTo(limit);
            isVisible(plain);
            var clean = SlackText.clean(piece);
            assertThat(SlackText.clean(clean)).isEqualTo(clean);
            assertThat(withoutMarks(SlackText.read(SlackText.escaped(piece, Integer.MAX_VALUE))))
                    .isEqualTo(withoutMarks(clean));
            SlackText.read(piece);
        }
    }

    private static void isSafe(String mrkdwn) {
        assertThat(mrkdwn).doesNotContain("<", ">");
        assertThat(ENTITY.matcher(mrkdwn).find()).isFalse();
        isVisible(mrkdwn);
    }

    static void isVisible(String words) {
        var points = words.codePoints().toArray();
        for (var i = 0; i < points.length; i++) {
            var point = points[i];
            if (point == 0x200C || point == 0x200D) {
                var between = i > 0 && points[i - 1] >= 0x590 && i < points.length - 1 && points[i + 1] >= 0x590;
                assertThat(between).as("a joiner at %d of \"%s\"", i, words).isTrue();
            } else {
                assertThat(isHidden(point))
                        .as("U+%04X at %d of \"%s\"", point, i, words)
                        .isFalse();
            }
        }
    }

    private static boolean isHidden(int point) {
        return point != '\n'
                && switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    case Character.FORMAT -> !SEEN.contains(point);
                    default ->
                        point == 0x34F
                                || point == 0x115F
                                || point == 0x1160
                                || point == 0x2065
                                || point == 0x3164
                                || point == 0xFFA0
                                || point >= 0x180B && point <= 0x180F
                                || point >= 0x17B4 && point <= 0x17B5
                                || point >= 0xE0000 && point <= 0xE00FF;
                };
    }

    private static String withoutMarks(String words) {
        return words.replaceAll("[*_~`∗‗∼‵]", "");
    }
}
