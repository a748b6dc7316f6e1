package coffeebreak.matching;

import java.util.List;

/// The answer: in every round everybody is in one group or left over.
///
/// @param rounds the groups of each round; ids in a group, and groups in a round, are sorted
/// @param left who has no group, by round, sorted
/// @param total affinity of all pairs within groups, over all rounds
/// @param bound no answer that leaves as few over has a larger total
/// @param proven whether no answer comes before this one in the order of objectives, the lottery aside
public record PeerSeating(
        List<List<List<String>>> rounds, List<List<String>> left, double total, double bound, boolean proven) {
    public PeerSeating {
        rounds = rounds.stream()
                .map(round -> round.stream().map(List::copyOf).toList())
                .toList();
        left = left.stream().map(List::copyOf).toList();
    }
}
