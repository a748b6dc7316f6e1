package coffeebreak.bot.mentoring;

import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Stage;

/// What organizers decide about the matching.
///
/// @param earlyStageUpTo whoever is at this stage or before comes first (tier 0)
public record MatchingSettings(Stage earlyStageUpTo) {

    /// Students up to the second year of their PhD come first.
    public static final MatchingSettings STANDARD = new MatchingSettings(Stage.PHD2);

    private static final int LATER = 1;

    boolean isEarlyStage(Profile profile) {
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
