package coffeebreak.matching;

/// One mentee at one table.
///
/// @param mentee the mentee's id
/// @param table the table's id
/// @param affinity how much the two have to say to each other, 0 to 1
public record Seat(String mentee, String table, double affinity) {
    Place place() {
        return new Place(mentee, table);
    }
}
