package coffeebreak.bot.files;

import coffeebreak.bot.files.Table.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Which columns of a table hold what.
///
/// @param headings as written
/// @param places   by what they hold, from 0
record Columns<F>(List<String> headings, Map<F, Integer> places) {

    boolean has(F field) {
        return places.containsKey(field);
    }

    /// Empty where there is no such column.
    String cell(Row row, F field) {
        var place = places.get(field);
        return place == null ? "" : row.cell(place);
    }

    /// The heading it stands under; empty where there is no such column.
    String heading(F field) {
        var place = places.get(field);
        return place == null ? "" : headings.get(place);
    }

    /// The several things in one cell, none of them blank.
    ///
    /// @param separators a pattern
    static List<String> split(String cell, String separators) {
        return Arrays.stream(cell.split(separators))
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }
}
