package coffeebreak.bot.organizing;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.organizing.Office.OLGA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.mentoring.Turn;
import coffeebreak.bot.notices.CourierSettings;
import coffeebreak.bot.notices.Messenger.Posted;
import coffeebreak.bot.notices.Outbox.Claim;
import coffeebreak.bot.signup.Stage;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoundDeskTest {

    private final Scene scene =
            new Scene().offering(Scene.mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute", "loss landscapes"));
    private final Office office = new Office(scene);

    private String publishes(Person who, int round) {
        return office.presses(who, new ChatIntent.Publish(round));
    }

    private String undoes(int round) {
        return office.presses(OLGA, new ChatIntent.UndoRound(round));
    }

    private void twoSignUp() {
        scene.signUp("Ana");
        scene.signUp("Bo", Stage.FACULTY, "", BOTH, false);
    }

    private static String withoutSeed(String words) {
        return words.replaceAll("Seed \\d+, \\d+ ms", "Seed S, T ms")
                .replaceAll("affinity [01]\\.\\d\\d", "affinity A");
    }

    @Test
    void aPreviewShowsTheTablesAndTheUnplacedAndTellsNobody() {
        twoSignUp();

        assertThat(withoutSeed(office.types("preview"))).isEqualTo("""
                # Preview of round 1
                1 of 2 who asked have a seat; early-stage: 1 of 1. Without a seat: 1. Left alone: 1.
                (Seed S, T ms, proven optimal, rules broken: 0. Nobody was told yet.)
                ---
                Without a mentor's seat: Bo
                ---
                Coffee Break 1, 10:30
                - Jeremy Cohen 1/1, affinity A: Ana
                [Publish] [Preview again]""");
        assertThat(office.audit.latest(1))
                .containsExactly(new AuditTrail.Entry(scene.clock.instant(), OLGA, "preview", "round 1"));
        assertThat(scene.owed).isEmpty();
    }

    @Test
    void aFurtherPreviewShowsFirstWhatItChanges() {
        twoSignUp();
        scene.publish();
        scene.offering(
                Scene.mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"),
                Scene.mentor("kempe", 1, Set.of(AFTERNOON), "NYU"));
        scene.signUp("Cy", Stage.FACULTY, "", Set.of(AFTERNOON), false);
        scene.signUp("Di", Stage.FACULTY, "", Set.of(AFTERNOON), false);

        assertThat(withoutSeed(office.types("preview")).replaceAll("\\b(Cy|Di)\\b", "X"))
                .contains("""
                ---
                Against what is published (round 1)
                - Get a seat (2): Bo (Jeremy Cohen, Coffee Break 1) and X (Julia Kempe, Coffee Break 2)
                - Stay where they sit: 1
                - In line: 0 stay, 1 is new
                ---
                Without a mentor's seat: X
                ---
                Coffee Break 1, 10:30
                - Jeremy Cohen 2/2, 1 of them new, affinity A: Bo
                ---
                Coffee Break 2, 15:00
                - Julia Kempe 1/1, affinity A: X
                """);
    }

    @Test
    void movesStandBeforeEverythingElse() {
        var ana = scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        scene.publish();
        scene.offering(
                Scene.mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute"),
                Scene.mentor("kempe", 1, Set.of(AFTERNOON), "NYU"));
        scene.profiles.remove(ana.person());
        scene.signUp("Ana", Stage.PHD1, "", Set.of(AFTERNOON), false);

        assertThat(office.types("preview"))
                .contains(
                        "Against what is published (round 1)\n- Ana moves from Jeremy Cohen, Coffee Break 1 to Julia Kempe, "
                                + "Coffee Break 2\n- Stay where they sit: 0\n");
    }

    @Test
    void aPreviewThatCannotBePublishedSaysWhyAndHasNoButton() {
        scene.signUp("Ana");
        scene.programme = YamlProgramme.builtIn();

        assertThat(office.types("preview"))
                .endsWith("It cannot be published yet: the date or the time zone of the day is not set "
                        + "(COFFEEBREAK_EVENT_DATE, COFFEEBREAK_EVENT_ZONE).");
        assertThat(publishes(OLGA, 1)).startsWith("Not published: the day has no date and no time zone yet");
        assertThat(office.audit.latest(1))
                .extracting(AuditTrail.Entry::outcome)
                .containsExactly("refused: no date and no zone");
    }

    @Test
    void withNobodySignedUpThereIsNobodyToMatch() {
        assertThat(office.types("preview")).isEqualTo("Nobody to match: nobody has signed up for a seat yet.");
        assertThat(office.types("publish"))
                .isEqualTo("Not published: nothing was previewed yet. Run \"/coffee-admin preview\" first.");
    }

    @Test
    void publishingIsAskedForFirstSaysWhatItDidAndASecondTimeThatItIsDone() {
        twoSignUp();
        office.types("preview");

        assertThat(office.types("publish")).isEqualTo("""
                        # Publish round 1?
                        2 people are told what is new to them: 1 seat given, 1 in line without one.
                        [Publish] [Preview again]""");
        assertThat(scene.owed).isEmpty();
        assertThat(publishes(OLGA, 1)).isEqualTo("""
                        # Round 1 is published
                        1 seat given, 1 in line. Sent: 0 of 2 messages.
                        (It can be taken back until 08:05.)
                        [Status] [Undo]""");
        assertThat(publishes(OLGA, 1))
                .isEqualTo("Round 1 is published already: you did it at 08:00. Nobody was told anything again.");
        assertThat(office.types("publish 1")).startsWith("Round 1 is published already");
        assertThat(publishes(Scene.ORGANIZER, 1))
                .isEqualTo("Round 1 is published already: @U-olga did it at 08:00. Nobody was told anything again.");
        assertThat(office.audit.latest(5))
                .extracting(AuditTrail.Entry::act, AuditTrail.Entry::outcome)
                .containsExactly(
                        tuple("publish round 1", "refused: already published"),
                        tuple("publish 1", "refused: already published"),
                        tuple("publish round 1", "refused: already published"),
                        tuple("publish round 1", "published round 1, 2 notices"),
                        tuple("publish", "asked about round 1"));
        assertThat(scene.owed).hasSize(2);
    }

    @Test
    void whoeverComesSecondReadsWhoIsPublishing() {
        twoSignUp();
        office.types("preview");
        scene.plans.takeTurn(new Turn(OLGA, scene.clock.instant()));

        assertThat(publishes(Scene.ORGANIZER, 1))
                .isEqualTo(
                        "Not published: @U-olga is publishing since 08:00. Look at \"/coffee-admin rounds\" in a moment.");
        assertThat(scene.owed).isEmpty();
        scene.plans.endTurn(new Turn(OLGA, scene.clock.instant()));
        assertThat(publishes(Scene.ORGANIZER, 1)).startsWith("# Round 1 is published");
    }

    @Test
    void howFarItIsToldStandsInTheSameMessage() {
        twoSignUp();
        office.types("preview");
        var reply = (Reply.Unfolding) office.reply(OLGA, new ChatIntent.Publish(1));

        assertThat(news(reply)).isEqualTo(Aloud.read(reply));
        deliverOne();
        assertThat(news(reply)).contains("Sent: 1 of 2 messages.").contains("[Undo]");
        deliverOne();
        assertThat(news(reply)).contains("All 2 messages are sent.").contains("[Undo]");
        scene.clock.advance(Duration.ofMinutes(5));
        assertThat(news(reply)).contains("All 2 messages are sent.").endsWith("[Status]");
        assertThat(reply.news().get()).isEmpty();
    }

    @Test
    void aPublishedRoundThatIsTakenBackSaysSoInItsOwnMessage() {
        twoSignUp();
        office.types("preview");
        var reply = (Reply.Unfolding) office.reply(OLGA, new ChatIntent.Publish(1));
        undoes(1);

        assertThat(news(reply)).isEqualTo("Round 1 was published at 08:00 and is taken back again.");
        assertThat(reply.news().get()).isEmpty();
    }

    private static String news(Reply.Unfolding reply) {
        return reply.news().get().map(Aloud::read).orElse("over");
    }

    private void deliverOne() {
        scene.clock.advance(Duration.ofSeconds(2));
        var claim = (Claim) scene.outbox.claim(scene.clock.instant(), CourierSettings.SLACK);
        scene.outbox.delivered(claim, new Posted("D1", "1.0"), scene.clock.instant());
    }

    @Test
    void aStalePreviewIsNotPublishedButShownAnewWithWhatIsDifferent() {
        scene.offering(Scene.mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute", "loss landscapes"));
        scene.signUp("Ana");
        office.types("preview");
        var bo = scene.signUp("Bo");

        assertThat(withoutSeed(publishes(OLGA, 1))).isEqualTo("""
                # Not published. Round 2 instead?
                Round 1 was not published: sign-ups, mentors or breaks have changed since it was previewed.
                What is different from round 1:
                - Now with a seat (1): Bo (Jeremy Cohen, Coffee Break 1)
                ---
                2 of 2 who asked have a seat; early-stage: 2 of 2. Without a seat: 0. Left alone: 0.
                (Seed S, T ms, proven optimal, rules broken: 0. Nobody was told yet.)
                ---
                Coffee Break 1, 10:30
                - Jeremy Cohen 2/2, affinity A: Ana, Bo
                [Publish] [Preview again]""");
        assertThat(scene.owed).isEmpty();
        assertThat(office.audit.latest(1))
                .extracting(AuditTrail.Entry::outcome)
                .containsExactly("refused: stale, previewed round 2");

        scene.profiles.remove(bo.person());
        scene.profiles.remove(new Person("U-ana"));
        assertThat(publishes(OLGA, 2)).isEqualTo("""
                Round 2 was not published: sign-ups, mentors or breaks have changed since it was previewed.
                Nobody to match: nobody has signed up for a seat yet.""");
    }

    @Test
    void whatAnotherOrganizerPublishedMeanwhileIsNamed() {
        scene.signUp("Ana");
        office.types("preview");
        office.types("preview");
        scene.clock.advance(Duration.ofMinutes(2));
        office.presses(Scene.ORGANIZER, new ChatIntent.Publish(2));

        assertThat(publishes(OLGA, 1)).isEqualTo("""
                Round 1 was not published: @U0OLGA published round 2 at 08:02, after this one was previewed.
                Nobody to match: everybody who asked for a seat was given one already.""");
    }

    @Test
    void whatIsNoRoundIsNotPublished() {
        assertThat(office.types("publish everything"))
                .isEqualTo("\"everything\" is no round. Say the number alone, as in \"/coffee-admin publish 3\", or no "
                        + "number for the latest.");
        assertThat(office.types("publish round 7"))
                .isEqualTo("Not published: there is no previewed round 7 any more. Run \"/coffee-admin preview\".");
    }

    @Test
    void takingBackIsAskedForWithHowManyItConcernsAndWhatTheyHaveSaidSince() {
        twoSignUp();
        office.types("preview");
        publishes(OLGA, 1);
        scene.mentoring.decline(new Person("U-ana"), "");

        assertThat(office.types("undo")).isEqualTo("""
                # Take round 1 back?
                It concerns 1 person: what they were told is corrected, and what is not sent yet is not sent. Seats, lines and tables of peers are as they were before.
                - Ana said they can't come: that stays
                - Bo moved up or signed up since: that seat goes, too
                (Possible until 08:05.)
                [Take it back] [Status]""");
        assertThat(scene.mentoring.plan().published()).isTrue();
        assertThat(undoes(1)).isEqualTo("""
                # Round 1 is taken back
                Nothing is published now. 1 person reads that it does not hold.
                - Ana said they can't come: that stays
                - Bo moved up or signed up since: that seat goes, too
                [Preview] [Status]""");
        assertThat(undoes(1)).isEqualTo("Round 1 is taken back already: you did it at 08:00.");
        assertThat(office.audit.latest(3))
                .extracting(AuditTrail.Entry::act, AuditTrail.Entry::outcome)
                .containsExactly(
                        tuple("undo round 1", "refused: taken back already"),
                        tuple("undo round 1", "took round 1 back, corrected for 1"),
                        tuple("undo", "asked about round 1"));
    }

    @Test
    void whatCannotBeTakenBackSaysWhatToDoInstead() {
        assertThat(office.types("undo")).isEqualTo("No round is published, so there is nothing to take back.");
        scene.signUp("Ana");
        office.types("preview");
        publishes(OLGA, 1);
        assertThat(office.types("undo 9"))
                .isEqualTo("Round 9 was never published. \"/coffee-admin rounds\" says which were.");
        scene.offering(Scene.mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"));
        scene.signUp("Bo");
        office.types("preview");
        publishes(Scene.ORGANIZER, 2);
        assertThat(office.types("undo 1"))
                .isEqualTo(
                        "Round 1 cannot be taken back: @U0OLGA published round 2 at 08:00, and only the latest can be.");
        scene.clock.advance(Duration.ofMinutes(5));
        assertThat(office.types("undo round 2"))
                .isEqualTo(
                        "Round 2 was published at 08:00, more than five minutes ago: people count on it by now. Move single "
                                + "people with \"/coffee-admin move\", or run \"/coffee-admin preview\" for a further round.");
    }

    @Test
    void theListOfRoundsSaysWhoPublishedThemAndWhichIsInForce() {
        assertThat(office.types("rounds"))
                .isEqualTo("No round was published yet. \"/coffee-admin preview\" shows what one would come to.");
        scene.offering(Scene.mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"));
        scene.signUp("Ana");
        office.types("preview");
        publishes(OLGA, 1);
        scene.clock.advance(Duration.ofMinutes(7));
        scene.signUp("Bo");
        office.types("preview");
        publishes(Scene.ORGANIZER, 2);
        undoes(2);

        assertThat(office.types("rounds").replaceAll("seed \\d+", "seed S")).isEqualTo("""
                # 2 published rounds
                - Round 2 by @U0OLGA, 27 Apr, 08:07: 1 seat, 0 in line, seed S; taken back by @U-olga at 08:07
                - Round 1 by @U-olga, 27 Apr, 08:00: 1 seat, 0 in line, seed S; in force""");
    }
}
