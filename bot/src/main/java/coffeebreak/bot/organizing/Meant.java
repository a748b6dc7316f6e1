package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.organizing.Whom.Found;
import java.util.List;
import java.util.function.Function;

/// What an organizer meant, or what is said where that cannot be told.
sealed interface Meant<T> {

    /// More are not offered as buttons.
    int MOST_CHOICES = 8;

    record One<T>(T it) implements Meant<T> {}

    record Not<T>(Done instead) implements Meant<T> {}

    default Done then(Function<T, Done> next) {
        return switch (this) {
            case One<T>(var it) -> next.apply(it);
            case Not<T>(var instead) -> instead;
        };
    }

    default <R> Meant<R> map(Function<T, Meant<R>> next) {
        return switch (this) {
            case One<T>(var it) -> next.apply(it);
            case Not<T>(var instead) -> new Not<>(instead);
        };
    }

    /// The only one who could be meant; of several an organizer chooses.
    ///
    /// @param nobody  names the words
    /// @param tooMany names how many, and the words
    /// @param again   what was wanted, once it is known who is meant
    static Meant<Found> one(
            List<Found> found, String words, Refusal nobody, Refusal tooMany, Function<Found, ChatIntent> again) {
        if (found.isEmpty()) {
            return new Not<>(Done.refused(nobody, words));
        }
        if (found.size() > MOST_CHOICES) {
            return new Not<>(Done.refused(tooMany, found.size(), words));
        }
        return found.size() == 1
                ? new One<>(found.getFirst())
                : new Not<>(asked(
                        "Whom do you mean by \"" + words + "\"?",
                        found.stream()
                                .map(each -> Button.of(label(each, found), again.apply(each)))
                                .toList()));
    }

    /// Of two with one name the ids tell them apart.
    private static String label(Found one, List<Found> all) {
        var alike =
                all.stream().filter(other -> other.name().equals(one.name())).count();
        return one.name()
                + (one.mentor().isPresent()
                        ? " (mentor)"
                        : alike > 1 ? " (" + one.person().id() + ")" : "");
    }

    static Done asked(String question, List<Button> choices) {
        return new Done(
                Reply.say(Message.saying(question)
                        .paragraph(question)
                        .actions(choices.toArray(Button[]::new))
                        .build()),
                "asked which");
    }
}
