package coffeebreak.bot.programme;

class InMemoryDayJournalTest extends DayJournalContract {

    @Override
    protected DayJournal journal() {
        return new InMemoryDayJournal();
    }
}
