package coffeebreak.bot.redis;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;

/// Where the Redis servers are and how they belong together.
///
/// @param nodes     one server, some sentinels, or some servers of a cluster
/// @param user      for the servers; null for Redis' default one
/// @param password  for the servers; null where none is asked for
/// @param encrypted whether they are spoken to over TLS
/// @param database  of the server; 0 in a cluster, which has no other
record RedisAddress(
        Together together,
        List<HostAndPort> nodes,
        @Nullable String user,
        @Nullable String password,
        boolean encrypted,
        int database) {

    /// How to write one, for whoever wrote something else.
    static final String FORMS = "redis://host:port, redis-sentinel://host:port,host:port/name-of-the-master or"
            + " redis-cluster://host:port,host:port, each with user:password@ in front of the first host where Redis"
            + " asks for them, and rediss in place of redis over TLS";

    private static final Pattern FORM = Pattern.compile("redis(?<tls>s?)(?<kind>|-sentinel|-cluster)://"
            + "(?:(?<user>[^:@/?]*):(?<password>[^@/?]*)@)?"
            + "(?<nodes>[^@/?]+)"
            + "(?<path>/[^?]*)?"
            + "(?:\\?sentinel-password=(?<asked>[^&]+))?");
    private static final Pattern NODE =
            Pattern.compile("(?<host>\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::(?<port>\\d{1,5}))?");
    /// RFC 3986: unreserved, percent-encoded, and what may stand in user information beside them.
    private static final Pattern SAYABLE = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:-]|%[0-9A-Fa-f]{2})*");
    private static final int USUAL_PORT = 6379;
    private static final int USUAL_SENTINEL_PORT = 26379;

    RedisAddress {
        nodes = List.copyOf(nodes);
    }

    /// What the servers are to each other.
    sealed interface Together {
        /// A single one.
        record Alone() implements Together {}

        /// Sentinels say which of them is the master.
        ///
        /// @param master   its name among the sentinels
        /// @param password for the sentinels; null where they ask for none
        record WatchedBySentinels(String master, @Nullable String password) implements Together {
            @Override
            public String toString() {
                return "WatchedBySentinels[" + master + "]";
            }
        }

        /// Each keeps a part of the slots.
        record InACluster() implements Together {}
    }

    /// @throws IllegalArgumentException saying what to write, without what was written: it may hold a password
    static RedisAddress of(String words) {
        var form = FORM.matcher(words);
        if (!form.matches()) {
            throw wrong("");
        }
        var kind = form.group("kind");
        var path = form.group("path") == null ? "" : form.group("path").substring(1);
        if (form.group("asked") != null && !kind.equals("-sentinel")) {
            throw wrong("; only sentinels take a sentinel-password");
        }
        return switch (kind) {
            case "-sentinel" -> {
                var parts = path.split("/", -1);
                if (parts[0].isEmpty() || parts.length > 2) {
                    throw wrong("; behind the sentinels stands the name of the master, as in …/mymaster");
                }
                yield new RedisAddress(
                        new Together.WatchedBySentinels(parts[0], decoded(form.group("asked"))),
                        nodes(form.group("nodes"), USUAL_SENTINEL_PORT),
                        decoded(form.group("user")),
                        decoded(form.group("password")),
                        !form.group("tls").isEmpty(),
                        database(parts.length == 2 ? parts[1] : ""));
            }
            case "-cluster" -> {
                if (!path.isEmpty()) {
                    throw wrong("; a cluster has one database, so nothing stands behind its hosts");
                }
                yield new RedisAddress(
                        new Together.InACluster(),
                        nodes(form.group("nodes"), USUAL_PORT),
                        decoded(form.group("user")),
                        decoded(form.group("password")),
                        !form.group("tls").isEmpty(),
                        0);
            }
            default -> {
                var nodes = nodes(form.group("nodes"), USUAL_PORT);
                if (nodes.size() > 1) {
                    throw wrong("; several hosts are sentinels or a cluster");
                }
                yield new RedisAddress(
                        new Together.Alone(),
                        nodes,
                        decoded(form.group("user")),
                        decoded(form.group("password")),
                        !form.group("tls").isEmpty(),
                        database(path));
            }
        };
    }

    private static List<HostAndPort> nodes(String words, int usualPort) {
        return Stream.of(words.split(",", -1))
                .map(word -> {
                    var node = NODE.matcher(word);
                    if (!node.matches()) {
                        throw wrong("; one of the hosts is none");
                    }
                    var port = node.group("port") == null ? usualPort : Integer.parseInt(node.group("port"));
                    if (port < 1 || port > 65_535) {
                        throw wrong("; a port is a number from 1 to 65535");
                    }
                    return new HostAndPort(node.group("host").replaceAll("[\\[\\]]", ""), port);
                })
                .toList();
    }

    private static int database(String words) {
        if (words.isEmpty()) {
            return 0;
        }
        if (!words.matches("\\d{1,4}")) {
            throw wrong("; a database is a number");
        }
        return Integer.parseInt(words);
    }

    private static @Nullable String decoded(@Nullable String words) {
        if (words == null || words.isEmpty()) {
            return null;
        }
        // Seen to here, since Java's own words about what cannot be read would tell the password.
        if (!SAYABLE.matcher(words).matches()) {
            throw wrong(
                    "; in the user and the password each sign but letters, digits and -._~ is written as % and its two"
                            + " hexadecimal digits");
        }
        return URLDecoder.decode(words.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    static IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("not the address of a Redis; write " + FORMS + why);
    }

    /// Without the password.
    @Override
    public String toString() {
        return together + " " + nodes;
    }
}
