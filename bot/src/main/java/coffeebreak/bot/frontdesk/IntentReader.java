package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Sought;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what somebody wants out of their words. A sentence does whatever a button does; whatever is none of these is a
/// question about the day.
final class IntentReader {

    private static final String POLITE = "(?: please| pls| thanks| thank you| now| again)*[ .!?]*";

    private static final List<Phrase> PHRASES = List.of(
            phrase(
                    "(?:hi|hello|hey|hallo|hola|bonjour|salut|ola|moin|servus|good (?:morning|afternoon|evening|day)|start|home)"
                            + "(?: there| all| everyone| coffee ?break| bot)*",
                    new ChatIntent.Greet()),
            phrase(
                    "(?:help|help me|what can you do|how does this work|who are you|what are you|commands|\\?)",
                    new ChatIntent.Help()),
            phrase(
                    "(?:thanks|thank you|thx|ty|merci|danke|gracias|obrigad[oa]|cool|great|ok|okay|perfect|nice)(?: a lot| so much"
                            + "| very much| you| !)*",
                    new ChatIntent.Thank()),
            phrase(
                    "(?:sign ?(?:me )?up|signup|join|register|enrol+|i(?: want| would like|'d like| need) (?:to (?:sign up|join|register"
                            + "|(?:have|meet|get|find|talk to) a mentor)|a mentor|a seat)|find me a mentor|get me a mentor"
                            + "|(?:edit|change|update) (?:my )?(?:profile|sign-?up|interests|answers)|edit)",
                    new ChatIntent.StartSignUp()),
            phrase(
                    "(?:no,? )?(?:i'?m |i am )?not interested(?: in (?:a mentor|signing up|mentoring))?",
                    new ChatIntent.DeclineSignUp()),
            phrase(
                    "(?:forget (?:me|everything about me|my data)|delete (?:me|my data|my profile|everything about me)|erase (?:me|my data))",
                    new ChatIntent.ForgetMe()),
            phrase(
                    "(?:withdraw(?: me)?|i(?: want| would like|'d like) to withdraw|sign me out|i (?:don'?t|do not) want (?:a mentor|a seat)"
                            + "(?: any ?more)?|leave)",
                    new ChatIntent.Withdraw()),
            phrase(
                    "(?:(?:show )?(?:me )?my (?:profile|sign-?up)|what do you know about me|profile)",
                    new ChatIntent.ShowProfile()),
            phrase(
                    "(?:(?:(?:show|send|give|export|download|get) )?(?:me )?(?:all )?(?:of )?my data(?: as a file)?"
                            + "|what (?:data )?do you (?:store|keep) about me)",
                    new ChatIntent.MyData()),
            phrase(
                    "(?:(?:show |tell )?(?:me )?(?:what(?:'s| is) )?(?:on )?my (?:own )?(?:day|schedule|programme?|agenda|plan|timetable)"
                            + "|what(?: do i have| have i got| am i doing| do i do)(?: on| planned)?"
                            + "|what(?:'s| is)(?: on)? for me)(?: for)?(?: today)?",
                    new ChatIntent.ShowDay()),
            phrase(
                    "(?:(?:add|put|save|export)(?: to| in| into)? )?(?:(?:give|send|show) me )?(?:(?:my|the|a) )?(?:calendar|ics|ical)"
                            + "(?: file| entry| invite)?",
                    new ChatIntent.AddToCalendar("")),
            phrase(
                    "(?:(?:show )?(?:me )?my (?:seat|table|mentor|match|place)|where (?:do|will) i sit|who is my mentor|who do i meet"
                            + "|do i have a seat|seat|am i seated|(?:show )?(?:me )?my cards?|who (?:is|comes|sits) (?:at|to) my table)",
                    new ChatIntent.ShowSeat()),
            phrase(
                    "(?:(?:sorry,? )?(?:but )?i (?:can'?t|cannot|can not|won'?t) (?:come|make it|be there|attend)(?: today| to my table"
                            + "| any ?more)?|(?:cancel|free|release|give up) my (?:seat|place|table)|can'?t (?:come|make it))",
                    new ChatIntent.DeclineSeat("")),
            phrase(
                    "(?:(?:yes,? )?i(?:'ll| will) be there|i(?:'m| am) coming|i(?:'ll| will) come|see you there)",
                    new ChatIntent.ConfirmSeat("")),
            phrase(
                    "(?:i(?:'m| am) (?:here|there|at (?:the|my) table)|i(?:'ve| have) arrived|here i am)",
                    new ChatIntent.Arrive("")),
            phrase(
                    "(?:i(?:'m| am) |i(?:'ll| will) be |sorry,? )*(?:running |a (?:bit|little) )*late(?: for my (?:seat|table|mentor))?",
                    new ChatIntent.RunLate("", 5)),
            phrase(
                    "(?:i(?:'ve| have)? (?:already )?(?:know|met|work with|worked with) (?:this|my|the) mentor(?: already)?"
                            + "|i (?:already )?know (?:her|him|them)(?: already)?)",
                    new ChatIntent.KnowMentor("")),
            phrase(
                    "(?:(?:please )?(?:stop|no more|don'?t|do not) (?:writing(?: to)?|write(?: to)?|messag(?:e|es|ing)|remind(?:ing|ers)?"
                            + "|bother(?:ing)?|ping(?:ing|s)?|notify(?:ing)?)(?: me)?(?: any ?more)?|mute(?: me| yourself)?|leave me alone"
                            + "|be quiet|unsubscribe)",
                    new ChatIntent.Mute(true)),
            phrase(
                    "(?:(?:you (?:can|may) )?(?:write to|message|remind|notify) me again|unmute(?: me)?|(?:you (?:can|may) )?write again"
                            + "|subscribe)",
                    new ChatIntent.Mute(false)),
            phrase("(?:yes,? )?we (?:met|talked|did meet)", new ChatIntent.TellMet("", true)),
            phrase(
                    "(?:no,? )?(?:we (?:didn'?t|did not|never) (?:meet|talk)|nobody (?:came|was there|showed up)"
                            + "|(?:the |my )mentor (?:didn'?t|did not) (?:come|show up)|(?:the |my )mentor (?:wasn'?t|was not) there"
                            + "|i (?:didn'?t|did not) (?:go|meet (?:him|her|them|anybody))|i missed it)",
                    new ChatIntent.TellMet("", false)),
            phrase(
                    "(?:(?:let'?s|(?:i'?d|i would) (?:like|love) to|i want to) )?(?:stay|keep|be) in touch"
                            + "(?: with (?:him|her|them|my mentor|my table|my peers))?",
                    new ChatIntent.StayInTouch("")),
            phrase("(?:find|search|look up|look around)", new ChatIntent.Find(Sought.ANYTHING, "")),
            phrase(
                    "(?:(?:show )?(?:me )?my blocks?|whom? (?:do|did|have) i (?:block|blocked|avoid|avoided)"
                            + "|whom? would i rather not sit with)",
                    new ChatIntent.ShowAvoided()),
            phrase("next", new ChatIntent.Ask("what's next?")),
            phrase(
                    "(?:why (?:this|that|my) (?:table|mentor|seat)|why (?:am i|do i sit) (?:there|here|with (?:her|him|them)))",
                    new ChatIntent.ExplainSeat("")));

    private static final String WHO =
            "(?:phd|ph\\.d|d\\.?phil|doctoral|post-?doc(?:toral)?|master'?s?|m\\.?sc|bachelor'?s?|b\\.?sc"
                    + "|undergrad(?:uate)?|grad(?:uate)? student|(?:assistant |associate )?prof(?:essor)?|lecturer|group leader"
                    + "|(?:research|data|applied) scientist|(?:ml |software |research )*engineer)";
    private static final Pattern ABOUT_ME = Pattern.compile("(?:(?:hi|hello|hey|good morning)[,.! ]+)?(?:so )?"
            + "(?:i'?m|i am|my name is|i work|i do|i study|i research|my research|my interests?|interested in"
            + "|i'd like to (?:talk|chat|speak)|i would like to (?:talk|chat|speak)|i want to (?:talk|chat|speak)"
            + "|(?:a )?(?:first|second|third|fourth|fifth|final|1st|2nd|3rd|4th|5th)[- ]year"
            + "|(?:[^,?]{2,60}, )?" + WHO + ")(?![\\p{L}']).*");
    private static final Pattern CAREER = Pattern.compile("\\b(?:" + WHO + "|student|faculty|researcher"
            + "|work(?:ing)? on|stud(?:y|ying)|interested in|research|year)(?!\\p{L})");
    private static final Pattern TELLS = Pattern.compile(
            "\\b(?:work(?:ing)? on|stud(?:y|ying)|interested in|research(?:ing)?|my question(?: is|:))(?!\\p{L})");
    private static final Pattern ASKS = Pattern.compile(
            "\\?|\\b(?:when|where|who|what|which|how|can i|could i|may i|is there|are there|do i|should i)\\b");

    private static final Pattern LATE = Pattern.compile(
            "(?:sorry,? )?(?:i(?:'m| am|'ll be| will be) )?(?:about |around |running )*(?<minutes>\\d{1,2}) ?"
                    + "min(?:ute)?s?(?: too)? late" + POLITE);
    private static final Pattern MOVE =
            Pattern.compile("(?:please |can you |could you )?(?:can i |could i )?(?:move|switch|change|put)"
                    + " (?:me|my seat|my table)? ?(?:in)?to (?<where>(?:the |a )?(?:[a-z0-9:.]+ ){0,3}?"
                    + "(?:morning|afternoon|breaks?|coffee|slot|one|\\d{1,2}[:.]\\d\\d|break \\d))(?: break| coffee)?"
                    + POLITE);

    private static final String SIT = "(?:sit|be seated|be|share a table)(?: at a table| together)?(?: with| next to) ";
    private static final Pattern AVOID =
            Pattern.compile("(?i)(?:please |pls )?(?:(?:i'?d |i would |i )?(?:rather|prefer)(?: to)? not (?:to )?" + SIT
                    + "|i (?:don'?t|do not) (?:want|wish) to " + SIT
                    + "|(?:don'?t|do not|never) (?:seat|put|place) me (?:at a table )?(?:with|next to) "
                    + "|block )(?<whom>[^?]{1,80}?)[ .!]*");
    private static final Pattern STOP_AVOIDING = Pattern.compile("(?i)(?:please |pls )?(?:i can " + SIT
            + "|(?:you (?:can|may) )?seat me with |unblock )" + "(?<whom>[^?]{1,80}?)(?: again)?[ .!]*");

    private static final String CALENDAR = "(?:calend[ae]r|agenda|outlook|ical|ics)(?: file| entry| app)?";
    private static final Pattern TO_CALENDAR = Pattern.compile(
            "(?i)(?:please |pls |can you |could you )*(?:(?:add|put|save|export|send|enter) (?:me )?(?<what>.{1,150}?) "
                    + "(?:to|in|into|on|for|as) (?:my |the |an? )?(?:own |google |apple |outlook )?" + CALENDAR
                    + "|(?:a |the )?" + CALENDAR + " (?:for|of|with) (?<named>.{1,150}?))(?: please| thanks)?[ .!?]*");
    private static final Pattern ALL_OF_MINE = Pattern.compile(
            "(?i)(?:(?:all |everything |both )?(?:of )?(?:my|mine)(?: own)?(?: (?:seats?|tables?|day|programme|schedule|places?|meetings?"
                    + "|appointments?|coffee|sessions?))*|me|everything|all|that all)");

    /// "5", "4 of 5", "it was great, 5": a verdict without a question in it.
    private static final Pattern RATED = Pattern.compile(
            "(?:(?:it|that|the (?:table|meeting|coffee|chat|mentor)|my (?:mentor|table)) (?:was|is)\\b[^?\\d]{0,80}[ ,:]|(?:useful|rating|i(?:'d| would) (?:say|give it))[ :,]*)?"
                    + "(?<points>[1-5])(?: ?(?:/|of|out of) ?5)?(?: stars?| points?)?[ .!]*");

    private IntentReader() {}

    /// Whether words only point at what was talked about.
    static boolean isPronoun(String words) {
        return plain(words).matches("(?:it|this|that|them|these|those)(?: all)?");
    }

    /// Reads words of a conversation.
    ///
    /// @param signingUp whether a sign-up typed in the chat waits for more words
    static ChatIntent read(String words, boolean signingUp) {
        var plain = plain(words);
        if (plain.isEmpty()) {
            return new ChatIntent.Greet();
        }
        for (var phrase : PHRASES) {
            if (phrase.pattern.matcher(plain).matches()) {
                return phrase.intent;
            }
        }
        var late = LATE.matcher(plain);
        if (late.matches()) {
            return new ChatIntent.RunLate("", Integer.parseInt(late.group("minutes")));
        }
        var moved = MOVE.matcher(plain);
        if (moved.matches()) {
            return new ChatIntent.MoveSeat(moved.group("where"));
        }
        var hosting = HostReader.read(tidy(words));
        if (hosting.isPresent()) {
            return hosting.get();
        }
        var avoided = AVOID.matcher(tidy(words));
        if (avoided.matches()) {
            return new ChatIntent.Avoid(avoided.group("whom"));
        }
        var welcome = STOP_AVOIDING.matcher(tidy(words));
        if (welcome.matches()) {
            return new ChatIntent.StopAvoiding(welcome.group("whom"));
        }
        var calendar = TO_CALENDAR.matcher(tidy(words));
        if (calendar.matches()) {
            var what = calendar.group("what") == null ? calendar.group("named") : calendar.group("what");
            return new ChatIntent.AddToCalendar(ALL_OF_MINE.matcher(what).matches() ? "" : what);
        }
        var rated = RATED.matcher(plain);
        if (rated.matches()) {
            return new ChatIntent.RateSeat("", Integer.parseInt(rated.group("points")));
        }
        var looking = SearchReader.read(tidy(words));
        if (looking.isPresent()) {
            return looking.get();
        }
        return isAboutThemselves(plain, signingUp) ? new ChatIntent.DescribeMyself(words) : new ChatIntent.Ask(words);
    }

    /// Reads the words behind `/coffee`.
    static ChatIntent readCommand(String words) {
        return words.isBlank() ? new ChatIntent.Greet() : read(words, false);
    }

    /// What a file handed over with these words is to be imported as; blank while that is open, empty when the
    /// words are about something else.
    static Optional<String> imported(String words) {
        var said = plain(words)
                .replaceFirst("^import ?", "")
                .replaceFirst("^(?:the|a|our) ", "")
                .strip();
        return said.isEmpty() || said.matches("programme|program|schedule|mentors|roster|papers")
                ? Optional.of(said)
                : Optional.empty();
    }

    /// Reads the words behind `/coffee-admin`.
    static ChatIntent readAdminCommand(String words) {
        var parts = words.strip().split("\\s+", 2);
        return new ChatIntent.OrganizerCommand(parts[0].toLowerCase(Locale.ROOT), parts.length < 2 ? "" : parts[1]);
    }

    /// Whether words say yes or no; anything else is neither.
    static YesNo yesNo(String words) {
        return switch (plain(words).replaceAll("[.!, ]+$", "")) {
            case "yes",
                    "y",
                    "yep",
                    "yeah",
                    "sure",
                    "ok",
                    "okay",
                    "fine",
                    "right",
                    "that's right",
                    "correct",
                    "of course",
                    "save" -> YesNo.YES;
            case "no", "n", "nope", "nah", "no thanks", "no thank you", "rather not", "better not" -> YesNo.NO;
            default -> YesNo.NEITHER;
        };
    }

    enum YesNo {
        YES,
        NO,
        NEITHER
    }

    /// A question stays a question, whoever asks it, unless it also says what somebody works on.
    private static boolean isAboutThemselves(String plain, boolean signingUp) {
        var asks = ASKS.matcher(plain).find();
        var tells = TELLS.matcher(plain).find();
        if (asks && !tells) {
            return false;
        }
        return signingUp
                ? !asks || tells
                : CAREER.matcher(plain).find() && ABOUT_ME.matcher(plain).matches();
    }

    static String plain(String words) {
        return tidy(words).toLowerCase(Locale.ROOT);
    }

    private static String tidy(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC)
                .replace('’', '\'')
                .replaceAll("[\\p{So}\\p{Cn}\\p{Cf}]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Phrase phrase(String pattern, ChatIntent intent) {
        return new Phrase(Pattern.compile("(?:please |pls |can you |could you )?" + pattern + POLITE), intent);
    }

    private record Phrase(Pattern pattern, ChatIntent intent) {}
}
