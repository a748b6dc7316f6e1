package coffeebreak.workspace;

import java.time.Instant;

/// One attempt to deliver something to the app.
///
/// @param n counts from 0 without gaps
/// @param at when it was sent, by the workspace's clock
/// @param type `events_api`, `slash_commands` or `interactive`
/// @param subject the event's type, the command, or the interaction's type
/// @param user whose doing it was; empty where nobody's
/// @param id the event's id; for the rest the trigger's
/// @param attempt 0 for the first, then 1 to 3
/// @param millis real milliseconds until the answer
/// @param via `socket` or `http`
/// @param status the HTTP status; 200 for an acknowledged socket delivery, 0 for none
/// @param reason why it counts as not acknowledged; empty where it is
public record JournalDelivery(
        long n,
        Instant at,
        String type,
        String subject,
        String user,
        String id,
        int attempt,
        boolean acked,
        long millis,
        String via,
        int status,
        String reason) {}
