package coffeebreak.matching;

import java.util.Comparator;

/// How good groups are, the better the greater.
///
/// @param left people without a group, over all rounds
/// @param penalty of groups that are not of the size asked
/// @param hosted groups with a host
/// @param weight of all pairs within groups
record PeerScore(int left, int penalty, int hosted, long weight) implements Comparable<PeerScore> {
    private static final Comparator<PeerScore> ORDER = Comparator.<PeerScore>comparingInt(score -> -score.left)
            .thenComparingInt(score -> -score.penalty)
            .thenComparingInt(PeerScore::hosted)
            .thenComparingLong(PeerScore::weight);

    @Override
    public int compareTo(PeerScore than) {
        return ORDER.compare(this, than);
    }
}
