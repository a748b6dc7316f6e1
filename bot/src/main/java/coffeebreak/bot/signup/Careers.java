package coffeebreak.bot.signup;

import java.util.Optional;

/// Career stages as people write them in forms and lists: "PhD student (2nd year)", "Postdoc", "Assoc. Professor".
public final class Careers {

    private Careers() {}

    /// What was understood.
    ///
    /// @param stage    empty where it was not understood, or the year of a doctorate is missing
    /// @param doctoral a doctorate, of whatever year
    public record Career(Optional<Stage> stage, boolean doctoral) {}

    public static Career read(String words) {
        var career = SentenceReader.career(
                new Rest(words.replaceAll("[()\\[\\],]", " ").strip()), Draft.EMPTY);
        return new Career(Optional.ofNullable(career.stage()), career.doctoral());
    }
}
