package coffeebreak.bot.slack;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.MORNING;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.mentoring.Mentoring.Preview;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.programme.Delay;
import coffeebreak.bot.signup.Stage;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whatever people are sent about their seats and tables, as it looks in Slack.
class SeatScreensTest {

    private static final Person BO = new Person("U-bo");
    private static final Person COHEN = new Person("U-cohen");
    private static final Person KEMPE = new Person("U-kempe");

    private final Screens screens = new Screens(new Buttons(new Json()));
    private final Scene scene = new Scene()
            .offering(
                    Scene.mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute", "loss landscapes"),
                    Scene.mentor("kempe", 1, Set.of(MORNING), "NYU", "synthetic data"));

    /// Ana and Bo sit with Cohen, Cy with Kempe; Di, Ed and Flo wait and sit with each other.
    private void published() {
        for (var name : List.of("Ana", "Bo", "Cy")) {
            scene.signUp(name, Stage.PHD1, "KTH", Set.of(MORNING), false);
        }
        for (var name : List.of("Di", "Ed", "Flo")) {
            scene.signUp(name, Stage.PHD4, "", Set.of(MORNING), false);
        }
        scene.publish(((Preview.Ready) scene.mentoring.preview()).number());
    }

    private Person atTable(String mentor, int place) {
        return scene.mentoring.plan().seats().stream()
                .filter(seat -> seat.table().startsWith(mentor) && seat.state().taken())
                .skip(place)
                .findFirst()
                .orElseThrow()
                .mentee();
    }

    private Person inLine(int place) {
        return scene.mentoring.plan().standby().getOrDefault(MORNING, List.of()).get(place);
    }

    private void isTold(String name, Person who, String begins) {
        var told = scene.owed.stream()
                .filter(notice -> notice.to().equals(who))
                .map(Notice::content)
                .map(Notice.Content::message)
                .filter(message -> message.summary().startsWith(begins))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new AssertionError(who + " was told nothing that begins with " + begins));
        isShown(name, told);
    }

    private void isShown(String name, Message message) {
        Golden.assertMatches(name, screens.blocks(message));
    }

    @Test
    void fromTheSeatToTheTable() {
        published();
        var first = atTable("cohen", 0);
        var second = atTable("cohen", 1);
        isTold("seat", first, "You sit with Jeremy Cohen");
        isTold("peers", inLine(0), "You sit with peers");
        scene.mentoring.confirm(first, "");
        isTold("seat-confirmed", first, "You sit with Jeremy Cohen");
        scene.itIs("10:00");
        scene.mentoring.timePasses();
        isTold("card", COHEN, "Your table in");
        scene.itIs("10:15");
        scene.mentoring.timePasses();
        isTold("reminder", first, "Your break with");
        isTold("peers-reminder", inLine(0), "You sit with peers at");
        scene.mentoring.runLate(second, "", 5);
        isTold("reminder-late", second, "Your break with");
        isTold("card-late", COHEN, "Your table in");
        scene.itIs("10:31");
        scene.mentoring.arrive(first, "");
        isTold("seat-here", first, "You sit with Jeremy Cohen");
        isTold("reminder-here", first, "Your break with");
        scene.itIs("10:40");
        scene.mentoring.timePasses();
    }

    @Test
    void aSeatThatIsGivenUpAndOffered() {
        published();
        var gone = atTable("cohen", 0);
        var asked = inLine(0);
        scene.itIs("10:20");
        scene.mentoring.decline(gone, "");
        isTold("seat-offered", asked, "A seat with");
        scene.itIs("10:23");
        scene.mentoring.timePasses();
        isTold("seat-expired", asked, "The seat with");
    }

    @Test
    void aSeatNobodySitsOn() {
        published();
        scene.itIs("10:31");
        scene.mentoring.arrive(atTable("cohen", 0), "");
        var missing = atTable("cohen", 1);
        scene.itIs("10:36");
        scene.mentoring.timePasses();
        isTold("seat-missed", missing, "Nobody seemed to sit");
    }

    @Test
    void whoeverKnowsTheirMentor() {
        published();
        var plan = scene.mentoring.plan();
        var seat = plan.takenBy(atTable("cohen", 0)).getFirst();
        isShown("seat-why", scene.mentoring.explain(seat.mentee(), seat.id()).orElseThrow());
        scene.mentoring.know(atTable("kempe", 0), "");
        scene.mentoring.know(atTable("cohen", 0), "");
        var swap = scene.owed.stream()
                .filter(notice -> notice.content().message().summary().startsWith("Would you swap"))
                .findFirst()
                .orElseThrow();
        isShown("swap", swap.content().message());
    }

    @Test
    void theDayRunsLate() {
        published();
        scene.programme = scene.programme
                .delayed(new Delay(0, LocalTime.of(10, 0), Duration.ofMinutes(15), scene.clock.instant()))
                .inVersion(2);
        scene.mentoring.timePasses();
        isTold("day-moved", atTable("cohen", 0), "The day has changed");
    }

    @Test
    void whoHasNoSeat() {
        scene.offering(Scene.mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute"));
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        scene.signUp("Bo", Stage.FACULTY, "", Set.of(MORNING), false);
        scene.signUp("Cy", Stage.PHD1, "", Set.of(AFTERNOON), false);
        scene.publish(((Preview.Ready) scene.mentoring.preview()).number());
        isTold("waiting", BO, "No mentor's seat");
        isTold("no-table", new Person("U-cy"), "No mentor's seat");
    }

    @Test
    void aMentorIsInvitedAndCancels() {
        scene.invited.add("kempe");
        scene.invitations.look();
        isShown("invitation", waiting(KEMPE, "Will you host"));
        isShown("mentors", scene.hosting.overview());
        scene.invited.clear();
        published();
        scene.itIs("10:20");
        scene.mentoring.timePasses();
        scene.hosting.hear(COHEN, new ChatIntent.HostBreak(MORNING, false));
        scene.repairs.look();
        isShown("repair", waiting(Scene.ORGANIZER, "Jeremy Cohen can't host"));
    }

    private Message waiting(Person who, String begins) {
        return scene.outbox.waitingFor(who).stream()
                .map(each -> each.message())
                .filter(message -> message.summary().startsWith(begins))
                .findFirst()
                .orElseThrow(() -> new AssertionError(who + " is owed nothing that begins with " + begins));
    }
}
