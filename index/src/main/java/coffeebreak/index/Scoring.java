package coffeebreak.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// From two lists of texts to a number between 0 and 1.
///
/// Every constant is committed here, so that a score moves only when one of its two people changes
/// their texts. Where they come from, and what else was tried, is on the module's page.
final class Scoring {
    /// How the cosines of two people's best pairs are spread: measured with the quantized MiniLM at 256 tokens.
    static final double COSINE_MEAN = 0.41;

    static final double COSINE_SPREAD = 0.09;
    static final double WORDS_MEAN = 0.15;
    static final double WORDS_SPREAD = 0.13;
    static final double MEANING = 0.7;

    /// The standardized score that is judged relevant half of the time, and how fast judgement turns there.
    static final double HALF = 1.1;

    static final double TURN = 0.75;
    static final int BEST = 3;

    /// What an average pair gets, and thus somebody who has said nothing.
    static final double NEUTRAL = calibrated(0);

    private Scoring() {}

    /// One text of each side and what the two have in common.
    record Pair(StoredText one, StoredText other, boolean byMeaning, double cosine, double words, double score) {}

    /// Of how many best pairs the mean is taken: of three where there is a choice of pairs, of fewer
    /// where three would be most of them, since one line of interests meets one topic of a mentor's and
    /// should not be measured by the others.
    static int counted(int pairs) {
        return Math.clamp(Math.round(pairs / 3f), Math.min(1, pairs), BEST);
    }

    /// The pairs that make the score, best first; empty when a side has no texts.
    static List<Pair> best(List<StoredText> ones, List<StoredText> others) {
        var pairs = new ArrayList<Pair>(ones.size() * others.size());
        for (var one : ones) {
            for (var other : others) {
                pairs.add(compare(one, other));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::score).reversed());
        return pairs.subList(0, counted(pairs.size()));
    }

    /// The score of two people, from the same pairs as [#best] but without keeping them.
    static double score(List<StoredText> ones, List<StoredText> others) {
        double first = Double.NEGATIVE_INFINITY;
        double second = first;
        double third = first;
        for (var one : ones) {
            for (var other : others) {
                double score = compare(one, other).score;
                if (score > first) {
                    third = second;
                    second = first;
                    first = score;
                } else if (score > second) {
                    third = second;
                    second = score;
                } else if (score > third) {
                    third = score;
                }
            }
        }
        return switch (counted(ones.size() * others.size())) {
            case 0 -> NEUTRAL;
            case 1 -> calibrated(first);
            case 2 -> calibrated((first + second) / 2);
            default -> calibrated((first + second + third) / 3);
        };
    }

    static double calibrated(double standardized) {
        return 1 / (1 + Math.exp((HALF - standardized) / TURN));
    }

    private static Pair compare(StoredText one, StoredText other) {
        double common = one.wordsInCommonWith(other);
        double words = (common - WORDS_MEAN) / WORDS_SPREAD;
        if (!one.hasMeaning() || !other.hasMeaning()) {
            return new Pair(one, other, false, 0, common, words);
        }
        double cosine = one.cosine(other);
        double meaning = (cosine - COSINE_MEAN) / COSINE_SPREAD;
        return new Pair(one, other, true, cosine, common, MEANING * meaning + (1 - MEANING) * words);
    }
}
