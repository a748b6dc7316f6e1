package coffeebreak.bot.mentoring;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What mentors said, in memory.
public final class InMemoryHosts implements Hosts {

    private final Map<String, Host> said = new TreeMap<>();

    @Override
    public synchronized List<Host> all() {
        return List.copyOf(said.values());
    }

    @Override
    public synchronized boolean replace(Host host) {
        var before = said.get(host.mentor());
        if (host.version() != (before == null ? 0 : before.version()) + 1) {
            return false;
        }
        said.put(host.mentor(), host);
        return true;
    }
}
