package coffeebreak.bot.signup;

/// Where somebody stands in their career.
public enum Stage {
    BACHELOR("Bachelor's student"),
    MASTER("Master's student"),
    PHD1("PhD student, 1st year"),
    PHD2("PhD student, 2nd year"),
    PHD3("PhD student, 3rd year"),
    PHD4("PhD student, 4th year or later"),
    POSTDOC("Postdoc"),
    FACULTY("Faculty"),
    INDUSTRY("Industry or other");

    private final String words;

    Stage(String words) {
        this.words = words;
    }

    /// As a person would say it.
    public String words() {
        return words;
    }
}
