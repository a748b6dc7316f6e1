package coffeebreak.bot;

import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.files.YamlRoster;
import coffeebreak.bot.files.YamlRoster.Roster;
import coffeebreak.bot.programme.Programme;
import java.time.Instant;

/// The day the bot serves, as its files say: the programme and who the mentors are.
///
/// @param roster its people and profiles beyond the mentors matter to the demo only
public record Day(Programme programme, Roster roster) {

    /// Reads both files; nobody is known where no roster is set.
    ///
    /// @param now when those a roster calls signed up are taken to have done so
    /// @throws coffeebreak.bot.files.BadFile with everything that is wrong with one of them
    public static Day read(DaySettings settings, Instant now) {
        var programme = programme(settings);
        var roster = settings.roster()
                .map(location -> YamlRoster.at(location, programme, now))
                .orElse(Roster.EMPTY);
        return new Day(programme, roster);
    }

    /// The programme alone, at the date and zone that are set.
    ///
    /// @throws coffeebreak.bot.files.BadFile with everything that is wrong with it
    public static Programme programme(DaySettings settings) {
        var file = settings.event().map(YamlProgramme::at).orElseGet(YamlProgramme::builtIn);
        return file.at(settings.date().orElse(null), settings.zone().orElse(null));
    }
}
