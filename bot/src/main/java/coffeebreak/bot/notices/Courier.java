package coffeebreak.bot.notices;

import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Notice.Content;
import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.notices.Messenger.Delivery;
import coffeebreak.bot.notices.Messenger.Lookup;
import coffeebreak.bot.notices.Outbox.Claim;
import coffeebreak.bot.notices.Outbox.Idle;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries what the outbox owes into the chat, so that each notice is seen exactly once, whatever is interrupted.
///
/// A claim is stored before the chat is called, and its outcome after. Whoever dies in between leaves a claim whose
/// lease runs out; whose answer got lost leaves one in doubt. Both are settled the same way: not before every call
/// could have taken effect the chat is asked whether it has the message, twice if it says no, and only then is it sent
/// again. An edit may be repeated, so it is sent again without asking.
///
/// A process that stands still for longer than its lease looks at its watch before it sends ([LastLook]); what slipped
/// through between that look and the call is taken away again once it moves. Seen twice for longer is a notice only if
/// the chat shows its own message later than the settling time, or if that process dies before it has tidied up.
///
/// Any number of couriers, in any number of processes, may serve one outbox.
public final class Courier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private static final int TIDYINGS = 5;

    private final Outbox outbox;
    private final Messenger messenger;
    private final InstantSource clock;
    private final Passage passage;
    private final Executor executor;
    private final CourierSettings settings;
    private final Along along;
    private final Semaphore free;
    private volatile boolean open = true;

    /// @param clock    what due times, pace and the chat's waits are measured by
    /// @param executor runs one task for handing out and up to `workers` for the notices under way, so it needs a
    /// thread for each: virtual ones do
    /// @param along    knows which line of the log belongs to which notice
    public Courier(
            Outbox outbox,
            Messenger messenger,
            InstantSource clock,
            Passage passage,
            Executor executor,
            CourierSettings settings,
            Along along) {
        this.along = along;
        this.outbox = outbox;
        this.messenger = messenger;
        this.clock = clock;
        this.passage = passage;
        this.executor = executor;
        this.settings = settings;
        this.free = new Semaphore(settings.workers());
    }

    /// Begins to deliver; returns at once.
    public void start() {
        executor.execute(this::handOut);
    }

    /// Takes no new notice and waits until those under way have an outcome, at most for the time a call may take and
    /// a little more. Closing again finds nothing to wait for.
    @Override
    public void close() {
        open = false;
        var patience = settings.callTimeout().plus(settings.idle()).plusSeconds(2);
        try {
            if (free.tryAcquire(settings.workers(), patience.toMillis(), TimeUnit.MILLISECONDS)) {
                free.release(settings.workers());
            } else {
                LOG.warn("Notices are still under way after {}; whoever starts next will look for them", patience);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void handOut() {
        try {
            while (open) {
                free.acquire();
                var handedOver = false;
                var rest = Duration.ZERO;
                try {
                    if (open) {
                        var began = passage.nanoseconds();
                        switch (outbox.claim(clock.instant(), settings)) {
                            case Idle idle -> rest = rest(idle);
                            case Claim claim -> {
                                executor.execute(() -> {
                                    try {
                                        work(claim, began);
                                    } finally {
                                        free.release();
                                    }
                                });
                                handedOver = true;
                            }
                        }
                    }
                } catch (RuntimeException trouble) {
                    LOG.warn("No notices can be claimed: {}", trouble.toString());
                    rest = Duration.ofSeconds(1);
                } finally {
                    if (!handedOver) {
                        free.release();
                    }
                }
                if (!rest.isZero()) {
                    passage.rest(rest);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Not longer than `idle`: the clock may be set and others may plan meanwhile.
    private Duration rest(Idle idle) {
        var until = idle.until();
        if (until == null) {
            return settings.idle();
        }
        var wait = Duration.between(clock.instant(), until);
        return wait.isNegative() || wait.isZero()
                ? Duration.ofMillis(1)
                : wait.compareTo(settings.idle()) < 0 ? wait : settings.idle();
    }

    /// Claims and works one notice in the caller's thread.
    ///
    /// @return how long there is nothing to do; zero when there was something
    Duration step() {
        var began = passage.nanoseconds();
        return switch (outbox.claim(clock.instant(), settings)) {
            case Idle idle -> rest(idle);
            case Claim claim -> {
                work(claim, began);
                yield Duration.ZERO;
            }
        };
    }

    private void work(Claim claim, long began) {
        along.with("notice", claim.notice().id(), () -> settle(claim, began));
    }

    private void settle(Claim claim, long began) {
        try {
            if (!claim.look()) {
                send(claim, began);
            } else if (claim.notice().content() instanceof Content.Edit && claim.edited() != null) {
                sendAgainOrGiveUp(claim, began);
            } else {
                look(claim, began);
            }
        } catch (StoreUnavailable gone) {
            LOG.warn(
                    "The outcome of notice {} could not be stored: {}",
                    claim.notice().id(),
                    gone.toString());
        } catch (RuntimeException fault) {
            LOG.error("Notice {} could not be worked", claim.notice().id(), fault);
        }
    }

    private void send(Claim claim, long began) {
        Delivery delivery;
        try {
            delivery = deliver(claim, began);
        } catch (LastLook.TooLate late) {
            // Back to where it was, unless somebody else has it by now.
            report(began, () -> outbox.postpone(claim, clock.instant()));
            return;
        }
        if (since(began).compareTo(settings.lease()) > 0) {
            executor.execute(() -> tidyUp(claim.notice()));
        }
        switch (delivery) {
            case Delivery.Delivered(var posted) ->
                report(
                        began,
                        () -> outbox.delivered(claim, posted, clock.instant().plus(settings.perPerson())));
            case Delivery.TryAgain(var after, var everyone, var reason) -> {
                LOG.info("Notice {} has to wait {}: {}", claim.notice().id(), after, reason);
                var wait = everyone ? after : longer(after, backoff(claim.sends()));
                report(began, () -> {
                    if (everyone) {
                        outbox.pause(Way.of(claim.notice()), clock.instant().plus(after));
                    }
                    outbox.postpone(claim, clock.instant().plus(wait));
                });
            }
            case Delivery.Uncertain(var reason) -> {
                LOG.info("Notice {} is in doubt: {}", claim.notice().id(), reason);
                var wait = longer(settings.settle(), backoff(claim.sends()));
                report(began, () -> outbox.uncertain(claim, 0, wait));
            }
            case Delivery.Refused(var reason) -> giveUp(claim, began, reason);
        }
    }

    private Delivery deliver(Claim claim, long began) {
        return LastLook.before(() -> isInTime(began), () -> {
            LastLook.look();
            try {
                return messenger.deliver(claim.notice(), claim.edited());
            } catch (LastLook.TooLate late) {
                throw late;
            } catch (RuntimeException fault) {
                return new Delivery.Uncertain(fault.toString());
            }
        });
    }

    /// Whether the lease surely outlasts a call that begins now.
    private boolean isInTime(long began) {
        return since(began).compareTo(settings.lease().dividedBy(4)) <= 0;
    }

    /// The call ended after its lease: if somebody else has sent the notice meanwhile, it stands there twice. Not
    /// before both can be read, every message but the one the outbox knows is taken away.
    private void tidyUp(Notice notice) {
        try {
            for (int time = 0; time < TIDYINGS; time++) {
                passage.rest(settings.settle());
                try {
                    var kept = outbox.placeOf(notice.id());
                    if (kept.isPresent() && messenger.leaveOnly(kept.get(), notice)) {
                        return;
                    }
                } catch (RuntimeException trouble) {
                    LOG.info(
                            "Whether notice {} stands there twice cannot be seen: {}", notice.id(), trouble.toString());
                }
            }
            LOG.warn("Notice {} may stand there twice: this process stood still while it sent it", notice.id());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Claim claim, long began) {
        switch (find(claim)) {
            case Lookup.Found(var posted) ->
                report(
                        began,
                        () -> outbox.delivered(claim, posted, clock.instant().plus(settings.perPerson())));
            case Lookup.Absent() -> {
                var expires = claim.notice().expires();
                if (claim.looks() == 0) {
                    report(began, () -> outbox.uncertain(claim, 1, settings.lookAgain()));
                } else if (expires != null && !expires.isAfter(clock.instant())) {
                    giveUp(claim, began, "expired");
                } else {
                    sendAgainOrGiveUp(claim, began);
                }
            }
            case Lookup.Unreadable(var after, var reason) -> {
                LOG.info(
                        "Whether notice {} arrived cannot be read: {}",
                        claim.notice().id(),
                        reason);
                report(began, () -> outbox.uncertain(claim, claim.looks(), after));
            }
        }
    }

    private Lookup find(Claim claim) {
        try {
            return messenger.find(claim.notice(), claim.since());
        } catch (RuntimeException fault) {
            return new Lookup.Unreadable(settings.lookAgain(), fault.toString());
        }
    }

    private void sendAgainOrGiveUp(Claim claim, long began) {
        if (claim.sends() >= settings.sends()) {
            giveUp(claim, began, "not confirmed after %d attempts".formatted(claim.sends()));
            return;
        }
        var renewing = passage.nanoseconds();
        outbox.renew(claim, clock.instant(), settings).ifPresent(renewed -> send(renewed, renewing));
    }

    private void giveUp(Claim claim, long began, String reason) {
        LOG.warn("Notice {} is given up: {}", claim.notice().id(), reason);
        report(began, () -> outbox.giveUp(claim, reason));
    }

    /// An outcome is worth keeping: while the lease lasts it is offered again, which does no harm.
    private void report(long began, Runnable outcome) {
        while (true) {
            try {
                outcome.run();
                return;
            } catch (StoreUnavailable gone) {
                if (since(began).compareTo(settings.lease()) > 0) {
                    throw gone;
                }
                try {
                    passage.rest(settings.idle());
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw gone;
                }
            }
        }
    }

    private Duration since(long began) {
        return Duration.ofNanos(passage.nanoseconds() - began);
    }

    /// One second after the first attempt, twice as long after each further one.
    private Duration backoff(int sends) {
        var wait = Duration.ofSeconds(1L << Math.min(sends - 1, 20));
        return wait.compareTo(settings.longestWait()) < 0 ? wait : settings.longestWait();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
