package coffeebreak.bot.slack;

import java.net.URI;
import java.util.ArrayList;
import java.util.Locale;

/// How to reach Slack. An empty text means that the setting is not set.
///
/// @param botToken      `SLACK_BOT_TOKEN`, with which the bot speaks
/// @param appToken      `SLACK_APP_TOKEN`, with which socket mode connects; unused in HTTP mode
/// @param signingSecret `SLACK_SIGNING_SECRET`, by which requests are recognised in HTTP mode; unused in socket mode
/// @param mode          `COFFEEBREAK_SLACK_MODE`
/// @param api           `SLACK_API_URL`, what stands before a method's name: ends in `/api/`
public record SlackSettings(String botToken, String appToken, String signingSecret, Mode mode, URI api) {

    /// Slack's own.
    public static final URI SLACK = URI.create("https://slack.com/api/");

    /// How Slack's messages come in.
    public enum Mode {
        /// Over a connection that the bot opens: no public address needed.
        SOCKET,
        /// By signed requests to `/slack/events`.
        HTTP;

        /// @throws IllegalArgumentException saying what may be written, if the word is neither
        public static Mode of(String word) {
            return switch (word.strip().toLowerCase(Locale.ROOT)) {
                case "", "socket" -> SOCKET;
                case "http" -> HTTP;
                default ->
                    throw new IllegalArgumentException(
                            "COFFEEBREAK_SLACK_MODE is \"%s\": write socket or http.".formatted(word));
            };
        }
    }

    /// @throws IllegalArgumentException with a line for each setting that is missing or contradictory: what to do
    public SlackSettings {
        botToken = botToken.strip();
        appToken = appToken.strip();
        signingSecret = signingSecret.strip();
        var problems = new ArrayList<String>();
        if (botToken.isEmpty()) {
            problems.add("SLACK_BOT_TOKEN is not set: copy the Bot User OAuth Token (xoxb-…) from your app's page"
                    + " \"OAuth & Permissions\", or try the bot without Slack with the command demo.");
        }
        if (botToken.startsWith("xapp-")) {
            problems.add("SLACK_BOT_TOKEN holds an app-level token (xapp-…): that one belongs into SLACK_APP_TOKEN;"
                    + " the bot token starts with xoxb-.");
        }
        if (mode == Mode.SOCKET && appToken.isEmpty()) {
            problems.add(
                    "SLACK_APP_TOKEN is not set, and socket mode needs it: generate an app-level token (xapp-…) with the"
                            + " scope connections:write under \"Basic Information\", or set COFFEEBREAK_SLACK_MODE=http.");
        }
        if (mode == Mode.SOCKET && appToken.startsWith("xoxb-")) {
            problems.add("SLACK_APP_TOKEN holds a bot token (xoxb-…): that one belongs into"
                    + " SLACK_BOT_TOKEN; the app-level token starts with xapp-.");
        }
        if (mode == Mode.HTTP && signingSecret.isEmpty()) {
            problems.add(
                    "SLACK_SIGNING_SECRET is not set, and without it anybody could speak for Slack in HTTP mode: copy the"
                            + " Signing Secret from \"Basic Information\", or set COFFEEBREAK_SLACK_MODE=socket.");
        }
        var scheme = String.valueOf(api.getScheme());
        if (!(scheme.equals("https") || scheme.equals("http")) || api.getHost() == null) {
            problems.add("SLACK_API_URL is \"%s\": write an address such as https://slack.com/api/.".formatted(api));
        }
        if (!api.toString().endsWith("/api/")) {
            problems.add(
                    "SLACK_API_URL is \"%s\": it must end in /api/, as https://slack.com/api/ does.".formatted(api));
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /// A name for the workspace that is the same whenever the bot runs there: the team's part of the bot token, which
    /// stays when the token is renewed. Known without asking Slack.
    public String workspace() {
        var parts = botToken.split("-");
        return parts.length > 2 ? parts[1] : Integer.toHexString(botToken.hashCode());
    }

    /// Says where, never with what secret.
    @Override
    public String toString() {
        return "Slack at %s in %s mode".formatted(api, mode.name().toLowerCase(Locale.ROOT));
    }
}
