package coffeebreak.index;

import java.util.List;

/// Turns texts into vectors whose cosine says how alike their meanings are.
///
/// Handed to [TopicIndex], which never calls it with a blank text and never twice with the same
/// text while it holds that text's vector. May throw: the index then goes on with words alone.
@FunctionalInterface
public interface Embedder {
    /// One vector per text, in the same order, all of the same length. They need not be normalised.
    float[][] embed(List<String> texts);

    /// Names the model, so that vectors remembered from another one are not mixed with its own.
    default String model() {
        return "unnamed";
    }

    /// The pieces in which a text is read, each of which has a vector of its own: the text itself where it
    /// can be read whole. Together they leave nothing of it out. May throw like [#embed].
    default List<String> pieces(String text) {
        return List.of(text);
    }

    /// An embedder that knows words but no meanings: deterministic, instant, without a model. For
    /// tests, and for trying things where no model can be loaded.
    ///
    /// @param length of the vectors, at least 1
    static Embedder hashing(int length) {
        return new HashingEmbedder(length);
    }
}
