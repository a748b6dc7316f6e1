package coffeebreak.bot.doctor;

/// One thing that was looked at before the day.
///
/// @param says what was found, in one sentence; of what is wrong also the way out, and never a secret
public record Finding(Mark mark, String says) {

    /// How it stands.
    public enum Mark {
        WELL("✓"),
        WRONG("✗"),
        /// Could not be looked at, or is worth knowing; nothing that keeps the bot from serving.
        OPEN("–");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }
    }

    public static Finding well(String says) {
        return new Finding(Mark.WELL, says);
    }

    public static Finding wrong(String says) {
        return new Finding(Mark.WRONG, says);
    }

    public static Finding open(String says) {
        return new Finding(Mark.OPEN, says);
    }

    /// The line that a person reads.
    @Override
    public String toString() {
        return mark.sign + " " + says;
    }
}
