package coffeebreak.index;

import coffeebreak.index.Affinity.Reason;
import coffeebreak.index.Scoring.Pair;
import coffeebreak.index.Words.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/// Finds the words that made a score, in the very text pairs it was made of.
///
/// Where both texts say the same run of words, that run as it was written; where only the meanings
/// met, what each side calls it. Nothing is guessed: a reason's share is what it gave to the score.
final class Reasons {
    private static final int MOST = 3;
    private static final int LONGEST_PHRASE = 5;
    private static final int LONGEST_TITLE_TO_SAY = 6;

    /// Below this cosine two texts without words in common are not called related.
    private static final double RELATED_FROM = 0.4;

    /// A single word is only a reason when it is rarer than what everybody in the field says.
    private static final double TELLING_ALONE = 4;

    private final Words words;
    private final Background background;

    Reasons(Words words, Background background) {
        this.words = words;
        this.background = background;
    }

    /// A pair of the score with what was written on both sides.
    record Written(Pair pair, Text one, Text other) {}

    List<Reason> of(List<Written> pairs) {
        var candidates = new ArrayList<Candidate>();
        for (var written : pairs) {
            var shared = shared(written);
            if (shared.isEmpty()) {
                related(written, candidates);
            } else {
                candidates.addAll(shared);
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::gain).reversed().thenComparing(Candidate::words));
        var chosen = new ArrayList<Candidate>();
        for (var candidate : candidates) {
            if (chosen.size() < MOST && chosen.stream().noneMatch(candidate::saysNothingBeyond)) {
                chosen.add(candidate);
            }
        }
        double all = candidates.stream().mapToDouble(Candidate::gain).sum();
        return chosen.stream()
                .map(candidate -> new Reason(candidate.words, candidate.kind, candidate.gain / all))
                .toList();
    }

    private record Candidate(String words, Reason.Kind kind, Set<String> stems, double gain) {
        boolean saysNothingBeyond(Candidate chosen) {
            return chosen.stems.containsAll(stems) || stems.containsAll(chosen.stems);
        }
    }

    /// The longest runs of words that both texts say, without pauses inside and small words at the ends.
    private List<Candidate> shared(Written written) {
        var left = written.one.whole();
        var right = written.other.whole();
        var ones = words.tokens(left);
        var others = words.tokens(right);
        var runs = new ArrayList<Candidate>();
        for (int i = 0; i < ones.size(); i++) {
            for (int j = 0; j < others.size(); j++) {
                if (!same(ones.get(i), others.get(j)) || continues(ones, i, others, j)) {
                    continue;
                }
                int length = 1;
                while (i + length < ones.size()
                        && j + length < others.size()
                        && same(ones.get(i + length), others.get(j + length))
                        && continues(ones, i + length, others, j + length)) {
                    length++;
                }
                run(written, left, ones.subList(i, i + length), right, others.subList(j, j + length), runs);
            }
        }
        return runs;
    }

    private void run(
            Written written, String left, List<Token> ones, String right, List<Token> others, List<Candidate> runs) {
        int from = 0;
        int to = ones.size();
        while (from < to && ones.get(from).small()) {
            from++;
        }
        while (to > from && ones.get(to - 1).small()) {
            to--;
        }
        var run = ones.subList(from, to);
        var telling =
                run.stream().filter(token -> !token.small()).map(Token::stem).toList();
        if (telling.isEmpty()
                || telling.size() > LONGEST_PHRASE
                || telling.size() == 1 && background.rarity(telling.getFirst()) < TELLING_ALONE
                || telling.size() == 1 && telling.getFirst().length() < 3) {
            return;
        }
        var stems = new HashSet<>(telling);
        double gain = 0;
        for (var stem : stems) {
            long term = Shelf.hash(new BytesRef(stem));
            gain += written.pair.one().weightOf(term) * written.pair.other().weightOf(term);
        }
        var said = nicer(asWritten(left, run), asWritten(right, others.subList(from, to)));
        // Two words that belong together tell more than two that do not.
        runs.add(new Candidate(said, Reason.Kind.SHARED, stems, gain * (1 + 0.25 * (telling.size() - 1))));
    }

    private void related(Written written, List<Candidate> candidates) {
        if (!written.pair.byMeaning() || written.pair.cosine() < RELATED_FROM) {
            return;
        }
        var one = called(written.one);
        var other = called(written.other);
        var stems = new HashSet<String>();
        for (var token : words.tokens(one + ", " + other)) {
            if (!token.small()) {
                stems.add(token.stem());
            }
        }
        candidates.add(new Candidate(
                one + " meets " + other,
                Reason.Kind.RELATED,
                stems,
                written.pair.cosine() * written.pair.cosine() * Scoring.MEANING));
    }

    /// What a text is called in a sentence: a topic by itself, a paper by its title, free words by their most telling
    /// phrase.
    private String called(Text text) {
        if (!text.title().isEmpty()) {
            return words.tokens(text.title()).size() <= LONGEST_TITLE_TO_SAY ? text.title() : "“" + text.title() + "”";
        }
        var tokens = words.tokens(text.body());
        var best = text.body();
        double most = 0;
        for (int from = 0; from < tokens.size(); from++) {
            double told = 0;
            for (int to = from; to < tokens.size() && to < from + 3; to++) {
                var token = tokens.get(to);
                if (token.small() || to > from && token.afterPause()) {
                    break;
                }
                told += background.rarity(token.stem());
                double telling = told / Math.sqrt(to - from + 1.0);
                if (telling > most) {
                    most = telling;
                    best = asWritten(text.body(), tokens.subList(from, to + 1));
                }
            }
        }
        return best;
    }

    private static boolean same(Token one, Token other) {
        return one.stem().equals(other.stem());
    }

    /// Whether the words before these two are the same as well, so that they belong to an earlier run.
    private static boolean continues(List<Token> ones, int i, List<Token> others, int j) {
        return i > 0
                && j > 0
                && !ones.get(i).afterPause()
                && !others.get(j).afterPause()
                && same(ones.get(i - 1), others.get(j - 1));
    }

    private static String asWritten(String text, List<Token> run) {
        return text.substring(run.getFirst().start(), run.getLast().end()).replaceAll("\\s+", " ");
    }

    /// The same choice from both sides: fewer capitals, then shorter, then the alphabet.
    private static String nicer(String one, String other) {
        var order = Comparator.<String>comparingLong(
                        phrase -> phrase.chars().filter(Character::isUpperCase).count())
                .thenComparing(String::length)
                .thenComparing(Comparator.naturalOrder());
        return order.compare(one, other) <= 0 ? one : other;
    }
}
