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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the workshop has to show beside its participants: talks, papers, mentors and organizers, as the index knows
/// them.
/// The index holds what is looked for; what is said of a thing comes from the programme as it is at that moment.
public final class Library {

    static final String TALK = "talk";
    static final String PAPER = "paper";
    static final String ORGANIZER = "organizer";

    private final TopicIndex index;
    private final Supplier<Programme> programme;
    private final Supplier<Mentors> mentors;
    private final List<Paper> papers;
    private final List<Authorship> authorships;
    /// The talks as the index has them, and of which version of the programme.
    private final Set<Entry> talks = new HashSet<>();
    private long indexed;

    /// @param papers with different ids
    public Library(TopicIndex index, Supplier<Programme> programme, Supplier<Mentors> mentors, List<Paper> papers) {
        this.index = index;
        this.programme = programme;
        this.mentors = mentors;
        this.papers = List.copyOf(papers);
        authorships = papers.stream()
                .flatMap(paper ->
                        paper.authors().stream().map(author -> new Authorship(PersonName.of(author.name()), paper)))
                .toList();
    }

    private record Authorship(PersonName name, Paper paper) {}

    /// Puts everything into the index, in place of what was there.
    public synchronized void putAll() {
        mentors.get().indexIn(index, this::writtenBy);
        talks.clear();
        putTalks();
        var entries = new ArrayList<Entry>();
        papers.forEach(paper -> entries.add(entry(paper)));
        organizers().forEach(person -> entries.add(entry(person)));
        index.putAll(entries);
    }

    /// Puts the talks into the index that a change of the day has made others. What is cancelled stays there and is not
    /// found, as it is looked up in the programme.
    public synchronized void follow() {
        if (indexed != programme.get().version()) {
            putTalks();
        }
    }

    private void putTalks() {
        var version = programme.get();
        index.putAll(
                Talk.of(version).stream().map(this::entry).filter(talks::add).toList());
        indexed = version.version();
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
        return authorships.stream()
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
        return !papers.isEmpty();
    }

    /// By the id the index knows it under; empty when it is no longer in the programme.
    Optional<Talk> talk(String indexId) {
        return Talk.of(programme.get()).stream()
                .filter(talk -> indexId.equals(TALK + ":" + talk.id()))
                .findFirst();
    }

    Optional<Paper> paper(String indexId) {
        return papers.stream()
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
