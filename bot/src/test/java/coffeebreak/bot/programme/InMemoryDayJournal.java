package coffeebreak.bot.programme;

/// How the day differs from its file, kept as long as the test.
public final class InMemoryDayJournal implements DayJournal {

    private DayChanges changes = DayChanges.NONE;

    @Override
    public synchronized DayChanges current() {
        return changes;
    }

    @Override
    public synchronized boolean replace(DayChanges next) {
        if (next.revision() != changes.revision() + 1) {
            return false;
        }
        changes = next;
        return true;
    }
}
