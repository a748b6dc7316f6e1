package coffeebreak.matching;

import java.util.List;
import java.util.OptionalDouble;

/// How much a mentee and the mentor of a table have to say to each other.
@FunctionalInterface
public interface Affinity {
    /// From 0 (nothing in common) to 1; empty where the two may not be seated together.
    /// Must answer the same whenever it is asked the same.
    OptionalDouble between(Mentee mentee, Table table);

    /// The tables worth asking about for this mentee; at any other the mentee may not sit.
    /// An affinity that knows only a few tables for each mentee overrides it, so that nobody walks all pairs.
    default List<Table> candidates(Mentee mentee, List<Table> tables) {
        return tables;
    }
}
