package coffeebreak.bot.signup;

/// What somebody may agree to. Each is asked by itself and none is assumed.
public enum Consent {
    CARD("My mentor may see my card: name, stage, institution and topics", "your mentor sees your card"),
    TABLEMATES("The others at my table may see my name", "tablemates see your name"),
    FINDABLE("Other participants may find me by my interests", "others may find you"),
    PEERS("If there is no seat for me, seat me at a table with peers", "a table with peers if there is no seat");

    private final String words;
    private final String agreed;

    Consent(String words, String agreed) {
        this.words = words;
        this.agreed = agreed;
    }

    /// As the person agrees to it.
    public String words() {
        return words;
    }

    /// The same told back to them, in few words.
    String agreed() {
        return agreed;
    }
}
