package coffeebreak.workspace;

import coffeebreak.workspace.Misbehaviour.Fault;
import coffeebreak.workspace.Transport.Answer;
import coffeebreak.workspace.Transport.Delivery;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/// Brings things to the app as Slack does: three seconds to acknowledge, events repeated at once, after a
/// minute and after five, commands and interactions never. Every attempt is journalled.
final class Deliveries {
    private final Transport transport;
    private final Journal journal;
    private final Misbehaviour misbehaviour;
    private final WorkspaceClock clock;
    private final WorkspaceLimits limits;
    private final ExecutorService executor;
    private final Ids ids;

    Deliveries(
            Transport transport,
            Journal journal,
            Misbehaviour misbehaviour,
            WorkspaceClock clock,
            WorkspaceLimits limits,
            ExecutorService executor,
            Ids ids) {
        this.transport = transport;
        this.journal = journal;
        this.misbehaviour = misbehaviour;
        this.clock = clock;
        this.limits = limits;
        this.executor = executor;
        this.ids = ids;
    }

    /// Delivers an event in the background, repeating it until it is acknowledged or given up.
    void event(Delivery delivery) {
        try {
            executor.execute(() -> withRetries(delivery));
        } catch (RejectedExecutionException _) {
            // the workspace is closing
        }
    }

    /// Delivers once and waits for the answer.
    Answer once(Delivery delivery) {
        return attempt(delivery, 0, null);
    }

    boolean connected() {
        return transport.connected();
    }

    private void withRetries(Delivery delivery) {
        String reason = null;
        for (int attempt = 0; attempt <= limits.retries().size(); attempt++) {
            if (attempt > 0 && !pause(limits.retries().get(attempt - 1))) {
                return;
            }
            switch (attempt(delivery, attempt, reason)) {
                case Answer.Acknowledged _ -> {
                    return;
                }
                case Answer.Missed missed -> {
                    if (!missed.retry()) {
                        return;
                    }
                    reason = missed.reason();
                }
            }
        }
    }

    private Answer attempt(Delivery delivery, int attempt, @Nullable String reason) {
        Optional<Fault> fault = misbehaviour.take(Misbehaviour.DELIVERIES);
        if (fault.isPresent()) {
            switch (fault.get().kind()) {
                case DELAY -> pause(Duration.ofMillis(fault.get().millis()));
                case DUPLICATE -> executor.execute(() -> send(delivery, attempt, reason));
                case DUPLICATE_FRESH -> executor.execute(() -> send(fresh(delivery), attempt, reason));
                case WITHHOLD, LOST, DROP_REPLY -> {
                    var missed = new Answer.Missed("http_timeout", 0, true);
                    note(delivery, attempt, 0, missed);
                    return missed;
                }
                case DELAY_REPLY, STATUS_500, RATELIMITED, FATAL_ERROR, FATAL_ERROR_LOST, REFUSE, LATE_COMMIT -> {}
            }
        }
        return send(delivery, attempt, reason);
    }

    private Answer send(Delivery delivery, int attempt, @Nullable String reason) {
        long start = System.nanoTime();
        var answer = transport.deliver(delivery, attempt, reason);
        note(delivery, attempt, (System.nanoTime() - start) / 1_000_000, answer);
        return answer;
    }

    private Delivery fresh(Delivery delivery) {
        var payload = delivery.payload().deepCopy();
        var id = payload.has("event_id") ? ids.next("Ev") : delivery.id();
        if (payload.has("event_id")) {
            payload.put("event_id", id);
        }
        return new Delivery(
                delivery.type(), delivery.subject(), delivery.user(), id, delivery.acceptsResponse(), payload);
    }

    private void note(Delivery delivery, int attempt, long millis, Answer answer) {
        var at = clock.now();
        int status = switch (answer) {
            case Answer.Acknowledged acknowledged -> acknowledged.status();
            case Answer.Missed missed -> missed.status();
        };
        var why = answer instanceof Answer.Missed missed ? missed.reason() : "";
        journal.delivery(n -> new JournalDelivery(
                n,
                at,
                delivery.type(),
                delivery.subject(),
                delivery.user(),
                delivery.id(),
                attempt,
                why.isEmpty(),
                millis,
                transport.name(),
                status,
                why));
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
}
