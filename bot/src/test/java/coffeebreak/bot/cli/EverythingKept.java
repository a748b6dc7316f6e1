package coffeebreak.bot.cli;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;

/// All that stands in a Redis, every key with its whole value, whoever wrote it.
final class EverythingKept {

    private final TreeMap<String, String> values = new TreeMap<>();

    EverythingKept(URI redis) {
        try (var jedis = new Jedis(redis)) {
            for (var key : jedis.keys("*")) {
                values.put(key, value(jedis, key));
            }
        }
    }

    private static String value(Jedis jedis, String key) {
        return switch (jedis.type(key)) {
            case "string" -> String.valueOf(jedis.get(key));
            case "hash" -> jedis.hgetAll(key).toString();
            case "set" -> jedis.smembers(key).toString();
            case "zset" -> jedis.zrange(key, 0, -1).toString();
            case "list" -> jedis.lrange(key, 0, -1).toString();
            case "stream" -> jedis.xrange(key, (StreamEntryID) null, null).toString();
            case "none" -> "";
            default -> throw new AssertionError(key + " is of a type nobody looks into");
        };
    }

    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /// Everything but the keys whose name holds one of these words.
    Map<String, String> without(String... words) {
        return values.entrySet().stream()
                .filter(entry -> List.of(words).stream().noneMatch(entry.getKey()::contains))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));
    }

    /// The keys whose name or value holds one of these words, in whatever case.
    List<String> naming(String... words) {
        return values.entrySet().stream()
                .filter(entry -> List.of(words).stream()
                        .anyMatch(word -> (entry.getKey() + "\n" + entry.getValue())
                                .toLowerCase(Locale.ROOT)
                                .contains(word.toLowerCase(Locale.ROOT))))
                .map(entry -> entry.getKey())
                .toList();
    }

    /// The digests under which an id could stand instead of itself.
    static List<String> digests(String id) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return List.of(
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(digest)
                            .substring(0, 22),
                    java.util.HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
