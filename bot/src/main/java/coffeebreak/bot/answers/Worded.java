package coffeebreak.bot.answers;

import coffeebreak.bot.answers.Answer.Outcome;

/// What is said; and whether the programme knew.
record Worded(Outcome outcome, String text) {

    /// Said with everything the programme does not tell.
    static final String ASK = " You can ask the organizers.";

    static Worded known(String text) {
        return new Worded(Outcome.ANSWERED, text);
    }

    static Worded unknown(String text) {
        return new Worded(Outcome.UNKNOWN, text + ASK);
    }

    /// What is not known with what is known instead.
    Worded with(Worded instead) {
        return new Worded(
                instead.outcome(),
                text.replace(ASK, "").replace("I don't know where: no room", "No room") + "\n" + instead.text());
    }
}
