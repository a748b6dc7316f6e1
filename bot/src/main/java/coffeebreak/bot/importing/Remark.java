package coffeebreak.bot.importing;

/// One thing a reader did with what stood in a file.
///
/// @param line   from 1; 0 for what concerns the file as a whole
/// @param column the heading it stands under, as written there; empty for what concerns the whole line
/// @param what   one sentence: what was done and, where something is wrong, the way out
public record Remark(int line, String column, Kind kind, String what) {

    public Remark {
        // A cell that is quoted can have lines of its own.
        what = what.replaceAll("\\R+", " ");
    }

    /// What is to be thought of it.
    public enum Kind {
        /// Plain.
        UNDERSTOOD,
        /// Taken in a way that somebody should look at.
        GUESSED,
        /// Needed for nothing, and left alone.
        UNUSED,
        /// Left out, or taken without a part of it.
        WRONG
    }
}
