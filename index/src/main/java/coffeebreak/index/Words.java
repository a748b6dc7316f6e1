package coffeebreak.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// How text becomes words: accents folded, English endings taken off, small words left out.
final class Words {
    /// A word where it stands in a text.
    ///
    /// @param stem folded, lower case, without ending
    /// @param start first character in the text
    /// @param end after its last character
    /// @param small whether it says nothing by itself
    /// @param afterPause whether a comma, full stop or the like stands before it
    record Token(String stem, int start, int end, boolean small, boolean afterPause) {}

    /// What people say around their topics when they introduce themselves, beside the usual list of small words.
    private static final Set<String> SAID_AROUND_TOPICS = Set.of(
            "also",
            "always",
            "am",
            "another",
            "any",
            "around",
            "bit",
            "can",
            "cannot",
            "could",
            "currently",
            "does",
            "doing",
            "don",
            "done",
            "either",
            "even",
            "ever",
            "every",
            "far",
            "few",
            "find",
            "first",
            "get",
            "gets",
            "give",
            "go",
            "hi",
            "hello",
            "i",
            "im",
            "instead",
            "interest",
            "interested",
            "interests",
            "just",
            "keep",
            "know",
            "least",
            "less",
            "like",
            "ll",
            "look",
            "looking",
            "lot",
            "love",
            "mainly",
            "make",
            "makes",
            "many",
            "may",
            "me",
            "might",
            "more",
            "mostly",
            "much",
            "must",
            "need",
            "never",
            "new",
            "now",
            "often",
            "one",
            "particular",
            "particularly",
            "phd",
            "please",
            "quite",
            "rather",
            "re",
            "really",
            "research",
            "say",
            "see",
            "should",
            "since",
            "still",
            "student",
            "study",
            "studying",
            "talk",
            "tell",
            "things",
            "think",
            "toward",
            "towards",
            "try",
            "trying",
            "two",
            "understand",
            "understanding",
            "until",
            "us",
            "use",
            "used",
            "using",
            "various",
            "ve",
            "via",
            "want",
            "way",
            "well",
            "whether",
            "within",
            "without",
            "work",
            "working",
            "works",
            "would",
            "year",
            "yet");

    private static final CharArraySet SMALL = small();

    private final Analyzer stems = analyzer(true, true);
    private final Analyzer allStems = analyzer(false, true);
    private final Analyzer plain = analyzer(false, false);

    /// Stemmed, without small words: what affinities and ordinary search compare.
    Analyzer stems() {
        return stems;
    }

    /// Folded words as written: what misspelt words are compared with.
    Analyzer plain() {
        return plain;
    }

    /// How each field of the index is read: misspelt words are looked for among words as written, so those must lie
    /// there with their endings.
    Analyzer forFields() {
        return new PerFieldAnalyzerWrapper(stems, Map.of(Fields.PLAIN, plain));
    }

    /// Every word of a text in order.
    List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        try (TokenStream stream = allStems.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            int last = 0;
            while (stream.incrementToken()) {
                var written = text.substring(offset.startOffset(), offset.endOffset());
                var pause = text.substring(last, offset.startOffset()).chars().anyMatch(Words::isPause);
                last = offset.endOffset();
                tokens.add(new Token(
                        term.toString(), offset.startOffset(), offset.endOffset(), SMALL.contains(written), pause));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the words of \"%s\"".formatted(text), e);
        }
        return tokens;
    }

    /// The distinct words of a text as an analyzer gives them, in order.
    List<String> distinct(Analyzer analyzer, String text) {
        var words = new LinkedHashSet<String>();
        each(analyzer, text, words::add);
        return List.copyOf(words);
    }

    /// How often each stem stands in a text, without small words.
    Map<String, Integer> counts(String text) {
        var counts = new HashMap<String, Integer>();
        each(stems, text, stem -> counts.merge(stem, 1, Integer::sum));
        return counts;
    }

    private static void each(Analyzer analyzer, String text, Consumer<String> word) {
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                word.accept(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the words of \"%s\"".formatted(text), e);
        }
    }

    boolean isSmall(String word) {
        return SMALL.contains(word);
    }

    private static boolean isPause(int character) {
        return ",;:.!?()[]|\n•–—\"“”".indexOf(character) >= 0;
    }

    private static CharArraySet small() {
        // Snowball's list, which comes with Lucene, has all pronouns and auxiliaries; English contractions lose
        // their apostrophe in the tokenizer's hands only where they are possessive.
        try (var list = Objects.requireNonNull(
                SnowballFilter.class.getResourceAsStream("english_stop.txt"), "Lucene's list of small words")) {
            var all = new CharArraySet(WordlistLoader.getSnowballWordSet(list), true);
            all.addAll(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
            all.addAll(SAID_AROUND_TOPICS);
            return CharArraySet.unmodifiableSet(all);
        } catch (IOException e) {
            throw new UncheckedIOException("Lucene's list of small words cannot be read", e);
        }
    }

    private static Analyzer analyzer(boolean withoutSmall, boolean stemmed) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var source = new StandardTokenizer();
                TokenStream words = new LowerCaseFilter(new ASCIIFoldingFilter(new EnglishPossessiveFilter(source)));
                if (withoutSmall) {
                    words = new StopFilter(words, SMALL);
                }
                if (stemmed) {
                    words = new PorterStemFilter(words);
                }
                return new TokenStreamComponents(source, words);
            }
        };
    }
}
