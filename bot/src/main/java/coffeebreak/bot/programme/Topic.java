package coffeebreak.bot.programme;

/// One of the areas the workshop is about, as people choose it when they sign up.
///
/// @param id    stable, lower case with hyphens
/// @param words as shown to people
public record Topic(String id, String words) {}
