package coffeebreak.bot.programme;

import java.text.Normalizer;
import java.util.Locale;

/// Words as they are compared, however somebody spelt them.
final class Spelled {

    private Spelled() {}

    /// Lower case, without accents and apostrophes: "Łukasz Sørensen" becomes "lukasz sorensen".
    static String folded(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}'’`]+", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ð", "d")
                .replace("ı", "i");
    }
}
