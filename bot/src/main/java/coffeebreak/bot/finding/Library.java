package coffeebreak.bot.finding;

import coffeebreak.bot.mentoring.Mentor;
import coffeebreak.bot.mentoring.Mentors;
import coffeebreak.bot.programme.PersonName;
import coffeebreak.bot.programme.PersonName.Likeness;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Role;
import coffeebreak.index.Entry;
import coffeebreak.index.Text;
import coffeebreak.index.TopicIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the workshop has to show beside its participants: talks, papers, mentors and organizers, as the index knows
/// them. The index holds what is looked for; what is said of a thing comes from the programme as it is at that moment.
public final class Library {

    static final String TALK = "talk";
    static final String PAPER = "paper";
    static final String ORGANIZER = "organizer";

    private final TopicIndex index;
    private final Supplier<Programme> programme;
    private final Supplier<Mentors> mentors;
    private final Supplier<List<Paper>> papers;
    private volatile Written written = new Written(List.of(), List.of());
    private Seen seen = new Seen(null, null, null);
    private Map<String, Entry> indexed = Map.of();

    /// @param papers with different ids; the same list as long as nothing is new
    public Library(
            TopicIndex index, Supplier<Programme> programme, Supplier<Mentors> mentors, Supplier<List<Paper>> papers) {
        this.index = index;
        this.programme = programme;
        this.mentors = mentors;
        this.papers = papers;
    }

    /// A library whose papers stay as they are.
    public Library(TopicIndex index, Supplier<Programme> programme, Supplier<Mentors> mentors, List<Paper> papers) {
        this(index, programme, mentors, () -> papers);
    }

    private record Authorship(PersonName name, Paper paper) {}

    /// Who wrote what, of one list of papers.
    private record Written(List<Paper> papers, List<Authorship> authorships) {}

    /// What was there when somebody looked last.
    private record Seen(
            @Nullable Programme programme,
            @Nullable Mentors mentors,
            @Nullable List<Paper> papers) {}

    /// Brings the index in line with what there is now: puts what is new or other, takes out what is gone. Costs
    /// nothing while nothing has changed.
    public synchronized void follow() {
        var now = new Seen(programme.get(), mentors.get(), papers.get());
        if (now.programme() == seen.programme() && now.mentors() == seen.mentors() && now.papers() == seen.papers()) {
            return;
        }
        var entries = entries().stream()
                .collect(Collectors.toMap(Entry::id, Function.identity(), (_, later) -> later, LinkedHashMap::new));
        indexed.keySet().stream().filter(id -> !entries.containsKey(id)).forEach(index::forget);
        index.putAll(entries.values().stream()
                .filter(entry -> !entry.equals(indexed.get(entry.id())))
                .toList());
        indexed = entries;
        seen = now;
    }

    private List<Entry> entries() {
        var entries = new ArrayList<>(mentors.get().entries(this::writtenBy));
        Talk.of(programme.get()).forEach(talk -> entries.add(entry(talk)));
        papers.get().forEach(paper -> entries.add(entry(paper)));
        organizers().forEach(person -> entries.add(entry(person)));
        return entries;
    }

    private List<Authorship> authorships() {
        var known = written;
        var now = papers.get();
        if (known.papers() != now) {
            known = new Written(
                    now,
                    now.stream()
                            .flatMap(paper -> paper.authors().stream()
                                    .map(author -> new Authorship(PersonName.of(author.name()), paper)))
                            .toList());
            written = known;
        }
        return known.authorships();
    }

    /// A talk nobody has given a title yet is what its speaker talks about; a discussion is of everything and nothing.
    private Entry entry(Talk talk) {
        var texts = new ArrayList<Text>();
        if (talk.about() != null) {
            texts.add(Text.topic(talk.about()));
        } else if (talk.isLecture()) {
            talk.people().stream()
                    .flatMap(person -> mentors.get().byId(person.id()).stream())
                    .flatMap(mentor -> mentor.topics().stream())
                    .forEach(topic -> texts.add(Text.topic(topic)));
        }
        return new Entry(TALK + ":" + talk.id(), TALK, talk.introduced(), texts, 1);
    }

    /// The papers of somebody, as texts to compare. Only the full name as it is printed counts, since an initial or a
    /// first name alone could be somebody else's.
    public List<Text> writtenBy(String name) {
        return papersBy(name).map(Library::text).toList();
    }

    /// The titles of the papers of somebody, by the same rule.
    public List<String> titlesBy(String name) {
        return papersBy(name).map(Paper::title).toList();
    }

    private Stream<Paper> papersBy(String name) {
        var sought = PersonName.of(name);
        return authorships().stream()
                .filter(each -> sought.words().size() > 1 && each.name.to(sought) == Likeness.SAME)
                .map(Authorship::paper);
    }

    private static Text text(Paper paper) {
        return Text.paper(paper.title(), paper.summary());
    }

    /// By name a paper is looked for by its authors; its title is what it is about.
    private static Entry entry(Paper paper) {
        var texts = new ArrayList<Text>();
        texts.add(text(paper));
        paper.keywords().forEach(keyword -> texts.add(Text.topic(keyword)));
        var authors = paper.authors().stream().map(Paper.Author::name).collect(Collectors.joining(", "));
        return new Entry(PAPER + ":" + paper.id(), PAPER, authors, texts, 1);
    }

    private static Entry entry(ProgrammePerson person) {
        var about = person.about();
        return new Entry(
                ORGANIZER + ":" + person.id(),
                ORGANIZER,
                person.introduced(),
                about == null ? List.of() : List.of(Text.words(about)),
                1);
    }

    private List<ProgrammePerson> organizers() {
        return programme.get().people().stream()
                .filter(person -> person.is(Role.ORGANIZER) || person.is(Role.PROGRAMME_COMMITTEE))
                .toList();
    }

    boolean hasPapers() {
        return !papers.get().isEmpty();
    }

    /// By the id the index knows it under; empty when it is no longer in the programme.
    Optional<Talk> talk(String indexId) {
        return Talk.of(programme.get()).stream()
                .filter(talk -> indexId.equals(TALK + ":" + talk.id()))
                .findFirst();
    }

    Optional<Paper> paper(String indexId) {
        return papers.get().stream()
                .filter(paper -> indexId.equals(PAPER + ":" + paper.id()))
                .findFirst();
    }

    Optional<Mentor> mentor(String indexId) {
        return mentors.get().all().stream()
                .filter(mentor -> indexId.equals(mentor.indexId()))
                .findFirst();
    }

    Optional<ProgrammePerson> organizer(String indexId) {
        return organizers().stream()
                .filter(person -> indexId.equals(ORGANIZER + ":" + person.id()))
                .findFirst();
    }
}
