package coffeebreak.deploy;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What is owed, and what goes wrong meanwhile.
///
/// @param name          of the figures
/// @param seed          of the moments at which something is killed or frozen, and of the chat's faults
/// @param bots          processes at a time
/// @param people        who are told
/// @param announcements to all of them
/// @param botKills      how often a bot is killed and started again
/// @param redisKills    how often the Redis is
/// @param freezes       how often a bot stands still for longer than a claim lasts
/// @param settle        after how many seconds a doubt is looked into
/// @param pace          messages a second
/// @param chatFaults    whether the chat loses replies, takes messages late, and so on
/// @param historyLag    seconds for which the chat does not show what it has taken
/// @param inFront       a folder whose files stand in for the jar's; null for the bot as it ships
record FaultPlan(
        String name,
        long seed,
        int bots,
        int people,
        int announcements,
        int botKills,
        int redisKills,
        int freezes,
        int settle,
        int pace,
        boolean chatFaults,
        double historyLag,
        @Nullable Path inFront) {

    int notices() {
        return people * announcements;
    }

    /// As [coffeebreak.bot.notices.CourierSettings#settlingIn(java.time.Duration)] has it.
    double lease() {
        return settle * 2.0;
    }

    /// The same with one rule broken.
    FaultPlan broken(String newName, double newHistoryLag, @Nullable Path newInFront) {
        return new FaultPlan(
                newName,
                seed,
                bots,
                people,
                announcements,
                botKills,
                redisKills,
                freezes,
                settle,
                pace,
                chatFaults,
                newHistoryLag,
                newInFront);
    }
}
