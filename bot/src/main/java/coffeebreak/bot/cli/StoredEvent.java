package coffeebreak.bot.cli;

import coffeebreak.bot.BotSettings;
import coffeebreak.bot.Day;
import coffeebreak.bot.redis.Moving;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;

/// What the settings say is stored where, for a command that moves it.
record StoredEvent(Map<String, String> environment) {

    StoredEvent {
        environment = Map.copyOf(environment);
    }

    /// Moves it, and says how much that was.
    ///
    /// @param saying with a place for the event's name and one for the count
    int move(Work work, String saying) throws IOException {
        var settings = BotSettings.from(environment);
        var programme = Day.programme(settings.day());
        try (var store = settings.storeOf(programme)) {
            var count = work.with(store.moving(InstantSource.system()));
            System.err.printf(saying, programme.shortName(), count);
        }
        return 0;
    }

    /// Tells how many keys it moved.
    @FunctionalInterface
    interface Work {
        int with(Moving moving) throws IOException;
    }
}
