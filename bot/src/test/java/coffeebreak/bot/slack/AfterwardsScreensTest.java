package coffeebreak.bot.slack;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.feedback.Afterwards;
import coffeebreak.bot.feedback.InMemoryFeedbacks;
import coffeebreak.bot.feedback.Meetings;
import coffeebreak.bot.mentoring.Mentoring.Preview;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.signup.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What people are asked after a break, as it looks in Slack.
class AfterwardsScreensTest {

    private static final Person ANA = new Person("U-ana");
    private static final Person COHEN = new Person("U-cohen");

    private final Screens screens = new Screens(new Buttons(new Json()));
    private final Scene scene = new Scene()
            .offering(Scene.mentor("cohen", 2, Set.of(Scene.MORNING), "Flatiron Institute", "loss landscapes"));
    private final Afterwards afterwards = new Afterwards(
            new Meetings(() -> scene.programme, scene.mentoring, scene.profiles),
            _ -> Optional.empty(),
            new InMemoryFeedbacks(),
            scene.outbox,
            new NoticeIds(() -> new byte[] {1}),
            scene.clock);

    AfterwardsScreensTest() {
        scene.signUp("Ana", Stage.PHD1, "", Set.of(Scene.MORNING), false);
        scene.signUp("Bo", Stage.PHD1, "", Set.of(Scene.MORNING), false);
        scene.publish(((Preview.Ready) scene.mentoring.preview()).number());
        scene.itIs("11:06");
    }

    @Test
    void theQuestion() {
        afterwards.look();

        matches("afterwards", asked(ANA, "Did you meet"));
        matches("afterwards-host", asked(COHEN, "Thank you for hosting"));
    }

    @Test
    void theAnswers() {
        matches("afterwards-met", replaced(afterwards.met(ANA, "", true, true)));
        afterwards.useful(ANA, "", 4, true);
        var seat = scene.mentoring.plan().takenBy(ANA).getFirst().id();
        afterwards.submit(ANA, Afterwards.FORM + seat, Map.of("line", List.of("So *kind* <!here>")));
        matches("afterwards-rated", replaced(afterwards.useful(ANA, "", 5, true)));
        matches("afterwards-in-touch", replaced(afterwards.stayInTouch(ANA, "", true)));
    }

    private Message asked(Person who, String words) {
        return scene.outbox.waitingFor(who).stream()
                .map(waiting -> waiting.message())
                .filter(message -> message.summary().startsWith(words))
                .findFirst()
                .orElseThrow();
    }

    private static Message replaced(Reply reply) {
        return ((Reply.Replace) reply).message();
    }

    private void matches(String name, Message message) {
        Golden.assertMatches(name, screens.blocks(message));
    }
}
