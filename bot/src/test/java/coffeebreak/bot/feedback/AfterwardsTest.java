package coffeebreak.bot.feedback;

import static coffeebreak.bot.mentoring.Scene.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.mentoring.Mentoring.Preview;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.signup.Directory;
import coffeebreak.bot.signup.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Ana and Bo sit with Jeremy Cohen at 10:30; Cy, Di and Ed sit with each other.
class AfterwardsTest {

    private static final Person ANA = new Person("U-ana");
    private static final Person BO = new Person("U-bo");
    private static final Person CY = new Person("U-cy");
    private static final Person DI = new Person("U-di");
    private static final Person COHEN = new Person("U-cohen");

    private final Scene scene =
            new Scene().offering(Scene.mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute", "loss landscapes"));
    private final InMemoryFeedbacks feedbacks = new InMemoryFeedbacks();
    private final Directory directory = new Directory() {
        @Override
        public Optional<Entry> find(Person person) {
            return Optional.of(new Entry(person.id(), Scene.VENUE, true));
        }

        @Override
        public Optional<String> email(Person person) {
            return person.equals(COHEN) ? Optional.empty() : Optional.of(person.id() + "@example.org");
        }
    };
    private final Afterwards afterwards = new Afterwards(
            new Meetings(() -> scene.programme, scene.mentoring, scene.profiles),
            directory,
            feedbacks,
            scene.outbox,
            new NoticeIds(() -> new byte[] {1}),
            scene.clock);

    @BeforeEach
    void theyAreSeated() {
        for (var name : List.of("Ana", "Bo")) {
            scene.signUp(name, Stage.PHD1, "", Set.of(MORNING), false);
        }
        for (var name : List.of("Cy", "Di", "Ed")) {
            scene.signUp(name, Stage.FACULTY, "", Set.of(MORNING), false);
        }
        scene.publish(((Preview.Ready) scene.mentoring.preview()).number());
        for (var person : List.of(ANA, BO, CY, DI, COHEN, new Person("U-ed"))) {
            scene.outbox.dropFor(person);
        }
    }

    @Test
    void everybodyWhoWasExpectedIsAskedOnceSomeMinutesAfterTheBreak() {
        scene.mentoring.decline(BO, "");
        scene.outbox.dropFor(BO);
        scene.outbox.dropFor(COHEN);
        scene.itIs("11:04");
        afterwards.look();
        assertThat(asked()).isEmpty();

        scene.itIs("11:05");
        afterwards.look();
        afterwards.look();

        assertThat(asked())
                .contains("U-ana: Did you meet Jeremy Cohen?", "U-cohen: Thank you for hosting your table.")
                .contains("U-cy: Did you meet your table of peers?")
                .noneMatch(line -> line.startsWith("U-bo"));
        assertThat(scene.outbox.waiting())
                .filteredOn(notice -> notice.content().message().summary().startsWith("Did you meet Jeremy"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.urgency()).isEqualTo(Notice.Urgency.OPTIONAL));
    }

    @Test
    void halfADayLaterNobodyIsAskedAnyMore() {
        scene.itIs("23:30");
        afterwards.look();

        assertThat(asked()).isEmpty();
    }

    @Test
    void theAnswersAreAskedOneByOneAndStandInTheMessage() {
        scene.itIs("11:06");
        var seat = scene.mentoring.plan().takenBy(ANA).getFirst().id();

        assertThat(Aloud.read(afterwards.met(ANA, seat, true, true)))
                .isEqualTo("You met Jeremy Cohen. How useful was it, from 1 to 5 (very)?\n[1] [2] [3] [4] [5]");
        assertThat(Aloud.read(afterwards.useful(ANA, seat, 4, true)))
                .startsWith("Thank you. You met Jeremy Cohen. Useful: 4 of 5.")
                .endsWith("[Stay in touch] [Add one line]");
        assertThat(afterwards.form(ANA, seat)).isInstanceOf(Reply.Show.class);
        assertThat(Aloud.read(afterwards.submit(ANA, "feedback:" + seat, Map.of("line", List.of("So <kind>!")))))
                .isEqualTo("Thank you, noted.");

        assertThat(feedbacks.find(seat, ANA)).contains(new Feedback(seat, ANA, true, 4, "So <kind>!"));
        assertThat(Aloud.read(afterwards.met(BO, seat, true, true)))
                .as("somebody else's seat")
                .startsWith("There is no table of yours that is over");
    }

    @Test
    void whatIsTypedIsNotedAndTheQuestionIsEdited() {
        scene.itIs("11:06");
        afterwards.look();

        assertThat(Aloud.read(afterwards.useful(ANA, "", 5, false))).isEqualTo("Thank you, noted.");
        assertThat(scene.outbox.waitingFor(ANA))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.message().summary()).contains("Useful: 5 of 5"));
        afterwards.met(ANA, "", false, false);
        assertThat(Figures.of(feedbacks.all())).isEqualTo(new Figures(0, 1, 0, 0));
    }

    @Test
    void beforeTheBreakIsOverThereIsNothingToTell() {
        scene.itIs("10:59");

        assertThat(Aloud.read(afterwards.met(ANA, "", true, false))).startsWith("There is no table of yours");
        assertThat(feedbacks.all()).isEmpty();
    }

    @Test
    void addressesAreExchangedOnlyWhenBothSaySoAndOnce() {
        scene.itIs("11:06");
        var seat = scene.mentoring.plan().takenBy(ANA).getFirst().id();

        assertThat(Aloud.read(afterwards.stayInTouch(ANA, "", false)))
                .isEqualTo("Noted. I tell you as soon as they want it too, and nobody before.");
        assertThat(scene.outbox.waitingFor(COHEN)).as("he learns nothing").isEmpty();
        afterwards.stayInTouch(COHEN, seat, true);
        afterwards.stayInTouch(COHEN, seat, true);
        afterwards.stayInTouch(ANA, seat, true);

        assertThat(told(COHEN)).containsExactly("You both would like to stay in touch: @U-ana, U-ana@example.org");
        assertThat(told(ANA))
                .as("no address is known of him")
                .containsExactly("You both would like to stay in touch: @U-cohen");
        assertThat(told(BO)).isEmpty();
    }

    @Test
    void peersExchangeWithWhoeverOfThemSaysSo() {
        scene.itIs("11:06");

        afterwards.stayInTouch(CY, "", false);
        afterwards.stayInTouch(DI, "", false);

        assertThat(told(CY)).containsExactly("You both would like to stay in touch: @U-di, U-di@example.org");
        assertThat(told(DI)).containsExactly("You both would like to stay in touch: @U-cy, U-cy@example.org");
        assertThat(told(new Person("U-ed"))).isEmpty();
    }

    @Test
    void aMentorMayChooseEverybody() {
        scene.itIs("11:06");
        var table = scene.mentoring.plan().tables().getFirst().id();
        afterwards.stayInTouch(BO, "", false);

        assertThat(Aloud.read(afterwards.stayInTouch(COHEN, table, true)))
                .contains("You would like to stay in touch with Ana, Bo");

        assertThat(told(BO)).hasSize(1);
        assertThat(told(ANA)).isEmpty();
    }

    private List<String> asked() {
        return scene.outbox.waiting().stream()
                .map(notice -> notice.to() + ": " + notice.content().message().summary())
                .filter(line -> line.contains("Did you meet") || line.contains("Thank you for hosting"))
                .toList();
    }

    private List<String> told(Person who) {
        return scene.outbox.waitingFor(who).stream()
                .map(waiting -> Aloud.read(waiting.message()))
                .filter(words -> words.contains("both would like"))
                .toList();
    }
}
