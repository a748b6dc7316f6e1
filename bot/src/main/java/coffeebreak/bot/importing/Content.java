package coffeebreak.bot.importing;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.finding.Paper;
import coffeebreak.bot.programme.Fact;
import coffeebreak.bot.programme.Institutions;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.programme.Topic;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an import brings in, as it is kept.
public sealed interface Content {

    /// What sort of thing it is about.
    Sort sort();

    /// What can be imported.
    enum Sort {
        PROGRAMME("programme"),
        MENTORS("mentors"),
        PAPERS("papers");

        private final String words;

        Sort(String words) {
            this.words = words;
        }

        /// As people type it and read it.
        public String words() {
            return words;
        }
    }

    /// The same, in which nothing says who somebody is in the chat.
    Content without(Person person);

    /// A programme.
    ///
    /// @param institutions per full name the other spellings, as the file has them
    record OfProgramme(
            String name,
            String shortName,
            boolean tentative,
            @Nullable LocalDate date,
            @Nullable ZoneId zone,
            @Nullable String place,
            List<Topic> topics,
            List<Session> sessions,
            List<ProgrammePerson> people,
            List<Fact> facts,
            Map<String, List<String>> institutions)
            implements Content {

        public OfProgramme {
            topics = List.copyOf(topics);
            sessions = List.copyOf(sessions);
            people = List.copyOf(people);
            facts = List.copyOf(facts);
            institutions = Map.copyOf(institutions);
        }

        public static OfProgramme of(Programme programme) {
            return new OfProgramme(
                    programme.name(),
                    programme.shortName(),
                    programme.tentative(),
                    programme.date(),
                    programme.zone(),
                    programme.place(),
                    programme.topics(),
                    programme.sessions(),
                    programme.people(),
                    programme.facts(),
                    programme.institutions().aliases());
        }

        /// @param everywhere the spellings that hold anyway
        public Programme programme(Institutions everywhere) {
            return new Programme(
                    name,
                    shortName,
                    1,
                    tentative,
                    date,
                    zone,
                    place,
                    topics,
                    sessions,
                    people,
                    facts,
                    everywhere.with(new Institutions(institutions)));
        }

        @Override
        public Sort sort() {
            return Sort.PROGRAMME;
        }

        @Override
        public Content without(Person person) {
            return this;
        }
    }

    /// Mentors.
    record OfMentors(MentorList list) implements Content {
        @Override
        public Sort sort() {
            return Sort.MENTORS;
        }

        @Override
        public Content without(Person person) {
            return new OfMentors(list.without(person));
        }
    }

    /// Papers, without their authors' addresses.
    record OfPapers(List<Paper> papers) implements Content {
        public OfPapers {
            papers = papers.stream()
                    .map(paper -> new Paper(
                            paper.id(),
                            paper.title(),
                            paper.authors().stream()
                                    .map(author -> new Paper.Author(author.name(), ""))
                                    .toList(),
                            paper.summary(),
                            paper.keywords(),
                            paper.venue()))
                    .toList();
        }

        @Override
        public Sort sort() {
            return Sort.PAPERS;
        }

        @Override
        public Content without(Person person) {
            return this;
        }
    }
}
