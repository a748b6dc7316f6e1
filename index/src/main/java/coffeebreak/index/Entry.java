package coffeebreak.index;

import java.util.List;

/// A person, talk, paper or fact, as the index keeps it.
///
/// @param id the caller's own name for it
/// @param kind a word of the caller's, by which searches are narrowed ("mentor", "talk"). Who must
///     not be found by others gets a kind that is not searched
/// @param name what it is called when it is found; searched for, but no part of any affinity
/// @param texts what it is about; blank ones are dropped. None at all is allowed: affinities are
///     then neutral and say so
/// @param version the caller's version of it; an older one never replaces a newer one
public record Entry(String id, String kind, String name, List<Text> texts, long version) {
    public Entry {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an entry named \"%s\" has no id".formatted(name));
        }
        texts = texts.stream().filter(text -> !text.isBlank()).distinct().toList();
    }
}
