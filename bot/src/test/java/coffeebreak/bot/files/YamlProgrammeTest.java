package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Role;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.programme.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlProgrammeTest {

    private static final String SMALL = """
            name: A small workshop
            sessions:
              - {id: a, title: Keynote, kind: keynote, start: 9:00, end: 10:00, people: [ada]}
              - {id: b, title: Coffee, kind: coffee_break, start: "10:00", end: 10:30 inferred, mentorship: true}
            people:
              - {id: ada, name: Ada Lovelace, roles: [keynote_speaker]}
            """;

    @Test
    void theBuiltInProgrammeLoads() {
        var programme = YamlProgramme.builtIn();

        assertThat(programme.shortName()).isEqualTo("Sci4DL");
        assertThat(programme.sessions()).hasSize(14).extracting(Session::id).contains("s01", "s14");
        assertThat(programme.breaks()).extracting(Session::id).containsExactly("s04", "s11");
        assertThat(programme.mentors())
                .extracting(ProgrammePerson::id)
                .containsExactly("sohl-dickstein", "nakkiran", "cohen", "kempe", "wyart", "zdeborova", "baraniuk");
        assertThat(programme.withRole(Role.ORGANIZER)).hasSize(8);
        assertThat(programme.withRole(Role.PROGRAMME_COMMITTEE)).hasSize(41);
        assertThat(programme.topics())
                .extracting(Topic::id)
                .containsExactly(
                        "in-context-learning",
                        "generative-generalization",
                        "inductive-biases",
                        "interpretability",
                        "loss-landscapes",
                        "training-dynamics",
                        "representations");
    }

    @Test
    void theBuiltInProgrammeKnowsWhatItDoesNotKnow() {
        var programme = YamlProgramme.builtIn();

        assertThat(programme.date()).isNull();
        assertThat(programme.zone()).isNull();
        assertThat(programme.place()).isNull();
        assertThat(programme.sessions()).allSatisfy(session -> {
            assertThat(session.room()).isNull();
            assertThat(session.talkTitle()).isNull();
            assertThat(session.end() == null).isEqualTo(session.id().equals("s14"));
            assertThat(session.endInferred()).isEqualTo(!session.id().equals("s14"));
        });
    }

    @Test
    void aProgrammeOfAFewLinesIsEnough() {
        var programme = YamlProgramme.parse("small.yaml", SMALL);

        assertThat(programme.shortName()).isEqualTo("A small workshop");
        assertThat(programme.sessions().getFirst().start()).isEqualTo(LocalTime.of(9, 0));
        assertThat(programme.sessions().getFirst().endInferred()).isFalse();
        assertThat(programme.sessions().getLast().endInferred()).isTrue();
    }

    @Test
    void everythingWrongIsSaidAtOnceWithItsLine() {
        var bad = """
                name: A workshop
                zoen: Europe/Paris
                date: 26 April
                zone: Europe/Pariss
                sessions:
                  - {id: a, title: Keynote, kind: keynot, start: "9:00"}
                  - {id: b, title: Talk, kind: talk, start: 25:00, people: [adda]}
                  - {id: b, kind: talk, start: "11:00", end: "10:00"}
                  - {id: c, title: Panel, kind: panel, start: "12:00", end: "13:00"}
                  - {id: d, title: Lunch, kind: lunch, start: "12:30", end: "13:30"}
                people:
                  - {id: ada, name: Ada Lovelace, roles: [speeker]}
                  - {id: ada, email: nobody}
                """;

        assertThatThrownBy(() -> YamlProgramme.parse("bad.yaml", bad))
                .isInstanceOf(BadFile.class)
                .hasMessage(String.join(
                        "\n",
                        "bad.yaml:2: the file has no \"zoen\". Did you mean \"zone\"?",
                        "bad.yaml:3: \"26 April\" is no date; write it like 2026-04-26.",
                        "bad.yaml:4: \"Europe/Pariss\" is no time zone; write one like America/Sao_Paulo."
                                + " Did you mean \"Europe/Paris\"?",
                        "bad.yaml:6: \"keynot\" is no kind of session; declare it under \"kinds\"."
                                + " Did you mean \"keynote\"?",
                        "bad.yaml:7: \"25:00\" is no time of day; write it like 09:30, or 09:30 inferred.",
                        "bad.yaml:7: there is no person \"adda\" under \"people\". Did you mean \"ada\"?",
                        "bad.yaml:8: the id \"b\" is taken (line 7); give this session another one.",
                        "bad.yaml:8: a session needs \"title\".",
                        "bad.yaml:8: the session ends at 10:00, which is not after its start at 11:00.",
                        "bad.yaml:10: \"Lunch\" at 12:30 overlaps \"Panel\" (12:00 to 13:00);"
                                + " correct the times, or give both a different \"room\".",
                        "bad.yaml:12: \"speeker\" is no role. Did you mean \"speaker\"?",
                        "bad.yaml:13: the id \"ada\" is taken (line 12); give this person another one.",
                        "bad.yaml:13: a person needs \"name\".",
                        "bad.yaml:13: \"nobody\" is no e-mail address; correct it or leave it out."));
    }

    @Test
    void aKeyThatStandsTwiceIsNamed() {
        assertThatThrownBy(() -> YamlProgramme.parse("twice.yaml", SMALL + "name: Another\n"))
                .isInstanceOf(BadFile.class)
                .hasMessage("twice.yaml:7: \"name\" stands twice in the file (first on line 1); keep one.");
    }

    @Test
    void whatIsNotYamlIsSaidWithItsLine() {
        assertThatThrownBy(() -> YamlProgramme.parse("broken.yaml", "name: x\nsessions: [\n"))
                .isInstanceOf(BadFile.class)
                .hasMessageStartingWith("broken.yaml:3: this is not YAML: ");
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() {
        assertThatThrownBy(() -> YamlProgramme.parse("empty.yaml", "# nothing\n"))
                .hasMessage("empty.yaml: the file is empty; it needs at least a name and sessions.");
    }

    @Test
    void aFileWithoutSessionsIsRefused() {
        assertThatThrownBy(() -> YamlProgramme.parse("none.yaml", "name: x\n"))
                .hasMessage("none.yaml:1: the file needs \"sessions\", a list with at least one.");
    }

    @Test
    void parallelSessionsAreFineInDifferentRooms() {
        var programme = YamlProgramme.parse("parallel.yaml", """
                name: Two tracks
                sessions:
                  - {id: a, title: Talk A, kind: talk, start: "9:00", end: "10:00", room: North}
                  - {id: b, title: Talk B, kind: talk, start: "9:00", end: "10:00", room: South}
                  - {id: c, title: Talk C, kind: talk, start: "9:00", end: "10:00", room: North, day: 2}
                """);

        assertThat(programme.days()).isEqualTo(2);
        assertThat(programme.sessions()).extracting(Session::ordinal).containsExactly(1, 2, 3);
    }

    @Test
    void dateAndZoneFromOutsideOverrideTheFile() {
        var programme = YamlProgramme.parse("dated.yaml", SMALL + "date: 2026-05-01\nzone: Europe/Paris\n");

        assertThat(programme.at(LocalDate.of(2026, 5, 4), null).date()).isEqualTo("2026-05-04");
        assertThat(programme.at(LocalDate.of(2026, 5, 4), null).zone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(programme
                        .at(null, ZoneId.of("Asia/Tokyo"))
                        .startOf(programme.sessions().getFirst()))
                .hasValueSatisfying(start -> assertThat(start).isEqualTo("2026-05-01T00:00:00Z"));
    }

    @Test
    void aFileIsFoundByPathAndByAddress(@TempDir Path folder) throws IOException {
        var file = folder.resolve("small.yaml");
        Files.writeString(file, SMALL);

        assertThat(YamlProgramme.at(file.toString()))
                .isEqualTo(YamlProgramme.at("file:" + file))
                .isEqualTo(YamlProgramme.at(file.toUri().toString()));
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        assertThatThrownBy(() -> YamlProgramme.at("nowhere/programme.yaml"))
                .isInstanceOf(BadFile.class)
                .hasMessage("nowhere/programme.yaml: there is no such file; check the path.");
    }
}
