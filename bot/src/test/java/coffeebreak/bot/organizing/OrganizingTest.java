package coffeebreak.bot.organizing;

import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.feedback.Feedback;
import coffeebreak.bot.feedback.InMemoryFeedbacks;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.notices.Contacts;
import coffeebreak.bot.notices.InMemoryContacts;
import coffeebreak.bot.signup.Stage;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrganizingTest {

    private static final Person OLGA = new Person("U-olga");
    private static final Person STRANGER = new Person("U-stranger");
    /// What says something about organizers, and does nothing.
    private static final Set<String> HARMLESS = Set.of("isOrganizer");

    private final Scene scene =
            new Scene().offering(Scene.mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute", "loss landscapes"));
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final InMemoryContacts contacts = new InMemoryContacts();
    private final InMemoryFeedbacks feedbacks = new InMemoryFeedbacks();
    private final Organizing organizing = new Organizing(
            Set.of(OLGA),
            () -> scene.programme,
            scene.mentoring,
            scene.profiles,
            scene.outbox,
            contacts,
            feedbacks,
            audit,
            scene.clock);

    static Stream<Method> everythingAnOrganizerCanDo() {
        return Arrays.stream(Organizing.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !HARMLESS.contains(method.getName()));
    }

    @ParameterizedTest
    @MethodSource("everythingAnOrganizerCanDo")
    void nobodyElseCanDoItAndTheAttemptIsWrittenDown(Method method) throws Exception {
        scene.signUp("Ana");
        organizing.preview(OLGA);
        var drafts = scene.plans.latestDraft();

        var reply = method.invoke(organizing, arguments(method));

        assertThat(Aloud.read((Reply) reply))
                .isEqualTo("Only organizers can do that. If you are one, ask the person who runs this bot to add you.");
        assertThat(audit.latest(1)).singleElement().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo(STRANGER);
            assertThat(entry.outcome()).isEqualTo("refused: not an organizer");
            assertThat(entry.at()).isEqualTo(scene.clock.instant());
        });
        assertThat(scene.mentoring.plan().published()).isFalse();
        assertThat(scene.plans.latestDraft()).isEqualTo(drafts);
        assertThat(scene.owed).isEmpty();
    }

    private static Object[] arguments(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> type == Person.class ? STRANGER : type == int.class ? (Object) 1 : "words")
                .toArray();
    }

    @Test
    void onlyThoseNamedAreOrganizers() {
        assertThat(organizing.isOrganizer(OLGA)).isTrue();
        assertThat(organizing.isOrganizer(STRANGER)).isFalse();
    }

    @Test
    void aPreviewShowsTheTablesAndTellsNobody() {
        scene.signUp("Ana");
        scene.signUp("Bo", Stage.FACULTY, "", BOTH, false);

        assertThat(Aloud.read(organizing.preview(OLGA)).replaceFirst("Seed \\d+, \\d+ ms", "Seed S, T ms"))
                .matches("""
                        # Preview of round 1
                        1 of 2 who asked have a seat; early-stage: 1 of 1\\. Without a seat: 1\\. Left alone: 1\\.
                        \\(Seed S, T ms, proven optimal, rules broken: 0\\. Nobody was told yet\\.\\)
                        ---
                        Coffee Break 1, 10:30
                        - Jeremy Cohen 1/1, affinity [01]\\.\\d\\d: Ana
                        \\[Publish] \\[Preview again]""");
        assertThat(audit.latest(1))
                .containsExactly(new AuditTrail.Entry(scene.clock.instant(), OLGA, "preview", "round 1"));
        assertThat(scene.owed).isEmpty();
    }

    @Test
    void aPreviewThatCannotBePublishedSaysWhyAndHasNoButton() {
        scene.signUp("Ana");
        scene.programme = YamlProgramme.builtIn();

        assertThat(Aloud.read(organizing.preview(OLGA)))
                .endsWith("It cannot be published yet: the date or the time zone of the day is not set "
                        + "(COFFEEBREAK_EVENT_DATE, COFFEEBREAK_EVENT_ZONE).");
        assertThat(Aloud.read(organizing.publish(OLGA, 1))).startsWith("Not published: the day has no date");
        assertThat(audit.latest(1)).extracting(AuditTrail.Entry::outcome).containsExactly("impossible");
    }

    @Test
    void withNobodySignedUpThereIsNobodyToMatch() {
        assertThat(Aloud.read(organizing.preview(OLGA)))
                .isEqualTo("Nobody to match: nobody has signed up for a seat yet.");
        assertThat(Aloud.read(organizing.publish(OLGA, 0)))
                .isEqualTo("Not published: nothing was previewed yet. Run /coffee-admin preview first.");
    }

    @Test
    void publishingSaysWhatItDidAndASecondTimeThatItIsDone() {
        scene.signUp("Ana");
        scene.signUp("Bo", Stage.FACULTY, "", BOTH, false);
        organizing.preview(OLGA);

        assertThat(Aloud.read(organizing.publish(OLGA, 0))).isEqualTo("""
                        # Round 1 is published
                        1 seat given, 1 in line. On their way: 2 messages.
                        [Status]""");
        assertThat(Aloud.read(organizing.publish(OLGA, 1)))
                .isEqualTo("Round 1 is published already; nobody was told anything again.");
        assertThat(audit.latest(2))
                .extracting(AuditTrail.Entry::act, AuditTrail.Entry::outcome)
                .containsExactly(
                        tuple("publish round 1", "already published"),
                        tuple("publish latest", "published round 1, 2 notices"));
        assertThat(scene.owed).hasSize(2);
    }

    @Test
    void aStalePreviewIsNotPublishedButShownAnew() {
        scene.signUp("Ana");
        organizing.preview(OLGA);
        var bo = scene.signUp("Bo");

        assertThat(Aloud.read(organizing.publish(OLGA, 1)))
                .startsWith("# Not published: sign-ups, mentors or breaks have changed since it was previewed. Round 2 "
                        + "instead\n1 of 2 who asked have a seat")
                .endsWith("[Publish] [Preview again]");
        assertThat(scene.owed).isEmpty();

        scene.profiles.remove(bo.person());
        scene.profiles.remove(new Person("U-ana"));
        assertThat(Aloud.read(organizing.publish(OLGA, 2)))
                .isEqualTo(
                        "Round 2 was not published: sign-ups, mentors or breaks have changed since it was previewed. "
                                + "Now there is nobody to match: nobody has signed up for a seat yet.");
    }

    @Test
    void theStatusCountsSignUpsSeatsAndMessages() {
        assertThat(Aloud.read(organizing.status(OLGA))).isEqualTo("""
                        # How things stand
                        - Day: 2026-04-27, America/Sao_Paulo
                        - Sign-ups: 0 looking for a seat, 0 withdrawn
                        - Published: nothing yet
                        - Messages: 0 delivered, 0 on their way, 0 could not be delivered
                        [Preview]""");
        scene.signUp("Ana");
        scene.signUp("Bo", Stage.FACULTY, "", BOTH, false);
        organizing.preview(OLGA);
        organizing.publish(OLGA, 1);
        scene.mentoring.confirm(new Person("U-ana"), "");

        assertThat(Aloud.read(organizing.status(OLGA)))
                .contains("- Sign-ups: 2 looking for a seat, 0 withdrawn")
                .contains("- Published: round 1, 1 seated (1 confirmed), 1 waiting")
                .contains("- Messages: 0 delivered, 2 on their way, 0 could not be delivered");
    }

    @Test
    void theStatusTellsWhatPeopleSaidAfterwardsWithoutWhoSaidIt() {
        scene.signUp("Ana");
        feedbacks.save(new Feedback("s1", new Person("U-ana"), true, 5, "It was <lovely>"));
        feedbacks.save(new Feedback("s2", new Person("U-bo"), true, 4, ""));
        feedbacks.save(new Feedback("s3", new Person("U-cy"), false, 0, ""));
        contacts.unreachable(new Person("U-ana"), Contacts.GONE);

        assertThat(Aloud.read(organizing.status(OLGA)))
                .contains("- Afterwards: 2 met, 1 did not; useful 4.5 of 5, said 2")
                .contains("- Somebody wrote: It was <lovely>")
                .contains("- Cannot be reached: Ana (the account is deactivated)");
    }

    @Test
    void unknownWordsAreAnsweredWithWhatThereIs() {
        assertThat(Aloud.read(organizing.unknown(OLGA, "dance"))).isEqualTo("""
                        I don't know "dance".
                        - /coffee-admin preview runs the matching and shows it; nobody is told
                        - /coffee-admin publish tells everybody what was previewed last
                        - /coffee-admin mentors says who hosts a table, and who has not answered
                        - /coffee-admin delay 15m from 14:30 lets the day run late, and everything follows; "delay off" takes it back
                        - /coffee-admin status says how things stand
                        - /coffee-admin help shows this""");
        assertThat(Aloud.read(organizing.help(OLGA))).startsWith("# What organizers can do");
    }
}
