package coffeebreak.index;

/// How the index fares.
///
/// @param meaning whether the embedder answered when last asked; if not, words alone carry on
/// @param entries how many entries can be found
/// @param withoutVector how many texts wait for a vector
/// @param sentence the same for an operator to read
public record Health(boolean meaning, int entries, int withoutVector, String sentence) {}
