package coffeebreak.matching;

/// One level of the order: the mentees of a tier who do not hold their seat number `rank` by a lock already.
///
/// @param mentees indices, ascending
record Group(int rank, int tier, int[] mentees) {}
