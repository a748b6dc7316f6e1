package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.Profile;
import coffeebreak.matching.Apart;
import coffeebreak.matching.Conflict;
import coffeebreak.matching.Mentee;
import coffeebreak.matching.Rules;
import coffeebreak.matching.SeatMatcher;
import coffeebreak.matching.SeatProblem;
import coffeebreak.matching.Seating;
import coffeebreak.matching.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Turns profiles, mentors and what is seated already into a matching problem, and its answer into seats and queues.
/// Whoever sits stays, unless they cannot sit there any more: a further round fills what is free.
final class Matchmaker {

    private final SeatMatcher matcher;
    private final Affinities affinities;
    private final MatchingSettings settings;

    Matchmaker(SeatMatcher matcher, Affinities affinities, MatchingSettings settings) {
        this.matcher = matcher;
        this.affinities = affinities;
        this.settings = settings;
    }

    /// Every mentor in every break they hold a table in and that has not begun, in the order of the day.
    static List<MentorTable> tables(World world) {
        var tables = new ArrayList<MentorTable>();
        for (var coffeeBreak : world.programme().breaks()) {
            for (var mentor : world.mentors().all()) {
                if (mentor.breaks().contains(coffeeBreak.id()) && !world.hasBegun(coffeeBreak.id())) {
                    tables.add(new MentorTable(
                            mentor.id() + "@" + coffeeBreak.id(),
                            mentor.id(),
                            coffeeBreak.id(),
                            mentor.seats(),
                            mentor.name()));
                }
            }
        }
        return tables;
    }

    /// The seats to come, but for locked ones, whose holders cannot sit there any more: by their sign-up they do not
    /// make the break or have come to work where the mentor works, or the mentor holds no table in it any more.
    static List<Seat> untenable(World world, SeatingPlan plan) {
        var eligibility = world.eligibility();
        return plan.tables().stream()
                .filter(table -> !world.hasBegun(table.coffeeBreak()))
                .flatMap(table -> plan.at(table).stream()
                        .filter(seat -> !plan.isLocked(seat))
                        .filter(seat -> world.profile(seat.mentee())
                                .filter(profile -> profile.seeking() && !eligibility.canStay(profile, table))
                                .isPresent()))
                .toList();
    }

    Match match(World world, List<Profile> profiles, SeatingPlan plan, long seed) {
        return match(world, profiles, plan, List.of(), seed);
    }

    /// @param plan without the seats that are left
    /// @param left seats whose holders come first, and get no more than they had
    Match match(World world, List<Profile> profiles, SeatingPlan plan, List<Seat> left, long seed) {
        var eligibility = world.eligibility();
        var tables = tables(world);
        var leaving = left.stream().collect(Collectors.groupingBy(Seat::mentee, Collectors.counting()));
        var seeking = seeking(world.programme(), eligibility, profiles, plan, leaving);
        var scores = scores(seeking, world.mentors());
        var seating = matcher.match(new SeatProblem(
                seeking.stream()
                        .map(seeker -> seeker.asMentee(settings, eligibility, leaving.keySet()))
                        .toList(),
                tables.stream()
                        .map(table -> asTable(table, world.mentors(), eligibility, plan))
                        .toList(),
                (mentee, table) -> world.welcome(new Person(mentee.id()), byId(tables, table.id()), plan)
                        ? OptionalDouble.of(
                                scores.getOrDefault(mentee.id(), Map.of()).getOrDefault(table.mentor(), 0.0))
                        : OptionalDouble.empty(),
                conflicts(seeking, eligibility, tables, plan),
                apart(seeking, world),
                List.of(),
                List.of(),
                Rules.standard(),
                seed));
        return new Match(
                tables,
                seats(seating, tables, world, plan),
                standby(seating),
                seeking.stream().map(Seeker::profile).toList(),
                unseated(seating),
                seating.proven());
    }

    private static List<Seeker> seeking(
            Programme programme,
            Eligibility eligibility,
            List<Profile> profiles,
            SeatingPlan plan,
            Map<Person, Long> leaving) {
        var known = programme.breaks().stream().map(Session::id).toList();
        var seekers = new ArrayList<Seeker>();
        for (var profile : profiles) {
            var breaks = eligibility.openBreaks(profile, plan);
            breaks.retainAll(known);
            var most = leaving.getOrDefault(profile.person(), Long.MAX_VALUE);
            var wanted = (int) Math.min(most, eligibility.seatsStillWanted(profile, plan));
            if (profile.seeking() && wanted > 0 && !breaks.isEmpty()) {
                var seated = !plan.takenBy(profile.person()).isEmpty();
                seekers.add(new Seeker(profile, breaks, wanted, seated));
            }
        }
        return seekers;
    }

    private static Table asTable(MentorTable table, Mentors mentors, Eligibility eligibility, SeatingPlan plan) {
        var mentor = mentors.byId(table.mentor()).orElseThrow();
        var free = Math.max(0, table.capacity() - plan.at(table).size());
        return new Table(table.id(), table.mentor(), table.coffeeBreak(), free, 0, eligibility.institutionsOf(mentor));
    }

    private static List<Conflict> conflicts(
            List<Seeker> seeking, Eligibility eligibility, List<MentorTable> tables, SeatingPlan plan) {
        var present = tables.stream().map(MentorTable::mentor).collect(Collectors.toSet());
        return seeking.stream()
                .flatMap(seeker -> eligibility.mentorsToAvoid(seeker.profile().person(), plan).stream()
                        .filter(present::contains)
                        .map(mentor -> new Conflict(seeker.id(), mentor)))
                .toList();
    }

    private static List<Apart> apart(List<Seeker> seeking, World world) {
        var apart = new ArrayList<Apart>();
        for (var one = 0; one < seeking.size(); one++) {
            for (var other = one + 1; other < seeking.size(); other++) {
                var first = seeking.get(one).profile().person();
                var second = seeking.get(other).profile().person();
                if (world.apart(first, second)) {
                    apart.add(new Apart(first.id(), second.id()));
                }
            }
        }
        return apart;
    }

    private static MentorTable byId(List<MentorTable> tables, String id) {
        return tables.stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Person> unseated(Seating seating) {
        return seating.unseated().stream()
                .map(unseated -> new Person(unseated.mentee()))
                .toList();
    }

    private Map<String, Map<String, Double>> scores(List<Seeker> seeking, Mentors mentors) {
        var rows = affinities.scores(
                seeking.stream().map(seeker -> seeker.profile().person()).toList(), mentors.all());
        var scores = new HashMap<String, Map<String, Double>>();
        for (var row = 0; row < rows.length; row++) {
            var byMentor = new HashMap<String, Double>();
            for (var column = 0; column < rows[row].length; column++) {
                byMentor.put(mentors.all().get(column).id(), rows[row][column]);
            }
            scores.put(seeking.get(row).id(), byMentor);
        }
        return scores;
    }

    private List<Seat> seats(Seating seating, List<MentorTable> tables, World world, SeatingPlan plan) {
        var byId = tables.stream().collect(Collectors.toMap(MentorTable::id, Function.identity()));
        return seating.seats().stream()
                .map(seat -> {
                    var person = new Person(seat.mentee());
                    var table = Objects.requireNonNull(byId.get(seat.table()));
                    var mentor = world.mentors().byId(table.mentor()).orElseThrow();
                    return Seat.given(
                            world.ids().of("seat", table.id(), person.id(), Long.toString(plan.version() + 1)),
                            person,
                            table.id(),
                            seat.affinity(),
                            affinities.reasons(person, mentor),
                            world.now());
                })
                .toList();
    }

    private static Map<String, List<Person>> standby(Seating seating) {
        var places = new HashMap<String, SortedMap<Integer, Person>>();
        for (var unseated : seating.unseated()) {
            unseated.standby()
                    .forEach((coffeeBreak, place) -> places.computeIfAbsent(coffeeBreak, _ -> new TreeMap<>())
                            .put(place, new Person(unseated.mentee())));
        }
        var queues = new HashMap<String, List<Person>>();
        places.forEach((coffeeBreak, queue) -> queues.put(coffeeBreak, List.copyOf(queue.values())));
        return queues;
    }

    private record Seeker(Profile profile, Set<String> breaks, int wanted, boolean seated) {
        String id() {
            return profile.person().id();
        }

        /// @param first who comes before everybody else
        Mentee asMentee(MatchingSettings settings, Eligibility eligibility, Set<Person> first) {
            var tier = seated ? settings.tierOfSecondSeats() : settings.tier(profile);
            var behind = first.isEmpty() ? tier : first.contains(profile.person()) ? 0 : tier + 1;
            return new Mentee(id(), behind, wanted, breaks, eligibility.institutionsOf(profile));
        }
    }

    /// The matching's answer in the words of the bot.
    ///
    /// @param seats    the new seats
    /// @param standby  per break who waits, first in line first
    /// @param asked    those who asked for a seat
    /// @param unseated those of them who got none
    /// @param proven   whether no better seating exists
    record Match(
            List<MentorTable> tables,
            List<Seat> seats,
            Map<String, List<Person>> standby,
            List<Profile> asked,
            List<Person> unseated,
            boolean proven) {

        MentorTable table(Seat seat) {
            return byId(tables, seat.table());
        }
    }
}
