package coffeebreak.bot.answers;

import coffeebreak.bot.programme.Programme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what the rules could not, with the help of a language model where there is one: for one message, and at most
/// one sentence of it, so that nobody waits for more than one reading.
final class ModelReader {

    private final Suggestions suggestions;
    private final SuggestionCheck check;
    private final Programme programme;
    private final Asker asker;
    private boolean asked;

    ModelReader(Suggestions suggestions, RuleReader rules, Programme programme, Asker asker) {
        this.suggestions = suggestions;
        this.check = new SuggestionCheck(rules, programme);
        this.programme = programme;
        this.asker = asker;
    }

    /// The query that is left of a suggestion when all of it is supported; empty otherwise. Follow-ups are none of
    /// its business: it is not told what was asked before.
    Optional<Query> read(Normalizer.Sentence sentence) {
        var person = asker.person();
        if (asked || person == null || !check.worthAsking(sentence.words())) {
            return Optional.empty();
        }
        asked = true;
        var question =
                sentence.pieces().stream().map(ModelReader::asTyped).collect(java.util.stream.Collectors.joining(", "));
        return suggestions
                .of(question, programme, person)
                .flatMap(suggestion -> check.query(question, sentence.words(), suggestion));
    }

    /// The words as they were typed; one that stands for two, as "whats", once.
    private static String asTyped(List<Word> words) {
        var typed = new ArrayList<String>();
        for (var word : words) {
            if (typed.isEmpty() || !typed.getLast().equals(word.surface())) {
                typed.add(word.surface());
            }
        }
        return String.join(" ", typed);
    }
}
