package coffeebreak.bot.notices;

import coffeebreak.bot.chat.Person;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// How people want to be written to, in memory.
public final class InMemoryContacts implements Contacts {

    private final Set<Person> muted = new HashSet<>();
    private final Map<Person, String> unreachable = new HashMap<>();

    @Override
    public synchronized void mute(Person who, boolean mute) {
        if (mute) {
            muted.add(who);
        } else {
            muted.remove(who);
        }
    }

    @Override
    public synchronized void unreachable(Person who, String reason) {
        unreachable.put(who, reason);
    }

    @Override
    public synchronized void reachable(Person who) {
        unreachable.remove(who);
    }

    @Override
    public synchronized Noted noted() {
        return new Noted(muted, unreachable);
    }

    @Override
    public synchronized void forget(Person who) {
        mute(who, false);
        reachable(who);
    }
}
