package coffeebreak.bot.redis;

import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.programme.DayChanges;
import coffeebreak.bot.programme.DayJournal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// How the day differs from its file, in one field, replaced like a profile: by version.
final class RedisDayJournal implements DayJournal {

    private static final String CHANGES = "changes";

    private final Connection redis;
    private final Keys keys;
    private final Json json;
    private final Script save = Script.named("profile-save");

    RedisDayJournal(Connection redis, Keys keys, Json json) {
        this.redis = redis;
        this.keys = keys;
        this.json = json;
    }

    @Override
    public DayChanges current() {
        return redis.ask(
                        "reading how the day has changed",
                        jedis -> Optional.ofNullable(jedis.hget(keys.day(), CHANGES)))
                .map(value -> json.read(value.substring(value.indexOf(' ') + 1), DayChanges.class))
                .orElse(DayChanges.NONE);
    }

    @Override
    public boolean replace(DayChanges changes) {
        var arguments = List.of(CHANGES, Long.toString(changes.revision()), json.write(changes));
        return Objects.equals(1L, redis.run("changing the day", save, List.of(keys.day()), arguments));
    }
}
