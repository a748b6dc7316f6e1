package coffeebreak.bot.llm;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// all-MiniLM-L6-v2, quantized, in this process: 384 numbers of unit length for a text.
///
/// Runs the model file of LangChain4j's jar itself, since LangChain4j's own class silently reads no
/// more than 128 tokens of a text. Here a window is 256 tokens, and a longer text is read in several
/// windows whose vectors are averaged by their lengths: nothing is cut.
///
/// Windows go through the model one by one. The model is quantized dynamically, with a scale taken
/// over all that is in the batch, so in a larger batch a text's vector would depend on its
/// neighbours. Safe for use by several threads.
public final class MiniLm implements EmbeddingModel, AutoCloseable {
    static final String NAME = "all-minilm-l6-v2-q/256";
    static final int WINDOW = 256;

    private static final int LENGTH = 384;
    private static final long START = 101;
    private static final long END = 102;

    private final HuggingFaceTokenizer tokenizer;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    /// Loads the model and its natives, some 0.3 s.
    ///
    /// @throws IllegalStateException when the model cannot be loaded
    /// @throws LinkageError when there are no natives for this platform
    public MiniLm() {
        // DJL's tokenizer reports its use to its makers, and asks for a graphics card, unless told not to.
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("RUST_FLAVOR", "cpu");
        try (var vocabulary = resource("all-minilm-l6-v2-q-tokenizer.json");
                var network = resource("all-minilm-l6-v2-q.onnx");
                var options = new OrtSession.SessionOptions()) {
            tokenizer = HuggingFaceTokenizer.newInstance(
                    vocabulary, Map.of("padding", "false", "truncation", "false", "addSpecialTokens", "false"));
            // Otherwise its threads burn both cores waiting for each other, and everything else waits for them.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            session = environment.createSession(network.readAllBytes(), options);
        } catch (IOException e) {
            throw new UncheckedIOException("the embedding model in the jar cannot be read", e);
        } catch (OrtException e) {
            throw new IllegalStateException("onnxruntime refuses the embedding model in the jar", e);
        }
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        var embeddings = new ArrayList<Embedding>(segments.size());
        int tokens = 0;
        for (var segment : segments) {
            var encoding = tokenizer.encode(segment.text(), false, false);
            tokens += encoding.getIds().length;
            embeddings.add(Embedding.from(vector(encoding)));
        }
        return Response.from(embeddings, new TokenUsage(tokens));
    }

    @Override
    public int dimension() {
        return LENGTH;
    }

    @Override
    public String modelName() {
        return NAME;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model could not be closed", e);
        }
        tokenizer.close();
    }

    /// Where to cut a text into windows: between words, into parts of about the same length.
    static List<long[]> windows(long[] ids, long[] wordIds) {
        int room = WINDOW - 2;
        int parts = Math.max(1, Math.ceilDiv(ids.length, room));
        var windows = new ArrayList<long[]>(parts);
        for (int from = 0; windows.isEmpty() || from < ids.length; ) {
            int fair = Math.ceilDiv(ids.length - from, Math.max(1, parts - windows.size()));
            int to = Math.min(ids.length, from + Math.min(room, fair));
            int cut = to;
            while (cut < ids.length && cut > from && wordIds[cut] == wordIds[cut - 1]) {
                cut--;
            }
            // A single "word" longer than a window is cut inside.
            to = cut > from ? cut : to;
            var window = new long[to - from + 2];
            window[0] = START;
            System.arraycopy(ids, from, window, 1, to - from);
            window[window.length - 1] = END;
            windows.add(window);
            from = to;
        }
        return windows;
    }

    private float[] vector(Encoding encoding) {
        var sum = new double[LENGTH];
        for (var window : windows(encoding.getIds(), encoding.getWordIds())) {
            var mean = mean(window);
            double length = length(mean);
            for (int i = 0; i < LENGTH; i++) {
                sum[i] += mean[i] / length * window.length;
            }
        }
        double length = length(sum);
        var vector = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            vector[i] = (float) (sum[i] / length);
        }
        return vector;
    }

    /// The mean of the model's vectors of all tokens of a window.
    private double[] mean(long[] window) {
        var everything = new long[window.length];
        Arrays.fill(everything, 1);
        try (var ids = tensor(window);
                var mask = tensor(everything);
                var types = tensor(new long[window.length]);
                var result = session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            var numbers = ((OnnxTensor) result.get(0)).getFloatBuffer();
            var mean = new double[LENGTH];
            for (int token = 0; token < window.length; token++) {
                for (int i = 0; i < LENGTH; i++) {
                    mean[i] += numbers.get() / window.length;
                }
            }
            return mean;
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "onnxruntime could not embed a text of %d tokens".formatted(window.length), e);
        }
    }

    private OnnxTensor tensor(long[] row) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {row});
    }

    private static double length(double[] vector) {
        double squares = 0;
        for (double value : vector) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(
                MiniLm.class.getClassLoader().getResourceAsStream(name), () -> name + " is not on the class path");
    }
}
