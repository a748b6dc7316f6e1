package coffeebreak.bot.answers;

import coffeebreak.bot.programme.Kind;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Finds what the words of a question refer to. Its names come from one programme: people with their first names,
/// last names and aliases, kinds, titles, institutions, rooms. Misspelled words are mended towards these.
final class EntityLinker {

    private final Lexicon lexicon;
    private final Programme programme;
    private final TimeGrammar times;
    private final DayGrammar days;
    private final Map<String, Meaning> phrases = new HashMap<>();
    private final Set<String> nameWords = new HashSet<>();
    private final Map<String, List<String>> namesThatAreWords = new HashMap<>();
    private final Set<String> vocabulary = new TreeSet<>();
    private int longest = 1;

    EntityLinker(Lexicon lexicon, TimeGrammar times, Programme programme) {
        this.lexicon = lexicon;
        this.times = times;
        this.programme = programme;
        this.days = new DayGrammar(programme);
        kinds();
        titles();
        rooms();
        institutions();
        people();
        event();
        longest = Math.max(longest, lexicon.longest());
        phrases.keySet().forEach(phrase -> vocabulary.addAll(List.of(phrase.split(" "))));
        vocabulary.addAll(lexicon.words());
        programme.facts().forEach(fact -> {
            fact.asked().forEach(asked -> vocabulary.addAll(wordsOf(asked)));
            vocabulary.addAll(wordsOf(fact.words()));
        });
        vocabulary.removeIf(word -> word.length() < 3);
    }

    static List<String> wordsOf(String text) {
        return Normalizer.sentences(text).stream()
                .flatMap(sentence -> sentence.words().stream())
                .map(Word::text)
                .toList();
    }

    private void put(List<String> words, Meaning meaning) {
        if (!words.isEmpty()) {
            phrases.put(String.join(" ", words), meaning);
            longest = Math.max(longest, words.size());
        }
    }

    private void kinds() {
        var ids = programme.sessions().stream()
                .map(session -> session.kind().id())
                .collect(java.util.stream.Collectors.toSet());
        for (var kind : Kind.USUAL) {
            if (ids.contains(kind.id())) {
                continue;
            }
            for (var name : spellings(kind)) {
                put(name, new Meaning.NoKind(kind.plural()));
            }
        }
        var present = new LinkedHashMap<String, Kind>();
        programme.sessions().forEach(session -> present.put(session.kind().id(), session.kind()));
        for (var kind : present.values()) {
            put(wordsOf(kind.plural()), new Meaning.OfKind(Set.of(kind.id()), kind.plural(), true));
            for (var name : spellings(kind)) {
                var plural = name.getLast().endsWith("s");
                put(name, new Meaning.OfKind(Set.of(kind.id()), kind.name(), plural));
            }
            put(
                    wordsOf(kind.name()),
                    new Meaning.OfKind(
                            Set.of(kind.id()), kind.name(), kind.name().equals(kind.plural())));
        }
        // "Coffee Break" is what two sessions are called: one word for both, told apart by their numbers.
        for (var session : programme.sessions()) {
            var title = withoutNumbers(wordsOf(session.title()));
            var kind = session.kind();
            if (phrases.get(String.join(" ", title)) == null
                    && programme.sessions().stream()
                            .filter(other -> other.kind().equals(kind))
                            .allMatch(other ->
                                    withoutNumbers(wordsOf(other.title())).equals(title))) {
                put(title, new Meaning.OfKind(Set.of(kind.id()), kind.name(), false));
            }
        }
        // The first word of "invited talk" means it too, where no other kind starts so and it is no word by itself.
        for (var kind : present.values()) {
            var words = wordsOf(kind.name());
            if (words.size() > 1
                    && lexicon.phrases().get(words.getFirst()) != Concept.TALK
                    && present.values().stream()
                                    .filter(other ->
                                            wordsOf(other.name()).getFirst().equals(words.getFirst()))
                                    .count()
                            == 1) {
                phrases.putIfAbsent(words.getFirst(), new Meaning.OfKind(Set.of(kind.id()), kind.name(), false));
            }
        }
    }

    private static List<List<String>> spellings(Kind kind) {
        var spellings = new ArrayList<List<String>>();
        for (var name : kind.words()) {
            spellings.add(wordsOf(name));
        }
        spellings.add(wordsOf(kind.name()));
        spellings.add(wordsOf(kind.plural()));
        for (var name : List.copyOf(spellings)) {
            if (!name.isEmpty() && !name.getLast().endsWith("s")) {
                var more = new ArrayList<>(name);
                more.set(more.size() - 1, more.getLast() + "s");
                spellings.add(more);
            }
        }
        return spellings;
    }

    private static List<String> withoutNumbers(List<String> words) {
        return words.stream()
                .filter(word -> !word.chars().allMatch(Character::isDigit))
                .toList();
    }

    private void titles() {
        var idsByWord = new HashMap<String, Set<String>>();
        for (var session : programme.sessions()) {
            title(session.title(), session.id(), idsByWord);
            title(session.talkTitle() == null ? "" : session.talkTitle(), session.id(), idsByWord);
            session.parts().forEach(part -> {
                title(part.title(), part.id(), idsByWord);
                title(part.talkTitle() == null ? "" : part.talkTitle(), part.id(), idsByWord);
            });
        }
        idsByWord.forEach((word, ids) -> phrases.putIfAbsent(word, new Meaning.Titled(ids)));
    }

    private void title(String title, String id, Map<String, Set<String>> idsByWord) {
        var words = wordsOf(title);
        var plain = withoutNumbers(words);
        if (plain.isEmpty()) {
            return;
        }
        if (plain.size() < words.size() && words.size() > 1) {
            titled(words, id);
        }
        if (plain.equals(words) && plain.size() > 1) {
            titled(plain, id);
        }
        for (var word : plain) {
            if (word.length() > 3
                    && !lexicon.words().contains(word)
                    && !(phrases.get(word) instanceof Meaning.OfKind)) {
                idsByWord.computeIfAbsent(word, key -> new HashSet<>()).add(id);
            }
        }
    }

    private void titled(List<String> title, String id) {
        var whole = phrases.get(String.join(" ", title));
        if (whole == null || whole instanceof Meaning.NoKind) {
            put(title, new Meaning.Titled(Set.of(id)));
        } else if (whole instanceof Meaning.Titled(var ids)) {
            var more = new HashSet<>(ids);
            more.add(id);
            put(title, new Meaning.Titled(more));
        }
    }

    /// Rooms by their names, and by a word of the name that no other room has and that means nothing else.
    private void rooms() {
        var rooms = programme.sessions().stream()
                .flatMap(session -> Optional.ofNullable(session.room()).stream())
                .distinct()
                .toList();
        for (var room : rooms) {
            put(wordsOf(room), new Meaning.Room(room));
            for (var word : wordsOf(room)) {
                var own = rooms.stream()
                                .filter(other -> wordsOf(other).contains(word))
                                .count()
                        == 1;
                if (own && word.length() > 3 && !lexicon.words().contains(word)) {
                    phrases.putIfAbsent(word, new Meaning.Room(room));
                }
            }
        }
    }

    /// What the event itself is called.
    private void event() {
        var words = wordsOf(programme.shortName());
        if (words.size() > 1 || !lexicon.english(String.join(" ", words))) {
            phrases.putIfAbsent(String.join(" ", words), new Meaning.Idea(Concept.EVENT));
            longest = Math.max(longest, words.size());
        }
        put(wordsOf(programme.name()), new Meaning.Idea(Concept.EVENT));
    }

    private void institutions() {
        var used = new HashSet<String>();
        programme
                .people()
                .forEach(person -> person.affiliations()
                        .forEach(name -> used.add(programme.institutions().canonical(name))));
        programme
                .people()
                .forEach(person -> person.affiliations()
                        .forEach(name -> put(
                                wordsOf(name),
                                new Meaning.Institute(programme.institutions().canonical(name)))));
        // "Who is from Graz?" of somebody at the University of Graz.
        var byWord = new HashMap<String, Set<String>>();
        programme
                .people()
                .forEach(person -> person.affiliations()
                        .forEach(name -> wordsOf(name)
                                .forEach(word -> byWord.computeIfAbsent(word, _ -> new HashSet<>())
                                        .add(programme.institutions().canonical(name)))));
        byWord.forEach((word, names) -> {
            if (names.size() == 1 && word.length() > 3 && !lexicon.english(word)) {
                phrases.putIfAbsent(word, new Meaning.Institute(names.iterator().next()));
            }
        });
        programme.institutions().aliases().forEach((name, others) -> {
            put(wordsOf(name), new Meaning.Institute(programme.institutions().canonical(name)));
            others.forEach(other -> {
                var words = wordsOf(other);
                if (words.size() > 1 || !lexicon.words().contains(String.join("", words))) {
                    put(words, new Meaning.Institute(programme.institutions().canonical(name)));
                }
            });
        });
    }

    private void people() {
        var idsByName = new LinkedHashMap<String, Set<String>>();
        for (var person : programme.people()) {
            for (var name : names(person)) {
                idsByName.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(person.id());
            }
        }
        idsByName.forEach((name, ids) -> {
            if (lexicon.phrases().containsKey(name) || phrases.get(name) instanceof Meaning.OfKind) {
                namesThatAreWords.put(name, List.copyOf(ids));
                return;
            }
            var chosen = ids.size() == 1 ? ids : onStage(ids);
            put(List.of(name.split(" ")), new Meaning.Named(List.copyOf(chosen)));
            nameWords.addAll(List.of(name.split(" ")));
        });
        for (var person : programme.people()) {
            person.hints().forEach(hint -> put(wordsOf(hint), new Meaning.Hinted(person.id())));
        }
    }

    /// A name that several people share means the one who is on stage, where only one is.
    private Set<String> onStage(Set<String> ids) {
        var some = new LinkedHashSet<String>();
        for (var id : ids) {
            if (programme.sessions().stream()
                    .anyMatch(session -> programme.peopleOf(session).stream()
                            .anyMatch(person -> person.id().equals(id)))) {
                some.add(id);
            }
        }
        return some.size() == 1 ? some : ids;
    }

    private static final Set<String> PARTICLES =
            Set.of("van", "von", "der", "den", "des", "del", "della", "dos", "das", "bin", "ibn", "the", "and");

    private static Set<String> names(ProgrammePerson person) {
        var names = new LinkedHashSet<String>();
        var full = new ArrayList<>(List.of(person.name()));
        full.addAll(person.aliases());
        for (var name : full) {
            var words = wordsOf(name);
            names.add(String.join(" ", words));
            var spaced = List.of(Normalizer.fold(name).split("\\s+"));
            if (spaced.size() > 1) {
                names.add(String.join(" ", wordsOf(spaced.getFirst())));
                names.add(String.join(" ", wordsOf(String.join(" ", spaced.subList(1, spaced.size())))));
                names.add(String.join(" ", wordsOf(spaced.getLast())));
                for (var part : spaced.subList(1, spaced.size())) {
                    for (var word : part.split("[-'’]")) {
                        if (word.length() > 2 && !PARTICLES.contains(word)) {
                            names.add(String.join(" ", wordsOf(word)));
                        }
                    }
                }
                names.add(spaced.getFirst().charAt(0) + " " + String.join(" ", wordsOf(spaced.getLast())));
                names.add(String.join("", wordsOf(spaced.getLast())));
                names.add(String.join(" ", wordsOf(spaced.getFirst() + " " + spaced.getLast())));
            }
        }
        names.removeIf(name -> name.length() < 2);
        return names;
    }

    /// Whether a word belongs to this programme.
    boolean named(String word) {
        return vocabulary.contains(word) && !lexicon.words().contains(word);
    }

    /// The words with misspellings mended towards what is known.
    List<Word> mended(List<Word> words) {
        return words.stream().map(word -> mended(word, vocabulary)).toList();
    }

    /// The same where the words come from another language: towards names only, as a word that was not known is no
    /// misspelled English one.
    List<Word> mendedNames(List<Word> words) {
        return words.stream().map(word -> mended(word, nameWords)).toList();
    }

    private Word mended(Word word, Set<String> known) {
        var text = word.text();
        if (text.length() < 3
                || vocabulary.contains(text)
                || lexicon.english(text)
                || !text.chars().allMatch(Character::isLetter)) {
            return word;
        }
        // "baraniuks affiliation": a possessive without its apostrophe.
        if (text.endsWith("s") && nameWords.contains(text.substring(0, text.length() - 1))) {
            return word.as(text.substring(0, text.length() - 1));
        }
        // A stem of a known word is not a misspelling.
        if (text.endsWith("s") && lexicon.english(text.substring(0, text.length() - 1))) {
            return word;
        }
        // What is written like a name is mended to a name or not at all.
        return Typos.closest(text, word.capital() ? nameWords : known, nameWords)
                .map(word::as)
                .orElse(word);
    }

    /// What each stretch of the words means; the longest stretch wins. Words that carry nothing are left out.
    List<Mark> link(List<Word> words) {
        var marks = new ArrayList<Mark>();
        for (var from = 0; from < words.size(); ) {
            var mark = longestAt(words, from);
            var number = numberAfterKind(words, from, marks);
            if (number.isPresent()) {
                mark = number.get();
            }
            if (!mark.is(Concept.STOP)) {
                marks.add(mark);
            }
            from = mark.to();
        }
        return strangers(words, agreed(words, marks));
    }

    private static final List<String> NUMBERS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    /// "Poster session two".
    private static Optional<Mark> numberAfterKind(List<Word> words, int from, List<Mark> before) {
        var number = NUMBERS.indexOf(words.get(from).text());
        return number > 0
                        && !before.isEmpty()
                        && before.getLast().to() == from
                        && before.getLast().meaning() instanceof Meaning.OfKind
                ? Optional.of(new Mark(from, from + 1, new Meaning.Number(number)))
                : Optional.empty();
    }

    /// "Matheiu Wyart": of two neighbouring names that fit different people, the first is taken for a misspelling
    /// of the second one's first name where it is close enough.
    private List<Mark> agreed(List<Word> words, List<Mark> marks) {
        var result = new ArrayList<Mark>();
        for (var mark : marks) {
            var before = result.isEmpty() ? null : result.getLast();
            if (before != null
                    && before.to() == mark.from()
                    && before.meaning() instanceof Meaning.Named(var first)
                    && mark.meaning() instanceof Meaning.Named(var second)
                    && second.size() == 1) {
                var typed = Normalizer.fold(words.get(before.from()).surface());
                var meant = programme
                        .person(second.getFirst())
                        .map(person -> wordsOf(person.name()).getFirst());
                if (first.contains(second.getFirst())
                        || meant.isPresent() && Typos.distance(typed, meant.get(), 2) <= 2) {
                    result.set(result.size() - 1, new Mark(before.from(), mark.to(), mark.meaning()));
                    continue;
                }
            }
            result.add(mark);
        }
        return result;
    }

    private Mark longestAt(List<Word> words, int from) {
        var name = nameThatIsWord(words, from);
        if (name.isPresent()) {
            return name.get();
        }
        var time = days.at(words, from).or(() -> times.at(words, from));
        Optional<Mark> phrase = Optional.empty();
        for (var length = Math.min(longest, words.size() - from); length > 0 && phrase.isEmpty(); length--) {
            var text = new StringBuilder();
            for (var word : words.subList(from, from + length)) {
                text.append(text.isEmpty() ? "" : " ").append(word.text());
            }
            var to = from + length;
            phrase = meaning(text.toString()).map(meaning -> new Mark(from, to, meaning));
        }
        if (time.isPresent()
                && (phrase.isEmpty() || time.get().to() >= phrase.get().to())) {
            return time.get();
        }
        if (phrase.isPresent()) {
            return phrase.get();
        }
        var word = words.get(from);
        return new Mark(
                from,
                from + 1,
                word.number() && word.text().length() <= 4
                        ? new Meaning.Number(Integer.parseInt(word.text()))
                        : new Meaning.Unexplained(word.surface()));
    }

    private Optional<Meaning> meaning(String text) {
        var own = phrases.get(text);
        var concept = lexicon.phrases().get(text);
        if (own instanceof Meaning.NoKind && concept != null) {
            own = null;
        }
        if (own != null && !(own instanceof Meaning.Titled && concept != null)) {
            return Optional.of(own);
        }
        if (concept != null) {
            return Optional.of(ofNature(concept));
        }
        return Optional.empty();
    }

    /// "When does May speak?": a word of every day that is also somebody's name, where it is written like one or
    /// stands where a name does.
    private Optional<Mark> nameThatIsWord(List<Word> words, int from) {
        var ids = namesThatAreWords.get(words.get(from).text());
        if (ids == null) {
            return Optional.empty();
        }
        var before = from == 0 ? "" : words.get(from - 1).text();
        var after = from + 1 < words.size() ? words.get(from + 1).text() : "";
        var speaks = before.equals("is") && after.equals("on")
                || before.matches("does|is|will|did|by|with")
                        && lexicon.phrases().get(after) == Concept.SPEAK;
        return words.get(from).capital() || speaks || before.matches("prof|professor|dr|mr|mrs|ms")
                ? Optional.of(new Mark(from, from + 1, new Meaning.Named(ids)))
                : Optional.empty();
    }

    /// "food", "posters", "talks" mean the kinds of that nature.
    private Meaning ofNature(Concept concept) {
        return switch (concept) {
            case MEAL -> natures(concept, "meals", Kind.Nature.MEAL);
            case COFFEE -> natures(concept, "coffee breaks", Kind.Nature.COFFEE);
            case POSTERWORD -> natures(concept, "poster sessions", Kind.Nature.POSTERS);
            case PANELWORD -> natures(concept, "panel discussions", Kind.Nature.PANEL);
            case TALK -> natures(concept, "talks", Kind.Nature.TALK);
            case BREAKWORD -> natures(concept, "breaks", Kind.Nature.COFFEE, Kind.Nature.MEAL);
            default -> new Meaning.Idea(concept);
        };
    }

    private Meaning natures(Concept concept, String word, Kind.Nature... natures) {
        var kinds = new HashSet<String>();
        for (var session : programme.sessions()) {
            if (Set.of(natures).contains(session.kind().nature())) {
                kinds.add(session.kind().id());
            }
        }
        return kinds.isEmpty() ? new Meaning.NoKind(word) : new Meaning.OfKind(kinds, word, false);
    }

    /// Runs of words that look like a name and are none of ours.
    private List<Mark> strangers(List<Word> words, List<Mark> marks) {
        var result = new ArrayList<Mark>();
        for (var index = 0; index < marks.size(); ) {
            var end = index;
            var unknown = 0;
            while (end < marks.size()
                    && (end == index
                            || marks.get(end).from() == marks.get(end - 1).to())
                    && nameLike(words, marks.get(end))) {
                unknown += marks.get(end).meaning() instanceof Meaning.Unexplained ? 1 : 0;
                end++;
            }
            var length = end - index;
            var personal = marks.stream()
                    .anyMatch(mark -> mark.is(Concept.WHO)
                            || mark.is(Concept.WHOIS)
                            || mark.is(Concept.SPEAK)
                            || mark.meaning() instanceof Meaning.OfKind);
            var written = length > 0 && words.get(marks.get(index).from()).capital();
            // Nouns of another language are no names.
            var foreign = words.stream()
                            .filter(word -> !word.text().equals(Normalizer.fold(word.surface())))
                            .count()
                    > 1;
            var run = length == 0
                    ? List.<Word>of()
                    : words.subList(marks.get(index).from(), marks.get(end - 1).to());
            if (foreign && !run.stream().allMatch(Word::capital)) {
                length = 0;
            }
            if (length >= 2 && unknown >= 1 && (personal || written)
                    || length == 1 && unknown == 1 && namesSomebody(words, marks, index)) {
                var name = new StringBuilder();
                for (var word : words.subList(
                        marks.get(index).from(), marks.get(end - 1).to())) {
                    name.append(name.isEmpty() ? "" : " ").append(word.surface());
                }
                result.add(new Mark(
                        marks.get(index).from(), marks.get(end - 1).to(), new Meaning.Unknown(name.toString())));
                index = end;
            } else {
                result.add(marks.get(index));
                index++;
            }
        }
        return result;
    }

    /// Whether a single unknown word stands where a name does: "Prof. Smith", "when does hinton speak".
    private static boolean namesSomebody(List<Word> words, List<Mark> marks, int index) {
        var from = marks.get(index).from();
        var before = from == 0 ? "" : words.get(from - 1).text();
        if (words.get(from).text().length() < 3) {
            return false;
        }
        var asked = marks.stream().anyMatch(mark -> mark.is(Concept.SPEAK) || mark.is(Concept.WHO));
        var speaks = index + 1 < marks.size()
                && marks.get(index + 1).is(Concept.SPEAK)
                && marks.get(index + 1).from() == marks.get(index).to();
        if (before.matches("an?|the")) {
            return false;
        }
        return before.matches("prof|professor|dr|doctor|mr|mrs|ms")
                || asked
                        && words.get(from).surface().matches("\\p{Lu}\\p{Ll}+")
                        && words.get(from).capital()
                || speaks && before.matches("does|is|will|did|can");
    }

    private boolean nameLike(List<Word> words, Mark mark) {
        return switch (mark.meaning()) {
            case Meaning.Unexplained _ -> {
                var word = words.get(mark.from());
                yield !lexicon.english(word.text())
                        && word.text().chars().allMatch(Character::isLetter)
                        && word.text().codePoints().noneMatch(Character::isIdeographic);
            }
            case Meaning.Named _ -> mark.to() - mark.from() == 1;
            default -> false;
        };
    }
}
