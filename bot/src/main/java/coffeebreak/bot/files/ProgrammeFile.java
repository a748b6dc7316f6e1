package coffeebreak.bot.files;

import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.programme.Programme;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A programme in whatever format a file has: our own (YAML), a table (CSV), or a calendar (iCalendar).
public final class ProgrammeFile {

    private ProgrammeFile() {}

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
        var name = file.toLowerCase(Locale.ROOT);
        var beginning = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.UTF_8)
                .replaceFirst("^\uFEFF", "")
                .stripLeading();
        if (name.endsWith(".ics") || name.endsWith(".ical") || beginning.startsWith("BEGIN:VCALENDAR")) {
            return CalendarProgramme.parse(file, bytes, zone);
        }
        return name.matches(".*\\.(?:csv|tsv|txt)")
                ? CsvProgramme.parse(file, bytes)
                : new Proposal<>(file, YamlProgramme.parse(file, TextFile.text(file, bytes)), List.of());
    }

    /// "rivers_2026" for `/tmp/rivers_2026.csv`.
    static String nameOf(String file) {
        return file.replaceFirst("^.*[/\\\\]", "")
                .replaceFirst("\\.[A-Za-z]+$", "")
                .replace('_', ' ');
    }
}
