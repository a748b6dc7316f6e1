package coffeebreak.bot.signup;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What has been understood so far of a sign-up typed in the chat.
///
/// @param stage     null until it is known
/// @param doctoral  they said they are a PhD student, the year may be missing yet
/// @param topics    ids of the workshop's topics
/// @param breaks    ids of the breaks they could make; null until they said so, which means all of them
/// @param confirmed they said that what was understood is right; from then on the consents are asked
/// @param consents  the consents answered so far
public record Draft(
        @Nullable Stage stage,
        boolean doctoral,
        String institution,
        List<String> topics,
        String interests,
        @Nullable Set<String> breaks,
        String question,
        boolean confirmed,
        Map<Consent, Boolean> consents) {

    public static final Draft EMPTY = new Draft(null, false, "", List.of(), "", null, "", false, Map.of());

    public Draft {
        topics = List.copyOf(topics);
        breaks = breaks == null ? null : Set.copyOf(breaks);
        consents = Map.copyOf(consents);
    }

    /// A saved profile as a draft of its next version: every consent was answered.
    static Draft of(Profile profile) {
        return new Draft(
                profile.stage(),
                false,
                profile.institution(),
                profile.topics(),
                profile.interests(),
                profile.breaks(),
                profile.question(),
                false,
                Arrays.stream(Consent.values()).collect(Collectors.toMap(Function.identity(), profile::agreesTo)));
    }

    /// The consent to be asked next; empty when all are answered.
    Optional<Consent> openConsent() {
        return Arrays.stream(Consent.values())
                .filter(consent -> !consents.containsKey(consent))
                .findFirst();
    }

    /// What they said yes to.
    Set<Consent> agreed() {
        return consents.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    public Draft withConfirmed(boolean right) {
        return new Draft(stage, doctoral, institution, topics, interests, breaks, question, right, consents);
    }

    public Draft with(Consent consent, boolean agreed) {
        var more = new EnumMap<Consent, Boolean>(Consent.class);
        more.putAll(consents);
        more.put(consent, agreed);
        return new Draft(stage, doctoral, institution, topics, interests, breaks, question, confirmed, more);
    }
}
