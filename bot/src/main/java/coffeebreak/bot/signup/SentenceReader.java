package coffeebreak.bot.signup;

import coffeebreak.bot.programme.Programme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a profile out of a sentence such as "I'm a 2nd-year PhD at EPFL working on loss landscapes". It understands a
/// little and says what: whatever it gets wrong is shown back before anything is saved.
final class SentenceReader {

    private static final String ORDINAL =
            "(?:1st|first|2nd|second|3rd|third|4th|fourth|5th|fifth|6th|sixth|7th|final|last)";
    private static final String DOCTOR = "ph\\.?\\s?d\\.?(?![a-z])";
    private static final Pattern DOCTORAL = pattern("\\b(?:" + DOCTOR
            + "|d\\.?phil\\b|doctoral\\b|doctorate\\b|doctorante?\\b|doktorand(?:in)?\\b|grad(?:uate)?(?= (?:student|school)))"
            + "(?:[- ]?(?:student|candidate|researcher|school|program(?:me)?)\\b)?");
    private static final Pattern YEAR = pattern("\\b(?:(?<ordinal>" + ORDINAL + "|\\d\\.?)[- ]?(?:year|yr)s?"
            + "|(?:year|yr)[- ]?(?<number>one|two|three|four|five|six|\\d)"
            + "|" + DOCTOR + "[- ]?(?<digit>\\d)(?!\\d))(?![\\p{L}\\d])");
    private static final Pattern BEGINNING = pattern(
            "\\b(?:just|recently|have|about to)?\\s*(?:started|starting|beginning|begin|began|start|incoming)\\b"
                    + "(?=.{0,15}" + DOCTOR + ")");
    private static final Pattern YEAR_ALONE =
            pattern("^(?:it's |i'm |in |my |the )*(?<ordinal>" + ORDINAL + "|[1-9](?:\\.|th)?)(?: one)?[.!]?$");
    /// What somebody was is not what they are, nor is what their supervisor is.
    private static final Pattern DONE = pattern("\\b(?:did|done|finished|finishing|completed|after|defended|got) "
            + "(?:my|a|an|the) (?:" + DOCTOR + "|doctorate|master'?s?|msc|bachelor'?s?)"
            + "(?: (?:at|from|in) [^,.;]+?(?=[,.;]|\\s(?:and|now|then)\\b|$))?"
            + "|\\b(?:with|under|by) (?:prof\\.?|professor|dr\\.?) \\p{L}+");
    private static final List<Known> STAGES = List.of(
            new Known("\\bpost[- ]?doc(?:s|toral)?\\b(?: (?:researcher|fellow|scholar))?", Stage.POSTDOC),
            new Known(
                    "\\b(?:(?:assistant|associate|full) )?(?:professor|prof\\b\\.?|faculty|lecturer|group leader"
                            + "|principal investigator)\\b",
                    Stage.FACULTY),
            new Known("\\b(?:master'?s?|m\\.?sc|m\\.?eng|ms(?= student))\\b\\.?(?: student)?", Stage.MASTER),
            new Known("\\b(?:bachelor'?s?|undergrad(?:uate)?|b\\.?sc|b\\.?tech)\\b\\.?(?: student)?", Stage.BACHELOR),
            new Known(
                    "\\b(?:(?:software |ml |research |machine learning )*engineer|industry|company|start-?up"
                            + "|(?:research|data|applied) scientist|developer|independent researcher)\\b",
                    Stage.INDUSTRY));
    private static final Pattern INTEREST = pattern(
            "\\b(?:work(?:s|ing)?(?: mostly| mainly| currently)? (?:on|in)|interest(?:ed|s)?(?: mostly| mainly| lies?| is| are)? "
                    + "(?:in|on)|interests?(?: are| is|:)|topics?(?: are| is|:)|stud(?:y|ies|ying)"
                    + "|research(?:ing)?(?: (?:topic|area|interest))?(?: is| are|:)?(?: on| about| in| into| is|:)"
                    + "|(?:thesis|project|focus|field|area)(?: is|:)(?: on| about| in)?|focus(?:ing|ed|es)? on"
                    + "|curious about|care about|thinking about|about|mentor (?:in|on|for|who knows)|fan of|explor(?:e|ing)"
                    + "|investigat(?:e|ing)|like|love|enjoy)(?! to\\b)\\s+(?<what>\\p{L}.*?)"
                    + "(?=\\s*(?:\\||[.!;?](?=\\s|$)|\\s[-–—]\\s|,? (?:and|but|so) (?:also )?(?:i|i'm|im|my|can|could)\\b"
                    + "|, ?(?:i|i'm|im|my)\\b|$))");
    private static final Pattern ON = pattern("\\bon (?!my|the way)(?<what>\\p{L}.*?)(?=\\s*(?:[|.!;?]|$))");
    private static final Pattern BEFORE_INTEREST =
            pattern("^(?:(?:to|also|mostly|mainly|currently|things like|on|about|in|is|the study of)\\s+)+");
    private static final Pattern FILLER =
            pattern("^(?:(?:hi|hello|hey|there|i'm|im|i|actually|well|am|a|an|the|my|me|student|currently|now"
                    + "|and|in|at|from|with|as|is|are|for|of|working|work|doing|study|studying|do|here|people|this|will|be|was|yes|no"
                    + "|ok|so|also|phd|researcher|sign|up|please|want|would|like|mentor|to|you|your)\\b[\\s:!]*)+");
    private static final Pattern SUPERVISION = pattern("\\b(?:group|lab|team|supervis|advis|name is|good to)");
    private static final Pattern QUESTION =
            pattern("(?:\\bmy question(?: (?:for|to) (?:the|my|a) mentors?)?(?: is| would be)?\\s*:?"
                    + "|\\bquestion(?: (?:for|to) (?:the|my|a) mentors?)?\\s*:|\\bq:"
                    + "|\\bi(?:'d| would)?(?: really)? (?:like|love|want) to ask(?: (?:them|him|her|(?:my|the|a) mentor"
                    + "|someone|somebody))?:?)\\s*(?<what>.+?(?:\\?|(?=[.!]\\s)|$))");
    private static final Pattern ASKED =
            pattern("(?<=^|[.!;]\\s)(?<what>(?:how|what|why|when|which|where|who|is|are|do|does"
                    + "|should|can|could|would|will)\\b[^.!?]*\\?)");

    private final InstitutionReader institutions;
    private final BreakReader breaks;
    private final Function<String, List<String>> topicsOf;

    SentenceReader(Programme programme, Function<String, List<String>> topicsOf) {
        this.institutions = new InstitutionReader(programme.institutions());
        this.breaks = new BreakReader(programme.breaks());
        this.topicsOf = topicsOf;
    }

    /// Adds what the words say to what was understood before; what they do not mention stays.
    Draft read(String words, Draft before) {
        var rest = new Rest(words.replace('’', '\'')
                .replace(Rest.BAR, ',')
                .replaceAll("\\s+", " ")
                .strip());
        var question = rest.take(QUESTION).or(() -> rest.take(ASKED)).map(match -> match.group("what"));
        var career = career(rest, before);
        var meant = breaks.take(rest);
        var institution = institutions.take(rest);
        var onlyList = meant.isPresent() || career.said() || institution.isPresent() || !before.equals(Draft.EMPTY);
        var interests = interests(rest, onlyList);
        return new Draft(
                career.stage(),
                career.doctoral(),
                institution.orElse(before.institution()),
                interests.map(topicsOf).orElse(before.topics()),
                shortened(interests.orElse(before.interests()), SignUpForm.LONGEST_INTERESTS),
                meant.orElse(before.breaks()),
                shortened(question.map(String::strip).orElse(before.question()), SignUpForm.LONGEST_QUESTION),
                false,
                before.consents());
    }

    record Career(@Nullable Stage stage, boolean doctoral, boolean said) {}

    /// Whatever is named first is what they are: "postdoc, PhD from MIT", "PhD student with Prof. Wyart".
    static Career career(Rest rest, Draft before) {
        rest.takeAll(DONE);
        var stages = new ArrayList<>(STAGES);
        stages.add(new Known(DOCTORAL, null));
        var first = stages.stream()
                .filter(known -> rest.has(known.pattern))
                .min(Comparator.comparingInt(known -> start(known.pattern, rest.words())));
        var wasDoctoral = before.doctoral() || isDoctoral(before.stage());
        if (first.isEmpty() && !wasDoctoral) {
            return new Career(before.stage(), false, false);
        }
        if (first.isPresent() && first.get().stage != null) {
            rest.take(first.get().pattern);
            rest.takeAll(YEAR);
            return new Career(first.get().stage, false, true);
        }
        var year = doctoralYear(rest);
        rest.takeAll(DOCTORAL);
        return new Career(
                year.orElse(isDoctoral(before.stage()) ? before.stage() : null),
                true,
                year.isPresent() || first.isPresent());
    }

    private static Optional<Stage> doctoralYear(Rest rest) {
        var alone = rest.take(YEAR_ALONE);
        if (alone.isPresent()) {
            return Optional.of(doctoralYear(alone.get().group("ordinal")));
        }
        if (rest.take(BEGINNING).isPresent()) {
            return Optional.of(Stage.PHD1);
        }
        return rest.take(YEAR)
                .map(match -> Optional.ofNullable(match.group("ordinal"))
                        .or(() -> Optional.ofNullable(match.group("number")))
                        .orElseGet(() -> match.group("digit")))
                .map(SentenceReader::doctoralYear);
    }

    private static Stage doctoralYear(String words) {
        return switch (words.toLowerCase(Locale.ROOT).replace(".", "")) {
            case "0", "1", "1st", "first", "one" -> Stage.PHD1;
            case "2", "2nd", "second", "two" -> Stage.PHD2;
            case "3", "3rd", "third", "three" -> Stage.PHD3;
            default -> Stage.PHD4;
        };
    }

    private static boolean isDoctoral(@Nullable Stage stage) {
        return stage != null && stage.compareTo(Stage.PHD1) >= 0 && stage.compareTo(Stage.PHD4) <= 0;
    }

    /// What follows "working on" and the like; else what follows "on"; else, in a mere list, what is left of it.
    private static Optional<String> interests(Rest rest, boolean onlyList) {
        var named = new LinkedHashSet<String>();
        for (var found = rest.take(INTEREST); found.isPresent(); found = rest.take(INTEREST)) {
            tidied(found.get().group("what")).ifPresent(named::add);
        }
        if (named.isEmpty()) {
            rest.take(ON).flatMap(match -> tidied(match.group("what"))).ifPresent(named::add);
        }
        if (named.isEmpty() && onlyList) {
            for (var piece : rest.words().split("[|,.;!?()]|\\s[-–—]\\s|(?<=^|[|,])\\s*and\\b")) {
                Optional.of(FILLER.matcher(piece.strip()).replaceFirst("").strip())
                        .filter(left -> !SUPERVISION.matcher(left).find())
                        .flatMap(SentenceReader::tidied)
                        .filter(left ->
                                left.length() > 1 && !FILLER.matcher(left).matches())
                        .ifPresent(named::add);
            }
        }
        return named.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", named));
    }

    private static Optional<String> tidied(String words) {
        var tidy = BEFORE_INTEREST.matcher(words.strip()).replaceFirst("");
        return Optional.of(tidy.replaceAll("(?i)(?:[\\s,;:|.(]|\\b(?:and|but|i|i'm|for|in)$)+$", "")
                        .strip())
                .filter(left -> !left.isEmpty());
    }

    private static String shortened(String words, int most) {
        return words.length() <= most ? words : words.substring(0, most);
    }

    private static int start(Pattern pattern, String words) {
        var matcher = pattern.matcher(words);
        return matcher.find() ? matcher.start() : Integer.MAX_VALUE;
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// @param stage null for a doctorate, whose stage is its year
    private record Known(Pattern pattern, @Nullable Stage stage) {
        Known(String pattern, Stage stage) {
            this(SentenceReader.pattern(pattern), stage);
        }
    }
}
