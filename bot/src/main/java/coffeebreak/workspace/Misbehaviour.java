package coffeebreak.workspace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/// What the workspace has been told to do wrong: the next calls of a method, or a share of all.
final class Misbehaviour {
    /// The name under which deliveries to the app are addressed, as if they were a method.
    static final String DELIVERIES = "deliveries";

    /// The ways to fail. The last three concern deliveries only.
    enum Kind {
        /// Commits, then closes the connection without a word.
        DROP_REPLY,
        /// Commits, and answers late.
        DELAY_REPLY,
        /// Answers 500 and does nothing.
        STATUS_500,
        /// Answers 429 and does nothing.
        RATELIMITED,
        /// Commits, then answers `fatal_error`.
        FATAL_ERROR,
        /// Does nothing and answers `fatal_error`.
        FATAL_ERROR_LOST,
        /// Does nothing and answers the error that was ordered, such as `user_not_visible`.
        REFUSE,
        /// Waits, then does its work and answers.
        DELAY,
        /// Closes the connection without a word, and does the work later.
        LATE_COMMIT,
        /// Closes the connection without a word and does nothing.
        LOST,
        /// Delivers twice with the same id.
        DUPLICATE,
        /// Delivers twice, the second time with a new id.
        DUPLICATE_FRESH,
        /// Does not deliver this attempt.
        WITHHOLD
    }

    record Fault(Kind kind, long millis, int retryAfter, String error) {
        String name() {
            return kind.name().toLowerCase(Locale.ROOT);
        }
    }

    private record Rate(String method, Fault fault, double share, Random random) {}

    private final Map<String, Deque<Fault>> next = new HashMap<>();
    private final List<Rate> rates = new ArrayList<>();
    private long historyLagMillis;

    /// Reads the page's order.
    ///
    /// @throws IllegalArgumentException with a sentence, where it makes no sense
    synchronized void order(JsonNode order) {
        boolean understood = false;
        if (order.path("clear").asBoolean(false)) {
            next.clear();
            rates.clear();
            historyLagMillis = 0;
            understood = true;
        }
        if (order.has("historyLagMillis")) {
            historyLagMillis = order.path("historyLagMillis").asLong(0);
            understood = true;
        }
        if (order.has("next")) {
            var method = Json.text(order, "method");
            var faults = next.computeIfAbsent(method.isEmpty() ? "*" : method, _ -> new ArrayDeque<>());
            Json.items(order.path("next")).forEach(fault -> faults.add(fault(fault)));
            understood = true;
        }
        if (order.has("rate")) {
            var rate = order.path("rate");
            double share = rate.path("share").asDouble(0);
            if (share < 0 || share > 1) {
                throw new IllegalArgumentException("the share %s is not between 0 and 1".formatted(share));
            }
            rates.add(new Rate(
                    Json.text(rate, "method"),
                    fault(rate),
                    share,
                    new Random(rate.path("seed").asLong(1))));
            understood = true;
        }
        if (!understood) {
            throw new IllegalArgumentException(
                    "say \"next\" (faults for the next calls of \"method\"), \"rate\", \"historyLagMillis\" or \"clear\"");
        }
    }

    private static Fault fault(JsonNode json) {
        var name = Json.text(json, "fault");
        for (var kind : Kind.values()) {
            if (kind.name().equalsIgnoreCase(name)) {
                return new Fault(
                        kind,
                        json.path("millis").asLong(0),
                        json.path("retryAfter").asInt(1),
                        json.path("error").asString("fatal_error"));
            }
        }
        throw new IllegalArgumentException("there is no fault \"%s\"; there are %s"
                .formatted(name, List.of(Kind.values()))
                .toLowerCase(Locale.ROOT));
    }

    /// The fault the next call of this method meets.
    synchronized Optional<Fault> take(String method) {
        for (var key : List.of(method, "*")) {
            var queue = method.equals(DELIVERIES) && key.equals("*") ? null : next.get(key);
            if (queue != null && !queue.isEmpty()) {
                return Optional.of(queue.removeFirst());
            }
        }
        for (var rate : rates) {
            boolean mine = rate.method.equals(method) || (rate.method.equals("*") && !method.equals(DELIVERIES));
            if (mine && rate.random.nextDouble() < rate.share) {
                return Optional.of(rate.fault);
            }
        }
        return Optional.empty();
    }

    /// How young a message may be before `conversations.history` shows it.
    synchronized long historyLagMillis() {
        return historyLagMillis;
    }
}
