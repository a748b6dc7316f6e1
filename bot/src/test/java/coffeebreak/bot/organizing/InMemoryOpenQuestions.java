package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Questions to the organizers, in memory.
public final class InMemoryOpenQuestions implements OpenQuestions {

    private final Map<Integer, OpenQuestion> questions = new TreeMap<>();
    private final Map<Person, Map<String, String>> inVain = new HashMap<>();

    @Override
    public synchronized List<OpenQuestion> all() {
        return List.copyOf(questions.values());
    }

    @Override
    public synchronized boolean replace(OpenQuestion question) {
        var before = questions.get(question.number());
        if (question.version() != (before == null ? 0 : before.version()) + 1) {
            return false;
        }
        questions.put(question.number(), question);
        return true;
    }

    @Override
    public synchronized Map<String, String> askedInVain(Person who) {
        return inVain.getOrDefault(who, Map.of());
    }

    @Override
    public synchronized void keepAskedInVain(Person who, Map<String, String> asked) {
        if (asked.isEmpty()) {
            inVain.remove(who);
        } else {
            inVain.put(who, asked);
        }
    }
}
