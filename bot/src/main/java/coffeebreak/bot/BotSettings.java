package coffeebreak.bot;

import coffeebreak.bot.answers.Allowance;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.llm.LanguageModelSettings;
import coffeebreak.bot.llm.LanguageModelSettings.Protocol;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.redis.RedisStore;
import coffeebreak.bot.slack.SlackSettings;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the bot is told from outside, checked.
///
/// @param redis      `REDIS_URL`
/// @param organizers `COFFEEBREAK_ORGANIZERS`: who may use `/coffee-admin`
/// @param model      `COFFEEBREAK_LLM`: the language model that reads what the rules cannot; empty for none
/// @param address    where the web server listens; all addresses of this machine unless [#onLoopback] is asked for
/// @param port       `PORT`: of the web server; 0 takes a free one
/// @param management where it is said how the bot is
/// @param telling    how the bot tells what it does
public record BotSettings(
        SlackSettings slack,
        URI redis,
        Set<Person> organizers,
        Optional<LanguageModelSettings> model,
        String address,
        int port,
        Management management,
        Telling telling,
        DaySettings day) {

    /// Where health and figures are told, apart from what Slack reaches: on this machine, unless told otherwise.
    ///
    /// @param address `COFFEEBREAK_MANAGEMENT_ADDRESS`
    /// @param port    `COFFEEBREAK_MANAGEMENT_PORT`; 0 takes a free one
    public record Management(String address, int port) {}

    /// How the bot tells what it does.
    ///
    /// @param asJson    `COFFEEBREAK_LOG`: whether each line of the log is a JSON object
    /// @param collector `COFFEEBREAK_TRACES`: where an OpenTelemetry collector takes spans; empty for none
    public record Telling(boolean asJson, Optional<URI> collector) {}

    private static final SlackSettings STAND_IN =
            new SlackSettings("unset", "unset", "unset", SlackSettings.Mode.SOCKET, SlackSettings.SLACK);

    private static final URI NO_REDIS = URI.create("redis://unset");

    /// The most questions one person has read by the language model in a minute.
    private static final int QUESTIONS_IN_MINUTE = 10;

    public BotSettings {
        organizers = Set.copyOf(organizers);
    }

    /// Reads the settings.
    ///
    /// @param variables of the process; an empty one counts as not set
    /// @throws UnusableSettings naming every setting that is wrong and what to do
    public static BotSettings from(Map<String, String> variables) {
        var environment = new Environment(variables);
        var settings = read(environment);
        environment.throwProblems();
        return settings;
    }

    /// Reads what can be read; the environment knows what is wrong.
    static BotSettings read(Environment environment) {
        var port = number(environment, "PORT", "8080", 65_535);
        return new BotSettings(
                slack(environment).orElse(STAND_IN),
                redis(environment),
                organizers(environment),
                model(environment),
                "0.0.0.0",
                port,
                new Management(
                        environment.words("COFFEEBREAK_MANAGEMENT_ADDRESS").orElse("127.0.0.1"),
                        number(environment, "COFFEEBREAK_MANAGEMENT_PORT", beside(port), 65_535)),
                new Telling(asJson(environment), collector(environment)),
                DaySettings.from(environment));
    }

    /// Whether the settings for Slack could be read.
    boolean isSlackSet() {
        return slack != STAND_IN;
    }

    /// The same of Redis.
    boolean isRedisSet() {
        return !redis.equals(NO_REDIS);
    }

    /// Where everything of an event is kept; does not connect yet.
    public RedisStore storeOf(Programme programme) {
        var event = programme.shortName().replaceAll("[^A-Za-z0-9._-]", "-");
        return RedisStore.at(redis, slack.workspace(), event, new Json());
    }

    /// The port above, so that two bots on one machine need one setting each; a free one where any is right.
    private static String beside(int port) {
        return Integer.toString(port == 0 || port == 65_535 ? 0 : port + 1);
    }

    /// The same, with a web server that only this machine can reach.
    public BotSettings onLoopback() {
        return new BotSettings(slack, redis, organizers, model, "127.0.0.1", port, management, telling, day);
    }

    /// Says where, never with what secret: the address of Redis may hold one.
    @Override
    public String toString() {
        return "%s, Redis at %s:%d".formatted(slack, redis.getHost(), redis.getPort());
    }

    private static boolean asJson(Environment environment) {
        var words = environment.words("COFFEEBREAK_LOG").orElse("text");
        if (!words.equals("text") && !words.equals("json")) {
            environment.problem("COFFEEBREAK_LOG is \"%s\": write text or json.".formatted(words));
        }
        return words.equals("json");
    }

    private static Optional<URI> collector(Environment environment) {
        var address = environment.words("COFFEEBREAK_TRACES").map(BotSettings::address);
        if (address.isPresent()
                && (address.get().getHost() == null
                        || !String.valueOf(address.get().getScheme()).matches("https?"))) {
            environment.problem("COFFEEBREAK_TRACES is no address that begins with http: write where your collector"
                    + " takes OTLP over HTTP, as http://127.0.0.1:4318/v1/traces.");
            return Optional.empty();
        }
        return address;
    }

    private static Optional<SlackSettings> slack(Environment environment) {
        try {
            return Optional.of(new SlackSettings(
                    environment.secret("SLACK_BOT_TOKEN").orElse(""),
                    environment.secret("SLACK_APP_TOKEN").orElse(""),
                    environment.secret("SLACK_SIGNING_SECRET").orElse(""),
                    SlackSettings.Mode.of(
                            environment.words("COFFEEBREAK_SLACK_MODE").orElse("")),
                    environment.words("SLACK_API_URL").map(URI::create).orElse(SlackSettings.SLACK)));
        } catch (IllegalArgumentException wrong) {
            environment.problem(String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }

    private static URI redis(Environment environment) {
        var words = environment.secret("REDIS_URL").orElse("");
        if (words.isEmpty()) {
            environment.problem(
                    "REDIS_URL is not set: everything is kept in a Redis; write for example redis://localhost:6379, or "
                            + "try the bot with the command demo, which brings its own.");
        } else {
            try {
                return RedisStore.checked(words);
            } catch (IllegalArgumentException wrong) {
                environment.problem("REDIS_URL is " + wrong.getMessage() + ".");
            }
        }
        return NO_REDIS;
    }

    private static Set<Person> organizers(Environment environment) {
        return environment.words("COFFEEBREAK_ORGANIZERS").stream()
                .flatMap(ids -> Arrays.stream(ids.split(",")))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .filter(id -> isUserId(environment, id))
                .map(Person::new)
                .collect(Collectors.toSet());
    }

    private static boolean isUserId(Environment environment, String id) {
        var fits = id.matches("[UW][A-Z0-9]+");
        if (!fits) {
            environment.problem(
                    ("COFFEEBREAK_ORGANIZERS names \"%s\", which is no Slack user id: copy the member ID (U…) from "
                                    + "the person's profile.")
                            .formatted(id));
        }
        return fits;
    }

    private static Optional<LanguageModelSettings> model(Environment environment) {
        var words = environment.words("COFFEEBREAK_LLM").orElse("none");
        if (words.equals("none")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LanguageModelSettings(
                    Protocol.of(words),
                    environment
                            .words("COFFEEBREAK_LLM_URL")
                            .map(BotSettings::address)
                            .orElse(null),
                    environment.words("COFFEEBREAK_LLM_MODEL").orElse(""),
                    environment.secret("COFFEEBREAK_LLM_KEY").orElse(""),
                    new Allowance.Limits(
                            QUESTIONS_IN_MINUTE,
                            number(environment, "COFFEEBREAK_LLM_PER_PERSON", "100", 1_000_000),
                            number(environment, "COFFEEBREAK_LLM_PER_DAY", "2000", 1_000_000))));
        } catch (IllegalArgumentException wrong) {
            environment.problem(String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }

    /// An address that cannot be read has no host, and is refused for that; it may hold a password and is not repeated.
    private static URI address(String words) {
        try {
            return URI.create(words);
        } catch (IllegalArgumentException wrong) {
            return URI.create("unreadable");
        }
    }

    private static int number(Environment environment, String name, String unlessSet, int most) {
        var words = environment.words(name).orElse(unlessSet);
        if (words.matches("\\d{1,7}") && Integer.parseInt(words) <= most) {
            return Integer.parseInt(words);
        }
        environment.problem("%s is \"%s\": write a number from 0 to %d.".formatted(name, words, most));
        return 0;
    }
}
