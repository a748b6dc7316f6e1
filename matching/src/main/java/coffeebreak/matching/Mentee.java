package coffeebreak.matching;

import java.util.Set;

/// Somebody who asks for a seat at a mentor's table.
///
/// @param id names the mentee, unique within a problem
/// @param tier who comes first: everybody of tier 0 who can have a seat has one before tier 1 is asked
/// @param seats how many seats are wanted, at least 1
/// @param breaks the coffee breaks the mentee can make; empty means all of them
/// @param institutions where the mentee works or studies, spelled as for the tables
public record Mentee(String id, int tier, int seats, Set<String> breaks, Set<String> institutions) {
    public Mentee {
        breaks = Set.copyOf(breaks);
        institutions = Set.copyOf(institutions);
    }

    /// A mentee of tier 0 who wants one seat, in whichever break.
    public static Mentee of(String id) {
        return new Mentee(id, 0, 1, Set.of(), Set.of());
    }

    Mentee withSeats(int wanted) {
        return new Mentee(id, tier, wanted, breaks, institutions);
    }

    boolean canMake(Table table) {
        var coffeeBreak = table.coffeeBreak();
        return coffeeBreak == null || breaks.isEmpty() || breaks.contains(coffeeBreak);
    }
}
