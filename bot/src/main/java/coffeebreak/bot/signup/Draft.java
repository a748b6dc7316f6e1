package coffeebreak.bot.signup;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What has been understood so far of a sign-up typed in the chat.
///
/// @param stage null until it is known
/// @param breaks null until they said which breaks they could make
public record Draft(
        @Nullable Stage stage,
        String institution,
        List<String> topics,
        String interests,
        @Nullable Set<String> breaks,
        String question) {

    public Draft {
        topics = List.copyOf(topics);
        breaks = breaks == null ? null : Set.copyOf(breaks);
    }
}
