package coffeebreak.workspace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One call of the Web API or a `response_url`, as it was answered.
///
/// @param n counts from 0 without gaps
/// @param at when, by the workspace's clock
/// @param realAt when, by the machine's clock
/// @param tokenKind `bot`, `app`, `none` or `invalid`; the token itself is not kept
/// @param response what was, or without a fault would have been, answered
/// @param status the HTTP status, 0 where the connection was dropped instead
/// @param fault the misbehaviour the call met, if any
public record JournalCall(
        long n,
        Instant at,
        Instant realAt,
        String method,
        String tokenKind,
        JsonNode arguments,
        JsonNode response,
        int status,
        @Nullable String fault) {}
