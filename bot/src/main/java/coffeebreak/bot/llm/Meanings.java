package coffeebreak.bot.llm;

import coffeebreak.index.Embedder;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Gives a LangChain4j embedding model to the index.
///
/// The model is loaded when it is first needed, so that one that cannot be loaded is the index's to
/// survive and its health's to tell, not the end of the start.
public final class Meanings implements Embedder {
    private final String name;
    private final Supplier<EmbeddingModel> loading;
    private @Nullable EmbeddingModel model;

    /// @param name of the model, under which its vectors are remembered
    /// @param loading makes the model; asked again next time when it throws
    public Meanings(String name, Supplier<EmbeddingModel> loading) {
        this.name = name;
        this.loading = loading;
    }

    /// The model in the jar.
    public static Meanings miniLm() {
        return new Meanings(MiniLm.NAME, MiniLm::new);
    }

    @Override
    public float[][] embed(List<String> texts) {
        return loaded().embedAll(texts.stream().map(TextSegment::from).toList()).content().stream()
                .map(embedding -> embedding.vector())
                .toArray(float[][]::new);
    }

    /// Loads the model now, on the thread that asks, for whoever will need it soon.
    public void prepare() {
        try {
            loaded();
        } catch (RuntimeException | LinkageError _) {
            // Whoever needs it tries again, and says so.
        }
    }

    /// A short text is not worth loading the model for.
    @Override
    public List<String> pieces(String text) {
        return text.length() <= MiniLm.WINDOW - 2 || !(loaded() instanceof MiniLm miniLm)
                ? List.of(text)
                : miniLm.pieces(text);
    }

    @Override
    public String model() {
        return name;
    }

    private synchronized EmbeddingModel loaded() {
        var ready = model;
        if (ready == null) {
            ready = loading.get();
            model = ready;
        }
        return ready;
    }
}
