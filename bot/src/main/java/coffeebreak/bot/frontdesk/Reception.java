package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.frontdesk.Inbox.Admission;
import coffeebreak.bot.frontdesk.Inbox.Held;
import coffeebreak.bot.notices.Along;
import coffeebreak.bot.notices.Passage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Keeps what comes in before it is acknowledged, and has it worked: each arrival once, those of one person in their
/// order, on any number of replicas.
///
/// Whoever admits an arrival of a person whom nobody holds works it at once, and after it whatever the person sent
/// meanwhile, wherever that was admitted. What a process leaves behind that is gone is taken over when its lease is
/// over. An arrival is taken out of the inbox when everything it asked for is changed, and only then is the reply said:
/// so a change happens at least once (and repeats change nothing), and a reply is said at most once.
///
/// What the store does not take in time is worked from memory: questions about the day are answered, and whoever wanted
/// something stored reads that they should try again.
public final class Reception implements Receiving, AutoCloseable {

    private static final int AT_ONCE = 32;
    private static final int REMEMBERED = 10_000;
    /// A process that has just started works slowly, and would acknowledge slowly if it worked much at once: with each
    /// look it takes up one arrival more.
    private static final int AT_FIRST = 2;

    private final Inbox inbox;
    private final Clerk clerk;
    private final Executor workers;
    private final Passage passage;
    private final ReceptionSettings settings;
    private final Along along;
    private final InOrder working;
    private final Map<Person, Held> underWay = new ConcurrentHashMap<>();
    /// Held as far as the store knows, and worked by nobody.
    private final Queue<Held> unsettled = new ConcurrentLinkedQueue<>();

    private final RecentIds unkept = new RecentIds(REMEMBERED);
    private final Logger log = System.getLogger(Reception.class.getName());
    private final Semaphore places;
    private int unopened;
    private volatile boolean open = true;

    /// @param workers runs each task on a thread of its own, as virtual threads do
    /// @param passage how long it rests between two looks; leases are measured by the store
    /// @param along   knows which line of the log belongs to which arrival
    public Reception(
            Inbox inbox, Clerk clerk, Executor workers, Passage passage, ReceptionSettings settings, Along along) {
        this.along = along;
        this.inbox = inbox;
        this.clerk = clerk;
        this.workers = workers;
        this.passage = passage;
        this.settings = settings;
        this.working = new InOrder(workers);
        this.places = new Semaphore(Math.min(AT_FIRST, settings.atOnce()), true);
        this.unopened = Math.max(0, settings.atOnce() - AT_FIRST);
    }

    /// Begins to look for what is left behind; returns at once.
    public void start() {
        workers.execute(this::keepLooking);
    }

    @Override
    public void arrived(Arrival arrival) {
        switch (admitted(arrival)) {
            case Admission.Taken(var held) -> take(held);
            case Admission.TooLate() -> workFromMemory(arrival);
            case Admission.Repeated(), Admission.Behind() -> {}
        }
    }

    @Override
    public void deleted(String channel, String message) {
        workers.execute(() -> guarded("taking back", () -> inbox.takeBack(Arrival.written(channel, message))));
    }

    /// Asked on a thread of its own, since nobody can tell how long a store takes that does not answer. When it is away
    /// altogether it says so at once. When it is only late for one arrival it is still asked about the next.
    private Admission admitted(Arrival arrival) {
        var asked = CompletableFuture.supplyAsync(
                () -> inbox.admit(arrival, settings.lease(), settings.patience()), workers);
        try {
            return asked.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            log.log(Level.WARNING, "the store takes longer than {0}", settings.patience());
            asked.thenAccept(late -> discard(arrival, late));
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof StoreUnavailable gone)) {
                throw new IllegalStateException("an arrival could not be admitted", failed.getCause());
            }
            log.log(Level.WARNING, "what comes in cannot be kept: {0}", gone.toString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while an arrival was admitted", stopping);
        }
        return new Admission.TooLate();
    }

    /// It was kept after all, and has been worked from memory meanwhile: [#unkept] has its ids.
    private void discard(Arrival arrival, Admission late) {
        switch (late) {
            case Admission.Taken(var held) -> take(held);
            case Admission.Behind() ->
                arrival.written().ifPresent(written -> guarded("taking back", () -> inbox.takeBack(written)));
            case Admission.Repeated(), Admission.TooLate() -> {}
        }
    }

    private void workFromMemory(Arrival arrival) {
        if (unkept.add(arrival.ids())) {
            working.run(arrival.from(), () -> {
                try (var _ = atWork()) {
                    along.with("arrival", arrival.mark(), () -> clerk.workUnkept(arrival));
                }
            });
        }
    }

    private void take(Held held) {
        underWay.put(held.person(), held);
        try {
            working.run(held.person(), () -> workFrom(held));
        } catch (RejectedExecutionException stopping) {
            giveBack(held);
        }
    }

    private void workFrom(Held first) {
        var next = Optional.of(first);
        while (next.isPresent()) {
            var held = next.get();
            underWay.put(held.person(), held);
            if (!open) {
                giveBack(held);
                return;
            }
            try (var _ = atWork()) {
                next = along.with("arrival", held.arrival().mark(), () -> workAndTakeNext(held));
            }
            underWay.remove(held.person(), held);
        }
    }

    private Optional<Held> workAndTakeNext(Held held) {
        try {
            return work(held) ? inbox.next(held, settings.lease()) : Optional.empty();
        } catch (StoreUnavailable gone) {
            log.log(Level.WARNING, "what became of an arrival could not be stored: {0}", gone.toString());
            unsettled.add(held);
            return Optional.empty();
        }
    }

    /// Waits until less is worked: it must leave threads and connections for what is still to be acknowledged.
    private AtWork atWork() {
        places.acquireUninterruptibly();
        return places::release;
    }

    private interface AtWork extends AutoCloseable {

        @Override
        void close();
    }

    /// @return whether the person is still held
    private boolean work(Held held) {
        if (held.takenBack() || unkept.holds(held.arrival().ids())) {
            return inbox.done(held);
        }
        if (held.tries() > settings.tries()) {
            return giveUp(held, "whoever worked it did not come to an end");
        }
        Reply reply;
        try {
            reply = clerk.work(held.arrival(), held.tries() > 1);
        } catch (StoreUnavailable gone) {
            log.log(Level.WARNING, "an arrival could not be worked, try {0}: {1}", held.tries(), gone.toString());
            if (held.tries() == 1) {
                clerk.sayLater(held.arrival());
            }
            return again(held, "the store could not be reached");
        } catch (RuntimeException fault) {
            log.log(Level.ERROR, "an arrival could not be worked, try " + held.tries(), fault);
            return again(held, fault.getClass().getSimpleName());
        }
        if (!inbox.done(held)) {
            log.log(Level.WARNING, "an arrival took so long that somebody else took it over");
            return false;
        }
        clerk.say(held.arrival(), reply);
        return true;
    }

    private boolean again(Held held, String reason) {
        if (held.tries() >= settings.tries()) {
            return giveUp(held, reason);
        }
        inbox.putBack(held, settings.pause().multipliedBy(1L << (held.tries() - 1)), true);
        return false;
    }

    private boolean giveUp(Held held, String reason) {
        if (!inbox.giveUp(held, reason)) {
            return false;
        }
        log.log(
                Level.ERROR,
                "{0} given up after {1} tries: {2}; organizers see it in the status",
                held.arrival().input().getClass().getSimpleName(),
                settings.tries(),
                reason);
        clerk.sayGivenUp(held.arrival());
        return true;
    }

    private void giveBack(Held held) {
        underWay.remove(held.person(), held);
        guarded("giving back", () -> inbox.putBack(held, Duration.ZERO, false));
    }

    private void keepLooking() {
        try {
            while (open) {
                openOneMore();
                look();
                passage.rest(settings.look());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void openOneMore() {
        if (unopened > 0) {
            unopened--;
            places.release();
        }
    }

    private void look() {
        try {
            if (!underWay.isEmpty()) {
                inbox.renew(List.copyOf(underWay.values()), settings.lease());
            }
            for (var held = unsettled.peek(); held != null; held = unsettled.peek()) {
                inbox.putBack(held, Duration.ZERO, true);
                unsettled.remove(held);
            }
            List<Held> left;
            do {
                left = inbox.takeOver(settings.lease(), AT_ONCE);
                left.forEach(this::take);
            } while (left.size() == AT_ONCE && open);
        } catch (StoreUnavailable gone) {
            log.log(Level.WARNING, "nobody can look for what is left behind: {0}", gone.toString());
        } catch (RuntimeException fault) {
            log.log(Level.ERROR, "while looking for what is left behind", fault);
        }
    }

    private void guarded(String doing, Runnable work) {
        try {
            work.run();
        } catch (StoreUnavailable gone) {
            log.log(Level.WARNING, "{0}: {1}", doing, gone.toString());
        }
    }

    /// Waits until what is being worked is done, and gives the rest back. Whoever brings something stops before.
    @Override
    public void close() {
        open = false;
        if (!working.drain(settings.goodbye())) {
            log.log(Level.WARNING, "what came in is still being worked after {0}", settings.goodbye());
        }
        List.copyOf(underWay.values()).forEach(this::giveBack);
        List.copyOf(unsettled).forEach(this::giveBack);
    }
}
