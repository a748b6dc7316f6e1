package coffeebreak.bot.files;

import coffeebreak.bot.files.BadFile.Problem;
import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.programme.Programme;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A programme in whatever [Format] a file has. What it is shows in its content; its name decides only what that leaves
/// open.
public final class ProgrammeFile {

    private static final int MOST_BYTES = 4 << 20;
    private static final Pattern OUR_KEYS =
            Pattern.compile("(?m)^(?:name|short_name|tentative|topics|kinds|sessions|people|facts|institutions)\\s*:");
    private static final Pattern OUR_JSON = Pattern.compile("\\A\\{(?s:.*)\"sessions\"\\s*:");

    private ProgrammeFile() {}

    private enum Format {
        YAML,
        TABLE,
        MARKDOWN,
        LINES,
        HTML,
        CALENDAR,
        XML,
        JSON
    }

    /// The programme in a file, with what was guessed and what cannot be used.
    ///
    /// @param location a path, or a `file:` address
    /// @param zone where the venue's clocks stand, by which a calendar is read; null for what the file says
    /// @throws BadFile when there is no such file, or no programme in it
    public static Proposal<Programme> at(String location, @Nullable ZoneId zone) {
        return parse(location, TextFile.bytes(location), zone);
    }

    /// The programme in a file in which everything can be used.
    ///
    /// @throws BadFile with everything that cannot
    public static Programme read(String location, @Nullable ZoneId zone) {
        return BadFile.unlessWhole(at(location, zone));
    }

    /// The programme in a file's bytes, with what was guessed and what cannot be used.
    ///
    /// @param file what the person called it
    /// @param zone where the venue's clocks stand, by which a calendar is read; null for what the file says
    /// @throws BadFile when there is no programme in it
    public static Proposal<Programme> parse(String file, byte[] bytes, @Nullable ZoneId zone) {
        if (bytes.length > MOST_BYTES) {
            throw bad(file, "the file is larger than %d MB; keep the programme alone.".formatted(MOST_BYTES >> 20));
        }
        var decoded = TextFile.decoded(file, bytes);
        var text = decoded.text();
        var format = format(file, text).orElseThrow(() -> unknown(file, text));
        return switch (format) {
            case YAML -> new Proposal<>(file, YamlProgramme.parse(file, TextFile.text(file, bytes)), List.of());
            case TABLE -> TableProgramme.of(file, Table.read(file, bytes), "");
            case MARKDOWN -> MarkdownTables.read(file, text).programme(file, "a table in Markdown", decoded.told());
            case LINES -> TimedLines.read(file, text).programme(file, "lines that begin with a time", decoded.told());
            case HTML -> HtmlTables.read(file, text).programme(file, "a table of a web page", decoded.told());
            case CALENDAR -> CalendarProgramme.parse(file, TextFile.text(file, bytes), zone);
            case XML -> ScheduleExport.xml(file, TextFile.text(file, bytes), zone);
            case JSON -> ScheduleExport.json(file, TextFile.text(file, bytes), zone);
        };
    }

    private static Optional<Format> format(String file, String text) {
        var name = file.toLowerCase(Locale.ROOT);
        var start = text.stripLeading();
        var lower = start.substring(0, Math.min(start.length(), 2_000)).toLowerCase(Locale.ROOT);
        if (lower.startsWith("begin:vcalendar")) {
            return Optional.of(Format.CALENDAR);
        }
        if (start.startsWith("<")) {
            return Optional.of(
                    lower.startsWith("<!doctype html")
                                    || lower.contains("<html")
                                    || lower.contains("<table")
                                    || name.matches(".*\\.x?html?")
                            ? Format.HTML
                            : Format.XML);
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return Optional.of(name.matches(".*\\.ya?ml") || isOurs(start) ? Format.YAML : Format.JSON);
        }
        if (MarkdownTables.in(text)) {
            return Optional.of(Format.MARKDOWN);
        }
        if (HtmlTables.in(text)) {
            return Optional.of(Format.HTML);
        }
        if (TimedLines.in(text)) {
            return Optional.of(Format.LINES);
        }
        return OUR_KEYS.matcher(text).find() ? Optional.of(Format.YAML) : named(name, start);
    }

    /// Our own format may be written as JSON, too.
    private static boolean isOurs(String text) {
        return OUR_JSON.matcher(text).find()
                && Pattern.compile("\"(?:mentorship|short_name|people)\"\\s*:")
                        .matcher(text)
                        .find()
                && text.contains("\"name\"");
    }

    private static Optional<Format> named(String name, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (name.matches(".*\\.ya?ml")) {
            return Optional.of(Format.YAML);
        }
        if (name.matches(".*\\.(?:ics|ical)")) {
            return Optional.of(Format.CALENDAR);
        }
        if (name.matches(".*\\.(?:csv|tsv|txt)")) {
            return Optional.of(Format.TABLE);
        }
        return text.lines()
                .findFirst()
                .filter(line -> line.matches(".*[,;\\t|].*"))
                .map(_ -> Format.TABLE);
    }

    private static BadFile unknown(String file, String text) {
        return bad(
                file,
                text.isBlank()
                        ? "the file is empty; it must hold the programme."
                        : "this is none of the formats a programme comes in; send a table (CSV, Markdown, HTML), a line for each session that begins with its time, a calendar (ICS),"
                                + " a schedule of frab or pretalx (XML, JSON), or our own YAML.");
    }

    private static BadFile bad(String file, String what) {
        return new BadFile(file, List.of(new Problem(0, what)));
    }

    /// "rivers_2026" for `/tmp/rivers_2026.csv`.
    static String nameOf(String file) {
        return file.replaceFirst("^.*[/\\\\]", "")
                .replaceFirst("\\.[A-Za-z]+$", "")
                .replace('_', ' ');
    }
}
