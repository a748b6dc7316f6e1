package coffeebreak.bot;

import coffeebreak.bot.files.BadFile;
import coffeebreak.bot.files.PaperList;
import coffeebreak.bot.files.ProgrammeFile;
import coffeebreak.bot.files.YamlInstitutions;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.files.YamlRoster;
import coffeebreak.bot.files.YamlRoster.Roster;
import coffeebreak.bot.finding.Paper;
import coffeebreak.bot.programme.Programme;
import java.time.Instant;
import java.util.List;

/// The day the bot serves, as its files say: the programme, who the mentors are, and the papers.
///
/// @param roster its people and profiles beyond the mentors matter to the demo only
public record Day(Programme programme, Roster roster, List<Paper> papers) {

    public Day {
        papers = List.copyOf(papers);
    }

    /// Reads the files that are set; nobody is known where no roster is, and no paper where no papers are.
    ///
    /// @param now when those a roster calls signed up are taken to have done so
    /// @throws BadFile with everything that is wrong with one of them
    public static Day read(DaySettings settings, Instant now) {
        var programme = programme(settings);
        var roster = settings.roster()
                .map(location -> YamlRoster.at(location, programme, now))
                .orElse(Roster.EMPTY);
        return new Day(programme, roster, papers(settings));
    }

    /// The papers alone.
    ///
    /// @throws BadFile with everything that is wrong with the file
    public static List<Paper> papers(DaySettings settings) {
        return settings.papers()
                .map(location -> BadFile.unlessWhole(PaperList.at(location)))
                .orElse(List.of());
    }

    /// The programme alone, at the date and zone that are set.
    ///
    /// @throws BadFile with everything that is wrong with it
    public static Programme programme(DaySettings settings) {
        var file = settings.event()
                .map(location -> ProgrammeFile.read(location, settings.zone().orElse(null)))
                .orElseGet(YamlProgramme::builtIn);
        var known = settings.institutions()
                .map(YamlInstitutions::at)
                .map(file::with)
                .orElse(file);
        return known.at(settings.date().orElse(null), settings.zone().orElse(null));
    }
}
