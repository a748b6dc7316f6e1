package coffeebreak.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a problem as it is drawn in a test: a column a table, a row a mentee, in the crossing their affinity.
///
/// A table is `mentor` · `@break` · `xcapacity` · `>=minimum` · `/institution`, as in `lenka@amx4>=2/epfl`. A mentee is
/// `name` · `#tier` · `*seats` · `@break+break` · `/institution+institution`. `-` is a pair that
/// may not be used. The table's id is `mentor@break`, or the mentor's name where there is no break.
final class Drawn {
    private Drawn() {}

    static SeatProblem draw(String picture) {
        var lines = picture.lines().filter(line -> !line.isBlank()).toList();
        var tables = new ArrayList<Table>();
        for (var word : lines.getFirst().strip().split("\\s+")) {
            var capacity = part(word, 'x', "0123456789");
            var minimum = part(word, '=', "0123456789");
            var coffeeBreak = part(word, '@', null);
            var mentor = word.split("[@/>]|x\\d")[0];
            tables.add(new Table(
                    coffeeBreak.isEmpty() ? mentor : mentor + "@" + coffeeBreak,
                    mentor,
                    coffeeBreak.isEmpty() ? null : coffeeBreak,
                    Integer.parseInt(capacity),
                    minimum.isEmpty() ? 0 : Integer.parseInt(minimum),
                    set(part(word, '/', null))));
        }
        var mentees = new ArrayList<Mentee>();
        Map<Place, Double> affinity = new HashMap<>();
        for (var line : lines.subList(1, lines.size())) {
            var words = line.strip().split("\\s+");
            var name = words[0].split("[#*@/]")[0];
            var tier = part(words[0], '#', null);
            var seats = part(words[0], '*', null);
            mentees.add(new Mentee(
                    name,
                    tier.isEmpty() ? 0 : Integer.parseInt(tier),
                    seats.isEmpty() ? 1 : Integer.parseInt(seats),
                    set(part(words[0], '@', null)),
                    set(part(words[0], '/', null))));
            for (int t = 0; t < tables.size(); t++) {
                if (!words[t + 1].equals("-")) {
                    affinity.put(new Place(name, tables.get(t).id()), Double.parseDouble(words[t + 1]));
                }
            }
        }
        return SeatProblem.of(mentees, tables, (mentee, table) -> {
            var value = affinity.get(new Place(mentee.id(), table.id()));
            return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
        });
    }

    /// The seats as `mentee-table`.
    static List<String> pairs(Seating seating) {
        return seating.seats().stream()
                .map(seat -> seat.mentee() + "-" + seat.table())
                .toList();
    }

    /// What follows a mark in a word, up to the next mark.
    private static String part(String word, char mark, @Nullable String digits) {
        for (int at = word.indexOf(mark); at >= 0; at = word.indexOf(mark, at + 1)) {
            var rest = word.substring(at + 1).split(digits == null ? "[#*@/>]|x\\d" : "[^" + digits + "]")[0];
            if (!rest.isEmpty()) {
                return rest;
            }
        }
        return "";
    }

    private static Set<String> set(String joined) {
        return joined.isEmpty() ? Set.of() : Set.of(joined.split("\\+"));
    }
}
