package coffeebreak.bot.slack;

import coffeebreak.bot.chat.HandedFiles;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.frontdesk.InOrder;
import coffeebreak.bot.frontdesk.Receiving;
import coffeebreak.bot.frontdesk.Speaker;
import coffeebreak.bot.notices.Boards;
import coffeebreak.bot.notices.Messenger;
import coffeebreak.bot.signup.AddressBook;
import coffeebreak.bot.signup.Directory;
import com.slack.api.Slack;
import com.slack.api.bolt.App;
import jakarta.servlet.http.HttpServlet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Slack, as the rest of the bot sees it. Made first, so that its [Speaker], [Messenger] and [Directory] can be
/// given to those who need them; [#open]ed when somebody is there to take what comes in; closed before them.
public final class SlackEdge implements AutoCloseable {

    private static final Duration BETWEEN_CHECKS = Duration.ofMinutes(1);
    private static final Duration UNTIL_KEPT = Duration.ofSeconds(5);
    /// Slack itself waits three seconds for the answer.
    private static final Duration UNTIL_READ = Duration.ofSeconds(3);
    private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(SlackEdge.class);

    private final SlackSettings settings;
    private final Executor workers;
    private final Slack slack;
    private final App bolt;
    private final Identity identity;
    private final Listeners listeners;
    private final SlackSpeaker speaker;
    private final SlackMessenger messenger;
    private final Boards boards;
    private final SlackDirectory directory;
    private final SlackAddressBook addressBook;
    private final SlackHandedFiles handedFiles;
    private final SlackHealth health;
    private final SocketMode socket;
    private final Optional<HttpServlet> endpoint;
    private final CountDownLatch closing = new CountDownLatch(1);

    /// @param callTimeout no call to Slack takes longer; whoever relies on it ending must wait at least that long
    /// @param workers   runs each task on a thread of its own, as virtual threads do
    /// @param wallClock the time of day as Slack has it, also where the workshop's clock is set to another day
    public SlackEdge(SlackSettings settings, Duration callTimeout, Executor workers, InstantSource wallClock) {
        this(settings, callTimeout, workers, wallClock, SocketMode.Watch.USUAL, Onlooker.nobody());
    }

    /// The same for figures.
    public SlackEdge(
            SlackSettings settings,
            Duration callTimeout,
            Executor workers,
            InstantSource wallClock,
            Onlooker onlooker) {
        this(settings, callTimeout, workers, wallClock, SocketMode.Watch.USUAL, onlooker);
    }

    SlackEdge(
            SlackSettings settings,
            Duration callTimeout,
            Executor workers,
            InstantSource wallClock,
            SocketMode.Watch watch) {
        this(settings, callTimeout, workers, wallClock, watch, Onlooker.nobody());
    }

    private SlackEdge(
            SlackSettings settings,
            Duration callTimeout,
            Executor workers,
            InstantSource wallClock,
            SocketMode.Watch watch,
            Onlooker onlooker) {
        this.settings = settings;
        this.workers = workers;
        this.slack = SlackClients.slack(settings, callTimeout, onlooker);
        this.bolt = SlackClients.bolt(slack, settings);
        var methods = slack.methods(settings.botToken());
        var buttons = new Buttons(new Json());
        var screens = new Screens(buttons);
        this.identity = new Identity(methods);
        var answered = new Answered();
        this.speaker = new SlackSpeaker(
                slack, methods, screens, new SlackSpeaker.ResponseUrls(settings.api()), answered, Thread::sleep);
        this.messenger = new SlackMessenger(methods, identity, screens);
        var patient = new PatientCalls(Thread::sleep);
        this.boards =
                new SlackBoards(methods, screens, patient, new SlackFiles(slack.getHttpClient(), methods, patient));
        this.directory = new SlackDirectory(methods, wallClock);
        this.addressBook = new SlackAddressBook(methods);
        this.handedFiles = new SlackHandedFiles(slack.getHttpClient(), methods, settings.botToken(), settings.api());
        this.health = new SlackHealth(wallClock);
        this.listeners = new Listeners(bolt, buttons, identity, speaker, answered, new InOrder(workers), onlooker);
        this.socket =
                new SocketMode(slack, settings.appToken(), bolt.config(), identity, listeners, health, workers, watch);
        this.endpoint = settings.mode() == SlackSettings.Mode.HTTP
                ? Optional.of(new EventsEndpoint(
                        new RequestSignature(settings.signingSecret(), wallClock),
                        bolt.config(),
                        listeners,
                        UNTIL_READ))
                : Optional.empty();
    }

    public Speaker speaker() {
        return speaker;
    }

    public Messenger messenger() {
        return messenger;
    }

    public Boards boards() {
        return boards;
    }

    public Directory directory() {
        return directory;
    }

    public AddressBook addressBook() {
        return addressBook;
    }

    public HandedFiles handedFiles() {
        return handedFiles;
    }

    public SlackHealth health() {
        return health;
    }

    /// What serves `/slack/events`; empty in socket mode. Until [#open] it asks Slack to come again.
    public Optional<HttpServlet> endpoint() {
        return endpoint;
    }

    /// Starts to listen and returns at once, also while Slack is away: [#health] says when it is reached.
    ///
    /// @param receiving keeps each arrival before it is acknowledged
    public void open(Receiving receiving) {
        listeners.handTo(receiving);
        switch (settings.mode()) {
            case SOCKET -> socket.start();
            case HTTP -> workers.execute(this::keepAsking);
        }
        log.info("listening to {}", settings);
    }

    /// In HTTP mode nothing is connected, so Slack is asked now and then whether it still knows us.
    private void keepAsking() {
        try {
            boolean stop;
            do {
                var asked = identity.ask();
                if (asked instanceof SlackCall.Outcome.Done) {
                    health.connected();
                } else {
                    health.lost("auth.test: " + asked.reason());
                    log.warn("Slack does not answer, trying again: auth.test: {}", asked.reason());
                }
                var wait = asked instanceof SlackCall.Outcome.Done ? BETWEEN_CHECKS : UNTIL_NEXT_TRY;
                stop = closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
            } while (!stop);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /// Takes nothing more; what was taken can still be answered.
    public void stopListening() {
        if (closing.getCount() == 0) {
            return;
        }
        closing.countDown();
        if (settings.mode() == SlackSettings.Mode.SOCKET && listeners.isOpen()) {
            socket.close();
        }
        listeners.drain(UNTIL_KEPT);
    }

    @Override
    public void close() {
        stopListening();
        bolt.stop();
        bolt.executorService().shutdown();
        try {
            slack.close();
        } catch (Exception alreadyGone) {
            log.debug("closing the client", alreadyGone);
        }
    }
}
