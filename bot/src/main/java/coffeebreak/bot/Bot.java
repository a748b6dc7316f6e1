package coffeebreak.bot;

import coffeebreak.bot.answers.Suggestions;
import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.frontdesk.FrontDesk;
import coffeebreak.bot.frontdesk.Reception;
import coffeebreak.bot.frontdesk.ReceptionSettings;
import coffeebreak.bot.llm.Meanings;
import coffeebreak.bot.mentoring.Lineup;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.notices.Courier;
import coffeebreak.bot.notices.CourierSettings;
import coffeebreak.bot.notices.NotingMessenger;
import coffeebreak.bot.notices.Passage;
import coffeebreak.bot.notices.Timekeeper;
import coffeebreak.bot.notices.Timekeeper.Duty;
import coffeebreak.bot.observing.CountedClerk;
import coffeebreak.bot.observing.CountedMessenger;
import coffeebreak.bot.observing.Recent;
import coffeebreak.bot.observing.Stock;
import coffeebreak.bot.organizing.Commands;
import coffeebreak.bot.organizing.Rehearsals;
import coffeebreak.bot.programme.LiveProgramme;
import coffeebreak.bot.redis.RedisStore;
import coffeebreak.bot.signup.Interests;
import coffeebreak.bot.slack.SlackEdge;
import coffeebreak.index.TopicIndex;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// The bot put together, each part by its constructor, and the order in which it opens: first it knows what is stored,
/// then it keeps its promises, then it listens. It closes the other way round.
public final class Bot implements AutoCloseable {

    private final Foundation on;
    private final Seating seating;
    private final Organizing organizing;
    private final Conversing conversing;
    private final Courier courier;
    private final List<Duty> duties;
    private final List<Duty> homeDuties;
    private final Timekeeper timekeeper;
    private final Timekeeper homekeeper;
    private final Reception reception;
    private final Logger log = System.getLogger(Bot.class.getName());
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean indexed;

    private Bot(Foundation on, RandomGenerator seeds, Passage passage, Rehearsals rehearsals) {
        this.on = on;
        seating = new Seating(on, seeds);
        organizing = new Organizing(on, seating, rehearsals);
        conversing = new Conversing(on, seating, organizing);
        courier = new Courier(
                on.outbox,
                new CountedMessenger(
                        new NotingMessenger(on.slack.messenger(), on.store.contacts()),
                        on.figures,
                        on.traces,
                        System::nanoTime),
                on.clock,
                on.store.bell(),
                on.workers,
                on.pace,
                on.traces);
        duties = duties();
        timekeeper = new Timekeeper(duties, passage, on.workers);
        // Beside the other, so that no slow call for a Home keeps a duty waiting.
        homeDuties = List.of(conversing.homes::renewNext, conversing.unfoldings);
        homekeeper = new Timekeeper(homeDuties, passage, on.workers);
        reception = new Reception(
                on.store.inbox(),
                new CountedClerk(conversing.frontDesk, on.figures, on.traces, System::nanoTime),
                on.workers,
                Passage.real(),
                ReceptionSettings.USUAL,
                on.traces);
        on.figures.shows("slack", this::isConnected);
        on.figures.shows("index", () -> indexed && on.index.health().meaning());
    }

    /// Puts a bot together that knows what is stored, and does not act yet.
    ///
    /// @param store closed with the bot
    /// @throws StoreUnavailable when Redis does not answer
    /// @throws UnusableSettings while this event is moved to another Redis
    static Bot of(
            BotSettings settings,
            Day day,
            InstantSource clock,
            CourierSettings pace,
            RandomGenerator seeds,
            Passage passage,
            Rehearsals rehearsals,
            RedisStore store,
            Meanings meanings,
            MeterRegistry registry)
            throws InterruptedException {
        var foundation = new Foundation(settings, day, clock, pace, store, meanings, registry);
        try {
            var bot = new Bot(foundation, seeds, passage, rehearsals);
            bot.prepare();
            return bot;
        } catch (RuntimeException refused) {
            foundation.close();
            throw refused;
        }
    }

    /// All that time brings. First what the day is and who the mentors are, by which the others go; last that all were
    /// looked at: whichever hangs, that one is not reached.
    private List<Duty> duties() {
        return List.of(
                on.live::refresh,
                on.lists::refresh,
                on.presence::renew,
                () -> {
                    on.followed.look();
                    on.figures.indexFollowed();
                },
                on.library::follow,
                organizing.emailLinking,
                conversing.unfinished,
                seating.mentoring::timePasses,
                seating.invitations,
                seating.repairs,
                seating.nudges,
                seating.answering,
                seating.mentoring::follow,
                organizing.announcements,
                organizing.questionDesk,
                organizing.news,
                conversing.leaving,
                conversing.afterwards,
                organizing.retention,
                on.figures::dutiesLooked);
    }

    private void prepare() {
        if (!on.presence.begin()) {
            throw new UnusableSettings(
                    List.of("This event is being exported or imported: start the bot when that is over."));
        }
        on.live.refresh();
        on.lists.refresh();
        takeOverRoster();
        on.followed.begin();
        // The model is still being read: what people wrote is known with its vectors, the rest is not.
        on.interests.putAll(on.store.profiles().all());
        on.interests.putTopics();
        on.library.follow();
        indexed = true;
    }

    /// Those a roster calls signed up are taken over once, into an empty store: nobody who left comes back with a
    /// restart, and nobody at all once everything personal was deleted.
    private void takeOverRoster() {
        var profiles = on.store.profiles();
        if (profiles.all().isEmpty()
                && on.store.plans().current().version() == 0
                && on.store.remains().report().isEmpty()) {
            on.day.roster().profiles().forEach(profiles::save);
        }
    }

    void open() {
        courier.start();
        timekeeper.start();
        homekeeper.start();
        reception.start();
        on.slack.open(reception);
    }

    /// Whether Slack can reach it; in Socket Mode that takes a moment.
    public boolean isConnected() {
        return on.slack.health().now().connected();
    }

    /// Whether everything that is stored is in the index.
    boolean indexed() {
        return indexed;
    }

    Recent<Stock.Levels> stock() {
        return on.stock;
    }

    Suggestions suggestions() {
        return on.suggestions;
    }

    public RedisStore store() {
        return on.store;
    }

    public LiveProgramme live() {
        return on.live;
    }

    public TopicIndex index() {
        return on.index;
    }

    public Interests interests() {
        return on.interests;
    }

    public SlackEdge slack() {
        return on.slack;
    }

    public Lineup lineup() {
        return seating.lineup;
    }

    public Mentoring mentoring() {
        return seating.mentoring;
    }

    public Commands commands() {
        return organizing.commands;
    }

    public FrontDesk frontDesk() {
        return conversing.frontDesk;
    }

    /// All it looks at as time passes, in this order.
    public Stream<Duty> everyDuty() {
        return Stream.concat(duties.stream(), homeDuties.stream());
    }

    /// What all its work runs on; stopped at once, the bot is as dead as a killed process.
    public ExecutorService workers() {
        return on.workers;
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        on.slack.stopListening();
        reception.close();
        on.slack.close();
        timekeeper.close();
        homekeeper.close();
        courier.close();
        leave();
        on.close();
    }

    /// Nobody is kept from stopping by a store that is away: it forgets us by itself.
    private void leave() {
        try {
            on.presence.end();
        } catch (StoreUnavailable gone) {
            log.log(Level.WARNING, gone.toString());
        }
    }
}
