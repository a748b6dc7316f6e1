package coffeebreak.bot.llm;

import coffeebreak.index.Embedder;
import java.util.List;

/// The model in other builds, with other windows and other ways with a long text, to measure what each is worth.
public final class MiniLmVariants {
    public static final String QUANTIZED = "all-minilm-l6-v2-q";

    /// Only in the class path with the Maven profile `figures`.
    public static final String FULL_PRECISION = "all-minilm-l6-v2";

    private MiniLmVariants() {}

    public static boolean has(String files) {
        return MiniLm.class.getClassLoader().getResource(files + ".onnx") != null;
    }

    /// A long text is read in overlapping pieces with a vector each, as shipped.
    public static Embedder inPieces(String files, int window, int piece) {
        var model = new MiniLm(files, window, piece);
        return new Variant(model, "pieces") {
            @Override
            public List<String> pieces(String text) {
                return model.pieces(text);
            }
        };
    }

    /// A long text gets the average of its windows' vectors.
    public static Embedder averaged(String files, int window) {
        return new Variant(new MiniLm(files, window, window), "averaged");
    }

    /// A long text is read up to the window's end and no further.
    public static Embedder cut(String files, int window) {
        var model = new MiniLm(files, window, window);
        return new Variant(model, "cut") {
            @Override
            public List<String> pieces(String text) {
                return List.of(beginning(model, text));
            }
        };
    }

    /// The longest beginning that is one piece.
    private static String beginning(MiniLm model, String text) {
        int fits = 0;
        int tooLong = text.length() + 1;
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            if (model.pieces(text.substring(0, middle)).size() == 1) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return text.substring(0, fits);
    }

    private static class Variant implements Embedder {
        private final Meanings meanings;

        Variant(MiniLm model, String name) {
            meanings = new Meanings(name, () -> model);
        }

        @Override
        public float[][] embed(List<String> texts) {
            return meanings.embed(texts);
        }

        @Override
        public String model() {
            return meanings.model();
        }
    }
}
