package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.files.YamlRoster.Member;
import coffeebreak.bot.mentoring.Mentor;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlRosterTest {

    private static final Instant MARCH = Instant.parse("2026-03-20T12:00:00Z");
    private static final ZoneId VENUE = ZoneId.of("America/Sao_Paulo");

    private final Programme programme = YamlProgramme.builtIn().at(LocalDate.of(2026, 4, 27), VENUE);

    @Test
    void theDemosRosterOffersFewerSeatsThanPeopleSignedUp() {
        var roster = YamlRoster.demo(programme, MARCH);

        assertThat(roster.mentors()).hasSize(7);
        assertThat(roster.mentors().stream()
                        .mapToInt(mentor -> mentor.seats() * mentor.breaks().size())
                        .sum())
                .isEqualTo(84);
        assertThat(roster.mentors())
                .extracting(mentor -> mentor.id())
                .containsExactlyElementsOf(
                        programme.mentors().stream().map(person -> person.id()).toList());
        assertThat(roster.mentors())
                .allSatisfy(mentor -> assertThat(mentor.topics()).isNotEmpty());
        assertThat(roster.profiles()).hasSizeGreaterThanOrEqualTo(100).allMatch(Profile::invented);
        assertThat(roster.people())
                .extracting(Member::person)
                .doesNotHaveDuplicates()
                .containsAll(roster.profiles().stream().map(Profile::person).toList());
        assertThat(roster.people())
                .extracting(Member::kind)
                .contains(Member.Kind.ORGANIZER, Member.Kind.MENTOR, Member.Kind.PARTICIPANT);
    }

    @Test
    void theDemosPeopleFitTheSignUpForm() {
        assertThat(YamlRoster.demo(programme, MARCH).profiles()).allSatisfy(profile -> {
            assertThat(profile.topics()).hasSizeLessThanOrEqualTo(5);
            assertThat(profile.interests()).hasSizeLessThanOrEqualTo(1500);
            assertThat(profile.question()).hasSizeLessThanOrEqualTo(300);
            assertThat(profile.breaks()).isNotEmpty();
            assertThat(profile.version()).isEqualTo(1);
        });
    }

    @Test
    void whatIsLeftOutHasItsUsualMeaning() {
        var roster = parse("""
                mentors:
                  - id: cohen
                people:
                  - {slack: U1, name: Ana Example, signedUp: true, stage: phd1}
                  - {slack: U2, name: Olga Example, kind: organizer}
                """);

        assertThat(roster.mentors()).singleElement().satisfies(mentor -> {
            assertThat(mentor.name()).isEqualTo("Jeremy Cohen");
            assertThat(mentor.person()).isNull();
            assertThat(mentor.seats()).isEqualTo(6);
            assertThat(mentor.breaks()).containsExactlyInAnyOrder("s04", "s11");
            assertThat(mentor.institutions()).isNotEmpty();
        });
        assertThat(roster.profiles())
                .containsExactly(new Profile(
                        new Person("U1"),
                        "Ana Example",
                        VENUE,
                        Stage.PHD1,
                        "",
                        List.of(),
                        "",
                        Set.of("s04", "s11"),
                        "",
                        false,
                        Set.of(),
                        true,
                        true,
                        MARCH,
                        1));
        assertThat(roster.people())
                .extracting(Member::kind)
                .containsExactly(Member.Kind.PARTICIPANT, Member.Kind.ORGANIZER);
    }

    @Test
    void everythingThatIsSaidIsRead() {
        var profile = parse("""
                        people:
                          - slack: U1
                            name: Ana Example
                            zone: Europe/Zurich
                            signedUp: true
                            stage: postdoc
                            institution: EPFL
                            topics: [loss-landscapes]
                            interests: Why is SAM good?
                            breaks: [2]
                            question: How do you pick problems?
                            secondSeat: true
                            consents: {card: true, name: true, find: true, peers: true}
                        """).profiles().getFirst();

        assertThat(profile)
                .isEqualTo(new Profile(
                        new Person("U1"),
                        "Ana Example",
                        ZoneId.of("Europe/Zurich"),
                        Stage.POSTDOC,
                        "EPFL",
                        List.of("loss-landscapes"),
                        "Why is SAM good?",
                        Set.of("s11"),
                        "How do you pick problems?",
                        true,
                        Set.of(Consent.values()),
                        true,
                        true,
                        MARCH,
                        1));
    }

    @Test
    void aBadFileIsToldEverythingThatIsWrongWithItAtOnce() {
        assertThatThrownBy(() -> parse("""
                                mentors:
                                  - id: nobody
                                  - id: cohen
                                    slack: U1
                                    seats: many
                                    breaks: [3]
                                  - id: cohen
                                    slack: U1
                                    colour: red
                                people:
                                  - name: No Id
                                  - slack: U2
                                    name: Bo Example
                                    zone: Mars/Olympus
                                    kind: robot
                                    signedUp: true
                                    stage: wizard
                                  - slack: U3
                                    name: Cy Example
                                    signedUp: true
                                    stage: phd2
                                    topics: [alchemy]
                                """))
                .isInstanceOf(BadFile.class)
                .satisfies(bad -> assertThat(String.valueOf(bad.getMessage()).lines())
                        .satisfiesExactly(
                                line -> assertThat(line)
                                        .startsWith("roster.yaml:2: the programme has no mentor \"nobody\"; it has "),
                                line -> assertThat(line)
                                        .isEqualTo("roster.yaml:5: a mentor's seats are a number from 0 to 999, not "
                                                + "\"many\"."),
                                line -> assertThat(line)
                                        .isEqualTo(
                                                "roster.yaml:6: there is no mentoring break \"3\"; the programme has "
                                                        + "2, counted from 1."),
                                line -> assertThat(line)
                                        .isEqualTo("roster.yaml:7: the mentor \"cohen\" stands twice; one entry holds "
                                                + "for all their breaks."),
                                line -> assertThat(line)
                                        .isEqualTo("roster.yaml:8: the Slack id \"U1\" stands twice; each person has "
                                                + "their own."),
                                line -> assertThat(line).startsWith("roster.yaml:9: "),
                                line -> assertThat(line).startsWith("roster.yaml:11: "),
                                line -> assertThat(line)
                                        .isEqualTo("roster.yaml:14: there is no time zone \"Mars/Olympus\"; write one "
                                                + "like Europe/Zurich."),
                                line -> assertThat(line)
                                        .isEqualTo("roster.yaml:15: a person's kind is participant or organizer, not "
                                                + "\"robot\"."),
                                line -> assertThat(line)
                                        .startsWith("roster.yaml:17: there is no stage \"wizard\"; write one of "
                                                + "bachelor, master, phd1,"),
                                line -> assertThat(line)
                                        .isEqualTo("roster.yaml:22: the programme has no topic \"alchemy\".")));
    }

    @Test
    void aMentorWithAnEmptySlackIdIsNotInTheChat() {
        var roster = parse("mentors:\n  - id: cohen\n    slack: \"\"\n");

        assertThat(roster.mentors().getFirst().person()).isNull();
        assertThat(roster.people()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> YamlRoster.at("file:/no/such/roster.yaml", programme, MARCH))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("/no/such/roster.yaml");
    }

    private YamlRoster.Roster parse(String text) {
        return YamlRoster.parse("roster.yaml", text, programme, MARCH);
    }

    @Test
    void ofATableTheMentorsAreTakenAndNobodyIsSignedUpByIt(@TempDir Path folder) throws IOException {
        var file = folder.resolve("people.csv");
        Files.writeString(file, """
                Name;Email;Slack ID;Mentor;Breaks;Seats;Interests;Papers
                Jeremy Cohen;jc@example.org;;yes;1;4;edge of stability;On Sharpness
                Julia Kempe;;U0KEMPE;yes;;;scaling laws;
                Ana Souza;ana@usp.br;U0ANA;no;;;loss landscapes;
                """);

        var roster = YamlRoster.at(file.toString(), programme, Instant.EPOCH);

        assertThat(roster.mentors())
                .containsExactly(
                        new Mentor(
                                "cohen",
                                "Jeremy Cohen",
                                null,
                                Set.of("Flatiron Institute"),
                                Set.of("s04"),
                                4,
                                List.of("edge of stability", "On Sharpness")),
                        new Mentor(
                                "kempe",
                                "Julia Kempe",
                                new Person("U0KEMPE"),
                                Set.of("NYU & Meta"),
                                Set.of("s04", "s11"),
                                6,
                                List.of("scaling laws")));
        assertThat(roster.emails()).isEqualTo(Map.of("cohen", "jc@example.org"));
        assertThat(roster.profiles()).isEmpty();

        Files.writeString(file, "Name,Email\nAna,ana\n");
        assertThatThrownBy(() -> YamlRoster.at(file.toString(), programme, Instant.EPOCH))
                .hasMessage(file + ":2: \"Email\": \"ana\" is no e-mail address; taken without. Correct it.");
    }
}
