package coffeebreak.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// From two lists of texts to a number between 0 and 1.
///
/// Every constant is committed here, so that a score moves only when one of its two people changes
/// their texts. Where they come from, and what else was tried, is on the module's page.
final class Scoring {
    /// What is usual for texts of a few words: mean and spread of the best pairs of the demo's roster and its
    /// mentors.
    private static final Usual FEW_WORDS = new Usual(5, 0.41, 0.09, 0.15, 0.13);

    /// What is usual for abstracts: the spread of all pairs of the committed ones, and means that put an unrelated
    /// pair where an unrelated pair of short texts stands. Words vary far less here: two short texts share all or
    /// nothing.
    private static final Usual ABSTRACT = new Usual(50, 0.45, 0.11, 0.13, 0.04);

    static final double MEANING = 0.7;

    /// The standardized score that is judged relevant half of the time, and how fast judgement turns there.
    static final double HALF = 0.6;

    static final double TURN = 0.65;
    static final int BEST = 3;

    /// What an average pair gets, and thus somebody who has said nothing.
    static final double NEUTRAL = calibrated(0);

    /// How the values of pairs are spread that have something to do with each other.
    ///
    /// @param length of the texts, in different stems
    record Usual(double length, double cosine, double cosineSpread, double words, double wordsSpread) {
        /// How far a text is on its way from a few words to an abstract, 0 to 1.
        static double place(int stems) {
            double way = Math.log(Math.max(1, stems) / FEW_WORDS.length);
            return Math.clamp(way / Math.log(ABSTRACT.length / FEW_WORDS.length), 0, 1);
        }

        static double between(double few, double many, double place) {
            return few + place * (many - few);
        }
    }

    private Scoring() {}

    /// One text of each side and what the two have in common.
    record Pair(StoredText one, StoredText other, boolean byMeaning, double cosine, double words, double score) {}

    /// Of how many best pairs the mean is taken: of three where there are eight or more, otherwise of a third,
    /// since one line of interests meets one topic of a mentor's and should not be measured by the others.
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
        return compare(one, other, MEANING);
    }

    /// @param weight of meaning against words, 0 to 1
    static Pair compare(StoredText one, StoredText other, double weight) {
        double place = (one.place() + other.place()) / 2;
        double common = one.wordsInCommonWith(other);
        double words = (common - Usual.between(FEW_WORDS.words, ABSTRACT.words, place))
                / Usual.between(FEW_WORDS.wordsSpread, ABSTRACT.wordsSpread, place);
        if (!one.hasMeaning() || !other.hasMeaning()) {
            return new Pair(one, other, false, 0, common, words);
        }
        double cosine = one.cosine(other);
        double meaning = (cosine - Usual.between(FEW_WORDS.cosine, ABSTRACT.cosine, place))
                / Usual.between(FEW_WORDS.cosineSpread, ABSTRACT.cosineSpread, place);
        return new Pair(one, other, true, cosine, common, weight * meaning + (1 - weight) * words);
    }
}
