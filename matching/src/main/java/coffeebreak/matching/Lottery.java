package coffeebreak.matching;

/// Draws that depend on the seed and the ids only, so that neither row order nor other people's rows change them.
final class Lottery {
    /// Draws are below this.
    static final long SIDES = 1L << 30;

    /// One in thirty of a mentee's draws is as close to another.
    static final long CLOSE = 32;

    private final long seed;

    Lottery(long seed) {
        this.seed = seed;
    }

    /// A mentee's own draw, below 2^20.
    long of(String mentee) {
        return mix(hash(mix(seed + 1), mentee)) >>> 44;
    }

    /// The draw of a mentee for a table: the mentee's own first, so that several equal tables are not several tickets.
    long of(String mentee, String table) {
        return of(of(mentee), ofMentee(mentee), ofTable(table));
    }

    /// The same from its parts, for problems of millions of pairs.
    ///
    /// @param own the mentee's own draw
    static long of(long own, long mentee, long table) {
        return (own << 10) | (mix(mentee ^ table) >>> 54);
    }

    /// What a mentee brings to the draw for a table.
    long ofMentee(String mentee) {
        return mix(hash(mix(seed + 2), mentee));
    }

    /// What a table brings to the draw of a mentee.
    long ofTable(String table) {
        return mix(hash(mix(seed + 3), table));
    }

    private static long hash(long start, String text) {
        var hash = start ^ text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash ^ text.charAt(i));
        }
        return hash;
    }

    /// The finalizer of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
    private static long mix(long bits) {
        bits = (bits + 0x9e3779b97f4a7c15L);
        bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
        return bits ^ (bits >>> 31);
    }
}
