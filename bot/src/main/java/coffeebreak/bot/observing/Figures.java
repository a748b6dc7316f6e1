package coffeebreak.bot.observing;

import coffeebreak.bot.answers.Answer;
import coffeebreak.bot.mentoring.Plans;
import coffeebreak.bot.mentoring.RoundDraft;
import coffeebreak.bot.mentoring.Seat;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.notices.Way;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All figures, each under `coffeebreak.…`. What can be labelled is there from the start, at zero: a figure that is
/// missing is a fault and not a quiet day. A level that cannot be read is no number (`NaN`).
///
/// | figure | what |
/// |---|---|
/// | `acknowledgements` | how long Slack waits for an acknowledgement, from when the bot has read what it sent |
/// | `arrivals{kind,outcome}` | how long it takes to work what people sent |
/// | `answers{outcome}` | what came of questions about the day |
/// | `notices{state}` | how many wait, are under way, in doubt, delivered, refused (given up) |
/// | `notices.attempts{way,outcome}` | how long an attempt to deliver takes |
/// | `notices.overdue{way}` | how long the first waits that is due |
/// | `notices.waited{within}` | how many had waited up to so long when they left |
/// | `slack.calls{method,outcome}` | how long Slack takes; `limited` is its answer 429 |
/// | `inbox.size`, `inbox.age`, `inbox.dead` | what is not worked yet, since when, and what was given up |
/// | `seats{state}`, `standby` | the plan in force; standby counts who has no seat |
/// | `round.number`, `round.affinity`, `round.affinity.mean` | the same, of seats that are taken |
/// | `round.solving` | how long a preview took to solve |
/// | `round.unseated`, `round.proven` | of the latest preview here |
/// | `index.entries`, `index.waiting`, `index.age` | what is indexed, lacks its vector, since when it may be behind |
/// | `duties.age` | how long ago what the time brings was looked at to the end |
/// | `redis.up`, `slack.up`, `index.up` | 1 or 0 |
public final class Figures {

    private static final List<String> METHODS = List.of(
            "chat.postMessage",
            "chat.postEphemeral",
            "chat.update",
            "conversations.open",
            "conversations.history",
            "users.info",
            "views.open",
            "views.publish",
            "views.update");

    /// Slack waits three seconds.
    private static final Duration[] ACKNOWLEDGED = milliseconds(50, 100, 250, 500, 1_000, 2_000, 3_000);

    private static final Map<String, ToDoubleFunction<Stock.Levels>> NOTICES = Map.of(
            "waiting", now -> now.notices().waiting(),
            "under-way", now -> now.notices().underWay(),
            "in-doubt", Stock.Levels::inDoubt,
            "delivered", now -> now.notices().delivered(),
            "refused", now -> now.notices().refused());

    private static final Map<String, ToDoubleFunction<Stock.Levels>> WAITED = Map.of(
            "2s", now -> now.waited().twoSeconds(),
            "10s", now -> now.waited().tenSeconds(),
            "1m", now -> now.waited().minute(),
            "longer", now -> now.waited().longer());

    private final MeterRegistry registry;
    private final LongSupplier nanoseconds;
    private final AtomicReference<@Nullable RoundDraft> latest = new AtomicReference<>();
    private final AtomicLong followed;
    private final AtomicLong looked;

    /// @param nanoseconds of a clock that only goes forward
    public Figures(MeterRegistry registry, LongSupplier nanoseconds) {
        this.registry = registry;
        this.nanoseconds = nanoseconds;
        this.followed = new AtomicLong(nanoseconds.getAsLong());
        this.looked = new AtomicLong(nanoseconds.getAsLong());
        acknowledgements();
        METHODS.forEach(method -> List.of("done", "limited").forEach(outcome -> calls(method, outcome)));
        for (var outcome : Answer.Outcome.values()) {
            answers(outcome);
        }
        solving();
        gauge(
                "round.unseated",
                "Of the latest preview: who gets no seat",
                Tags.empty(),
                () -> ofLatest(Figures::unseated));
        gauge(
                "round.proven",
                "Of the latest preview: whether no better one exists",
                Tags.empty(),
                () -> ofLatest(draft -> draft.proven() ? 1 : 0));
        gauge("index.age", "Since when the index may be behind", Tags.empty(), () -> since(followed));
        gauge("duties.age", "Since all duties were looked at", Tags.empty(), () -> since(looked));
    }

    /// How long Slack waited for an acknowledgement.
    public void acknowledged(Duration took) {
        acknowledgements().record(took);
    }

    /// A call of Slack has ended.
    public void called(String method, String outcome, Duration took) {
        calls(method, outcome).record(took);
    }

    public void answered(Answer.Outcome outcome) {
        answers(outcome).increment();
    }

    /// What somebody sent was worked, or could not be.
    void worked(String kind, String outcome, Duration took) {
        arrivals(kind, outcome).record(took);
    }

    Timer arrivals(String kind, String outcome) {
        return Timer.builder("coffeebreak.arrivals")
                .description("How long it takes to work what people sent")
                .tags("kind", kind, "outcome", outcome)
                .register(registry);
    }

    /// An attempt to deliver a notice has ended.
    void attempted(Way way, String outcome, Duration took) {
        attempts(way, outcome).record(took);
    }

    Timer attempts(Way way, String outcome) {
        return Timer.builder("coffeebreak.notices.attempts")
                .description("How long an attempt to deliver takes")
                .tags("way", name(way), "outcome", outcome)
                .register(registry);
    }

    /// A round was drafted.
    public void previewed(RoundDraft draft) {
        solving().record(Duration.ofMillis(draft.milliseconds()));
        latest.set(draft);
    }

    /// The index is in step with what is stored, as of now.
    public void indexFollowed() {
        followed.set(nanoseconds.getAsLong());
    }

    /// Everything the time may have brought was looked at, as of now.
    public void dutiesLooked() {
        looked.set(nanoseconds.getAsLong());
    }

    /// Shows whether something is there.
    public void shows(String what, BooleanSupplier up) {
        gauge(what + ".up", "Whether it is there", Tags.empty(), () -> up.getAsBoolean() ? 1 : 0);
    }

    public void showsIndex(IntSupplier entries, IntSupplier waiting) {
        gauge("index.entries", "What is indexed", Tags.empty(), entries::getAsInt);
        gauge("index.waiting", "What is indexed by words alone so far", Tags.empty(), waiting::getAsInt);
    }

    /// Shows what waits.
    public void shows(Recent<Stock.Levels> recent) {
        gauge("redis.up", "Whether the store answers", Tags.empty(), () -> recent.get() == null ? 0 : 1);
        NOTICES.forEach((state, count) -> of(recent, "notices", "Notices by state", Tags.of("state", state), count));
        WAITED.forEach((within, count) -> of(
                recent, "notices.waited", "How long delivered notices had waited", Tags.of("within", within), count));
        for (var way : Way.values()) {
            ofTime(
                    recent,
                    "notices.overdue",
                    "How long the first waits that is due",
                    Tags.of("way", name(way)),
                    now -> now.overdue().getOrDefault(way, Duration.ZERO));
        }
        of(recent, "inbox.size", "What people sent and is not worked yet", Tags.empty(), Stock.Levels::arrivals);
        ofTime(recent, "inbox.age", "How long the first of it has been there", Tags.empty(), Stock.Levels::oldest);
        of(recent, "inbox.dead", "What was given up", Tags.empty(), Stock.Levels::deadLetters);
    }

    /// Shows the plan in force.
    public void shows(Plans plans) {
        var recent = new Recent<>(plans::current, nanoseconds);
        for (var state : Seat.State.values()) {
            of(
                    recent,
                    "seats",
                    "Seats by state",
                    Tags.of("state", name(state)),
                    plan -> plan.seats().stream()
                            .filter(seat -> seat.state() == state)
                            .count());
        }
        of(recent, "standby", "Who waits and has no seat", Tags.empty(), SeatingPlan::waitingWithoutSeat);
        of(recent, "round.number", "The round in force", Tags.empty(), SeatingPlan::round);
        of(
                recent,
                "round.affinity",
                "Affinity of all seats taken, together",
                Tags.empty(),
                plan -> taken(plan).mapToDouble(Seat::affinity).sum());
        of(
                recent,
                "round.affinity.mean",
                "Mean affinity of the seats taken",
                Tags.empty(),
                plan -> taken(plan).mapToDouble(Seat::affinity).average().orElse(0));
    }

    private static Stream<Seat> taken(SeatingPlan plan) {
        return plan.seats().stream().filter(seat -> seat.state().taken());
    }

    private static double unseated(RoundDraft draft) {
        var seated = draft.seats().stream().map(Seat::mentee).toList();
        return draft.standby().values().stream()
                .flatMap(List::stream)
                .distinct()
                .filter(person -> !seated.contains(person))
                .count();
    }

    private double ofLatest(ToDoubleFunction<RoundDraft> figure) {
        var draft = latest.get();
        return draft == null ? 0 : figure.applyAsDouble(draft);
    }

    private double since(AtomicLong then) {
        return (nanoseconds.getAsLong() - then.get()) / 1e9;
    }

    private <T> void of(Recent<T> recent, String name, String what, Tags tags, ToDoubleFunction<T> figure) {
        gauge(name, what, tags, () -> {
            var now = recent.get();
            return now == null ? Double.NaN : figure.applyAsDouble(now);
        });
    }

    private <T> void ofTime(Recent<T> recent, String name, String what, Tags tags, Function<T, Duration> figure) {
        Gauge.builder("coffeebreak." + name, () -> {
                    var now = recent.get();
                    return now == null ? Double.NaN : figure.apply(now).toMillis() / 1000.0;
                })
                .description(what)
                .baseUnit("seconds")
                .tags(tags)
                .register(registry);
    }

    private void gauge(String name, String what, Tags tags, Supplier<Number> value) {
        Gauge.builder("coffeebreak." + name, value)
                .description(what)
                .baseUnit(name.endsWith(".age") ? "seconds" : null)
                .tags(tags)
                .register(registry);
    }

    private Timer acknowledgements() {
        return Timer.builder("coffeebreak.acknowledgements")
                .description("How long Slack waits for an acknowledgement")
                .serviceLevelObjectives(ACKNOWLEDGED)
                .register(registry);
    }

    private Timer calls(String method, String outcome) {
        return Timer.builder("coffeebreak.slack.calls")
                .description("How long Slack takes")
                .tags("method", method, "outcome", outcome)
                .register(registry);
    }

    private Counter answers(Answer.Outcome outcome) {
        return Counter.builder("coffeebreak.answers")
                .description("What came of questions about the day")
                .tags("outcome", name(outcome))
                .register(registry);
    }

    private Timer solving() {
        return Timer.builder("coffeebreak.round.solving")
                .description("How long a preview took to solve")
                .register(registry);
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Duration[] milliseconds(long... all) {
        return java.util.Arrays.stream(all).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }
}
