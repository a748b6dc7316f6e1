package coffeebreak.matching;

/// Of these arcs, at most so many may be used.
///
/// @param arcs ascending
record Limit(int[] arcs, int room) {
    boolean binds() {
        return arcs.length > room;
    }
}
