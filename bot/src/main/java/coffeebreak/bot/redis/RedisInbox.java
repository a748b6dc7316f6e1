package coffeebreak.bot.redis;

import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.frontdesk.Arrival;
import coffeebreak.bot.frontdesk.Inbox;
import coffeebreak.bot.notices.Passage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.params.SetParams;

/// The inbox: each of its steps is one script, and `inbox.lua` says what is kept where.
final class RedisInbox implements Inbox {

    /// Longer than the last retry of the chat, five minutes after the event.
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private static final int MOST_DEAD = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(RedisInbox.class);

    private final Connection redis;
    private final Keys keys;
    private final Json json;
    private final Passage passage;
    private final Script admit = Script.onInbox("inbox-admit");
    private final Script takeOver = Script.onInbox("inbox-take-over");
    private final Script done = Script.onInbox("inbox-done");
    private final Script next = Script.onInbox("inbox-next");
    private final Script putBack = Script.onInbox("inbox-put-back");
    private final Script giveUp = Script.onInbox("inbox-give-up");
    private final Script renew = Script.onInbox("inbox-renew");
    /// How far the server's clock is ahead of our passage, in milliseconds, as of the latest answer.
    private volatile @Nullable Long ahead;

    RedisInbox(Connection redis, Keys keys, Json json, Passage passage) {
        this.redis = redis;
        this.keys = keys;
        this.json = json;
        this.passage = passage;
    }

    /// A server that stood still goes on with what was sent to it, though nobody waits any more: so it is told until
    /// when it may.
    @Override
    public Admission admit(Arrival arrival, Duration lease, Duration within) {
        var known = ahead;
        var latest = known == null ? "" : Long.toString(milliseconds() + known + within.toMillis());
        var arguments = new ArrayList<>(List.of(
                arrival.from().id(),
                json.write(arrival),
                arrival.written().map(Keys::shortDigest).orElse(""),
                milliseconds(lease),
                milliseconds(REMEMBERED),
                latest));
        arrival.ids().forEach(id -> arguments.add(Keys.shortDigest(id)));
        var answer = (List<?>) Objects.requireNonNull(run("keeping what came in", admit, arguments));
        ahead = Long.parseLong((String) answer.get(0)) - milliseconds();
        return switch ((String) answer.get(1)) {
            case "repeated" -> new Admission.Repeated();
            case "behind" -> new Admission.Behind();
            case "late" -> new Admission.TooLate();
            case "held" ->
                held(answer.get(2), lease).<Admission>map(Admission.Taken::new).orElseGet(Admission.Behind::new);
            case String other -> throw new IllegalStateException("the inbox says " + other);
        };
    }

    private long milliseconds() {
        return passage.nanoseconds() / 1_000_000;
    }

    @Override
    public List<Held> takeOver(Duration lease, int most) {
        var taken = run("looking what is left behind", takeOver, List.of(milliseconds(lease), Integer.toString(most)));
        return ((List<?>) Objects.requireNonNull(taken))
                .stream().flatMap(each -> held(each, lease).stream()).toList();
    }

    /// The answer of the script's `take`. What an earlier version wrote and this one cannot read is given up.
    private Optional<Held> held(Object answer, Duration lease) {
        var values = ((List<?>) answer).stream().map(String.class::cast).toList();
        try {
            return Optional.of(new Held(
                    json.read(values.get(5), Arrival.class),
                    values.get(3),
                    Long.parseLong(values.get(1)),
                    Integer.parseInt(values.get(2)),
                    values.get(4).equals("deleted")));
        } catch (IllegalArgumentException unreadable) {
            // Not the exception: it quotes what somebody wrote.
            LOG.error("what came in cannot be read any more and is given up");
            run(
                    "giving up what came in",
                    giveUp,
                    List.of(
                            values.get(0),
                            values.get(1),
                            values.get(3),
                            "it cannot be read",
                            Integer.toString(MOST_DEAD)));
            return Optional.ofNullable(run(
                            "taking what came next", next, List.of(values.get(0), values.get(1), milliseconds(lease))))
                    .flatMap(following -> held(following, lease));
        }
    }

    @Override
    public boolean done(Held held) {
        return Objects.equals(1L, run("noting that an arrival is done", done, of(held, held.entry())));
    }

    @Override
    public Optional<Held> next(Held held, Duration lease) {
        return Optional.ofNullable(run("taking what came next", next, of(held, milliseconds(lease))))
                .flatMap(following -> held(following, lease));
    }

    @Override
    public void putBack(Held held, Duration pause, boolean tried) {
        run("putting an arrival back", putBack, of(held, milliseconds(pause), tried ? "counts" : ""));
    }

    @Override
    public boolean giveUp(Held held, String reason) {
        return Objects.equals(
                1L, run("giving up an arrival", giveUp, of(held, held.entry(), reason, Integer.toString(MOST_DEAD))));
    }

    @Override
    public void renew(Collection<Held> held, Duration lease) {
        run(
                "renewing leases",
                renew,
                Stream.concat(
                                Stream.of(milliseconds(lease)),
                                held.stream()
                                        .flatMap(each ->
                                                Stream.of(each.arrival().from().id(), Long.toString(each.number()))))
                        .toList());
    }

    @Override
    public void takeBack(String written) {
        redis.ask(
                "noting that a message was deleted",
                jedis -> jedis.set(
                        keys.seen(written), "deleted", SetParams.setParams().ex(REMEMBERED.toSeconds())));
    }

    private static List<String> of(Held held, String... more) {
        return Stream.concat(Stream.of(held.arrival().from().id(), Long.toString(held.number())), Stream.of(more))
                .toList();
    }

    private static String milliseconds(Duration time) {
        return Long.toString(time.toMillis());
    }

    private @Nullable Object run(String doing, Script script, List<String> arguments) {
        return redis.run(doing, script, List.of(keys.prefix()), arguments);
    }
}
