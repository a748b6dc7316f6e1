package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.Profile;
import coffeebreak.matching.Affinity;
import coffeebreak.matching.Conflict;
import coffeebreak.matching.Mentee;
import coffeebreak.matching.SeatMatcher;
import coffeebreak.matching.SeatProblem;
import coffeebreak.matching.Seating;
import coffeebreak.matching.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns profiles, mentors and what is seated already into a matching problem, and its answer into seats and queues.
/// Whoever
/// sits stays: a further round only fills what is free.
final class Matchmaker {

    private final SeatMatcher matcher;
    private final Affinities affinities;
    private final MatchingSettings settings;

    Matchmaker(SeatMatcher matcher, Affinities affinities, MatchingSettings settings) {
        this.matcher = matcher;
        this.affinities = affinities;
        this.settings = settings;
    }

    /// Every mentor in every break they hold a table in, in the order of the day.
    static List<MentorTable> tables(Programme programme, Mentors mentors) {
        var tables = new ArrayList<MentorTable>();
        for (var coffeeBreak : programme.breaks()) {
            for (var mentor : mentors.all()) {
                if (mentor.breaks().contains(coffeeBreak.id())) {
                    tables.add(new MentorTable(
                            mentor.id() + "@" + coffeeBreak.id(), mentor.id(), coffeeBreak.id(), mentor.seats()));
                }
            }
        }
        return tables;
    }

    Match match(
            Programme programme, Mentors mentors, List<Profile> profiles, SeatingPlan plan, NoticeIds ids, long seed) {
        var eligibility = new Eligibility(mentors, programme.institutions());
        var tables = tables(programme, mentors);
        var seeking = seeking(programme, eligibility, profiles, plan);
        var scores = scores(seeking, mentors);
        var problem = new SeatProblem(
                seeking.stream()
                        .map(seeker -> seeker.asMentee(settings, eligibility))
                        .toList(),
                tables.stream()
                        .map(table -> asTable(table, mentors, eligibility, plan))
                        .toList(),
                (Affinity) (mentee, table) -> OptionalDouble.of(
                        scores.getOrDefault(mentee.id(), Map.of()).getOrDefault(table.mentor(), 0.0)),
                conflicts(seeking, mentors, plan),
                List.of(),
                List.of(),
                List.of(),
                coffeebreak.matching.Rules.standard(),
                seed);
        var seating = matcher.match(problem);
        var people = seeking.stream().collect(Collectors.toMap(seeker -> seeker.id(), Seeker::profile));
        return new Match(
                tables,
                seats(seating, people, tables, mentors, ids, plan),
                standby(seating, people),
                seating,
                seeking.size());
    }

    private static List<Seeker> seeking(
            Programme programme, Eligibility eligibility, List<Profile> profiles, SeatingPlan plan) {
        var seekers = new ArrayList<Seeker>();
        for (var profile : profiles) {
            var taken = plan.takenBy(profile.person());
            if (!profile.seeking() || eligibility.asMentor(profile).isPresent()) {
                continue;
            }
            var breaks = new HashSet<>(profile.breaks());
            plan.everBy(profile.person()).stream()
                    .flatMap(seat -> plan.table(seat.table()).stream())
                    .map(MentorTable::coffeeBreak)
                    .forEach(breaks::remove);
            var known = programme.breaks().stream().map(Session::id).collect(Collectors.toSet());
            breaks.retainAll(known);
            var wanted = (profile.secondSeat() ? 2 : 1) - taken.size();
            if (wanted > 0 && !breaks.isEmpty()) {
                seekers.add(new Seeker(profile, breaks, wanted, !taken.isEmpty()));
            }
        }
        return seekers;
    }

    private static Table asTable(MentorTable table, Mentors mentors, Eligibility eligibility, SeatingPlan plan) {
        var mentor = mentors.byId(table.mentor()).orElseThrow();
        var free = Math.max(0, table.capacity() - plan.at(table).size());
        return new Table(table.id(), table.mentor(), table.coffeeBreak(), free, 0, eligibility.institutionsOf(mentor));
    }

    private static List<Conflict> conflicts(List<Seeker> seeking, Mentors mentors, SeatingPlan plan) {
        return seeking.stream()
                .flatMap(seeker -> plan.everBy(seeker.profile().person()).stream()
                        .flatMap(seat -> plan.table(seat.table()).stream())
                        .map(MentorTable::mentor)
                        .filter(mentor -> mentors.byId(mentor).isPresent())
                        .distinct()
                        .map(mentor -> new Conflict(seeker.id(), mentor)))
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

    private List<Seat> seats(
            Seating seating,
            Map<String, Profile> people,
            List<MentorTable> tables,
            Mentors mentors,
            NoticeIds ids,
            SeatingPlan plan) {
        var byId = tables.stream().collect(Collectors.toMap(MentorTable::id, table -> table));
        return seating.seats().stream()
                .map(seat -> {
                    var person = java.util.Objects.requireNonNull(people.get(seat.mentee()))
                            .person();
                    var table = java.util.Objects.requireNonNull(byId.get(seat.table()));
                    var mentor = mentors.byId(table.mentor()).orElseThrow();
                    return new Seat(
                            ids.id("seat", table.id(), person.id(), Long.toString(plan.version() + 1)),
                            person,
                            table.id(),
                            seat.affinity(),
                            affinities.reasons(person, mentor),
                            Seat.State.OFFERED);
                })
                .toList();
    }

    private static Map<String, List<Person>> standby(Seating seating, Map<String, Profile> people) {
        var places = new HashMap<String, List<Placed>>();
        for (var unseated : seating.unseated()) {
            unseated.standby()
                    .forEach((coffeeBreak, place) -> places.computeIfAbsent(coffeeBreak, any -> new ArrayList<>())
                            .add(new Placed(
                                    place,
                                    java.util.Objects.requireNonNull(people.get(unseated.mentee()))
                                            .person())));
        }
        var queues = new HashMap<String, List<Person>>();
        places.forEach((coffeeBreak, placed) -> queues.put(
                coffeeBreak,
                placed.stream()
                        .sorted(Comparator.comparingInt(Placed::place))
                        .map(Placed::person)
                        .toList()));
        return queues;
    }

    private record Placed(int place, Person person) {}

    private record Seeker(Profile profile, Set<String> breaks, int wanted, boolean seated) {
        String id() {
            return profile.person().id();
        }

        Mentee asMentee(MatchingSettings settings, Eligibility eligibility) {
            var tier = seated ? settings.tierOfSecondSeats() : settings.tier(profile);
            return new Mentee(id(), tier, wanted, breaks, eligibility.institutionsOf(profile));
        }
    }

    /// The matching's answer in the words of the bot.
    ///
    /// @param seats   the new seats
    /// @param standby per break who waits, first in line first
    /// @param asked   how many asked for a seat
    record Match(
            List<MentorTable> tables,
            List<Seat> seats,
            Map<String, List<Person>> standby,
            Seating seating,
            int asked) {}
}
