package coffeebreak.bot.slack;

import static coffeebreak.workspace.PageClient.until;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.frontdesk.Arrival.Input;
import coffeebreak.bot.notices.Messenger.Delivery;
import coffeebreak.bot.notices.Messenger.Lookup;
import coffeebreak.bot.signup.Directory;
import coffeebreak.workspace.PageClient;
import coffeebreak.workspace.Workspace;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketConversationTest extends ConversationContract {

    private static final Instant NOW = Instant.parse("2026-04-26T12:00:00Z");

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Workspace workspace = start(workspace());
    private final PageClient page = new PageClient(workspace.address());
    private final SlackEdge edge = new SlackEdge(
            new SlackSettings(
                    "xoxb-local",
                    "xapp-local",
                    "",
                    SlackSettings.Mode.SOCKET,
                    URI.create(workspace.address() + "/api/")),
            Duration.ofSeconds(10),
            workers,
            InstantSource.system());

    @BeforeEach
    void connect() {
        edge.open(arrivals::add);
        Await.until(() -> edge.health().now().connected());
    }

    @AfterEach
    void stop() {
        edge.close();
        workspace.close();
        workers.shutdownNow();
    }

    @Override
    SlackEdge edge() {
        return edge;
    }

    @Override
    PageClient page() {
        return page;
    }

    @Test
    void whoeverDropsTheSocketsFindsTheBotBackAndNothingLost() {
        page.post("disconnect", "{}");
        page.writes(ANA, "are you there?");
        assertThat(arrived(ANA).input()).isEqualTo(new Input.Words("are you there?"));
        Await.until(() -> edge.health().now().connected());
    }

    @Test
    void aNoticeWhoseAnswerWasLostIsFoundAndStandsThereOnce() {
        misbehave("drop_reply");
        assertThat(edge.messenger().deliver(notice("n1"), null)).isInstanceOf(Delivery.Uncertain.class);
        assertThat(edge.messenger().find(notice("n1"), NOW))
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found -> assertThat(found.posted().ts())
                                .isEqualTo(said(1).getFirst().path("ts").asString()));
        assertThat(said(1)).hasSize(1);
        assertThat(edge.messenger().find(notice("n2"), NOW)).isEqualTo(new Lookup.Absent());
    }

    @Test
    void aNoticeIsDeliveredEditedAndStillFound() {
        var delivered = (Delivery.Delivered) edge.messenger().deliver(notice("n1"), null);
        var edit = new Notice(
                "n2",
                new Person(ANA),
                new Notice.Content.Edit("n1", Message.of("Your table moved.")),
                NOW,
                Notice.Urgency.ORDINARY,
                null);
        assertThat(edge.messenger().deliver(edit, delivered.posted())).isEqualTo(delivered);
        until(() -> said(1).getFirst().path("text").asString(), "Your table moved."::equals);
        assertThat(said(1).getFirst().path("blocks").size())
                .as("the old blocks are gone")
                .isZero();
        assertThat(edge.messenger().find(notice("n1"), NOW)).isEqualTo(new Lookup.Found(delivered.posted()));
        assertThat(edge.messenger().find(edit, NOW)).isEqualTo(new Lookup.Found(delivered.posted()));
    }

    @Test
    void aServerErrorIsUncertainAndARateLimitIsNot() {
        misbehave("status_500");
        assertThat(edge.messenger().deliver(notice("n1"), null)).isInstanceOf(Delivery.Uncertain.class);
        misbehave("fatal_error");
        assertThat(edge.messenger().deliver(notice("n1"), null)).isInstanceOf(Delivery.Uncertain.class);
        misbehave("ratelimited");
        assertThat(edge.messenger().deliver(notice("n1"), null))
                .isInstanceOfSatisfying(
                        Delivery.TryAgain.class,
                        again -> assertThat(again.after()).isEqualTo(Duration.ofSeconds(2)));
    }

    @Test
    void peopleAreKnownAsTheWorkspaceKnowsThem() {
        assertThat(edge.directory().find(new Person(ANA)))
                .contains(new Directory.Entry("Ana", ZoneId.of("Europe/Zurich"), true));
        assertThat(edge.directory().find(new Person("U0BOT")).orElseThrow().member())
                .isFalse();
        assertThat(edge.directory().find(new Person("U0NOBODY"))).isEmpty();
    }

    private void misbehave(String fault) {
        page.post("misbehave", """
                {"method":"chat.postMessage","next":[{"fault":"%s","millis":0,"retryAfter":2}]}""".formatted(fault));
    }

    private static Notice notice(String id) {
        return new Notice(
                id,
                new Person(ANA),
                new Notice.Content.Post(Message.saying("You sit with Lenka")
                        .paragraph("10:30, table 3")
                        .build()),
                NOW,
                Notice.Urgency.ORDINARY,
                null);
    }
}
