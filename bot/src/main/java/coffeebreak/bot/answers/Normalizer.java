package coffeebreak.bot.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes plain words of what somebody typed: no accents, no markup of the chat, no control characters, contractions
/// written out, sentences apart.
final class Normalizer {

    private static final int LONGEST = 600;
    private static final Pattern MARKUP = Pattern.compile("<[@#!][^>]*>|<?https?://\\S+");
    private static final Pattern SENTENCE_END = Pattern.compile("[?!;\\n。?!;]+|\\.(?=\\s|$)|--+");
    private static final Pattern WORD = Pattern.compile(
            "\\d{1,2}(?:[:.]|h)\\d{2}(?!\\d)|\\d+(?:st|nd|rd|th)\\b|\\d+|\\p{IsHan}+|[\\p{L}&&[^\\p{IsHan}]][\\p{L}\\p{M}&&[^\\p{IsHan}]]*");

    private static final Map<String, String> CONTRACTIONS = Map.ofEntries(
            Map.entry("whats", "what is"),
            Map.entry("whos", "who is"),
            Map.entry("wheres", "where is"),
            Map.entry("whens", "when is"),
            Map.entry("hows", "how is"),
            Map.entry("im", "i am"),
            Map.entry("ive", "i have"),
            Map.entry("theres", "there is"),
            Map.entry("lets", "let us"),
            Map.entry("isnt", "is not"),
            Map.entry("arent", "are not"),
            Map.entry("wasnt", "was not"),
            Map.entry("dont", "do not"),
            Map.entry("doesnt", "does not"),
            Map.entry("didnt", "did not"),
            Map.entry("hasnt", "has not"),
            Map.entry("wont", "will not"),
            Map.entry("cant", "can not"),
            Map.entry("cannot", "can not"),
            Map.entry("couldnt", "could not"),
            Map.entry("u", "you"),
            Map.entry("r", "are"),
            Map.entry("ur", "your"),
            Map.entry("2day", "today"),
            Map.entry("wat", "what"),
            Map.entry("wut", "what"),
            Map.entry("wen", "when"),
            Map.entry("wher", "where"),
            Map.entry("teh", "the"),
            Map.entry("pls", "please"),
            Map.entry("contrib", "contributed"),
            Map.entry("diner", "dinner"),
            Map.entry("sched", "schedule"),
            Map.entry("prog", "programme"),
            Map.entry("min", "minutes"),
            Map.entry("mins", "minutes"),
            Map.entry("hrs", "hours"),
            Map.entry("tmrw", "tomorrow"),
            Map.entry("tmr", "tomorrow"),
            Map.entry("abt", "about"),
            Map.entry("thx", "thanks"),
            Map.entry("ty", "thanks"),
            Map.entry("gonna", "going to"),
            Map.entry("wanna", "want to"));

    private static final Set<String> ASKING = Set.of("when", "where", "who", "what", "which", "how");

    private Normalizer() {}

    /// A sentence of a question.
    ///
    /// @param pieces its words, apart at commas
    /// @param asked  it ends in a question mark
    record Sentence(List<List<Word>> pieces, boolean asked) {

        List<Word> words() {
            return pieces.stream().flatMap(List::stream).toList();
        }

        /// The two questions in one sentence: "when is lunch and who speaks after it", "when and where is the panel".
        /// Empty where a second one does not begin.
        List<Sentence> two() {
            var words = words();
            for (var index = 1; index + 1 < words.size(); index++) {
                var and = words.get(index).text().equals("and");
                var second = and ? index + 1 : index;
                // "Where do I submit, and by when?"
                if (and
                        && second + 2 == words.size()
                        && words.get(second).text().matches("by|until|since|from|at|for")
                        && ASKING.contains(words.getLast().text())
                        && ASKING.contains(words.getFirst().text())) {
                    var shared = new ArrayList<>(words.subList(second, words.size()));
                    shared.addAll(words.subList(1, index));
                    return List.of(of(words.subList(0, index)), of(shared));
                }
                if (!ASKING.contains(words.get(second).text()) || !and && !startsPiece(index)) {
                    continue;
                }
                var first = words.subList(0, index);
                var rest = words.subList(second, words.size());
                if (first.size() == 1 && ASKING.contains(first.getFirst().text()) && rest.size() > 1) {
                    var shared = new ArrayList<>(first);
                    shared.addAll(rest.subList(1, rest.size()));
                    return List.of(of(shared), of(rest));
                }
                if (first.stream().anyMatch(word -> ASKING.contains(word.text())) && first.size() > 1) {
                    return List.of(of(first), of(rest));
                }
            }
            return List.of();
        }

        private boolean startsPiece(int index) {
            var at = 0;
            for (var piece : pieces) {
                if (at == index) {
                    return true;
                }
                at += piece.size();
            }
            return false;
        }

        private Sentence of(List<Word> words) {
            return new Sentence(List.of(List.copyOf(words)), asked);
        }
    }

    static List<Sentence> sentences(String question) {
        var text = clean(question);
        var sentences = new ArrayList<Sentence>();
        var ends = SENTENCE_END.matcher(text);
        var from = 0;
        while (ends.find()) {
            add(sentences, text.substring(from, ends.start()), ends.group().matches(".*[??].*"));
            from = ends.end();
        }
        add(sentences, text.substring(from), false);
        return sentences;
    }

    private static void add(List<Sentence> sentences, String text, boolean asked) {
        var pieces = new ArrayList<List<Word>>();
        var start = true;
        for (var piece : text.split("[,:](?=\\D)|\\s-+\\s|,|、|\\bbut\\b")) {
            var words = words(piece, start);
            if (!words.isEmpty()) {
                pieces.add(words);
                start = false;
            }
        }
        if (!pieces.isEmpty()) {
            sentences.add(new Sentence(pieces, asked));
        }
    }

    private static List<Word> words(String piece, boolean start) {
        var words = new ArrayList<Word>();
        var spelled = (piece.replaceAll("(?i)\\b(what|who|where|when|how|that|there|it|he|she|here)'s\\b", "$1 is")
                .replaceAll("(?i)n't\\b", " not")
                .replaceAll("(?i)(?<=\\p{L})'s\\b", ""));
        var matcher = WORD.matcher(spelled);
        while (matcher.find()) {
            var surface = matcher.group();
            var folded = fold(surface);
            var behindApostrophe = matcher.start() > 0 && spelled.charAt(matcher.start() - 1) == '\'';
            if (folded.length() == 1 && "sdtm".contains(folded) && behindApostrophe || folded.matches("ll|re|ve")) {
                continue;
            }
            var capital = Character.isUpperCase(surface.codePointAt(0)) && !(start && words.isEmpty());
            for (var text : CONTRACTIONS.getOrDefault(folded, folded).split(" ")) {
                words.add(new Word(text, surface, capital));
            }
        }
        return words;
    }

    private static String clean(String question) {
        var text = question.length() > LONGEST ? question.substring(0, LONGEST) : question;
        text = MARKUP.matcher(text).replaceAll(" ");
        text = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC);
        return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n]]", " ")
                .replaceAll("[’‘`´]", "'")
                .replaceAll("[‐‑‒–—―]", "-")
                .replaceAll("(?i)(\\p{L})\\1{2,}", "$1");
    }

    /// Lower case without accents.
    static String fold(String words) {
        return java.text.Normalizer.normalize(words, java.text.Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ł", "l")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("đ", "d");
    }
}
