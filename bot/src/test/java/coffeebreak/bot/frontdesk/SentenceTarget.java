package coffeebreak.bot.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.fuzz.Target;
import coffeebreak.bot.fuzz.Words;
import java.util.List;

/// Any sentence means something, the same each time, and space around it changes nothing.
public final class SentenceTarget implements Target {

    @Override
    public List<byte[]> seeds() {
        return Words.seeds(
                "hi there!",
                "I'm a second-year PhD student at ETH, I work on grokking",
                "sorry, I'm running about 10 minutes late please",
                "can you move me to the afternoon break please",
                "I'd rather not sit with Bo Example",
                "please add my table to my calendar",
                "I can host both breaks with 5 seats each",
                "find talks about diffusion models",
                "who works on grokking?",
                "no, we didn't meet",
                "import the programme",
                "delay 15m from 14:30",
                "où est ma place ?",
                "¿dónde me siento?",
                "我坐在哪里？",
                "please please pls can you could you " + "a ".repeat(100));
    }

    @Override
    public void holds(byte[] input) {
        var words = Words.of(input);
        var spaced = " \n" + words + "\t ";
        for (var signingUp : new boolean[] {false, true}) {
            var read = IntentReader.read(words, signingUp);
            assertThat(IntentReader.read(words, signingUp)).isEqualTo(read);
            assertThat(IntentReader.read(spaced, signingUp).getClass()).isEqualTo(read.getClass());
        }
        assertThat(IntentReader.readCommand(words)).isNotNull();
        assertThat(IntentReader.readAdminCommand(words)).isInstanceOf(ChatIntent.OrganizerCommand.class);
        assertThat(IntentReader.yesNo(spaced)).isEqualTo(IntentReader.yesNo(words));
        IntentReader.imported(words);
        for (var language : OtherLanguage.all()) {
            assertThat(language.read(spaced)).isEqualTo(language.read(words));
        }
    }
}
