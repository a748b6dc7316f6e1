package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Mentor;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.programme.PersonName;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Profiles;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds whom an organizer means: by mention, or by the beginnings of the words of a name, "ana l" or "lima".
final class Whom {

    /// As the chat hands over a mention.
    private static final Pattern MENTION = Pattern.compile("[UW][A-Z0-9]{2,}");

    private final Mentoring mentoring;
    private final Profiles profiles;

    Whom(Mentoring mentoring, Profiles profiles) {
        this.mentoring = mentoring;
        this.profiles = profiles;
    }

    /// Somebody, under the name that organizers read.
    ///
    /// @param mentor empty for a participant
    record Found(Person person, String name, Optional<Mentor> mentor) {

        private static Found of(Profile profile) {
            return new Found(profile.person(), profile.name(), Optional.empty());
        }

        private static Found of(Mentor mentor) {
            return new Found(mentor.identities().getFirst(), mentor.name(), Optional.of(mentor));
        }

        /// Finds exactly them when it is typed.
        String typed() {
            return "@" + person.id();
        }
    }

    /// Those of the sign-ups who could be meant; a mention is somebody also without a sign-up.
    List<Found> participants(String words) {
        var id = words.replaceAll("^<?@|\\|[^>]*>$|>$", "");
        var named = profiles.find(new Person(id)).map(Found::of);
        if (named.isPresent()) {
            return List.of(named.get());
        }
        return MENTION.matcher(id).matches()
                ? List.of(new Found(new Person(id), "@" + id, Optional.empty()))
                : fitting(words, profiles.all(), Profile::name).map(Found::of).toList();
    }

    List<Found> mentors(String words) {
        var person = new Person(words.replaceAll("^<?@|\\|[^>]*>$|>$", ""));
        var mentors = mentoring.mentors();
        return mentors.named(person)
                .map(mentor -> List.of(Found.of(mentor)))
                .orElseGet(() -> fitting(words, mentors.all(), Mentor::name)
                        .map(Found::of)
                        .toList());
    }

    /// Mentors and participants; whoever is both is meant as the mentor.
    List<Found> anybody(String words) {
        var mentors = mentors(words);
        return Stream.concat(
                        mentors.stream(),
                        participants(words).stream()
                                .filter(found -> mentors.stream()
                                        .flatMap(each -> each.mentor().stream())
                                        .noneMatch(mentor -> mentor.identities().contains(found.person()))))
                .toList();
    }

    /// What organizers read for somebody.
    String name(Person person) {
        return mentoring
                .mentors()
                .named(person)
                .map(Mentor::name)
                .or(() -> profiles.find(person).map(Profile::name))
                .orElse("@" + person.id());
    }

    /// Whoever has exactly that name, else all whose names have words that begin like this, one after the other.
    private static <T> Stream<T> fitting(String words, List<T> all, Function<T, String> name) {
        var asked = PersonName.of(words).words();
        if (asked.isEmpty()) {
            return Stream.empty();
        }
        var exactly = all.stream()
                .filter(each -> PersonName.of(name.apply(each)).words().equals(asked))
                .toList();
        return exactly.isEmpty()
                ? all.stream()
                        .filter(each -> begins(PersonName.of(name.apply(each)).words(), asked))
                : exactly.stream();
    }

    private static boolean begins(List<String> name, List<String> asked) {
        return IntStream.rangeClosed(0, name.size() - asked.size())
                .anyMatch(from -> IntStream.range(0, asked.size())
                        .allMatch(word -> name.get(from + word).startsWith(asked.get(word))));
    }
}
