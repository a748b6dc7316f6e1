package coffeebreak.bot.programme;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which spellings mean the same institution, so that nobody is seated with a colleague because one wrote NYU and the
/// other New York University. Only what the table says is merged: EPFL and the École Polytechnique stay two.
public final class Institutions {

    private final Map<String, List<String>> aliases;
    private final Map<String, String> canonicalByKey = new LinkedHashMap<>();

    /// @param aliases per institution, under its full name, its other spellings
    /// @throws IllegalArgumentException when one spelling stands for two institutions
    public Institutions(Map<String, List<String>> aliases) {
        var copy = new LinkedHashMap<String, List<String>>();
        aliases.forEach((name, others) -> copy.put(name, List.copyOf(others)));
        this.aliases = copy;
        this.aliases.forEach((name, others) -> {
            add(name, name);
            others.forEach(other -> add(other, name));
        });
    }

    /// No institution has two spellings.
    public static Institutions none() {
        return new Institutions(Map.of());
    }

    private void add(String spelling, String name) {
        var before = canonicalByKey.putIfAbsent(key(spelling), name);
        if (before != null && !before.equals(name)) {
            throw new IllegalArgumentException("\"%s\" stands for both %s and %s".formatted(spelling, before, name));
        }
    }

    /// One name for all spellings of an institution: the full name where the table knows it, otherwise the words
    /// without case, accents and punctuation. Two people are of the same institution when these are equal
    /// and not empty.
    public String canonical(String spelling) {
        var key = key(spelling);
        var known = canonicalByKey.get(key);
        return known == null ? key : known;
    }

    /// Every institution named in one line, canonical: "NYU & Meta" gives two.
    public Set<String> allIn(String line) {
        var whole = canonical(line);
        if (whole.isEmpty()) {
            return Set.of();
        }
        if (canonicalByKey.containsKey(key(line))) {
            return Set.of(whole);
        }
        var all = new LinkedHashSet<String>();
        for (var piece : line.split("[,;/&|()+]|\\band\\b")) {
            var name = canonical(piece);
            if (!name.isEmpty()) {
                all.add(name);
            }
        }
        return all;
    }

    /// The table: per full name the other spellings.
    public Map<String, List<String>> aliases() {
        return java.util.Collections.unmodifiableMap(aliases);
    }

    private static String key(String spelling) {
        var plain = Normalizer.normalize(spelling, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return plain.toLowerCase(Locale.ROOT)
                .replaceAll("[.']", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .replaceFirst("^the ", "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Institutions institutions && aliases.equals(institutions.aliases);
    }

    @Override
    public int hashCode() {
        return aliases.hashCode();
    }

    @Override
    public String toString() {
        return aliases.toString();
    }
}
