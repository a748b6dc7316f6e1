package coffeebreak.bot.answers;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is no question about the day: greetings, thanks, jokes; orders in the guise of a question; other people's
/// business.
final class Manners {

    private static final Set<String> GREETING = Set.of(
            "hi",
            "hello",
            "hey",
            "hiya",
            "yo",
            "howdy",
            "hallo",
            "hola",
            "bonjour",
            "salut",
            "ola",
            "morning",
            "greetings",
            "moin",
            "ciao",
            "evening",
            "afternoon");
    private static final Set<String> THANKS = Set.of(
            "thanks",
            "thank",
            "thx",
            "ty",
            "cheers",
            "merci",
            "gracias",
            "danke",
            "obrigado",
            "obrigada",
            "great",
            "perfect",
            "cool",
            "awesome",
            "ok",
            "okay",
            "nice",
            "got",
            "appreciated",
            "bye",
            "goodbye");
    private static final Set<String> FILLER = Set.of(
            "good",
            "day",
            "there",
            "you",
            "so",
            "very",
            "much",
            "a",
            "lot",
            "bot",
            "all",
            "it",
            "everyone",
            "folks",
            "for",
            "the",
            "help",
            "is",
            "again",
            "and",
            "to",
            "coffeebreak",
            "that",
            "works",
            "see",
            "later");
    private static final Set<String> PLAY =
            Set.of("joke", "jokes", "poem", "sing", "song", "funny", "haiku", "love", "marry", "weather", "story");
    private static final Set<String> TOLD_OF_OTHERS = Set.of(
            "matched",
            "mentored",
            "paired",
            "seated",
            "assigned",
            "signed",
            "registered",
            "phone",
            "unseated",
            "matches");
    private static final Set<String> ASKS_FOR_PEOPLE = Set.of(
            "who",
            "whom",
            "whose",
            "list",
            "names",
            "name",
            "show",
            "emails",
            "email",
            "everyone",
            "give",
            "which",
            "all",
            "where");
    private static final Set<String> ORDERS = Set.of(
            "run",
            "start",
            "publish",
            "trigger",
            "execute",
            "delete",
            "drop",
            "cancel",
            "reset",
            "send",
            "dm",
            "make",
            "ignore",
            "reveal",
            "print",
            "dump",
            "disregard",
            "forget",
            "override",
            "grant",
            "promote",
            "show",
            "give",
            "leak",
            "become",
            "act",
            "pretend",
            "announce",
            "broadcast",
            "post",
            "tell");
    private static final Set<String> OF_OTHERS = Set.of(
            "matching",
            "pairs",
            "seats",
            "database",
            "admin",
            "instructions",
            "prompt",
            "token",
            "tokens",
            "password",
            "passwords",
            "secret",
            "secrets",
            "system",
            "tables",
            "sql",
            "redis",
            "profiles",
            "roles",
            "round",
            "rounds",
            "channel",
            "everybody",
            "credentials",
            "key",
            "keys");

    private static final java.util.regex.Pattern HELP = java.util.regex.Pattern.compile(
            "((hi|hey|hello|so|and|ok|please) )*(who are you|what are you|are you (a )?(bot|human|real|robot|ai)"
                    + "|what (can|do) you do|what can i ask( you)?|how do you work|(can you )?help( me)?)");

    private Manners() {}

    /// A friendly line for small talk; empty for anything else.
    static Optional<String> smallTalk(List<String> words, Sentences in) {
        if (HELP.matcher(String.join(" ", words)).matches()) {
            return Optional.of(in.whatICanDo());
        }
        var meant = words.stream().filter(word -> !FILLER.contains(word)).toList();
        if (meant.isEmpty() ? words.size() < 4 : GREETING.containsAll(meant)) {
            return Optional.of(in.hello());
        }
        if (!meant.isEmpty() && meant.stream().allMatch(word -> THANKS.contains(word) || GREETING.contains(word))) {
            return Optional.of(in.welcome());
        }
        var text = String.join(" ", words);
        if (words.stream().anyMatch(PLAY::contains)) {
            return Optional.of("I keep to the programme, which is serious enough. Ask me what is on next!");
        }
        if (text.matches("(hey )?(how are you|how is it going|how are things|what is up|sup|are you ok).*")) {
            return Optional.of("Wide awake, thank you. Ask me about the day, or for a mentor.");
        }
        return Optional.empty();
    }

    /// Why it is not done; empty for what may be answered.
    static Optional<String> refusal(List<String> words) {
        var text = " " + String.join(" ", words) + " ";
        var own = text.matches(".* (my|mine|i|me|am) .*");
        var others = words.stream().anyMatch(TOLD_OF_OTHERS::contains)
                || text.matches(
                        ".* ((sits?|sitting) (with|at|next|beside|near|opposite|together)|where (is|does|are|do) .*(sit|sits|sitting)|seat of|table of|mentees of|at [a-z ]* table) .*")
                || text.matches(".* (participants?|attendees?|mentees?) .*(list|names|emails?|address(es)?) .*")
                || text.matches(".* (list|names|emails?|address(es)?) .*(participants?|attendees?|mentees?) .*");
        if (others
                && words.stream().anyMatch(ASKS_FOR_PEOPLE::contains)
                && !(own && !text.matches(".* (who|whom|names|emails?) .*"))) {
            return Optional.of(
                    "I can't tell you that: who sits with whom and what people told me stays between them and me.");
        }
        var ordered = words.stream().anyMatch(ORDERS::contains);
        if (text.matches(".* (make|promote|set|add) (me|us|user|him|her) .*(organi[sz]ers?|admins?|root) .*")
                || text.matches(".* (i am|user is) now .*(organi[sz]er|admin) .*")) {
            return Optional.of("I can't do that: organizers are named in the bot's settings.");
        }
        if (text.matches(".* (in the role of|pretend to be|act as|you are now|you must now|override) .*")) {
            return Optional.of("I can't do that: I only answer questions about the programme.");
        }
        if (ordered && words.stream().anyMatch(OF_OTHERS::contains)) {
            return Optional.of(
                    "I can't do that from a question. Organizers have their own commands, and I check who they are.");
        }
        return Optional.empty();
    }

    /// Whether somebody asks for their own seat or mentor, which is not the programme's to know.
    static boolean ownSeat(List<String> words) {
        var text = " " + String.join(" ", words) + " ";
        if (text.startsWith(" how ") || text.contains(" can i ")) {
            return false;
        }
        return text.matches(".* my (seat|table|mentor|match|mentors|tablemates) .*")
                || text.matches(".* where (do|am|should|will) i (sit|seated|sitting) .*")
                || text.matches(".*who (is|am|are) (i )?(my|matched with|paired with) .*mentor .*")
                || text.matches(".* (did|do|have) i (get|have|got) a (seat|mentor|match|table) .*");
    }
}
