package coffeebreak.bot.answers;

import java.util.List;

/// What a selection comes to.
sealed interface Found {

    /// These, in order; may be none.
    record Rows(List<Row> rows) implements Found {}

    /// It depends on the time, and the date of the programme or the time at the venue is not known.
    record NoClock() implements Found {}

    /// It depends on the time, and the programme has not begun: that is on a later day.
    record NotYet() implements Found {}

    /// It depends on the time, and the programme is over.
    record Over() implements Found {}
}
