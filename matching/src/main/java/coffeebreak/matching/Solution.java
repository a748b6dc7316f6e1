package coffeebreak.matching;

/// A choice of free arcs, and what is known about it.
///
/// @param counts seated in each group, locks not counted
/// @param floor what every seated mentee has at least, where a floor was asked for; otherwise 0
/// @param proven no other choice comes before it
/// @param bound total affinity less the price of moves that no choice with these counts and floor exceeds
record Solution(boolean[] chosen, int[] counts, long floor, Worth worth, boolean proven, double bound) {
    Solution withCounts(int[] all) {
        return new Solution(chosen, all, floor, worth, proven, bound);
    }

    Solution unproven() {
        return new Solution(chosen, counts, floor, worth, false, bound);
    }
}
