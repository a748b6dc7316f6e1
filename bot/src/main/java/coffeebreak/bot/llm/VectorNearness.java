package coffeebreak.bot.llm;

import coffeebreak.bot.answers.Nearness;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Nearness by the cosine of sentence vectors. The texts compared with are few and come again with every question:
/// their vectors are kept. Without a model nothing is near.
public final class VectorNearness implements Nearness {

    private static final int MOST_KEPT = 2_000;

    private final Meanings meanings;
    private final Map<String, float[]> kept = new ConcurrentHashMap<>();
    private final Logger log = System.getLogger(VectorNearness.class.getName());

    public VectorNearness(Meanings meanings) {
        this.meanings = meanings;
    }

    @Override
    public List<Double> to(String question, List<String> texts) {
        if (question.isBlank() || texts.isEmpty()) {
            return Nearness.none().to(question, texts);
        }
        try {
            keep(texts);
            var asked = meanings.embed(List.of(question))[0];
            return texts.stream()
                    .map(text -> Math.max(0, cosine(asked, kept.getOrDefault(text, new float[0]))))
                    .toList();
        } catch (RuntimeException | LinkageError unavailable) {
            log.log(Level.WARNING, "facts are found by words alone", unavailable);
            return Nearness.none().to(question, texts);
        }
    }

    private void keep(List<String> texts) {
        if (kept.size() > MOST_KEPT) {
            kept.clear();
        }
        var missing = texts.stream()
                .filter(text -> !text.isBlank() && !kept.containsKey(text))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            var vectors = meanings.embed(missing);
            for (var index = 0; index < vectors.length; index++) {
                kept.put(missing.get(index), vectors[index]);
            }
        }
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        double ones = 0;
        double others = 0;
        for (var index = 0; index < Math.min(one.length, other.length); index++) {
            product += one[index] * other[index];
            ones += one[index] * one[index];
            others += other[index] * other[index];
        }
        return ones == 0 || others == 0 ? 0 : product / Math.sqrt(ones * others);
    }
}
