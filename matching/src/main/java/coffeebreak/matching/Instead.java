package coffeebreak.matching;

/// What if one seat were not to be had: the mentee has as many seats as before the locks and this question count,
/// but not this one.
///
/// @param mentee index
/// @param seats how many seats the mentee has in all, locked ones included
/// @param arc the seat that is closed
record Instead(int mentee, int seats, int arc) {}
