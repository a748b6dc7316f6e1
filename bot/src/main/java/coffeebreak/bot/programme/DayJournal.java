package coffeebreak.bot.programme;

/// Keeps how the day differs from its file. Every method throws [coffeebreak.bot.chat.StoreUnavailable] when the store
/// cannot be reached.
public interface DayJournal {

    /// [DayChanges#NONE] before the first change.
    DayChanges current();

    /// Replaces the changes whose revision is one less than the new one's.
    ///
    /// @return false, and nothing changed, when somebody else was faster
    boolean replace(DayChanges changes);
}
