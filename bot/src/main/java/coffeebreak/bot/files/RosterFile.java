package coffeebreak.bot.files;

import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.importing.Remark;
import coffeebreak.bot.importing.Remark.Kind;
import coffeebreak.bot.importing.RosterRow;
import coffeebreak.bot.programme.Programme;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// A list of people in whatever format a file has: a table, or our own (YAML).
public final class RosterFile {

    private RosterFile() {}

    /// The people in a file, as a proposal.
    ///
    /// @param location a path, or a `file:` address
    /// @throws BadFile when there is no such file, or nobody in it
    public static Proposal<List<RosterRow>> at(String location, Programme programme) {
        return parse(location, TextFile.bytes(location), programme);
    }

    /// The people in a file's bytes.
    ///
    /// @param file what the person called it
    /// @throws BadFile when there is nobody in it
    public static Proposal<List<RosterRow>> parse(String file, byte[] bytes, Programme programme) {
        if (!isYaml(file, bytes)) {
            return CsvRoster.parse(file, bytes, programme);
        }
        var rows = YamlRoster.rows(file, TextFile.text(file, bytes), programme);
        var mentors = rows.stream().filter(row -> row.mentor() != null).count();
        return new Proposal<>(
                file,
                rows,
                List.of(new Remark(
                        0,
                        "",
                        Kind.UNDERSTOOD,
                        "%d people, %d of them mentors; read as our own format.".formatted(rows.size(), mentors))));
    }

    /// Whether it is in our own format.
    static boolean isYaml(String file, byte[] bytes) {
        return file.toLowerCase(Locale.ROOT).matches(".*\\.ya?ml")
                || new String(bytes, 0, Math.min(bytes.length, 4000), StandardCharsets.UTF_8)
                        .lines()
                        .anyMatch(line -> line.matches("\uFEFF?(?:mentors|people):\\s*(?:#.*)?"));
    }
}
