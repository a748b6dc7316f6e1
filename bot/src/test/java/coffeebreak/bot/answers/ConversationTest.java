package coffeebreak.bot.answers;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.answers.Answer.Outcome;
import coffeebreak.bot.files.YamlProgramme;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private Instant now = Instant.parse("2026-04-26T12:00:00Z");
    private final Answers answers = new Answers(YamlProgramme::builtIn, () -> now, Nearness.none());
    private Conversation conversation = Conversation.none();

    private String ask(String question) {
        var answer = answers.answer(question, Asker.somewhere(), conversation);
        conversation = answer.after();
        return answer.text();
    }

    @Test
    void aFollowUpKeepsWhatWasAskedAbout() {
        ask("who is on the panel");
        assertThat(ask("how long is it")).contains("1 hour");
        assertThat(ask("and when does it end?")).contains("16:30");
        assertThat(ask("what comes after that")).contains("Competition winners");
    }

    @Test
    void aFollowUpMayNameAnother() {
        ask("when is the poster session");
        assertThat(ask("and the second one?")).contains("17:00").doesNotContain("11:30");
        assertThat(ask("no i meant the coffee")).contains("10:30").contains("15:00");
    }

    @Test
    void aListCanBeNarrowed() {
        ask("list all invited talks");
        assertThat(ask("only the afternoon ones"))
                .contains("Kempe")
                .contains("Wyart")
                .doesNotContain("Nakkiran");
    }

    @Test
    void aPronounMeansThePersonAskedAbout() {
        ask("who is Julia Kempe");
        assertThat(ask("when does she speak")).contains("14:00");
        assertThat(ask("where is she from?")).contains("NYU & Meta");
        assertThat(ask("who speaks after her")).contains("Matthieu Wyart");
    }

    @Test
    void afterAQuarterOfAnHourNothingIsRemembered() {
        ask("who is on the panel");
        now = now.plus(Conversation.LIFETIME);
        assertThat(ask("how long is it")).contains("1 hour");
        now = now.plus(Conversation.LIFETIME).plus(Duration.ofSeconds(1));

        var answer = answers.answer("how long is it", Asker.somewhere(), conversation);

        assertThat(answer.outcome()).isIn(Outcome.AMBIGUOUS, Outcome.UNKNOWN);
    }

    @Test
    void withoutAnythingBeforeItAsksBack() {
        var answer = answers.answer("which company", Asker.somewhere(), Conversation.none());

        assertThat(answer.outcome()).isEqualTo(Outcome.AMBIGUOUS);
    }
}
