package coffeebreak.index;

import coffeebreak.index.Background.Rarity;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/// A text as reasons read it: its words in order, and what it is called in a sentence. Made once for a text and kept
/// for as long as what is read for scores.
final class Said {
    private static final int LONGEST_TITLE_TO_SAY = 6;

    private final String whole;
    private final List<Word> words;
    private final long[] telling;
    private final double unheard;
    private final boolean oneWordTopic;
    private final String called;
    private final long[] calledStems;

    /// A word where it stands.
    ///
    /// @param stem the stem's hash
    /// @param length the stem's, in characters
    /// @param small whether it says nothing by itself
    /// @param afterPause whether a comma, full stop or the like stands before it
    /// @param rarity how much the stem tells
    record Word(long stem, int length, int start, int end, boolean small, boolean afterPause, double rarity) {}

    Said(Text text, Words reader, Rarity rarity) {
        whole = text.whole();
        words = read(whole, reader, rarity);
        telling = distinctStems(words);
        Arrays.sort(telling);
        unheard = rarity.of("");
        oneWordTopic = text.body().isEmpty()
                && words.stream().filter(word -> !word.small).count() == 1;
        if (text.title().isEmpty()) {
            called = words.size() <= LONGEST_TITLE_TO_SAY ? whole : mostTelling();
            calledStems = distinctStems(read(called, reader, rarity));
        } else {
            var title = read(text.title(), reader, rarity);
            called = title.size() <= LONGEST_TITLE_TO_SAY ? text.title() : "“" + text.title() + "”";
            calledStems = distinctStems(title);
        }
    }

    private static List<Word> read(String text, Words reader, Rarity rarity) {
        return reader.tokens(text).stream()
                .map(token -> new Word(
                        Shelf.hash(new BytesRef(token.stem())),
                        token.stem().length(),
                        token.start(),
                        token.end(),
                        token.small(),
                        token.afterPause(),
                        rarity.of(token.stem())))
                .toList();
    }

    /// The stems of words that say something, in the order in which they are first said.
    static long[] distinctStems(List<Word> words) {
        return words.stream()
                .filter(word -> !word.small)
                .mapToLong(Word::stem)
                .distinct()
                .toArray();
    }

    /// The most telling phrase of up to three words; the whole text where none tells anything.
    private String mostTelling() {
        var best = whole;
        double most = 0;
        for (int from = 0; from < words.size(); from++) {
            double told = 0;
            for (int to = from; to < words.size() && to < from + 3; to++) {
                var word = words.get(to);
                if (word.small || to > from && word.afterPause) {
                    break;
                }
                told += word.rarity;
                double telling = told / Math.sqrt(to - from + 1.0);
                if (telling > most) {
                    most = telling;
                    best = asWritten(from, to + 1);
                }
            }
        }
        return best;
    }

    List<Word> words() {
        return words;
    }

    /// What it is called in a sentence: a topic by itself, a paper by its title, free words by their most telling
    /// phrase.
    String called() {
        return called;
    }

    long[] calledStems() {
        return calledStems;
    }

    /// Whether it is a topic of one word, which is then a reason however common it is.
    boolean isOneWordTopic() {
        return oneWordTopic;
    }

    /// The rarity of a word as a share of that of a word which stands nowhere: 0 to 1.
    double share(Word word) {
        return word.rarity / unheard;
    }

    String asWritten(int from, int to) {
        return whole.substring(words.get(from).start, words.get(to - 1).end).replaceAll("\\s+", " ");
    }

    /// Whether a hyphen stands before a word, so that the small word beside it belongs: "in-context learning".
    boolean isJoinedToTheOneBefore(int place) {
        int before = words.get(place).start - 1;
        return before >= 0 && whole.charAt(before) == '-';
    }

    /// Whether a word is said here that tells something by itself.
    boolean says(Word word) {
        return !word.small && Arrays.binarySearch(telling, word.stem) >= 0;
    }

    /// Whether these very words stand here too: "edge of stability", but not "networks at the edge".
    boolean hasInThisOrder(List<Word> run) {
        for (int from = 0; from + run.size() <= words.size(); from++) {
            int same = 0;
            while (same < run.size() && words.get(from + same).stem == run.get(same).stem) {
                same++;
            }
            if (same == run.size()) {
                return true;
            }
        }
        return false;
    }

    /// Whether all these stems stand near each other somewhere.
    boolean hasNearEachOther(long[] stems) {
        int reach = 2 * stems.length + 2;
        for (int from = 0; from < words.size(); from++) {
            if (contains(stems, words.get(from).stem)
                    && standAmong(stems, words.subList(from, Math.min(words.size(), from + reach)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean standAmong(long[] stems, List<Word> near) {
        for (long stem : stems) {
            boolean found = false;
            for (int i = 0; i < near.size() && !found; i++) {
                found = near.get(i).stem == stem;
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    static boolean contains(long[] stems, long wanted) {
        for (long stem : stems) {
            if (stem == wanted) {
                return true;
            }
        }
        return false;
    }
}
