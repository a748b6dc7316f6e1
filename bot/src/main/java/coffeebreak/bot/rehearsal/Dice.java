package coffeebreak.bot.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/// Chance that does not depend on the order in which it is asked: the same seed and the same words always
/// give the same number, so the same seed gives the same day.
record Dice(long seed) {

    /// From 0 to 1, without 1.
    double roll(String... what) {
        return new SplittableRandom(mixed(what)).nextDouble();
    }

    int below(int bound, String... what) {
        return (int) (roll(what) * bound);
    }

    <T> T pick(List<T> from, String... what) {
        return from.get(below(from.size(), what));
    }

    boolean isIn(double share, String... what) {
        return roll(what) < share;
    }

    /// From one to the other, in whole seconds.
    Duration between(Duration least, Duration most, String... what) {
        var seconds = most.minus(least).toSeconds();
        return least.plusSeconds((long) (roll(what) * (seconds + 1)));
    }

    /// FNV-1a.
    private long mixed(String... what) {
        var hash = 0xcbf29ce484222325L ^ seed * 0x9E3779B97F4A7C15L;
        for (var word : what) {
            for (var index = 0; index < word.length(); index++) {
                hash = (hash ^ word.charAt(index)) * 0x100000001b3L;
            }
            hash = (hash ^ '/') * 0x100000001b3L;
        }
        return hash;
    }
}
