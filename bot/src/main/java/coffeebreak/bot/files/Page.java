package coffeebreak.bot.files;

import coffeebreak.bot.files.BadFile.Problem;
import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.importing.Remark;
import coffeebreak.bot.programme.Programme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A page with tables on it.
///
/// @param title of the page; may be empty
record Page(String title, List<Grid> grids) {

    private static final int LONGEST_TITLE = 150;

    /// The programme in its tables, as a proposal.
    ///
    /// @param told what is to be said of how the file was read
    /// @throws BadFile when no table tells times
    Proposal<Programme> programme(String file, String readAs, List<Remark> told) {
        var table = Grid.table(readAs, grids)
                .orElseThrow(() -> new BadFile(
                        file,
                        List.of(new Problem(
                                0,
                                grids.isEmpty()
                                        ? "there is no table in it; paste the programme's table with its headings."
                                        : "no table in it has times of day like 9:30 in a column; paste the programme's table."))));
        var remarks = new ArrayList<>(told);
        remarks.addAll(table.told());
        var name = title.length() > LONGEST_TITLE || KindWords.plain(title).matches("|(?:the )?(?:schedule|program|programme|agenda)")
                ? ""
                : title;
        if (!name.isEmpty()) {
            remarks.add(new Remark(
                    0, "", Remark.Kind.GUESSED, "the event is called \"%s\", as the page is.".formatted(name)));
        }
        return TableProgramme.of(
                file,
                new Table(table.readAs(), table.headLine(), table.headings(), table.rows(), remarks),
                name);
    }

    /// Text without superfluous space, a line for each that has anything in it.
    static String tidy(String text) {
        return text.lines()
                .map(line -> line.replaceAll("[\\h\\u200B\\uFEFF]+", " ").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
