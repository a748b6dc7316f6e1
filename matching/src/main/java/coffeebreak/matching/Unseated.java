package coffeebreak.matching;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A mentee without any seat.
///
/// @param mentee the mentee's id
/// @param why the reason
/// @param standby the place in the queue of each break, from 1: by tier, then by the best affinity the break could
///     offer, then by lottery. Only breaks with a table the mentee may sit at; tables without a break queue under ""
public record Unseated(String mentee, Why why, SortedMap<String, Integer> standby) {
    public Unseated {
        standby = Collections.unmodifiableSortedMap(new TreeMap<>(standby));
    }

    /// The first of these that is true.
    public enum Why {
        /// There is no table in any break the mentee can make.
        NO_SHARED_BREAK,
        /// There are tables, but the mentee may sit at none of them: conflict, institution, or no affinity given.
        NO_ALLOWED_TABLE,
        /// Every table the mentee may sit at is closed, because too few would come.
        TABLE_CLOSED,
        /// Every seat the rules leave to the mentee went to somebody who came first.
        ALL_SEATS_TAKEN
    }
}
