package coffeebreak.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What there is to fall back on when nobody waits for the best.
class GreedyTest {

    @Test
    void currentSeatsComeFirstThenTiersThenAffinities() {
        var mentees = List.of(
                new Mentee("ana", 1, 1, Set.of(), Set.of()),
                new Mentee("bo", 0, 1, Set.of(), Set.of()),
                new Mentee("cy", 0, 1, Set.of(), Set.of()),
                new Mentee("dee", 2, 1, Set.of(), Set.of()));
        var problem = SeatProblem.of(
                mentees,
                List.of(Table.of("t1", "kempe", 2)),
                (mentee, table) -> OptionalDouble.of(mentee.id().equals("cy") ? 0.2 : 0.1));

        assertThat(seats(problem.withCurrent(List.of(new Place("dee", "t1"))))).containsExactly("cy t1", "dee t1");
        assertThat(seats(problem)).containsExactly("bo t1", "cy t1");
    }

    @Test
    void whoeverWantsSeveralSeatsHasThemWhereThereIsRoom() {
        var problem = SeatProblem.of(
                List.of(new Mentee("ana", 0, 3, Set.of(), Set.of())),
                List.of(Table.of("t1", "kempe", 1), Table.of("t2", "cohen", 1), Table.of("t3", "wolf", 1)),
                (mentee, table) -> OptionalDouble.of(0.5));

        assertThat(seats(problem)).containsExactly("ana t1", "ana t2", "ana t3");
    }

    /// Nobody who could take one more seat is left without it: the order is what a plain sort of objects gives.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void withoutRulesItIsFirstComeFirstServedInTheOrderOfAPlainSort(int run) {
        for (long seed = run * 50L; seed < (run + 1) * 50L; seed++) {
            var random = new Random(seed);
            var mentees = IntStream.range(0, 30)
                    .mapToObj(m -> new Mentee("m" + m, random.nextInt(2), 1, Set.of(), Set.of()))
                    .toList();
            var tables = IntStream.range(0, 4)
                    .mapToObj(t -> Table.of("t" + t, "k" + t, random.nextInt(6)))
                    .toList();
            var scores = new TreeMap<Place, Double>();
            mentees.forEach(mentee ->
                    tables.forEach(table -> scores.put(new Place(mentee.id(), table.id()), random.nextInt(6) / 5.0)));
            var problem = SeatProblem.of(
                            mentees,
                            tables,
                            (mentee, table) ->
                                    OptionalDouble.of(scores.getOrDefault(new Place(mentee.id(), table.id()), 0.0)))
                    .withSeed(seed);
            var draws = new Lottery(seed);
            var tiers = new TreeMap<String, Integer>();
            mentees.forEach(mentee -> tiers.put(mentee.id(), mentee.tier()));
            var order = new ArrayList<>(scores.keySet());
            order.sort(java.util.Comparator.<Place>comparingInt(place -> tiers.get(place.mentee()))
                    .thenComparing(place -> -scores.getOrDefault(place, 0.0))
                    .thenComparing(place -> -draws.of(place.mentee(), place.table())));
            var room = new TreeMap<String, Integer>();
            tables.forEach(table -> room.put(table.id(), table.capacity()));
            var seated = new TreeMap<String, String>();
            for (var place : order) {
                if (!seated.containsKey(place.mentee()) && room.getOrDefault(place.table(), 0) > 0) {
                    seated.put(place.mentee(), place.table());
                    room.merge(place.table(), -1, Integer::sum);
                }
            }

            assertThat(seats(problem))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(seated.entrySet().stream()
                            .map(seat -> seat.getKey() + " " + seat.getValue())
                            .sorted()
                            .toList());
        }
    }

    /// The first answer the matcher offers.
    private static List<String> seats(SeatProblem problem) {
        var offered = new ArrayList<Seating>();
        new SeatMatcher().match(problem, new Watch<>() {
            @Override
            public void step(String what) {}

            @Override
            public void found(Supplier<Seating> bestSoFar) {
                if (offered.isEmpty()) {
                    offered.add(bestSoFar.get());
                }
            }
        });
        assertThat(offered.getFirst().proven()).isFalse();
        return offered.getFirst().seats().stream()
                .map(seat -> seat.mentee() + " " + seat.table())
                .toList();
    }
}
