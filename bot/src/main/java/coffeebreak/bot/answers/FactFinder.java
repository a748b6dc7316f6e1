package coffeebreak.bot.answers;

import coffeebreak.bot.programme.Fact;
import coffeebreak.bot.programme.Programme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the statement a question asks for. A statement counts only when it shares the question's content words;
/// nearness in meaning merely decides between those that do.
final class FactFinder {

    /// A statement and how sure it is that the question means it, from 0 to 1.
    ///
    /// @param sameWords how alike the question and the best of the statement's key phrases are, from 0 to 1
    record Hit(Fact fact, double covered, double sameWords) {
        double score() {
            return covered * 0.6 + sameWords * 0.4;
        }
    }

    private record Asked(Set<String> stems, String asking) {}

    private record Entry(Fact fact, Set<String> vocabulary, List<Asked> asked) {}

    /// Prefix of the ids of statements about people.
    static final String ABOUT = "about:";

    /// How near in meaning a statement must be whose words are not those of the question; and one of which most are.
    private static final double NEAR = 0.7;

    private static final double NEARLY = 0.65;

    /// The least share of the question's words that it must have.
    private static final double SHARED = 0.38;

    /// How alike the words must be of a question that organizers were asked before and answered.
    private static final double SAME_QUESTION = 0.8;

    private static final Pattern DATED =
            Pattern.compile("\\b\\d{1,2}:\\d{2}\\b|\\b(January|February|March|April|May|June"
                    + "|July|August|September|October|November|December) \\d");
    /// Words that are what is asked for: a statement without them is about something else, however alike.
    private static final Set<String> TELLING = Set.of(
            "cost",
            "costs",
            "price",
            "won",
            "winner",
            "winners",
            "menu",
            "password",
            "phone",
            "number",
            "already",
            "hotel",
            "parking",
            "salary",
            "name",
            "title",
            "vegetarian");

    private static final Pattern PLACED = Pattern.compile(
            "\\b(in|at|on|to) (the )?(\\p{Lu}|\\d)"
                    + "|\\b(?i:room|desk|hall|steps|floor|building|street|entrance|lobby|foyer|cloakroom|door|reception|website|site)\\b");
    private static final Pattern SOMEBODY =
            Pattern.compile("(?i)\\b(organi[sz]ers?|authors?|foundation|fund|committee|volunteers?|reviewers?)\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d|\\b(two|three|four|eight|half)\\b");

    private final Lexicon lexicon;
    private final Nearness nearness;
    private final Set<String> people = new HashSet<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> entriesByStem = new HashMap<>();

    FactFinder(Lexicon lexicon, Nearness nearness, Programme programme) {
        this.lexicon = lexicon;
        this.nearness = nearness;
        programme.people().forEach(person -> people.add(person.name()));
        programme.facts().forEach(this::add);
        programme.people().forEach(person -> {
            if (person.about() != null) {
                add(new Fact(ABOUT + person.id(), person.about(), List.of(person.name()), null, null));
            }
        });
    }

    private void add(Fact fact) {
        var vocabulary = new HashSet<String>();
        var asked = new ArrayList<Asked>();
        for (var phrase : fact.asked()) {
            var stems = stems(EntityLinker.wordsOf(phrase));
            vocabulary.addAll(stems);
            if (!stems.isEmpty()) {
                asked.add(new Asked(stems, asking(EntityLinker.wordsOf(phrase))));
            }
        }
        vocabulary.addAll(stems(EntityLinker.wordsOf(fact.words())));
        vocabulary.forEach(stem -> entriesByStem.merge(stem, 1, Integer::sum));
        entries.add(new Entry(fact, vocabulary, asked));
    }

    Optional<Fact> byId(String id) {
        return entries.stream()
                .map(Entry::fact)
                .filter(fact -> fact.id().equals(id))
                .findFirst();
    }

    /// Whether a statement and some words have any content in common.
    boolean shares(String id, List<String> words) {
        var stems = stems(words);
        return entries.stream()
                .filter(entry -> entry.fact().id().equals(id))
                .anyMatch(entry -> stems.stream().anyMatch(entry.vocabulary()::contains));
    }

    /// The content of some words: without those that only make the sentence, and without endings.
    Set<String> stems(List<String> words) {
        var stems = new java.util.LinkedHashSet<String>();
        for (var word : words) {
            if (word.length() > 1 && !grammar(word) || word.chars().allMatch(Character::isDigit)) {
                stems.add(stem(word));
            }
        }
        return stems;
    }

    private static final Set<String> GRAMMAR = Set.of(
            "when",
            "where",
            "who",
            "whom",
            "whose",
            "what",
            "which",
            "how",
            "why",
            "time",
            "many",
            "much",
            "long",
            "name",
            "names",
            "info",
            "information",
            "details",
            "there",
            "one",
            "it",
            "that",
            "this",
            "not",
            "she",
            "he",
            "they",
            "them",
            "him",
            "her",
            "tell",
            "show",
            "list",
            "give",
            "thing",
            "things",
            "something",
            "anything",
            "someone",
            "anyone",
            "everyone",
            "before",
            "after",
            "until",
            "now",
            "also",
            "too",
            "left",
            "per",
            "each",
            "start",
            "starts",
            "begin",
            "begins",
            "end",
            "ends",
            "finish");

    private static String asking(List<String> words) {
        for (var index = 0; index < words.size(); index++) {
            var word = words.get(index);
            if (word.equals("how")
                    && index + 1 < words.size()
                    && words.get(index + 1).matches("many|much")) {
                return "how many";
            }
            if (Set.of("when", "where", "who", "how", "why").contains(word)) {
                return word;
            }
        }
        return "";
    }

    private boolean grammar(String word) {
        return GRAMMAR.contains(word) || lexicon.stop(word);
    }

    /// The statement the words ask for; empty where none is sure enough.
    Optional<Hit> best(List<String> words, boolean needsNumber, boolean needsDate) {
        var hits = covered(words).stream()
                .filter(hit -> fits(hit.fact(), words, needsNumber, needsDate)
                        || hit.fact().said() != null && hit.sameWords() >= SAME_QUESTION)
                .toList();
        var top = hits.stream().filter(hit -> hit.covered() > 0.6).limit(5).toList();
        if (top.size() < 2 || top.get(0).score() - top.get(1).score() > 0.1) {
            return top.stream().findFirst();
        }
        var near = nearness.to(
                String.join(" ", words),
                top.stream().map(hit -> hit.fact().words()).toList());
        var best = 0;
        for (var index = 1; index < top.size(); index++) {
            if (top.get(index).score() + near.get(index) * 0.5 > top.get(best).score() + near.get(best) * 0.5) {
                best = index;
            }
        }
        return Optional.of(top.get(best));
    }

    /// The statement that means what is asked, where the words alone do not tell: it must be near in meaning,
    /// nearer than any other, and share some of the question's words all the same. How near was chosen on the
    /// project's own questions: of those nobody can answer the nearest come to 0.63, but for two about who won a
    /// prize.
    Optional<Fact> nearest(List<String> words, boolean needsNumber, boolean needsDate) {
        var hits = covered(words);
        if (hits.isEmpty() || hits.stream().allMatch(hit -> hit.covered() < SHARED)) {
            return Optional.empty();
        }
        var texts = hits.stream().map(hit -> texts(hit.fact())).toList();
        var near = nearness.to(
                String.join(" ", words), texts.stream().flatMap(List::stream).toList());
        Hit best = null;
        var most = 0.0;
        var next = 0.0;
        var at = 0;
        for (var index = 0; index < hits.size(); index++) {
            var nearest = near.subList(at, at + texts.get(index).size()).stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
            at += texts.get(index).size();
            if (nearest > most) {
                next = most;
                most = nearest;
                best = hits.get(index);
            } else {
                next = Math.max(next, nearest);
            }
        }
        var sure = best != null
                && best.covered() >= (best.fact().id().startsWith(ABOUT) ? 0.9 : SHARED)
                && (most >= NEAR || most >= NEARLY && best.covered() > 0.6)
                && most - next > 0.02
                && fits(best.fact(), words, needsNumber, needsDate);
        return sure && best != null ? Optional.of(best.fact()) : Optional.empty();
    }

    /// Whether a statement is at least that near in meaning.
    boolean means(Fact fact, List<String> words, double least) {
        return nearness.to(String.join(" ", words), texts(fact)).stream().anyMatch(near -> near >= least);
    }

    /// Everything of a statement that may be near a question: how it is asked for, and its sentences.
    private static List<String> texts(Fact fact) {
        return Stream.concat(fact.asked().stream(), Stream.of(fact.words().split("(?<=[.;])\\s")))
                .toList();
    }

    /// Whether a statement can answer what is asked: a number, a date, somebody.
    private boolean fits(Fact fact, List<String> words, boolean needsNumber, boolean needsDate) {
        return (!needsNumber || NUMBER.matcher(fact.words()).find())
                && (!needsDate
                        || fact.date() != null
                        || DATED.matcher(fact.words()).find())
                && words.stream().noneMatch(word -> TELLING.contains(word) && !FactFinder.has(fact, word))
                && !(asking(words).equals("who") && words.contains("my"))
                && switch (asking(words)) {
                    case "who" -> namesSomebody(fact);
                    case "where" ->
                        asksSo(fact, "where") || PLACED.matcher(fact.words()).find();
                    default -> true;
                };
    }

    /// Whether a statement has a word, or one of the same stem.
    private static boolean has(Fact fact, String word) {
        return Stream.concat(fact.asked().stream(), Stream.of(fact.words()))
                .flatMap(text -> EntityLinker.wordsOf(text).stream())
                .anyMatch(other -> stem(other).equals(stem(word)));
    }

    private static boolean asksSo(Fact fact, String asking) {
        return fact.asked().stream()
                .anyMatch(phrase -> asking(EntityLinker.wordsOf(phrase)).equals(asking));
    }

    private boolean namesSomebody(Fact fact) {
        return asksSo(fact, "who")
                || fact.id().startsWith(ABOUT)
                || SOMEBODY.matcher(fact.words()).find()
                || people.stream().anyMatch(name -> fact.words().contains(name));
    }

    /// All statements by how much of the words they cover, best first; none for words without content.
    List<Hit> covered(List<String> words) {
        var content = stems(words);
        if (content.isEmpty()) {
            return List.of();
        }
        var asking = asking(words);
        var most = Math.log(entries.size() + 1.0) + 1;
        var hits = new ArrayList<Hit>();
        for (var entry : entries) {
            var all = 0.0;
            var shared = 0.0;
            for (var stem : content) {
                var weight = weight(stem, most);
                all += weight;
                shared += entry.vocabulary().contains(stem) ? weight : 0;
            }
            var same = 0.0;
            for (var asked : entry.asked()) {
                var like = likeness(content, asked.stems(), most);
                // "Where do I submit" and "until when can I submit" share their content, not their question.
                var other = !asking.isEmpty() && !asked.asking().isEmpty() && !asking.equals(asked.asking());
                same = Math.max(same, other ? like * 0.8 : asking.equals(asked.asking()) ? like : like * 0.99);
            }
            hits.add(new Hit(entry.fact(), shared / all, same));
        }
        hits.sort(Comparator.comparingDouble(Hit::score).reversed());
        return hits;
    }

    private double weight(String stem, double most) {
        var count = entriesByStem.getOrDefault(stem, 0);
        return count == 0 ? most : Math.log((entries.size() + 1.0) / count) + 0.3;
    }

    private double likeness(Set<String> one, Set<String> other, double most) {
        var shared = 0.0;
        var all = 0.0;
        for (var stem : one) {
            var weight = weight(stem, most);
            all += weight;
            shared += other.contains(stem) ? weight : 0;
        }
        for (var stem : other) {
            all += weight(stem, most);
        }
        return all == 0 ? 0 : 2 * shared / all;
    }

    /// A word without its ending, so that "submitted" and "submission" meet.
    static String stem(String word) {
        var text = SAME.getOrDefault(word, word);
        for (var ending : ENDINGS) {
            if (text.length() - ending.length() >= 4 && text.endsWith(ending)) {
                text = text.substring(0, text.length() - ending.length());
                break;
            }
        }
        if (text.length() > 4 && text.charAt(text.length() - 1) == text.charAt(text.length() - 2)) {
            text = text.substring(0, text.length() - 1);
        }
        return text;
    }

    private static final List<String> ENDINGS = List.of(
            "izations",
            "isations",
            "ization",
            "isation",
            "ations",
            "ation",
            "ions",
            "ings",
            "ers",
            "ments",
            "ment",
            "ing",
            "ies",
            "ied",
            "ion",
            "ed",
            "er",
            "es",
            "e",
            "s",
            "y");

    /// Words that mean the same in every workshop.
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("submission", "submit"),
            Map.entry("submissions", "submit"),
            Map.entry("submitting", "submit"),
            Map.entry("submitted", "submit"),
            Map.entry("submits", "submit"),
            Map.entry("contest", "competition"),
            Map.entry("contests", "competition"),
            Map.entry("compete", "competition"),
            Map.entry("competitions", "competition"),
            Map.entry("papers", "paper"),
            Map.entry("article", "paper"),
            Map.entry("manuscript", "paper"),
            Map.entry("accepted", "accept"),
            Map.entry("acceptance", "accept"),
            Map.entry("acceptances", "accept"),
            Map.entry("reviewed", "review"),
            Map.entry("reviewing", "review"),
            Map.entry("reviews", "review"),
            Map.entry("reviewers", "reviewer"),
            Map.entry("notified", "notification"),
            Map.entry("notify", "notification"),
            Map.entry("pays", "fund"),
            Map.entry("pay", "fund"),
            Map.entry("paid", "fund"),
            Map.entry("paying", "fund"),
            Map.entry("sponsor", "fund"),
            Map.entry("sponsors", "fund"),
            Map.entry("sponsored", "fund"),
            Map.entry("sponsoring", "fund"),
            Map.entry("finances", "fund"),
            Map.entry("financed", "fund"),
            Map.entry("funded", "fund"),
            Map.entry("funds", "fund"),
            Map.entry("funding", "fund"),
            Map.entry("organise", "organize"),
            Map.entry("organised", "organize"),
            Map.entry("organisers", "organizer"),
            Map.entry("organizers", "organizer"),
            Map.entry("program", "programme"),
            Map.entry("entered", "enter"),
            Map.entry("entries", "enter"),
            Map.entry("entry", "enter"),
            Map.entry("attendees", "attend"),
            Map.entry("attended", "attend"),
            Map.entry("attendance", "attend"),
            Map.entry("expecting", "expected"),
            Map.entry("expect", "expected"),
            Map.entry("rejected", "refused"),
            Map.entry("denied", "refused"),
            Map.entry("previous", "first"),
            Map.entry("grants", "grant"));
}
