package coffeebreak.bot.answers;

import coffeebreak.bot.answers.Answer.Outcome;

/// What is said; and whether the programme knew.
///
/// @param inEnglish there are words for it in English only, so that whoever asked in another language gets all of it in
///                  English
record Worded(Outcome outcome, String text, boolean inEnglish) {

    static Worded known(String text) {
        return new Worded(Outcome.ANSWERED, text, false);
    }

    static Worded unknown(String text) {
        return new Worded(Outcome.UNKNOWN, text, false);
    }

    static Worded knownInEnglish(String text) {
        return new Worded(Outcome.ANSWERED, text, true);
    }

    static Worded unknownInEnglish(String text) {
        return new Worded(Outcome.UNKNOWN, text, true);
    }

    /// The same behind other words.
    Worded after(String words) {
        return new Worded(outcome, words + text, inEnglish);
    }
}
