package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.feedback.Feedback;
import coffeebreak.bot.redis.RedisStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// What organizers take away from a day, in the local workspace, told in order: paper, figures, who the organizers are,
/// and the end.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportStoriesTest {

    private LocalDay day;

    @BeforeAll
    void theDayBegins(@TempDir Path folder) {
        day = new LocalDay(folder);
    }

    @AfterAll
    void theDayEnds() {
        day.close();
    }

    /// Scenario 52.
    @Test
    @Order(1)
    void whoPublishesGetsTheTablesOnPaper() throws IOException {
        var marta = day.person("UORGA");
        marta.commands("/coffee-admin print").seesInGeneral("There are no tables to print yet");
        marta.seesAtHome("No round is published yet");
        marta.commands("/coffee-admin preview").seesInGeneral("Preview of round 1");
        marta.presses("Publish", "C0GENERAL").seesInGeneral("is published");
        marta.findsAtHome("seats taken");

        var pdf = marta.receives("tables.pdf");

        keep("tables.pdf", pdf);
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Coffee Break 1, 10:30 to 11:00")
                    .contains("Jascha Sohl-Dickstein")
                    .contains("Where you sit")
                    .contains("Round 1, as of 08:4");
            var plan = store().plans().current();
            var named = store().profiles().all().stream()
                    .filter(profile -> !plan.takenBy(profile.person()).isEmpty())
                    .toList();
            assertThat(named)
                    .isNotEmpty()
                    .allSatisfy(profile -> assertThat(text.contains(profile.name()))
                            .as(profile.name() + " agreed to be named")
                            .isEqualTo(profile.agreesTo(coffeebreak.bot.signup.Consent.TABLEMATES)));
        }
    }

    /// Scenario 51.
    @Test
    @Order(2)
    void theReportTellsTheDayInFiguresAndCharts() throws IOException {
        var marta = day.person("UORGA");
        var plan = store().plans().current();
        for (var seat : plan.seats().subList(0, 6)) {
            day.person(seat.mentee().id()).writes("I'll be there").sees("you sit with");
            store().feedbacks().save(new Feedback(seat.id(), seat.mentee(), true, 4, "a secret thought"));
        }

        Visitor.await(
                "the answers are counted", () -> store().answerTimes().all().size() >= 6 ? Boolean.TRUE : null);

        marta.commands("/coffee-admin report")
                .seesInGeneral("I sent you chart-1.png, chart-2.png, chart-3.png and seats.csv");

        marta.awaits("The day in figures");
        marta.awaits("with mentors");
        marta.awaits("6 met, 0 did not; useful 4.0 of 5, said 6");
        marta.awaits("seats were answered within");
        marta.awaits("by chance it would be");
        marta.awaits("Jascha Sohl-Dickstein, Coffee Break 1");
        assertThat(marta.countOf("a secret thought")).isZero();
        for (var chart = 1; chart <= 3; chart++) {
            var png = marta.receives("chart-" + chart + ".png");
            keep("chart-" + chart + ".png", png);
            assertThat(ImageIO.read(new ByteArrayInputStream(png))).isNotNull();
        }
        assertThat(new String(marta.receives("seats.csv"), StandardCharsets.UTF_8))
                .contains("break,table,participant,stage,institution,state,affinity")
                .contains("confirmed")
                .doesNotContain("a secret thought");
    }

    @Test
    @Order(3)
    void theExportHoldsTheDayWithoutItsSecrets() throws IOException {
        var ana = day.person("UANA");
        ana.writes("I'd rather not sit with <@UBO>").sees("Nobody is told");
        var marta = day.person("UORGA");
        marta.commands("/coffee-admin export").seesInGeneral("I sent you coffeebreak.zip");

        var words = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(marta.receives("coffeebreak.zip")))) {
            while (zip.getNextEntry() != null) {
                words.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(words.toString())
                .contains("Jascha Sohl-Dickstein")
                .contains("seated with mentors")
                .doesNotContain("a secret thought")
                .doesNotContain("UANA")
                .doesNotContain("UBO")
                .doesNotContain("@workshop");
    }

    /// Scenario 37: the list of organizers is their own.
    @Test
    @Order(4)
    void whoeverIsAddedMayAtOnceAndWhoeverIsRemovedMayNot() {
        var marta = day.person("UORGA");
        var bo = day.person("UBO");
        bo.commands("/coffee-admin status").seesInGeneral("Only organizers can do that");

        marta.commands("/coffee-admin organizers add @UBO").seesInGeneral("is an organizer now");
        bo.awaits("You are an organizer of Sci4DL");
        bo.commands("/coffee-admin status").seesInGeneral("How things stand");
        bo.seesAtHome("For organizers");
        marta.commands("/coffee-admin organizers remove @UORGA").seesInGeneral("is named in COFFEEBREAK_ORGANIZERS");

        marta.commands("/coffee-admin organizers remove @UBO").seesInGeneral("is no organizer any more");
        bo.commands("/coffee-admin status").seesInGeneral("Only organizers can do that");
        assertThat(marta.commands("/coffee-admin audit").seesInGeneral("What was done, the latest first"))
                .contains("organizers add")
                .contains("refused: not an organizer");
    }

    @Test
    @Order(5)
    void afterTheEventOnlyNumbersStayOnceItsNameWasTyped() {
        day.clock.jumpTo(Instant.parse("2026-04-26T21:30:00Z"));
        var marta = day.person("UORGA");
        assertThat(new EverythingKept(day.redis()).naming("UBO")).isNotEmpty();
        marta.commands("/coffee-admin retire").seesInGeneral("Nothing was deleted yet.");
        marta.commands("/coffee-admin retire it all").seesInGeneral("is not the name of this event");
        assertThat(store().profiles().all()).isNotEmpty();

        marta.commands("/coffee-admin retire Sci4DL").seesInGeneral("Sci4DL is retired");

        var kept = new EverythingKept(day.redis());
        assertThat(kept.naming("UBO")).isEmpty();
        assertThat(kept.naming("UANA")).isEmpty();
        assertThat(kept.naming("a secret thought")).isEmpty();
        assertThat(kept.keys())
                .as("the report, the act of retiring, marks of what came in, and that the bot serves")
                .allMatch(key -> List.of("report", "forgotten", "audit", "outbox:pace", "outbox:counts", "notice-key")
                                .contains(key.substring(key.indexOf("}:") + 2))
                        || key.contains("}:seen:")
                        || key.contains("}:serving:")
                        || key.contains("}:inbox:"));
        var report = store().remains().report().orElseThrow();
        assertThat(report.signedUp()).isGreaterThan(20);
        assertThat(report.met()).isEqualTo(6);
        assertThat(store().auditTrail().latest(1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.outcome()).isEqualTo("retired"));
    }

    /// What is handed over is kept where `coffeebreak.look` says, to be looked at.
    private static void keep(String name, byte[] bytes) throws IOException {
        var folder = System.getProperty("coffeebreak.look");
        if (folder != null) {
            java.nio.file.Files.write(Path.of(folder, name), bytes);
        }
    }

    private RedisStore store() {
        return day.parts().store();
    }
}
