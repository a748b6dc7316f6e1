package coffeebreak.bot.answers;

import coffeebreak.bot.chat.Person;
import java.util.HashMap;
import java.util.Map;

/// An allowance in memory, under the same contract as the one in Redis; a test is over before their minute is.
public final class InMemoryAllowance implements Allowance {

    private final Limits limits;
    private final Map<Person, Integer> usedByPerson = new HashMap<>();
    private int used;

    public InMemoryAllowance(Limits limits) {
        this.limits = limits;
    }

    @Override
    public synchronized boolean take(Person asker) {
        var own = usedByPerson.getOrDefault(asker, 0);
        if (own >= Math.min(limits.personInMinute(), limits.personInDay()) || used >= limits.allInDay()) {
            return false;
        }
        usedByPerson.put(asker, own + 1);
        used++;
        return true;
    }
}
