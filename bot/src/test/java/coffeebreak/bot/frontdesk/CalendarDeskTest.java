package coffeebreak.bot.frontdesk;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Attachment;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.finding.Library;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.programme.Appointment;
import coffeebreak.bot.signup.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What goes into people's calendars.
class CalendarDeskTest {

    private static final Person ANA = new Person("U-ana");

    private final Scene scene = new Scene()
            .offering(
                    Scene.mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute", "loss landscapes"),
                    Scene.mentor("kempe", 1, Set.of(AFTERNOON), "Meta", "loss landscapes"));
    private final List<Appointment> written = new ArrayList<>();
    private final CalendarDesk desk = new CalendarDesk(
            () -> scene.programme,
            scene.mentoring,
            new MyDay(
                    () -> scene.programme,
                    scene.mentoring,
                    scene.profiles,
                    _ -> Optional.empty(),
                    new Library(scene.index, () -> scene.programme, () -> scene.mentors, List.of()),
                    scene.clock),
            (appointments, _, _) -> {
                written.addAll(appointments);
                return new byte[] {1};
            },
            scene.clock);

    @Test
    void aSeatThatIsGivenUpIsStruckOutUnderTheSameIdWithAHigherNumber() {
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        scene.publish();
        var asked = desk.own(ANA);
        scene.mentoring.decline(ANA, "");
        desk.own(ANA);

        assertThat(asked).isInstanceOfSatisfying(Reply.Attach.class, reply -> {
            assertThat(reply.files())
                    .singleElement()
                    .extracting(Attachment::name)
                    .isEqualTo("sci4dl-coffee-break-1-with-jeremy-cohen.ics");
            assertThat(reply.comment().summary()).contains("Coffee Break 1 with Jeremy Cohen (Monday 27 April, 10:30)");
        });
        var first = written.getFirst();
        var second = written.getLast();
        assertThat(first.stands()).isTrue();
        assertThat(second.stands()).isFalse();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.sequence()).isGreaterThan(first.sequence());
    }

    @Test
    void aMentorTakesAlongTableTalkAndPanel() {
        desk.own(new Person("U-kempe"));

        assertThat(written)
                .extracting(Appointment::title)
                .containsExactly("Your table in Coffee Break 2", "Invited talk 4", "Panel Discussion");
    }

    @Test
    void whoHasNothingOfTheirOwnIsToldWhatElseTheyCanAdd() {
        assertThat(desk.own(ANA))
                .isEqualTo(Reply.say("You have no seat yet that I could put into your calendar. Any part "
                        + "of the programme I can: type for example \"add the panel to my calendar\"."));
    }

    @Test
    void nobodyElsesSeatCanBeAskedForByItsId() {
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        scene.publish();
        var seat = scene.mentoring.plan().takenBy(ANA).getFirst().id();

        assertThat(desk.one(ANA, seat)).isPresent();
        assertThat(desk.one(new Person("U-bo"), seat)).isEmpty();
    }

    @Test
    void withoutADateThereIsNothingACalendarCouldTake() {
        scene.programme = YamlProgramme.builtIn();

        assertThat(desk.own(ANA))
                .isEqualTo(Reply.say("The workshop has no date yet, so there is nothing a calendar could "
                        + "take. Ask me again when the organizers have set it."));
        assertThat(written).isEmpty();
    }
}
