package coffeebreak.bot.organizing;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.Attachment;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.feedback.Feedback;
import coffeebreak.bot.feedback.InMemoryFeedbacks;
import coffeebreak.bot.mentoring.InMemoryAnswerTimes;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.notices.InMemoryContacts;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Stage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ReportDeskTest {

    private static final Person OLGA = new Person("U-olga");

    private final Scene scene =
            new Scene().offering(Scene.mentor("cohen", 6, Set.of(MORNING), "Flatiron Institute", "loss landscapes"));
    private final InMemoryAnswerTimes times = new InMemoryAnswerTimes();
    private final InMemoryContacts contacts = new InMemoryContacts();
    private final InMemoryFeedbacks feedbacks = new InMemoryFeedbacks();
    private final Reporting reporting = new Reporting(
            () -> scene.programme,
            scene.mentoring,
            scene.profiles,
            times,
            scene.outbox,
            contacts,
            feedbacks,
            scene.clock);
    private final List<Chart> painted = new ArrayList<>();
    private boolean canPaint = true;
    private final List<TableList> printed = new ArrayList<>();
    private final Paper paper = new Paper(reporting::tables, list -> {
        printed.add(list);
        return new byte[] {1};
    });
    private final Sheets sheets = rows -> rows.toString().getBytes(StandardCharsets.UTF_8);
    private final ReportDesk desk = new ReportDesk(
            reporting,
            chart -> {
                painted.add(chart);
                return canPaint ? Optional.of(new byte[] {1}) : Optional.empty();
            },
            sheets,
            paper,
            new Export(() -> scene.programme, scene.mentoring::plan, reporting, sheets));

    private Reply types(String name) {
        return desk.commands().stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow()
                .typed()
                .carryOut(OLGA, "")
                .reply();
    }

    /// Ana to Fay sit with Cohen; Gil, who is far in his career, sits nowhere.
    private void published() {
        for (var name : List.of("Ana", "Bo", "Cy", "Di", "Ed")) {
            scene.signUp(name, Stage.PHD1, "University of " + name, BOTH, false);
        }
        scene.signUp("Fay", Stage.POSTDOC, "", BOTH, false);
        scene.signUp("Gil", Stage.FACULTY, "", Set.of(AFTERNOON), false);
        scene.publish();
    }

    @Test
    void theReportTellsTheDayInFigures() {
        published();
        for (var minutes = 1; minutes <= 5; minutes++) {
            times.note("seat-" + minutes, Duration.ofMinutes(minutes));
            feedbacks.save(new Feedback(
                    "seat-" + minutes, new Person("U" + minutes), minutes > 1, minutes > 1 ? 4 : 0, "so nice"));
        }

        assertThat(Aloud.read(types("report")).replaceAll("\\d\\.\\d\\d", "N"))
                .contains("- Signed up: 7")
                .contains("- Seated: 6 with mentors, 0 with peers, 1 without a seat")
                .contains("- Tables: 6 of 6 seats taken")
                .contains("- Afterwards: 4 met, 1 did not\n")
                .contains("- Answers: half of 5 seats were answered within 3 min, nine of ten within 5 min")
                .contains("- Affinity: N on average; by chance it would be N, at best N")
                .contains("- PhD student, 1st year to Faculty: 6 of 7 (86 %)")
                .contains("- Jeremy Cohen, Coffee Break 1: 6 of 6")
                .doesNotContain("so nice")
                .endsWith("file: chart-1.png\nfile: chart-2.png\nfile: seats.csv");
        assertThat(painted.getFirst().title()).isEqualTo("6 of 6 seats are taken");
    }

    @Test
    void whereNoChartCanBePaintedTheWordsAreStillThere() {
        published();
        canPaint = false;

        assertThat(Aloud.read(types("report")))
                .startsWith("# The day in figures")
                .doesNotContain("chart")
                .endsWith("file: seats.csv");
    }

    @Test
    void beforeAnythingWasPublishedTheReportSaysSoAndNothingIsPrinted() {
        assertThat(Aloud.read(types("report")))
                .contains("- Signed up: 0")
                .contains("- Affinity: fewer than 5 seats, so nothing to compare");
        assertThat(Aloud.read(types("print"))).startsWith("There are no tables to print yet");
    }

    @Test
    void aNameStandsOnPaperOnlyOfWhoAgreedAndTheInstitutionOnlyIfTheMentorMaySeeIt() {
        published();
        agrees("ana", Set.of(Consent.TABLEMATES));
        agrees("bo", Set.of(Consent.CARD));

        assertThat(Aloud.read(types("print"))).contains("file: tables.pdf");

        var list = printed.getFirst();
        var table = list.breaks().getFirst().tables().getFirst();
        assertThat(table.name()).isEqualTo("Jeremy Cohen");
        assertThat(table.people())
                .containsExactlyInAnyOrder(
                        "Ana", "Cy (University of Cy)", "Di (University of Di)", "Ed (University of Ed)", "Fay");
        assertThat(table.unnamed()).isEqualTo(1);
        assertThat(list.guests()).extracting(TableList.Guest::name).containsExactly("Ana", "Cy", "Di", "Ed", "Fay");
        assertThat(list.guests().getFirst().tables()).containsExactly("10:30 Jeremy Cohen");
        assertThat(list.unlisted()).isEqualTo(1);
    }

    private void agrees(String id, Set<Consent> consents) {
        var profile = scene.profiles.find(new Person("U-" + id)).orElseThrow();
        scene.profiles.save(Scene.agreeing(profile, consents).next());
    }

    @Test
    void theFileOfSeatsNamesWhoAgreedThatTheirMentorSeesThem() {
        published();
        agrees("bo", Set.of(Consent.TABLEMATES));

        var rows = new String(seats().bytes(), StandardCharsets.UTF_8);

        assertThat(rows)
                .contains("Jeremy Cohen, Ana, PhD student, 1st year, University of Ana, offered, ")
                .contains("Jeremy Cohen, a participant, , , offered")
                .doesNotContain("University of Bo");
    }

    private Attachment seats() {
        return ((Reply.Attach) types("report")).files().getLast();
    }

    @Test
    void theExportHoldsNothingThatIsSecret() throws IOException {
        published();
        scene.blocks.change(new Person("U-ana"), List.of(new Person("U-bo")), List.of());
        feedbacks.save(new Feedback("s", new Person("U-ana"), true, 1, "dreadful"));

        var file = ((Reply.Attach) types("export")).files().getFirst();

        var names = new ArrayList<String>();
        var words = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file.bytes()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                words.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(names)
                .containsExactly("round.csv", "seats.csv", "lines.csv", "programme.csv", "facts.csv", "figures.csv");
        assertThat(words.toString())
                .contains("Jeremy Cohen, Ana")
                .contains("[seated with mentors, 6]")
                .doesNotContain("U-ana")
                .doesNotContain("dreadful")
                .doesNotContain("[met, 1]");
    }

    @Test
    void whoPublishesIsHandedTheTablesOnce() {
        scene.signUp("Ana");
        var publishing = new OnPaper(
                new RoundDesk(() -> scene.programme, scene.mentoring, scene.outbox, scene.clock),
                () -> scene.mentoring.plan().round(),
                paper);
        scene.mentoring.preview();

        var asked = typed(publishing, "publish");
        var first = publishes(publishing);
        var again = publishes(publishing);

        assertThat(Aloud.read(asked)).doesNotContain("file:");
        assertThat(Aloud.read(first)).contains("Round 1 is published").endsWith("file: tables.pdf");
        assertThat(Aloud.read(again)).doesNotContain("file:");
    }

    private static Reply publishes(Desk desk) {
        return desk.pressed(OLGA, new ChatIntent.Publish(1))
                .orElseThrow()
                .carryOut()
                .get()
                .reply();
    }

    private static Reply typed(Desk desk, String name) {
        return desk.commands().stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow()
                .typed()
                .carryOut(OLGA, "")
                .reply();
    }
}
