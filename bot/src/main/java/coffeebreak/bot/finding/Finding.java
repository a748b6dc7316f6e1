package coffeebreak.bot.finding;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Sought;
import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.finding.Found.Thing;
import coffeebreak.bot.mentoring.Mentor;
import coffeebreak.bot.mentoring.Mentors;
import coffeebreak.bot.programme.PersonName;
import coffeebreak.bot.programme.PersonName.Likeness;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Interests;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Profiles;
import coffeebreak.index.Affinity;
import coffeebreak.index.Hit;
import coffeebreak.index.TopicIndex;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Searches, and recommends. Nobody is found who did not agree to it: the index holds only those who did under the kind
/// that is searched, and each is looked up in the store once more before they are named; while the store is away, no
/// participant is.
public final class Finding {

    /// A longer query says too much at once.
    private static final int LONGEST = 200;

    private static final int LOOKED_AT = 30;
    private static final int RECOMMENDED = 5;

    /// Below this affinity a recommendation would be a guess.
    private static final double WORTH_A_VISIT = 0.3;

    private final TopicIndex index;
    private final Library library;
    private final Supplier<Programme> programme;
    private final Supplier<Mentors> mentors;
    private final Profiles profiles;
    private final Predicate<Person> members;
    private final InstantSource clock;
    private final FindingWording wording;

    /// @param members whether somebody surely is a full member of the workspace: to guests and strangers no participant
    /// is
    ///                named
    public Finding(
            TopicIndex index,
            Library library,
            Supplier<Programme> programme,
            Supplier<Mentors> mentors,
            Profiles profiles,
            Predicate<Person> members,
            InstantSource clock) {
        this.index = index;
        this.library = library;
        this.programme = programme;
        this.mentors = mentors;
        this.profiles = profiles;
        this.members = members;
        this.clock = clock;
        this.wording = new FindingWording(programme, library::hasPapers, index::matches);
    }

    /// What there is about these words.
    ///
    /// @param words as somebody typed them, without "find"
    /// @param open  others read along, so no participant is named
    /// @return empty when there is nothing at all; [#nothing] says so
    public Optional<Message> find(Person who, Sought sought, String words, boolean open) {
        if (words.isBlank()) {
            return Optional.of(wording.invite());
        }
        var query = words.length() <= LONGEST ? words : words.substring(0, LONGEST);
        var found = look(who, sought, query, open);
        if (!found.isEmpty()) {
            return Optional.of(wording.found(query, sought, found));
        }
        if (sought == Sought.ANYTHING) {
            return Optional.empty();
        }
        var elsewhere = look(who, Sought.ANYTHING, query, open);
        return elsewhere.isEmpty() ? Optional.empty() : Optional.of(wording.elsewhere(query, sought, elsewhere));
    }

    /// Says that nothing was found, and what to try.
    public Message nothing(String words) {
        return wording.nothing(words);
    }

    private Found look(Person who, Sought sought, String query, boolean open) {
        var groups = new EnumMap<Sought, List<Thing>>(Sought.class);
        var participantsUnknown = false;
        for (var group : groups(sought)) {
            try {
                var things = group == Sought.PARTICIPANTS && (open || !members.test(who))
                        ? List.<Thing>of()
                        : look(who, group, query);
                if (!things.isEmpty()) {
                    groups.put(group, things);
                }
            } catch (StoreUnavailable gone) {
                participantsUnknown = true;
            }
        }
        return new Found(groups, participantsUnknown);
    }

    private List<Thing> look(Person who, Sought group, String query) {
        library.follow();
        return index.search(query, Set.of(kind(group)), LOOKED_AT).stream()
                .flatMap(hit -> thing(who, group, hit, hit.snippet()).stream())
                .toList();
    }

    private static Set<Sought> groups(Sought sought) {
        return switch (sought) {
            case ANYTHING ->
                Set.of(Sought.TALKS, Sought.PAPERS, Sought.MENTORS, Sought.ORGANIZERS, Sought.PARTICIPANTS);
            case PEOPLE -> Set.of(Sought.MENTORS, Sought.ORGANIZERS, Sought.PARTICIPANTS);
            case TALKS, PAPERS, MENTORS, ORGANIZERS, PARTICIPANTS -> Set.of(sought);
        };
    }

    private static String kind(Sought group) {
        return switch (group) {
            case TALKS -> Library.TALK;
            case PAPERS -> Library.PAPER;
            case MENTORS -> Mentors.KIND;
            case ORGANIZERS -> Library.ORGANIZER;
            case PARTICIPANTS -> Interests.FINDABLE;
            case ANYTHING, PEOPLE -> throw new IllegalArgumentException(group + " is several groups");
        };
    }

    /// What was found, as it is now; empty for what is no longer there, the person's own entry and whoever must not be
    /// found.
    private Optional<Thing> thing(Person who, Sought group, Hit hit, String why) {
        return switch (group) {
            case TALKS -> library.talk(hit.id()).map(talk -> new Thing.OnStage(talk, why));
            case PAPERS -> library.paper(hit.id()).map(paper -> new Thing.InPrint(paper, why));
            case MENTORS ->
                library.mentor(hit.id())
                        .filter(mentor -> !who.equals(mentor.person()))
                        .map(mentor -> new Thing.Host(mentor, why));
            case ORGANIZERS -> library.organizer(hit.id()).map(person -> new Thing.Organizer(person, why));
            case PARTICIPANTS ->
                findable(who, Interests.found(hit.id())).map(profile -> new Thing.Participant(profile, why));
            case ANYTHING, PEOPLE -> Optional.empty();
        };
    }

    /// A mentor who signed up as well is found as a mentor.
    private Optional<Profile> findable(Person who, Person found) {
        return found.equals(who) || mentors.get().byPerson(found).isPresent()
                ? Optional.empty()
                : profiles.find(found).filter(profile -> profile.agreesTo(Consent.FINDABLE));
    }

    /// What somebody should see, from what they said of themselves; to whom said nothing, how to get recommendations.
    public Message recommend(Person who) {
        library.follow();
        var mentor = mentors.get().byPerson(who);
        var profile = profiles.find(who);
        if (mentor.isEmpty() && profile.isEmpty()) {
            return wording.unknownPerson();
        }
        var self = mentor.map(Mentor::indexId).orElse(Interests.id(who));
        var name = PersonName.of(
                mentor.map(Mentor::name).or(() -> profile.map(Profile::name)).orElse(""));
        var recommended = new EnumMap<Sought, List<Thing>>(Sought.class);
        for (var group : List.of(Sought.TALKS, Sought.PAPERS)) {
            var things = index.closest(self, Set.of(kind(group)), LOOKED_AT).stream()
                    .filter(hit -> hit.score() >= WORTH_A_VISIT)
                    .flatMap(hit -> thing(who, group, hit, reasons(self, hit)).stream())
                    .filter(thing -> isAhead(thing) && !isTheirOwn(thing, name))
                    .limit(RECOMMENDED)
                    .toList();
            if (!things.isEmpty()) {
                recommended.put(group, things);
            }
        }
        if (!recommended.isEmpty()) {
            return wording.recommended(recommended);
        }
        return mentor.isEmpty() && profile.filter(Finding::saysSomething).isEmpty()
                ? wording.saidNothing()
                : wording.nothingRecommended();
    }

    private static boolean saysSomething(Profile profile) {
        return !profile.interests().isBlank() || !profile.topics().isEmpty();
    }

    private String reasons(String self, Hit hit) {
        return index.affinity(self, hit.id()).reasons().stream()
                .map(Affinity.Reason::words)
                .collect(Collectors.joining(", "));
    }

    private boolean isAhead(Thing thing) {
        if (!(thing instanceof Thing.OnStage(var talk, var _))) {
            return true;
        }
        var day = programme.get();
        return day.endOf(talk.session())
                .or(() -> day.startOf(talk.session()))
                .filter(end -> end.isBefore(clock.instant()))
                .isEmpty();
    }

    private static boolean isTheirOwn(Thing thing, PersonName name) {
        var names = switch (thing) {
            case Thing.OnStage(var talk, var _) -> talk.people().stream().map(person -> person.name());
            case Thing.InPrint(var paper, var _) -> paper.authors().stream().map(Paper.Author::name);
            case Thing.Host _, Thing.Organizer _, Thing.Participant _ -> Stream.<String>empty();
        };
        return names.anyMatch(other -> PersonName.of(other).to(name) == Likeness.SAME);
    }
}
