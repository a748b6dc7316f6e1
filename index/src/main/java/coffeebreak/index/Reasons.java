package coffeebreak.index;

import coffeebreak.index.Affinity.Reason;
import coffeebreak.index.Background.Rarity;
import coffeebreak.index.Scoring.Pair;
import coffeebreak.index.Words.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/// Finds the words that made a score, in the very text pairs it was made of.
///
/// Where both texts say the same run of words, that run as it was written; where only the meanings
/// met, what each side calls it. Nothing is guessed: a reason's share is what it gave to the score. For one score.
final class Reasons {
    private static final int MOST = 3;
    private static final int LONGEST_PHRASE = 5;
    private static final int LONGEST_TITLE_TO_SAY = 6;

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

    private final Words words;
    private final Rarity rarity;
    private final Map<String, List<Token>> read = new HashMap<>();

    Reasons(Words words, Rarity rarity) {
        this.words = words;
        this.rarity = rarity;
    }

    /// A text stands in several pairs.
    private List<Token> tokens(String text) {
        return read.computeIfAbsent(text, words::tokens);
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

    private record Candidate(String words, Reason.Kind kind, Set<String> stems, double gain) {
        boolean saysNothingBeyond(Candidate chosen) {
            return chosen.stems.containsAll(stems) || stems.containsAll(chosen.stems);
        }
    }

    /// What one text says in one piece and the other says too, in whatever order: "adaptive optimizers",
    /// where the other has "the optimizer is adaptive".
    private List<Candidate> shared(Written written) {
        var ones = tokens(written.one.whole());
        var others = tokens(written.other.whole());
        var phrases = new ArrayList<Candidate>();
        phrases(written, written.one.whole(), ones, others, phrases);
        phrases(written, written.other.whole(), others, ones, phrases);
        return phrases;
    }

    private void phrases(
            Written written, String text, List<Token> tokens, List<Token> others, List<Candidate> phrases) {
        var known = new HashSet<String>();
        others.stream().filter(token -> !token.small()).map(Token::stem).forEach(known::add);
        for (int from = 0; from < tokens.size(); from++) {
            if (!saidByBoth(tokens.get(from), known)) {
                continue;
            }
            int to = from + 1;
            for (int next = to; next < tokens.size() && !tokens.get(next).afterPause(); next++) {
                var word = tokens.get(next);
                if (word.small() && joined(text, word.start() - 1)) {
                    to = next + 1;
                } else if (saidByBoth(word, known)
                        && (next == to || standsIn(tokens.subList(to - 1, next + 1), others))) {
                    to = next + 1;
                } else if (!word.small()) {
                    break;
                }
            }
            int start = from > 0
                            && joined(text, tokens.get(from).start() - 1)
                            && tokens.get(from - 1).small()
                    ? from - 1
                    : from;
            phrase(written, text, tokens.subList(start, to), others, phrases);
            from = to - 1;
        }
    }

    private static boolean saidByBoth(Token token, Set<String> known) {
        return !token.small() && known.contains(token.stem());
    }

    /// Whether the very same words stand in the other text too: "edge of stability", but not "networks at the edge".
    private static boolean standsIn(List<Token> run, List<Token> others) {
        var stems = run.stream().map(Token::stem).toList();
        return Collections.indexOfSubList(others.stream().map(Token::stem).toList(), stems) >= 0;
    }

    private void phrase(Written written, String text, List<Token> phrase, List<Token> others, List<Candidate> phrases) {
        var stems = new LinkedHashSet<String>();
        phrase.stream().filter(token -> !token.small()).map(Token::stem).forEach(stems::add);
        double rarest = stems.stream().mapToDouble(rarity::share).max().orElse(0);
        if (stems.size() > LONGEST_PHRASE || stems.size() > 1 && !close(stems, others)) {
            return;
        }
        boolean telling = stems.size() > 1
                ? rarest >= TELLING_TOGETHER
                : rarest >= TELLING_ALONE && stems.getFirst().length() > 2 || all(written.one) || all(written.other);
        if (!telling) {
            return;
        }
        double gain = 0;
        for (var stem : stems) {
            long term = Shelf.hash(new BytesRef(stem));
            gain += written.pair.one().weightOf(term) * written.pair.other().weightOf(term);
        }
        // Two words that belong together tell more than two that do not.
        phrases.add(new Candidate(
                asWritten(text, phrase), Reason.Kind.SHARED, stems, gain * (1 + 0.25 * (stems.size() - 1))));
    }

    /// Whether all these stems stand near each other somewhere.
    private static boolean close(Set<String> stems, List<Token> tokens) {
        int reach = 2 * stems.size() + 2;
        for (int from = 0; from < tokens.size(); from++) {
            var near = tokens.subList(from, Math.min(tokens.size(), from + reach)).stream()
                    .map(Token::stem)
                    .toList();
            if (near.containsAll(stems)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a text is a topic of one word, which is then a reason however common it is.
    private boolean all(Text text) {
        return text.body().isEmpty()
                && tokens(text.title()).stream().filter(token -> !token.small()).count() == 1;
    }

    /// Whether a hyphen stands here, so that the small word beside it belongs: "in-context learning".
    private static boolean joined(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) == '-';
    }

    private void related(Written written, List<Candidate> candidates) {
        if (!written.pair.byMeaning() || written.pair.cosine() < RELATED_FROM) {
            return;
        }
        var one = called(written.one);
        var other = called(written.other);
        var stems = new HashSet<String>();
        for (var token : tokens(one + ", " + other)) {
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

    /// What a text is called in a sentence: a topic by itself, a paper by its title, free words by their most
    /// telling phrase.
    private String called(Text text) {
        if (!text.title().isEmpty()) {
            return tokens(text.title()).size() <= LONGEST_TITLE_TO_SAY ? text.title() : "“" + text.title() + "”";
        }
        var tokens = tokens(text.body());
        if (tokens.size() <= LONGEST_TITLE_TO_SAY) {
            return text.body();
        }
        var best = text.body();
        double most = 0;
        for (int from = 0; from < tokens.size(); from++) {
            double told = 0;
            for (int to = from; to < tokens.size() && to < from + 3; to++) {
                var token = tokens.get(to);
                if (token.small() || to > from && token.afterPause()) {
                    break;
                }
                told += rarity.of(token.stem());
                double telling = told / Math.sqrt(to - from + 1.0);
                if (telling > most) {
                    most = telling;
                    best = asWritten(text.body(), tokens.subList(from, to + 1));
                }
            }
        }
        return best;
    }

    private static String asWritten(String text, List<Token> run) {
        return text.substring(run.getFirst().start(), run.getLast().end()).replaceAll("\\s+", " ");
    }
}
