package coffeebreak.index;

/// One entry found.
///
/// @param id the entry's id
/// @param kind the entry's kind
/// @param name what it is called
/// @param snippet the words of it that fit best, at most some 200 characters; may be empty. For
///     [TopicIndex#closest] the reasons
/// @param score the higher the better; only comparable within one answer, except from
///     [TopicIndex#closest], where it is the affinity
public record Hit(String id, String kind, String name, String snippet, double score) {}
