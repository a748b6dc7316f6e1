package coffeebreak.bot.answers;

import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Role;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A question with what each stretch of its words means, and what of it a reading has used. One attempt at reading
/// works on one of these.
final class Marked {
    private static final Set<String> WHETHER = Set.of(
            "is", "are", "was", "were", "does", "do", "did", "will", "has", "have", "can", "could", "would", "should",
            "am", "any", "confirm");

    private static final Set<String> OPENERS = Set.of(
            "so", "and", "but", "hey", "hi", "hello", "ok", "okay", "then", "well", "also", "please", "no", "wait",
            "sorry", "oh", "just");

    static final Map<Concept, Set<Role>> ROLES = Map.of(
            Concept.SPEAKER, Set.of(Role.KEYNOTE_SPEAKER, Role.INVITED_SPEAKER, Role.SPEAKER),
            Concept.INVITEDSPEAKER, Set.of(Role.INVITED_SPEAKER),
            Concept.KEYNOTESPEAKER, Set.of(Role.KEYNOTE_SPEAKER),
            Concept.PANELIST, Set.of(Role.PANELIST),
            Concept.MODERATOR, Set.of(Role.MODERATOR),
            Concept.CHAIR, Set.of(Role.CHAIR),
            Concept.MENTOR, Set.of(Role.MENTOR),
            Concept.ORGANIZER, Set.of(Role.ORGANIZER),
            Concept.COMMITTEE, Set.of(Role.PROGRAMME_COMMITTEE));

    static final Map<Concept, Integer> PLACES = Map.of(
            Concept.FIRST, 1,
            Concept.SECOND, 2,
            Concept.THIRD, 3,
            Concept.FOURTH, 4,
            Concept.FIFTH, 5,
            Concept.SIXTH, 6,
            Concept.SEVENTH, 7,
            Concept.EIGHTH, 8,
            Concept.LAST, -1);

    /// Ideas that change what is asked so much that a reading which did not use them is no reading.
    static final Set<Concept> DECISIVE = Set.of(
            Concept.NOT,
            Concept.EXCEPT,
            Concept.SAME,
            Concept.CLASH,
            Concept.GAP,
            Concept.FORMER,
            Concept.COLLEAGUE,
            Concept.CONTACT,
            Concept.ABOUT,
            Concept.TITLE,
            Concept.LONGER,
            Concept.THAN,
            Concept.WHERE,
            Concept.ZONE,
            Concept.DATE,
            Concept.HOWMANY,
            Concept.HOWLONG,
            Concept.AFFILIATION,
            Concept.TWICE,
            Concept.MISS,
            Concept.UNTIL,
            Concept.REMAINING,
            Concept.YESTERDAY,
            Concept.TOTAL,
            Concept.HOW,
            Concept.MODERATOR,
            Concept.CHAIR,
            Concept.ELSE);

    /// What a question can ask for.
    static final Set<Concept> PROJECTIONS = Set.of(
            Concept.WHEN,
            Concept.WHERE,
            Concept.WHO,
            Concept.WHOIS,
            Concept.HOWLONG,
            Concept.HOWMANY,
            Concept.UNTIL,
            Concept.AFFILIATION,
            Concept.CONTACT,
            Concept.TITLE,
            Concept.END,
            Concept.START);

    private final Programme programme;
    private final List<Word> words;
    private final List<Mark> marks;
    private final Set<Concept> used = new HashSet<>();
    private boolean failed;

    Marked(Programme programme, List<Word> words, List<Mark> marks) {
        this.programme = programme;
        this.words = words;
        this.marks = marks;
    }

    Programme programme() {
        return programme;
    }

    List<Word> words() {
        return words;
    }

    List<Mark> marks() {
        return marks;
    }

    /// Nothing of it has been used yet.
    void again() {
        used.clear();
        failed = false;
    }

    void useAll() {
        used.addAll(DECISIVE);
    }

    /// A part of the question means something the programme does not have.
    void fail() {
        failed = true;
    }

    boolean failed() {
        return failed;
    }

    boolean has(Concept... concepts) {
        var found = false;
        for (var concept : concepts) {
            if (marks.stream().anyMatch(mark -> mark.is(concept))) {
                used.add(concept);
                found = true;
            }
        }
        return found;
    }

    boolean sees(Concept... concepts) {
        return marks.stream().anyMatch(mark -> List.of(concepts).stream().anyMatch(mark::is));
    }

    int index(List<Mark> among, Concept... concepts) {
        for (var index = 0; index < among.size(); index++) {
            var mark = among.get(index);
            if (List.of(concepts).stream().anyMatch(mark::is)) {
                return index;
            }
        }
        return -1;
    }

    boolean noneUnexplained() {
        return marks.stream().noneMatch(mark -> mark.meaning() instanceof Meaning.Unexplained);
    }

    /// The validator: every content word has found a use, and no idea that decides was passed over.
    boolean valid() {
        return noneUnexplained()
                && marks.stream()
                        .allMatch(mark -> !(mark.meaning() instanceof Meaning.Idea(var idea))
                                || !DECISIVE.contains(idea)
                                || used.contains(idea));
    }

    boolean subject() {
        return marks.stream().anyMatch(mark -> switch (mark.meaning()) {
            case Meaning.Idea(var idea) ->
                ROLES.containsKey(idea)
                        || Set.of(
                                        Concept.EVENT,
                                        Concept.SCHEDULE,
                                        Concept.MENTORSHIP,
                                        Concept.NOW,
                                        Concept.NEXT,
                                        Concept.PREVIOUS,
                                        Concept.SPEAK,
                                        Concept.SESSION)
                                .contains(idea);
            case Meaning.Named _,
                    Meaning.Hinted _,
                    Meaning.OfKind _,
                    Meaning.NoKind _,
                    Meaning.Titled _,
                    Meaning.Room _,
                    Meaning.Institute _,
                    Meaning.Clock _,
                    Meaning.Later _,
                    Meaning.Unknown _,
                    Meaning.Day _ -> true;
            case Meaning.Number _, Meaning.Zone _, Meaning.Unexplained _ -> false;
        });
    }

    boolean whether() {
        for (var word : words) {
            if (OPENERS.contains(word.text())) {
                continue;
            }
            return WHETHER.contains(word.text())
                    || word.text().equals("there")
                    || word.text().equals("not");
        }
        return false;
    }

    boolean tagged() {
        return words.size() > 2
                && Set.of("right", "correct", "yes", "true")
                        .contains(words.getLast().text());
    }

    @Nullable
    ZoneId zone() {
        for (var mark : marks) {
            if (mark.meaning() instanceof Meaning.Zone(var zone)) {
                return zone;
            }
        }
        return null;
    }

    /// Whether a session is meant by words of its title.
    boolean titled() {
        return marks.stream().anyMatch(mark -> mark.meaning() instanceof Meaning.Titled);
    }

    /// Whether it says which sessions, by kind, title, room or person.
    boolean names() {
        return kinds() || !people().isEmpty();
    }

    /// Whether one of its words matches.
    boolean says(String pattern) {
        return words.stream().anyMatch(word -> word.text().matches(pattern));
    }

    List<String> people() {
        var ids = new LinkedHashSet<String>();
        for (var mark : marks) {
            if (mark.meaning() instanceof Meaning.Named(var some)) {
                ids.addAll(some);
            } else if (mark.meaning() instanceof Meaning.Hinted(var id)) {
                ids.add(id);
            }
        }
        return List.copyOf(ids);
    }

    boolean hinted() {
        return marks.stream().anyMatch(mark -> mark.meaning() instanceof Meaning.Hinted);
    }

    List<Set<Role>> roles(List<Mark> among) {
        var roles = new ArrayList<Set<Role>>();
        for (var mark : among) {
            if (mark.meaning() instanceof Meaning.Idea(var idea)
                    && ROLES.get(idea) instanceof Set<Role> group
                    && !roles.contains(group)) {
                roles.add(group);
            }
        }
        return roles;
    }

    Set<String> institutions() {
        var names = new LinkedHashSet<String>();
        for (var mark : marks) {
            if (mark.meaning() instanceof Meaning.Institute(var name)) {
                names.add(name);
            }
        }
        return names;
    }

    boolean kinds() {
        return marks.stream()
                .anyMatch(mark -> mark.meaning() instanceof Meaning.OfKind
                        || mark.meaning() instanceof Meaning.Titled
                        || mark.meaning() instanceof Meaning.Room
                        || mark.is(Concept.MENTORSHIP));
    }

    boolean timed() {
        return marks.stream()
                        .anyMatch(mark -> mark.meaning() instanceof Meaning.Clock
                                || mark.meaning() instanceof Meaning.Day
                                || mark.meaning() instanceof Meaning.Later)
                || sees(
                        Concept.NOW,
                        Concept.NEXT,
                        Concept.PREVIOUS,
                        Concept.BEFORE,
                        Concept.AFTER,
                        Concept.BETWEEN,
                        Concept.WHILE,
                        Concept.MORNING,
                        Concept.AFTERNOON,
                        Concept.EVENING,
                        Concept.TODAY,
                        Concept.TOMORROW,
                        Concept.FIRST,
                        Concept.LAST);
    }

    boolean plural() {
        return words.stream()
                .anyMatch(word -> word.text().endsWith("s") || word.text().equals("committee"));
    }

    boolean trailingAbout() {
        return words.getLast().text().equals("about") && sees(Concept.WHAT);
    }

    boolean institutionAsked() {
        if (sees(Concept.AFFILIATION)) {
            return true;
        }
        return sees(Concept.WHERE)
                && (!people().isEmpty() || !roles(marks).isEmpty())
                && words.stream().anyMatch(word -> word.text().matches("from|work|based"));
    }

    boolean timedByClock() {
        return marks.stream().anyMatch(mark -> mark.meaning() instanceof Meaning.Clock);
    }

    boolean startsWith(String... texts) {
        for (var index = 0; index < texts.length; index++) {
            if (words.size() <= index || !words.get(index).text().equals(texts[index])) {
                return false;
            }
        }
        return true;
    }

    boolean fullSubject() {
        return marks.stream()
                .anyMatch(mark -> mark.meaning() instanceof Meaning.OfKind
                        || mark.meaning() instanceof Meaning.Named
                        || mark.meaning() instanceof Meaning.NoKind
                        || mark.meaning() instanceof Meaning.Unknown
                        || mark.meaning() instanceof Meaning.Titled
                        || mark.is(Concept.EVENT));
    }
}
