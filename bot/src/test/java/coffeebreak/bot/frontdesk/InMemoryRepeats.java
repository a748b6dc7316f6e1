package coffeebreak.bot.frontdesk;

import java.util.HashSet;
import java.util.Set;

/// Repeats in memory, under the same contract as the ones in Redis; a test is over before their day is.
public final class InMemoryRepeats implements Repeats {

    private final Set<String> seen = new HashSet<>();

    @Override
    public synchronized boolean isFirst(Set<String> ids) {
        var first = ids.stream().noneMatch(seen::contains);
        seen.addAll(ids);
        return first;
    }
}
