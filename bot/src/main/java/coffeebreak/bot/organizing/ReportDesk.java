package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Attachment;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What organizers take away from the day: figures, charts, the tables on paper, and everything that is no secret as
/// files.
public final class ReportDesk implements Desk {

    private final Reporting reporting;
    private final ChartPainter painter;
    private final Sheets sheets;
    private final Paper paper;
    private final Export export;

    public ReportDesk(Reporting reporting, ChartPainter painter, Sheets sheets, Paper paper, Export export) {
        this.reporting = reporting;
        this.painter = painter;
        this.sheets = sheets;
        this.paper = paper;
        this.export = export;
    }

    /// How what is wanted of reports is refused.
    public enum Refused implements Refusal {
        NOTHING_PUBLISHED(
                "There are no tables to print yet: nothing was published. \"/coffee-admin preview\" comes first.");

        private final String template;

        Refused(String template) {
            this.template = template;
        }

        @Override
        public String template() {
            return template;
        }
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of(
                        "report",
                        "tells the day in figures, with charts and a file of all seats (nobody's blocks, nobody's words, "
                                + "names only of whoever agreed that their mentor sees them)",
                        (_, _) -> report()),
                Command.of(
                                "print",
                                "hands you the tables as a PDF to be printed, and everybody by surname",
                                (_, _) -> print())
                        .refusing(Refused.NOTHING_PUBLISHED),
                Command.of(
                        "export",
                        "hands you a ZIP with rounds, seats, lines, programme, facts and what was said afterwards in "
                                + "numbers; it holds no blocks, no addresses, nobody's words, and names only of whoever "
                                + "agreed that their mentor sees them",
                        (_, _) -> exported()));
    }

    @Override
    public Optional<Act> pressed(Person who, ChatIntent.OfOrganizer intent) {
        return Optional.empty();
    }

    private Done report() {
        var report = reporting.report();
        var files = new ArrayList<Attachment>();
        for (var chart : ReportWording.charts(report)) {
            painter.png(chart)
                    .ifPresent(png -> files.add(
                            new Attachment("chart-" + (files.size() + 1) + ".png", "image/png", png, chart.title())));
        }
        files.add(new Attachment("seats.csv", "text/csv", sheets.csv(reporting.seatRows()), "All seats"));
        return new Done(new Reply.Attach(files, ReportWording.message(report)), "shown");
    }

    private Done print() {
        return paper.tables()
                .map(file -> new Done(
                        new Reply.Attach(file, Message.of("Print this: with it the day goes on without Slack.")),
                        "printed"))
                .orElseGet(() -> Done.refused(Refused.NOTHING_PUBLISHED));
    }

    private Done exported() {
        var file = new Attachment("coffeebreak.zip", "application/zip", export.zip(), "Everything that is no secret");
        return new Done(
                new Reply.Attach(
                        file,
                        Message.of("Everything that is no secret: no blocks, no addresses, nobody's words. Names stand "
                                + "there only of whoever agreed that their mentor sees them.")),
                "exported");
    }
}
