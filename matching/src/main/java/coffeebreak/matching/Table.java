package coffeebreak.matching;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One mentor in one coffee break.
///
/// @param id names the table, unique within a problem
/// @param mentor who sits there; a mentor may have a table in several breaks
/// @param coffeeBreak when; null for a table that clashes with no other
/// @param capacity seats for mentees, 0 or more; 0 is a mentor who has dropped out
/// @param minimum with fewer mentees than this the table stays closed and everybody is seated elsewhere
/// @param institutions where the mentor works, spelled as for the mentees
public record Table(
        String id, String mentor, @Nullable String coffeeBreak, int capacity, int minimum, Set<String> institutions) {
    public Table {
        institutions = Set.copyOf(institutions);
    }

    /// A table without a minimum and without a break.
    public static Table of(String id, String mentor, int capacity) {
        return new Table(id, mentor, null, capacity, 0, Set.of());
    }
}
