package coffeebreak.workspace;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Carries one delivery to the app and brings back its acknowledgement.
interface Transport extends AutoCloseable {

    /// What the journal calls it.
    String name();

    /// Delivers once and waits for the acknowledgement as long as Slack does.
    Answer deliver(Delivery delivery, int attempt, @Nullable String retryReason);

    /// Whether the app is there to be delivered to, as far as one can know.
    boolean connected();

    @Override
    void close();

    /// Something the app must hear of.
    ///
    /// @param type `events_api`, `slash_commands` or `interactive`
    /// @param id the event's id; for the rest the trigger's
    /// @param acceptsResponse whether the acknowledgement may carry a payload
    record Delivery(String type, String subject, String user, String id, boolean acceptsResponse, ObjectNode payload) {}

    /// What came back.
    sealed interface Answer {
        /// Acknowledged; `payload` is an empty object where there was none.
        record Acknowledged(JsonNode payload, int status) implements Answer {}

        /// Not acknowledged; `reason` in Slack's words for its retry headers.
        record Missed(String reason, int status, boolean retry) implements Answer {}
    }
}
