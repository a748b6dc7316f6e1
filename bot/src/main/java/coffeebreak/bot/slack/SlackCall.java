package coffeebreak.bot.slack;

import coffeebreak.bot.notices.LastLook;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/// One call of Slack's Web API, made once. What the outcome says of the effect is what matters: whether Slack has
/// surely done it, surely not, or perhaps.
@FunctionalInterface
interface SlackCall<T extends SlackApiTextResponse> {

    T once() throws IOException, SlackApiException;

    /// How a call ended. Reasons hold Slack's own codes and our words, never a name, a text or a token.
    sealed interface Outcome<T> {

        String reason();

        /// Done.
        record Done<T>(T response) implements Outcome<T> {
            @Override
            public String reason() {
                return "an answer without its content";
            }

            /// What Slack answers may hold names.
            @Override
            public String toString() {
                return "Done";
            }
        }

        /// Not done: too much at once; free again after the wait.
        record Limited<T>(Duration after) implements Outcome<T> {
            @Override
            public String reason() {
                return "rate limited";
            }
        }

        /// Not done: Slack was not reached, before a byte was sent.
        record Unreached<T>(String reason) implements Outcome<T> {}

        /// Not done, and not before somebody mends the app's credentials or scopes.
        record Locked<T>(String reason) implements Outcome<T> {}

        /// Not done, and never will be as asked.
        record Refused<T>(String reason) implements Outcome<T> {}

        /// Perhaps done: the answer was lost, or says nothing certain.
        record Unknown<T>(String reason) implements Outcome<T> {}
    }

    /// Where Slack names no wait.
    Duration USUAL_WAIT = Duration.ofSeconds(10);

    /// Codes that say nobody may do this with our token.
    Set<String> CREDENTIALS = Set.of(
            "access_denied",
            "account_inactive",
            "ekm_access_denied",
            "enterprise_is_restricted",
            "invalid_auth",
            "missing_scope",
            "no_permission",
            "not_allowed_token_type",
            "not_authed",
            "org_login_required",
            "team_access_not_granted",
            "token_expired",
            "token_revoked",
            "two_factor_setup_required");

    /// Codes that say Slack looked at what was asked and will never do it.
    Set<String> NEVER = Set.of(
            "as_user_not_supported",
            "cannot_dm_bot",
            "cannot_reply_to_message",
            "cant_update_message",
            "channel_is_limited_access",
            "channel_not_found",
            "channel_type_not_supported",
            "edit_window_closed",
            "exchanged_trigger_id",
            "expired_trigger_id",
            "hash_conflict",
            "invalid_arguments",
            "invalid_arg_name",
            "invalid_array_arg",
            "invalid_blocks",
            "invalid_blocks_format",
            "invalid_metadata_format",
            "invalid_metadata_schema",
            "invalid_trigger_id",
            "invalid_user_combination",
            "is_archived",
            "is_inactive",
            "message_not_found",
            "messages_tab_disabled",
            "metadata_must_be_sent_from_app",
            "metadata_too_large",
            "method_deprecated",
            "method_not_supported_for_channel_type",
            "msg_blocks_too_long",
            "msg_too_long",
            "no_text",
            "not_enabled",
            "not_enough_users",
            "not_found",
            "not_in_channel",
            "restricted_action",
            "restricted_action_non_threadable_channel",
            "restricted_action_read_only_channel",
            "restricted_action_thread_locked",
            "restricted_action_thread_only_channel",
            "too_many_attachments",
            "too_many_users",
            "unknown_method",
            "user_disabled",
            "user_not_found",
            "user_not_in_channel",
            "user_not_visible",
            "users_not_found",
            "view_too_large");

    /// Makes the call. Whatever is not known to have failed counts as perhaps done.
    ///
    /// @throws LastLook.TooLate when a courier's time was over before anything was sent
    static <T extends SlackApiTextResponse> Outcome<T> make(SlackCall<T> call) {
        try {
            var response = call.once();
            if (response == null) {
                return new Outcome.Unknown<>("an empty answer");
            }
            if (response.isOk()) {
                return new Outcome.Done<>(response);
            }
            return refusal(response);
        } catch (SlackApiException answered) {
            var status = answered.getResponse().code();
            return status == 429
                    ? new Outcome.Limited<>(wait(answered.getResponse().header("Retry-After")))
                    : new Outcome.Unknown<>("HTTP status " + status);
        } catch (ConnectException | UnknownHostException | NoRouteToHostException | SSLHandshakeException unreached) {
            return new Outcome.Unreached<>(
                    "not reached: " + unreached.getClass().getSimpleName());
        } catch (LastLook.TooLate late) {
            throw late;
        } catch (IOException | RuntimeException lost) {
            return new Outcome.Unknown<>("no answer: " + lost.getClass().getSimpleName());
        }
    }

    private static <T extends SlackApiTextResponse> Outcome<T> refusal(T response) {
        var code = response.getError() == null ? "no code" : response.getError();
        if (code.equals("ratelimited") || code.equals("rate_limited")) {
            var headers = response.getHttpResponseHeaders();
            var waits = headers == null ? null : headers.get("retry-after");
            return new Outcome.Limited<>(wait(first(waits)));
        }
        if (CREDENTIALS.contains(code)) {
            return new Outcome.Locked<>(code);
        }
        return NEVER.contains(code) ? new Outcome.Refused<>(code) : new Outcome.Unknown<>(code);
    }

    private static @Nullable String first(@Nullable List<String> values) {
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    private static Duration wait(@Nullable String seconds) {
        try {
            return seconds == null
                    ? USUAL_WAIT
                    : Duration.ofSeconds(Math.clamp(Long.parseLong(seconds.strip()), 1, 3_600));
        } catch (NumberFormatException unreadable) {
            return USUAL_WAIT;
        }
    }
}
