package coffeebreak.bot.signup;

/// What somebody may agree to. Each is asked by itself and none is assumed.
public enum Consent {
    CARD("My mentor may see my card: name, stage, topics and question"),
    TABLEMATES("The others at my table may see my name"),
    FINDABLE("Other participants may find me by my interests"),
    PEERS("If there is no seat for me, seat me at a table with peers");

    private final String words;

    Consent(String words) {
        this.words = words;
    }

    /// As the person agrees to it.
    public String words() {
        return words;
    }
}
