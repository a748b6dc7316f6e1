package coffeebreak.bot.answers;

/// A stretch of words and its meaning.
///
/// @param from  index of its first word
/// @param to    index after its last word
record Mark(int from, int to, Meaning meaning) {

    boolean is(Concept concept) {
        return meaning instanceof Meaning.Idea(var found) && found == concept;
    }
}
