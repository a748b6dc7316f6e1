package coffeebreak.workspace;

import jakarta.servlet.http.HttpServlet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A local Slack workspace: construct, [#start()], use the address, [#close()].
///
/// ```java
/// try (var workspace = new Workspace(WorkspaceSettings.example(), SteerableClock.ofToday(zone))) {
///     var address = workspace.start();     // http://127.0.0.1:PORT
///     var api = address + "/api/";         // what a Slack client is pointed at
/// }
/// ```
public final class Workspace implements AutoCloseable {
    private final WorkspaceSettings settings;
    private final Journal journal = new Journal();
    private final Misbehaviour misbehaviour = new Misbehaviour();
    private final PageEvents page = new PageEvents();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final SocketTransport sockets;
    private final @Nullable HttpTransport http;
    private final Ids ids;
    private final Server server;
    private volatile String address = "";

    /// Follows the machine's clock for signatures and waits.
    public Workspace(WorkspaceSettings settings, WorkspaceClock clock) {
        this(settings, clock, InstantSource.system(), new Random());
    }

    Workspace(WorkspaceSettings settings, WorkspaceClock clock, InstantSource real, Random random) {
        this(settings, clock, real, random, System::nanoTime);
    }

    /// The same, where the rates that Slack allows are counted on the workspace's own clock: for a day that
    /// is played faster than it would pass. What it draws by chance is the same with the same `random`.
    public static Workspace limitedByItsClock(WorkspaceSettings settings, WorkspaceClock clock, Random random) {
        var start = clock.now();
        return new Workspace(
                settings,
                clock,
                InstantSource.system(),
                random,
                () -> Duration.between(start, clock.now()).toNanos());
    }

    private Workspace(
            WorkspaceSettings settings,
            WorkspaceClock clock,
            InstantSource real,
            Random random,
            LongSupplier nanosecondsOfLimits) {
        this.settings = settings;
        this.ids = new Ids(random);
        var limits = settings.limits();
        var app = settings.app();
        var team = new Team(settings, clock, ids);
        var views = new Views(settings.team(), app, ids);
        var limiter = new RateLimiter(limits, nanosecondsOfLimits);
        var triggers = new Triggers(limits.trigger(), System::nanoTime, ids);
        var responseUrls = new ResponseUrls(limits, System::nanoTime, ids, () -> address);
        this.sockets = new SocketTransport(app, limits.acknowledgement(), ids, random, System::nanoTime, page);
        var eventUrl = settings.eventUrl();
        this.http = eventUrl == null
                ? null
                : new HttpTransport(eventUrl, new Signature(settings.signingSecret()), real, limits.acknowledgement());
        Transport transport = http == null ? sockets : http;
        var deliveries = new Deliveries(transport, journal, misbehaviour, clock, limits, executor, ids);
        var events = new AppEvents(team, settings.events(), deliveries, clock, ids);
        var responses = new Responses(team, events, page, ids);
        var interactions = new Interactions(team, views, deliveries, triggers, responseUrls);
        var commands =
                settings.commands().stream().map(WorkspaceCommand::command).collect(Collectors.toUnmodifiableSet());
        var directory = new DirectoryMethods(team, clock, this::socketAddress);
        var store = new FileStore(ids);
        var files = new FileMethods(team, store, events, page, clock, ids, () -> address);
        var desk = new Desk(team, directory, views, events, interactions, responses, page, commands, ids, files);

        var methods = new ApiMethods();
        new ChatMethods(team, events, page, limiter, ids).register(methods);
        new ConversationMethods(team, misbehaviour, clock).register(methods);
        directory.register(methods);
        files.register(methods);
        new ViewMethods(team, views, triggers, page, ids).register(methods);

        var answers = new UiAnswers(settings, team, views, desk, journal, clock, transport::connected);
        Map<String, HttpServlet> servlets = new LinkedHashMap<>();
        servlets.put(
                "/api/*", new ApiServlet(methods, settings, limiter, misbehaviour, journal, clock, real, executor));
        servlets.put("/files/*", new FileServlet(store, settings.botToken()));
        servlets.put("/hooks/*", new HookServlet(responseUrls, responses, journal, clock, real));
        servlets.put("/ui/*", new UiServlet(answers, desk, page, clock, misbehaviour, sockets::disconnect));
        servlets.put("/*", new PageServlet());
        this.server = new Server(settings.port(), servlets, sockets, executor);
    }

    /// Starts listening and returns the base address, without a slash at its end.
    ///
    /// @throws IllegalStateException where the port is taken
    public String start() {
        int port = server.start(settings.port());
        address = "http://127.0.0.1:" + port;
        every(Duration.ofSeconds(10), sockets::ping);
        var push = http;
        if (push != null) {
            executor.execute(() -> verify(push));
        }
        return address;
    }

    /// The base address; empty before [#start()].
    public String address() {
        return address;
    }

    /// Every call so far with `n` of `since` or more, oldest first.
    public List<JournalCall> calls(long since) {
        return journal.callsSince(since);
    }

    /// Every delivery attempt so far with `n` of `since` or more, oldest first.
    public List<JournalDelivery> deliveries(long since) {
        return journal.deliveriesSince(since);
    }

    private String socketAddress() {
        return address.replace("http://", "ws://")
                + Server.SOCKET_PATH
                + "?ticket=" + sockets.ticket()
                + "&app_id=" + settings.app().appId();
    }

    /// Slack asks an event URL once, when it is entered; here the app may start after the workspace, so it is
    /// asked until it answers.
    private void verify(HttpTransport push) {
        for (int attempt = 0; attempt < 120 && !push.connected(); attempt++) {
            push.verify(ids.secret());
            if (push.connected() || !pause(Duration.ofMillis(500))) {
                return;
            }
            page.people();
        }
    }

    private void every(Duration pause, Runnable task) {
        executor.execute(() -> {
            while (pause(pause)) {
                task.run();
            }
        });
    }

    private static boolean pause(Duration wait) {
        try {
            Thread.sleep(wait);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        page.close();
        sockets.close();
        if (http != null) {
            http.close();
        }
        server.close();
        executor.shutdownNow();
    }
}
