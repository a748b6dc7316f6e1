package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How a report is told and drawn. Pure: the same figures give the same words.
final class ReportWording {

    private static final int LONGEST_LABEL = 60;
    private static final int MOST_TABLES = 30;

    private ReportWording() {}

    static Message message(DayReport report) {
        var summary = "The day in figures: " + report.seated() + " seated with mentors, " + report.withPeers()
                + " with peers, " + report.unseated() + " without a seat.";
        var message = Message.saying(summary)
                .heading("The day in figures")
                .points(List.of(
                        told(
                                "Signed up",
                                report.signedUp()
                                        + (report.withdrawn() == 0
                                                ? ""
                                                : ", " + report.withdrawn() + " of them withdrew")),
                        told(
                                "Seated",
                                report.seated() + " with mentors, " + report.withPeers() + " with peers, "
                                        + report.unseated() + " without a seat"),
                        told("Tables", report.taken() + " of " + report.capacity() + " seats taken"),
                        told("Afterwards", afterwards(report)),
                        told("Answers", answers(report)),
                        told("Messages", messages(report)),
                        told("Affinity", affinity(report))));
        if (!report.stages().groups().isEmpty()) {
            message.paragraph(Text.of("").bold("A mentor's seat by career stage"))
                    .points(report.stages().groups().stream()
                            .map(group -> told(
                                    group.words(),
                                    group.seated() + " of " + group.people() + " (" + group.percent() + " %)"))
                            .toList());
        }
        if (!report.tables().isEmpty()) {
            message.paragraph(Text.of("").bold("Each mentor's table")).points(tables(report));
        }
        return message.small("Stages with fewer than " + StageShares.SMALLEST
                        + " people are counted together with the next. By chance: the same people at the same tables, "
                        + "seated at random by the same rules.")
                .actions(
                        Button.of("Export", new ChatIntent.OrganizerCommand("export", "")),
                        Button.of("Print the tables", new ChatIntent.OrganizerCommand("print", "")))
                .build();
    }

    private static List<Text> tables(DayReport report) {
        var lines = new ArrayList<Text>();
        report.tables().stream()
                .limit(MOST_TABLES)
                .forEach(load -> lines.add(
                        told(load.mentor() + ", " + load.coffeeBreak(), load.taken() + " of " + load.capacity())));
        if (report.tables().size() > MOST_TABLES) {
            lines.add(Text.of("and " + (report.tables().size() - MOST_TABLES) + " more, in the file"));
        }
        return lines;
    }

    private static String afterwards(DayReport report) {
        var said = report.said();
        if (said.met() + said.missed() < StageShares.SMALLEST) {
            return "fewer than " + StageShares.SMALLEST + " said whether they met";
        }
        return said.met() + " met, " + said.missed() + " did not"
                + (said.rated() < StageShares.SMALLEST
                        ? ""
                        : String.format(Locale.ROOT, "; useful %.1f of 5, said %d", said.useful(), said.rated()));
    }

    private static String answers(DayReport report) {
        return report.answered()
                .map(times -> "half of " + times.count() + " seats were answered within " + words(times.median())
                        + ", nine of ten within " + words(times.most()))
                .orElse("fewer than " + StageShares.SMALLEST + " seats were answered");
    }

    private static String messages(DayReport report) {
        var left = report.left();
        var told = report.messages().delivered() + " delivered, "
                + report.messages().refused()
                + " could not be delivered, " + report.unreachable()
                + (report.unreachable() == 1 ? " person cannot be reached" : " people cannot be reached");
        return left.all() == 0
                ? told
                : told + "; left within 2 seconds: " + left.twoSeconds() + ", 10 seconds: " + left.tenSeconds()
                        + ", a minute: " + left.minute() + ", later: " + left.longer();
    }

    private static String affinity(DayReport report) {
        return report.compared()
                .map(compared -> String.format(
                        Locale.ROOT,
                        "%.2f on average; by chance it would be %.2f, at best %.2f",
                        compared.mean(),
                        compared.chance(),
                        compared.optimum()))
                .orElse("fewer than " + StageShares.SMALLEST + " seats, so nothing to compare");
    }

    /// "40 s", "3 min", "2 h 5 min"
    static String words(Duration time) {
        if (time.toSeconds() < 120) {
            return Math.max(1, time.toSeconds()) + " s";
        }
        var minutes = time.plusSeconds(30).toMinutes();
        return minutes < 120
                ? minutes + " min"
                : minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    private static Text told(String what, String words) {
        return Text.of("").bold(what + ": ").plain(words);
    }

    /// Those that say something: none where there is nothing to see.
    static List<Chart> charts(DayReport report) {
        var charts = new ArrayList<Chart>();
        if (!report.tables().isEmpty()) {
            charts.add(new Chart.Bars(
                    report.taken() + " of " + report.capacity() + " seats are taken",
                    "people at the table",
                    report.tables().stream()
                            .mapToInt(load -> Math.max(load.taken(), load.capacity()))
                            .max()
                            .orElse(1),
                    report.tables().stream()
                            .map(load -> new Chart.Bar(
                                    label(load.mentor() + ", " + load.coffeeBreak(), load.taken(), load.capacity()),
                                    load.taken()))
                            .toList()));
        }
        var groups = report.stages().groups();
        if (groups.size() > 1) {
            var least =
                    groups.stream().mapToInt(StageShares.Group::percent).min().orElse(0);
            var most =
                    groups.stream().mapToInt(StageShares.Group::percent).max().orElse(0);
            charts.add(new Chart.Bars(
                    "Of each career stage " + (least == most ? "" : least + " to ") + most + " % have a mentor's seat",
                    "share with a mentor's seat in %",
                    100,
                    groups.stream()
                            .map(group -> new Chart.Bar(
                                    label(group.words(), group.seated(), group.people()), group.percent()))
                            .toList()));
        }
        report.compared()
                .ifPresent(compared -> charts.add(new Chart.Spread(
                        String.format(
                                Locale.ROOT,
                                "Affinity is %.2f on average, %.2f by chance, %.2f at best",
                                compared.mean(),
                                compared.chance(),
                                compared.optimum()),
                        "affinity of a seat, from 0 to 1",
                        List.of(
                                new Chart.Values("the seats", compared.seats()),
                                new Chart.Values("by chance", compared.byChance())))));
        return charts;
    }

    private static String label(String what, int some, int all) {
        var name = what.length() > LONGEST_LABEL ? what.substring(0, LONGEST_LABEL - 1) + "…" : what;
        return name + ": " + some + " of " + all;
    }
}
