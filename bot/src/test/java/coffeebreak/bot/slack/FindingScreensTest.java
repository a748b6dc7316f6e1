package coffeebreak.bot.slack;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Sought;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.finding.Finding;
import coffeebreak.bot.finding.Library;
import coffeebreak.bot.finding.Paper;
import coffeebreak.bot.finding.Paper.Author;
import coffeebreak.bot.mentoring.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a search and a recommendation look like in Slack.
class FindingScreensTest {

    private final Screens screens = new Screens(new Buttons(new Json()));
    private final Scene scene = new Scene()
            .offering(
                    Scene.mentor("cohen", 4, Scene.BOTH, "Flatiron Institute", "edge of stability", "loss landscapes"));
    private final Library library = new Library(
            scene.index,
            () -> scene.programme,
            () -> scene.mentors,
            List.of(new Paper(
                    "p1",
                    "A map of <loss landscapes> & more",
                    List.of(new Author("Dana Diaz", ""), new Author("Čeněk Dvořák", "")),
                    "Along random lines the landscape of the loss is convex; along the path of training it is not.",
                    List.of(),
                    "Poster")));
    private final Finding finding = new Finding(
            scene.index, library, () -> scene.programme, () -> scene.mentors, scene.profiles, _ -> true, scene.clock);

    private final coffeebreak.bot.chat.Person ana = scene.signUp("Ana").person();

    FindingScreensTest() {
        library.follow();
        scene.signUp("Bo");
    }

    @Test
    void whatWasFound() {
        matches(
                "found",
                finding.find(ana, Sought.ANYTHING, "loss landscape", false).orElseThrow());
    }

    @Test
    void nothing() {
        matches("found-nothing", finding.nothing("*bold* <!here>"));
    }

    @Test
    void whatToSee() {
        matches("recommended", finding.recommend(ana));
    }

    private void matches(String name, Message message) {
        Golden.assertMatches(name, screens.blocks(message));
    }
}
