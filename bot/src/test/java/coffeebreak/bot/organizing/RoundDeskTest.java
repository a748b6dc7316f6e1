package coffeebreak.bot.organizing;

import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.organizing.Office.OLGA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.signup.Stage;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoundDeskTest {

    private final Scene scene =
            new Scene().offering(Scene.mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute", "loss landscapes"));
    private final Office office = new Office(scene);

    @Test
    void aPreviewShowsTheTablesAndTellsNobody() {
        scene.signUp("Ana");
        scene.signUp("Bo", Stage.FACULTY, "", BOTH, false);

        assertThat(office.types("preview").replaceFirst("Seed \\d+, \\d+ ms", "Seed S, T ms"))
                .matches("""
                        # Preview of round 1
                        1 of 2 who asked have a seat; early-stage: 1 of 1\\. Without a seat: 1\\. Left alone: 1\\.
                        \\(Seed S, T ms, proven optimal, rules broken: 0\\. Nobody was told yet\\.\\)
                        ---
                        Coffee Break 1, 10:30
                        - Jeremy Cohen 1/1, affinity [01]\\.\\d\\d: Ana
                        \\[Publish] \\[Preview again]""");
        assertThat(office.audit.latest(1))
                .containsExactly(new AuditTrail.Entry(scene.clock.instant(), OLGA, "preview", "round 1"));
        assertThat(scene.owed).isEmpty();
    }

    @Test
    void aPreviewThatCannotBePublishedSaysWhyAndHasNoButton() {
        scene.signUp("Ana");
        scene.programme = YamlProgramme.builtIn();

        assertThat(office.types("preview"))
                .endsWith("It cannot be published yet: the date or the time zone of the day is not set "
                        + "(COFFEEBREAK_EVENT_DATE, COFFEEBREAK_EVENT_ZONE).");
        assertThat(office.presses(OLGA, new ChatIntent.Publish(1))).startsWith("Not published: the day has no date");
        assertThat(office.audit.latest(1)).extracting(AuditTrail.Entry::outcome).containsExactly("impossible");
    }

    @Test
    void withNobodySignedUpThereIsNobodyToMatch() {
        assertThat(office.types("preview")).isEqualTo("Nobody to match: nobody has signed up for a seat yet.");
        assertThat(office.types("publish"))
                .isEqualTo("Not published: nothing was previewed yet. Run /coffee-admin preview first.");
    }

    @Test
    void publishingSaysWhatItDidAndASecondTimeThatItIsDone() {
        scene.signUp("Ana");
        scene.signUp("Bo", Stage.FACULTY, "", BOTH, false);
        office.types("preview");

        assertThat(office.types("publish")).isEqualTo("""
                        # Round 1 is published
                        1 seat given, 1 in line. On their way: 2 messages.
                        [Status]""");
        assertThat(office.presses(OLGA, new ChatIntent.Publish(1)))
                .isEqualTo("Round 1 is published already; nobody was told anything again.");
        assertThat(office.audit.latest(2))
                .extracting(AuditTrail.Entry::act, AuditTrail.Entry::outcome)
                .containsExactly(
                        tuple("publish round 1", "already published"),
                        tuple("publish", "published round 1, 2 notices"));
        assertThat(scene.owed).hasSize(2);
    }

    @Test
    void aStalePreviewIsNotPublishedButShownAnew() {
        scene.signUp("Ana");
        office.types("preview");
        var bo = scene.signUp("Bo");

        assertThat(office.presses(OLGA, new ChatIntent.Publish(1)))
                .startsWith("# Not published: sign-ups, mentors or breaks have changed since it was previewed. Round 2 "
                        + "instead\n1 of 2 who asked have a seat")
                .endsWith("[Publish] [Preview again]");
        assertThat(scene.owed).isEmpty();

        scene.profiles.remove(bo.person());
        scene.profiles.remove(new Person("U-ana"));
        assertThat(office.presses(OLGA, new ChatIntent.Publish(2)))
                .isEqualTo(
                        "Round 2 was not published: sign-ups, mentors or breaks have changed since it was previewed. "
                                + "Now there is nobody to match: nobody has signed up for a seat yet.");
    }

    @Test
    void whatIsNoRoundIsNotPublished() {
        assertThat(office.types("publish everything"))
                .isEqualTo(
                        "\"everything\" is no round. Say \"/coffee-admin publish\" for the one previewed last, or for "
                                + "example \"/coffee-admin publish 3\".");
        assertThat(office.types("publish round 7"))
                .isEqualTo("Not published: there is no previewed round 7 any more. Run /coffee-admin preview.");
    }
}
