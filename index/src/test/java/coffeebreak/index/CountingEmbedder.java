package coffeebreak.index;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Embeds by words, remembers what it was asked, and fails when told to.
final class CountingEmbedder implements Embedder {
    private final Embedder words = Embedder.hashing(64);
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private volatile @Nullable Throwable fault;

    @Override
    public float[][] embed(List<String> asked) {
        switch (fault) {
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            case null, default -> {
                texts.addAll(asked);
                return words.embed(asked);
            }
        }
    }

    void fail(Throwable with) {
        fault = with;
    }

    void work() {
        fault = null;
    }

    List<String> texts() {
        return texts;
    }
}
