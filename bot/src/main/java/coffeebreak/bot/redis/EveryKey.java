package coffeebreak.bot.redis;

import java.util.HashSet;
import java.util.Set;
import redis.clients.jedis.params.ScanParams;

/// All keys of one workspace and event, as they stand while they are looked for: one that comes meanwhile may be
/// missed.
final class EveryKey {

    private static final int PAGE = 500;

    private EveryKey() {}

    static Set<String> of(Connection redis, Keys keys) {
        var found = new HashSet<String>();
        var page = new ScanParams().match(keys.prefix() + "*").count(PAGE);
        var cursor = ScanParams.SCAN_POINTER_START;
        do {
            var at = cursor;
            var read = redis.ask("looking for all keys", jedis -> jedis.scan(at, page));
            found.addAll(read.getResult());
            cursor = read.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return found;
    }
}
