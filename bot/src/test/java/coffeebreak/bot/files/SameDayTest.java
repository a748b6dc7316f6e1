package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.importing.Remark.Kind;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Session;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One day of an invented workshop, as eight formats tell it.
class SameDayTest {

    /// What a format has no place for.
    private enum Unsaid {
        ROOMS,
        ZONE,
        NOTES,
        NAME
    }

    enum Told {
        YAML("coast.yaml", EnumSet.noneOf(Unsaid.class)),
        CSV("coast.csv", EnumSet.of(Unsaid.ZONE, Unsaid.NAME)),
        CALENDAR("coast.ics", EnumSet.noneOf(Unsaid.class)),
        PENTABARF("coast.xml", EnumSet.noneOf(Unsaid.class)),
        FRAB("coast-frab.json", EnumSet.noneOf(Unsaid.class)),
        PRETALX("coast-pretalx.json", EnumSet.of(Unsaid.NAME, Unsaid.NOTES)),
        MARKDOWN("coast.md", EnumSet.of(Unsaid.ZONE, Unsaid.ROOMS)),
        HTML("coast.html", EnumSet.of(Unsaid.ZONE));

        final String file;
        private final Set<Unsaid> unsaid;

        Told(String file, Set<Unsaid> unsaid) {
            this.file = file;
            this.unsaid = unsaid;
        }

        private boolean says(Unsaid what) {
            return !unsaid.contains(what);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFormatTellsTheSameProgramme(Told told) {
        var expected = told(Told.YAML).content();
        var read = told(told);

        assertThat(read.of(Kind.WRONG)).isEmpty();
        assertThat(lines(read.content(), told)).isEqualTo(lines(expected, told));
        assertThat(read.content().date()).isEqualTo(LocalDate.of(2026, 5, 11));
        if (told.says(Unsaid.ZONE)) {
            assertThat(read.content().zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
        }
        if (told.says(Unsaid.NAME)) {
            assertThat(read.content().name()).isEqualTo("Coastlines 2026");
        }
        assertThat(people(read.content())).containsExactlyInAnyOrderElementsOf(people(expected));
    }

    /// The rows of the panel stand above and below its time, none has an end, and nothing follows the last.
    @Test
    void aPastedTableIsReadWithItsAmbiguitiesAndEachIsTold() {
        var guesses = told(Told.MARKDOWN).of(Kind.GUESSED).stream()
                .map(remark -> remark.line() + ": " + remark.what())
                .toList();

        assertThat(guesses)
                .contains(
                        "20: lines 18, 19, 21, 22, which have no time of their own, are taken as a part of \"Panel Discussion\","
                                + " though lines 18, 19 stand above its time; if it is not, write a time beside each.",
                        "0: no end is given in lines 9, 10, 11, 14, 15, 16, 17, 20, 23, 24, 25: taken from the start of what follows.",
                        "0: no end is given in line 26, and nothing follows: left open.",
                        "0: mentors hold their tables in the breaks that say so: 10:00, 14:30.",
                        "7: the table is about \"11 May 2026\", as stands above it.");
    }

    static Proposal<Programme> told(Told told) {
        return ProgrammeFile.at(TableProgrammeTest.resource("coast/" + told.file), null);
    }

    private static List<String> people(Programme programme) {
        return programme.people().stream()
                .map(person -> person.introduced() + " "
                        + person.roles().stream().map(Enum::name).sorted().toList())
                .toList();
    }

    private static List<String> lines(Programme programme, Told told) {
        var lines = new ArrayList<String>();
        for (var session : programme.sessions()) {
            lines.add(Stream.of(
                            session.day() + " " + session.start() + "-" + session.end(),
                            session.kind().id(),
                            session.title(),
                            session.talkTitle(),
                            session.mentorship() ? "mentoring" : null,
                            told.says(Unsaid.ROOMS) ? session.room() : null,
                            told.says(Unsaid.NOTES) ? note(session) : null,
                            session.people().stream()
                                    .map(id -> programme.person(id).map(ProgrammePerson::name).orElse(id))
                                    .collect(Collectors.joining(" & ")))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" | ")));
        }
        // Which of two sessions at once is named first is nobody's business.
        return lines.stream().sorted().toList();
    }

    private static String note(Session session) {
        return session.note() == null ? "" : session.note().replaceAll("[()]", "");
    }
}
