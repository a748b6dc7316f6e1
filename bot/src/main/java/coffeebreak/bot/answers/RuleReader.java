package coffeebreak.bot.answers;

import coffeebreak.bot.chat.Language;
import coffeebreak.bot.programme.Fact;
import coffeebreak.bot.programme.Programme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads questions by rules: which words ask, which select, and how they stand to each other. Understands a
/// question only when every content word found its place.
final class RuleReader implements QuestionReader {

    /// Above this likeness to one of its key phrases, a statement is meant, whatever else the words could mean.
    private static final double SAME_WORDS = 0.86;

    /// Below this score a statement is not what was asked for.
    private static final double SURE = 0.62;

    private static final Pattern SPAN = Pattern.compile(
            "(?i)\\b(minutes?|hours?|days?|weeks?|months?|pages?|kilomet|metres?)\\b|\\d{1,2}:\\d{2}.*\\d{1,2}:\\d{2}");
    private static final Pattern NEGATIVE =
            Pattern.compile("(?i)\\b(not?|non|never|nor|without|neither|nothing|nobody|cannot)\\b");

    private final Lexicon lexicon;
    private final Languages languages;
    private final TimeGrammar times = new TimeGrammar();
    private final Nearness nearness;
    private volatile @Nullable Known known;

    /// What was prepared for one version of the programme.
    private record Known(Programme programme, EntityLinker linker, FactFinder facts) {}

    RuleReader(Lexicon lexicon, Nearness nearness) {
        this.lexicon = lexicon;
        this.languages = new Languages(lexicon);
        this.nearness = nearness;
    }

    @Override
    public Reading read(String question, List<String> before, Programme programme) {
        var prepared = prepared(programme);
        Query context = null;
        for (var earlier : before) {
            for (var sentence : Normalizer.sentences(earlier)) {
                if (read(sentence, context, prepared) instanceof Reading.Understood(var query, var _)) {
                    context = query;
                }
            }
        }
        var result = (Reading) new Reading.Beyond();
        for (var sentence : Normalizer.sentences(question)) {
            var reading = read(sentence, context, prepared);
            if (reading instanceof Reading.Understood) {
                return reading;
            }
            if (reading instanceof Reading.Incomplete) {
                result = reading;
            }
        }
        return result;
    }

    /// The statement a question asks for, whatever else it could mean.
    Optional<Query> fact(String question, Programme programme) {
        var prepared = prepared(programme);
        return Normalizer.sentences(question).stream()
                .flatMap(sentence -> {
                    var words = inEnglish(sentence.words(), prepared);
                    return new Attempt(words, prepared.linker().link(words), prepared).fact(0).stream();
                })
                .findFirst();
    }

    /// Whether it is a statement that organizers made on the day.
    boolean isSaid(Query statement, Programme programme) {
        return statement instanceof Query.OfFact(var id, var _)
                && facts(programme).byId(id).filter(fact -> fact.said() != null).isPresent();
    }

    FactFinder facts(Programme programme) {
        return prepared(programme).facts();
    }

    EntityLinker linker(Programme programme) {
        return prepared(programme).linker();
    }

    /// The language a question is in; empty where that is not clear.
    Optional<Language> language(String question, Programme programme) {
        var words = Normalizer.sentences(question).stream()
                .flatMap(sentence -> sentence.words().stream())
                .toList();
        return languages.of(question.strip(), words, prepared(programme).linker()::named);
    }

    /// The same words in English.
    List<Word> english(List<Word> words, Programme programme) {
        return languages.english(words, prepared(programme).linker()::named);
    }

    /// Whether words look more like one of the other languages than like English.
    boolean foreign(List<Word> words, Programme programme) {
        return english(words, programme) != words;
    }

    private Known prepared(Programme programme) {
        var before = known;
        if (before != null && before.programme() == programme) {
            return before;
        }
        var now = new Known(
                programme, new EntityLinker(lexicon, times, programme), new FactFinder(lexicon, nearness, programme));
        known = now;
        return now;
    }

    private Reading read(Normalizer.Sentence sentence, @Nullable Query context, Known prepared) {
        var tries = new ArrayList<List<Word>>();
        tries.add(sentence.words());
        if (sentence.pieces().size() > 1) {
            sentence.pieces().stream().filter(RuleReader::asks).forEach(tries::add);
            sentence.pieces().stream().filter(piece -> !asks(piece)).forEach(tries::add);
        }
        for (var words : List.copyOf(tries)) {
            for (var from = 0; from < words.size(); from++) {
                if (QUESTION_WORDS.contains(words.get(from).text())) {
                    if (from > 0 && leadsUp(words.subList(0, from))) {
                        tries.add(words.subList(from, words.size()));
                    }
                    break;
                }
            }
        }
        var incomplete = false;
        for (var words : tries) {
            var reading = attempt(words, context, prepared);
            if (reading instanceof Reading.Understood(var query, var followUp)) {
                return new Reading.Understood(corrected(query, sentence.words(), words, prepared), followUp);
            }
            incomplete = incomplete
                    || reading instanceof Reading.Incomplete
                            && words.size() == sentence.words().size();
        }
        return incomplete ? new Reading.Incomplete() : new Reading.Beyond();
    }

    /// The words in English, with misspellings mended.
    private List<Word> inEnglish(List<Word> typed, Known prepared) {
        var english = languages.english(typed, prepared.linker()::named);
        return english == typed
                ? prepared.linker().mended(typed)
                : prepared.linker().mendedNames(english);
    }

    private static final Set<String> QUESTION_WORDS = Set.of(
            "when", "where", "who", "what", "which", "how", "whats", "is", "are", "does", "do", "did", "will", "can",
            "whose");

    /// Reads words in which a name may mean several people: the one just spoken of, else each of them.
    private Reading attempt(List<Word> typed, @Nullable Query context, Known prepared) {
        var words = inEnglish(typed, prepared);
        var marks = prepared.linker().link(words);
        var several = marks.stream()
                .flatMap(mark -> mark.meaning() instanceof Meaning.Named(var ids) && ids.size() > 1
                        ? Stream.of(mark)
                        : Stream.empty())
                .findFirst();
        if (several.isEmpty() || !(several.get().meaning() instanceof Meaning.Named(var ids))) {
            return new Attempt(words, marks, prepared).read(context);
        }
        var spokenOf = ids.stream()
                .filter(id -> context != null && context.people().contains(id))
                .toList();
        var readings = (spokenOf.size() == 1 ? spokenOf : ids)
                .stream()
                        .map(id -> marks.stream()
                                .map(mark -> mark.equals(several.get())
                                        ? new Mark(mark.from(), mark.to(), new Meaning.Named(List.of(id)))
                                        : mark)
                                .toList())
                        .map(certain -> new Attempt(words, certain, prepared).read(context))
                        .toList();
        var queries = new ArrayList<Query>();
        for (var reading : readings) {
            if (!(reading instanceof Reading.Understood(var query, var _))) {
                return reading;
            }
            queries.add(query);
        }
        var followUp = readings.getFirst() instanceof Reading.Understood(var _, var goesOn) && goesOn;
        return new Reading.Understood(
                queries.stream().distinct().count() == 1 ? queries.getFirst() : new Query.Either(queries), followUp);
    }

    /// "Since Bengio's keynote is at 9, when is the break?": whoever and whatever is named beside the question and is
    /// not in the programme is said not to be.
    private Query corrected(Query query, List<Word> all, List<Word> asked, Known prepared) {
        if (asked.size() == all.size()) {
            return query;
        }
        var start = Collections.indexOfSubList(all, asked);
        for (var beside : List.of(all.subList(0, start), all.subList(start + asked.size(), all.size()))) {
            for (var mark : prepared.linker().link(prepared.linker().mended(beside))) {
                switch (mark.meaning()) {
                    case Meaning.Unknown(var name) -> {
                        return new Query.Stranger(name, query);
                    }
                    case Meaning.NoKind(var kind) -> {
                        return new Query.NoSuchKind(kind, query);
                    }
                    case Meaning.Idea _,
                            Meaning.Named _,
                            Meaning.Hinted _,
                            Meaning.OfKind _,
                            Meaning.Titled _,
                            Meaning.Room _,
                            Meaning.Institute _,
                            Meaning.Number _,
                            Meaning.Clock _,
                            Meaning.Later _,
                            Meaning.Zone _,
                            Meaning.Day _,
                            Meaning.Unexplained _ -> {}
                }
            }
        }
        return query;
    }

    private static final Set<String> ASKS_ALREADY = Set.of("may", "must", "should", "shall", "need", "if");

    /// Whether words before a question only lead up to it: "I'm so tired, when", but not "may I take pictures when".
    private boolean leadsUp(List<Word> words) {
        return !ASKS_ALREADY.contains(words.getFirst().text())
                && words.stream().allMatch(word -> lexicon.english(word.text()));
    }

    private static boolean asks(List<Word> words) {
        return words.stream().anyMatch(word -> QUESTION_WORDS.contains(word.text()));
    }

    /// One attempt at one stretch of words.
    private final class Attempt {
        private final Known prepared;
        private final Marked said;
        private final SelectionRules select;

        Attempt(List<Word> words, List<Mark> marks, Known prepared) {
            this.prepared = prepared;
            this.said = new Marked(prepared.programme(), words, marks);
            this.select = new SelectionRules(said);
        }

        Reading read(@Nullable Query context) {
            var following = new FollowUpRules(said, select);
            var exact = fact(SAME_WORDS);
            if (exact.isPresent() && (beyondSchedule() || whatIs())) {
                return new Reading.Understood(exact.get(), false);
            }
            var follow = context != null && following.follows();
            if (follow && context != null) {
                var continued = following.continued(context);
                if (continued.isPresent()) {
                    return new Reading.Understood(continued.get(), true);
                }
                said.again();
            }
            // What the programme has none of may be told by a statement, before it is said that there is none.
            var noSuchKind = said.marks().stream().anyMatch(mark -> mark.meaning() instanceof Meaning.NoKind);
            var instead = noSuchKind ? fact(0) : Optional.<Query>empty();
            if (instead.isPresent()) {
                return new Reading.Understood(instead.get(), false);
            }
            var query = new QuestionRules(said, select).query();
            if (query.isPresent() && !said.failed() && said.valid()) {
                return new Reading.Understood(
                        said.hinted() ? new Query.Probably(said.people(), query.get()) : query.get(), false);
            }
            var fact = noSuchKind ? instead : fact(0);
            if (fact.isPresent()) {
                return new Reading.Understood(fact.get(), false);
            }
            var asksSomething = said.marks().stream()
                    .anyMatch(mark ->
                            mark.meaning() instanceof Meaning.Idea(var idea) && Marked.PROJECTIONS.contains(idea));
            return asksSomething
                            && !said.subject()
                            && said.noneUnexplained()
                            && said.marks().stream().noneMatch(mark -> mark.meaning() instanceof Meaning.Number)
                            && context == null
                    ? new Reading.Incomplete()
                    : new Reading.Beyond();
        }

        private Optional<Query> fact(double sameWords) {
            if (said.sees(Concept.ZONE)) {
                return Optional.empty();
            }
            var texts = said.words().stream().map(Word::text).toList();
            var count = said.sees(Concept.HOWMANY);
            var dated = said.sees(Concept.WHEN, Concept.DATE);
            var days = String.join(" ", texts).matches(".*\\b(days|weeks) (left|until|till|to|remain|do).*");
            var content = days
                    ? texts.stream()
                            .filter(text -> !text.matches("how|many|days|weeks|left|remaining|remain"))
                            .toList()
                    : texts;
            var hit = prepared.facts()
                    .best(content, count && !days, dated && (sameWords == 0 || content(content) == 1) || days);
            var sure = hit.filter(found -> sameWords > 0
                            ? found.sameWords() >= sameWords && found.covered() > 0.95
                            : content(content) == 1
                                    ? found.sameWords() >= SAME_WORDS
                                    : found.score() >= SURE && found.covered() > 0.7
                                            || found.covered() > 0.99 && content(content) > 2)
                    .map(FactFinder.Hit::fact);
            // What means the same in other words; and before what merely has the words.
            var near = sameWords > 0 || hit.isPresent() && hit.get().sameWords() >= SAME_WORDS
                    ? Optional.<Fact>empty()
                    : prepared.facts().nearest(content, count && !days, dated || days);
            // "Which of them were not" is no question for a statement about those who were.
            return near.or(() -> sure)
                    .filter(fact -> suits(fact, content))
                    .filter(fact -> !said.sees(Concept.NOT)
                            || NEGATIVE.matcher(fact.words()).find())
                    .map(fact -> new Query.OfFact(fact.id(), days));
        }

        /// Whether a statement may be about what is asked: it names the group that is asked about, tells how long
        /// or how much, and no word of another language was left without a meaning.
        private boolean suits(Fact fact, List<String> content) {
            var words = fact.words() + " " + String.join(" ", fact.asked());
            var groups = said.marks().stream()
                    .filter(mark -> mark.meaning() instanceof Meaning.Idea(var idea) && Marked.ROLES.containsKey(idea))
                    .map(mark -> FactFinder.stem(said.words().get(mark.from()).text()))
                    .toList();
            var stems = prepared.facts().stems(EntityLinker.wordsOf(words));
            if (said.sees(Concept.WHAT, Concept.WHO, Concept.WHOIS) && !stems.containsAll(groups)) {
                return false;
            }
            if (said.sees(Concept.HOWLONG) && !SPAN.matcher(fact.words()).find()) {
                return false;
            }
            if (said.sees(Concept.HOWMANY)
                    && prepared.facts().covered(content).stream()
                            .noneMatch(hit ->
                                    hit.fact().equals(fact) && (hit.covered() > 0.95 || hit.sameWords() >= SAME_WORDS))
                    && !prepared.facts().means(fact, content, 0.78)) {
                return false;
            }
            return said.words().stream()
                    .noneMatch(word -> word.text().codePoints().anyMatch(Character::isIdeographic));
        }

        /// "What is the mentorship program" asks for a statement rather than for a time.
        private boolean whatIs() {
            return said.sees(Concept.WHAT)
                    && said.people().isEmpty()
                    && !said.timed()
                    && !said.sees(Concept.WHEN, Concept.SESSION);
        }

        /// Whether some content word is none that the schedule could use.
        private boolean beyondSchedule() {
            return said.marks().stream().anyMatch(mark -> switch (mark.meaning()) {
                case Meaning.Unexplained _, Meaning.Unknown _ -> true;
                case Meaning.Idea(var idea) ->
                    Set.of(Concept.SPEAK, Concept.MODERATOR, Concept.COMMITTEE, Concept.PERSONWORD, Concept.CONTACT)
                            .contains(idea);
                case Meaning.Named _,
                        Meaning.Hinted _,
                        Meaning.OfKind _,
                        Meaning.NoKind _,
                        Meaning.Titled _,
                        Meaning.Room _,
                        Meaning.Institute _,
                        Meaning.Number _,
                        Meaning.Clock _,
                        Meaning.Later _,
                        Meaning.Zone _,
                        Meaning.Day _ -> false;
            });
        }

        private int content(List<String> texts) {
            return prepared.facts().stems(texts).size();
        }
    }
}
