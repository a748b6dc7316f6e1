package coffeebreak.matching;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A round in figures.
///
/// @param tiers how each tier fared, by tier
/// @param median of the seated mentees' total affinity, 0 when nobody is seated
/// @param gini how unevenly the total affinity is spread over the seated mentees: 0 evenly, towards 1 all with one
/// @param closed ids of tables that stay closed because too few would come
public record SeatReport(SortedMap<Integer, Tier> tiers, double median, double gini, List<String> closed) {
    public SeatReport {
        tiers = Collections.unmodifiableSortedMap(new TreeMap<>(tiers));
        closed = List.copyOf(closed);
    }

    /// How a tier fared.
    ///
    /// @param mentees how many there are
    /// @param seated how many of them have at least 1 seat, at least 2, and so on
    public record Tier(int mentees, List<Integer> seated) {
        public Tier {
            seated = List.copyOf(seated);
        }
    }
}
