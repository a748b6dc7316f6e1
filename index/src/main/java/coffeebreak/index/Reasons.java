package coffeebreak.index;

import coffeebreak.index.Affinity.Reason;
import coffeebreak.index.Said.Word;
import coffeebreak.index.Scoring.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/// Finds the words that made a score, in the very text pairs it was made of.
///
/// Where both texts say the same run of words, that run as it was written; where only the meanings
/// met, what each side calls it. Nothing is guessed: a reason's share is what it gave to the score.
final class Reasons {
    private static final int MOST = 3;
    private static final int LONGEST_PHRASE = 5;

    /// Below this cosine two texts without words in common are not called related.
    private static final double RELATED_FROM = 0.5;

    /// A single word inside a text is only a reason when it is nearly as rare in the field as a word that stands
    /// nowhere.
    private static final double TELLING_ALONE = 0.84;

    /// Of several words at least one must be rarer than what everybody in the field says: not "deep networks".
    private static final double TELLING_TOGETHER = 0.61;

    /// Of phrases that gave the same, the one with fewer capitals, then the shorter, so that both sides hear the
    /// same.
    private static final Comparator<Candidate> STRONGEST = Comparator.comparingDouble(Candidate::gain)
            .reversed()
            .thenComparing(candidate ->
                    candidate.words.chars().filter(Character::isUpperCase).count())
            .thenComparing(candidate -> candidate.words.length())
            .thenComparing(Candidate::words);

    private Reasons() {}

    /// A pair of the score with what is said on both sides.
    record Spoken(Pair pair, Said one, Said other) {}

    static List<Reason> of(List<Spoken> pairs) {
        var candidates = new ArrayList<Candidate>();
        for (var spoken : pairs) {
            var shared = shared(spoken);
            if (shared.isEmpty()) {
                related(spoken, candidates);
            } else {
                candidates.addAll(shared);
            }
        }
        candidates.sort(STRONGEST);
        var distinct = new ArrayList<Candidate>();
        for (var candidate : candidates) {
            if (distinct.stream().noneMatch(candidate::saysNothingBeyond)) {
                distinct.add(candidate);
            }
        }
        double all = distinct.stream().mapToDouble(Candidate::gain).sum();
        return distinct.stream()
                .limit(MOST)
                .map(candidate -> new Reason(candidate.words, candidate.kind, candidate.gain / all))
                .toList();
    }

    /// @param stems without doubles
    private record Candidate(String words, Reason.Kind kind, long[] stems, double gain) {
        boolean saysNothingBeyond(Candidate chosen) {
            return containsAll(chosen.stems, stems) || containsAll(stems, chosen.stems);
        }

        private static boolean containsAll(long[] stems, long[] wanted) {
            return Arrays.stream(wanted).allMatch(stem -> Said.contains(stems, stem));
        }
    }

    /// What one text says in one piece and the other says too, in whatever order: "adaptive optimizers",
    /// where the other has "the optimizer is adaptive".
    private static List<Candidate> shared(Spoken spoken) {
        var phrases = new ArrayList<Candidate>();
        phrases(spoken, spoken.one, spoken.other, phrases);
        phrases(spoken, spoken.other, spoken.one, phrases);
        return phrases;
    }

    private static void phrases(Spoken spoken, Said text, Said other, List<Candidate> phrases) {
        var words = text.words();
        for (int from = 0; from < words.size(); from++) {
            if (!other.says(words.get(from))) {
                continue;
            }
            int to = from + 1;
            for (int next = to; next < words.size() && !words.get(next).afterPause(); next++) {
                var word = words.get(next);
                if (word.small() && text.isJoinedToTheOneBefore(next)) {
                    to = next + 1;
                } else if (other.says(word) && (next == to || other.hasInThisOrder(words.subList(to - 1, next + 1)))) {
                    to = next + 1;
                } else if (!word.small()) {
                    break;
                }
            }
            boolean withTheOneBefore = from > 0
                    && text.isJoinedToTheOneBefore(from)
                    && words.get(from - 1).small();
            phrase(spoken, text, withTheOneBefore ? from - 1 : from, to, other, phrases);
            from = to - 1;
        }
    }

    private static void phrase(Spoken spoken, Said text, int from, int to, Said other, List<Candidate> phrases) {
        var phrase = text.words().subList(from, to);
        var stems = Said.distinctStems(phrase);
        if (stems.length > LONGEST_PHRASE
                || !telling(spoken, text, phrase, stems.length)
                || stems.length > 1 && !other.hasNearEachOther(stems)) {
            return;
        }
        double gain = 0;
        for (long stem : stems) {
            gain += spoken.pair.one().weightOf(stem) * spoken.pair.other().weightOf(stem);
        }
        // Two words that belong together tell more than two that do not.
        phrases.add(new Candidate(
                text.asWritten(from, to), Reason.Kind.SHARED, stems, gain * (1 + 0.25 * (stems.length - 1))));
    }

    /// @param stems how many different ones the phrase has
    private static boolean telling(Spoken spoken, Said text, List<Word> phrase, int stems) {
        var telling = phrase.stream().filter(word -> !word.small());
        if (stems > 1) {
            return telling.anyMatch(word -> text.share(word) >= TELLING_TOGETHER);
        }
        return telling.anyMatch(word -> text.share(word) >= TELLING_ALONE && word.length() > 2)
                || spoken.one.isOneWordTopic()
                || spoken.other.isOneWordTopic();
    }

    private static void related(Spoken spoken, List<Candidate> candidates) {
        double cosine = spoken.pair.cosine();
        if (!spoken.pair.byMeaning() || cosine < RELATED_FROM) {
            return;
        }
        candidates.add(new Candidate(
                spoken.one.called() + " meets " + spoken.other.called(),
                Reason.Kind.RELATED,
                LongStream.concat(Arrays.stream(spoken.one.calledStems()), Arrays.stream(spoken.other.calledStems()))
                        .distinct()
                        .toArray(),
                cosine * cosine * Scoring.MEANING));
    }
}
