package coffeebreak.bot.answers;

import coffeebreak.bot.answers.Answer.Outcome;
import coffeebreak.bot.answers.Normalizer.Sentence;
import coffeebreak.bot.answers.QuestionReader.Reading;
import coffeebreak.bot.chat.Language;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Answers questions about the day from the programme, or says that it is not known. Never invents: what is said
/// comes from the programme's current version by a template, and a question in which a word found no place is not
/// answered.
public final class Answers {

    private static final int MOST_SENTENCES = 4;

    private final Supplier<Programme> programme;
    private final InstantSource instants;
    private final VenueClock clock;
    private final RuleReader rules;
    private final Cancellations cancellations;
    private final Suggestions suggestions;

    /// @param programme the current version, asked for anew with every question
    /// @param nearness  decides between statements by their meaning
    public Answers(Supplier<Programme> programme, InstantSource instants, Nearness nearness) {
        this(programme, instants, nearness, Suggestions.none());
    }

    /// @param suggestions asked about questions the rules cannot read
    public Answers(Supplier<Programme> programme, InstantSource instants, Nearness nearness, Suggestions suggestions) {
        this(programme, instants, VenueClock.of(instants), nearness, suggestions);
    }

    /// @param instants the clock by which a conversation ends
    /// @param clock    the clock by which something is on now
    public Answers(Supplier<Programme> programme, InstantSource instants, VenueClock clock, Nearness nearness) {
        this(programme, instants, clock, nearness, Suggestions.none());
    }

    private Answers(
            Supplier<Programme> programme,
            InstantSource instants,
            VenueClock clock,
            Nearness nearness,
            Suggestions suggestions) {
        this.programme = programme;
        this.instants = instants;
        this.clock = clock;
        this.rules = new RuleReader(new Lexicon(), nearness);
        this.cancellations = new Cancellations(new RuleReader(new Lexicon(), nearness));
        this.suggestions = suggestions;
    }

    /// The answer to what somebody wrote; several questions get several lines.
    public Answer answer(String question, Asker asker, Conversation before) {
        var version = programme.get();
        var now = instants.instant();
        var language = rules.language(question, version).orElseGet(() -> before.language(now));
        var in = Sentences.in(language);
        var wording = new Wording(
                new Evaluator(version, clock.read(version).orElse(null)), rules.facts(version), language, asker.zone());
        var model = new ModelReader(suggestions, rules, version, asker);
        var draft = new Draft(before.in(language, now), in);
        var asked = OwnStage.isAskedAbout(question)
                ? OwnStage.of(asker, version).map(person -> OwnStage.about(person, question))
                : Optional.of(question);
        if (asked.isEmpty()) {
            return new Answer(Outcome.UNKNOWN, in.ownPartUnknown() + in.ask(), before, "");
        }
        var sentences = Normalizer.sentences(asked.get()).stream().distinct().toList();
        // "Hungry... how long till lunch?": a word before a question is no question.
        var telling = sentences.stream()
                .filter(sentence -> asks(sentence) || sentence.words().size() > 2)
                .toList();
        (telling.isEmpty() ? sentences : sentences.subList(sentences.indexOf(telling.getFirst()), sentences.size()))
                .stream()
                        .limit(MOST_SENTENCES)
                        .flatMap(sentence -> questions(sentence, draft.after.at(now), version).stream())
                        .forEachOrdered(sentence -> hear(sentence, draft, wording, model, version, now));
        return draft.answer();
    }

    /// The sessions that words mean: "the panel", "Kempe's talk", and after a question about one "it"; none where
    /// they cannot be read. Of what does not take place only where nothing else is meant.
    public List<Session> sessions(String words, Conversation before) {
        var version = programme.get();
        var off = cancellations.about(
                "when is " + words,
                before.at(instants.instant()),
                version,
                clock.read(version).orElse(null));
        if (off.filter(Cancellations.Asked::only).isPresent()) {
            return off.get().cancelled().stream()
                    .map(Programme.Cancelled::session)
                    .toList();
        }
        var evaluator = new Evaluator(version, clock.read(version).orElse(null));
        return rules.read("when is " + words, before.at(instants.instant()), version)
                        instanceof Reading.Understood(Query.OfSessions asked, var _)
                ? evaluator.rows(asked.sessions()).stream()
                        .map(Row::session)
                        .distinct()
                        .toList()
                : List.of();
    }

    /// The one or two questions of a sentence: two only where each can be read, the second going on from the first.
    private List<Sentence> questions(Sentence sentence, List<String> before, Programme version) {
        var two = sentence.two();
        if (two.isEmpty() || !(rules.read(text(two.getFirst()), before, version) instanceof Reading.Understood)) {
            return List.of(sentence);
        }
        return rules.read(text(two.getLast()), List.of(text(two.getFirst())), version) instanceof Reading.Understood
                ? two
                : List.of(sentence);
    }

    private void hear(
            Sentence sentence, Draft draft, Wording wording, ModelReader model, Programme version, Instant now) {
        var words = sentence.words().stream().map(Word::text).toList();
        var refusal = Manners.refusal(words);
        if (refusal.isPresent()) {
            draft.refused.add(refusal.get());
            return;
        }
        if (Manners.ownSeat(words)) {
            draft.chat.add("Your own seat I tell you when you ask me \"my seat\".");
            return;
        }
        var small = Manners.smallTalk(words, draft.in)
                .or(() -> Manners.smallTalk(
                        rules.english(sentence.words(), version).stream()
                                .map(Word::text)
                                .toList(),
                        draft.in));
        if (small.isPresent()) {
            draft.chat.add(small.get());
            return;
        }
        var asks = asks(sentence);
        // "What time is the poster session? I'm presenting": a remark beside a question is no question.
        if (!draft.queries.isEmpty() && !asks) {
            return;
        }
        var off = cancellations.about(
                text(sentence),
                draft.after.at(now),
                version,
                clock.read(version).orElse(null));
        if (off.filter(Cancellations.Asked::only).isPresent()) {
            draft.tell(off.get(), version);
            draft.follow(off.get().followUp(), text(sentence), now);
            return;
        }
        read(sentence, asks, draft, wording, model, version, now);
        off.ifPresent(beside -> draft.tell(beside, version));
    }

    private void read(
            Sentence sentence,
            boolean asks,
            Draft draft,
            Wording wording,
            ModelReader model,
            Programme version,
            Instant now) {
        var read = rules.read(text(sentence), draft.after.at(now), version);
        if (asks && !(read instanceof Reading.Understood)) {
            var guessed = model.read(sentence);
            if (guessed.isPresent()) {
                draft.guess(guessed.get(), wording.word(guessed.get()));
                draft.follow(false, text(sentence), now);
                return;
            }
        }
        switch (read) {
            case Reading.Understood(var query, var followUp) -> {
                var worded = wording.word(query);
                draft.add(
                        query,
                        worded.outcome() == Outcome.ANSWERED
                                ? worded
                                : rules.fact(text(sentence), version)
                                        .flatMap(statement -> instead(query, statement, wording, version))
                                        .orElse(worded));
                draft.follow(followUp, text(sentence), now);
            }
            case Reading.Incomplete() -> draft.incomplete = true;
            case Reading.Beyond() -> {
                if (asks) {
                    draft.unknown.add(draft.dontKnow());
                }
            }
        }
    }

    /// What is not known of the programme organizers may have said on the day; and where no room is given, a statement
    /// may tell the place.
    private Optional<Worded> instead(Query query, Query statement, Wording wording, Programme version) {
        if (rules.isSaid(statement, version)) {
            return Optional.of(wording.word(statement));
        }
        return query.asksForPlace() ? Optional.of(wording.word(query, statement)) : Optional.empty();
    }

    private static boolean asks(Sentence sentence) {
        return sentence.asked()
                || asksWith(sentence.words().stream().map(Word::text).toList());
    }

    private static String text(Sentence sentence) {
        return sentence.pieces().stream()
                .map(piece -> piece.stream().map(Word::surface).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }

    /// The answer as it grows, sentence by sentence.
    private static final class Draft {
        private final Set<String> known = new LinkedHashSet<>();
        private final Set<String> unknown = new LinkedHashSet<>();
        private final Set<String> refused = new LinkedHashSet<>();
        private final Set<String> chat = new LinkedHashSet<>();
        private final List<String> queries = new ArrayList<>();
        private final Sentences in;
        private boolean incomplete;
        private Conversation after;

        Draft(Conversation before, Sentences in) {
            this.after = before;
            this.in = in;
        }

        String dontKnow() {
            return in.unknown() + in.ask();
        }

        /// The conversation goes on with a question, or a new one begins.
        void follow(boolean followUp, String question, Instant now) {
            after = (followUp ? after : Conversation.none().in(in.language(), now)).and(question, now);
        }

        void add(Query query, Worded worded) {
            queries.add(query.toString());
            (worded.outcome() == Outcome.ANSWERED ? known : unknown).add(worded.text());
        }

        /// Says of something asked about that it does not take place.
        void tell(Cancellations.Asked asked, Programme version) {
            for (var cancelled : asked.cancelled()) {
                var told = Cancellations.told(cancelled, version);
                queries.add("cancelled(" + cancelled.session().id() + ")");
                known.add(in.language() == Language.ENGLISH ? told : in.onlyInEnglish() + told);
            }
        }

        /// The same of what a language model made of the question, so that whoever asked can see a misunderstanding.
        void guess(Query query, Worded worded) {
            add(query, worded.outcome() == Outcome.ANSWERED ? worded.after(in.ifUnderstood()) : worded);
        }

        Answer answer() {
            if (!known.isEmpty()) {
                known.addAll(refused);
                unknown.remove(dontKnow());
                known.addAll(unknown);
                return answer(Outcome.ANSWERED, known);
            }
            if (!refused.isEmpty()) {
                return answer(Outcome.REFUSED, refused);
            }
            if (!unknown.isEmpty()) {
                return answer(Outcome.UNKNOWN, unknown);
            }
            if (incomplete) {
                return answer(Outcome.AMBIGUOUS, Set.of(in.ofWhat()));
            }
            return chat.isEmpty() ? answer(Outcome.UNKNOWN, Set.of(dontKnow())) : answer(Outcome.SMALL_TALK, chat);
        }

        private Answer answer(Outcome outcome, Set<String> lines) {
            return new Answer(outcome, String.join("\n", lines), after, String.join("; ", queries));
        }
    }

    /// Whether somebody asks, as opposed to introducing themselves or greeting. Reads no programme.
    public static boolean looksLikeQuestion(String words) {
        for (var sentence : Normalizer.sentences(words)) {
            var texts = sentence.words().stream().map(Word::text).toList();
            if (Manners.smallTalk(texts, Sentences.in(Language.ENGLISH)).isPresent() && !sentence.asked()) {
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
