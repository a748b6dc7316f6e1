package coffeebreak.bot.slack;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.mentoring.Scene.MORNING;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.mentoring.Seat;
import coffeebreak.bot.organizing.Office;
import coffeebreak.bot.signup.Stage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What organizers see when they change seats by hand, as it looks in Slack.
class SeatDeskScreensTest {

    private static final Person ANA = new Person("U-ana");

    private final Screens screens = new Screens(new Buttons(new Json()));
    private final Scene scene = new Scene();
    private final Office office = new Office(scene);

    private Reply said(String command, String words) {
        return office.reply(Office.OLGA, new ChatIntent.OrganizerCommand(command, words));
    }

    private void isShown(String name, Reply reply) {
        Golden.assertMatches(
                name,
                switch (reply) {
                    case Reply.Say(var message) -> screens.blocks(message);
                    case Reply.Replace(var message) -> screens.blocks(message);
                    case Reply.Unfolding(var message, var _) -> screens.blocks(message);
                    case Reply.Show(var form) -> screens.modal(form);
                    case Reply.Several(var several) -> screens.blocks(((Reply.Say) several.getFirst()).message());
                    case Reply.Unfolding _, Reply.Attach _, Reply.Home _, Reply.Nothing _ ->
                        screens.blocks(Message.of("nothing to be shown"));
                });
    }

    /// Ana sits with Cohen in the morning; Kempe's table of the afternoon is empty.
    @Test
    void fromTheTablesToTheListOfThoseKeptApart() {
        scene.signUp("Ana", Stage.PHD1, "", BOTH, false);
        scene.offering(Scene.mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"));
        scene.publish();
        scene.offering(
                Scene.mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"),
                Scene.mentor("kempe", 2, Set.of(AFTERNOON), "NYU"),
                Scene.mentor("wyart", 2, Set.of(AFTERNOON), "EPFL"));
        scene.signUp("Anabel", Stage.PHD1, "", Set.of(MORNING), false);
        scene.publish();
        var seat = scene.mentoring.plan().takenBy(ANA).stream().map(Seat::id).toList();
        scene.mentoring.byHand().lock(seat, true);

        isShown("organizers-tables", said("seats", ""));
        isShown("organizers-table", said("seats", "cohen"));
        isShown("organizers-whom", said("move", "an to kempe"));
        isShown("organizers-locked", said("lock", "ana"));
        scene.mentoring.byHand().lock(seat, false);
        isShown("organizers-move-form", office.reply(Office.OLGA, new ChatIntent.AskMove(seat.getFirst())));
        scene.blocks.change(ANA, List.of(new Person("U-kempe")), List.of());
        isShown("organizers-move-refused", said("move", "ana to kempe"));
        isShown("organizers-moved", said("move", "ana to wyart"));
        isShown("organizers-kept-apart", said("forbid", "ana with wyart"));
        isShown("organizers-forbids", said("forbids", ""));
    }
}
