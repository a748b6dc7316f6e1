package coffeebreak.bot.redis;

import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.organizing.Announcement;
import coffeebreak.bot.organizing.Announcements;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Announcements in one hash, replaced like profiles: by version.
final class RedisAnnouncements implements Announcements {

    private final Connection redis;
    private final Keys keys;
    private final Json json;
    private final Script save = Script.named("profile-save");

    RedisAnnouncements(Connection redis, Keys keys, Json json) {
        this.redis = redis;
        this.keys = keys;
        this.json = json;
    }

    @Override
    public List<Announcement> all() {
        return redis.ask("reading announcements", jedis -> jedis.hvals(keys.announcements())).stream()
                .map(value -> json.read(value.substring(value.indexOf(' ') + 1), Announcement.class))
                .sorted(Comparator.comparingInt(Announcement::number))
                .toList();
    }

    @Override
    public boolean replace(Announcement announcement) {
        var arguments = List.of(
                Integer.toString(announcement.number()),
                Long.toString(announcement.version()),
                json.write(announcement));
        return Objects.equals(1L, redis.run("keeping an announcement", save, List.of(keys.announcements()), arguments));
    }
}
