package coffeebreak.index;

/// Somebody another has something to say to.
///
/// @param id of the other's entry
/// @param score their [affinity][TopicIndex#affinity], 0 to 1, the same from both sides
public record Neighbour(String id, double score) {}
