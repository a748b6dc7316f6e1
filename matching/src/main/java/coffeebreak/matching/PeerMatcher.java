package coffeebreak.matching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Seats peers in pairs or small groups, in several rounds in which nobody meets the same person twice. In this order:
///
/// 1. fewest people are left over, all rounds together;
/// 2. groups have the size asked for: as few as possible one more or one less, and two only where three are impossible;
/// 3. most groups have a host, where there are hosts;
/// 4. the total affinity of all pairs within groups is as large as can be.
///
/// With one round of pairs that is a maximum-weight matching, exact. Everything else is hard in general (three rounds
/// of pairs colour the edges of a cubic graph, groups of three are three-dimensional matching), so there is a search
/// over large neighbourhoods, a bound that says how far from the best it can be at most, and an exact programme for
/// what is small. Safe to share between threads: it keeps nothing.
public final class PeerMatcher {
    /// Groups that are listed one by one; where there are more, only those of people who like each other most.
    private static final int LISTED = 300_000;

    private static final int LIKELY = 60_000;
    /// Groups with which it is also proven that nobody need be left over, and the like.
    private static final int SETTLED = 2_000;

    private final Duration limit;

    /// Gives up proving after a minute for each integer programme.
    public PeerMatcher() {
        this(Duration.ofSeconds(60));
    }

    /// @param limit how long one integer programme may take
    public PeerMatcher(Duration limit) {
        this.limit = limit;
    }

    /// The best groups found. Same problem in, same groups out, whatever the order of the rows.
    ///
    /// @throws InvalidProblem naming everything that is wrong with the problem
    public PeerSeating match(PeerProblem problem) {
        return match(problem, Watch.none());
    }

    /// The same, followed by somebody: told of each step, and of answers to fall back on.
    ///
    /// @throws InvalidProblem naming everything that is wrong with the problem
    public PeerSeating match(PeerProblem problem, Watch<PeerSeating> watch) {
        watch.step("reading %,d people and %,d pairs"
                .formatted(problem.people().size(), problem.pairs().size()));
        var model = new PeerModel(problem);
        return new Work(model, watch).answer();
    }

    /// One problem on its way to its answer.
    private final class Work {
        private final PeerModel model;
        private final Watch<PeerSeating> watch;
        private final PeerStart start;
        private final PeerSearch search;
        private PeerRounds best;
        private double bound;
        /// Whether all groups were listed.
        private boolean all;

        Work(PeerModel model, Watch<PeerSeating> watch) {
            this.model = model;
            this.watch = watch;
            this.start = new PeerStart(model);
            this.search = new PeerSearch(model, start);
            this.bound = new PeerBound(model).trivial();
            watch.found(() -> start.hasty().answer(bound, false));
            watch.step("first groups of %,d people".formatted(model.people));
            this.best = start.rounds();
        }

        PeerSeating answer() {
            offer();
            boolean settled = levelsEvident() || levels();
            if (settled && model.size == 2 && best.score.penalty() == 0 && model.rounds == 1) {
                // The matching is the largest, and of these the heaviest.
                return best.answer(0, true);
            }
            watch.step("bounding the total and improving it");
            var groups = groups();
            if (model.largest > 2 && groups.stream().anyMatch(group -> group.length > 2)) {
                improve();
            }
            var found = new PeerProgramme(model, groups, limit).best(model::affinity, 3, best);
            found.rounds().ifPresent(this::take);
            if (settled && all) {
                bound = Math.min(bound, found.bound());
                return best.answer(found.proven() ? 0 : bound, found.proven());
            }
            bound = Math.min(bound, new PeerBound(model).ofPairs(best.score));
            return best.answer(bound, false);
        }

        /// The groups an answer as good as the best so far may hold.
        private List<int[]> groups() {
            var sizes = best.score.penalty() == 0
                    ? List.of(model.size)
                    : IntStream.rangeClosed(2, model.largest).boxed().toList();
            var listed = Cliques.of(model, sizes, _ -> true, sizes.equals(List.of(2)) ? Integer.MAX_VALUE : LISTED);
            all = listed.isPresent();
            for (int liked = 24; listed.isEmpty(); liked = liked * 2 / 3) {
                var likely = liked(liked);
                listed = Cliques.of(model, sizes, likely::get, LIKELY);
            }
            var groups = new ArrayList<>(listed.get());
            if (!all) {
                var known = groups.stream().map(PeerProgramme::set).collect(Collectors.toSet());
                best.groups()
                        .filter(group -> !known.contains(PeerProgramme.set(group)))
                        .forEach(groups::add);
            }
            return groups;
        }

        /// The pairs of everybody with those they like most.
        private BitSet liked(int most) {
            var liked = new BitSet();
            for (int v = 0; v < model.people; v++) {
                IntStream.range(model.first[v], model.first[v + 1])
                        .mapToObj(n -> model.behind[n])
                        .sorted(Comparator.comparingLong(p -> -model.weight[p]))
                        .limit(most)
                        .forEach(liked::set);
            }
            return liked;
        }

        /// Settles the levels before the total one by one; false where one could not be proven.
        private boolean levels() {
            if (model.size > 2) {
                improve();
            }
            var listed = Cliques.of(
                    model, IntStream.rangeClosed(2, model.largest).boxed().toList(), _ -> true, SETTLED);
            if (listed.isEmpty()) {
                return false;
            }
            var programme = new PeerProgramme(model, listed.get(), limit);
            List<ToDoubleFunction<int[]>> worths = List.of(
                    group -> group.length, group -> -model.penalty(group.length), group -> model.hosted(group) ? 1 : 0);
            for (int level = 0; level < worths.size(); level++) {
                watch.step("proving level %d of the order".formatted(level + 1));
                var found = programme.best(worths.get(level), level, best);
                found.rounds().ifPresent(this::take);
                if (!found.proven()) {
                    return false;
                }
            }
            return true;
        }

        private boolean levelsEvident() {
            int alone = (int) IntStream.range(0, model.people)
                    .filter(v -> model.degree(v) == 0)
                    .count();
            int leastLeft = IntStream.range(0, model.people)
                    .map(v -> Math.max(0, model.rounds - model.degree(v)))
                    .sum();
            int groups = best.rounds.stream().mapToInt(List::size).sum();
            int hosts = (int) IntStream.range(0, model.people)
                    .filter(v -> model.host[v] && model.degree(v) > 0)
                    .count();
            var score = best.score;
            return score.left() == leastLeft
                    && (score.penalty() == 0
                            || (score.left() == alone * model.rounds
                                    && score.penalty() == model.rounds * model.fewestPenalties(model.people - alone)))
                    && (score.hosted() == groups || score.hosted() == hosts * model.rounds);
        }

        private void improve() {
            watch.step("improving %,d rounds".formatted(model.rounds));
            take(search.improve(best, bound, better -> {
                best = better;
                offer();
            }));
        }

        private void take(PeerRounds rounds) {
            if (rounds.score.compareTo(best.score) > 0) {
                best = rounds;
                offer();
            }
        }

        private void offer() {
            var now = best;
            watch.found(() -> now.answer(bound, false));
        }
    }
}
