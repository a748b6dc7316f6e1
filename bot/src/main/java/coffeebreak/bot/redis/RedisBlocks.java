package coffeebreak.bot.redis;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.signup.Blocks;
import java.util.Collection;

/// One set of lines, so that adding and taking back never overwrites what somebody else says.
final class RedisBlocks implements Blocks {

    private final Connection redis;
    private final String key;
    private final NoticeIds ids;

    /// @param key of the set
    RedisBlocks(Connection redis, String key, NoticeIds ids) {
        this.redis = redis;
        this.key = key;
        this.ids = ids;
    }

    @Override
    public void change(Person who, Collection<Person> added, Collection<Person> removed) {
        replace(
                removed.stream().map(other -> Said.line(who, other)).toList(),
                added.stream().map(other -> Said.line(who, other)).toList());
    }

    @Override
    public Said said() {
        return new Said(
                redis.ask("reading who must not sit together", jedis -> jedis.smembers(key)),
                id -> ids.of("block", id));
    }

    @Override
    public void forget(Person who) {
        var said = said();
        replace(said.naming(who), said.instead(who));
    }

    /// Adds before it removes: in between somebody is apart from too many rather than too few.
    private void replace(Collection<String> old, Collection<String> lines) {
        if (!lines.isEmpty()) {
            redis.ask("keeping who must not sit together", jedis -> jedis.sadd(key, lines.toArray(String[]::new)));
        }
        if (!old.isEmpty()) {
            redis.ask("forgetting who must not sit together", jedis -> jedis.srem(key, old.toArray(String[]::new)));
        }
    }
}
