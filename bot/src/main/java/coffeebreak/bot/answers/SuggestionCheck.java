package coffeebreak.bot.answers;

import coffeebreak.bot.answers.Query.Anchor;
import coffeebreak.bot.answers.Query.DayPart;
import coffeebreak.bot.answers.Query.People;
import coffeebreak.bot.answers.Query.Relation;
import coffeebreak.bot.answers.Query.Selection;
import coffeebreak.bot.answers.Suggestion.Asks;
import coffeebreak.bot.answers.Suggestion.Part;
import coffeebreak.bot.answers.Suggestion.Slot;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Role;
import coffeebreak.bot.programme.Session;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes a query of a suggestion whose every part is supported, and refuses all others as a whole; nothing is
/// repaired.
///
/// Supported means: the words it names stand in the question; its value is known to the programme; whatever the
/// rules recognize in the question (names, kinds, times, negations) is in the slot that claims those words; and no
/// word of the question is left over.
final class SuggestionCheck {

    /// So that one slot cannot claim a whole question for itself.
    private static final int MOST_WORDS = 6;

    private static final int MOST_SLOTS = 8;
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Pattern SMALL_NUMBER = Pattern.compile("[1-9]\\d{0,2}");

    private static final Set<Part> OF_SESSIONS = EnumSet.range(Part.KIND, Part.IN_ZONE);
    private static final Set<Part> RELATIONS = EnumSet.range(Part.AT, Part.TO);
    private static final Set<Part> OF_PEOPLE = EnumSet.of(
            Part.PERSON,
            Part.ROLE,
            Part.NOT_ROLE,
            Part.INSTITUTION,
            Part.COLLEAGUE_OF,
            Part.ON_STAGE_IN,
            Part.NOT_ON_STAGE_IN);
    private static final Set<Part> REPEATABLE =
            EnumSet.of(Part.KIND, Part.NOT_KIND, Part.PERSON, Part.SESSION, Part.ROLE, Part.NOT_ROLE, Part.INSTITUTION);
    private static final Set<Part> EARLIER = EnumSet.of(Part.BEFORE, Part.RIGHT_BEFORE, Part.PREVIOUS, Part.TO);
    private static final Set<Part> LATER = EnumSet.of(Part.AFTER, Part.RIGHT_AFTER, Part.NEXT, Part.TO_COME, Part.FROM);
    private static final Set<Part> LEFT_OUT = EnumSet.of(Part.NOT_KIND, Part.NOT_ROLE, Part.NOT_ON_STAGE_IN);
    private static final Set<Part> WITH_ROLES =
            EnumSet.of(Part.ROLE, Part.NOT_ROLE, Part.ON_STAGE_IN, Part.NOT_ON_STAGE_IN);

    /// What words that ask let a question ask for.
    private static final Map<Concept, Set<Asks>> ASKING = Map.ofEntries(
            Map.entry(Concept.WHEN, EnumSet.of(Asks.WHEN, Asks.ENDS, Asks.HOW_LONG_UNTIL, Asks.HAS_STARTED, Asks.FACT)),
            Map.entry(Concept.WHERE, EnumSet.of(Asks.WHERE, Asks.AFFILIATION, Asks.FACT)),
            Map.entry(
                    Concept.WHO,
                    EnumSet.of(
                            Asks.WHO,
                            Asks.WHO_IS_ON_STAGE,
                            Asks.AFFILIATION,
                            Asks.CONTACT,
                            Asks.WHETHER_ANY,
                            Asks.FACT)),
            Map.entry(Concept.WHOIS, EnumSet.of(Asks.WHO, Asks.WHO_IS_ON_STAGE, Asks.WORKS_ON, Asks.FACT)),
            Map.entry(
                    Concept.HOWLONG,
                    EnumSet.of(Asks.HOW_LONG, Asks.TOTAL_TIME, Asks.ENDS, Asks.HOW_LONG_UNTIL, Asks.FACT)),
            Map.entry(
                    Concept.HOWMANY,
                    EnumSet.of(
                            Asks.HOW_MANY_SESSIONS,
                            Asks.HOW_MANY_PEOPLE,
                            Asks.TOTAL_TIME,
                            Asks.HOW_LONG,
                            Asks.HOW_LONG_UNTIL,
                            Asks.DAYS_UNTIL,
                            Asks.FACT)),
            Map.entry(Concept.UNTIL, EnumSet.of(Asks.HOW_LONG_UNTIL, Asks.DAYS_UNTIL, Asks.ENDS)),
            Map.entry(Concept.REMAINING, EnumSet.of(Asks.ENDS, Asks.HOW_LONG_UNTIL, Asks.LIST, Asks.DAYS_UNTIL)),
            Map.entry(Concept.AFFILIATION, EnumSet.of(Asks.AFFILIATION, Asks.WHO, Asks.HOW_MANY_PEOPLE, Asks.FACT)),
            Map.entry(Concept.CONTACT, EnumSet.of(Asks.CONTACT, Asks.FACT)),
            Map.entry(Concept.TITLE, EnumSet.of(Asks.TITLE, Asks.FACT)),
            Map.entry(Concept.ABOUT, EnumSet.of(Asks.WORKS_ON, Asks.TITLE, Asks.WHO, Asks.FACT)),
            Map.entry(Concept.END, EnumSet.of(Asks.ENDS, Asks.HOW_LONG_UNTIL, Asks.HAS_STARTED, Asks.FACT)),
            Map.entry(Concept.DATE, EnumSet.of(Asks.WHEN, Asks.DAYS_UNTIL, Asks.FACT)),
            Map.entry(Concept.TOTAL, EnumSet.of(Asks.TOTAL_TIME, Asks.HOW_MANY_SESSIONS, Asks.HOW_MANY_PEOPLE)));

    /// In which parts words that select must be found again.
    private static final Map<Concept, Set<Part>> SELECTING = Map.ofEntries(
            Map.entry(Concept.NOT, LEFT_OUT),
            Map.entry(Concept.EXCEPT, LEFT_OUT),
            Map.entry(Concept.BEFORE, EARLIER),
            Map.entry(Concept.PREVIOUS, EARLIER),
            Map.entry(Concept.AFTER, LATER),
            Map.entry(Concept.NEXT, LATER),
            Map.entry(Concept.BETWEEN, EnumSet.of(Part.FROM, Part.TO)),
            Map.entry(Concept.WHILE, EnumSet.of(Part.DURING)),
            Map.entry(Concept.NOW, EnumSet.of(Part.NOW)),
            Map.entry(Concept.SAME, EnumSet.of(Part.COLLEAGUE_OF)),
            Map.entry(Concept.COLLEAGUE, EnumSet.of(Part.COLLEAGUE_OF)),
            Map.entry(Concept.MENTORSHIP, EnumSet.of(Part.MENTORSHIP)),
            Map.entry(Concept.MODERATOR, WITH_ROLES),
            Map.entry(Concept.CHAIR, WITH_ROLES),
            Map.entry(Concept.MENTOR, WITH_ROLES),
            Map.entry(Concept.ORGANIZER, WITH_ROLES),
            Map.entry(Concept.COMMITTEE, WITH_ROLES),
            Map.entry(Concept.PANELIST, WITH_ROLES),
            Map.entry(Concept.INVITEDSPEAKER, WITH_ROLES),
            Map.entry(Concept.KEYNOTESPEAKER, WITH_ROLES));

    /// What the form has no place for.
    private static final Set<Concept> BEYOND = EnumSet.of(
            Concept.LONGER,
            Concept.THAN,
            Concept.MISS,
            Concept.CLASH,
            Concept.TWICE,
            Concept.CHANGE,
            Concept.ELSE,
            Concept.YESTERDAY,
            Concept.GAP,
            Concept.HEPRONOUN);

    private static final Map<Concept, String> VALUES = Map.of(
            Concept.TODAY, "today",
            Concept.TOMORROW, "tomorrow",
            Concept.MORNING, "morning",
            Concept.AFTERNOON, "afternoon",
            Concept.EVENING, "evening");

    private final RuleReader rules;
    private final Programme programme;

    /// A slot and the words of the question it claims.
    private record Claim(@Nullable Slot slot, BitSet words) {}

    SuggestionCheck(RuleReader rules, Programme programme) {
        this.rules = rules;
        this.programme = programme;
    }

    /// Whether any suggestion could be accepted: not where somebody or something is named that the programme lacks.
    boolean worthAsking(List<Word> words) {
        return marks(words).stream()
                .noneMatch(mark -> mark.meaning() instanceof Meaning.Unknown
                        || mark.meaning() instanceof Meaning.NoKind
                        || mark.meaning() instanceof Meaning.Hinted
                        || mark.meaning() instanceof Meaning.Idea(var idea) && BEYOND.contains(idea));
    }

    /// What the rules recognize. Words of another language are not mended to English ones, and several of them in a
    /// row are no name of somebody unknown unless one has a capital.
    private List<Mark> marks(List<Word> words) {
        var linker = rules.linker(programme);
        if (!rules.foreign(words, programme)) {
            return linker.link(linker.mended(words));
        }
        return linker.link(words).stream()
                .map(mark -> mark.meaning() instanceof Meaning.Unknown(var name)
                                && words.subList(mark.from(), mark.to()).stream()
                                        .noneMatch(Word::capital)
                        ? new Mark(mark.from(), mark.to(), new Meaning.Unexplained(name))
                        : mark)
                .toList();
    }

    Optional<Query> query(String question, List<Word> words, Suggestion suggestion) {
        var slots = suggestion.slots();
        if (slots.size() > MOST_SLOTS
                || !slots.stream().allMatch(this::known)
                || Stream.of(Part.values()).anyMatch(part -> !REPEATABLE.contains(part) && count(slots, part) > 1)
                || contradict(slots)
                || !supported(question, words, suggestion)) {
            return Optional.empty();
        }
        return switch (suggestion.asks().about()) {
            case Suggestion.OfSessions(var field) ->
                slots.isEmpty() || !only(slots, OF_SESSIONS)
                        ? Optional.empty()
                        : selection(slots).map(selection -> new Query.OfSessions(field, selection, zone(slots)));
            case Suggestion.OfPeople(var field) ->
                slots.isEmpty() || !only(slots, OF_PEOPLE)
                        ? Optional.empty()
                        : Optional.of(new Query.OfPeople(field, people(slots)));
            case Suggestion.OfFact(var untilThen) ->
                slots.size() == 1 && only(slots, EnumSet.of(Part.FACT))
                        ? Optional.of(new Query.OfFact(slots.getFirst().value(), untilThen))
                        : Optional.empty();
            case Suggestion.OfNothing() -> Optional.empty();
        };
    }

    private static boolean only(List<Slot> slots, Set<Part> parts) {
        return slots.stream().allMatch(slot -> parts.contains(slot.part()));
    }

    private static long count(List<Slot> slots, Part part) {
        return slots.stream().filter(slot -> slot.part() == part).count();
    }

    /// Two places in time, or half of an interval.
    private static boolean contradict(List<Slot> slots) {
        var relations =
                slots.stream().filter(slot -> RELATIONS.contains(slot.part())).count();
        var ends = count(slots, Part.FROM) + count(slots, Part.TO);
        return ends == 0 ? relations > 1 : ends != 2 || relations != 2;
    }

    // --- what the programme knows ---------------------------------------------------------------------------------

    private boolean known(Slot slot) {
        var value = slot.value();
        return switch (slot.part()) {
            case KIND, NOT_KIND -> isKind(value);
            case PERSON, COLLEAGUE_OF -> programme.person(value).isPresent();
            case SESSION -> isSession(value);
            case ROOM -> isRoom(value);
            case NUMBER, IN_MINUTES -> SMALL_NUMBER.matcher(value).matches();
            case PLACE -> value.equals("-1") || value.matches("[1-9]\\d?");
            case PART_OF_DAY -> Set.of("morning", "afternoon", "evening").contains(value);
            case DAY ->
                Set.of("today", "tomorrow").contains(value)
                        || value.matches("[1-9]\\d?") && Integer.parseInt(value) <= programme.days();
            case MENTORSHIP -> Set.of("yes", "no").contains(value);
            case AT -> TIME.matcher(value).matches();
            case NOW, NEXT, TO_COME, PREVIOUS -> value.isEmpty();
            case BEFORE, RIGHT_BEFORE, AFTER, RIGHT_AFTER, DURING, FROM, TO ->
                isKind(value) || isSession(value) || TIME.matcher(value).matches();
            case IN_ZONE -> isZone(value);
            case ROLE, NOT_ROLE ->
                Arrays.stream(Role.values()).anyMatch(role -> role.id().equals(value));
            case INSTITUTION -> institutions().contains(value);
            case ON_STAGE_IN, NOT_ON_STAGE_IN -> isKind(value) || isSession(value);
            case FACT -> programme.facts().stream().anyMatch(fact -> fact.id().equals(value));
        };
    }

    private boolean isKind(String id) {
        return programme.sessions().stream()
                .anyMatch(session -> session.kind().id().equals(id));
    }

    private boolean isSession(String id) {
        return programme.sessions().stream()
                .anyMatch(session -> session.id().equals(id)
                        || session.parts().stream().anyMatch(part -> part.id().equals(id)));
    }

    private boolean isRoom(String name) {
        return programme.sessions().stream().anyMatch(session -> name.equals(session.room()));
    }

    private static boolean isZone(String id) {
        try {
            return id.contains("/")
                    && ZoneId.getAvailableZoneIds().contains(ZoneId.of(id).getId());
        } catch (DateTimeException wrong) {
            return false;
        }
    }

    private Set<String> institutions() {
        return programme.people().stream().flatMap(this::institutionsOf).collect(Collectors.toSet());
    }

    private Stream<String> institutionsOf(ProgrammePerson person) {
        return person.affiliations().stream().map(programme.institutions()::canonical);
    }

    // --- what the question says -----------------------------------------------------------------------------------

    private boolean supported(String question, List<Word> words, Suggestion suggestion) {
        var claims = new java.util.ArrayList<Claim>();
        var asking = claimed(question, words, suggestion.words());
        if (asking.isEmpty()) {
            return false;
        }
        claims.add(new Claim(null, asking));
        for (var slot : suggestion.slots()) {
            var claimed = claimed(question, words, slot.words());
            if (claimed.isEmpty()) {
                return false;
            }
            claims.add(new Claim(slot, claimed));
        }
        var marks = marks(words);
        var askable = marks.stream()
                .filter(mark -> mark.meaning() instanceof Meaning.Idea(var idea) && ASKING.containsKey(idea))
                .flatMap(mark -> mark.meaning() instanceof Meaning.Idea(var idea)
                        ? ASKING.getOrDefault(idea, Set.of()).stream()
                        : Stream.empty())
                .collect(Collectors.toSet());
        return (askable.isEmpty() || askable.contains(suggestion.asks()))
                && claims.stream().allMatch(claim -> named(claim, marks))
                && marks.stream().allMatch(mark -> explained(mark, claims));
    }

    /// Where in the question some words stand; empty where they do not.
    private static BitSet claimed(String question, List<Word> words, String span) {
        var claimed = new BitSet();
        var texts = words.stream().map(Word::text).toList();
        var sought = Normalizer.sentences(span).stream()
                .flatMap(sentence -> sentence.words().stream())
                .map(Word::text)
                .toList();
        if (!question.contains(span) || sought.isEmpty() || sought.size() > MOST_WORDS) {
            return claimed;
        }
        for (var from = 0; from + sought.size() <= texts.size(); from++) {
            if (texts.subList(from, from + sought.size()).equals(sought)) {
                claimed.set(from, from + sought.size());
            }
        }
        return claimed;
    }

    /// What people and institutions are called nobody can guess: a slot with one of them needs a name or a place
    /// the rules recognize, and one with a statement needs a word of the statement.
    private boolean named(Claim claim, List<Mark> marks) {
        var slot = claim.slot();
        if (slot == null) {
            return true;
        }
        return switch (slot.part()) {
            case PERSON, COLLEAGUE_OF, INSTITUTION ->
                marks.stream()
                        .filter(mark -> claim.words().nextClearBit(mark.from()) >= mark.to())
                        .anyMatch(mark -> mark.meaning() instanceof Meaning.Named
                                || mark.meaning() instanceof Meaning.Institute
                                || mark.meaning() instanceof Meaning.Zone);
            case FACT -> rules.facts(programme).shares(slot.value(), EntityLinker.wordsOf(slot.words()));
            case KIND,
                    NOT_KIND,
                    SESSION,
                    ROOM,
                    NUMBER,
                    PLACE,
                    PART_OF_DAY,
                    DAY,
                    MENTORSHIP,
                    AT,
                    NOW,
                    NEXT,
                    TO_COME,
                    PREVIOUS,
                    IN_MINUTES,
                    BEFORE,
                    RIGHT_BEFORE,
                    AFTER,
                    RIGHT_AFTER,
                    DURING,
                    FROM,
                    TO,
                    IN_ZONE,
                    ROLE,
                    NOT_ROLE,
                    ON_STAGE_IN,
                    NOT_ON_STAGE_IN -> true;
        };
    }

    private boolean explained(Mark mark, List<Claim> claims) {
        var covering = claims.stream()
                .filter(claim -> claim.words().nextClearBit(mark.from()) >= mark.to())
                .toList();
        var anywhere = new BitSet();
        claims.forEach(claim -> anywhere.or(claim.words()));
        var slots = covering.stream()
                .map(Claim::slot)
                .filter(java.util.Objects::nonNull)
                .map(java.util.Objects::requireNonNull)
                .toList();
        if (slots.stream().anyMatch(slot -> slot.part() == Part.FACT)) {
            return true;
        }
        return switch (mark.meaning()) {
            case Meaning.Unexplained _ -> anywhere.nextClearBit(mark.from()) >= mark.to();
            case Meaning.Idea(var idea) -> explained(idea, slots, !covering.isEmpty());
            case Meaning.Named(var people) ->
                slots.stream()
                        .anyMatch(slot -> isPerson(slot, people::contains)
                                || sessions(slot)
                                        .anyMatch(session -> programme.peopleOf(session).stream()
                                                .map(ProgrammePerson::id)
                                                .anyMatch(people::contains)));
            case Meaning.OfKind(var kinds, var _, var _) ->
                slots.stream()
                        .anyMatch(slot -> kinds.contains(slot.value())
                                || sessions(slot)
                                        .anyMatch(session ->
                                                kinds.contains(session.kind().id())));
            case Meaning.Titled(var ids) ->
                slots.stream()
                        .anyMatch(slot -> ids.contains(slot.value())
                                || sessions(slot).anyMatch(session -> ids.contains(session.id())));
            case Meaning.Room(var name) ->
                slots.stream()
                        .anyMatch(
                                slot -> slot.part() == Part.ROOM && slot.value().equals(name));
            case Meaning.Institute(var name) ->
                slots.stream()
                        .anyMatch(slot ->
                                slot.part() == Part.INSTITUTION && slot.value().equals(name)
                                        || isPerson(
                                                slot,
                                                id -> programme.person(id).stream()
                                                        .flatMap(this::institutionsOf)
                                                        .anyMatch(name::equals)));
            case Meaning.Clock(var time, var half) ->
                slots.stream().anyMatch(slot -> isTime(slot, time) || half && isTime(slot, time.plusHours(12)));
            case Meaning.Later(var duration) ->
                slots.stream()
                        .anyMatch(slot -> slot.part() == Part.IN_MINUTES
                                && slot.value().equals(Long.toString(duration.toMinutes())));
            case Meaning.Day(var index) ->
                slots.stream()
                        .anyMatch(
                                slot -> slot.part() == Part.DAY && slot.value().equals(Integer.toString(index + 1)));
            case Meaning.Number(var number) -> slots.stream().anyMatch(slot -> numbered(slot, number));
            // A city is a zone, and where an institution is.
            case Meaning.Zone(var zone) ->
                slots.stream()
                        .anyMatch(slot -> slot.part() == Part.INSTITUTION
                                || slot.part() == Part.PERSON
                                || slot.part() == Part.IN_ZONE && slot.value().equals(zone.getId()));
            case Meaning.Hinted _, Meaning.NoKind _, Meaning.Unknown _ -> false;
        };
    }

    private boolean explained(Concept idea, List<Slot> slots, boolean covered) {
        if (BEYOND.contains(idea)) {
            return false;
        }
        if (SELECTING.get(idea) instanceof Set<Part> parts) {
            return slots.stream()
                    .anyMatch(slot -> parts.contains(slot.part())
                            || isPerson(
                                    slot,
                                    id -> programme.person(id).stream()
                                            .anyMatch(person -> Marked.ROLES.getOrDefault(idea, Set.of()).stream()
                                                    .anyMatch(person::is))));
        }
        if (value(idea) instanceof String value) {
            return slots.stream()
                    .anyMatch(slot ->
                            slot.value().equals(value) || slot.part() == Part.SESSION && ordinal(slot.value(), value));
        }
        return covered || !Marked.DECISIVE.contains(idea);
    }

    /// How a slot writes what such a word means; null for words that are no values.
    private static @Nullable String value(Concept idea) {
        return Marked.PLACES.get(idea) instanceof Integer place ? String.valueOf(place) : VALUES.get(idea);
    }

    private static boolean isPerson(Slot slot, Predicate<String> id) {
        return (slot.part() == Part.PERSON || slot.part() == Part.COLLEAGUE_OF) && id.test(slot.value());
    }

    private static boolean isTime(Slot slot, LocalTime time) {
        return slot.value().equals(time.toString());
    }

    private boolean numbered(Slot slot, int number) {
        return slot.value().equals(Integer.toString(number))
                || isTime(slot, LocalTime.of(number % 24, 0))
                || number < 12 && isTime(slot, LocalTime.of(number + 12, 0))
                || sessions(slot)
                        .anyMatch(
                                session -> EntityLinker.wordsOf(session.title()).contains(Integer.toString(number)));
    }

    private boolean ordinal(String id, String value) {
        return programme.sessions().stream()
                .anyMatch(session -> session.id().equals(id)
                                && Integer.toString(session.ordinal()).equals(value)
                        || session.parts().stream()
                                .anyMatch(part -> part.id().equals(id)
                                        && Integer.toString(part.ordinal()).equals(value)));
    }

    /// The sessions of which a slot names one, or a part of one.
    private Stream<Session> sessions(Slot slot) {
        return programme.sessions().stream()
                .filter(session -> session.id().equals(slot.value())
                        || session.parts().stream().anyMatch(part -> part.id().equals(slot.value())));
    }

    // --- the query ------------------------------------------------------------------------------------------------

    private static Stream<String> values(List<Slot> slots, Part part) {
        return slots.stream().filter(slot -> slot.part() == part).map(Slot::value);
    }

    private static Optional<String> value(List<Slot> slots, Part part) {
        return values(slots, part).findFirst();
    }

    private static @Nullable ZoneId zone(List<Slot> slots) {
        return value(slots, Part.IN_ZONE).map(ZoneId::of).orElse(null);
    }

    private Optional<Selection> selection(List<Slot> slots) {
        var selection = new Selection(
                values(slots, Part.KIND).collect(Collectors.toSet()),
                values(slots, Part.NOT_KIND).collect(Collectors.toSet()),
                values(slots, Part.PERSON).distinct().toList(),
                values(slots, Part.SESSION).collect(Collectors.toSet()),
                values(slots, Part.ROOM).collect(Collectors.toSet()),
                values(slots, Part.NUMBER).map(Integer::valueOf).collect(Collectors.toSet()),
                value(slots, Part.PLACE).map(Integer::valueOf).orElse(0),
                value(slots, Part.PART_OF_DAY)
                        .map(value -> DayPart.valueOf(value.toUpperCase(Locale.ROOT)))
                        .orElse(null),
                value(slots, Part.DAY).map(SuggestionCheck::day).orElse(-1),
                false,
                value(slots, Part.MENTORSHIP).map("yes"::equals).orElse(null),
                relation(slots));
        // A question is never answered with the whole programme.
        return selection.isEverything() ? Optional.empty() : Optional.of(selection);
    }

    private static int day(String value) {
        return switch (value) {
            case "today" -> Evaluator.TODAY;
            case "tomorrow" -> Evaluator.TOMORROW;
            default -> Integer.parseInt(value) - 1;
        };
    }

    private Relation relation(List<Slot> slots) {
        if (value(slots, Part.FROM) instanceof Optional<String> from
                && from.isPresent()
                && value(slots, Part.TO) instanceof Optional<String> to
                && to.isPresent()) {
            return new Relation.Between(anchor(from.get()), anchor(to.get()));
        }
        for (var slot : slots) {
            switch (slot.part()) {
                case AT -> {
                    return new Relation.At(LocalTime.parse(slot.value()));
                }
                case NOW -> {
                    return new Relation.Now();
                }
                case NEXT -> {
                    return new Relation.Next();
                }
                case TO_COME -> {
                    return new Relation.ToCome();
                }
                case PREVIOUS -> {
                    return new Relation.Previous();
                }
                case IN_MINUTES -> {
                    return new Relation.In(Duration.ofMinutes(Long.parseLong(slot.value())));
                }
                case BEFORE, RIGHT_BEFORE -> {
                    return new Relation.Before(anchor(slot.value()), slot.part() == Part.RIGHT_BEFORE);
                }
                case AFTER, RIGHT_AFTER -> {
                    return new Relation.After(anchor(slot.value()), slot.part() == Part.RIGHT_AFTER);
                }
                case DURING -> {
                    return new Relation.While(anchor(slot.value()));
                }
                case KIND,
                        NOT_KIND,
                        PERSON,
                        SESSION,
                        ROOM,
                        NUMBER,
                        PLACE,
                        PART_OF_DAY,
                        DAY,
                        MENTORSHIP,
                        FROM,
                        TO,
                        IN_ZONE,
                        ROLE,
                        NOT_ROLE,
                        INSTITUTION,
                        COLLEAGUE_OF,
                        ON_STAGE_IN,
                        NOT_ON_STAGE_IN,
                        FACT -> {}
            }
        }
        return new Relation.Anytime();
    }

    private Anchor anchor(String value) {
        return TIME.matcher(value).matches()
                ? new Anchor.Time(LocalTime.parse(value))
                : new Anchor.Sessions(either(value));
    }

    /// The sessions of a kind, or the one of that id.
    private Selection either(String value) {
        return new Selection(
                isKind(value) ? Set.of(value) : Set.of(),
                Set.of(),
                List.of(),
                isKind(value) ? Set.of() : Set.of(value),
                Set.of(),
                Set.of(),
                0,
                null,
                -1,
                false,
                null,
                new Relation.Anytime());
    }

    private People people(List<Slot> slots) {
        return new People(
                values(slots, Part.PERSON).distinct().toList(),
                values(slots, Part.ROLE).distinct().map(SuggestionCheck::roles).toList(),
                new HashSet<>(values(slots, Part.NOT_ROLE)
                        .flatMap(value -> roles(value).stream())
                        .toList()),
                values(slots, Part.INSTITUTION).collect(Collectors.toSet()),
                values(slots, Part.COLLEAGUE_OF).toList(),
                value(slots, Part.ON_STAGE_IN).map(this::either).orElse(null),
                value(slots, Part.NOT_ON_STAGE_IN).map(this::either).orElse(null));
    }

    /// Whoever is called a speaker, whatever sort of speaker they are.
    private static Set<Role> roles(String id) {
        var role = Arrays.stream(Role.values())
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        return role == Role.SPEAKER ? Set.of(Role.SPEAKER, Role.INVITED_SPEAKER, Role.KEYNOTE_SPEAKER) : Set.of(role);
    }
}
