package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question that people passed on to the organizers, in one wording or several, and what they answered.
///
/// @param number  by which organizers name it, from 1
/// @param version grows by one with every change
/// @param asked   who asked it, in order; each once
/// @param given   null while nobody answered
/// @param dropped organizers do not want to answer it
/// @param told    whether everybody who asked was told the answer
public record OpenQuestion(
        int number,
        long version,
        List<Asked> asked,
        @Nullable Given given,
        boolean dropped,
        boolean told) {

    public OpenQuestion {
        asked = List.copyOf(asked);
    }

    /// @param words as the person wrote them
    /// @param named whether organizers may see who it was
    public record Asked(Person who, String words, Instant at, boolean named) {}

    /// @param name of whoever answered, as people read it
    public record Given(String words, Person by, String name, Instant at) {}

    static OpenQuestion first(int number, Asked asked) {
        return new OpenQuestion(number, 1, List.of(asked), null, false, false);
    }

    boolean isOpen() {
        return given == null && !dropped;
    }

    boolean isAskedBy(Person who) {
        return asked.stream().anyMatch(each -> each.who().equals(who));
    }

    OpenQuestion with(Asked another) {
        var more = new ArrayList<>(asked);
        more.add(another);
        return new OpenQuestion(number, version + 1, more, given, dropped, told);
    }

    OpenQuestion without(Person who) {
        return new OpenQuestion(
                number,
                version + 1,
                asked.stream().filter(each -> !each.who().equals(who)).toList(),
                given,
                dropped,
                told);
    }

    OpenQuestion answered(Given answer) {
        return new OpenQuestion(number, version + 1, asked, answer, false, false);
    }

    OpenQuestion withTold() {
        return new OpenQuestion(number, version + 1, asked, given, dropped, true);
    }

    OpenQuestion withDropped() {
        return new OpenQuestion(number, version + 1, asked, given, true, told);
    }
}
