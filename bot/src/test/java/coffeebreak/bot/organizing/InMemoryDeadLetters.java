package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Person;
import java.util.ArrayList;
import java.util.List;

/// Letters a test puts here.
public final class InMemoryDeadLetters implements DeadLetters {

    private final List<Letter> letters = new ArrayList<>();

    public void add(Letter letter) {
        letters.add(letter);
    }

    @Override
    public List<Letter> all() {
        return List.copyOf(letters);
    }

    @Override
    public int tryAgain() {
        return drop();
    }

    @Override
    public int drop() {
        var count = letters.size();
        letters.clear();
        return count;
    }

    @Override
    public void forget(Person who) {
        letters.removeIf(letter -> letter.from().equals(who));
    }
}
