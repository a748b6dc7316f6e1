package coffeebreak.bot.frontdesk;

import java.util.LinkedHashSet;
import java.util.Set;

/// The ids of the latest arrivals that were worked from memory.
final class RecentIds {

    private final int most;
    private final LinkedHashSet<String> ids = new LinkedHashSet<>();

    RecentIds(int most) {
        this.most = most;
    }

    synchronized boolean holds(Set<String> some) {
        return some.stream().anyMatch(ids::contains);
    }

    /// True when none of these was added before.
    synchronized boolean add(Set<String> more) {
        var first = more.stream().noneMatch(ids::contains);
        ids.addAll(more);
        while (ids.size() > most) {
            ids.removeFirst();
        }
        return first;
    }
}
