package coffeebreak.bot.slack;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.signup.Directory;
import com.slack.api.methods.MethodsClient;
import com.slack.api.model.User;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks `users.info`, and asks again after some minutes, so that a deactivated account does not stay a member.
final class SlackDirectory implements Directory {

    static final Duration FRESH = Duration.ofMinutes(5);
    private static final int MOST = 5_000;
    private static final int NAME = 80;

    /// Slackbot is no bot in Slack's own eyes.
    private static final String SLACKBOT = "USLACKBOT";

    private static final Logger log = LoggerFactory.getLogger(SlackDirectory.class);

    private final MethodsClient methods;
    private final InstantSource clock;
    private final Map<Person, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Person, Known> eldest) {
            return size() > MOST;
        }
    };

    SlackDirectory(MethodsClient methods, InstantSource clock) {
        this.methods = methods;
        this.clock = clock;
    }

    private record Known(Entry entry, Instant asked) {}

    @Override
    public Optional<Entry> find(Person person) {
        var now = clock.instant();
        synchronized (known) {
            var before = known.get(person);
            if (before != null && now.isBefore(before.asked().plus(FRESH)) && !now.isBefore(before.asked())) {
                return Optional.of(before.entry());
            }
        }
        return switch (SlackCall.make(() -> methods.usersInfo(request -> request.user(person.id())))) {
            case SlackCall.Outcome.Done(var answer)
            when answer.getUser() != null -> {
                var entry = entry(answer.getUser());
                synchronized (known) {
                    known.put(person, new Known(entry, now));
                }
                yield Optional.of(entry);
            }
            case SlackCall.Outcome.Refused(var reason) when reason.equals("user_not_found") -> Optional.empty();
            case SlackCall.Outcome<?> failed -> {
                log.warn("users.info gave nothing: {}", failed.reason());
                yield Optional.empty();
            }
        };
    }

    /// Not remembered here. Slack tells it only to apps with the scope `users:read.email`.
    @Override
    public Optional<String> email(Person person) {
        return SlackCall.make(() -> methods.usersInfo(request -> request.user(person.id())))
                                instanceof SlackCall.Outcome.Done(var answer)
                        && answer.getUser() != null
                        && answer.getUser().getProfile() != null
                ? Optional.ofNullable(answer.getUser().getProfile().getEmail()).filter(email -> !email.isBlank())
                : Optional.empty();
    }

    private static Entry entry(User user) {
        return new Entry(name(user), zone(user.getTz()), isMember(user));
    }

    /// A full member: no bot, guest, stranger or deactivated account.
    static boolean isMember(User user) {
        return !user.isBot()
                && !user.isWorkflowBot()
                && !user.isConnectorBot()
                && !user.isDeleted()
                && !user.isRestricted()
                && !user.isUltraRestricted()
                && !user.isStranger()
                && !SLACKBOT.equals(user.getId());
    }

    private static String name(User user) {
        var profile = user.getProfile();
        var display = profile == null ? null : profile.getDisplayName();
        var real = profile == null ? null : profile.getRealName();
        for (var name : new @Nullable String[] {display, real, user.getRealName(), user.getName(), user.getId()}) {
            if (name != null) {
                var shown = SlackText.plain(SlackText.read(name).replace('\n', ' '), NAME)
                        .strip();
                if (!shown.isEmpty()) {
                    return shown;
                }
            }
        }
        return "somebody";
    }

    private static ZoneId zone(@Nullable String zone) {
        try {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
