package coffeebreak.bot.answers;

import coffeebreak.bot.answers.Query.Anchor;
import coffeebreak.bot.answers.Query.DayPart;
import coffeebreak.bot.answers.Query.EventField;
import coffeebreak.bot.answers.Query.OfPeople;
import coffeebreak.bot.answers.Query.OfSessions;
import coffeebreak.bot.answers.Query.People;
import coffeebreak.bot.answers.Query.PersonField;
import coffeebreak.bot.answers.Query.Relation;
import coffeebreak.bot.answers.Query.Selection;
import coffeebreak.bot.answers.Query.SessionField;
import coffeebreak.bot.programme.Kind;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Role;
import coffeebreak.bot.programme.Session;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads questions by rules: which words ask, which select, and how they stand to each other. Understands a question
/// only
/// when every content word found its place.
final class RuleReader implements QuestionReader {

    /// Above this likeness to one of its key phrases, a statement is meant, whatever else the words could mean.
    private static final double SAME_WORDS = 0.86;

    /// Below this score a statement is not what was asked for.
    private static final double SURE = 0.62;

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

    FactFinder facts(Programme programme) {
        return prepared(programme).facts();
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
                    if (from > 0) {
                        tries.add(words.subList(from, words.size()));
                    }
                    break;
                }
            }
        }
        var incomplete = false;
        for (var words : tries) {
            var reading = new Frame(words, prepared).read(context);
            if (reading instanceof Reading.Understood) {
                return reading;
            }
            incomplete = incomplete
                    || reading instanceof Reading.Incomplete
                            && words.size() == sentence.words().size();
        }
        return incomplete ? new Reading.Incomplete() : new Reading.Beyond();
    }

    private static final Set<String> QUESTION_WORDS = Set.of(
            "when", "where", "who", "what", "which", "how", "whats", "is", "are", "does", "do", "did", "will", "can",
            "whose");

    private static final Set<String> WHETHER = Set.of(
            "is", "are", "was", "were", "does", "do", "did", "will", "has", "have", "can", "could", "would", "should",
            "am", "any", "confirm");

    private static final Set<String> OPENERS = Set.of(
            "so", "and", "but", "hey", "hi", "hello", "ok", "okay", "then", "well", "also", "please", "no", "wait",
            "sorry", "oh", "just");

    private static boolean asks(List<Word> words) {
        return words.stream().limit(3).anyMatch(word -> QUESTION_WORDS.contains(word.text()));
    }

    private static final Map<Concept, Set<Role>> ROLES = Map.of(
            Concept.SPEAKER, Set.of(Role.KEYNOTE_SPEAKER, Role.INVITED_SPEAKER, Role.SPEAKER),
            Concept.INVITEDSPEAKER, Set.of(Role.INVITED_SPEAKER),
            Concept.KEYNOTESPEAKER, Set.of(Role.KEYNOTE_SPEAKER),
            Concept.PANELIST, Set.of(Role.PANELIST),
            Concept.MODERATOR, Set.of(Role.MODERATOR),
            Concept.CHAIR, Set.of(Role.CHAIR),
            Concept.MENTOR, Set.of(Role.MENTOR),
            Concept.ORGANIZER, Set.of(Role.ORGANIZER),
            Concept.COMMITTEE, Set.of(Role.PROGRAMME_COMMITTEE));

    private static final Map<Concept, Integer> PLACES = Map.of(
            Concept.FIRST, 1,
            Concept.SECOND, 2,
            Concept.THIRD, 3,
            Concept.FOURTH, 4,
            Concept.FIFTH, 5,
            Concept.SIXTH, 6,
            Concept.SEVENTH, 7,
            Concept.EIGHTH, 8,
            Concept.LAST, -1);

    /// Ideas that change what is asked so much that a reading which did not use them is no reading.
    private static final Set<Concept> DECISIVE = Set.of(
            Concept.NOT,
            Concept.EXCEPT,
            Concept.SAME,
            Concept.CLASH,
            Concept.CONTACT,
            Concept.ABOUT,
            Concept.TITLE,
            Concept.LONGER,
            Concept.THAN,
            Concept.WHERE,
            Concept.ZONE,
            Concept.DATE,
            Concept.HOWMANY,
            Concept.HOWLONG,
            Concept.AFFILIATION,
            Concept.TWICE,
            Concept.MISS,
            Concept.UNTIL,
            Concept.REMAINING,
            Concept.YESTERDAY,
            Concept.TOTAL,
            Concept.HOW,
            Concept.MODERATOR,
            Concept.CHAIR,
            Concept.ELSE);

    /// One attempt at one stretch of words.
    private final class Frame {
        private final Known prepared;
        private final Programme programme;
        private final List<Word> words;
        private final List<Mark> marks;
        private final Set<Concept> used = new HashSet<>();
        private boolean failed;

        Frame(List<Word> typed, Known prepared) {
            this.prepared = prepared;
            this.programme = prepared.programme();
            this.words = prepared.linker().mended(languages.english(typed, prepared.linker()::named));
            this.marks = prepared.linker().link(words);
        }

        Reading read(@Nullable Query context) {
            var exact = fact(SAME_WORDS);
            if (exact.isPresent() && (beyondSchedule() || whatIs())) {
                return new Reading.Understood(exact.get(), false);
            }
            var follow = context != null && follows();
            if (follow && context != null) {
                var continued = continued(context);
                if (continued.isPresent()) {
                    return new Reading.Understood(continued.get(), true);
                }
                used.clear();
                failed = false;
            }
            var query = standalone();
            if (query.isPresent() && !failed && valid()) {
                return new Reading.Understood(
                        hinted() ? new Query.Probably(people(), query.get()) : query.get(), false);
            }
            var fact = fact(0);
            if (fact.isPresent()) {
                return new Reading.Understood(fact.get(), false);
            }
            var asksSomething = marks.stream()
                    .anyMatch(mark -> mark.meaning() instanceof Meaning.Idea(var idea) && PROJECTIONS.contains(idea));
            return asksSomething && !subject() && noneUnexplained() && context == null
                    ? new Reading.Incomplete()
                    : new Reading.Beyond();
        }

        // --- what there is -------------------------------------------------------------------------------------

        private boolean has(Concept... concepts) {
            var found = false;
            for (var concept : concepts) {
                if (marks.stream().anyMatch(mark -> mark.is(concept))) {
                    used.add(concept);
                    found = true;
                }
            }
            return found;
        }

        private boolean sees(Concept... concepts) {
            return marks.stream().anyMatch(mark -> List.of(concepts).stream().anyMatch(mark::is));
        }

        private int index(List<Mark> among, Concept... concepts) {
            for (var index = 0; index < among.size(); index++) {
                var mark = among.get(index);
                if (List.of(concepts).stream().anyMatch(mark::is)) {
                    return index;
                }
            }
            return -1;
        }

        private boolean noneUnexplained() {
            return marks.stream().noneMatch(mark -> mark.meaning() instanceof Meaning.Unexplained);
        }

        /// The validator: every content word has found a use, and no idea that decides was passed over.
        private boolean valid() {
            return noneUnexplained()
                    && marks.stream()
                            .allMatch(mark -> !(mark.meaning() instanceof Meaning.Idea(var idea))
                                    || !DECISIVE.contains(idea)
                                    || used.contains(idea));
        }

        private boolean subject() {
            return marks.stream().anyMatch(mark -> switch (mark.meaning()) {
                case Meaning.Idea(var idea) ->
                    ROLES.containsKey(idea)
                            || Set.of(
                                            Concept.EVENT,
                                            Concept.SCHEDULE,
                                            Concept.MENTORSHIP,
                                            Concept.NOW,
                                            Concept.NEXT,
                                            Concept.PREVIOUS,
                                            Concept.SPEAK,
                                            Concept.SESSION)
                                    .contains(idea);
                case Meaning.Named _,
                        Meaning.Hinted _,
                        Meaning.OfKind _,
                        Meaning.NoKind _,
                        Meaning.Titled _,
                        Meaning.Institute _,
                        Meaning.Clock _,
                        Meaning.Later _,
                        Meaning.Unknown _,
                        Meaning.Day _ -> true;
                case Meaning.Number _, Meaning.Zone _, Meaning.Unexplained _ -> false;
            });
        }

        private boolean whether() {
            for (var word : words) {
                if (OPENERS.contains(word.text())) {
                    continue;
                }
                return WHETHER.contains(word.text())
                        || word.text().equals("there")
                        || word.text().equals("not");
            }
            return false;
        }

        private boolean tagged() {
            return words.size() > 2
                    && Set.of("right", "correct", "yes", "true")
                            .contains(words.getLast().text());
        }

        private boolean negated() {
            return has(Concept.NOT);
        }

        // --- statements beyond the schedule ---------------------------------------------------------------------

        private Optional<Query> fact(double sameWords) {
            var texts = words.stream().map(Word::text).toList();
            var count = sees(Concept.HOWMANY);
            var dated = sees(Concept.WHEN, Concept.DATE);
            var days = String.join(" ", texts).matches(".*\\b(days|weeks) (left|until|till|to|remain|do).*");
            var content = texts;
            if (days) {
                content = texts.stream()
                        .filter(text -> !text.matches("how|many|days|weeks|left|remaining|remain"))
                        .toList();
            }
            var hit = prepared.facts().best(content, count && !days, dated && sameWords == 0 || days);
            if (hit.isEmpty() || sees(Concept.ZONE)) {
                return Optional.empty();
            }
            var found = hit.get();
            var sure = sameWords > 0
                    ? found.sameWords() >= sameWords && found.covered() > 0.95
                    : content(content) == 1
                            ? found.sameWords() >= SAME_WORDS
                            : found.score() >= SURE && found.covered() > 0.7
                                    || found.covered() > 0.99 && content(content) > 2;
            return sure ? Optional.of(new Query.OfFact(found.fact().id(), days)) : Optional.empty();
        }

        /// "What is the mentorship program" asks for a statement rather than for a time.
        private boolean whatIs() {
            return sees(Concept.WHAT) && people().isEmpty() && !timed() && !sees(Concept.WHEN, Concept.SESSION);
        }

        /// Whether some content word is none that the schedule could use.
        private boolean beyondSchedule() {
            return marks.stream().anyMatch(mark -> switch (mark.meaning()) {
                case Meaning.Unexplained _, Meaning.Unknown _ -> true;
                case Meaning.Idea(var idea) ->
                    Set.of(Concept.SPEAK, Concept.MODERATOR, Concept.COMMITTEE, Concept.PERSONWORD, Concept.CONTACT)
                            .contains(idea);
                case Meaning.Named _,
                        Meaning.Hinted _,
                        Meaning.OfKind _,
                        Meaning.NoKind _,
                        Meaning.Titled _,
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

        // --- selections -----------------------------------------------------------------------------------------

        /// What a stretch of marks selects.
        private Selection selection(List<Mark> among) {
            var kindSets = new ArrayList<Set<String>>();
            var people = new ArrayList<String>();
            var titled = new ArrayList<Set<String>>();
            var numbers = new TreeSet<Integer>();
            var place = 0;
            DayPart part = null;
            var day = -1;
            var spoken = false;
            Boolean mentorship = null;
            Relation relation = new Relation.Anytime();
            var now = false;
            for (var mark : among) {
                switch (mark.meaning()) {
                    case Meaning.OfKind(var kinds, var _, var _) -> kindSets.add(kinds);
                    case Meaning.Named(var ids) -> people.add(ids.getFirst());
                    case Meaning.Hinted(var id) -> people.add(id);
                    case Meaning.Titled(var ids) -> titled.add(ids);
                    case Meaning.Number(var value) -> numbers.add(value);
                    case Meaning.Clock(var time, var half) -> relation = new Relation.At(atVenue(time, half, mark));
                    case Meaning.Later(var duration) -> relation = new Relation.In(duration);
                    case Meaning.Day(var index) -> day = index;
                    case Meaning.Idea(var idea) -> {
                        if (PLACES.containsKey(idea)) {
                            place = PLACES.get(idea);
                        } else if (idea == Concept.MORNING) {
                            part = DayPart.MORNING;
                        } else if (idea == Concept.AFTERNOON) {
                            part = DayPart.AFTERNOON;
                        } else if (idea == Concept.EVENING) {
                            part = DayPart.EVENING;
                        } else if (idea == Concept.TODAY) {
                            day = Evaluator.TODAY;
                        } else if (idea == Concept.TOMORROW) {
                            day = Evaluator.TOMORROW;
                        } else if (idea == Concept.NOW) {
                            now = true;
                        } else if (idea == Concept.NEXT) {
                            relation = new Relation.Next();
                        } else if (idea == Concept.PREVIOUS) {
                            relation = new Relation.Previous();
                        } else if (idea == Concept.MENTORSHIP) {
                            mentorship = true;
                        } else if (idea == Concept.SPEAK) {
                            spoken = true;
                        } else if (idea == Concept.SPEAKER
                                || idea == Concept.INVITEDSPEAKER
                                || idea == Concept.KEYNOTESPEAKER) {
                            kindSets.add(kindsOf(ROLES.getOrDefault(idea, Set.of()), Kind.Nature.TALK));
                        } else if (idea == Concept.PANELIST) {
                            kindSets.add(kindsOf(Set.of(Role.PANELIST), Kind.Nature.PANEL));
                        }
                    }
                    case Meaning.NoKind _, Meaning.Unknown _ -> failed = true;
                    case Meaning.Institute _, Meaning.Zone _, Meaning.Unexplained _ -> {}
                }
            }
            if (has(Concept.BOTH) && numbers.equals(Set.of(2))) {
                numbers.clear();
            }
            // "What is on at five" and "what is on today" do not ask for this moment.
            if (now && relation instanceof Relation.Anytime && part == null && day == -1 && !sees(Concept.SCHEDULE)) {
                relation = new Relation.Now();
            }
            return new Selection(
                    narrowest(kindSets),
                    Set.of(),
                    people,
                    common(titled),
                    numbers,
                    place,
                    part,
                    day,
                    spoken && people.isEmpty() && kindSets.isEmpty(),
                    mentorship,
                    relation);
        }

        private Set<String> kindsOf(Set<Role> roles, Kind.Nature nature) {
            var kinds = new HashSet<String>();
            for (var session : programme.sessions()) {
                if (session.kind().nature() == nature
                        && programme.peopleOf(session).stream()
                                .anyMatch(person -> roles.stream().anyMatch(person::is))) {
                    kinds.add(session.kind().id());
                }
            }
            return kinds;
        }

        /// "Invited" and "talk" together mean the invited talks, not those and all others.
        private Set<String> narrowest(List<Set<String>> sets) {
            var all = new HashSet<String>();
            for (var set : sets) {
                if (sets.stream().noneMatch(other -> other.size() < set.size() && set.containsAll(other))) {
                    all.addAll(set);
                }
            }
            return all;
        }

        private Set<String> common(List<Set<String>> sets) {
            if (sets.isEmpty()) {
                return Set.of();
            }
            var shared = new HashSet<>(sets.getFirst());
            sets.forEach(shared::retainAll);
            if (!shared.isEmpty()) {
                return shared;
            }
            var all = new HashSet<String>();
            sets.forEach(all::addAll);
            return all;
        }

        /// The venue's reading of a time, which may have been given in another zone.
        private LocalTime atVenue(LocalTime time, boolean half, Mark mark) {
            var date = programme.date();
            var venue = programme.zone();
            for (var other : marks) {
                if (other.from() >= mark.to()
                        && words.subList(mark.to(), other.from()).stream()
                                .allMatch(word -> word.text().equals("here"))
                        && other.meaning() instanceof Meaning.Zone(var zone)
                        && date != null
                        && venue != null) {
                    return date.atTime(time)
                            .atZone(zone)
                            .withZoneSameInstant(venue)
                            .toLocalTime();
                }
            }
            return inside(time, half);
        }

        /// A bare hour means the reading that lies inside the day.
        private LocalTime inside(LocalTime time, boolean half) {
            if (!half || programme.sessions().isEmpty()) {
                return time;
            }
            var first = programme.sessions().stream()
                    .map(Session::start)
                    .min(LocalTime::compareTo)
                    .orElse(time);
            var last = programme.sessions().stream()
                    .map(session -> session.end() == null ? session.start().plusHours(1) : session.end())
                    .max(LocalTime::compareTo)
                    .orElse(time);
            var other = time.getHour() == 12 ? time.minusHours(12) : time.plusHours(12);
            var fits = !time.isBefore(first) && !time.isAfter(last);
            var otherFits = !other.isBefore(first) && !other.isAfter(last);
            return !fits && otherFits ? other : time;
        }

        private Anchor anchor(List<Mark> among) {
            for (var mark : among) {
                if (mark.meaning() instanceof Meaning.Clock(var time, var half)
                        && among.stream().noneMatch(other -> other.meaning() instanceof Meaning.OfKind)) {
                    return new Anchor.Time(atVenue(time, half, mark));
                }
                // "Between 10 and 12", "after 3".
                if (among.size() == 1 && mark.meaning() instanceof Meaning.Number(var hour) && hour > 0 && hour < 24) {
                    return new Anchor.Time(inside(LocalTime.of(hour, 0), hour <= 12));
                }
            }
            return new Anchor.Sessions(selection(among));
        }

        /// The selection of the whole question: what stands before and after "before", "after", "between" apart.
        private Selection whole() {
            var between = index(marks, Concept.BETWEEN);
            if (between >= 0) {
                var anchors = marks.subList(between + 1, marks.size());
                var main = selection(marks.subList(0, between));
                var and = and(anchors);
                if (and > 0) {
                    return main.with(new Relation.Between(
                            anchor(anchors.subList(0, and)), anchor(anchors.subList(and, anchors.size()))));
                }
                var both = selection(anchors);
                return main.with(new Relation.Between(
                        new Anchor.Sessions(both.withPlace(1)), new Anchor.Sessions(both.withPlace(-1))));
            }
            var relation = index(marks, Concept.BEFORE, Concept.AFTER, Concept.WHILE);
            if (relation >= 0) {
                var rest = marks.subList(relation + 1, marks.size());
                var end = rest.size();
                for (var index = 0; index < rest.size(); index++) {
                    if (rest.get(index).meaning() instanceof Meaning.Idea(var idea)
                            && Set.of(
                                            Concept.WHO,
                                            Concept.WHAT,
                                            Concept.WHEN,
                                            Concept.WHERE,
                                            Concept.SPEAK,
                                            Concept.LIST)
                                    .contains(idea)
                            && index > 0) {
                        end = index;
                        break;
                    }
                }
                var anchored = rest.subList(0, end);
                var main = new ArrayList<>(marks.subList(0, relation));
                main.addAll(rest.subList(end, rest.size()));
                var right = main.removeIf(mark -> mark.is(Concept.RIGHT));
                var selected = selection(main);
                if (selected.relation() instanceof Relation.Next || selected.relation() instanceof Relation.Now) {
                    selected = selected.with(new Relation.Anytime());
                    right = true;
                }
                if (anchored.stream()
                        .allMatch(mark -> mark.meaning() instanceof Meaning.Idea(var idea)
                                && !PLACES.containsKey(idea)
                                && !ROLES.containsKey(idea)
                                && idea != Concept.MENTORSHIP)) {
                    return selected.with(
                            marks.get(relation).is(Concept.BEFORE) ? new Relation.Previous() : new Relation.Next());
                }
                var anchor = anchor(anchored);
                if (selected.place() > 0 && marks.get(relation).is(Concept.AFTER)) {
                    return selected.with(new Relation.After(anchor, false));
                }
                var neighbour = right
                        || !selected.names()
                                && !selected.spoken()
                                && selected.place() == 0
                                && !sees(
                                        Concept.LIST, Concept.SCHEDULE, Concept.SESSION, Concept.FULL, Concept.HOWMANY);
                if (marks.get(relation).is(Concept.BEFORE)) {
                    return selected.with(new Relation.Before(anchor, neighbour));
                }
                if (marks.get(relation).is(Concept.AFTER)) {
                    return selected.with(new Relation.After(anchor, neighbour));
                }
                return selected.with(new Relation.While(anchor));
            }
            return selection(marks);
        }

        /// Where the second of two anchors begins: after an "and".
        private int and(List<Mark> among) {
            for (var index = 1; index < among.size(); index++) {
                for (var word = among.get(index - 1).to();
                        word < among.get(index).from();
                        word++) {
                    if (words.get(word).text().matches("and|to")) {
                        return index;
                    }
                }
            }
            return -1;
        }

        private @Nullable ZoneId zone() {
            for (var mark : marks) {
                if (mark.meaning() instanceof Meaning.Zone(var zone)) {
                    return zone;
                }
            }
            return null;
        }

        private Query sessions(SessionField field, Selection selection) {
            return new OfSessions(field, selection, zone());
        }

        private List<String> people() {
            var ids = new LinkedHashSet<String>();
            for (var mark : marks) {
                if (mark.meaning() instanceof Meaning.Named(var some)) {
                    ids.addAll(some);
                } else if (mark.meaning() instanceof Meaning.Hinted(var id)) {
                    ids.add(id);
                }
            }
            return List.copyOf(ids);
        }

        private boolean hinted() {
            return marks.stream().anyMatch(mark -> mark.meaning() instanceof Meaning.Hinted);
        }

        private List<Set<Role>> roles(List<Mark> among) {
            var roles = new ArrayList<Set<Role>>();
            for (var mark : among) {
                if (mark.meaning() instanceof Meaning.Idea(var idea)
                        && ROLES.get(idea) instanceof Set<Role> group
                        && !roles.contains(group)) {
                    roles.add(group);
                }
            }
            return roles;
        }

        private Set<String> institutions() {
            var names = new LinkedHashSet<String>();
            for (var mark : marks) {
                if (mark.meaning() instanceof Meaning.Institute(var name)) {
                    names.add(name);
                }
            }
            return names;
        }

        private boolean kinds() {
            return marks.stream()
                    .anyMatch(mark -> mark.meaning() instanceof Meaning.OfKind
                            || mark.meaning() instanceof Meaning.Titled
                            || mark.is(Concept.MENTORSHIP));
        }

        private boolean timed() {
            return marks.stream()
                            .anyMatch(mark ->
                                    mark.meaning() instanceof Meaning.Clock || mark.meaning() instanceof Meaning.Later)
                    || sees(
                            Concept.NOW,
                            Concept.NEXT,
                            Concept.PREVIOUS,
                            Concept.BEFORE,
                            Concept.AFTER,
                            Concept.BETWEEN,
                            Concept.WHILE,
                            Concept.MORNING,
                            Concept.AFTERNOON,
                            Concept.EVENING,
                            Concept.TODAY,
                            Concept.TOMORROW,
                            Concept.FIRST,
                            Concept.LAST);
        }

        // --- whole questions ------------------------------------------------------------------------------------

        private Optional<Query> standalone() {
            for (var mark : marks) {
                if (mark.meaning() instanceof Meaning.Unknown(var name)) {
                    return Optional.of(stranger(name, mark));
                }
            }
            if (marks.stream().anyMatch(mark -> mark.meaning() instanceof Meaning.NoKind)) {
                return noSuchKind();
            }
            var roles = roles(marks);
            var people = people();
            var institutions = institutions();

            if (sees(Concept.UNTIL)) {
                has(Concept.UNTIL);
                var selection = whole();
                if (sees(Concept.END)) {
                    return Optional.of(sessions(
                            SessionField.END, selection.names() ? selection : selection.with(new Relation.Now())));
                }
                return Optional.of(sessions(SessionField.UNTIL, selection));
            }
            if (sees(Concept.LONGER) && sees(Concept.THAN) && kinds()) {
                has(Concept.LONGER, Concept.THAN, Concept.HOWMANY, Concept.HOWLONG);
                var than = index(marks, Concept.THAN);
                return Optional.of(new Query.Longer(
                        selection(marks.subList(0, than)), selection(marks.subList(than + 1, marks.size()))));
            }
            if (sees(Concept.MISS, Concept.CLASH)) {
                return clash();
            }
            if (sees(Concept.TWICE) && !people.isEmpty()) {
                has(Concept.TWICE);
                return Optional.of(
                        sessions(SessionField.TWICE, Selection.everything().withPeople(people)));
            }
            if (sees(Concept.TOTAL)
                    && sees(Concept.HOWLONG, Concept.HOWMANY)
                    && kinds()
                    && (sees(Concept.HOWLONG)
                            || words.stream().anyMatch(word -> word.text().equals("time")))) {
                has(Concept.TOTAL, Concept.HOWLONG, Concept.HOWMANY);
                return Optional.of(sessions(SessionField.TOTAL, selection(marks)));
            }
            if (sees(Concept.HOWMANY)) {
                has(Concept.HOWMANY, Concept.TOTAL);
                if (words.stream().anyMatch(word -> word.text().equals("time")) && kinds()) {
                    return Optional.of(sessions(SessionField.TOTAL, selection(marks)));
                }
                if (sees(Concept.PERSONWORD) && kinds() && roles.isEmpty()) {
                    return Optional.of(new OfPeople(PersonField.HOW_MANY, People.onStage(whole())));
                }
                // How many posters there are is not how many poster sessions.
                if (words.stream().anyMatch(word -> word.text().matches("posters?"))
                        && words.stream().noneMatch(word -> word.text().matches("sessions?"))) {
                    return Optional.empty();
                }
                if (!roles.isEmpty() && !kinds() && plural()) {
                    return Optional.of(new OfPeople(
                            PersonField.HOW_MANY,
                            new People(List.of(), roles, Set.of(), institutions, List.of(), null, null)));
                }
                return (kinds() || sees(Concept.SESSION)) && roles.isEmpty() && people.isEmpty()
                        ? Optional.of(sessions(SessionField.HOW_MANY, whole()))
                        : kinds() && sees(Concept.PANELIST) && roles.size() == 1
                                ? Optional.of(new OfPeople(
                                        PersonField.HOW_MANY,
                                        new People(List.of(), roles, Set.of(), institutions, List.of(), null, null)))
                                : Optional.empty();
            }
            if (sees(Concept.REMAINING) && !sees(Concept.HOWLONG)) {
                has(Concept.REMAINING, Concept.HOWMANY);
                var selection = selection(marks);
                if (words.stream().noneMatch(word -> word.text().matches("time|minutes?|longer|long"))) {
                    return Optional.of(sessions(SessionField.LIST, selection.with(new Relation.ToCome())));
                }
                return Optional.of(sessions(SessionField.END, selection.with(new Relation.Now())));
            }
            if (sees(Concept.HOWLONG)) {
                has(Concept.HOWLONG, Concept.TOTAL);
                var selection = whole();
                if (selection.place() == -1 && !selection.names()) {
                    selection = selection.withPlace(0);
                }
                if (selection.place() == -1 && words.getLast().text().equals("last")) {
                    selection = selection.withPlace(0);
                }
                return selection.names() || timed() || !selection.numbers().isEmpty() || sees(Concept.EVENT)
                        ? Optional.of(sessions(SessionField.HOW_LONG, selection))
                        : Optional.empty();
            }
            if (sees(Concept.SAME) && !people.isEmpty() && institutionAsked()) {
                has(Concept.SAME, Concept.AFFILIATION);
                return Optional.of(new OfPeople(
                        PersonField.WHO, new People(List.of(), roles, Set.of(), Set.of(), people, null, null)));
            }
            if (institutionAsked() || !institutions.isEmpty()) {
                has(Concept.AFFILIATION, Concept.WHERE, Concept.NOT, Concept.ELSE);
                return affiliation(people, roles, institutions);
            }
            if (sees(Concept.CONTACT) && (!people.isEmpty() || !roles.isEmpty())) {
                has(Concept.CONTACT, Concept.HOWMANY, Concept.HOW);
                return Optional.of(new OfPeople(
                        PersonField.CONTACT,
                        new People(
                                people,
                                people.isEmpty() ? roles : List.of(),
                                Set.of(),
                                Set.of(),
                                List.of(),
                                null,
                                null)));
            }
            if (sees(Concept.ZONE)) {
                has(Concept.ZONE);
                return Optional.of(new Query.OfEvent(EventField.ZONE));
            }
            if (sees(Concept.DATE)
                    && !sees(Concept.WHEN)
                    && roles.isEmpty()
                    && (!kinds() && people.isEmpty() || programme.days() == 1)) {
                has(Concept.DATE);
                return kinds()
                                || !people.isEmpty()
                                || sees(Concept.EVENT, Concept.SCHEDULE, Concept.ITPRONOUN)
                                || marks.size() == 1
                        ? Optional.of(new Query.OfEvent(EventField.DATE))
                        : Optional.empty();
            }
            if (sees(Concept.WHERE)) {
                has(Concept.WHERE);
                return where(people);
            }
            if (sees(Concept.EXCEPT)) {
                return except(roles);
            }
            if (sees(Concept.NOT) && !whether() && (sees(Concept.MENTORSHIP) || !roles.isEmpty())) {
                return negative(roles);
            }
            if (!people.isEmpty() && (sees(Concept.ABOUT) || sees(Concept.TITLE))) {
                if (has(Concept.TITLE)) {
                    has(Concept.ABOUT);
                    return Optional.of(sessions(SessionField.TITLE, whole()));
                }
                has(Concept.ABOUT);
                return kinds()
                        ? Optional.empty()
                        : Optional.of(new OfPeople(
                                PersonField.ABOUT,
                                new People(people, List.of(), Set.of(), Set.of(), List.of(), null, null)));
            }
            if ((sees(Concept.TITLE) || trailingAbout()) && kinds()) {
                has(Concept.TITLE);
                var selection = whole();
                return programme.sessions().stream()
                                .anyMatch(session -> selection
                                                .kinds()
                                                .contains(session.kind().id())
                                        && session.kind().nature() == Kind.Nature.TALK)
                        ? Optional.of(sessions(SessionField.TITLE, selection))
                        : Optional.empty();
            }
            if (sees(Concept.CHANGE) && (kinds() || !people.isEmpty())) {
                has(Concept.NOT, Concept.ALSO);
                var selection = whole();
                return Optional.of(sessions(SessionField.CHANGED, selection.with(new Relation.Anytime())));
            }
            if (whether() || tagged()) {
                return yesOrNo(people, roles);
            }
            if (sees(Concept.END) && sees(Concept.ITPRONOUN) && !kinds() && people.isEmpty() && !sees(Concept.EVENT)) {
                return Optional.of(
                        sessions(SessionField.END, Selection.everything().with(new Relation.Now())));
            }
            if (sees(Concept.END) && marks.stream().allMatch(mark -> mark.is(Concept.END) || mark.is(Concept.WHEN))) {
                return Optional.of(sessions(SessionField.END, Selection.everything()));
            }
            if (sees(Concept.END)
                    && (kinds()
                            || !people.isEmpty()
                            || sees(Concept.EVENT, Concept.SCHEDULE, Concept.NOW, Concept.SESSION)
                            || timed())) {
                return Optional.of(sessions(SessionField.END, whole()));
            }
            if (sees(Concept.WHO, Concept.WHOIS) || !sees(Concept.WHEN, Concept.START, Concept.WHAT, Concept.LIST)) {
                var who = who(people, roles);
                if (who.isPresent()) {
                    return who;
                }
            }
            if (sees(Concept.WHEN, Concept.START, Concept.DATE)) {
                has(Concept.DATE);
                if (kinds()
                        || !people.isEmpty()
                        || !roles.isEmpty()
                        || timed()
                        || sees(Concept.SPEAK, Concept.SESSION)) {
                    return Optional.of(sessions(SessionField.WHEN, whole()));
                }
                return sees(Concept.EVENT, Concept.SCHEDULE, Concept.START) || zone() != null
                        ? Optional.of(sessions(
                                SessionField.WHEN, Selection.everything().withPlace(1)))
                        : Optional.empty();
            }
            if (roles.size() >= 1 && !kinds() && people.isEmpty() && !timed() && sees(Concept.LIST, Concept.WHAT)) {
                return Optional.of(whoHas(roles));
            }
            if (!people.isEmpty() && !kinds() && !timed() && !sees(Concept.SPEAK) && sees(Concept.WHAT)) {
                return Optional.of(new OfPeople(PersonField.WHO, People.of(people)));
            }
            if (kinds()
                    || !people.isEmpty()
                    || timed()
                    || !selection(marks).numbers().isEmpty() && sees(Concept.SESSION)) {
                has(Concept.HOWMANY);
                var selection = whole();
                var list = sees(Concept.LIST, Concept.SCHEDULE)
                        || marks.stream()
                                .anyMatch(mark ->
                                        mark.meaning() instanceof Meaning.OfKind(var _, var _, var plural) && plural);
                return Optional.of(sessions(list ? SessionField.LIST : SessionField.WHAT, selection));
            }
            if (sees(Concept.SCHEDULE)) {
                return Optional.of(sessions(SessionField.LIST, Selection.everything()));
            }
            return Optional.empty();
        }

        private boolean plural() {
            return words.stream()
                    .anyMatch(word -> word.text().endsWith("s") || word.text().equals("committee"));
        }

        private boolean trailingAbout() {
            return words.getLast().text().equals("about") && sees(Concept.WHAT);
        }

        private boolean institutionAsked() {
            if (sees(Concept.AFFILIATION)) {
                return true;
            }
            return sees(Concept.WHERE)
                    && (!people().isEmpty() || !roles(marks).isEmpty())
                    && words.stream().anyMatch(word -> word.text().matches("from|work|based"));
        }

        private Query stranger(String name, Mark mark) {
            var others = new ArrayList<>(marks);
            others.remove(mark);
            Query beside = null;
            var selection = selection(others.stream()
                    .filter(other -> !(other.meaning() instanceof Meaning.Unknown)
                            && !(other.meaning() instanceof Meaning.NoKind))
                    .toList());
            var few = selection.names()
                    && programme.sessions().stream()
                            .noneMatch(session -> session.kind().nature() == Kind.Nature.TALK
                                    && selection.kinds().contains(session.kind().id()));
            if (selection.relation() instanceof Relation.At || few) {
                beside = new OfSessions(SessionField.WHAT, selection, null);
            }
            used.addAll(DECISIVE);
            return new Query.Stranger(name, beside);
        }

        private Optional<Query> noSuchKind() {
            for (var mark : marks.reversed()) {
                if (mark.meaning() instanceof Meaning.NoKind(var kind)) {
                    has(Concept.NOT, Concept.WHERE, Concept.HOWLONG, Concept.HOWMANY, Concept.UNTIL, Concept.TITLE);
                    return Optional.of(new Query.NoSuchKind(kind));
                }
            }
            return Optional.empty();
        }

        private Optional<Query> clash() {
            has(Concept.MISS, Concept.CLASH, Concept.NOT);
            var at = index(marks, Concept.MISS, Concept.CLASH);
            var before = selection(marks.subList(0, at));
            var after = selection(marks.subList(at + 1, marks.size()));
            var missing = marks.get(at).is(Concept.MISS);
            if (missing && after.names() && !before.names()) {
                return Optional.of(sessions(SessionField.MISSED, after));
            }
            if (before.names() && after.names()) {
                return Optional.of(new Query.Clash(before.withPlace(0), after));
            }
            // "I want to see the panel and am in the second break: is there a clash?"
            var named = marks.stream()
                    .filter(mark -> mark.meaning() instanceof Meaning.OfKind
                            || mark.meaning() instanceof Meaning.Named
                            || mark.meaning() instanceof Meaning.Titled)
                    .toList();
            if (named.size() < 2) {
                return Optional.empty();
            }
            var split = marks.indexOf(named.get(1));
            while (split > 1
                    && marks.get(split - 1).meaning() instanceof Meaning.Idea(var idea)
                    && PLACES.containsKey(idea)) {
                split--;
            }
            return Optional.of(
                    new Query.Clash(selection(marks.subList(0, split)), selection(marks.subList(split, marks.size()))));
        }

        private Optional<Query> affiliation(List<String> people, List<Set<Role>> roles, Set<String> institutions) {
            if (!people.isEmpty()) {
                return Optional.of(new OfPeople(
                        institutions.isEmpty() ? PersonField.AFFILIATION : PersonField.WHETHER,
                        new People(people, List.of(), Set.of(), institutions, List.of(), null, null)));
            }
            if (!institutions.isEmpty()) {
                if (kinds() || sees(Concept.WHEN, Concept.START)) {
                    var who = new People(
                            List.of(),
                            List.of(),
                            Set.of(),
                            institutions,
                            List.of(),
                            selection(marks.stream()
                                    .filter(mark -> !(mark.meaning() instanceof Meaning.Institute))
                                    .toList()),
                            null);
                    return Optional.of(new OfPeople(PersonField.WHO, who));
                }
                return sees(Concept.WHO, Concept.WHOIS, Concept.PERSONWORD, Concept.SPEAK, Concept.LIST, Concept.WHAT)
                                || !roles.isEmpty()
                                || whether()
                        ? Optional.of(new OfPeople(
                                PersonField.WHO,
                                new People(List.of(), roles, Set.of(), institutions, List.of(), null, null)))
                        : Optional.empty();
            }
            if (sees(
                            Concept.FIRST,
                            Concept.LAST,
                            Concept.SECOND,
                            Concept.THIRD,
                            Concept.FOURTH,
                            Concept.FIFTH,
                            Concept.NOW,
                            Concept.NEXT)
                    || kinds()) {
                return Optional.of(new OfPeople(PersonField.AFFILIATION, People.onStage(whole())));
            }
            return roles.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new OfPeople(
                            PersonField.AFFILIATION,
                            new People(List.of(), roles, Set.of(), Set.of(), List.of(), null, null)));
        }

        private Optional<Query> where(List<String> people) {
            if (kinds() || !people.isEmpty() || timed() || sees(Concept.SPEAK, Concept.SESSION)) {
                return Optional.of(sessions(SessionField.WHERE, whole()));
            }
            return sees(Concept.EVENT, Concept.SCHEDULE, Concept.ITPRONOUN) || marks.size() <= 2
                    ? Optional.of(new Query.OfEvent(EventField.PLACE))
                    : Optional.empty();
        }

        private Optional<Query> except(List<Set<Role>> roles) {
            has(Concept.EXCEPT);
            var at = index(marks, Concept.EXCEPT);
            var kept = marks.subList(0, at);
            var left = marks.subList(at + 1, marks.size());
            var leftOut = selection(left);
            var keptRoles = roles(kept);
            var leftRoles = roles(left);
            if (!keptRoles.isEmpty() && !leftRoles.isEmpty()) {
                var not = new HashSet<Role>();
                leftRoles.forEach(not::addAll);
                return Optional.of(new OfPeople(
                        PersonField.WHO, new People(List.of(), keptRoles, not, Set.of(), List.of(), null, null)));
            }
            if (leftOut.kinds().isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(sessions(SessionField.LIST, selection(kept).without(leftOut.kinds())));
        }

        private Optional<Query> negative(List<Set<Role>> roles) {
            has(Concept.NOT);
            var at = index(marks, Concept.NOT);
            var keptRoles = roles(marks.subList(0, at));
            var leftRoles = roles(marks.subList(at + 1, marks.size()));
            if (!keptRoles.isEmpty() && !leftRoles.isEmpty()) {
                var not = new HashSet<Role>();
                leftRoles.forEach(not::addAll);
                return Optional.of(new OfPeople(
                        PersonField.WHO, new People(List.of(), keptRoles, not, Set.of(), List.of(), null, null)));
            }
            var leftOut = selection(marks.subList(at + 1, marks.size()));
            if (!keptRoles.isEmpty() && leftOut.names()) {
                return Optional.of(new OfPeople(
                        PersonField.WHO,
                        new People(List.of(), keptRoles, Set.of(), Set.of(), List.of(), null, leftOut)));
            }
            if (sees(Concept.MENTORSHIP)) {
                var selection = selection(marks);
                return Optional.of(sessions(
                        SessionField.LIST,
                        new Selection(
                                selection.kinds(),
                                selection.notKinds(),
                                selection.people(),
                                selection.ids(),
                                selection.numbers(),
                                selection.place(),
                                selection.part(),
                                selection.day(),
                                selection.spoken(),
                                false,
                                selection.relation())));
            }
            return Optional.empty();
        }

        private Optional<Query> yesOrNo(List<String> people, List<Set<Role>> roles) {
            negated();
            if (sees(Concept.START, Concept.END)
                    && people.isEmpty()
                    && !timedByClock()
                    && !sees(Concept.WHEN)
                    && (sees(Concept.EVENT, Concept.ITPRONOUN, Concept.SCHEDULE) || !kinds() && !sees(Concept.SPEAK))) {
                return Optional.of(sessions(SessionField.STARTED, Selection.everything()));
            }
            if (sees(Concept.START, Concept.END)
                    && (kinds() || !people.isEmpty())
                    && !timedByClock()
                    && !sees(Concept.WHEN, Concept.BEFORE, Concept.AFTER, Concept.BETWEEN)) {
                return Optional.of(sessions(SessionField.STARTED, selection(marks)));
            }
            if (!people.isEmpty() && !kinds() && !roles.isEmpty() && !timed()) {
                return Optional.of(new OfPeople(
                        PersonField.WHETHER, new People(people, roles, Set.of(), Set.of(), List.of(), null, null)));
            }
            if (sees(Concept.WHEN, Concept.WHO) && sees(Concept.WHEN) && (kinds() || !people.isEmpty())) {
                return Optional.of(sessions(SessionField.WHEN, whole()));
            }
            var placed = sees(Concept.FIRST, Concept.LAST) && !sees(Concept.SESSION, Concept.THING);
            if (kinds() || timed() && !placed || sees(Concept.SPEAK)) {
                return Optional.of(sessions(SessionField.WHETHER, whole()));
            }
            if (!roles.isEmpty() && people.isEmpty()) {
                return Optional.of(whoHas(roles));
            }
            return Optional.empty();
        }

        private boolean timedByClock() {
            return marks.stream().anyMatch(mark -> mark.meaning() instanceof Meaning.Clock);
        }

        private Query whoHas(List<Set<Role>> roles) {
            has(Concept.MODERATOR, Concept.CHAIR);
            return new OfPeople(
                    PersonField.WHO, new People(List.of(), roles, Set.of(), Set.of(), List.of(), null, null));
        }

        private Optional<Query> who(List<String> people, List<Set<Role>> roles) {
            has(Concept.ELSE);
            var speakerRoles = roles.stream()
                    .filter(group -> group.stream().anyMatch(role -> role != Role.MENTOR && role.onStage()))
                    .toList();
            if (!people.isEmpty() && !kinds() && !timed()) {
                return sees(Concept.WHEN)
                        ? Optional.empty()
                        : Optional.of(new OfPeople(
                                roles.isEmpty() || sees(Concept.WHO, Concept.WHOIS)
                                        ? PersonField.WHO
                                        : PersonField.WHETHER,
                                new People(people, List.of(), Set.of(), Set.of(), List.of(), null, null)));
            }
            if (roles.stream()
                    .anyMatch(group -> programme.people().stream()
                            .noneMatch(person -> group.stream().anyMatch(person::is)))) {
                return Optional.empty();
            }
            if (people.isEmpty()
                    && !roles.isEmpty()
                    && !timed()
                    && (!kinds() || sees(Concept.MENTORSHIP) && roles.contains(Set.of(Role.MENTOR)))) {
                return Optional.of(whoHas(roles));
            }
            if (!sees(Concept.WHO, Concept.WHOIS) && speakerRoles.isEmpty()) {
                return Optional.empty();
            }
            if (kinds() || timed() || sees(Concept.SPEAK) || !speakerRoles.isEmpty()) {
                var selection = whole();
                return Optional.of(sessions(
                        SessionField.WHO,
                        selection.names() && !sees(Concept.SPEAK)
                                        || selection.kinds().size() > 0
                                ? selection
                                : selection.withSpoken()));
            }
            return Optional.empty();
        }

        // --- follow-ups -----------------------------------------------------------------------------------------

        private boolean follows() {
            if (words.isEmpty()) {
                return false;
            }
            var first = words.getFirst().text();
            var marker = Set.of("and", "only", "no", "or", "but", "then", "ok", "also", "just")
                            .contains(first)
                    || startsWith("what", "about")
                    || startsWith("how", "about");
            var last = marks.isEmpty() ? null : marks.getLast();
            return marker
                    || last != null && (last.is(Concept.AFTER) || last.is(Concept.BEFORE))
                    || sees(Concept.HEPRONOUN)
                    || sees(Concept.ITPRONOUN) && !fullSubject()
                    || !subject();
        }

        private boolean startsWith(String... texts) {
            for (var index = 0; index < texts.length; index++) {
                if (words.size() <= index || !words.get(index).text().equals(texts[index])) {
                    return false;
                }
            }
            return true;
        }

        private boolean fullSubject() {
            return marks.stream()
                    .anyMatch(mark -> mark.meaning() instanceof Meaning.OfKind
                            || mark.meaning() instanceof Meaning.Named
                            || mark.meaning() instanceof Meaning.NoKind
                            || mark.meaning() instanceof Meaning.Unknown
                            || mark.meaning() instanceof Meaning.Titled
                            || mark.is(Concept.EVENT));
        }

        private Optional<Query> continued(Query context) {
            if (!noneUnexplained()
                    || marks.stream()
                            .anyMatch(mark -> mark.meaning() instanceof Meaning.NoKind
                                    || mark.meaning() instanceof Meaning.Unknown)) {
                return Optional.empty();
            }
            var person = sees(Concept.HEPRONOUN);
            if (fullSubject()
                    && !person
                    && (sees(PROJECTIONS.toArray(new Concept[0])) || sees(Concept.AFTER, Concept.BEFORE))) {
                return Optional.empty();
            }
            var added = whole();
            if (failed) {
                return Optional.empty();
            }
            var field = person && whether() && fullSubject() ? SessionField.WHETHER : field();
            var personal = personal();
            var query = switch (context) {
                case OfSessions(var before, var selection, var zone) -> {
                    var merged = merged(selection, added);
                    if (personal != null) {
                        yield Optional.<Query>of(new OfPeople(
                                personal,
                                merged.people().isEmpty() ? People.onStage(merged) : People.of(merged.people())));
                    }
                    var moved = merged.relation() instanceof Relation.After(Anchor.Sessions(var of), var neighbour)
                            && neighbour
                            && of.equals(selection);
                    yield Optional.<Query>of(new OfSessions(
                            field == null ? moved ? SessionField.WHAT : before : field,
                            merged,
                            zone() == null ? zone : zone()));
                }
                case OfPeople(var before, var people) -> {
                    var ids = people();
                    var next = ids.isEmpty() ? people : People.of(ids);
                    if (personal != null || field == null && !ids.isEmpty()) {
                        yield Optional.<Query>of(new OfPeople(personal == null ? before : personal, next));
                    }
                    if (field != null && !next.ids().isEmpty()) {
                        yield Optional.<Query>of(new OfSessions(
                                field, merged(Selection.everything().withPeople(next.ids()), added), zone()));
                    }
                    if (field != null && next.onStageIn() != null) {
                        yield Optional.<Query>of(new OfSessions(field, merged(next.onStageIn(), added), zone()));
                    }
                    yield Optional.<Query>empty();
                }
                case Query.Probably(var _, var inner) -> continued(inner);
                case Query.Stranger _,
                        Query.OfFact _,
                        Query.OfEvent _,
                        Query.Longer _,
                        Query.Clash _,
                        Query.NoSuchKind _ -> Optional.<Query>empty();
            };
            has(PROJECTIONS.toArray(new Concept[0]));
            if (words.getFirst().text().equals("no")) {
                has(Concept.NOT);
            }
            return valid() ? query : Optional.empty();
        }

        private @Nullable PersonField personal() {
            if (has(Concept.AFFILIATION)
                    || sees(Concept.WHERE)
                            && words.stream().anyMatch(word -> word.text().matches("from|work|based"))) {
                has(Concept.WHERE);
                return PersonField.AFFILIATION;
            }
            if (has(Concept.CONTACT)) {
                return PersonField.CONTACT;
            }
            if (sees(Concept.WHOIS)) {
                return PersonField.WHO;
            }
            return has(Concept.ABOUT) ? PersonField.ABOUT : null;
        }

        private @Nullable SessionField field() {
            if (has(Concept.UNTIL)) {
                return SessionField.UNTIL;
            }
            if (has(Concept.HOWLONG)) {
                return SessionField.HOW_LONG;
            }
            if (has(Concept.HOWMANY)) {
                return SessionField.HOW_MANY;
            }
            if (has(Concept.WHERE)) {
                return SessionField.WHERE;
            }
            if (has(Concept.TITLE)) {
                return SessionField.TITLE;
            }
            if (sees(Concept.END)) {
                return SessionField.END;
            }
            if (sees(Concept.WHO)) {
                return SessionField.WHO;
            }
            if (sees(Concept.WHEN, Concept.START)) {
                return SessionField.WHEN;
            }
            return null;
        }

        /// The selection of before with what the follow-up adds or replaces.
        private Selection merged(Selection before, Selection added) {
            var renewed = added.names();
            var samePerson = sees(Concept.HEPRONOUN) && added.people().isEmpty();
            switch (added.relation()) {
                case Relation.Next _
                when before.names() -> {
                    return added.with(new Relation.After(new Anchor.Sessions(before), true));
                }
                case Relation.Previous _
                when before.names() -> {
                    return added.with(new Relation.Before(new Anchor.Sessions(before), true));
                }
                case Relation.After(Anchor.Sessions(var of), var neighbour)
                when !of.names() -> {
                    return added.with(new Relation.After(new Anchor.Sessions(merged(before, of)), neighbour));
                }
                case Relation.Before(Anchor.Sessions(var of), var neighbour)
                when !of.names() -> {
                    return added.with(new Relation.Before(new Anchor.Sessions(merged(before, of)), neighbour));
                }
                case Relation.Anytime _,
                        Relation.Now _,
                        Relation.Next _,
                        Relation.ToCome _,
                        Relation.Previous _,
                        Relation.At _,
                        Relation.In _,
                        Relation.Before _,
                        Relation.After _,
                        Relation.Between _,
                        Relation.While _ -> {}
            }
            return new Selection(
                    renewed ? added.kinds() : before.kinds(),
                    before.notKinds(),
                    added.people().isEmpty() && (!renewed || samePerson) ? before.people() : added.people(),
                    renewed ? added.ids() : before.ids(),
                    added.numbers().isEmpty() && !renewed && added.place() == 0 ? before.numbers() : added.numbers(),
                    added.place() == 0 && !renewed ? before.place() : added.place(),
                    added.part() == null ? before.part() : added.part(),
                    added.day() == -1 ? before.day() : added.day(),
                    before.spoken() && !renewed || added.spoken(),
                    added.mentorship() == null && !renewed ? before.mentorship() : added.mentorship(),
                    added.relation() instanceof Relation.Anytime && !renewed ? before.relation() : added.relation());
        }
    }

    private static final Set<Concept> PROJECTIONS = Set.of(
            Concept.WHEN,
            Concept.WHERE,
            Concept.WHO,
            Concept.WHOIS,
            Concept.HOWLONG,
            Concept.HOWMANY,
            Concept.UNTIL,
            Concept.AFFILIATION,
            Concept.CONTACT,
            Concept.TITLE,
            Concept.END,
            Concept.START);
}
