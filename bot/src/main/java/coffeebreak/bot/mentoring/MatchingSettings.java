package coffeebreak.bot.mentoring;

import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Stage;

/// What organizers decide about rounds.
///
/// @param earlyStageUpTo whoever is at this stage or before comes first (tier 0)
/// @param groupMessages  whether those at a new table of peers are brought together in one conversation
public record MatchingSettings(Stage earlyStageUpTo, boolean groupMessages) {

    /// Students up to the second year of their PhD come first; everybody is written to alone.
    public static final MatchingSettings STANDARD = new MatchingSettings(Stage.PHD2, false);

    private static final int LATER = 1;

    public boolean isEarlyStage(Profile profile) {
        return profile.stage().compareTo(earlyStageUpTo) <= 0;
    }

    int tier(Profile profile) {
        return isEarlyStage(profile) ? 0 : LATER;
    }

    /// Behind everybody who has no seat yet.
    int tierOfSecondSeats() {
        return LATER + 1;
    }
}
