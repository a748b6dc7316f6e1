package coffeebreak.bot.slack;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.doctor.Finding;
import com.slack.api.Slack;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.blocks.BlocksValidateResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks whether Slack would let the bot serve, before it does: asks what costs nothing and nobody sees.
public final class SlackExamination implements AutoCloseable {

    /// In HTTP mode a request whose time is five minutes off is refused; a clock is well before that.
    private static final Duration OFF = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(SlackExamination.class);

    private final SlackSettings settings;
    private final Slack slack;
    private final InstantSource wallClock;

    /// @param callTimeout no call takes longer
    public SlackExamination(SlackSettings settings, Duration callTimeout, InstantSource wallClock) {
        this.settings = settings;
        this.slack = SlackClients.slack(settings, callTimeout);
        this.wallClock = wallClock;
    }

    /// The tokens, what they may do, and this machine's clock against Slack's.
    public List<Finding> tokens() {
        var findings = new ArrayList<Finding>();
        if (!settings.botToken().startsWith("xoxb-")) {
            findings.add(
                    Finding.wrong("SLACK_BOT_TOKEN does not begin with xoxb-: copy the Bot User OAuth Token from your"
                            + " app's page \"OAuth & Permissions\"."));
        }
        findings.addAll(botToken());
        if (settings.mode() == SlackSettings.Mode.SOCKET) {
            findings.add(appToken());
        }
        return findings;
    }

    private List<Finding> botToken() {
        var outcome = SlackCall.make(() -> slack.methods(settings.botToken()).authTest(request -> request));
        if (!(outcome instanceof SlackCall.Outcome.Done(var answer))) {
            return List.of(Finding.wrong(
                    switch (outcome) {
                        case SlackCall.Outcome.Locked<?> locked ->
                            "SLACK_BOT_TOKEN is refused by Slack (%s): install the app anew and copy the Bot User OAuth Token from \"OAuth & Permissions\"."
                                    .formatted(locked.reason());
                        default ->
                            "Slack at %s does not answer as it should (auth.test: %s): look at the network, the proxy and SLACK_API_URL."
                                    .formatted(settings.api(), outcome.reason());
                    }));
        }
        var findings = new ArrayList<Finding>();
        findings.add(
                answer.getBotId() == null
                        ? Finding.wrong(
                                "SLACK_BOT_TOKEN belongs to a person and not to a bot: copy the Bot User OAuth Token (xoxb-…) from"
                                        + " \"OAuth & Permissions\".")
                        : Finding.well("Slack knows the bot token: %s in the workspace %s."
                                .formatted(answer.getUser(), answer.getTeam())));
        findings.add(scopes(answer));
        findings.add(clock(answer));
        return findings;
    }

    private static Finding scopes(SlackApiTextResponse answer) {
        return header(answer, Scopes.HEADER)
                .map(granted -> {
                    var missing = Scopes.missing(granted);
                    return missing.isEmpty()
                            ? Finding.well("The bot token has every scope that is needed.")
                            : Finding.wrong(
                                    "The bot token lacks %s: add it under \"OAuth & Permissions\" as in slack-manifest.yaml, and install the app anew."
                                            .formatted(String.join(", ", missing)));
                })
                .orElseGet(() -> Finding.open("The scopes were not looked at: this server does not tell them."));
    }

    private Finding clock(SlackApiTextResponse answer) {
        var now = wallClock.instant();
        try {
            return header(answer, "date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .map(theirs -> Duration.between(theirs, now))
                    .map(ahead -> ahead.abs().compareTo(OFF) <= 0
                            ? Finding.well("This machine's clock goes with Slack's.")
                            : Finding.wrong(
                                    "This machine's clock is %d s %s Slack's, so people would be told at the wrong time: let it be set by NTP (timedatectl set-ntp true)."
                                            .formatted(
                                                    ahead.abs().toSeconds(),
                                                    ahead.isNegative() ? "behind" : "ahead of")))
                    .orElseGet(() -> Finding.open("The clock was not compared: this server does not tell the time."));
        } catch (DateTimeException unreadable) {
            return Finding.open("The clock was not compared: this server tells the time in a way that cannot be read.");
        }
    }

    private Finding appToken() {
        if (!settings.appToken().startsWith("xapp-")) {
            return Finding.wrong("SLACK_APP_TOKEN does not begin with xapp-: generate an app-level token with the scope"
                    + " connections:write under \"Basic Information\".");
        }
        // Asks where to connect, and does not connect.
        return switch (SlackCall.make(
                () -> slack.methods().appsConnectionsOpen(request -> request.token(settings.appToken())))) {
            case SlackCall.Outcome.Done<?> _ -> Finding.well("Slack would let the bot connect by Socket Mode.");
            case SlackCall.Outcome.Locked(var reason) ->
                Finding.wrong(
                        "SLACK_APP_TOKEN is refused by Slack (%s): generate an app-level token with the scope connections:write under \"Basic Information\", and turn on Socket Mode."
                                .formatted(reason));
            case SlackCall.Outcome.Refused(var reason) ->
                Finding.wrong(
                        "Slack lets nothing connect (apps.connections.open: %s): turn on \"Socket Mode\" in the app's settings."
                                .formatted(reason));
            case SlackCall.Outcome.Limited<?> limited -> Finding.open(said("Socket Mode was not tried", limited));
            case SlackCall.Outcome.Unreached<?> unreached -> Finding.open(said("Socket Mode was not tried", unreached));
            case SlackCall.Outcome.Unknown<?> unknown -> Finding.open(said("Socket Mode was not tried", unknown));
        };
    }

    private static String said(String what, SlackCall.Outcome<?> outcome) {
        return "%s: %s.".formatted(what, outcome.reason());
    }

    /// Whether those who may steer the day are people of this workspace.
    public List<Finding> organizers(Collection<Person> organizers) {
        return organizers.stream().map(Person::id).sorted().map(this::organizer).toList();
    }

    private Finding organizer(String id) {
        return switch (SlackCall.make(
                () -> slack.methods(settings.botToken()).usersInfo(request -> request.user(id)))) {
            case SlackCall.Outcome.Done(var answer) -> {
                var user = answer.getUser();
                yield user == null || user.isDeleted() || user.isBot()
                        ? Finding.wrong(
                                "COFFEEBREAK_ORGANIZERS names %s, who is a bot or has left the workspace: take them out."
                                        .formatted(id))
                        : Finding.well("The organizer %s is %s.".formatted(id, user.getRealName()));
            }
            case SlackCall.Outcome.Refused<?> refused ->
                Finding.wrong(
                        "COFFEEBREAK_ORGANIZERS names %s, whom this workspace does not know (%s): copy the member ID from the person's profile."
                                .formatted(id, refused.reason()));
            case SlackCall.Outcome<?> other -> Finding.open(said("The organizer " + id + " was not looked for", other));
        };
    }

    /// Whether Slack would show every screen.
    ///
    /// @param screens blocks or views as JSON, by name
    public List<Finding> screens(SortedMap<String, String> screens) {
        var findings = new ArrayList<Finding>();
        var taken = 0;
        for (var screen : screens.entrySet()) {
            var told = new AtomicReference<@Nullable BlocksValidateResponse>();
            var outcome = SlackCall.make(() -> {
                var answer = validate(screen.getValue());
                told.set(answer);
                return answer;
            });
            if (outcome instanceof SlackCall.Outcome.Done) {
                taken++;
                continue;
            }
            var errors = Optional.ofNullable(told.get())
                    .map(BlocksValidateResponse::getErrors)
                    .filter(all -> !all.isEmpty());
            if (errors.isEmpty()) {
                findings.add(Finding.open("Of %d screens Slack was asked %d, and then no more: blocks.validate: %s."
                        .formatted(screens.size(), taken + findings.size(), outcome.reason())));
                return findings;
            }
            var first = errors.get().getFirst();
            findings.add(Finding.wrong(
                    "Slack would not show the screen %s: %s at %s. That is a fault of ours; please report it."
                            .formatted(screen.getKey(), first.getMessage(), first.getPointer())));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.well("Slack would show all %d screens.".formatted(taken)));
        }
        return findings;
    }

    private BlocksValidateResponse validate(String json)
            throws java.io.IOException, com.slack.api.methods.SlackApiException {
        return slack.methods()
                .blocksValidate(request -> json.stripLeading().startsWith("[")
                        ? request.blocksAsString(json)
                        : request.viewAsString(json));
    }

    private static Optional<String> header(SlackApiTextResponse answer, String name) {
        var headers = Optional.ofNullable(answer.getHttpResponseHeaders()).orElse(Map.of());
        return Optional.ofNullable(headers.get(name))
                .filter(values -> !values.isEmpty())
                .map(List::getFirst);
    }

    @Override
    public void close() {
        try {
            slack.close();
        } catch (Exception alreadyGone) {
            log.debug("closing the client", alreadyGone);
        }
    }
}
