package coffeebreak.bot.answers;

import coffeebreak.bot.answers.Answer.Outcome;
import coffeebreak.bot.answers.QuestionReader.Reading;
import coffeebreak.bot.programme.Programme;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Answers questions about the day from the programme, or says that it is not known. Never invents: what is said comes
/// from the programme's current version by a template, and a question in which a word found no place is not answered.
public final class Answers {

    private static final int MOST_SENTENCES = 4;

    private static final String UNKNOWN =
            "I don't know that: it is not in what I was told about the workshop." + Wording.ASK;

    private final Supplier<Programme> programme;
    private final InstantSource instants;
    private final VenueClock clock;
    private final RuleReader rules;

    /// @param programme the current version, asked for anew with every question
    /// @param nearness  decides between statements by their meaning
    public Answers(Supplier<Programme> programme, InstantSource instants, Nearness nearness) {
        this(programme, instants, VenueClock.of(instants), nearness);
    }

    /// @param instants the clock by which a conversation ends
    /// @param clock    the clock by which something is on now
    public Answers(Supplier<Programme> programme, InstantSource instants, VenueClock clock, Nearness nearness) {
        this.programme = programme;
        this.instants = instants;
        this.clock = clock;
        this.rules = new RuleReader(new Lexicon(), nearness);
    }

    /// The answer to what somebody wrote; several sentences get several lines.
    public Answer answer(String question, Asker asker, Conversation before) {
        var version = programme.get();
        var now = instants.instant();
        var wording = new Wording(
                new Evaluator(version, clock.read(version).orElse(null)), rules.facts(version), asker.zone());
        var lines = new LinkedHashSet<String>();
        var queries = new ArrayList<String>();
        var worst = Outcome.ANSWERED;
        var after = before;
        var answered = false;
        var refused = new LinkedHashSet<String>();
        var unknown = new LinkedHashSet<String>();
        var chat = new LinkedHashSet<String>();
        var incomplete = false;
        for (var sentence : Normalizer.sentences(question).stream()
                .distinct()
                .limit(MOST_SENTENCES)
                .toList()) {
            var words = sentence.words().stream().map(Word::text).toList();
            var typed = sentence.words().stream().map(Word::surface).collect(Collectors.joining(" "));
            var refusal = Manners.refusal(words);
            if (refusal.isPresent()) {
                refused.add(refusal.get());
                continue;
            }
            if (Manners.ownSeat(words)) {
                chat.add("Your own seat I tell you when you ask me \"my seat\".");
                continue;
            }
            var small = Manners.smallTalk(words);
            if (small.isPresent()) {
                chat.add(small.get());
                continue;
            }
            // "What time is the poster session? I'm presenting": a remark beside a question is no question.
            if (!queries.isEmpty() && !sentence.asked() && !asksWith(words)) {
                continue;
            }
            var text = sentence.pieces().stream()
                    .map(piece -> piece.stream().map(Word::surface).collect(Collectors.joining(" ")))
                    .collect(Collectors.joining(", "));
            switch (rules.read(text, after.at(now), version)) {
                case Reading.Understood(var query, var followUp) -> {
                    var worded = wording.word(query);
                    queries.add(query.toString());
                    if (worded.outcome() == Outcome.ANSWERED) {
                        lines.add(worded.text());
                        answered = true;
                    } else {
                        unknown.add(worded.text());
                    }
                    after = (followUp ? after : Conversation.none()).and(typed, now);
                }
                case Reading.Incomplete() -> incomplete = true;
                case Reading.Beyond() -> {
                    if (sentence.asked() || asksWith(words)) {
                        unknown.add(UNKNOWN);
                    } else if (lines.isEmpty() && unknown.isEmpty()) {
                        chat.add("");
                    }
                }
            }
        }
        chat.remove("");
        var query = String.join("; ", queries);
        if (answered) {
            lines.addAll(refused);
            unknown.stream().filter(line -> !line.equals(UNKNOWN)).forEach(lines::add);
            return new Answer(Outcome.ANSWERED, String.join("\n", lines), after, query);
        }
        if (!refused.isEmpty()) {
            return new Answer(Outcome.REFUSED, String.join("\n", refused), after, query);
        }
        if (!unknown.isEmpty()) {
            return new Answer(Outcome.UNKNOWN, String.join("\n", unknown), after, query);
        }
        if (incomplete) {
            return new Answer(Outcome.AMBIGUOUS, "Of what, or whom? Name a session or a person.", after, query);
        }
        if (!chat.isEmpty()) {
            return new Answer(Outcome.SMALL_TALK, String.join("\n", chat), after, query);
        }
        return new Answer(Outcome.UNKNOWN, UNKNOWN, after, query);
    }

    /// Whether somebody asks, as opposed to introducing themselves or greeting. Reads no programme.
    public static boolean looksLikeQuestion(String words) {
        for (var sentence : Normalizer.sentences(words)) {
            var texts = sentence.words().stream().map(Word::text).toList();
            if (Manners.smallTalk(texts).isPresent() && !sentence.asked()) {
                continue;
            }
            if (sentence.asked() || asksWith(texts)) {
                return true;
            }
            for (var piece : sentence.pieces()) {
                if (asksWith(piece.stream().map(Word::text).toList())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static final Set<String> ASKING = Set.of(
            "when", "where", "who", "what", "which", "how", "whose", "why", "is", "are", "does", "do", "did", "will",
            "can", "could", "should", "may", "would", "has", "any", "anyone", "list", "show", "quand", "qui", "ou",
            "quel", "quelle", "combien", "cuando", "donde", "quien", "que", "cual", "quando", "onde", "quem", "qual",
            "wann", "wo", "wer", "was", "welche", "wie");

    private static final Set<String> OPENING = Set.of(
            "hi",
            "hello",
            "hey",
            "so",
            "and",
            "ok",
            "please",
            "but",
            "also",
            "well",
            "good",
            "morning",
            "at",
            "in",
            "a",
            "c",
            "est",
            "um",
            "the",
            "for",
            "on",
            "from",
            "until",
            "excuse",
            "me",
            "sorry",
            "quick",
            "question");

    private static boolean asksWith(List<String> words) {
        for (var word : words) {
            if (ASKING.contains(word)) {
                return true;
            }
            if (!OPENING.contains(word)) {
                return words.stream()
                        .anyMatch(other -> List.of("什么", "几点", "谁", "哪", "多久", "吗").stream()
                                .anyMatch(other::contains));
            }
        }
        return false;
    }
}
