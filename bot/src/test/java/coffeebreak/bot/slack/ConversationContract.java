package coffeebreak.bot.slack;

import static coffeebreak.workspace.PageClient.until;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Attachment;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Form;
import coffeebreak.bot.chat.Form.Field;
import coffeebreak.bot.chat.Form.Option;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.frontdesk.Arrival;
import coffeebreak.bot.frontdesk.Arrival.Input;
import coffeebreak.bot.frontdesk.Place;
import coffeebreak.workspace.PageClient;
import coffeebreak.workspace.SteerableClock;
import coffeebreak.workspace.Workspace;
import coffeebreak.workspace.WorkspaceCommand;
import coffeebreak.workspace.WorkspaceLimits;
import coffeebreak.workspace.WorkspaceSettings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/// A conversation over the real wire: a person on the page of the local workspace, and whoever stands behind the
/// edge. The same in socket mode and in HTTP mode.
@Timeout(60)
abstract class ConversationContract {

    static final String ANA = "U0ANA";
    static final Form SIGN_UP = new Form(
            "sign-up",
            "Find me a mentor",
            "Save",
            Text.of("Shown to your mentor."),
            List.of(
                    new Field.Words("question", "Question", "", "", 300, true, true),
                    new Field.Choice("stage", "Stage", "", List.of(new Option("phd1", "PhD 1")), "", true),
                    new Field.Choices(
                            "topics",
                            "Topics",
                            "",
                            List.of(new Option("t1", "Loss landscapes"), new Option("t2", "Diffusion")),
                            Set.of(),
                            5,
                            false),
                    new Field.Ticks("consents", "I agree", "", List.of(new Option("card", "Card")), Set.of(), false)));

    final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

    abstract SlackEdge edge();

    abstract PageClient page();

    static WorkspaceSettings workspace() {
        return WorkspaceSettings.example()
                .withCommands(List.of(new WorkspaceCommand("/coffee", "", "Coffee")))
                .withLimits(WorkspaceLimits.withoutRates()
                        .withWaits(
                                Duration.ofSeconds(3),
                                List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(3)),
                                Duration.ofSeconds(3)));
    }

    static ZoneId zone() {
        return ZoneId.of("America/Sao_Paulo");
    }

    @Test
    void aMessageIsAnsweredAndThePressedButtonIsReplacedByTheAnswer() {
        page().writes(ANA, "R&amp;D, is it &lt;open&gt;?");
        var words = arrived(ANA);
        assertThat(words.input()).isEqualTo(new Input.Words("R&D, is it <open>?"));
        var question = Message.saying("You sit with Lenka")
                .paragraph(Text.of("You sit with ").bold("Lenka").plain(" & <friends>"))
                .actions(Button.main("I'll be there", new ChatIntent.ConfirmSeat("seat-1")))
                .build();
        edge().speaker().say(words.place(), words.from(), Reply.say(question));

        var shown = said(2).get(1);
        assertThat(shown.path("text").asString()).isEqualTo("You sit with Lenka");
        press("message", shown.path("ts").asString(), shown.path("blocks").get(1));
        var press = arrived(ANA);
        assertThat(press.input()).isEqualTo(new Input.Intent(new ChatIntent.ConfirmSeat("seat-1")));

        var answered =
                Message.saying("You sit with Lenka").small("You said: coming").build();
        edge().speaker().say(press.place(), press.from(), new Reply.Replace(answered));
        until(() -> said(2).get(1).path("edited"), edited -> edited.isObject());
        assertThat(said(2)).hasSize(2);
        assertThat(said(2).get(1).path("blocks").toString())
                .contains("You said: coming")
                .doesNotContain("\"actions\"");
    }

    @Test
    void aCommandIsAnsweredInPrivate() {
        page().command(ANA, "/coffee hello there");
        var command = arrived(ANA);
        assertThat(command.input()).isEqualTo(new Input.Command("/coffee", "hello there"));
        edge().speaker()
                .say(
                        command.place(),
                        command.from(),
                        Reply.say(Message.saying("Two things")
                                .actions(Button.of("Ask", new ChatIntent.InviteQuestion()))
                                .build()));
        var shown = said(1).getFirst();
        assertThat(shown.path("ephemeral").asBoolean()).isTrue();

        press("message", shown.path("ts").asString(), shown.path("blocks").get(0));
        var press = arrived(ANA);
        assertThat(press.place().kind()).isEqualTo(Place.Kind.COMMAND);
        edge().speaker().say(press.place(), press.from(), new Reply.Replace(Message.of("Ask me anything.")));
        until(() -> said(1).getFirst().path("text").asString(), "Ask me anything."::equals);
        assertThat(said(1)).hasSize(1);
    }

    @Test
    void homeIsPublishedWhenItIsOpenedAndItsButtonsWork() {
        page().post("people/" + ANA + "/home", "{}");
        var opened = arrived(ANA);
        assertThat(opened.input()).isEqualTo(new Input.Intent(new ChatIntent.OpenHome()));
        edge().speaker()
                .say(
                        opened.place(),
                        opened.from(),
                        new Reply.Home(Message.saying("No seat yet")
                                .heading("No seat yet")
                                .actions(Button.main("Find me a mentor", new ChatIntent.StartSignUp()))
                                .build()));
        var home = until(() -> page().home(ANA), JsonNode::isObject);
        assertThat(home.path("blocks").get(0).path("text").path("text").asString())
                .isEqualTo("No seat yet");

        press("view", home.path("id").asString(), home.path("blocks").get(1));
        var press = arrived(ANA);
        assertThat(press.input()).isEqualTo(new Input.Intent(new ChatIntent.StartSignUp()));
        assertThat(press.place().kind()).isEqualTo(Place.Kind.HOME);
        edge().speaker().say(press.place(), press.from(), new Reply.Show(SIGN_UP));
        until(() -> page().sidebar(ANA).path("modal"), JsonNode::isObject);
    }

    @Test
    void aFileIsSeenWithWhatIsSaidOfIt() {
        page().command(ANA, "/coffee");
        var command = arrived(ANA);
        var bytes = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".getBytes(UTF_8);
        var seat = new Attachment("seat.ics", "text/calendar", bytes, "Your seat");
        edge().speaker().say(command.place(), command.from(), new Reply.Attach(seat, Message.of("For R&D")));

        var shown = said(2).getFirst();
        assertThat(shown.path("text").asString()).isEqualTo("For R&amp;D");
        var file = shown.path("files").get(0);
        assertThat(file.path("name").asString()).isEqualTo("seat.ics");
        assertThat(file.path("title").asString()).isEqualTo("Your seat");
        assertThat(file.path("size").asInt()).isEqualTo(bytes.length);
        assertThat(page().download(file.path("url").asString())).isEqualTo(bytes);
        assertThat(said(2).get(1).path("ephemeral").asBoolean()).isTrue();
    }

    @Test
    void aFormIsOpenedFilledInAndItsAnswersArrive() {
        page().command(ANA, "/coffee");
        var command = arrived(ANA);
        edge().speaker().say(command.place(), command.from(), new Reply.Show(SIGN_UP));
        var modal = until(() -> page().sidebar(ANA).path("modal"), JsonNode::isObject);
        assertThat(modal.path("title").path("text").asString()).isEqualTo("Find me a mentor");

        var result = page().submits(ANA, modal.path("id").asString(), """
                {"question":{"answer":"Why <b> & not a?"},"stage":{"answer":"phd1"},"topics":{"answer":["t1","t2"]},
                 "consents":{"answer":[]}}""");
        assertThat(result.path("result").asString()).isEqualTo("closed");
        var submitted = arrived(ANA);
        assertThat(submitted.input())
                .isEqualTo(new Input.Intent(new ChatIntent.SubmitForm(
                        "sign-up",
                        Map.of(
                                "question", List.of("Why <b> & not a?"),
                                "stage", List.of("phd1"),
                                "topics", List.of("t1", "t2"),
                                "consents", List.of()))));
        edge().speaker().say(submitted.place(), submitted.from(), Reply.say("Saved."));
        assertThat(said(1).getFirst().path("text").asString()).isEqualTo("Saved.");
    }

    @Test
    void slackTakesTheLongestMessageWeCanMake() {
        var words = "<!channel> R&D 👩‍🔬 نورا ".repeat(400);
        var builder = Message.saying(words).heading(words);
        for (var i = 0; i < 60; i++) {
            builder.paragraph(Text.of("With ").bold("Lenka & co").plain(" " + i));
        }
        var message = builder.paragraph(words)
                .points(List.of(Text.of(words).bold(words), Text.of(words)))
                .small(words)
                .actions(Button.dangerous(
                        words, new ChatIntent.ForgetMe(), new Message.Confirmation(words, words, words, words)))
                .build();
        edge().speaker()
                .say(new Place(Place.Kind.DIRECT, "", null, null, null, null), new Person(ANA), Reply.say(message));
        assertThat(said(1).getFirst().path("blocks")).hasSize(50);
    }

    @Test
    void whatIsDoneByOneDoesNotWaitForAnother() throws Exception {
        page().writes(ANA, "one");
        page().writes("U0BO", "two");
        var both = Set.of(arrived().from().id(), arrived().from().id());
        assertThat(both).containsExactlyInAnyOrder(ANA, "U0BO");
    }

    final Arrival arrived(String from) {
        try {
            var arrival = arrived();
            assertThat(arrival.from()).isEqualTo(new Person(from));
            return arrival;
        } catch (InterruptedException stopping) {
            throw new AssertionError(stopping);
        }
    }

    private Arrival arrived() throws InterruptedException {
        var arrival = arrivals.poll(10, TimeUnit.SECONDS);
        if (arrival == null) {
            throw new AssertionError("nothing arrived");
        }
        return arrival;
    }

    /// What Ana sees in her conversation with the bot, at least so many messages.
    final List<JsonNode> said(int atLeast) {
        return until(
                () -> page().messages(ANA, page().directMessage(ANA))
                        .valueStream()
                        .toList(),
                messages -> messages.size() >= atLeast);
    }

    private void press(String container, String id, JsonNode actions) {
        var where = container.equals("view")
                ? "\"type\":\"view\",\"view_id\":\"" + id + "\""
                : "\"type\":\"message\",\"channel\":\"" + page().directMessage(ANA) + "\",\"ts\":\"" + id + "\"";
        page().post("people/" + ANA + "/actions", """
                {"container":{%s},"block_id":"%s","action_id":"%s","value":null}""".formatted(
                        where,
                        actions.path("block_id").asString(),
                        actions.path("elements").get(0).path("action_id").asString()));
    }

    /// Starts a workspace.
    static Workspace start(WorkspaceSettings settings) {
        var workspace = new Workspace(settings, SteerableClock.ofToday(zone()));
        workspace.start();
        return workspace;
    }
}
