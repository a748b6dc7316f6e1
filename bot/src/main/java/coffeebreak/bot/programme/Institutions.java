package coffeebreak.bot.programme;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which spellings mean the same institution, so that nobody is seated with a colleague because one wrote NYU and the
/// other New York University. Only what a table says is merged: EPFL and the École Polytechnique stay two. An event's
/// own table is laid over a general one and wins where they differ.
public final class Institutions {

    private final Map<String, List<String>> aliases;
    private final @Nullable Institutions general;
    private final Map<String, String> canonicalByKey = new LinkedHashMap<>();

    /// @param aliases per institution, under its full name, its other spellings
    /// @throws IllegalArgumentException when one spelling stands for two institutions
    public Institutions(Map<String, List<String>> aliases) {
        this(aliases, null);
    }

    private Institutions(Map<String, List<String>> aliases, @Nullable Institutions general) {
        var copy = new LinkedHashMap<String, List<String>>();
        aliases.forEach((name, others) -> copy.put(name, List.copyOf(others)));
        this.aliases = copy;
        this.general = general;
        var own = new LinkedHashMap<String, String>();
        this.aliases.forEach((name, others) -> {
            add(own, name, name);
            others.forEach(other -> add(own, other, name));
        });
        if (general != null) {
            canonicalByKey.putAll(general.canonicalByKey);
            own.forEach(this::moveHouse);
        }
        canonicalByKey.putAll(own);
    }

    /// No institution has two spellings.
    public static Institutions none() {
        return new Institutions(Map.of());
    }

    private static void add(Map<String, String> own, String spelling, String name) {
        var before = own.putIfAbsent(key(spelling), name);
        if (before != null && !before.equals(name)) {
            throw new IllegalArgumentException("\"%s\" stands for both %s and %s".formatted(spelling, before, name));
        }
    }

    /// Whoever names a house by its full name, or gives it another, means all of its spellings; otherwise the one.
    private void moveHouse(String key, String name) {
        var house = canonicalByKey.get(key);
        if (house != null && (key.equals(key(house)) || key.equals(key(name)))) {
            canonicalByKey.replaceAll((_, canonical) -> canonical.equals(house) ? name : canonical);
        }
    }

    /// The same table, laid over one that holds for every event.
    public Institutions over(Institutions everywhere) {
        return new Institutions(aliases, everywhere);
    }

    /// The same table with more in it; where they differ, what is added wins.
    public Institutions with(Institutions more) {
        var keys = more.canonicalByKey.keySet();
        var merged = new LinkedHashMap<String, List<String>>();
        aliases.forEach((name, others) -> {
            var kept =
                    others.stream().filter(other -> !keys.contains(key(other))).toList();
            merged.merge(
                    more.canonicalByKey.getOrDefault(key(name), name),
                    Stream.concat(Stream.of(name), kept.stream()).toList(),
                    Institutions::joined);
        });
        more.aliases.forEach((name, others) -> merged.merge(name, others, Institutions::joined));
        return new Institutions(merged, general);
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    /// One name for all spellings of an institution: the full name where a table knows it, otherwise the words
    /// without case, accents and punctuation. Two people are of the same institution when these are equal
    /// and not empty.
    public String canonical(String spelling) {
        var key = key(spelling);
        var known = canonicalByKey.get(key);
        return known == null ? key : known;
    }

    private boolean knows(String spelling) {
        return canonicalByKey.containsKey(key(spelling));
    }

    /// Every institution named in one line, canonical: "NYU & Meta" gives two, "Dept. of Physics, ENS, Paris, France"
    /// one.
    public Set<String> allIn(String line) {
        if (knows(line)) {
            return Set.of(canonical(line));
        }
        var all = new LinkedHashSet<String>();
        for (var side : line.split("[;&/|+\\n]|\\band\\b")) {
            all.addAll(oneSide(side));
        }
        return all;
    }

    /// What commas separate is a department, an institution and its place. Whatever a table knows counts, and what
    /// calls itself a university; only where there is neither, the first that is no department.
    private Set<String> oneSide(String side) {
        if (knows(side)) {
            return Set.of(canonical(side));
        }
        var pieces = Arrays.stream(side.split("[,()\\[\\]]|\\s[-–—]\\s"))
                .map(String::strip)
                .filter(piece -> !key(piece).isEmpty())
                .toList();
        var found = new LinkedHashSet<String>();
        for (var from = 0; from < pieces.size(); ) {
            var start = from;
            var end = IntStream.iterate(pieces.size(), to -> to > start, to -> to - 1)
                    .filter(to -> knows(String.join(" ", pieces.subList(start, to))))
                    .findFirst();
            if (end.isPresent()) {
                found.add(canonical(String.join(" ", pieces.subList(start, end.getAsInt()))));
            } else if (isUniversity(pieces.get(from))) {
                found.add(canonical(pieces.get(from)));
            }
            from = end.orElse(from + 1);
        }
        return found.isEmpty()
                ? pieces.stream()
                        .filter(piece -> !isDepartment(piece))
                        .map(this::canonical)
                        .limit(1)
                        .collect(Collectors.toSet())
                : found;
    }

    private static boolean isUniversity(String piece) {
        return key(piece).matches(".*(universi|college|polytech|politec|hochschule|\\becole\\b).*")
                && !isDepartment(piece);
    }

    private static boolean isDepartment(String piece) {
        return key(piece)
                .matches("(dept|department|faculty|school|division|group|lab|laboratory|chair|section|unit) (of|for) .*"
                        + "|.* (department|dept|group|lab)");
    }

    /// The event's own table: per full name the other spellings.
    public Map<String, List<String>> aliases() {
        return java.util.Collections.unmodifiableMap(aliases);
    }

    private static String key(String spelling) {
        return Spelled.folded(spelling)
                .replace(".", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .replaceFirst("^the ", "")
                .replaceAll("\\buniv\\b", "university")
                .replaceAll("\\binst\\b", "institute")
                .replaceFirst("^u of ", "university of ");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Institutions institutions && canonicalByKey.equals(institutions.canonicalByKey);
    }

    @Override
    public int hashCode() {
        return canonicalByKey.hashCode();
    }

    @Override
    public String toString() {
        return aliases.toString();
    }
}
