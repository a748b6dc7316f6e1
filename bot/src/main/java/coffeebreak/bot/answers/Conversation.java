package coffeebreak.bot.answers;

import coffeebreak.bot.chat.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was asked before in the same thread by the same person, so that "and the second one?" has something to refer
/// to. A value: whoever answers keeps it between questions.
///
/// @param questions the questions since the topic last changed, oldest first
/// @param last      when the last of them was asked; null for none
/// @param language  in which it is held
public record Conversation(List<String> questions, @Nullable Instant last, Language language) {

    /// How long a follow-up may take.
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final int REMEMBERED = 4;

    public Conversation {
        questions = List.copyOf(questions);
    }

    /// Nothing was asked yet.
    public static Conversation none() {
        return new Conversation(List.of(), null, Language.ENGLISH);
    }

    /// The questions that still count at this instant.
    List<String> at(Instant now) {
        return lasts(now) ? questions : List.of();
    }

    /// The language in which whoever goes on at this instant without a clear one is answered.
    Language language(Instant now) {
        return lasts(now) ? language : Language.ENGLISH;
    }

    private boolean lasts(Instant now) {
        return last != null && Duration.between(last, now).compareTo(LIFETIME) <= 0;
    }

    /// The same, held in a language. English is what it is held in anyway.
    Conversation in(Language other, Instant now) {
        return new Conversation(at(now), other == Language.ENGLISH ? last : now, other);
    }

    /// The conversation after one more question that refers to the ones before.
    Conversation and(String question, Instant now) {
        var more = new java.util.ArrayList<>(at(now));
        more.add(question);
        return new Conversation(more.subList(Math.max(0, more.size() - REMEMBERED), more.size()), now, language);
    }
}
