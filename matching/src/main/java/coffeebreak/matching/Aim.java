package coffeebreak.matching;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one linear programme is asked for: the most of `worth`, where some things are settled already.
///
/// @param counts how many of each group have their seat; groups beyond its length are open
/// @param group maximize this group's count, or -1 to maximize `worth`
/// @param worth of each arc
/// @param floor every seated mentee has at least this score; 0 for none
/// @param equals only choices that weigh as much as this one, or null
/// @param settled arcs that are known to be in or out, or null
record Aim(
        int[] counts,
        int group,
        long[] worth,
        long floor,
        Optional<Instead> instead,
        boolean @Nullable [] equals,
        @Nullable Settled settled) {

    /// Arcs that are in every choice that matters, and arcs that are in none.
    record Settled(boolean[] in, boolean[] out) {}

    static Aim count(int[] counts, int group) {
        return new Aim(counts, group, new long[0], 0, Optional.empty(), null, null);
    }

    static Aim most(int[] counts, long[] worth, long floor, Optional<Instead> instead) {
        return new Aim(counts, -1, worth, floor, instead, null, null);
    }

    Aim with(Settled arcs) {
        return new Aim(counts, group, worth, floor, instead, equals, arcs);
    }

    Aim among(boolean[] equal, long[] lottery) {
        return new Aim(counts, group, lottery, floor, instead, equal, settled);
    }
}
