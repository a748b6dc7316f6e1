package coffeebreak.bot.organizing;

import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The whole event without its secrets, as CSV files in one ZIP. Whatever else is stored stays where it is: blocks,
/// addresses, what people wrote.
public final class Export {

    private final Supplier<Programme> programme;
    private final Supplier<SeatingPlan> plan;
    private final Reporting reporting;
    private final Sheets sheets;

    public Export(Supplier<Programme> programme, Supplier<SeatingPlan> plan, Reporting reporting, Sheets sheets) {
        this.programme = programme;
        this.plan = plan;
        this.reporting = reporting;
        this.sheets = sheets;
    }

    byte[] zip() {
        var day = programme.get();
        var seats = plan.get();
        var report = reporting.report();
        var tables = new LinkedHashMap<String, List<List<String>>>();
        tables.put("round.csv", rows(List.of("figure", "value"), round(seats)));
        tables.put("seats.csv", reporting.seatRows());
        tables.put("lines.csv", rows(List.of("break", "people in line"), lines(day, seats)));
        tables.put(
                "programme.csv",
                rows(List.of("id", "day", "start", "end", "kind", "title", "talk", "room", "people"), sessions(day)));
        tables.put(
                "facts.csv",
                rows(
                        List.of("id", "words", "from", "until"),
                        day.facts().stream()
                                .map(fact -> List.of(
                                        fact.id(),
                                        fact.words(),
                                        Objects.toString(fact.date(), ""),
                                        Objects.toString(fact.until(), "")))
                                .toList()));
        tables.put("figures.csv", rows(List.of("figure", "value"), figures(report)));
        return zipped(tables);
    }

    private static List<List<String>> rows(List<String> names, List<List<String>> values) {
        var rows = new ArrayList<List<String>>();
        rows.add(names);
        rows.addAll(values);
        return rows;
    }

    private static List<List<String>> round(SeatingPlan seats) {
        return List.of(
                List.of("round", Integer.toString(seats.round())),
                List.of("seed", Long.toString(seats.seed())),
                List.of("version", Long.toString(seats.version())));
    }

    private static List<List<String>> lines(Programme day, SeatingPlan seats) {
        return day.breaks().stream()
                .map(each -> List.of(
                        each.id(),
                        Integer.toString(seats.standby()
                                .getOrDefault(each.id(), List.of())
                                .size())))
                .toList();
    }

    private static List<List<String>> sessions(Programme day) {
        return day.sessions().stream().map(session -> session(day, session)).toList();
    }

    private static List<String> session(Programme day, Session session) {
        return List.of(
                session.id(),
                Objects.toString(day.dateOf(session).orElse(null), Integer.toString(session.day())),
                session.start().toString(),
                Objects.toString(session.end(), ""),
                session.kind().name().toLowerCase(Locale.ROOT),
                session.title(),
                Objects.toString(session.talkTitle(), ""),
                Objects.toString(session.room(), ""),
                String.join(
                        "; ",
                        day.peopleOf(session).stream()
                                .map(person -> person.name())
                                .toList()));
    }

    /// What people said afterwards only where enough have said something.
    private static List<List<String>> figures(DayReport report) {
        var figures = new LinkedHashMap<String, String>();
        figures.put("signed up", Integer.toString(report.signedUp()));
        figures.put("withdrawn", Integer.toString(report.withdrawn()));
        figures.put("seated with mentors", Integer.toString(report.seated()));
        figures.put("seated with peers", Integer.toString(report.withPeers()));
        figures.put("without a seat", Integer.toString(report.unseated()));
        figures.put("seats taken", Integer.toString(report.taken()));
        figures.put("seats", Integer.toString(report.capacity()));
        if (report.said().met() + report.said().missed() >= StageShares.SMALLEST) {
            figures.put("met", Long.toString(report.said().met()));
            figures.put("did not meet", Long.toString(report.said().missed()));
        }
        if (report.said().rated() >= StageShares.SMALLEST) {
            figures.put(
                    "useful, of 5",
                    String.format(Locale.ROOT, "%.2f", report.said().useful()));
        }
        report.compared().ifPresent(compared -> {
            figures.put("affinity", String.format(Locale.ROOT, "%.4f", compared.mean()));
            figures.put("affinity by chance", String.format(Locale.ROOT, "%.4f", compared.chance()));
            figures.put("affinity at best", String.format(Locale.ROOT, "%.4f", compared.optimum()));
        });
        report.stages()
                .groups()
                .forEach(group -> figures.put("seated: " + group.words(), group.seated() + " of " + group.people()));
        figures.put("messages delivered", Long.toString(report.messages().delivered()));
        figures.put("messages not delivered", Long.toString(report.messages().refused()));
        return figures.entrySet().stream()
                .map(figure -> List.of(figure.getKey(), figure.getValue()))
                .toList();
    }

    private byte[] zipped(Map<String, List<List<String>>> tables) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var table : tables.entrySet()) {
                zip.putNextEntry(new ZipEntry(table.getKey()));
                zip.write(sheets.csv(table.getValue()));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("nothing is written but to memory", impossible);
        }
        return bytes.toByteArray();
    }
}
