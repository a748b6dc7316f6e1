package coffeebreak.bot.signup;

import coffeebreak.bot.chat.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// What somebody told the bot about themselves, and what they agreed to.
///
/// @param zone          where their own clock stands, as set in the chat
/// @param institution   as they wrote it; may be empty
/// @param topics        ids of the workshop's topics, at most five, in the order chosen
/// @param interests     in their own words; may be empty
/// @param breaks        ids of the coffee breaks they could make (session ids of the programme)
/// @param question      one question for the mentor; may be empty
/// @param consents      what they agreed to, asked one by one
/// @param secondSeat    whether they asked for a second seat should any be left
/// @param seeking       false after withdrawing: the profile is kept, no seat is sought
/// @param invented      part of the demo's roster, and shown so
/// @param version       grows by one with every saved change; 0 for one that was never saved
public record Profile(
        Person person,
        String name,
        ZoneId zone,
        Stage stage,
        String institution,
        List<String> topics,
        String interests,
        Set<String> breaks,
        String question,
        boolean secondSeat,
        Set<Consent> consents,
        boolean seeking,
        boolean invented,
        Instant signedUp,
        long version) {

    public Profile {
        topics = List.copyOf(topics);
        breaks = Set.copyOf(breaks);
        consents = Set.copyOf(consents);
    }

    /// The next version of this profile.
    public Profile next() {
        return with(seeking, version + 1);
    }

    public boolean agreesTo(Consent consent) {
        return consents.contains(consent);
    }

    public Profile withSeeking(boolean seeks) {
        return with(seeks, version);
    }

    private Profile with(boolean seeks, long newVersion) {
        return new Profile(
                person,
                name,
                zone,
                stage,
                institution,
                topics,
                interests,
                breaks,
                question,
                secondSeat,
                consents,
                seeks,
                invented,
                signedUp,
                newVersion);
    }
}
