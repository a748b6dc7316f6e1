package coffeebreak.bot.answers;

/// One word of a question.
///
/// @param text    folded: lower case, no accents
/// @param surface as typed
/// @param capital typed with a capital that is not due to the start of a sentence
record Word(String text, String surface, boolean capital) {

    Word as(String otherText) {
        return new Word(otherText, surface, capital);
    }

    boolean number() {
        return text.chars().allMatch(Character::isDigit);
    }
}
