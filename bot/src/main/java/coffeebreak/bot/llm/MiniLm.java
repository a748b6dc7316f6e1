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
/// more than 128 tokens of a text. Here a window is 256 tokens. A longer text has several [#pieces] of
/// some 128; embedded as it is, it gets the average of their vectors. Nothing is cut.
///
/// Texts go through the model one by one, as many at a time as there are cores. The model is
/// quantized dynamically, with a scale taken over all that is in a batch, so in a larger batch a
/// text's vector would depend on its neighbours. Safe for use by several threads.
public final class MiniLm implements EmbeddingModel, AutoCloseable {
    static final String NAME = "all-minilm-l6-v2-q/256";
    static final int WINDOW = 256;
    static final int PIECE = 128;

    /// How much of a piece stands in the next one too, so that no thought is cut in two. In tokens.
    static final int OVERLAP = 32;

    private static final int LENGTH = 384;
    private static final long START = 101;
    private static final long END = 102;

    /// Tokens beside the two that mark beginning and end.
    private final int room;

    private final int pieceRoom;
    private final HuggingFaceTokenizer tokenizer;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    /// Loads the model and its natives, some 0.3 s.
    ///
    /// @throws IllegalStateException when the model cannot be loaded
    /// @throws LinkageError when there are no natives for this platform
    public MiniLm() {
        this("all-minilm-l6-v2-q", WINDOW, PIECE);
    }

    /// Another build of the same model or another window, to measure what they are worth.
    ///
    /// @param files the model's and the tokenizer's in the class path begin with this
    /// @param window what is read as a whole, in tokens, with the two that mark beginning and end
    /// @param piece  the same of a text that is longer
    MiniLm(String files, int window, int piece) {
        room = window - 2;
        pieceRoom = piece - 2;
        // DJL's tokenizer reports its use to its makers, and asks for a graphics card, unless told not to.
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("RUST_FLAVOR", "cpu");
        try (var vocabulary = resource(files + "-tokenizer.json");
                var network = resource(files + ".onnx");
                var options = new OrtSession.SessionOptions()) {
            tokenizer = HuggingFaceTokenizer.newInstance(
                    vocabulary, Map.of("padding", "false", "truncation", "false", "addSpecialTokens", "false"));
            // Several texts at a time use the cores better than several threads for one text.
            options.setIntraOpNumThreads(1);
            session = environment.createSession(network.readAllBytes(), options);
        } catch (IOException e) {
            throw new UncheckedIOException("the embedding model in the jar cannot be read", e);
        } catch (OrtException e) {
            throw new IllegalStateException("onnxruntime refuses the embedding model in the jar", e);
        }
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        var encodings = segments.parallelStream()
                .map(segment -> tokenizer.encode(segment.text(), false, false))
                .toList();
        var embeddings = encodings.parallelStream()
                .map(encoding -> Embedding.from(vector(encoding)))
                .toList();
        int tokens = encodings.stream()
                .mapToInt(encoding -> encoding.getIds().length)
                .sum();
        return Response.from(embeddings, new TokenUsage(tokens));
    }

    /// A text as it is when it fits into a window, otherwise overlapping pieces of about the same length.
    List<String> pieces(String text) {
        if (text.length() <= room) {
            // No token is shorter than a character.
            return List.of(text);
        }
        var encoding = tokenizer.encode(text, false, false);
        var windows = windows(encoding.getWordIds(), room, pieceRoom);
        var spans = encoding.getCharTokenSpans();
        var pieces = new ArrayList<String>();
        for (var window : windows) {
            // The tokenizer counts code points.
            int start = window.from == 0 ? 0 : text.offsetByCodePoints(0, spans[window.from].getStart());
            int end = window.to == spans.length
                    ? text.length()
                    : text.offsetByCodePoints(0, spans[window.to - 1].getEnd());
            pieces.add(text.substring(start, end).strip());
        }
        return List.copyOf(pieces);
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

    /// Tokens of a text, the last excluded.
    record Window(int from, int to) {}

    /// Where to cut a text: between words, unless a word is longer than the overlap.
    ///
    /// @param wordIds for each token which word it is of
    /// @param room how many tokens are read as a whole
    /// @param pieceRoom how many of a text with more
    static List<Window> windows(long[] wordIds, int room, int pieceRoom) {
        int tokens = wordIds.length;
        if (tokens <= room) {
            return List.of(new Window(0, tokens));
        }
        int parts = Math.ceilDiv(tokens - OVERLAP, pieceRoom - OVERLAP);
        int step = Math.ceilDiv(tokens - OVERLAP, parts);
        var windows = new ArrayList<Window>(parts);
        for (int from = 0; from + OVERLAP < tokens; from += step) {
            int start = from;
            while (!betweenWords(wordIds, start) && start < from + OVERLAP / 2) {
                start++;
            }
            int to = Math.min(tokens, from + step + OVERLAP);
            int end = to;
            while (!betweenWords(wordIds, end) && end > to - OVERLAP / 2) {
                end--;
            }
            windows.add(new Window(start, end));
        }
        return windows;
    }

    private static boolean betweenWords(long[] wordIds, int at) {
        return at == 0 || at == wordIds.length || wordIds[at] != wordIds[at - 1];
    }

    private float[] vector(Encoding encoding) {
        var sum = new double[LENGTH];
        for (var window : windows(encoding.getWordIds(), room, pieceRoom)) {
            var mean = mean(Arrays.copyOfRange(encoding.getIds(), window.from, window.to));
            double length = length(mean);
            for (int i = 0; i < LENGTH; i++) {
                sum[i] += mean[i] / length;
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
    private double[] mean(long[] tokens) {
        var window = new long[tokens.length + 2];
        window[0] = START;
        System.arraycopy(tokens, 0, window, 1, tokens.length);
        window[window.length - 1] = END;
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
