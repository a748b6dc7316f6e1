package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Sought;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads what somebody looks for: "find talks about diffusion models", "who works on grokking?", "any posters on loss
/// landscapes?", "what should I see?". What asks for a time, a place or the programme itself is no search.
final class SearchReader {

    private static final String TALKS =
            "(?<talks>(?:invited |contributed |keynote )?talks?|presentations?|lectures?|keynotes?)";
    private static final String PAPERS =
            "(?<papers>papers?|posters?|publications?|submissions?|preprints?|articles?|work)";
    private static final String MENTORS = "(?<mentors>mentors?)";
    private static final String PEOPLE =
            "(?<people>people|persons?|participants?|attendees?|researchers|students|others|peers|folks|(?:some|any|every)(?:one|body)(?: else)?)";
    private static final String NOUN = "(?:" + TALKS + "|" + PAPERS + "|" + MENTORS + "|" + PEOPLE + ")";
    private static final String DOES =
            "(?:(?:is |are )?(?:also )?(?:works?|working) (?:mostly |mainly )?on|(?:is |are )?(?:also )?interested in"
                    + "|(?:is |are )?(?:also )?(?:stud(?:y|ies|ying)|research(?:es|ing)?)|cares? about|thinks? about|knows? about"
                    + "|(?:is |are )?thinking about|(?:is |are )?into)";
    private static final String ABOUT =
            "(?:(?:that |which |who )?(?:are |is )?(?:about|on|regarding|concerning|related to|dealing with|covering)"
                    + "|(?:that |which |who )?(?:deals? with|covers?)|(?:that |which |who )?" + DOES + ")";
    private static final String WHAT =
            "(?<what>[^?!]+?)(?: please| here| at the workshop| at (?:this|the) conference)?[ .?!]*";

    private static final List<Form> FORMS = List.of(
            form(
                    "(?:can you |could you |please )*(?:(?:find|search|look)(?: for| up)?|i(?:'m| am) (?:looking|searching) for"
                            + "|show|list)(?: me| us)?(?: (?:all|any|some|the|other|more))* " + NOUN + " (?:" + ABOUT
                            + "|for) " + WHAT),
            form("(?:can you |could you |please )*(?:find|search|look)(?: for| up)?(?: me| us)? " + NOUN
                    + " (?:by|from|of) " + WHAT),
            form("(?:do you know )?(?:who|which people)(?: else)?(?: here)? " + DOES + " " + WHAT, _ -> Sought.PEOPLE),
            form(
                    "(?:(?:is|are) there |do you (?:have|know)(?: of)? |does |do |which |what |i(?:'m| am) looking for )?(?:any |some |a |the "
                            + "|other |all )*" + NOUN + "(?: (?:are|is) there| do you (?:have|know))?(?: here)? "
                            + ABOUT + " " + WHAT),
            form("(?:is|are) there (?:any |a )*" + MENTORS + " for " + WHAT, _ -> Sought.MENTORS),
            form(
                    "(?:can you |could you |please )*(?:find|search|look up)(?: for)?(?: me)? " + WHAT,
                    _ -> Sought.ANYTHING));

    private static final Pattern RECOMMEND = pattern(
            "(?:what|where|which (?:talks?|posters?|papers?|sessions?)|who) should i (?:go (?:and )?)?(?:see|attend|visit|watch|not miss"
                    + "|check out|look at|hear|listen to|go to)(?: today| here| next| at the workshop)?"
                    + "|recommend(?:ations?|ed)?(?: me)?(?: something| (?:some )?(?:talks?|posters?|papers?|sessions?))?(?: to see| for me| to me)?"
                    + "|(?:what|which (?:talks?|posters?|papers?|sessions?)) (?:do|would|can|could) you (?:recommend|suggest)(?: me| to me| for me)?"
                    + "|suggest (?:me )?(?:something|(?:some )?(?:talks?|posters?|papers?|sessions?))(?: to see| for me)?"
                    + "|what(?:'s| is) (?:interesting|relevant|worth seeing)(?: for me)?");

    /// What begins so is a time, a place, a thing of theirs or a part of the programme.
    private static final Pattern NO_SUBJECT = pattern(
            "(?:out|my|your|me|us|it|this|that|these|those|now|today|tomorrow|tonight|yesterday|next|at|in the|after|before|during"
                    + "|until|when|where|who|how|why|whether|if|what|time"
                    + "|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:the |this )?(?:morning|afternoon|evening|first|second|third|last)"
                    + "|noon|lunch|dinner|breakfast|display|\\d.*|(?:a |the )?(?:mentor|seat|table|room|way|wifi|toilets?|restrooms?|coffee|venue"
                    + "|panel|programme|program|schedule|agenda|organi[sz]ing|organi[sz]ers?|committee|competition|challenge|workshop"
                    + "|poster session|break|link|slides|recordings?|website|proceedings)s?)\\b.*");

    private SearchReader() {}

    /// @param words with single spaces, in the case they were typed in
    static Optional<ChatIntent> read(String words) {
        if (RECOMMEND.matcher(words.replaceAll("[ .?!]+$", "")).matches()) {
            return Optional.of(new ChatIntent.Recommend());
        }
        for (var form : FORMS) {
            var matcher = form.pattern.matcher(words);
            if (matcher.matches()) {
                var what = matcher.group("what").replaceFirst("^[\"'“„‘]+", "").replaceFirst("[\"'”’]+$", "");
                return what.isBlank() || NO_SUBJECT.matcher(what).matches()
                        ? Optional.empty()
                        : Optional.of(new ChatIntent.Find(form.sought.apply(matcher), what));
            }
        }
        return Optional.empty();
    }

    private static Sought noun(MatchResult match) {
        return match.start("talks") >= 0
                ? Sought.TALKS
                : match.start("papers") >= 0
                        ? Sought.PAPERS
                        : match.start("mentors") >= 0 ? Sought.MENTORS : Sought.PEOPLE;
    }

    private static Form form(String pattern) {
        return form(pattern, SearchReader::noun);
    }

    private static Form form(String pattern, Function<MatchResult, Sought> sought) {
        return new Form(pattern(pattern), sought);
    }

    private static Pattern pattern(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private record Form(Pattern pattern, Function<MatchResult, Sought> sought) {}
}
