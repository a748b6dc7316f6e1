package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.signup.Profile;
import coffeebreak.matching.Apart;
import coffeebreak.matching.Mentee;
import coffeebreak.matching.Rules;
import coffeebreak.matching.Seat;
import coffeebreak.matching.SeatMatcher;
import coffeebreak.matching.SeatProblem;
import coffeebreak.matching.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Measures a plan: the same people, as many seats for each, the same tables, the same rules; seated by chance, and
/// seated as well as can be.
final class Yardstick {

    private static final int DRAWN = 200;

    private final SeatMatcher matcher;
    private final Affinities affinities;

    Yardstick(SeatMatcher matcher, Affinities affinities) {
        this.matcher = matcher;
        this.affinities = affinities;
    }

    /// @param seed of the seatings that are drawn: the same plan and seed give the same figures
    /// @return empty when nobody sits with a mentor whom the roster knows
    Optional<Compared> measure(World world, SeatingPlan plan, long seed) {
        var tables = plan.tables().stream()
                .filter(table -> world.mentors().byId(table.mentor()).isPresent())
                .map(table ->
                        table.with(Math.max(table.capacity(), plan.at(table).size()), table.host()))
                .filter(table -> table.capacity() > 0)
                .toList();
        var guests = guests(world, plan, tables);
        if (guests.isEmpty()) {
            return Optional.empty();
        }
        var scores = scores(world, guests);
        var seats = guests.stream()
                .flatMap(guest -> guest.mentors().stream().map(mentor -> scores.of(guest.person(), mentor)))
                .toList();
        var byChance = new ArrayList<Double>();
        var random = new SplittableRandom(seed);
        for (var draw = 0; draw < DRAWN; draw++) {
            byChance.addAll(drawn(guests, scores, random));
        }
        return Optional.of(new Compared(seats, byChance, DRAWN, optimum(world, guests, tables, scores, seed)));
    }

    /// Whoever is expected at a mentor's table, with the mentors they sit with.
    private static List<Guest> guests(World world, SeatingPlan plan, List<MentorTable> tables) {
        var mentors = new LinkedHashMap<Person, List<String>>();
        plan.seats().stream()
                .filter(seat -> seat.state().expected())
                .forEach(seat -> plan.table(seat.table())
                        .filter(table -> world.mentors().byId(table.mentor()).isPresent())
                        .ifPresent(table -> mentors.computeIfAbsent(seat.mentee(), _ -> new ArrayList<>())
                                .add(table.mentor())));
        var guests = new ArrayList<Guest>();
        mentors.forEach((person, with) -> world.profile(person)
                .ifPresent(profile -> guests.add(new Guest(
                        profile,
                        List.copyOf(with),
                        tables.stream()
                                .filter(table -> mayMeet(world, profile, table))
                                .toList(),
                        mentors.keySet().stream()
                                .filter(other -> world.apart(person, other))
                                .collect(Collectors.toSet())))));
        return guests;
    }

    private Scores scores(World world, List<Guest> guests) {
        var rows = affinities.scores(
                guests.stream().map(Guest::person).toList(), world.mentors().all());
        var byPerson = new HashMap<Person, Map<String, Double>>();
        for (var row = 0; row < rows.length; row++) {
            var byMentor = new HashMap<String, Double>();
            for (var column = 0; column < rows[row].length; column++) {
                byMentor.put(world.mentors().all().get(column).id(), rows[row][column]);
            }
            byPerson.put(guests.get(row).person(), byMentor);
        }
        return new Scores(byPerson);
    }

    /// One seating by chance: whoever's turn it is takes any table that the rules allow. Somebody for whom nothing is
    /// left then has no seat, and does not count.
    private static List<Double> drawn(List<Guest> guests, Scores scores, RandomGenerator random) {
        var turns = new ArrayList<Guest>();
        guests.forEach(guest -> turns.addAll(Collections.nCopies(guest.mentors().size(), guest)));
        shuffle(turns, random);
        var at = new HashMap<String, List<Person>>();
        var breaks = new HashMap<Person, Set<String>>();
        var met = new HashMap<Person, Set<String>>();
        var seats = new ArrayList<Double>();
        for (var guest : turns) {
            var person = guest.person();
            var taken = breaks.computeIfAbsent(person, _ -> new HashSet<>());
            var known = met.computeIfAbsent(person, _ -> new HashSet<>());
            var open = guest.tables().stream()
                    .filter(table -> !taken.contains(table.coffeeBreak()) && !known.contains(table.mentor()))
                    .filter(table -> {
                        var there = at.getOrDefault(table.id(), List.of());
                        return there.size() < table.capacity() && there.stream().noneMatch(guest.apart()::contains);
                    })
                    .toList();
            if (!open.isEmpty()) {
                var table = open.get(random.nextInt(open.size()));
                taken.add(table.coffeeBreak());
                known.add(table.mentor());
                at.computeIfAbsent(table.id(), _ -> new ArrayList<>()).add(person);
                seats.add(scores.of(person, table.mentor()));
            }
        }
        return seats;
    }

    private static void shuffle(List<Guest> turns, RandomGenerator random) {
        for (var last = turns.size() - 1; last > 0; last--) {
            Collections.swap(turns, last, random.nextInt(last + 1));
        }
    }

    /// Whether the rules allow the two to meet at all, whoever else is there.
    private static boolean mayMeet(World world, Profile profile, MentorTable table) {
        var person = profile.person();
        var eligibility = world.eligibility();
        return profile.breaks().contains(table.coffeeBreak())
                && world.mentors()
                        .byPerson(person)
                        .filter(self -> self.breaks().contains(table.coffeeBreak()))
                        .isEmpty()
                && world.mentors()
                        .byId(table.mentor())
                        .filter(mentor -> !person.equals(mentor.person())
                                && !world.apart(person, mentor)
                                && Collections.disjoint(
                                        eligibility.institutionsOf(mentor), eligibility.institutionsOf(profile)))
                        .isPresent();
    }

    private double optimum(World world, List<Guest> guests, List<MentorTable> tables, Scores scores, long seed) {
        var byId = new HashMap<String, MentorTable>();
        tables.forEach(table -> byId.put(table.id(), table));
        var byPerson = new HashMap<String, Guest>();
        guests.forEach(guest -> byPerson.put(guest.person().id(), guest));
        var seating = matcher.match(new SeatProblem(
                guests.stream()
                        .map(guest -> new Mentee(
                                guest.person().id(),
                                0,
                                guest.mentors().size(),
                                guest.profile().breaks(),
                                world.eligibility().institutionsOf(guest.profile())))
                        .toList(),
                tables.stream()
                        .map(table -> new Table(
                                table.id(),
                                table.mentor(),
                                table.coffeeBreak(),
                                table.capacity(),
                                0,
                                world.mentors()
                                        .byId(table.mentor())
                                        .map(world.eligibility()::institutionsOf)
                                        .orElseGet(Set::of)))
                        .toList(),
                (mentee, table) -> {
                    var guest = byPerson.get(mentee.id());
                    var where = byId.get(table.id());
                    return guest != null && where != null && guest.tables().contains(where)
                            ? OptionalDouble.of(scores.of(guest.person(), where.mentor()))
                            : OptionalDouble.empty();
                },
                List.of(),
                apart(guests),
                List.of(),
                List.of(),
                Rules.standard(),
                seed));
        return seating.seats().stream().mapToDouble(Seat::affinity).average().orElse(0);
    }

    private static List<Apart> apart(List<Guest> guests) {
        var apart = new ArrayList<Apart>();
        for (var guest : guests) {
            guest.apart().stream()
                    .map(Person::id)
                    .filter(other -> guest.person().id().compareTo(other) < 0)
                    .forEach(other -> apart.add(new Apart(guest.person().id(), other)));
        }
        return apart;
    }

    /// @param mentors ids of those they sit with
    /// @param tables  those the rules allow, whoever else is there
    /// @param apart   with whom they must not share a table
    private record Guest(Profile profile, List<String> mentors, List<MentorTable> tables, Set<Person> apart) {
        Person person() {
            return profile.person();
        }
    }

    private record Scores(Map<Person, Map<String, Double>> byPerson) {
        double of(Person person, String mentor) {
            return byPerson.getOrDefault(person, Map.of()).getOrDefault(mentor, 0.0);
        }
    }
}
