package coffeebreak.bot.rehearsal;

import coffeebreak.bot.BotApplication;
import coffeebreak.bot.BotSettings;
import coffeebreak.bot.Day;
import coffeebreak.bot.RunningBot;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Compared;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.notices.CourierSettings;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.notices.QuietHours;
import coffeebreak.bot.organizing.Rehearsals;
import coffeebreak.bot.redis.Ahead;
import coffeebreak.bot.redis.RedisStore;
import coffeebreak.bot.signup.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiPredicate;

/// The bot under rehearsal: started, looked at, killed. Nothing is done to it but what can happen to a
/// process.
final class Bot implements AutoCloseable {

    private static final Duration SETTLE = Duration.ofMillis(1_500);
    private static final Duration IDLE = Duration.ofMillis(5);

    private final BotSettings settings;
    private final Day day;
    private final StepClock clock;
    private final long seed;
    private RunningBot running;

    Bot(BotSettings settings, Day day, StepClock clock, long seed) {
        this.settings = settings;
        this.day = day;
        this.clock = clock;
        this.seed = seed;
        this.running = started();
    }

    private RunningBot started() {
        return BotApplication.start(settings, day, clock::now, courier(), new Random(seed), clock, Rehearsals.none());
    }

    /// At Slack's pace by the clock of the day; what really passes is short.
    private static CourierSettings courier() {
        var slack = CourierSettings.SLACK;
        return new CourierSettings(
                SETTLE.dividedBy(3),
                SETTLE,
                SETTLE.dividedBy(6),
                SETTLE.multipliedBy(2),
                slack.workers(),
                slack.posts(),
                slack.edits(),
                slack.groups(),
                slack.perPerson(),
                IDLE,
                slack.longestWait(),
                slack.sends());
    }

    /// Every thread is stopped wherever it is and every connection is gone, as with a killed process, and
    /// another one is started.
    ///
    /// @param hangUp what Slack's side does when a process is gone
    void dieAndComeBack(Runnable hangUp) {
        running.bot().workers().shutdownNow();
        running.close();
        hangUp.run();
        running = started();
    }

    private RedisStore store() {
        return running.bot().store();
    }

    Ahead ahead() {
        return store().ahead(courier());
    }

    /// Has the courier look now: its rest is real time, and the clock has just moved.
    void wake() {
        store().bell().ring();
    }

    SeatingPlan plan() {
        return store().plans().current();
    }

    List<Profile> profiles() {
        return store().profiles().all();
    }

    Outbox.Counts counts() {
        return store().outbox().counts();
    }

    List<Outbox.Refusal> refusals() {
        return store().outbox().refusals(1_000);
    }

    /// How good the seats of a plan are, against chance and the best there could be.
    Optional<Compared> compared(SeatingPlan plan) {
        return running.bot().mentoring().compared(plan, profiles(), seed);
    }

    /// Who would rather not sit with whom.
    BiPredicate<Person, Person> apart() {
        return store().blocks().said()::between;
    }

    /// When it writes to nobody without need.
    QuietHours quiet() {
        return settings.day().quiet();
    }

    @Override
    public void close() {
        running.close();
    }
}
