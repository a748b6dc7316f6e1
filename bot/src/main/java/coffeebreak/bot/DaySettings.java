package coffeebreak.bot;

import coffeebreak.bot.mentoring.HostSettings;
import coffeebreak.bot.mentoring.HostSettings.Unconfirmed;
import coffeebreak.bot.notices.QuietHours;
import coffeebreak.bot.signup.SignUp;
import coffeebreak.bot.signup.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which day the bot serves.
///
/// @param event  `COFFEEBREAK_EVENT`: the programme's file; the built-in programme where it is not set
/// @param date   `COFFEEBREAK_EVENT_DATE`: the first day, in place of what the file says
/// @param zone   `COFFEEBREAK_EVENT_ZONE`: the venue's zone, in place of what the file says
/// @param institutions `COFFEEBREAK_INSTITUTIONS`: more spellings of institutions, with the last word
/// @param roster `COFFEEBREAK_ROSTER`: the file that names the mentors
/// @param papers `COFFEEBREAK_PAPERS`: the file that lists the papers and posters
/// @param early  `COFFEEBREAK_EARLY_STAGE_UP_TO`: whoever is at this stage or before gets a seat first
/// @param groupMessages `COFFEEBREAK_GROUP_MESSAGES`: whether peers at one table get a conversation of their own
/// @param quiet  `COFFEEBREAK_QUIET_HOURS`: when ordinary messages wait for the morning, on each person's own clock
/// @param retention `COFFEEBREAK_RETENTION_DAYS`: how many days after the workshop everything personal goes
/// @param hosts  `COFFEEBREAK_MENTORS_DEADLINE`, `COFFEEBREAK_REPAIR_DEFAULT`: mentors who are silent or cancel
/// @param signUpCloses `COFFEEBREAK_SIGN_UP_CLOSES`: until when people sign up, on the venue's clock
/// @param now    `COFFEEBREAK_NOW`: starts the clock at this instant
public record DaySettings(
        Optional<String> event,
        Optional<LocalDate> date,
        Optional<ZoneId> zone,
        Optional<String> institutions,
        Optional<String> roster,
        Optional<String> papers,
        Stage early,
        boolean groupMessages,
        QuietHours quiet,
        int retention,
        HostSettings hosts,
        Optional<LocalDateTime> signUpCloses,
        Optional<Instant> now) {

    private static final QuietHours USUAL_QUIET = QuietHours.of("22:00-07:30");

    /// Reads the settings.
    ///
    /// @param variables of the process; an empty one counts as not set
    /// @throws UnusableSettings naming every setting that is wrong and what to do
    public static DaySettings from(Map<String, String> variables) {
        var environment = new Environment(variables);
        var settings = from(environment);
        environment.throwProblems();
        return settings;
    }

    static DaySettings from(Environment environment) {
        return new DaySettings(
                environment.words("COFFEEBREAK_EVENT"),
                environment.parsed("COFFEEBREAK_EVENT_DATE", LocalDate::parse, "write a date such as 2026-04-26"),
                environment.parsed("COFFEEBREAK_EVENT_ZONE", ZoneId::of, "write a zone such as America/Sao_Paulo"),
                environment.words("COFFEEBREAK_INSTITUTIONS"),
                environment.words("COFFEEBREAK_ROSTER"),
                environment.words("COFFEEBREAK_PAPERS"),
                early(environment),
                groupMessages(environment),
                environment
                        .parsed(
                                "COFFEEBREAK_QUIET_HOURS",
                                QuietHours::of,
                                "write two times such as 22:00-07:30, or off")
                        .orElse(USUAL_QUIET),
                retention(environment),
                hosts(environment),
                environment.parsed(
                        "COFFEEBREAK_SIGN_UP_CLOSES", LocalDateTime::parse, "write a time such as 2026-04-25T20:00"),
                environment.parsed("COFFEEBREAK_NOW", Instant::parse, "write an instant such as 2026-04-26T11:40:00Z"));
    }

    private static boolean groupMessages(Environment environment) {
        var words = environment.words("COFFEEBREAK_GROUP_MESSAGES").orElse("on").toLowerCase(Locale.ROOT);
        if (!words.equals("on") && !words.equals("off")) {
            environment.problem("COFFEEBREAK_GROUP_MESSAGES is \"%s\": write on or off.".formatted(words));
        }
        return !words.equals("off");
    }

    private static int retention(Environment environment) {
        var words =
                environment.words("COFFEEBREAK_RETENTION_DAYS").orElse(Integer.toString(SignUp.USUAL_RETENTION_DAYS));
        if (words.matches("\\d{1,4}")) {
            return Integer.parseInt(words);
        }
        environment.problem(
                "COFFEEBREAK_RETENTION_DAYS is \"%s\": write a number of days such as 30.".formatted(words));
        return SignUp.USUAL_RETENTION_DAYS;
    }

    private static HostSettings hosts(Environment environment) {
        var deadline = environment.parsed(
                "COFFEEBREAK_MENTORS_DEADLINE",
                LocalDateTime::parse,
                "write a date and time on the venue's clock such as 2026-04-25T18:00");
        var words = environment.words("COFFEEBREAK_REPAIR_DEFAULT").orElse("apply");
        if (!words.equals("apply") && !words.equals("peers")) {
            environment.problem("COFFEEBREAK_REPAIR_DEFAULT is \"%s\": write apply or peers.".formatted(words));
        }
        return new HostSettings(
                deadline.orElse(null),
                HostSettings.STANDARD.patience(),
                words.equals("peers") ? Unconfirmed.PEERS : Unconfirmed.APPLY);
    }

    private static Stage early(Environment environment) {
        var words = environment.words("COFFEEBREAK_EARLY_STAGE_UP_TO").orElse(Stage.PHD2.name());
        var stages = Arrays.stream(Stage.values()).map(Stage::name).toList();
        if (stages.contains(words.toUpperCase(Locale.ROOT))) {
            return Stage.valueOf(words.toUpperCase(Locale.ROOT));
        }
        environment.problem("COFFEEBREAK_EARLY_STAGE_UP_TO is \"%s\": write one of %s."
                .formatted(words, String.join(", ", stages).toLowerCase(Locale.ROOT)));
        return Stage.PHD2;
    }
}
