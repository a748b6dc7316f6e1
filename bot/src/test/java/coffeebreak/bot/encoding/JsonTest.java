package coffeebreak.bot.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.EveryIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.mentoring.SeatingPlan;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

    private final Json json = new Json();

    @Test
    void anIntentWithoutWordsIsItsNameAlone() {
        assertThat(json.write(new ChatIntent.StartSignUp())).isEqualTo("{\"is\":\"StartSignUp\"}");
    }

    @Test
    void everyIntentComesBackAsItWas() {
        assertThat(EveryIntent.samples())
                .allSatisfy(intent -> assertThat(json.read(json.write(intent), ChatIntent.class))
                        .isEqualTo(intent));
    }

    @Test
    void aNoticeWithAllItsPartsComesBackAsItWas() {
        var message = Message.saying("You sit with Lenka")
                .heading("Your table")
                .paragraph(Text.of("With ").bold("Lenka").mention(new Person("U1")))
                .points(List.of(Text.of("one")))
                .divider()
                .small("small")
                .actions(Message.Button.dangerous(
                        "Can't come",
                        new ChatIntent.DeclineSeat("s1"),
                        new Message.Confirmation("Sure?", "It goes to the next in line.", "Give it up", "Keep it")))
                .build();
        var notice = new Notice(
                "n1",
                new Person("U1"),
                new Notice.Content.Edit("n0", message),
                Instant.parse("2026-04-26T12:00:00Z"),
                Notice.Urgency.URGENT,
                null);
        assertThat(json.read(json.write(notice), Notice.class)).isEqualTo(notice);
    }

    @Test
    void aPlanStoredBeforeThereWereTablesOfPeersIsStillRead() {
        var stored = json.write(SeatingPlan.EMPTY).replaceAll(",?\"peers\":\\{[^}]*\\}", "");

        assertThat(stored).doesNotContain("peers");
        assertThat(json.read(stored, SeatingPlan.class)).isEqualTo(SeatingPlan.EMPTY);
    }

    @Test
    void whatIsNoIntentIsRefusedWithTheText() {
        assertThatThrownBy(() -> json.read("{\"is\":\"Sudo\"}", ChatIntent.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Sudo");
    }
}
