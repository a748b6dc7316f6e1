package coffeebreak.bot.slack;

import static coffeebreak.bot.slack.ScriptedSlack.error;
import static coffeebreak.bot.slack.ScriptedSlack.hangUp;
import static coffeebreak.bot.slack.ScriptedSlack.json;
import static coffeebreak.bot.slack.ScriptedSlack.status;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.signup.AddressBook.Answer;
import com.slack.api.Slack;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackAddressBookTest {

    private final ScriptedSlack workspace = new ScriptedSlack();
    private final Slack slack =
            SlackClients.slack(SlackMessengerTest.settings(workspace.api()), Duration.ofSeconds(10));
    private final SlackAddressBook book = new SlackAddressBook(slack.methods("xoxb-test"));

    @AfterEach
    void stop() throws Exception {
        slack.close();
        workspace.close();
    }

    private Answer find(ScriptedSlack.Answer answer) {
        workspace.answers("users.lookupByEmail", answer);
        return book.find("ana@usp.br");
    }

    @Test
    void aMemberIsFoundByTheirAddress() {
        assertThat(find(json("{\"ok\":true,\"user\":{\"id\":\"U0ANA\"}}")))
                .isEqualTo(new Answer.Found(new Person("U0ANA")));
        assertThat(workspace.calls("users.lookupByEmail").toString()).contains("ana@usp.br");
    }

    @Test
    void whoIsNotThereOrNoMemberIsNobody() {
        assertThat(find(error("users_not_found"))).isEqualTo(new Answer.Nobody());
        assertThat(find(json("{\"ok\":true,\"user\":{\"id\":\"U0ANA\",\"deleted\":true}}")))
                .isEqualTo(new Answer.Nobody());
    }

    @Test
    void aMissingScopeSaysWhatToDo() {
        assertThat(find(error("missing_scope")))
                .isEqualTo(new Answer.NotAllowed(
                        "the app has no scope users:read.email; add it and install the app again, or give Slack ids"));
        assertThat(find(error("token_revoked"))).isEqualTo(new Answer.NotAllowed("Slack says token_revoked"));
    }

    @Test
    void aLimitIsAWaitAndALostAnswerIsUnknown() {
        assertThat(find(status(429, "{\"ok\":false,\"error\":\"ratelimited\"}", Map.of("Retry-After", "9"))))
                .isEqualTo(new Answer.Later(Duration.ofSeconds(9)));
        assertThat(find(hangUp())).isInstanceOf(Answer.Unknown.class);
    }
}
