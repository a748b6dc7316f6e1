package coffeebreak.bot.importing;

import coffeebreak.bot.importing.Remark.Kind;
import coffeebreak.bot.programme.Fact;
import coffeebreak.bot.programme.PersonName;
import coffeebreak.bot.programme.PersonName.Likeness;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Role;
import coffeebreak.bot.programme.Session;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A programme that was read, as it follows one that is in force: what is the same thing in both keeps its id,
/// since seats, reminders, cards and changes by hand refer to ids; and what the file does not speak of stays
/// as it is.
///
/// @param programme what would be in force
/// @param remarks   what was guessed on the way
public record Succession(Programme programme, List<Remark> remarks) {

    public Succession {
        remarks = List.copyOf(remarks);
    }

    /// @param inForce without the changes made by hand
    /// @param read    as a reader gives it
    /// @param whole   whether the file says all there is to say (our own format does), so that what it
    ///                leaves out is gone; a table or a calendar knows of no facts, topics or organizers
    public static Succession of(Programme inForce, Programme read, boolean whole) {
        return new Following(inForce, read, whole).succession();
    }

    private static final class Following {

        private final Programme before;
        private final Programme read;
        private final boolean whole;
        private final List<Remark> remarks = new ArrayList<>();
        /// Ids as read → ids as they stay.
        private final Map<String, ProgrammePerson> personBefore = new HashMap<>();
        private final Map<String, String> personIds = new HashMap<>();
        private final Map<Session, Session> sessionBefore = new LinkedHashMap<>();
        private final Set<String> sessionIds = new HashSet<>();

        Following(Programme before, Programme read, boolean whole) {
            this.before = before;
            this.read = read;
            this.whole = whole;
        }

        Succession succession() {
            matchPeople();
            matchSessions();
            var people = people();
            var sessions = sessions();
            var zone = read.zone() == null ? before.zone() : read.zone();
            var date = read.date() == null ? before.date() : read.date();
            var programme = new Programme(
                    whole ? read.name() : before.name(),
                    whole ? read.shortName() : before.shortName(),
                    before.version(),
                    whole ? read.tentative() : before.tentative(),
                    date,
                    zone,
                    read.place() == null && !whole ? before.place() : read.place(),
                    whole || !read.topics().isEmpty() ? read.topics() : before.topics(),
                    sessions,
                    people,
                    facts(),
                    whole ? before.institutions().with(read.institutions()) : before.institutions());
            return new Succession(programme, remarks);
        }

        // People.

        private void matchPeople() {
            var free = new ArrayList<>(before.people());
            if (whole) {
                match(
                        free,
                        (person, was) -> person.id().equals(was.id()) && likeness(person, was) != Likeness.DIFFERENT);
            }
            match(free, (person, was) -> likeness(person, was) == Likeness.SAME);
            match(free, (person, was) -> likeness(person, was) == Likeness.POSSIBLE)
                    .forEach((person, was) -> guessed(
                            "\"%s\" is taken for %s, who is known already.".formatted(person.name(), was.name())));
            var taken =
                    before.people().stream().map(ProgrammePerson::id).collect(Collectors.toCollection(HashSet::new));
            for (var person : read.people()) {
                var was = personBefore.get(person.id());
                personIds.put(person.id(), was == null ? unused(person.id(), taken) : was.id());
            }
        }

        /// Pairs of which each is the other's only one.
        private Map<ProgrammePerson, ProgrammePerson> match(
                List<ProgrammePerson> free, BiPredicate<ProgrammePerson, ProgrammePerson> same) {
            var open = read.people().stream()
                    .filter(person -> !personBefore.containsKey(person.id()))
                    .toList();
            var found = new LinkedHashMap<ProgrammePerson, ProgrammePerson>();
            for (var person : open) {
                var alike = free.stream().filter(was -> same.test(person, was)).toList();
                if (alike.size() == 1
                        && open.stream()
                                        .filter(other -> same.test(other, alike.getFirst()))
                                        .count()
                                == 1) {
                    found.put(person, alike.getFirst());
                }
            }
            found.forEach((person, was) -> {
                personBefore.put(person.id(), was);
                free.remove(was);
            });
            return found;
        }

        private static Likeness likeness(ProgrammePerson one, ProgrammePerson other) {
            return names(one)
                    .flatMap(name -> names(other).map(name::to))
                    .min(Comparator.naturalOrder())
                    .orElse(Likeness.DIFFERENT);
        }

        private static Stream<PersonName> names(ProgrammePerson person) {
            return Stream.concat(Stream.of(person.name()), person.aliases().stream())
                    .map(PersonName::of);
        }

        private List<ProgrammePerson> people() {
            var people = new ArrayList<ProgrammePerson>();
            for (var person : read.people()) {
                var id = Objects.requireNonNull(personIds.get(person.id()));
                var was = personBefore.get(person.id());
                people.add(
                        was == null || whole
                                ? new ProgrammePerson(
                                        id,
                                        person.name(),
                                        person.affiliations(),
                                        person.roles(),
                                        person.aliases(),
                                        person.email(),
                                        person.about(),
                                        person.hints())
                                : merged(was, person));
            }
            if (!whole) {
                before.people().stream()
                        .filter(was -> !personBefore.containsValue(was))
                        .filter(was -> was.roles().stream().anyMatch(role -> !role.onStage()))
                        .map(was -> with(was, was.affiliations(), offStage(was)))
                        .forEach(people::add);
            }
            return people;
        }

        /// Who is on stage the file says; whatever else is known of somebody stays.
        private ProgrammePerson merged(ProgrammePerson was, ProgrammePerson person) {
            var roles = offStage(was);
            person.roles().stream()
                    .filter(role -> role != Role.MENTOR || was.roles().stream().noneMatch(Role::onStage))
                    .forEach(roles::add);
            return with(was, says(was, person) ? person.affiliations() : was.affiliations(), roles);
        }

        /// Whether the file says where somebody is from, in more than another spelling.
        private boolean says(ProgrammePerson was, ProgrammePerson person) {
            return !person.affiliations().isEmpty()
                    && !before.institutions()
                            .allIn(person.affiliation())
                            .equals(before.institutions().allIn(was.affiliation()));
        }

        private static Set<Role> offStage(ProgrammePerson person) {
            var roles = EnumSet.noneOf(Role.class);
            person.roles().stream().filter(role -> !role.onStage()).forEach(roles::add);
            return roles;
        }

        private static ProgrammePerson with(ProgrammePerson person, List<String> affiliations, Set<Role> roles) {
            return new ProgrammePerson(
                    person.id(),
                    person.name(),
                    affiliations,
                    roles,
                    person.aliases(),
                    person.email(),
                    person.about(),
                    person.hints());
        }

        private List<Fact> facts() {
            if (whole) {
                return read.facts();
            }
            var facts = new ArrayList<>(before.facts());
            for (var fact : read.facts()) {
                facts.removeIf(known -> known.id().equals(fact.id()));
                facts.add(fact);
            }
            return facts;
        }

        // Sessions.

        private void matchSessions() {
            if (whole) {
                // Only an id that somebody chose says what a thing is; one made of a title is the title once more.
                matchOnly((session, was) -> session.id().equals(was.id())
                        && sameSort(session, was)
                        && !plain(session.title()).startsWith(session.id().replaceAll("-?\\d*$", "")));
            }
            for (var title : titles()) {
                inOrder(
                        open(session -> titleOf(session).equals(title)),
                        free(was -> titleOf(was).equals(title)),
                        Duration.ofDays(400));
            }
            matchOnly((session, was) -> sameSort(session, was)
                    && session.day() == was.day()
                    && session.start().equals(was.start()));
            matchOnly((session, was) -> sameSort(session, was)
                    && !on(session).isEmpty()
                    && staying(on(session)).equals(on(was)));
            inOrder(open(Session::mentorship), free(Session::mentorship), Duration.ofHours(2));
            var taken = before.sessions().stream().map(Session::id).collect(Collectors.toCollection(HashSet::new));
            sessionIds.addAll(taken);
        }

        /// The nature and the title: "COFFEE coffee break".
        private static String titleOf(Session session) {
            return session.kind().nature() + " " + plain(session.title());
        }

        private List<String> titles() {
            return read.sessions().stream().map(Following::titleOf).distinct().toList();
        }

        private static boolean sameSort(Session one, Session other) {
            return one.kind().nature() == other.kind().nature();
        }

        private static Set<String> on(Session session) {
            return Stream.concat(
                            session.people().stream(), session.parts().stream().flatMap(part -> part.people().stream()))
                    .collect(Collectors.toSet());
        }

        private Set<String> staying(Set<String> people) {
            return people.stream().map(id -> personIds.getOrDefault(id, id)).collect(Collectors.toSet());
        }

        private List<Session> open(java.util.function.Predicate<Session> which) {
            return read.sessions().stream()
                    .filter(session -> !sessionBefore.containsKey(session) && which.test(session))
                    .toList();
        }

        private List<Session> free(java.util.function.Predicate<Session> which) {
            return before.sessions().stream()
                    .filter(was -> !sessionBefore.containsValue(was) && which.test(was))
                    .toList();
        }

        /// Pairs of which each is the other's only one.
        private void matchOnly(BiPredicate<Session, Session> same) {
            var open = open(_ -> true);
            var free = free(_ -> true);
            var found = new LinkedHashMap<Session, Session>();
            for (var session : open) {
                var alike = free.stream().filter(was -> same.test(session, was)).toList();
                if (alike.size() == 1
                        && open.stream()
                                        .filter(other -> same.test(other, alike.getFirst()))
                                        .count()
                                == 1) {
                    found.put(session, alike.getFirst());
                }
            }
            sessionBefore.putAll(found);
        }

        /// Things that look alike, such as two coffee breaks, are told apart by their order and their times:
        /// as many as there are in both are the same, in order, with the least moving.
        ///
        /// @param furthest what moved by more is something else
        private void inOrder(List<Session> open, List<Session> free, Duration furthest) {
            if (open.isEmpty() || free.isEmpty()) {
                return;
            }
            var less = Math.min(open.size(), free.size());
            var cost = new long[open.size() + 1][free.size() + 1][less + 1];
            for (var table : cost) {
                for (var row : table) {
                    java.util.Arrays.fill(row, 1, row.length, Long.MAX_VALUE / 2);
                }
            }
            for (var i = 1; i <= open.size(); i++) {
                for (var j = 1; j <= free.size(); j++) {
                    for (var pairs = 1; pairs <= less; pairs++) {
                        cost[i][j][pairs] = Math.min(
                                Math.min(cost[i - 1][j][pairs], cost[i][j - 1][pairs]),
                                cost[i - 1][j - 1][pairs - 1] + moved(open.get(i - 1), free.get(j - 1)));
                    }
                }
            }
            var i = open.size();
            var j = free.size();
            for (var pairs = less; pairs > 0; ) {
                if (cost[i][j][pairs] == cost[i - 1][j][pairs]) {
                    i--;
                } else if (cost[i][j][pairs] == cost[i][j - 1][pairs]) {
                    j--;
                } else {
                    i--;
                    j--;
                    pairs--;
                    if (moved(open.get(i), free.get(j)) <= furthest.toMinutes()) {
                        sessionBefore.put(open.get(i), free.get(j));
                    }
                }
            }
        }

        /// In minutes.
        private static long moved(Session one, Session other) {
            return Math.abs((one.day() - other.day()) * 1_440L
                    + (one.start().toSecondOfDay() - other.start().toSecondOfDay()) / 60);
        }

        private List<Session> sessions() {
            var ordinals = new HashMap<String, Integer>();
            return read.sessions().stream()
                    .map(session -> {
                        var was = sessionBefore.get(session);
                        var kind = was == null || whole ? session.kind() : was.kind();
                        return new Session(
                                was == null ? unused(session.id(), sessionIds) : was.id(),
                                session.title(),
                                kind,
                                session.day(),
                                session.start(),
                                session.end(),
                                session.endInferred(),
                                ordinals.merge(kind.id(), 1, Integer::sum),
                                staying(session.people()),
                                parts(session, was),
                                mentorship(session, was),
                                unlessSaid(session.room(), was, Session::room),
                                unlessSaid(session.talkTitle(), was, Session::talkTitle),
                                unlessSaid(session.note(), was, Session::note));
                    })
                    .toList();
        }

        /// Which breaks are for mentoring a table only guesses.
        private boolean mentorship(Session session, @Nullable Session was) {
            return was == null || whole ? session.mentorship() : was.mentorship();
        }

        private @Nullable String unlessSaid(
                @Nullable String said,
                @Nullable Session was,
                java.util.function.Function<Session, @Nullable String> old) {
            return said != null || was == null || whole ? said : old.apply(was);
        }

        private List<Session.Part> parts(Session session, @Nullable Session was) {
            if (session.parts().isEmpty()
                    && was != null
                    && !whole
                    && session.start().equals(was.start())) {
                return was.parts();
            }
            return session.parts().stream()
                    .map(part -> new Session.Part(
                            Optional.ofNullable(was).stream()
                                    .flatMap(known -> known.parts().stream())
                                    .filter(known -> plain(known.title()).equals(plain(part.title())))
                                    .map(Session.Part::id)
                                    .findFirst()
                                    .orElseGet(() -> unused(part.id(), sessionIds)),
                            part.title(),
                            part.start(),
                            part.startInferred(),
                            part.end(),
                            part.endInferred(),
                            part.ordinal(),
                            staying(part.people()),
                            part.talkTitle()))
                    .toList();
        }

        private List<String> staying(List<String> people) {
            return people.stream().map(id -> personIds.getOrDefault(id, id)).toList();
        }

        /// An id nothing else has or had: what refers to something that is gone must not come to mean another.
        private static String unused(String id, Set<String> taken) {
            var free = id;
            for (var number = 2; !taken.add(free); number++) {
                free = id + "-" + number;
            }
            return free;
        }

        private static String plain(String title) {
            return Normalizer.normalize(title, Normalizer.Form.NFKD)
                    .replaceAll("\\p{M}+", "")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}]+", "-")
                    .replaceAll("^-|-$", "");
        }

        private void guessed(String what) {
            remarks.add(new Remark(0, "", Kind.GUESSED, what));
        }
    }
}
