package coffeebreak.index;

/// A stretch of a text, and whether it is what a query looked for.
///
/// @param words as they stand in the text, white space included: all stretches together are the text
public record Stretch(String words, boolean matched) {}
