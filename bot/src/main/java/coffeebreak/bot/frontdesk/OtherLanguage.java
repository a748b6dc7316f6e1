package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.ChatIntent;
import java.text.Normalizer;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody can say to the bot about themselves in a language other than English, and what it answers: hello,
/// help, thanks, my seat, I'll be there, I can't come. One class a language, so that whoever speaks it can read it
/// through. Everything else of this kind is understood and said in English.
///
/// A `when` is what [#when] makes. Names, titles and rooms stay as they are.
interface OtherLanguage {

    static List<OtherLanguage> all() {
        return List.of(new InFrench(), new InSpanish(), new InPortuguese(), new InGerman(), new InChinese());
    }

    /// What is meant by words of this language; empty for anything else.
    default Optional<ChatIntent> read(String words) {
        var plain = Normalizer.normalize(IntentReader.plain(words), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace("ß", "ss")
                .replaceAll("^[¿¡ ]+|[ .,!?。，！？]+$", "");
        return phrases().stream()
                .filter(phrase -> phrase.words().matcher(plain).matches())
                .map(Phrase::intent)
                .findFirst();
    }

    /// In lower case, without accents and marks at the ends.
    List<Phrase> phrases();

    /// Words and what they mean.
    record Phrase(Pattern words, ChatIntent intent) {
        static Phrase of(String words, ChatIntent intent) {
            return new Phrase(Pattern.compile("(?:" + words + ")"), intent);
        }
    }

    // Hello and help

    String hello();

    String findMentor();

    /// What the button leads to is in English.
    String signUpIsInEnglish();

    String whatIUnderstand();

    /// What can be typed, with what it does.
    List<String> examples();

    String allElseInEnglish();

    String welcome();

    // My seat

    String sitWith(String mentor);

    String sitWithPeers();

    String offered(String mentor);

    /// @param guests how many are expected
    String hosting(int guests);

    /// "Coffee Break 1, 10:30 to 11:00 at the venue (15:30 for you)".
    ///
    /// @param own null where it is the same
    String when(String coffeeBreak, LocalTime start, @Nullable LocalTime end, @Nullable LocalTime own);

    String place(@Nullable String room);

    String sayWhether();

    String inLine(int number, String when);

    String notGivenOut(boolean signedUp);

    String noSeat(boolean signedUp);

    // I'll be there, I can't come

    String expected(String mentor);

    String freed(String mentor);

    String noLongerYours();

    String peersExpectYou();

    String peersAreTold();

    String nothingToConfirm();

    String nothingToGiveUp();
}
