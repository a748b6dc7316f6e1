package coffeebreak.bot.slack;

import coffeebreak.bot.chat.Text;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words on their way into Slack and out of it. Whatever a person typed arrives there as the words they are: no
/// mention, link or formatting comes from it, nothing invisible turns the words around it, and it is cut before
/// Slack refuses it.
final class SlackText {

    private static final String ELLIPSIS = "…";
    private static final Pattern SLACK_ID = Pattern.compile("[UW][A-Z0-9]{1,30}");
    private static final Pattern MARKUP =
            Pattern.compile("<([@#!][^<>|]*|[a-zA-Z][a-zA-Z0-9+.-]*:[^<>|]*)(?:\\|([^<>]*))?>");

    /// Where the scripts begin that need joiners between their letters; below, they only disguise.
    private static final int FIRST_JOINING_SCRIPT = 0x0590;

    private SlackText() {}

    /// Words for a field that takes no markup, cut to `limit` characters.
    static String plain(String words, int limit) {
        return cut(clean(words), limit);
    }

    /// Words for a field that takes markup, with none in them, cut to `limit` characters.
    static String escaped(String words, int limit) {
        return mrkdwn(Text.of(words), limit);
    }

    /// The gentlest form that can show the text: plain where nothing stands out.
    static TextObject object(Text text, int limit) {
        var noEmphasis = text.spans().stream().allMatch(span -> span instanceof Text.Span.Plain);
        return noEmphasis
                ? PlainTextObject.builder()
                        .text(plain(text.aloud(), limit))
                        .emoji(true)
                        .build()
                : markup(mrkdwn(text, limit));
    }

    /// Verbatim, so that Slack turns no bare address or name within into a link.
    static TextObject markup(String mrkdwn) {
        return MarkdownTextObject.builder().text(mrkdwn).verbatim(true).build();
    }

    static String mrkdwn(Text text, int limit) {
        var whole = mrkdwnUncut(text, Integer.MAX_VALUE);
        return whole.length() <= limit ? whole : mrkdwnUncut(text, limit - ELLIPSIS.length()) + ELLIPSIS;
    }

    private static String mrkdwnUncut(Text text, int room) {
        var written = new StringBuilder();
        for (var span : text.spans()) {
            var left = room - written.length();
            var whole = switch (span) {
                case Text.Span.Plain(var words) -> escape(unmarked(clean(words)), left, written);
                case Text.Span.Bold(var words) -> marked('*', words, left, written);
                case Text.Span.Italic(var words) -> marked('_', words, left, written);
                case Text.Span.Mention(var person) ->
                    SLACK_ID.matcher(person.id()).matches()
                            ? fits("<@" + person.id() + ">", left, written)
                            : escape("@" + unmarked(clean(person.id())), left, written);
            };
            if (!whole) {
                break;
            }
        }
        return written.toString();
    }

    private static boolean fits(String piece, int room, StringBuilder written) {
        if (piece.length() > room) {
            return false;
        }
        written.append(piece);
        return true;
    }

    /// Slack marks words only when the marks touch them, in one line.
    private static boolean marked(char mark, String words, int room, StringBuilder written) {
        var line = unmarked(clean(words).replace('\n', ' ').replace(mark, harmless(mark)));
        var inner = line.strip();
        if (inner.isEmpty()) {
            return escape(line, room, written);
        }
        var start = line.indexOf(inner);
        if (start + 3 > room) {
            return false;
        }
        var begin = written.length();
        written.append(line, 0, start).append(mark);
        var whole = escape(inner, room - start - 2, written);
        written.append(mark);
        return whole && escape(line.substring(start + inner.length()), room - (written.length() - begin), written);
    }

    /// With look-alikes for the marks that would make words bold, italic, struck out or code. A mark within a word or
    /// alone between spaces does none of this, and stays.
    private static String unmarked(String words) {
        var kept = new StringBuilder(words);
        for (var i = 0; i < kept.length(); i++) {
            var mark = kept.charAt(i);
            if (harmless(mark) != mark) {
                var before = i == 0 ? mark : words.charAt(i - 1);
                var after = i == words.length() - 1 ? mark : words.charAt(i + 1);
                var within = Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
                var alone = Character.isWhitespace(before) && Character.isWhitespace(after);
                kept.setCharAt(i, within || alone ? mark : harmless(mark));
            }
        }
        return kept.toString();
    }

    /// A character that looks like a mark of Slack's and is none; any other character is itself.
    private static char harmless(char mark) {
        return switch (mark) {
            case '*' -> '∗';
            case '_' -> '‗';
            case '~' -> '∼';
            case '`' -> '‵';
            default -> mark;
        };
    }

    /// Appends as many whole characters as fit once escaped; true if all did.
    private static boolean escape(String words, int room, StringBuilder written) {
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(words);
        var left = room;
        var start = characters.first();
        for (var end = characters.next(); end != BreakIterator.DONE; start = end, end = characters.next()) {
            var piece = words.substring(start, end)
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;");
            if (piece.length() > left) {
                dropJoiner(written);
                return false;
            }
            written.append(piece);
            left -= piece.length();
        }
        return true;
    }

    /// One that stood between two letters stands at the end when it is cut behind it.
    private static void dropJoiner(StringBuilder written) {
        var last = written.length() - 1;
        if (last >= 0 && isJoiner(written.charAt(last))) {
            written.setLength(last);
        }
    }

    private static String cut(String words, int limit) {
        if (words.length() <= limit) {
            return words;
        }
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(words);
        var room = limit - ELLIPSIS.length();
        var end = characters.isBoundary(room) ? room : characters.preceding(room);
        return words.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    /// Without what cannot be seen: control characters, marks that turn the reading direction, letters without width or
    /// ink, and joiners where no script needs them. Separators of lines and a tab become a space.
    static String clean(String words) {
        var seen = Normalizer.normalize(words, Normalizer.Form.NFC)
                .codePoints()
                .map(letter -> letter == '\t' || letter == 0x2028 || letter == 0x2029 ? ' ' : letter)
                .filter(letter -> isJoiner(letter) || isSeen(letter))
                .toArray();
        var kept = new StringBuilder(seen.length);
        var before = 0;
        for (var i = 0; i < seen.length; i++) {
            var after = i + 1 < seen.length ? seen[i + 1] : 0;
            if (!isJoiner(seen[i]) || joins(before) && joins(after)) {
                kept.appendCodePoint(seen[i]);
                before = seen[i];
            }
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    private static boolean joins(int letter) {
        return letter >= FIRST_JOINING_SCRIPT && !isJoiner(letter);
    }

    private static boolean isJoiner(int letter) {
        return letter == 0x200C || letter == 0x200D;
    }

    private static boolean isSeen(int letter) {
        return letter == '\n'
                || switch (Character.getType(letter)) {
                    case Character.CONTROL, Character.SURROGATE -> false;
                    // Signs around a number or a verse, which are drawn; all others of the kind are not.
                    case Character.FORMAT ->
                        letter >= 0x0600 && letter <= 0x0605
                                || letter == 0x06DD
                                || letter == 0x070F
                                || letter == 0x0890
                                || letter == 0x0891
                                || letter == 0x08E2
                                || letter == 0x110BD
                                || letter == 0x110CD;
                    default -> !isBlankLetter(letter);
                };
    }

    /// Letters and marks that fonts leave blank, and what Unicode keeps free for more of them.
    private static boolean isBlankLetter(int letter) {
        return letter == 0x034F
                || letter == 0x115F
                || letter == 0x1160
                || letter == 0x17B4
                || letter == 0x17B5
                || letter >= 0x180B && letter <= 0x180F
                || letter == 0x2065
                || letter == 0x3164
                || letter == 0xFFA0
                || letter >= 0xE0000 && letter <= 0xE00FF;
    }

    /// What somebody typed, from the form in which Slack hands it over: links and mentions become the words they
    /// show.
    static String read(String slackText) {
        var plain = MARKUP.matcher(slackText).replaceAll(match -> {
            var target = match.group(1);
            var label = match.group(2);
            var words = label != null && !label.isEmpty()
                    ? (target.startsWith("@") || target.startsWith("#") ? target.charAt(0) + label : label)
                    : target;
            return java.util.regex.Matcher.quoteReplacement(words);
        });
        return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
