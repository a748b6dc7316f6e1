package coffeebreak.bot.signup;

import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a profile out of a sentence such as "I'm a 2nd-year PhD at EPFL working on loss landscapes". It understands a
/// little
/// and says what: whatever it gets wrong is shown back before anything is saved.
final class SentenceReader {

    private static final Pattern DOCTORAL =
            Pattern.compile("\\b(ph\\.? ?d\\.?|doctoral|doctorate|grad(?:uate)? student)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR = Pattern.compile(
            "\\b(?:(1st|first|2nd|second|3rd|third|4th|fourth|5th|fifth|6th|sixth|final|last)[- ]?year"
                    + "|year[- ]?(one|two|three|four|five|six|\\d)"
                    + "|ph\\.? ?d\\.? ?(\\d)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final List<Known> STAGES = List.of(
            new Known("\\bpost-?doc(toral)?\\b", Stage.POSTDOC),
            new Known("\\b(professor|prof\\.?|faculty|lecturer|principal investigator)\\b", Stage.FACULTY),
            new Known("\\b(master'?s?|msc|m\\.sc\\.?)\\b", Stage.MASTER),
            new Known("\\b(bachelor'?s?|undergrad(uate)?|bsc|b\\.sc\\.?)\\b", Stage.BACHELOR),
            new Known(
                    "\\b(engineer|industry|company|startup|start-up|research scientist|data scientist|developer)\\b",
                    Stage.INDUSTRY));
    private static final Pattern INSTITUTION = Pattern.compile("(?:\\bat|\\bfrom|@)\\s+(?:the\\s+)?(.+)$");
    private static final Pattern INSTITUTION_ENDS = Pattern.compile(
            "[.,;:!?()]|\\s[-–—]\\s|\\b(?:and|who|where|in|on|with|working|studying|doing|interested|researching|looking|for|i|i'm"
                    + "|my)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INTERESTS = Pattern.compile(
            "\\b(?:work(?:ing)? on|interested in|stud(?:y|ying)|research(?:ing)?(?: is)?(?: on| about| in)?|focus(?:ing|ed)? on"
                    + "|curious about|care about|thinking about|topic is|interests?(?: are| is|:)|about|like|love)\\s+(.+)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INTERESTS_END = Pattern.compile(
            "[.!;]|\\bat (?=[A-Z])|,? (?:and|but) (?:i |i'd |i'm |my |can |could )|\\bonly (?:in|the|for)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern QUESTION = Pattern.compile(
            "(?:my question(?: is|:)|question:|i(?:'d| would) (?:like|love|want) to ask(?: them)?:?)\\s*(.+)$",
            Pattern.CASE_INSENSITIVE);

    private final Programme programme;
    private final Function<String, List<String>> topicsOf;

    SentenceReader(Programme programme, Function<String, List<String>> topicsOf) {
        this.programme = programme;
        this.topicsOf = topicsOf;
    }

    /// Adds what the words say to what was understood before; what they do not mention stays.
    Draft read(String words, Draft before) {
        var line = words.replace('’', '\'').replaceAll("\\s+", " ").strip();
        var doctoral = DOCTORAL.matcher(line).find();
        var stage = stage(line, doctoral || (before.doctoral() && before.stage() == null));
        var institution = institution(line);
        var question = first(QUESTION, line);
        var body = question.map(asked -> line.replace(asked, "")).orElse(line);
        var interests = interests(body);
        var breaks = breaks(line);
        var told = interests.orElse(before.interests());
        return new Draft(
                stage != null ? stage : doctoral ? null : before.stage(),
                doctoral || before.doctoral(),
                institution.orElse(before.institution()),
                interests.isPresent() ? topicsOf.apply(told) : before.topics(),
                told,
                breaks != null ? breaks : before.breaks(),
                question.orElse(before.question()),
                false,
                before.consents());
    }

    private static @Nullable Stage stage(String line, boolean doctoral) {
        if (doctoral) {
            var year = YEAR.matcher(line);
            return year.find() ? doctoralYear(year.group()) : null;
        }
        return STAGES.stream()
                .filter(known -> known.pattern.matcher(line).find())
                .map(Known::stage)
                .findFirst()
                .orElse(null);
    }

    private static Stage doctoralYear(String words) {
        var year = words.toLowerCase(Locale.ROOT);
        if (year.matches(".*(1|first|one).*")) {
            return Stage.PHD1;
        }
        if (year.matches(".*(2|second|two).*")) {
            return Stage.PHD2;
        }
        if (year.matches(".*(3|third|three).*")) {
            return Stage.PHD3;
        }
        return Stage.PHD4;
    }

    private static Optional<String> institution(String line) {
        return first(INSTITUTION, line)
                .map(rest -> INSTITUTION_ENDS.split(rest, 2)[0].strip())
                .filter(name -> !name.isEmpty() && name.length() <= 80 && Character.isUpperCase(name.charAt(0)));
    }

    private static Optional<String> interests(String line) {
        return first(INTERESTS, line)
                .map(rest -> INTERESTS_END.split(rest, 2)[0].strip())
                .map(rest -> rest.replaceAll("[,;:]+$", ""))
                .filter(rest -> !rest.isEmpty());
    }

    private @Nullable Set<String> breaks(String line) {
        var low = line.toLowerCase(Locale.ROOT);
        var all = programme.breaks();
        if (low.matches(".*\\b(both|all|either|any) (of the )?(coffee )?breaks?\\b.*")) {
            return ids(all);
        }
        if (!low.matches(".*\\b(break|coffee|morning|afternoon)\\b.*")) {
            return null;
        }
        var meant = new ArrayList<Session>();
        for (var index = 0; index < all.size(); index++) {
            var coffeeBreak = all.get(index);
            var ordinal = List.of("first|1st|one", "second|2nd|two", "third|3rd|three");
            var named = index < ordinal.size() && low.matches(".*\\b(" + ordinal.get(index) + ") (coffee )?break\\b.*");
            var morning = coffeeBreak.start().getHour() < 12;
            if (named || low.matches(".*\\b" + (morning ? "morning" : "afternoon") + "\\b.*")) {
                meant.add(coffeeBreak);
            }
        }
        return meant.isEmpty() ? null : ids(meant);
    }

    private static Set<String> ids(List<Session> sessions) {
        var ids = new LinkedHashSet<String>();
        sessions.forEach(session -> ids.add(session.id()));
        return ids;
    }

    private static Optional<String> first(Pattern pattern, String line) {
        var matcher = pattern.matcher(line);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    private record Known(Pattern pattern, Stage stage) {
        Known(String pattern, Stage stage) {
            this(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), stage);
        }
    }
}
