package coffeebreak.bot.files;

import coffeebreak.bot.importing.Remark;
import coffeebreak.bot.importing.Remark.Kind;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Tells what a table's columns hold by their headings.
///
/// @param <F> what a column can hold
final class Headings<F extends Enum<F>> {

    private final Class<F> fields;
    private final List<Heading<F>> known;

    /// @param known in the order in which guesses are tried
    Headings(Class<F> fields, List<Heading<F>> known) {
        this.fields = fields;
        this.known = List.copyOf(known);
    }

    /// @param usual the headings that surely mean it, separated by bars, in lower case with single spaces for
    /// everything else
    /// @param hint  a pattern for what stands in a heading that probably means it: a form's whole question
    record Heading<F>(F field, String usual, String hint) {
        boolean isUsual(String heading) {
            return List.of(usual.split("\\|")).contains(heading);
        }

        boolean isHinted(String heading) {
            return Pattern.compile(hint).matcher(heading).find();
        }
    }

    /// The column of each field; of two for the same the first. Every column gets its remark.
    Columns<F> read(Table table, List<Remark> remarks) {
        remarks.addAll(table.told());
        var columns = places(table.headings());
        for (var column = 0; column < table.headings().size(); column++) {
            remark(table, column, columns, remarks);
        }
        return new Columns<>(table.headings(), columns);
    }

    /// The column of each field, by headings alone.
    Map<F, Integer> places(List<String> headings) {
        var columns = new EnumMap<F, Integer>(fields);
        for (var column = 0; column < headings.size(); column++) {
            var heading = plain(headings.get(column));
            for (var each : known) {
                if (each.isUsual(heading)) {
                    columns.putIfAbsent(each.field(), column);
                }
            }
        }
        for (var column = 0; column < headings.size(); column++) {
            if (!columns.containsValue(column)) {
                var heading = plain(headings.get(column));
                for (var each : known) {
                    if (!columns.containsKey(each.field())
                            && !columns.containsValue(column)
                            && each.isHinted(heading)) {
                        columns.put(each.field(), column);
                    }
                }
            }
        }
        return columns;
    }

    /// Whether a heading surely means it.
    boolean isUsual(F field, String heading) {
        return known.stream().anyMatch(each -> each.field() == field && each.isUsual(plain(heading)));
    }

    private void remark(Table table, int column, Map<F, Integer> columns, List<Remark> remarks) {
        var heading = table.headings().get(column);
        var field = columns.entrySet().stream()
                .filter(entry -> entry.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst();
        if (field.isEmpty()) {
            if (!heading.isEmpty()) {
                remarks.add(new Remark(table.headLine(), heading, Kind.UNUSED, "not used."));
            }
            return;
        }
        remarks.add(new Remark(
                table.headLine(),
                heading,
                isUsual(field.get(), heading) ? Kind.UNDERSTOOD : Kind.GUESSED,
                "taken as " + field.get().name().toLowerCase(Locale.ROOT).replace('_', ' ') + "."));
    }

    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
