package coffeebreak.bot.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.ChatIntent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is understood of people's own affairs in other languages, and every answer to it as it is said.
class OtherLanguageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Où suis-je assis ?",
                "où est-ce que je suis placée",
                "Ma place ?",
                "Quelle est ma table ?",
                "Avec qui suis-je ?",
                "qui est mon mentor ?",
                "¿Cuál es mi mesa?",
                "¿Dónde me siento?",
                "¿Quién es mi mentor?",
                "¿con quién me siento?",
                "mi asiento",
                "Onde eu me sento?",
                "Qual é a minha mesa?",
                "meu lugar",
                "Quem é meu mentor?",
                "Wo sitze ich?",
                "Mein Tisch?",
                "Mit wem sitze ich zusammen?",
                "An welchem Tisch sitze ich?",
                "Wer ist meine Mentorin?",
                "我坐在哪里？",
                "我的座位在哪里？",
                "我和谁同桌？",
                "我的导师是谁？"
            })
    void mySeat(String words) {
        assertThat(read(words)).containsExactly(new ChatIntent.ShowSeat());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Je ne peux pas venir",
                "Désolée, je ne pourrai pas venir.",
                "Annulez ma place",
                "No puedo ir",
                "Lo siento, no podré asistir",
                "Não posso ir",
                "Desculpe, não vou poder ir",
                "Ich kann leider nicht kommen",
                "Es tut mir leid, aber ich kann heute nicht kommen!",
                "Ich komme doch nicht",
                "我来不了",
                "抱歉，我不能来了。"
            })
    void cannotCome(String words) {
        assertThat(read(words)).containsExactly(new ChatIntent.DeclineSeat(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Je viens !",
                "oui, j'y serai",
                "Je serai là",
                "¡Allí estaré!",
                "Sí, voy",
                "Estarei lá",
                "Sim, eu vou",
                "Ich komme gern!",
                "Ja, ich bin dabei",
                "我会来的",
                "好的，我会参加"
            })
    void willCome(String words) {
        assertThat(read(words)).containsExactly(new ChatIntent.ConfirmSeat(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bonjour !", "¡Hola!", "Buenos días", "Olá", "Bom dia!", "Hallo", "Guten Morgen", "你好！"})
    void hello(String words) {
        assertThat(read(words)).containsExactly(new ChatIntent.Greet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aide",
                "¿Qué puedes hacer?",
                "ayuda",
                "ajuda",
                "O que você sabe fazer?",
                "Hilfe!",
                "Was kannst du?",
                "帮助"
            })
    void help(String words) {
        assertThat(read(words)).containsExactly(new ChatIntent.Help());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Merci beaucoup", "Muchas gracias", "Muito obrigada!", "Vielen Dank!", "谢谢你"})
    void thanks(String words) {
        assertThat(read(words)).containsExactly(new ChatIntent.Thank());
    }

    /// Questions, English, and words that merely begin like one of the phrases.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "hi",
                "my seat",
                "I can't come",
                "Qui vient à la table ronde ?",
                "Quand est ma pause ?",
                "¿Quién viene?",
                "Vou apresentar um pôster",
                "Ich komme aus Lausanne und arbeite an Transformern",
                "Wo sitzt Julia Kempe?",
                "¿Dónde se sienta Julia Kempe?",
                "Julia Kempe坐在哪里？",
                "我来自北京",
                "no",
                "ja",
                "oui",
                "si",
                "好",
                "where do I sit?",
                "¿No puedo ir con un amigo?",
                ""
            })
    void anythingElseIsLeftAlone(String words) {
        assertThat(read(words)).isEmpty();
    }

    /// The files are for reading: whoever speaks a language finds here all that is said in it.
    @ParameterizedTest
    @CsvSource({"0, fr", "1, es", "2, pt", "3, de", "4, zh"})
    void everySentenceIsAsWritten(int language, String code) {
        assertThat(everything(OtherLanguage.all().get(language))).isEqualTo(golden("own-affairs-" + code + ".txt"));
    }

    private static String golden(String name) {
        try (var stream =
                Objects.requireNonNull(OtherLanguageTest.class.getResourceAsStream("/sentences/" + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<ChatIntent> read(String words) {
        return OtherLanguage.all().stream()
                .flatMap(language -> language.read(words).stream())
                .toList();
    }

    private static String everything(OtherLanguage in) {
        var start = LocalTime.of(10, 30);
        var end = LocalTime.of(11, 0);
        return List.of(
                        in.hello(),
                        "[" + in.findMentor() + "] " + in.signUpIsInEnglish(),
                        in.whatIUnderstand(),
                        String.join("\n", in.examples()),
                        in.allElseInEnglish(),
                        in.welcome(),
                        in.sitWith("Julia Kempe"),
                        in.sitWithPeers(),
                        in.offered("Julia Kempe"),
                        in.hosting(0),
                        in.hosting(1),
                        in.hosting(4),
                        in.when("Coffee Break 1", start, end, null),
                        in.when("Coffee Break 1", start, end, LocalTime.of(15, 30)),
                        in.when("Coffee Break 1", start, null, null),
                        in.place("Hall 2"),
                        in.place(null),
                        in.sayWhether(),
                        in.inLine(3, in.when("Coffee Break 1", start, end, null)),
                        in.notGivenOut(true),
                        in.notGivenOut(false),
                        in.noSeat(true),
                        in.noSeat(false),
                        in.expected("Julia Kempe"),
                        in.freed("Julia Kempe"),
                        in.noLongerYours(),
                        in.peersExpectYou(),
                        in.peersAreTold(),
                        in.nothingToConfirm(),
                        in.nothingToGiveUp())
                .stream()
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
