package coffeebreak.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Finds entries by words (BM25, with misspelt ones) and by meaning (nearest vectors), fused by rank.
final class Search {
    /// The usual constant of reciprocal rank fusion: how little the very first places count above the next.
    private static final int RANK_CONSTANT = 60;

    /// An entry has several texts; this many times the limit is looked at to have enough entries.
    private static final int TEXTS_PER_ENTRY = 8;

    /// Below this cosine the nearest text is merely the least far.
    private static final double NEAR_FROM = 0.35;

    private static final int SNIPPET = 200;

    private final Words words;
    private final Abbreviations abbreviations = Abbreviations.committed();

    Search(Words words) {
        this.words = words;
    }

    /// What the embedder is to read of a query.
    String spelledOut(String query) {
        return abbreviations.spelledOut(query);
    }

    /// @param meaning the vector of the query spelled out
    List<Hit> find(IndexSearcher searcher, String query, float @Nullable [] meaning, Set<String> kinds, int limit)
            throws IOException {
        int look = Math.max(50, limit * TEXTS_PER_ENTRY);
        var found = new LinkedHashMap<String, Found>();
        rank(searcher, asTypedOrSpelledOut(searcher, query, kinds), look, 0, found);
        // Who is looked for by name is not looked for by what else the name may mean.
        if (meaning != null && found.values().stream().limit(1).noneMatch(Found::isName)) {
            var nearest = new KnnFloatVectorQuery(Fields.VECTOR, meaning, look, ofKinds(kinds));
            // Lucene scores a dot product as (1 + cosine) / 2.
            rank(searcher, nearest, look, (1 + NEAR_FROM) / 2, found);
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble((Found each) -> each.score)
                        .reversed()
                        .thenComparing(each -> each.document.get(Fields.ID)))
                .limit(limit)
                .map(each -> hit(each.document, snippet(each.document, query), each.score))
                .toList();
    }

    /// All entries of some kinds, without an order.
    List<Hit> named(IndexSearcher searcher, Set<String> kinds, int most) throws IOException {
        var query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.NAMED, Fields.YES)), Occur.FILTER)
                .add(ofKinds(kinds), Occur.FILTER)
                .build();
        var entries = new ArrayList<Hit>();
        for (var each : searcher.search(query, most).scoreDocs) {
            entries.add(hit(searcher.storedFields().document(each.doc), "", 0));
        }
        return entries;
    }

    /// The entries with a text near one of these texts.
    List<Hit> nearest(IndexSearcher searcher, List<StoredText> texts, Set<String> kinds, int most) throws IOException {
        var entries = new HashMap<String, Hit>();
        for (var text : texts) {
            for (var vector : text.vectors()) {
                var nearest = new KnnFloatVectorQuery(Fields.VECTOR, vector, most, ofKinds(kinds));
                for (var each : searcher.search(nearest, most).scoreDocs) {
                    var hit = hit(searcher.storedFields().document(each.doc), "", 0);
                    entries.put(hit.id(), hit);
                }
            }
        }
        return List.copyOf(entries.values());
    }

    private static final class Found {
        private final Document document;
        private double score;

        Found(Document document) {
            this.document = document;
        }

        boolean isName() {
            return document.get(Fields.TITLE) == null;
        }
    }

    /// Adds what a ranking gives each entry: an entry ranks where its best text does.
    private static void rank(IndexSearcher searcher, Query query, int look, double atLeast, Map<String, Found> found)
            throws IOException {
        var ranked = new LinkedHashMap<String, Document>();
        for (var each : searcher.search(query, look).scoreDocs) {
            if (each.score >= atLeast) {
                var document = searcher.storedFields().document(each.doc);
                ranked.putIfAbsent(document.get(Fields.ID), document);
            }
        }
        int rank = 1;
        for (var each : ranked.entrySet()) {
            found.computeIfAbsent(each.getKey(), _ -> new Found(each.getValue())).score +=
                    1.0 / (RANK_CONSTANT + rank++);
        }
    }

    /// The words of a query that say something; all of them where none does.
    private List<String> telling(String query) {
        var written = words.distinct(words.plain(), query);
        var telling = written.stream().filter(word -> !words.isSmall(word)).toList();
        return telling.isEmpty() ? written : telling;
    }

    /// The word with the letters that may be wrong in it; empty for words too short to be misspelt.
    private static Optional<FuzzyQuery> misspelt(String word) {
        return word.length() > 3
                ? Optional.of(new FuzzyQuery(new Term(Fields.PLAIN, word), word.length() < 8 ? 1 : 2, 1))
                : Optional.empty();
    }

    /// A text cut into what the query finds by words, in whatever way, and what stands between. Matches with nothing
    /// but white space between them are one.
    List<Stretch> stretches(String query, String text) {
        var isWanted = wanted(query).or(wanted(spelledOut(query)));
        var stretches = new ArrayList<Stretch>();
        int from = 0;
        int to = 0;
        for (var token : words.tokens(text)) {
            if (!isWanted.test(token.stem(), text.substring(token.start(), token.end()))) {
                continue;
            }
            if (to == 0 || !text.substring(to, token.start()).isBlank()) {
                addUnlessEmpty(stretches, text.substring(from, to), true);
                addUnlessEmpty(stretches, text.substring(to, token.start()), false);
                from = token.start();
            }
            to = token.end();
        }
        addUnlessEmpty(stretches, text.substring(from, to), true);
        addUnlessEmpty(stretches, text.substring(to), false);
        return List.copyOf(stretches);
    }

    private static void addUnlessEmpty(List<Stretch> stretches, String words, boolean matched) {
        if (!words.isEmpty()) {
            stretches.add(new Stretch(words, matched));
        }
    }

    /// Whether a word, by its stem and as it is written, is one that the query looks for.
    private BiPredicate<String, String> wanted(String query) {
        var telling = telling(query);
        var stems = telling.stream()
                .flatMap(word -> words.distinct(words.stems(), word).stream())
                .collect(Collectors.toSet());
        var misspelt = telling.stream()
                .flatMap(word -> misspelt(word).stream())
                .map(fuzzy -> fuzzy.getAutomata().getByteRunnable())
                .toList();
        return (stem, written) -> stems.contains(stem)
                || words.distinct(words.plain(), written).stream()
                        .map(BytesRef::new)
                        .anyMatch(word -> misspelt.stream()
                                .anyMatch(spellings -> spellings.run(word.bytes, word.offset, word.length)));
    }

    private Query asTypedOrSpelledOut(IndexSearcher searcher, String query, Set<String> kinds) throws IOException {
        var asTyped = byWords(searcher, query, kinds);
        var spelledOut = spelledOut(query);
        return spelledOut.equals(query)
                ? asTyped
                : new DisjunctionMaxQuery(List.of(asTyped, byWords(searcher, spelledOut, kinds)), 0);
    }

    private Query byWords(IndexSearcher searcher, String query, Set<String> kinds) throws IOException {
        var wanted = telling(query);
        var all = new BooleanQuery.Builder().add(ofKinds(kinds), Occur.FILTER);
        for (var word : wanted) {
            var ways = new ArrayList<Query>();
            for (var stem : words.distinct(words.stems(), word)) {
                ways.add(new TermQuery(new Term(Fields.STEMS, stem)));
            }
            ways.add(new BoostQuery(new TermQuery(new Term(Fields.PLAIN, word)), 0.9f));
            // A word that is there as it is typed is not misspelt: Cohen is not Chen.
            if (searcher.getIndexReader().docFreq(new Term(Fields.PLAIN, word)) == 0) {
                misspelt(word).ifPresent(fuzzy -> ways.add(new BoostQuery(fuzzy, 0.4f)));
            }
            all.add(new DisjunctionMaxQuery(ways, 0), Occur.SHOULD);
        }
        // Of two words both must be there, of a whole sentence only some.
        int needed = wanted.size() < 3 ? wanted.size() : (int) Math.ceil(wanted.size() * 0.35);
        return all.setMinimumNumberShouldMatch(needed).build();
    }

    private static Query ofKinds(Set<String> kinds) {
        return kinds.isEmpty()
                ? MatchAllDocsQuery.INSTANCE
                : new TermInSetQuery(
                        Fields.KIND, kinds.stream().map(BytesRef::new).toList());
    }

    private static Hit hit(Document document, String snippet, double score) {
        return new Hit(document.get(Fields.ID), document.get(Fields.KIND), document.get(Fields.NAME), snippet, score);
    }

    /// The part of a text around the first word that was looked for.
    private String snippet(Document document, String query) {
        var title = document.get(Fields.TITLE);
        var body = document.get(Fields.BODY);
        if (title == null || body == null) {
            return "";
        }
        if (body.isEmpty()) {
            return cut(title, 0);
        }
        var looked = words.distinct(words.stems(), query + " " + spelledOut(query));
        int at = words.tokens(body).stream()
                .filter(token -> looked.contains(token.stem()))
                .mapToInt(Words.Token::start)
                .findFirst()
                .orElse(0);
        return title.isEmpty() || at > 0 ? cut(body, at) : cut(title + ": " + body, 0);
    }

    private static String cut(String text, int around) {
        if (text.length() <= SNIPPET) {
            return text;
        }
        int from = Math.max(0, Math.min(around - SNIPPET / 3, text.length() - SNIPPET));
        int to = from + SNIPPET;
        if (from > 0) {
            from = Math.max(from, text.indexOf(' ', from) + 1);
        }
        if (to < text.length()) {
            int space = text.lastIndexOf(' ', to);
            to = space > from ? space : to;
        }
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }
}
