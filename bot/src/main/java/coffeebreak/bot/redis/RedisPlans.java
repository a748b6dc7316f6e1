package coffeebreak.bot.redis;

import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.mentoring.Plans;
import coffeebreak.bot.mentoring.RoundDraft;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.mentoring.Turn;
import coffeebreak.bot.notices.Bell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The seating plan in one hash, drafts each under their number.
final class RedisPlans implements Plans {

    private static final Duration DRAFT_LIFETIME = Duration.ofDays(1);
    /// Far longer than publishing takes.
    private static final Duration TURN = Duration.ofSeconds(30);

    private final Connection redis;
    private final Keys keys;
    private final Json json;
    private final UnaryOperator<List<Notice>> courtesy;
    private final Bell bell;
    private final Script replace = Script.onOutbox("plan-replace");
    private final Script keep = Script.named("draft-keep");
    private final Script take = Script.named("turn-take");
    private final Script end = Script.named("turn-end");

    /// What was read last; every click asks for the plan, and it rarely changes.
    private volatile @Nullable Known known;

    RedisPlans(Connection redis, Keys keys, Json json, UnaryOperator<List<Notice>> courtesy, Bell bell) {
        this.redis = redis;
        this.keys = keys;
        this.json = json;
        this.courtesy = courtesy;
        this.bell = bell;
    }

    /// @param mark tells one writing of the plan from every other, also after the store was emptied
    private record Known(String mark, SeatingPlan plan) {}

    @Override
    public SeatingPlan current() {
        var before = known;
        if (before != null) {
            var mark = redis.ask(
                    "reading the seating plan", jedis -> Optional.ofNullable(jedis.hget(keys.plan(), "mark")));
            if (mark.filter(before.mark()::equals).isPresent()) {
                return before.plan();
            }
        }
        var read = redis.ask("reading the seating plan", jedis -> jedis.hmget(keys.plan(), "plan", "mark"));
        if (read.getFirst() == null) {
            return SeatingPlan.EMPTY;
        }
        var plan = json.read(read.getFirst(), SeatingPlan.class);
        var mark = read.getLast();
        // Written before there were marks.
        known = mark == null ? null : new Known(mark, plan);
        return plan;
    }

    @Override
    public boolean replace(SeatingPlan plan, List<Notice> notices) {
        var arguments = new ArrayList<>(List.of(Long.toString(plan.version()), json.write(plan)));
        courtesy.apply(notices).forEach(notice -> arguments.addAll(RedisOutbox.written(notice, json)));
        var replaced =
                Objects.equals(1L, redis.run("changing the seating plan", replace, List.of(keys.prefix()), arguments));
        if (replaced && !notices.isEmpty()) {
            bell.ring();
        }
        return replaced;
    }

    @Override
    public Optional<Turn> takeTurn(Turn turn) {
        var other = redis.run(
                "taking the turn to publish",
                take,
                List.of(keys.publishing()),
                List.of(json.write(turn), Long.toString(TURN.toSeconds())));
        return Optional.ofNullable(other).map(written -> json.read((String) written, Turn.class));
    }

    @Override
    public void endTurn(Turn turn) {
        redis.run("ending the turn to publish", end, List.of(keys.publishing()), List.of(json.write(turn)));
    }

    @Override
    public int keepDraft(RoundDraft draft) {
        var number = redis.run(
                "keeping a draft",
                keep,
                List.of(keys.prefix()),
                List.of(json.write(draft), Long.toString(DRAFT_LIFETIME.toSeconds())));
        return Math.toIntExact((Long) Objects.requireNonNull(number));
    }

    @Override
    public Optional<RoundDraft> draft(int number) {
        return redis.ask("reading a draft", jedis -> Optional.ofNullable(jedis.get(keys.round(number))))
                .map(draft -> json.read(draft, RoundDraft.class));
    }

    @Override
    public void dropDrafts() {
        var latest = latestDraft();
        if (latest > 0) {
            // Older ones have outlived their day long since.
            var kept = IntStream.rangeClosed(Math.max(1, latest - 1_000), latest)
                    .mapToObj(keys::round)
                    .toArray(String[]::new);
            redis.ask("forgetting the drafts", jedis -> jedis.del(kept));
        }
    }

    @Override
    public int latestDraft() {
        return redis.ask("reading the latest draft's number", jedis -> Optional.ofNullable(jedis.get(keys.rounds())))
                .map(Integer::valueOf)
                .orElse(0);
    }
}
