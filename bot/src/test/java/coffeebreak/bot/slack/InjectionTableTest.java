package coffeebreak.bot.slack;

import coffeebreak.bot.SecurityTable;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Form;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.files.CsvSheets;
import coffeebreak.bot.files.IcsFile;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.programme.Appointment;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a name, a topic, a question, a title or an announcement can hold, in each place of a screen, a table and a
/// calendar: it stays words.
class InjectionTableTest {

    private static final Pattern MARKUP = Pattern.compile("<[^>]*>?");
    private static final Pattern OURS = Pattern.compile("<@U0ANA>");

    private static final List<String> MARKED = List.of(
            "<!channel>",
            "<!here>",
            "<!everyone>",
            "<!here|here>",
            "<!subteam^S0TEAM>",
            "<!subteam^S0TEAM|@all>",
            "<!date^1392734382^{date}^https://evil.invalid|now>",
            "<@U0EVIL>",
            "<@W0EVIL|friend>",
            "<#C0EVIL>",
            "<#C0EVIL|general>",
            "<https://evil.invalid|your table>",
            "<http://evil.invalid>",
            "<mailto:evil@evil.invalid|write>",
            "<javascript:alert(1)|x>",
            "<slack://user?team=T&id=U|x>",
            "&lt;!channel&gt;",
            "&amp;lt;!channel&amp;gt;",
            "<",
            ">",
            "<<!channel>>",
            "<!chan\u200Bnel>",
            "<!chan\u0000nel>",
            "\u202E>lennahc!<",
            "*<!channel>*",
            "`<!channel>`",
            "_<@U0EVIL>_",
            "```\n<!channel>\n```",
            "> <!channel>",
            "<!channel>\n<!channel>\n<@U0EVIL>",
            "<\n!channel>",
            "＜!channel＞");

    private static final List<String> INVISIBLE = Stream.concat(
                    IntStream.concat(
                                    IntStream.concat(IntStream.range(0, 0x20), IntStream.range(0x7F, 0xA0)),
                                    IntStream.of(
                                            0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D,
                                            0x202E, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF))
                            .filter(letter -> letter != '\n' && letter != '\t' && letter != '\r')
                            .mapToObj(letter -> "a" + Character.toString(letter) + "b"),
                    Stream.of("a\u200Cb", "a\u200Db", "\uD800x", "x\uDC00", "Ame\u0301lie", "a\tb", "a\rb"))
            .toList();

    private static final List<String> FORMULAS = Stream.of("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
            .flatMap(start -> Stream.of(
                    start + "1+1",
                    " " + start + "1+1",
                    start,
                    start + "HYPERLINK(\"http://evil.invalid\",\"x\")",
                    start + "cmd|' /C calc'!A0",
                    "\"" + start + "1",
                    "\u00A0" + start + "1",
                    "\u200B" + start + "1",
                    "\uFEFF" + start + "1",
                    "\u0000" + start + "1"))
            .toList();

    private final SecurityTable table = new SecurityTable("injection");
    private final Screens screens = new Screens(new Buttons(new Json()));
    private final JsonMapper json = new JsonMapper();

    @Test
    void whatPeopleTypeStaysWords() throws IOException {
        var payloads = Stream.of(MARKED, INVISIBLE, FORMULAS, lines())
                .flatMap(List::stream)
                .flatMap(words -> Stream.of(words, "Ana " + words, (words + " ").repeat(15)))
                .toList();
        for (var payload : payloads) {
            everyPartOfAScreen(payload);
            everyCut(payload);
        }
        forgedMentions();
        whatSlackHandsOver();
        tables();
        calendars();
        searches();
        table.judge(5_000);
    }

    private static List<String> lines() {
        return List.of(
                "x\r\nATTENDEE:mailto:evil@evil.invalid",
                "x\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:evil",
                "x\rURL:https://evil.invalid",
                "x\u0085ATTACH:https://evil.invalid",
                "x\u2028ORGANIZER:mailto:evil@evil.invalid",
                "x\\nATTENDEE:mailto:evil@evil.invalid",
                "x\\\nURL:evil",
                "\r\n URL:evil",
                ";ALTREP=\"https://evil.invalid\":x",
                "x,y;z:\"q\\",
                "é".repeat(200) + "\r\nURL:evil");
    }

    private static List<String> queries() {
        return List.of(
                "*:*",
                "a AND",
                "(((((",
                "\"",
                "title:x OR *",
                "a~99999",
                "[a TO",
                "a^1e99",
                "\\",
                "/.*/",
                "NOT",
                "&& ||",
                "{!func}x",
                "+-!(){}[]^\"~*?:\\/",
                "a".repeat(5_000),
                "a ".repeat(3_000),
                "\u0000",
                "?*?*?*?*?*a");
    }

    private void everyPartOfAScreen(String payload) {
        // No label is empty, whatever cannot be seen of it.
        var label = "." + payload;
        var button = new Message.Button(
                label,
                new ChatIntent.Ask("q"),
                Message.Button.Style.ORDINARY,
                new Message.Confirmation(label, label, label, label));
        var texts = List.of(
                Text.of(payload),
                Text.of("").bold(payload),
                Text.of("").italic(payload),
                Text.of("by ").bold(payload).plain(payload).mention(new Person("U0ANA")));
        for (var text : texts) {
            var message = Message.saying(label)
                    .heading(payload)
                    .paragraph(text)
                    .points(List.of(text, text))
                    .small(text)
                    .actions(button)
                    .build();
            judged("in a message", payload, GsonFactory.createSnakeCase().toJson(screens.blocks(message)));
            judged("at Home", payload, GsonFactory.createSnakeCase().toJson(screens.home(message)));
        }
        table.tried("in a notification", payload, isMarkup(screens.fallback(Message.of(label)), 3_000));
        var option = List.of(new Form.Option("a", label), new Form.Option("b", "b"));
        var form = new Form(
                "sign-up",
                label,
                label,
                texts.getLast(),
                List.of(
                        new Form.Field.Words("w", label, label, payload, 300, true, false),
                        new Form.Field.Choice("c", label, label, option, "a", false),
                        new Form.Field.Choices("d", label, label, option, Set.of("a"), 2, false),
                        new Form.Field.Ticks("t", label, label, option, Set.of(), false),
                        new Form.Field.People("p", label, label, Set.of(), 3)));
        judged("in a form", payload, GsonFactory.createSnakeCase().toJson(screens.modal(form)));
    }

    /// However short the room is, no half of an escape and nothing longer than it comes out.
    private void everyCut(String payload) {
        for (var limit : List.of(1, 2, 3, 4, 5, 7, 11, 30, 75, 150)) {
            table.tried("cut to length", payload + " to " + limit, isMarkup(SlackText.escaped(payload, limit), limit));
            var plain = SlackText.plain(payload, limit);
            table.tried("cut to length", payload + " plain to " + limit, plain.length() > limit || isUnclean(plain));
        }
    }

    private void forgedMentions() {
        for (var id : List.of(
                "U0ANA> <!channel",
                "U0ANA|<!here>",
                "!channel",
                "#C0EVIL",
                "U0ana",
                "U",
                "S0TEAM",
                "U0ANA\u0000",
                "U" + "0".repeat(100),
                "mentor:cohen")) {
            var written = SlackText.mrkdwn(Text.of("with ").mention(new Person(id)), 3_000);
            table.tried("a person's id", id, isMarkup(written, 3_000));
        }
    }

    /// What comes back from Slack as markup is read as words, and written as words again.
    private void whatSlackHandsOver() {
        for (var payload : MARKED) {
            var again = SlackText.escaped(SlackText.read(payload), 3_000);
            table.tried("read and said again", payload, isMarkup(again, 3_000));
        }
    }

    private void tables() throws IOException {
        var cells = Stream.of(FORMULAS, MARKED, INVISIBLE, lines())
                .flatMap(List::stream)
                .toList();
        for (var cell : cells) {
            var written = new String(
                    new CsvSheets().csv(List.of(List.of("name", "topic"), List.of(cell, "x"))), StandardCharsets.UTF_8);
            var rows = CSVFormat.RFC4180
                    .parse(new StringReader(written.substring(1)))
                    .getRecords();
            var read = rows.size() == 2 && rows.get(1).size() == 2 ? rows.get(1).get(0) : "=torn";
            table.tried(
                    "a cell of a table",
                    cell,
                    isFormula(read) || !rows.get(1).get(1).equals("x"));
        }
    }

    /// As a spreadsheet takes it: what cannot be seen in front of it makes no words of it.
    private static boolean isFormula(String cell) {
        var seen = cell.codePoints()
                .dropWhile(letter -> Character.isWhitespace(letter)
                        || Character.isSpaceChar(letter)
                        || Character.isISOControl(letter)
                        || Character.getType(letter) == Character.FORMAT)
                .findFirst()
                .orElse('x');
        return "=+-@＝＋－＠".indexOf(seen) >= 0 || !cell.isEmpty() && "\t\r\n\u0000".indexOf(cell.charAt(0)) >= 0;
    }

    private void calendars() {
        var usual = properties(calendar("title", "about", "place"));
        for (var payload : Stream.of(lines(), MARKED, INVISIBLE, FORMULAS)
                .flatMap(List::stream)
                .toList()) {
            for (var made : List.<Function<String, String>>of(
                    words -> calendar(words, "about", "place"),
                    words -> calendar("title", words, "place"),
                    words -> calendar("title", "about", words))) {
                var written = made.apply(payload);
                var tooLong = written.lines().anyMatch(line -> line.getBytes(StandardCharsets.UTF_8).length > 75);
                table.tried(
                        "a line of a calendar",
                        payload,
                        !properties(written).equals(usual) || tooLong || hasBareBreak(written));
            }
        }
    }

    private static boolean hasBareBreak(String written) {
        return written.replace("\r\n", "")
                .chars()
                .anyMatch(letter -> letter < 0x20 && letter != '\t' || letter == 0x7F);
    }

    /// The names of all properties in their order, lines unfolded as RFC 5545 says.
    private static List<String> properties(String written) {
        return Stream.of(written.replaceAll("\r\n[ \t]", "").split("\r\n"))
                .map(line -> line.replaceAll("[;:].*$", "").replaceAll("(?s)[;:].*", ""))
                .toList();
    }

    private static String calendar(String title, String about, String place) {
        var start = LocalDateTime.parse("2026-04-26T10:30");
        var appointment = new Appointment("Sci4DL-seat1", 7, title, about, place, start, start.plusMinutes(30), true);
        return new String(
                new IcsFile()
                        .of(
                                List.of(appointment),
                                ZoneId.of("America/Sao_Paulo"),
                                Instant.parse("2026-04-20T08:00:00Z")),
                StandardCharsets.UTF_8);
    }

    /// Whatever is typed is looked for, and is no language of the index.
    private void searches() {
        var scene = new Scene();
        scene.signUp("Ana");
        for (var query : Stream.concat(queries().stream(), MARKED.stream()).toList()) {
            var broke = false;
            try {
                scene.index.search(query, Set.of("participant", "mentor", "talk"), 10);
            } catch (RuntimeException fault) {
                broke = true;
            }
            table.tried("a search", query, broke);
        }
    }

    private void judged(String where, String payload, String written) {
        var wrong = new ArrayList<String>();
        judge(json.readTree(written), wrong);
        table.tried(where, payload + " → " + wrong, !wrong.isEmpty());
    }

    /// Every text in it, by its sort.
    private static void judge(JsonNode node, List<String> wrong) {
        var text = node.path("text");
        if (text.isString()) {
            var words = text.asString();
            var bad = node.path("type").asString("").equals("mrkdwn") ? isMarkup(words, 3_000) : isUnclean(words);
            if (bad
                    || node.path("type").asString("").equals("mrkdwn")
                            && !node.path("verbatim").asBoolean(false)) {
                wrong.add(words);
            }
        }
        node.forEach(child -> judge(child, wrong));
    }

    private static boolean isMarkup(String written, int limit) {
        var others = OURS.matcher(written).replaceAll("");
        var half = others.replaceAll("&(amp|lt|gt);", "");
        return MARKUP.matcher(others).find() || half.contains("&") || written.length() > limit || isUnclean(written);
    }

    private static boolean isUnclean(String words) {
        return !Normalizer.isNormalized(words, Normalizer.Form.NFC)
                || words.codePoints()
                        .anyMatch(letter -> Character.isISOControl(letter) && letter != '\n'
                                || letter >= 0x202A && letter <= 0x202E
                                || letter >= 0x2066 && letter <= 0x2069
                                || letter >= 0xD800 && letter <= 0xDFFF
                                || "\u061C\u180E\u200B\u200E\u200F\u2060\uFEFF".indexOf(letter) >= 0);
    }
}
