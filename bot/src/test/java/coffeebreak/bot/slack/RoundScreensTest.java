package coffeebreak.bot.slack;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.organizing.Office.OLGA;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.organizing.Office;
import coffeebreak.bot.signup.Stage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What organizers see of rounds, as it looks in Slack.
class RoundScreensTest {

    private final Screens screens = new Screens(new Buttons(new Json()));
    private final Scene scene =
            new Scene().offering(Scene.mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute", "loss landscapes"));
    private final Office office = new Office(scene);

    @Test
    void fromThePreviewToTakingItBack() {
        for (var name : List.of("Ana", "Bo")) {
            scene.signUp(name, Stage.PHD1, "KTH", Set.of(MORNING), false);
        }
        typed("preview");
        pressed("round-published", new ChatIntent.Publish(1));
        scene.offering(
                Scene.mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute", "loss landscapes"),
                Scene.mentor("kempe", 1, Set.of(AFTERNOON), "NYU", "synthetic data"));
        scene.profiles.remove(new coffeebreak.bot.chat.Person("U-bo"));
        scene.signUp("Bo", Stage.PHD1, "KTH", Set.of(AFTERNOON), false);
        scene.signUp("Cy", Stage.PHD1, "KTH", Set.of(MORNING), false);
        isShown("round-preview", typed("preview"));
        scene.signUp("Di", Stage.PHD1, "KTH", Set.of(AFTERNOON), false);
        pressed("round-stale", new ChatIntent.Publish(2));
        isShown("round-publish", typed("publish"));
        office.reply(OLGA, new ChatIntent.Publish(3));
        isShown("round-undo", typed("undo"));
        pressed("round-undone", new ChatIntent.UndoRound(3));
        isShown("rounds", typed("rounds"));
    }

    private Message typed(String command) {
        return message(office.reply(OLGA, new ChatIntent.OrganizerCommand(command, "")));
    }

    private void pressed(String name, ChatIntent.OfOrganizer button) {
        isShown(name, message(office.reply(OLGA, button)));
    }

    private static Message message(Reply reply) {
        return switch (reply) {
            case Reply.Say(var message) -> message;
            case Reply.Replace(var message) -> message;
            case Reply.Unfolding(var message, var _) -> message;
            default -> throw new AssertionError("no message: " + reply);
        };
    }

    /// How long the matching took is another figure every time.
    private void isShown(String name, Message message) {
        Golden.assertMatches(
                name,
                screens.blocks(new Message(
                        message.summary(),
                        message.parts().stream().map(RoundScreensTest::timeless).toList())));
    }

    private static Message.Part timeless(Message.Part part) {
        return part instanceof Message.Part.Small(var text)
                ? new Message.Part.Small(
                        coffeebreak.bot.chat.Text.of(text.aloud().replaceAll("\\d+ ms", "4 ms")))
                : part;
    }
}
