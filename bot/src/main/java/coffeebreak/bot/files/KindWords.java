package coffeebreak.bot.files;

import coffeebreak.bot.programme.Kind;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which of the usual kinds of session words name, or a title gives away.
final class KindWords {

    /// In the order in which they are tried: "registration and coffee" is no break, a "poster spotlight" is
    /// a talk, a "welcome reception" no opening.
    private static final List<Guess> GUESSES = List.of(
            new Guess("registration", "registration|check in|badge pick"),
            new Guess("coffee_break", "coffee|\\btea\\b|kaffee|\\bcafe\\b|cafezinho|refreshment"),
            new Guess("lunch", "lunch|mittag|dejeuner|almuerzo|almoco"),
            new Guess("breakfast", "breakfast|fruhstuck"),
            new Guess("dinner", "dinner|banquet|barbecue|abendessen|\\bcena\\b|jantar"),
            new Guess("reception", "reception|drinks|aperitif|apero\\b|cocktail"),
            new Guess("break", "\\bbreak\\b|\\bpause\\b|\\bpausa\\b"),
            new Guess("contributed_talks", "contributed|spotlight|lightning|\\borals?\\b"),
            new Guess("poster_session", "poster"),
            new Guess("keynote", "keynote|plenary"),
            new Guess("invited_talk", "invited"),
            new Guess("tutorial", "tutorial|hands on"),
            new Guess("panel", "\\bpanel\\b|round table|roundtable"),
            new Guess("awards", "\\bawards?\\b|\\bprizes?\\b"),
            new Guess("competition", "competition|challenge winners"),
            new Guess("opening", "opening|welcome"),
            new Guess("closing", "closing|farewell|wrap up|concluding"),
            new Guess("social", "\\bsocial\\b|excursion|\\bhike\\b|\\bparty\\b|guided tour"),
            new Guess("discussion", "discussion|breakout"),
            new Guess("talk", "\\btalk\\b|lecture|presentation"),
            new Guess("session", "\\bsession\\b"));

    private KindWords() {}

    private record Guess(String kind, Pattern words) {
        Guess(String kind, String words) {
            this(kind, Pattern.compile(words));
        }
    }

    /// The kind of exactly these words: "Coffee", "Invited Talk", "orals".
    static Optional<Kind> named(String words) {
        var plain = plain(words);
        return Kind.USUAL.stream()
                .filter(kind -> Stream.concat(
                                Stream.of(kind.id().replace('_', ' '), kind.name(), kind.plural()),
                                kind.words().stream())
                        .map(KindWords::plain)
                        .anyMatch(plain::equals))
                .findFirst();
    }

    /// The kind that a title gives away.
    static Optional<Kind> in(String title) {
        var plain = plain(title);
        return GUESSES.stream()
                .filter(guess -> guess.words().matcher(plain).find())
                .findFirst()
                .flatMap(guess -> Kind.usual(guess.kind()));
    }

    /// A kind of an event's own.
    static Kind own(String words) {
        var name = words.strip();
        var lower = name.matches("\\p{Lu}\\p{Ll}.*")
                ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)
                : name;
        return new Kind(
                plain(words).replace(' ', '_'),
                lower,
                lower.endsWith("s") ? lower : lower + "s",
                List.of(),
                Kind.Nature.OTHER);
    }

    /// Lower case, without accents and punctuation.
    static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
