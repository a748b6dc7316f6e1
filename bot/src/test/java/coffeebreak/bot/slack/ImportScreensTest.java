package coffeebreak.bot.slack;

import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.organizing.ImportCounter.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.importing.Content.Sort;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.organizing.ImportCounter;
import coffeebreak.workspace.blocks.BlockKit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What organizers see of imports, as it looks in Slack.
class ImportScreensTest {

    private static final String DAY = """
            Start,Title,Speakers
            9:30,Welcome,Ana <!channel> & Co.
            10:30,Coffee Break,
            15:10,Coffee Break,
            15:40,Panel Discussion,Julia Kempe (NYU & Meta); Jeremy Cohen
            """;

    private final JsonMapper json = new JsonMapper();
    private final Screens screens = new Screens(new Buttons(new Json()));
    private final Scene scene = new Scene()
            .offering(
                    Scene.mentor("cohen", 3, BOTH, "Flatiron Institute", "loss landscapes"),
                    Scene.mentor("wyart", 3, BOTH, "Johns Hopkins University", "glass"));
    private final ImportCounter counter = new ImportCounter(scene);

    @Test
    void fromTheFileToTheDayAndBack() {
        isShown("import-overview", counter.hears(OLGA, new ChatIntent.OrganizerCommand("import", "")));
        isShown("import-how", counter.hears(OLGA, new ChatIntent.OrganizerCommand("import", "mentors")));
        isShown("import-what", counter.hears(OLGA, new ChatIntent.OfferFile("", "F1")));
        isShown(
                "import-unusable",
                counter.hands(OLGA, Sort.PROGRAMME, "day <1>.csv", "Start,Title\nlate,*Talk*\n25:00,Rivers\n"));
        var shown = counter.hands(OLGA, Sort.PROGRAMME, "day <1>.csv", DAY);
        isShown("import-programme", shown);
        isShown("import-taken", counter.presses(OLGA, "Take it over", shown));
        isShown("import-nothing-differs", counter.hands(OLGA, Sort.PROGRAMME, "day <1>.csv", DAY));
        isShown("import-history", counter.hears(OLGA, new ChatIntent.OrganizerCommand("import", "history")));
        isShown("import-back", counter.hears(OLGA, new ChatIntent.OrganizerCommand("import", "back programme")));
        isShown(
                "import-mentors",
                counter.hands(
                        OLGA,
                        Sort.MENTORS,
                        "mentors.csv",
                        "Name,Mentor,Seats,E-mail\nJeremy Cohen,yes,4,\nJulia Kempe,yes,6,julia@nyu.edu\n"));
    }

    @Test
    void aFormToPasteInto() {
        var reply = (Reply.Show) counter.hears(OLGA, new ChatIntent.PasteTable("programme"));
        Golden.assertMatches("import-form", screens.modal(reply.form()));
    }

    /// A hundred sessions with titles, rooms and people of the longest kind, each of them a guess; then none
    /// of it.
    @Test
    void theLongestReportFits() {
        var long1 = "<!channel> *b* _i_ `c` ~s~ \u202E نورا 👩‍🔬 ".repeat(12).replace(",", "");
        var rows = IntStream.range(0, 100)
                .mapToObj(i ->
                        "%d:%02d,%s %d,%s %d".formatted(8 + i / 10, i % 10 * 6, long1, i, long1.substring(0, 70), i))
                .collect(Collectors.joining("\n"));
        var name = "x".repeat(190) + ".csv";

        var shown = counter.hands(OLGA, Sort.PROGRAMME, name, "Start,Title,Speakers\n" + rows + "\n");
        assertThat(shown).isInstanceOf(Reply.Several.class);
        fits(shown);
        fits(counter.presses(OLGA, "Take it over", shown));
        fits(counter.hears(OLGA, new ChatIntent.OrganizerCommand("import", "back programme")));
        fits(counter.hands(OLGA, Sort.PROGRAMME, name, rows.replace(":", "")));
        fits(counter.hands(
                OLGA, Sort.PAPERS, name, "Title\n" + rows.replace(",", " ").replace(":", "-") + "\n"));
    }

    private void fits(Reply reply) {
        switch (reply) {
            case Reply.Say(var message) -> fits(message);
            case Reply.Replace(var message) -> fits(message);
            case Reply.Several(var several) -> several.forEach(this::fits);
            case Reply.Attach(var files, var _) -> assertThat(files).hasSize(1);
            default -> throw new AssertionError("no message: " + reply);
        }
    }

    private void fits(Message message) {
        var blocks = json.readTree(Golden.json(screens.blocks(message)));
        assertThat(BlockKit.message(blocks)).isEmpty();
        assertThat(blocks.toString()).doesNotContain("<!channel>").doesNotContain("\u202E");
    }

    private void isShown(String name, Reply reply) {
        Golden.assertMatches(name, screens.blocks(message(reply)));
    }

    private static Message message(Reply reply) {
        return switch (reply) {
            case Reply.Say(var message) -> message;
            case Reply.Replace(var message) -> message;
            case Reply.Several(var several) -> message(several.getLast());
            default -> throw new AssertionError("no message: " + reply);
        };
    }
}
