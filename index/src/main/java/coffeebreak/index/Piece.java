package coffeebreak.index;

/// A text, or the part of a long one, that has a vector of its own.
///
/// @param digest of the words and the model, under which the vector is looked up
record Piece(String words, String digest) {}
