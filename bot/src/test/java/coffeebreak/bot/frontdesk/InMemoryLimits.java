package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.Person;
import java.util.HashMap;
import java.util.Map;

/// Limits in memory, under the same contract as the ones in Redis; a test is over before their minute is.
public final class InMemoryLimits implements Limits {

    private final Map<String, Integer> counts = new HashMap<>();

    @Override
    public synchronized Taken take(Person who, Of what) {
        var key = who + " " + what;
        var done = counts.getOrDefault(key, 0) + 1;
        counts.put(key, done);
        return done <= what.inMinute() ? Taken.WITHIN : done == what.inMinute() + 1 ? Taken.FIRST_BEYOND : Taken.BEYOND;
    }

    @Override
    public synchronized void forget(Person who) {
        counts.keySet().removeIf(key -> key.startsWith(who + " "));
    }
}
