package coffeebreak.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.FixedBitSet;

/// The nearest of each of many entries among these entries: every pair scored, or, of a crowd, only the pairs that
/// vector search proposes.
final class Neighbours {
    private static final Comparator<Neighbour> BEST_FIRST =
            Comparator.comparingDouble(Neighbour::score).reversed().thenComparing(Neighbour::id);

    private final IndexReader reader;
    private final List<String> ids;
    private final List<List<StoredText>> texts;

    Neighbours(IndexReader reader, Shelf shelf, List<String> ids) {
        this.reader = reader;
        this.ids = ids;
        texts = shelf.texts(reader, ids);
    }

    /// Scores every pair.
    List<List<Neighbour>> exact(int most) {
        var nearest = IntStream.range(0, ids.size())
                .mapToObj(_ -> new ArrayList<Neighbour>())
                .toList();
        IntStream.range(0, ids.size()).parallel().forEach(one -> {
            for (int other = one + 1; other < ids.size(); other++) {
                meet(one, other, most, nearest);
            }
        });
        return best(nearest, most);
    }

    /// Scores the pairs in which a text of one is among the nearest to a text of the other.
    ///
    /// @param depth how many nearest texts are looked at for each text
    List<List<Neighbour>> sparse(int most, int depth) throws IOException {
        var near = candidates(depth);
        var nearest = IntStream.range(0, ids.size())
                .mapToObj(_ -> new ArrayList<Neighbour>())
                .toList();
        IntStream.range(0, ids.size()).parallel().forEach(one -> {
            for (int other : near.get(one)) {
                // Once for a pair, whichever side proposed it.
                if (one < other || Collections.binarySearch(near.get(other), one) < 0) {
                    meet(one, other, most, nearest);
                }
            }
        });
        return best(nearest, most);
    }

    private void meet(int one, int other, int most, List<ArrayList<Neighbour>> nearest) {
        if (texts.get(one).isEmpty()
                || texts.get(other).isEmpty()
                || ids.get(one).equals(ids.get(other))) {
            return;
        }
        double score = Scoring.score(texts.get(one), texts.get(other));
        keep(nearest.get(one), new Neighbour(ids.get(other), score), most);
        keep(nearest.get(other), new Neighbour(ids.get(one), score), most);
    }

    /// Kept a little longer than asked for, so that it is seldom sorted.
    private static void keep(ArrayList<Neighbour> kept, Neighbour neighbour, int most) {
        synchronized (kept) {
            kept.add(neighbour);
            if (kept.size() > 2 * most + 64) {
                shorten(kept, most);
            }
        }
    }

    private static void shorten(ArrayList<Neighbour> kept, int most) {
        kept.sort(BEST_FIRST);
        if (kept.size() > most) {
            kept.subList(most, kept.size()).clear();
        }
    }

    private static List<List<Neighbour>> best(List<ArrayList<Neighbour>> nearest, int most) {
        var best = new ArrayList<List<Neighbour>>();
        for (var each : nearest) {
            shorten(each, most);
            best.add(List.copyOf(each));
        }
        return List.copyOf(best);
    }

    /// For each entry the later ones it is to be compared with.
    private List<List<Integer>> candidates(int depth) throws IOException {
        var owners = owners();
        var ours = new ArrayList<AcceptDocs>();
        for (var leaf : reader.leaves()) {
            int documents = leaf.reader().maxDoc();
            var bits = new FixedBitSet(documents);
            for (int doc = 0; doc < documents; doc++) {
                if (owners[leaf.docBase + doc] >= 0) {
                    bits.set(doc);
                }
            }
            ours.add(AcceptDocs.fromLiveDocs(bits, documents));
        }
        return IntStream.range(0, ids.size())
                .parallel()
                .mapToObj(owner -> {
                    var near = new TreeSet<Integer>();
                    for (var text : texts.get(owner)) {
                        for (var vector : text.vectors()) {
                            nearest(vector, depth, ours).forEach(doc -> near.add(owners[doc]));
                        }
                    }
                    near.remove(owner);
                    return List.copyOf(near);
                })
                .toList();
    }

    /// Whose each document is, as a place in the ids; -1 for others'.
    private int[] owners() throws IOException {
        var owners = new int[reader.maxDoc()];
        Arrays.fill(owners, -1);
        for (int owner = 0; owner < ids.size(); owner++) {
            for (var leaf : reader.leaves()) {
                for (int doc : Shelf.documents(leaf, ids.get(owner))) {
                    owners[leaf.docBase + doc] = owner;
                }
            }
        }
        return owners;
    }

    /// The documents nearest to a vector, over all segments.
    private List<Integer> nearest(float[] vector, int depth, List<AcceptDocs> ours) {
        try {
            var found = new TopDocs[ours.size()];
            for (var leaf : reader.leaves()) {
                found[leaf.ord] = leaf.reader()
                        .searchNearestVectors(Fields.VECTOR, vector, depth, ours.get(leaf.ord), Integer.MAX_VALUE);
                for (var each : found[leaf.ord].scoreDocs) {
                    each.doc += leaf.docBase;
                }
            }
            return Arrays.stream(TopDocs.merge(depth, found).scoreDocs)
                    .map(each -> each.doc)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the index in memory could not be searched", e);
        }
    }
}
