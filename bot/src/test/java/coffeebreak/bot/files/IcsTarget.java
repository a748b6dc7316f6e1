package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.fuzz.Target;
import coffeebreak.bot.fuzz.Words;
import coffeebreak.bot.programme.Appointment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A calendar file stays what it was meant to be, whatever words are in it: by RFC 5545, read by a parser of its own,
/// one event with one title, and no line that nobody meant.
public final class IcsTarget implements Target {

    private static final Set<String> NAMES = Set.of(
            "BEGIN",
            "END",
            "PRODID",
            "VERSION",
            "CALSCALE",
            "METHOD",
            "TZID",
            "DTSTART",
            "DTEND",
            "TZOFFSETFROM",
            "TZOFFSETTO",
            "TZNAME",
            "UID",
            "ORGANIZER",
            "DTSTAMP",
            "SEQUENCE",
            "SUMMARY",
            "DESCRIPTION",
            "LOCATION",
            "STATUS",
            "ACTION",
            "TRIGGER");

    @Override
    public List<byte[]> seeds() {
        return Words.seeds(
                Words.joined("Coffee with Lenka Zdeborová, \"host\"; all day", "Line one\nline two", "Room 2"),
                Words.joined("x\r\nATTENDEE:mailto:a@b", "\rBEGIN:VALARM", "a\\nb\\;c\\,d\\\\"),
                Words.joined("é".repeat(60), "👩‍🔬".repeat(30), "\\u2028x\\u0085y\\u000Bz\\u0000"),
                Words.joined("\\u0081a\\u009fb", "", "c\\u0080"),
                Words.joined("\\ud800", "\n\nEND:VEVENT\n", ""));
    }

    @Override
    public void holds(byte[] input) {
        var pieces = Words.pieces(input);
        var title = pieces.getFirst();
        var about = pieces.size() > 1 ? pieces.get(1) : "";
        var place = pieces.size() > 2 ? pieces.get(2) : null;
        var bytes = new IcsFile()
                .of(
                        List.of(new Appointment(
                                "seat-1", 7, title, about, place, LocalDateTime.parse("2026-04-26T10:30"), null, true)),
                        ZoneId.of("America/Sao_Paulo"),
                        Instant.parse("2026-04-20T08:00:00Z"));
        var lines = lines(new String(bytes, StandardCharsets.UTF_8));
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(NAMES).as("the name of: %s", line).contains(line.substring(0, firstOf(line, ":;"))));
        assertThat(lines).filteredOn(line -> line.equals("BEGIN:VEVENT")).hasSize(1);
        assertThat(lines).filteredOn(line -> line.equals("BEGIN:VALARM")).hasSize(1);
        assertThat(lines.getLast()).isEqualTo("END:VCALENDAR");
        var summaries =
                lines.stream().filter(line -> line.startsWith("SUMMARY:")).toList();
        assertThat(summaries).hasSize(1);
        assertThat(letters(unescaped(summaries.getFirst().substring("SUMMARY:".length()))))
                .isEqualTo(letters(title));
        if (place != null) {
            var places =
                    lines.stream().filter(line -> line.startsWith("LOCATION:")).toList();
            assertThat(places).hasSize(1);
            assertThat(letters(unescaped(places.getFirst().substring("LOCATION:".length()))))
                    .isEqualTo(letters(place));
        }
    }

    /// Unfolded; each as long as a line may be, and with no other control character than a tab.
    private static List<String> lines(String text) {
        assertThat(text).endsWith("\r\n");
        var lines = new ArrayList<String>();
        for (var line : text.substring(0, text.length() - 2).split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
            assertThat(line.chars().filter(letter -> letter != '\t' && Character.isISOControl(letter)))
                    .as("control characters in %s", line)
                    .isEmpty();
            if (line.startsWith(" ") || line.startsWith("\t")) {
                lines.set(lines.size() - 1, lines.getLast() + line.substring(1));
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    private static int firstOf(String line, String signs) {
        for (var i = 0; i < line.length(); i++) {
            if (signs.indexOf(line.charAt(i)) >= 0) {
                return i;
            }
        }
        return line.length();
    }

    private static String unescaped(String value) {
        var words = new StringBuilder();
        for (var i = 0; i < value.length(); i++) {
            var letter = value.charAt(i);
            if (letter == '\\') {
                i++;
                assertThat(i).as("a backslash at the end of %s", value).isLessThan(value.length());
                assertThat(value.charAt(i)).as("what is escaped").isIn('\\', ';', ',', 'n', 'N');
                words.append(value.charAt(i) == 'n' || value.charAt(i) == 'N' ? '\n' : value.charAt(i));
            } else {
                assertThat(letter).as("an open separator in %s", value).isNotIn(';', ',');
                words.append(letter);
            }
        }
        return words.toString();
    }

    /// What is to be seen of words: all but spaces, line breaks and control characters.
    private static String letters(String words) {
        return new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .replaceAll("[\\s\\p{Cc}\u2028\u2029]+", "");
    }
}
