package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Person;
import java.util.ArrayList;
import java.util.List;

/// The audit trail in memory, under the same contract as the one in Redis.
public final class InMemoryAuditTrail implements AuditTrail {

    private final List<Entry> entries = new ArrayList<>();

    @Override
    public synchronized void append(Entry entry) {
        entries.addFirst(entry);
    }

    @Override
    public synchronized void forgetRefusalsOf(Person who) {
        entries.replaceAll(entry -> entry.who().equals(who) && entry.wasRefused()
                ? new Entry(entry.at(), new Person("forgotten"), entry.act(), entry.outcome())
                : entry);
    }

    @Override
    public synchronized List<Entry> latest(int count) {
        return entries.stream().limit(count).toList();
    }
}
