package coffeebreak.index;

import java.util.Arrays;
import org.apache.lucene.util.VectorUtil;

/// What a score needs of one text, as read from the index.
///
/// @param doc its place in the reader it was read from; negative for a text that is in no entry
/// @param vectors of unit length, one for each piece the embedder reads it in; none while the embedder is away
/// @param terms hashes of its stems, ascending. Hashes, so that no word outlives its text in memory
/// @param weights of the terms, together of unit length
/// @param place how far its length is on the way from a few words to an abstract, 0 to 1
record StoredText(int doc, float[][] vectors, long[] terms, float[] weights, double place) {

    StoredText at(int newDoc) {
        return doc == newDoc ? this : new StoredText(newDoc, vectors, terms, weights, place);
    }

    boolean hasMeaning() {
        return vectors.length > 0;
    }

    /// The cosine of the meanings. Of a text in several pieces, each piece of the text that has fewer counts with
    /// the piece of the other nearest to it: what a long text says somewhere is said, and that it is long is no
    /// merit.
    double cosine(StoredText other) {
        if (vectors.length == 1 && other.vectors.length == 1) {
            return VectorUtil.dotProduct(vectors[0], other.vectors[0]);
        }
        if (vectors.length == other.vectors.length) {
            return (nearest(vectors, other.vectors) + nearest(other.vectors, vectors)) / 2;
        }
        return vectors.length < other.vectors.length
                ? nearest(vectors, other.vectors)
                : nearest(other.vectors, vectors);
    }

    private static double nearest(float[][] ones, float[][] others) {
        double sum = 0;
        for (var one : ones) {
            double nearest = -1;
            for (var other : others) {
                nearest = Math.max(nearest, VectorUtil.dotProduct(one, other));
            }
            sum += nearest;
        }
        return sum / ones.length;
    }

    /// The TF-IDF cosine.
    double wordsInCommonWith(StoredText other) {
        double sum = 0;
        for (int i = 0, j = 0; i < terms.length && j < other.terms.length; ) {
            if (terms[i] == other.terms[j]) {
                sum += weights[i++] * other.weights[j++];
            } else if (terms[i] < other.terms[j]) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }

    /// The weight a stem has in this text, 0 if it is not in it.
    double weightOf(long term) {
        int place = Arrays.binarySearch(terms, term);
        return place < 0 ? 0 : weights[place];
    }
}
