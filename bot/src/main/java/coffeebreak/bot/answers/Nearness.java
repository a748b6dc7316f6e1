package coffeebreak.bot.answers;

import java.util.List;

/// Finds texts by meaning. Only proposes: what is proposed must still share words with the question.
@FunctionalInterface
public interface Nearness {

    /// How near the question is to each of the texts, in their order, from 0 (nothing in common) to 1.
    List<Double> to(String question, List<String> texts);

    /// Knows no meaning; facts are then found by their words alone.
    static Nearness none() {
        return (question, texts) -> texts.stream().map(text -> 0.0).toList();
    }
}
