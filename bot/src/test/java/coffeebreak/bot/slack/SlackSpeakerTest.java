package coffeebreak.bot.slack;

import static coffeebreak.bot.slack.ScriptedSlack.error;
import static coffeebreak.bot.slack.ScriptedSlack.hangUp;
import static coffeebreak.bot.slack.ScriptedSlack.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Attachment;
import coffeebreak.bot.chat.Form;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.frontdesk.Place;
import com.slack.api.Slack;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackSpeakerTest {

    private static final Person ANA = new Person("U0ANA");
    private static final Message HELLO =
            Message.saying("Hello").paragraph("Hello <Ana>").build();
    private static final Attachment SEAT =
            new Attachment("seat.ics", "text/calendar", "BEGIN:VCALENDAR".getBytes(UTF_8), "Your seat");
    private static final Form FORM = new Form(
            "sign-up",
            "Sign up",
            "Save",
            Text.of(""),
            List.of(new Form.Field.Words("q", "Question", "", "", 100, false, true)));

    private final ScriptedSlack workspace = new ScriptedSlack();
    private final Slack slack =
            SlackClients.slack(SlackMessengerTest.settings(workspace.api()), Duration.ofSeconds(10));
    private final List<Duration> waits = new ArrayList<>();
    private final Answered answered = new Answered();
    private final SlackSpeaker speaker = new SlackSpeaker(
            slack,
            slack.methods("xoxb-test"),
            new Screens(new Buttons(new Json())),
            new SlackSpeaker.ResponseUrls(workspace.api()),
            answered,
            waits::add);

    @AfterEach
    void stop() throws Exception {
        slack.close();
        workspace.close();
    }

    @Test
    void theAnswerToAnEditedMessageTakesThePlaceOfTheFirst() {
        var place = new Place(Place.Kind.DIRECT, "D0ANA", "1714000000.000100", null, null, null);
        speaker.say(place, ANA, Reply.say("One"));

        speaker.correct(place, ANA, Reply.say("Two"));

        var call = workspace.calls("chat.update").getFirst();
        assertThat(call.arguments())
                .containsEntry("channel", "D0ANA")
                .containsEntry("ts", "1714100000.000100")
                .containsEntry("text", "Two");
        assertThat(workspace.calls("chat.postMessage")).hasSize(1);
    }

    @Test
    void whatWasSaidBeforeTheLastStartIsNotSaidASecondTime() {
        speaker.correct(
                new Place(Place.Kind.DIRECT, "D0ANA", "1714000000.000100", null, null, null), ANA, Reply.say("Two"));

        assertThat(workspace.calls()).isEmpty();
    }

    @Test
    void aDeletedMessageGetsNoAnswerAnyMore() {
        answered.delete("D0ANA", "1714000000.000100");

        speaker.say(
                new Place(Place.Kind.DIRECT, "D0ANA", "1714000000.000100", null, null, null), ANA, Reply.say("One"));

        assertThat(workspace.calls()).isEmpty();
    }

    @Test
    void inAConversationItIsSaidThere() {
        speaker.say(direct(null, null), ANA, Reply.say(HELLO));
        var call = only("chat.postMessage");
        assertThat(call.arguments()).containsEntry("channel", "D0ANA").containsEntry("text", "Hello");
        assertThat(call.arguments()).doesNotContainKey("thread_ts");
    }

    @Test
    void afterAFormItIsSaidInThePersonsConversation() {
        speaker.say(new Place(Place.Kind.DIRECT, "", null, null, "t", null), ANA, Reply.say(HELLO));
        assertThat(only("chat.postMessage").argument("channel")).isEqualTo("U0ANA");
    }

    @Test
    void inAChannelItIsSaidInTheThread() {
        speaker.say(new Place(Place.Kind.CHANNEL, "C0GEN", "1.2", null, null, null), ANA, Reply.say(HELLO));
        assertThat(only("chat.postMessage").arguments())
                .containsEntry("channel", "C0GEN")
                .containsEntry("thread_ts", "1.2");
    }

    @Test
    void fromHomeItIsSaidInThePersonsConversation() {
        speaker.say(new Place(Place.Kind.HOME, "", null, null, "t", null), ANA, Reply.say(HELLO));
        assertThat(only("chat.postMessage").argument("channel")).isEqualTo("U0ANA");
    }

    @Test
    void aCommandIsAnsweredInPrivate() {
        var url = workspace.api().resolve("/commands/1").toString();
        speaker.say(command(url), ANA, Reply.say(HELLO));
        assertThat(only("/commands/1").body())
                .contains("\"response_type\":\"ephemeral\"", "\"replace_original\":false", "Hello");
        assertThat(workspace.calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://hooks.slack.com/commands/1,        true",
        "http://hooks.slack.com/commands/1,         false",
        "https://hooks.slack.com:8443/commands/1,   false",
        "https://hooks.slack.com.evil.example/1,    false",
        "https://evil.example/?hooks.slack.com,     false",
        "https://hooks.slack.com@evil.example/1,    false",
        "https://ana@hooks.slack.com/1,             false",
        "http://127.0.0.1:9999/response/1,          true",
        "https://127.0.0.1/response/1,              false",
        "http://169.254.169.254/latest/meta-data,   false",
        "file:///etc/passwd,                        false",
        "not a url,                                 false",
    })
    void aResponseUrlPointsToSlackOrItIsNotUsed(String url, boolean allowed) {
        assertThat(new SlackSpeaker.ResponseUrls(URI.create("http://127.0.0.1:3000/api/")).allow(url))
                .isEqualTo(allowed);
    }

    @Test
    void aResponseUrlThatSendsElsewhereIsNotFollowedAndTheAnswerGoesAnotherWay() {
        workspace.answers("/commands/1", status(307, "", Map.of("Location", "/elsewhere")));

        speaker.say(command(workspace.api().resolve("/commands/1").toString()), ANA, Reply.say(HELLO));

        only("/commands/1");
        assertThat(workspace.calls("/elsewhere")).isEmpty();
        assertThat(only("chat.postEphemeral").argument("user")).isEqualTo("U0ANA");
    }

    @Test
    void aCommandWithAForeignAddressIsAnsweredInPrivateAnotherWay() {
        speaker.say(command("https://evil.example/1"), ANA, Reply.say(HELLO));
        assertThat(only("chat.postEphemeral").arguments())
                .containsEntry("channel", "C0GEN")
                .containsEntry("user", "U0ANA");
    }

    @Test
    void aCommandWhereTheBotIsNoMemberIsAnsweredInThePersonsConversation() {
        workspace.answers("chat.postEphemeral", error("channel_not_found"));
        speaker.say(command(null), ANA, Reply.say(HELLO));
        assertThat(only("chat.postMessage").argument("channel")).isEqualTo("U0ANA");
    }

    @Test
    void anExpiredResponseUrlIsAnsweredInPrivateAnotherWay() {
        workspace.answers("/commands/1", status(404, "expired_url", Map.of()));
        speaker.say(command(workspace.api().resolve("/commands/1").toString()), ANA, Reply.say(HELLO));
        only("chat.postEphemeral");
    }

    @Test
    void thePressedMessageIsReplaced() {
        speaker.say(direct("1.2", "t"), ANA, new Reply.Replace(HELLO));
        assertThat(only("chat.update").arguments())
                .containsEntry("channel", "D0ANA")
                .containsEntry("ts", "1.2");
        assertThat(workspace.calls()).hasSize(1);
    }

    @Test
    void aPrivateMessageIsReplacedByItsResponseUrl() {
        var url = workspace.api().resolve("/actions/1").toString();
        speaker.say(new Place(Place.Kind.COMMAND, "C0GEN", "1.2", null, "t", url), ANA, new Reply.Replace(HELLO));
        assertThat(only("/actions/1").body()).contains("\"replace_original\":true");
    }

    @Test
    void whatThePersonWroteIsNeverReplaced() {
        speaker.say(direct("1.2", null), ANA, new Reply.Replace(HELLO));
        assertThat(workspace.calls("chat.update")).isEmpty();
        only("chat.postMessage");
    }

    @Test
    void whatCannotBeReplacedIsSaid() {
        workspace.answers("chat.update", error("message_not_found"));
        speaker.say(direct("1.2", "t"), ANA, new Reply.Replace(HELLO));
        only("chat.postMessage");
    }

    @Test
    void aFormIsOpenedWithTheTriggerOfThePress() {
        speaker.say(direct("1.2", "t"), ANA, new Reply.Show(FORM));
        assertThat(only("views.open").arguments()).containsEntry("trigger_id", "t");
    }

    @Test
    void whoseTriggerHasExpiredIsAskedToPressAgain() {
        workspace.answers("views.open", error("expired_trigger_id"));
        speaker.say(direct("1.2", "t"), ANA, new Reply.Show(FORM));
        assertThat(only("chat.postMessage").argument("text")).contains("press the button again");
    }

    @Test
    void whereNothingWasPressedItIsSaidHowToGetTheForm() {
        speaker.say(direct("1.2", null), ANA, new Reply.Show(FORM));
        assertThat(workspace.calls("views.open")).isEmpty();
        assertThat(only("chat.postMessage").argument("text")).contains("press");
    }

    @Test
    void aFileIsUploadedAndThenSharedWithItsCommentWhereItWasAskedFor() {
        takesFiles();
        speaker.say(direct("1.2", "t"), ANA, new Reply.Attach(SEAT, Message.of("For <your> calendar")));
        assertThat(only("files.getUploadURLExternal").arguments())
                .containsEntry("filename", "seat.ics")
                .containsEntry("length", "15");
        assertThat(only("/upload/1").body()).isEqualTo("BEGIN:VCALENDAR");
        assertThat(only("files.completeUploadExternal").arguments())
                .containsEntry("files", "[{\"id\":\"F1\",\"title\":\"Your seat\"}]")
                .containsEntry("channel_id", "D0ANA")
                .containsEntry("initial_comment", "For &lt;your&gt; calendar");
        assertThat(workspace.calls()).hasSize(3);
    }

    @Test
    void aFileAskedForByACommandGoesToThePersonsConversationAndThePlaceIsToldInPrivate() {
        takesFiles();
        var url = workspace.api().resolve("/commands/1").toString();
        speaker.say(command(url), ANA, new Reply.Attach(SEAT, Message.of("For your calendar")));
        assertThat(only("conversations.open").argument("users")).isEqualTo("U0ANA");
        assertThat(only("files.completeUploadExternal").argument("channel_id")).isEqualTo("D0ANA");
        assertThat(only("/commands/1").body()).contains("ephemeral", "seat.ics", "in our conversation");
    }

    @Test
    void aCommentWithButtonsIsSaidBeforeTheFile() {
        takesFiles();
        speaker.say(direct(null, null), ANA, new Reply.Attach(SEAT, HELLO));
        assertThat(workspace.calls().stream().map(ScriptedSlack.Call::method))
                .containsExactly(
                        "chat.postMessage", "files.getUploadURLExternal", "/upload/1", "files.completeUploadExternal");
        assertThat(only("files.completeUploadExternal").arguments()).doesNotContainKey("initial_comment");
    }

    @Test
    void aFileThatIsNotTakenIsNotSharedAndThePersonIsTold() {
        takesFiles();
        workspace.answers("/upload/1", status(500, "", Map.of()));
        speaker.say(direct(null, null), ANA, new Reply.Attach(SEAT, Message.of("For your calendar")));
        assertThat(workspace.calls("files.completeUploadExternal")).isEmpty();
        assertThat(only("chat.postMessage").argument("text")).contains("seat.ics", "ask again");
    }

    private void takesFiles() {
        workspace.answers(
                "files.getUploadURLExternal",
                ScriptedSlack.json("{\"ok\":true,\"file_id\":\"F1\",\"upload_url\":\"%s\"}"
                        .formatted(workspace.api().resolve("/upload/1"))));
    }

    @Test
    void homeIsPublishedToThePerson() {
        speaker.say(new Place(Place.Kind.HOME, "", null, null, null, null), ANA, new Reply.Home(HELLO));
        assertThat(only("views.publish").arguments()).containsEntry("user_id", "U0ANA");
    }

    @Test
    void severalRepliesAreSaidInOrderEvenWhenOneFails() {
        workspace.answers("chat.postMessage", hangUp());
        speaker.say(
                direct(null, null),
                ANA,
                new Reply.Several(
                        List.of(Reply.say("one"), new Reply.Nothing(), new Reply.Home(HELLO), Reply.say("two"))));
        assertThat(workspace.calls().stream().map(ScriptedSlack.Call::method))
                .containsExactly("chat.postMessage", "views.publish", "chat.postMessage");
        assertThat(workspace.calls("chat.postMessage").get(1).argument("text")).isEqualTo("two");
    }

    @Test
    void afterARateLimitItIsSaidOnceMore() {
        workspace.answers("chat.postMessage", status(429, "{\"ok\":false}", Map.of("Retry-After", "1")));
        speaker.say(direct(null, null), ANA, Reply.say(HELLO));
        assertThat(workspace.calls("chat.postMessage")).hasSize(2);
        assertThat(waits).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void aReplyThatWouldComeTooLateIsDropped() {
        workspace.answers("chat.postMessage", status(429, "{\"ok\":false}", Map.of("Retry-After", "60")));
        speaker.say(direct(null, null), ANA, Reply.say(HELLO));
        assertThat(workspace.calls("chat.postMessage")).hasSize(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void aReplyThatMayHaveBeenSaidIsNotSaidAgain() {
        workspace.answers("chat.postMessage", error("fatal_error"));
        speaker.say(direct(null, null), ANA, Reply.say(HELLO));
        only("chat.postMessage");
    }

    private ScriptedSlack.Call only(String method) {
        assertThat(workspace.calls(method)).hasSize(1);
        return workspace.calls(method).getFirst();
    }

    private static Place direct(@Nullable String message, @Nullable String trigger) {
        return new Place(Place.Kind.DIRECT, "D0ANA", message, null, trigger, null);
    }

    private static Place command(@Nullable String responseUrl) {
        return new Place(Place.Kind.COMMAND, "C0GEN", null, null, "t", responseUrl);
    }
}
