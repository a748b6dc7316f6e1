package coffeebreak.bot.organizing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What organizers announced, in memory.
public final class InMemoryAnnouncements implements Announcements {

    private final Map<Integer, Announcement> announcements = new TreeMap<>();

    @Override
    public synchronized List<Announcement> all() {
        return List.copyOf(announcements.values());
    }

    @Override
    public synchronized boolean replace(Announcement announcement) {
        var before = announcements.get(announcement.number());
        if (announcement.version() != (before == null ? 0 : before.version()) + 1) {
            return false;
        }
        announcements.put(announcement.number(), announcement);
        return true;
    }
}
