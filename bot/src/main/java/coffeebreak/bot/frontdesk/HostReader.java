package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.ChatIntent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what a mentor says of their tables: "I can take 3", "I can't do the afternoon", "Tim Roith takes my
/// table".
final class HostReader {

    private static final String WHICH = "(?<which>both|all|the (?:morning|afternoon|first|second|third|1st|2nd|3rd)"
            + "|(?:morning|afternoon|first|second|third|1st|2nd|3rd)|(?:coffee )?break \\d|\\d{1,2}[:.]\\d\\d"
            + "|(?:my|the|any) (?:tables?|breaks?))";
    private static final String NOUN =
            "(?: ?(?:of (?:them|the)|coffee|mentoring|one|breaks?|tables?|sessions?|slot))*(?: any ?more| after all| today)*";
    private static final List<String> NUMBERS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Pattern SEATS = Pattern.compile(
            "(?:i (?:can|could|will|would like to|want to)|i'll|i'd like to|let me|make (?:it|that))(?: only| just)?"
                    + "(?: take| host| have| seat| offer| mentor)?(?: only| just| up to| at most)? "
                    + "(?<seats>\\d{1,2}|" + String.join("|", NUMBERS)
                    + ")(?: (?:people|persons?|seats?|mentees?|participants?|students?|guests?))?"
                    + "(?: at (?:my|each|the) tables?| at most| instead| only)*[ .!]*");
    private static final Pattern DROPS = Pattern.compile(
            "(?:(?:sorry,? )?(?:but )?i (?:can'?t|cannot|can not|won'?t|am not able to|have to cancel|need to cancel|must cancel)"
                    + "(?: do| host| make| take| hold| mentor| be there| be at| come to)?(?: a table)?(?: in| at| for)? "
                    + WHICH + "|(?:drop|cancel) " + WHICH.replace("<which>", "<dropped>") + "|not "
                    + WHICH.replace("<which>", "<not>") + ")" + NOUN + "[ .!]*");
    private static final Pattern CANCELS =
            Pattern.compile("(?:(?:sorry,? )?(?:but )?i (?:can'?t|cannot|can not|won'?t) (?:host|mentor)"
                    + "(?: a table| anybody| any ?more| today)*|i (?:have|need) to cancel|i must cancel)[ .!]*");
    private static final Pattern HOSTS = Pattern.compile(
            "(?:yes,? )?(?:i(?:'ll| will| can| would love to|'d love to)|happy to) (?:host|hold a table|mentor)(?: a table)?"
                    + "(?: in| at| for)?(?: " + WHICH + ")?" + NOUN + "[ .!]*");
    private static final Pattern DEPUTY =
            Pattern.compile("(?i)(?:my (?:deputy|substitute|stand-?in) (?:is|will be) (?<is>.{2,80}?)"
                    + "|(?<takes>.{2,80}?) (?:takes|will take|can take|is taking|takes over|will host|hosts|covers|will cover)"
                    + "(?: over)? my (?:tables?|place|seats?)"
                    + "|(?<stands>.{2,80}?) (?:stands|will stand|can stand) in for me"
                    + "|(?<deputy>.{2,80}?) (?:is|will be) my (?:deputy|substitute|stand-?in))[ .!]*");
    private static final Pattern ASKS =
            Pattern.compile("(?i)(?:who|which|what|when|where|how|does|will|can|is)\\b.*|.*\\?.*");
    private static final Pattern SHOWS = Pattern.compile("(?:show )?(?:me )?(?:my (?:invitation|hosting|tables)"
            + "|what did i answer|change my answer|how many seats do i (?:have|offer))[ .!?]*");

    private HostReader() {}

    /// @param words with usual spaces and apostrophes
    static Optional<ChatIntent> read(String words) {
        var plain = words.toLowerCase(Locale.ROOT);
        var seats = SEATS.matcher(plain);
        if (seats.matches()) {
            return Optional.of(new ChatIntent.OfferSeats(number(seats.group("seats"))));
        }
        if (CANCELS.matcher(plain).matches()) {
            return Optional.of(new ChatIntent.HostBreak("", false));
        }
        var drops = DROPS.matcher(plain);
        if (drops.matches()) {
            var which = first(drops.group("which"), drops.group("dropped"), drops.group("not"));
            return Optional.of(new ChatIntent.HostBreak(isAny(which) ? "" : which, false));
        }
        var hosts = HOSTS.matcher(plain);
        if (hosts.matches()) {
            return Optional.of(new ChatIntent.HostBreak(first(hosts.group("which"), ""), true));
        }
        if (SHOWS.matcher(plain).matches()) {
            return Optional.of(new ChatIntent.ShowHosting());
        }
        var deputy = DEPUTY.matcher(words);
        if (deputy.matches() && !ASKS.matcher(words).matches()) {
            return Optional.of(new ChatIntent.NameDeputy(
                    first(deputy.group("is"), deputy.group("takes"), deputy.group("stands"), deputy.group("deputy"))));
        }
        return Optional.empty();
    }

    /// "My table" leaves open which.
    private static boolean isAny(String which) {
        return which.matches("(?:my|the|any) (?:tables?|breaks?)");
    }

    private static int number(String words) {
        return words.matches("\\d+") ? Integer.parseInt(words) : NUMBERS.indexOf(words);
    }

    private static String first(@Nullable String... found) {
        for (var each : found) {
            if (each != null) {
                return each;
            }
        }
        return "";
    }
}
