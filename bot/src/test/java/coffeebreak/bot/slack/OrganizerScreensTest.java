package coffeebreak.bot.slack;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.mentoring.InMemoryAnswerTimes;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.notices.Contacts;
import coffeebreak.bot.organizing.AppointedOrganizers;
import coffeebreak.bot.organizing.AuditDesk;
import coffeebreak.bot.organizing.AuditTrail;
import coffeebreak.bot.organizing.Desk;
import coffeebreak.bot.organizing.Export;
import coffeebreak.bot.organizing.InMemoryAppointed;
import coffeebreak.bot.organizing.Office;
import coffeebreak.bot.organizing.OrganizerDesk;
import coffeebreak.bot.organizing.OrganizerHome;
import coffeebreak.bot.organizing.Paper;
import coffeebreak.bot.organizing.ReportDesk;
import coffeebreak.bot.organizing.Reporting;
import coffeebreak.bot.organizing.RetireDesk;
import coffeebreak.bot.organizing.Retirement;
import coffeebreak.bot.signup.Directory;
import coffeebreak.bot.signup.Stage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What organizers read about the day as a whole, as it looks in Slack.
class OrganizerScreensTest {

    private static final Person ANA = new Person("U0ANA");

    private final Screens screens = new Screens(new Buttons(new Json()));
    private final Scene scene = new Scene()
            .offering(
                    Scene.mentor("cohen", 5, Set.of(Scene.MORNING), "Flatiron Institute", "loss landscapes"),
                    Scene.mentor("kempe", 1, Set.of(Scene.AFTERNOON), "NYU", "synthetic data"));
    private final Office office = new Office(scene);

    /// Five sit with Cohen; the mentor of the afternoon is silent, and one cannot be reached.
    private void published() {
        for (var name : List.of("Ana", "Bo", "Cy", "Di", "*Ed* <!here>")) {
            scene.signUp(name, Stage.PHD1, "", Set.of(Scene.MORNING), false);
        }
        scene.publish();
        scene.invited.add("kempe");
        scene.signUp("Fay");
        office.contacts.unreachable(new Person("U-ana"), Contacts.GONE);
    }

    @Test
    void theStatusAndTheHome() {
        published();

        matches(
                "organizer-status",
                ((Reply.Say) office.reply(Office.OLGA, new ChatIntent.OrganizerCommand("status", ""))).message());
        var home = Message.saying("Coffeebreak");
        new OrganizerHome(office.overview).addTo(home);
        matches("organizer-home", home.build());
    }

    @Test
    void theReport() {
        published();
        var reporting = new Reporting(
                () -> scene.programme,
                scene.mentoring,
                scene.profiles,
                new InMemoryAnswerTimes(),
                scene.outbox,
                office.contacts,
                office.feedbacks,
                scene.clock);
        var desk = new ReportDesk(
                reporting,
                _ -> Optional.empty(),
                _ -> new byte[] {1},
                new Paper(reporting::tables, _ -> new byte[] {1}),
                new Export(() -> scene.programme, scene.mentoring::plan, reporting, _ -> new byte[] {1}));

        matches("organizer-report", ((Reply.Attach) typed(desk, "")).comment());
    }

    @Test
    void theListOfOrganizersAndWhatANewOneReads() {
        var appointed = new InMemoryAppointed();
        var desk = new OrganizerDesk(
                new AppointedOrganizers(Set.of(Scene.ORGANIZER), appointed),
                appointed,
                _ -> Optional.of(new Directory.Entry("Ana", Scene.VENUE, true)),
                () -> scene.programme,
                scene.outbox,
                scene.ids,
                scene.clock);

        typed(desk, "add <@U0ANA>");
        matches("organizer-added", scene.outbox.waitingFor(ANA).getFirst().message());
        matches("organizer-list", ((Reply.Say) typed(desk, "")).message());
    }

    @Test
    void theTrailAndTheEnd() {
        office.audit.append(new AuditTrail.Entry(
                scene.clock.instant(), Scene.ORGANIZER, "publish *3* <!here>", "published round 3"));
        matches(
                "organizer-audit",
                ((Reply.Say) typed(new AuditDesk(office.audit, () -> scene.programme), "")).message());
        var retire = new RetireDesk(
                new Retirement() {
                    @Override
                    public List<String> stays() {
                        return List.of("24 signed up");
                    }

                    @Override
                    public void retire() {}
                },
                () -> scene.programme);
        matches("organizer-retire", ((Reply.Say) typed(retire, "")).message());
        Golden.assertMatches("organizer-retire-form", screens.modal(((Reply.Show) typed(retire, "form")).form()));
    }

    private static Reply typed(Desk desk, String words) {
        return desk.commands()
                .getFirst()
                .typed()
                .carryOut(Scene.ORGANIZER, words)
                .reply();
    }

    private void matches(String name, Message message) {
        Golden.assertMatches(name, screens.blocks(message));
    }
}
