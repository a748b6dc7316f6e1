package coffeebreak.matching;

import java.util.Comparator;

/// A mentee at a table, both by id.
public record Place(String mentee, String table) implements Comparable<Place> {
    private static final Comparator<Place> BY_MENTEE =
            Comparator.comparing(Place::mentee).thenComparing(Place::table);

    @Override
    public int compareTo(Place other) {
        return BY_MENTEE.compare(this, other);
    }
}
