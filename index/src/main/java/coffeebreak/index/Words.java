package coffeebreak.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
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

    /// What people say around their topics when they introduce themselves, beside Lucene's own list.
    private static final Set<String> SAID_AROUND_TOPICS = Set.of(
            "about",
            "also",
            "am",
            "any",
            "can",
            "could",
            "do",
            "does",
            "don",
            "from",
            "get",
            "has",
            "have",
            "how",
            "i",
            "im",
            "interest",
            "interested",
            "interests",
            "like",
            "looking",
            "ll",
            "love",
            "m",
            "mainly",
            "me",
            "more",
            "mostly",
            "my",
            "our",
            "phd",
            "please",
            "re",
            "research",
            "s",
            "should",
            "so",
            "some",
            "student",
            "study",
            "studying",
            "talk",
            "than",
            "them",
            "things",
            "us",
            "using",
            "ve",
            "want",
            "we",
            "what",
            "when",
            "where",
            "which",
            "who",
            "why",
            "work",
            "working",
            "would",
            "year",
            "you",
            "your",
            "very",
            "via",
            "its");

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

    /// The distinct stems of a text without small words.
    List<String> distinct(Analyzer analyzer, String text) {
        var words = new ArrayList<String>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                var word = term.toString();
                if (!words.contains(word)) {
                    words.add(word);
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the words of \"%s\"".formatted(text), e);
        }
        return words;
    }

    boolean isSmall(String word) {
        return SMALL.contains(word);
    }

    private static boolean isPause(int character) {
        return ",;:.!?()[]|\n•–—\"“”".indexOf(character) >= 0;
    }

    private static CharArraySet small() {
        var all = new CharArraySet(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET, true);
        all.addAll(SAID_AROUND_TOPICS);
        return CharArraySet.unmodifiableSet(all);
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
