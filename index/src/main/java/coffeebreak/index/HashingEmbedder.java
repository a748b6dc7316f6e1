package coffeebreak.index;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.lucene.util.BytesRef;

/// A vector from a text's stems alone: each stem is a fixed random direction, a text their sum.
final class HashingEmbedder implements Embedder {
    private final int length;
    private final Words words = new Words();

    HashingEmbedder(int length) {
        this.length = length;
    }

    @Override
    public float[][] embed(List<String> texts) {
        return texts.stream().map(this::vector).toArray(float[][]::new);
    }

    @Override
    public String model() {
        return "hashing-" + length;
    }

    private float[] vector(String text) {
        var vector = new float[length];
        // Starts with the text as a whole, so that no text, not even one of small words, is without direction.
        add(vector, text, 0.05);
        for (var stem : words.distinct(words.stems(), text)) {
            add(vector, stem, 1);
        }
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        for (int i = 0; i < length; i++) {
            vector[i] = (float) (vector[i] / Math.sqrt(squares));
        }
        return vector;
    }

    private static void add(float[] vector, String word, double weight) {
        var direction = new SplittableRandom(Shelf.hash(new BytesRef(word)));
        for (int i = 0; i < vector.length; i++) {
            vector[i] += (float) (weight * direction.nextGaussian());
        }
    }
}
