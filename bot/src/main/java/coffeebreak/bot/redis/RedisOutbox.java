package coffeebreak.bot.redis;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Notice.Content;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.notices.Bell;
import coffeebreak.bot.notices.CourierSettings;
import coffeebreak.bot.notices.Messenger.Posted;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.notices.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The outbox: each of its steps is one script, and `outbox.lua` says what is kept where.
final class RedisOutbox implements Outbox {

    private final Connection redis;
    private final Keys keys;
    private final Json json;
    private final UnaryOperator<List<Notice>> courtesy;
    private final Bell bell;
    private final Script plan = Script.onOutbox("outbox-plan");
    private final Script claim = Script.onOutbox("outbox-claim");
    private final Script renew = Script.onOutbox("outbox-renew");
    private final Script delivered = Script.onOutbox("outbox-delivered");
    private final Script postpone = Script.onOutbox("outbox-postpone");
    private final Script uncertain = Script.onOutbox("outbox-uncertain");
    private final Script giveUp = Script.onOutbox("outbox-give-up");
    private final Script pause = Script.onOutbox("outbox-pause");
    private final Script drop = Script.onOutbox("outbox-drop");
    private final Script progress = Script.onOutbox("outbox-progress");

    RedisOutbox(Connection redis, Keys keys, Json json, UnaryOperator<List<Notice>> courtesy, Bell bell) {
        this.redis = redis;
        this.keys = keys;
        this.json = json;
        this.courtesy = courtesy;
        this.bell = bell;
    }

    /// The nine values the script `plan` of `outbox.lua` reads.
    static List<String> written(Notice notice, Json json) {
        var expires = notice.expires();
        var earlier = switch (notice.content()) {
            case Content.Post _ -> "";
            case Content.Edit(var edited, var _) -> edited;
            case Content.TakeBack(var taken, var _) -> taken;
        };
        return List.of(
                notice.id(),
                notice.to().id(),
                json.write(notice.content().message()),
                milliseconds(notice.due()),
                notice.urgency().name(),
                expires == null ? "" : milliseconds(expires),
                earlier,
                notice.content() instanceof Content.TakeBack ? "yes" : "",
                notice.with().stream().map(Person::id).collect(Collectors.joining(",")));
    }

    /// Far ends of time would not fit a score: before 1970 is "always", after the year 9999 is "never".
    private static String milliseconds(Instant instant) {
        return Long.toString(Math.clamp(instant.getEpochSecond(), 0, 253_402_300_799L) * 1000
                + (instant.getEpochSecond() < 0 ? 0 : instant.getNano() / 1_000_000));
    }

    private static Instant instant(String milliseconds) {
        return Instant.ofEpochMilli(Long.parseLong(milliseconds));
    }

    @Override
    public void plan(List<Notice> notices) {
        run(
                "planning notices",
                plan,
                courtesy.apply(notices).stream()
                        .flatMap(notice -> written(notice, json).stream())
                        .toList());
        bell.ring();
    }

    @Override
    public Turn claim(Instant now, CourierSettings settings) {
        var arguments = new ArrayList<>(
                List.of(milliseconds(now), Long.toString(settings.lease().toMillis())));
        for (var way : Way.values()) {
            arguments.add(interval(settings, way));
            arguments.add(Integer.toString(settings.pace(way).burst()));
        }
        var turn = run("claiming a notice", claim, arguments);
        var values = strings(Objects.requireNonNull(turn));
        if (values.getFirst().equals("idle")) {
            return new Idle(values.get(1).isEmpty() ? null : instant(values.get(1)));
        }
        return claim(values);
    }

    @Override
    public Optional<Claim> renew(Claim claim, Instant now, CourierSettings settings) {
        var renewed = run(
                "renewing a claim",
                renew,
                List.of(
                        claim.notice().id(),
                        Long.toString(claim.attempt()),
                        milliseconds(now),
                        Long.toString(settings.lease().toMillis()),
                        interval(settings, Way.of(claim.notice()))));
        return Optional.ofNullable(renewed).map(values -> claim(strings(values)));
    }

    private static String interval(CourierSettings settings, Way way) {
        return Long.toString(settings.pace(way).interval().toMillis());
    }

    private Claim claim(List<String> values) {
        var message = json.read(values.get(3), Message.class);
        var edits = values.get(7);
        var notice = new Notice(
                values.get(1),
                new Person(values.get(2)),
                values.get(14).isEmpty()
                        ? List.of()
                        : Stream.of(values.get(14).split(",")).map(Person::new).toList(),
                edits.isEmpty() ? new Content.Post(message) : new Content.Edit(edits, message),
                instant(values.get(4)),
                Notice.Urgency.valueOf(values.get(5)),
                values.get(6).isEmpty() ? null : instant(values.get(6)));
        return new Claim(
                notice,
                Long.parseLong(values.get(8)),
                Integer.parseInt(values.get(9)),
                values.getFirst().equals("looking"),
                Integer.parseInt(values.get(10)),
                instant(values.get(11)),
                values.get(13).isEmpty() ? null : new Posted(values.get(12), values.get(13)));
    }

    @Override
    public void delivered(Claim claim, Posted posted, Instant next) {
        finish(claim, "noting a delivery", delivered, posted.channel(), posted.ts(), milliseconds(next));
    }

    @Override
    public void postpone(Claim claim, Instant until) {
        finish(claim, "postponing a notice", postpone, milliseconds(until));
    }

    @Override
    public void uncertain(Claim claim, int looks, Duration wait) {
        finish(claim, "noting a doubt", uncertain, Integer.toString(looks), Long.toString(wait.toMillis()));
    }

    @Override
    public void giveUp(Claim claim, String reason) {
        finish(claim, "giving a notice up", giveUp, reason);
    }

    private void finish(Claim claim, String doing, Script script, String... outcome) {
        var arguments = new ArrayList<>(List.of(claim.notice().id(), Long.toString(claim.attempt())));
        arguments.addAll(List.of(outcome));
        run(doing, script, arguments);
    }

    @Override
    public void pause(Way way, Instant until) {
        run("pausing the notices", pause, List.of(Keys.name(way), milliseconds(until)));
    }

    @Override
    public void dropFor(Person person) {
        run("dropping notices", drop, List.of(person.id()));
    }

    /// A member of a queue is 16 digits and the notice's id.
    @Override
    public List<Waiting> waitingFor(Person person) {
        return redis.ask("reading what waits for somebody", jedis -> jedis.zrange(keys.queue(person), 0, -1)).stream()
                .map(member -> redis.ask(
                        "reading a notice", jedis -> jedis.hmget(keys.notice(member.substring(16)), "due", "message")))
                .filter(values -> values.get(0) != null && values.get(1) != null)
                .map(values -> new Waiting(instant(values.get(0)), json.read(values.get(1), Message.class)))
                .toList();
    }

    @Override
    public Counts counts() {
        var counts = redis.ask(
                "counting notices",
                jedis -> jedis.hmget(keys.outboxCounts(), "waiting", "under-way", "delivered", "refused"));
        return new Counts(number(counts.get(0)), number(counts.get(1)), number(counts.get(2)), number(counts.get(3)));
    }

    @Override
    public Waits waits() {
        var waits = redis.ask(
                "counting how long notices waited",
                jedis -> jedis.hmget(keys.outboxCounts(), "waited:2", "waited:10", "waited:60", "waited:longer"));
        return new Waits(number(waits.get(0)), number(waits.get(1)), number(waits.get(2)), number(waits.get(3)));
    }

    @Override
    public Progress progress(List<String> ids, Instant now) {
        var arguments = new java.util.ArrayList<>(List.of(milliseconds(now)));
        arguments.addAll(ids);
        var counted = ((List<?>) Objects.requireNonNull(run("counting some notices", progress, arguments)))
                .stream().map(count -> Math.toIntExact((Long) count)).toList();
        return new Progress(counted.get(0), counted.get(1), counted.get(2), counted.get(3));
    }

    @Override
    public Optional<Posted> placeOf(String id) {
        var place = redis.ask(
                "reading where a notice stands", jedis -> jedis.hmget(keys.notice(id), "state", "channel", "ts"));
        return "delivered".equals(place.get(0)) && place.get(1) != null && place.get(2) != null
                ? Optional.of(new Posted(place.get(1), place.get(2)))
                : Optional.empty();
    }

    @Override
    public Fate fate(List<String> ids) {
        var delivered = new HashSet<String>();
        var waiting = new HashSet<String>();
        for (var id : ids) {
            var state = redis.ask(
                    "reading what became of a notice",
                    jedis -> Optional.ofNullable(jedis.hget(keys.notice(id), "state")));
            if (state.isPresent()) {
                switch (state.get()) {
                    case "delivered" -> delivered.add(id);
                    case "refused", "dropped", "merged" -> {}
                    default -> waiting.add(id);
                }
            }
        }
        return new Fate(delivered, waiting);
    }

    private static long number(@Nullable String count) {
        return count == null ? 0 : Long.parseLong(count);
    }

    @Override
    public List<Refusal> refusals(int count) {
        return redis.ask("reading refusals", jedis -> jedis.xrevrange(keys.outboxRefused(), "+", "-", count)).stream()
                .map(entry -> entry.getFields())
                .map(fields -> new Refusal(
                        fields.getOrDefault("notice", ""),
                        new Person(fields.getOrDefault("person", "")),
                        fields.getOrDefault("reason", "")))
                .toList();
    }

    private @Nullable Object run(String doing, Script script, List<String> arguments) {
        return redis.run(doing, script, List.of(keys.prefix()), arguments);
    }

    private static List<String> strings(Object reply) {
        return ((List<?>) reply).stream().map(String.class::cast).toList();
    }
}
