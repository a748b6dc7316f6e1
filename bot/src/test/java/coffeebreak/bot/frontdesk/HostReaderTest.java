package coffeebreak.bot.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.ChatIntent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I can take 3",
                "i can only take three people",
                "I'll take 3 at my table.",
                "make it 3 seats",
                "I could host up to 3 students"
            })
    void seats(String words) {
        assertThat(read(words)).isEqualTo(new ChatIntent.OfferSeats(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I can't do the afternoon",
                "sorry, I can’t host the afternoon break",
                "I cannot make the afternoon any more.",
                "drop the afternoon",
                "cancel the afternoon table",
                "not the afternoon one"
            })
    void dropping(String words) {
        assertThat(read(words)).isEqualTo(new ChatIntent.HostBreak("the afternoon", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"I can't host", "I have to cancel", "cancel my tables", "I need to cancel my table"})
    void cancelling(String words) {
        assertThat(read(words)).isEqualTo(new ChatIntent.HostBreak("", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"I'll host", "yes, I will host a table", "happy to host"})
    void hosting(String words) {
        assertThat(read(words)).isEqualTo(new ChatIntent.HostBreak("", true));
    }

    @Test
    void hostingOneOrBoth() {
        assertThat(read("I'll host both breaks")).isEqualTo(new ChatIntent.HostBreak("both", true));
        assertThat(read("I can host the morning after all")).isEqualTo(new ChatIntent.HostBreak("the morning", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tim Roith takes my table",
                "Tim Roith will take over my table!",
                "my deputy is Tim Roith",
                "Tim Roith is my deputy",
                "Tim Roith stands in for me"
            })
    void deputies(String words) {
        assertThat(read(words)).isEqualTo(new ChatIntent.NameDeputy("Tim Roith"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "who takes my table?",
                "when is the afternoon break?",
                "I can't come",
                "what is at 3?",
                "I'd like to take part",
                "can I take 3 cookies?",
                "I work on 3 body problems"
            })
    void whatIsSomethingElse(String words) {
        assertThat(read(words)).isNotInstanceOf(ChatIntent.OfMentor.class);
    }

    private static ChatIntent read(String words) {
        return IntentReader.read(words, false);
    }
}
