package coffeebreak.bot.importing;

import coffeebreak.bot.finding.Paper;
import coffeebreak.bot.importing.Content.Sort;
import coffeebreak.bot.importing.Imports.Import;
import coffeebreak.bot.importing.Imports.Reference;
import coffeebreak.bot.mentoring.Mentors;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The mentors and the papers as they are now: those of the files at start, until an import takes their place.
/// Answered from memory, also while the store is away; somebody has to [#refresh] it for what others imported.
public final class LiveLists {

    private final Imports imports;
    private final Known<MentorList> mentorsOfFile;
    private final Known<List<Paper>> papersOfFile;
    private volatile Known<MentorList> mentors;
    private volatile Known<List<Paper>> papers;
    /// Made once, so that whoever looks can tell by it whether anything is new.
    private volatile Mentors all;

    private record Known<T>(Reference reference, Optional<Import> taken, T content) {}

    public LiveLists(MentorList mentorsOfFile, List<Paper> papersOfFile, Imports imports) {
        this.imports = imports;
        this.mentorsOfFile = new Known<>(Reference.NONE, Optional.empty(), mentorsOfFile);
        this.papersOfFile = new Known<>(Reference.NONE, Optional.empty(), List.copyOf(papersOfFile));
        this.mentors = this.mentorsOfFile;
        this.papers = this.papersOfFile;
        this.all = new Mentors(mentorsOfFile.mentors());
    }

    public Mentors mentors() {
        return all;
    }

    public MentorList mentorList() {
        return mentors.content();
    }

    public boolean agreed(String mentor) {
        return mentors.content().agreed().contains(mentor);
    }

    public List<Paper> papers() {
        return papers.content();
    }

    /// The import in force; empty while that is what the files at start have. A programme is asked of the day.
    public Optional<Import> taken(Sort sort) {
        return switch (sort) {
            case PROGRAMME -> Optional.empty();
            case MENTORS -> mentors.taken();
            case PAPERS -> papers.taken();
        };
    }

    /// What the files at start have.
    public Content ofFile(Sort sort) {
        return switch (sort) {
            case PROGRAMME -> throw new IllegalArgumentException("a programme is asked of the day");
            case MENTORS -> new Content.OfMentors(mentorsOfFile.content());
            case PAPERS -> new Content.OfPapers(papersOfFile.content());
        };
    }

    public Reference reference(Sort sort) {
        return switch (sort) {
            case PROGRAMME -> Reference.NONE;
            case MENTORS -> mentors.reference();
            case PAPERS -> papers.reference();
        };
    }

    /// Takes over what was imported elsewhere.
    public synchronized void refresh() {
        var ofMentors = imports.current(Sort.MENTORS);
        if (!ofMentors.equals(mentors.reference())) {
            mentors = known(ofMentors, mentorsOfFile, content -> ((Content.OfMentors) content).list());
            all = new Mentors(mentors.content().mentors());
        }
        var ofPapers = imports.current(Sort.PAPERS);
        if (!ofPapers.equals(papers.reference())) {
            papers = known(ofPapers, papersOfFile, content -> ((Content.OfPapers) content).papers());
        }
    }

    private <T> Known<T> known(Reference reference, Known<T> file, java.util.function.Function<Content, T> read) {
        var id = reference.id();
        if (id == null) {
            return new Known<>(reference, Optional.empty(), file.content());
        }
        var taken = imports.find(id).orElseThrow(() -> new IllegalStateException("an import is gone: " + id));
        return new Known<>(reference, Optional.of(taken), read.apply(taken.content()));
    }

    /// Puts an import, or with null what the files at start have, in the place of what is in force.
    ///
    /// @param basis the version of the reference that is expected
    /// @return false, and nothing changed, when it is another by now
    public boolean replace(Sort sort, long basis, @org.jspecify.annotations.Nullable Import next) {
        var id = next == null ? null : next.id();
        var before = imports.current(sort);
        if (before.version() != basis) {
            return false;
        }
        if (next != null) {
            imports.keep(next);
        }
        var replaced = imports.replace(sort, before.to(id));
        refresh();
        return replaced;
    }

    /// Links those mentors whose addresses are known now, if the import is still the one in force.
    public void link(String id, java.util.Map<String, coffeebreak.bot.chat.Person> people) {
        var before = imports.current(Sort.MENTORS);
        if (!Objects.equals(id, before.id())) {
            return;
        }
        imports.find(id).ifPresent(taken -> {
            if (taken.content() instanceof Content.OfMentors(var list)) {
                imports.keep(new Import(
                        id,
                        taken.file(),
                        taken.by(),
                        taken.at(),
                        taken.counts(),
                        taken.before(),
                        new Content.OfMentors(list.linked(people))));
                imports.replace(Sort.MENTORS, before.to(id));
            }
        });
        refresh();
    }
}
