package coffeebreak.bot.rehearsal;

import coffeebreak.bot.rehearsal.Report.Breach;
import coffeebreak.bot.rehearsal.Report.MethodFigures;
import coffeebreak.bot.rehearsal.Report.Promise;
import java.util.List;
import java.util.Locale;

/// The report as one page that needs nothing beside it: no script, no font, no picture from elsewhere.
final class ReportPage {

    private static final int SHOWN = 25;
    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1d1c1d; --soft: #616061; --line: #dddddd; --paper: #ffffff;
              --good: #1a7f4b; --bad: #c0262d; --one: #2f6fab; --two: #e0a13a; --three: #b9c4cf; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --soft: #a5a5a5; --line: #3a3a3a;
              --paper: #1b1b1d; --good: #53c28b; --bad: #ff6f6f; --one: #6aa9e4; --two: #e8b65f; --three: #55606b; } }
            * { box-sizing: border-box; }
            body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto;
              max-width: 60rem; padding: 2rem 1.25rem 4rem; }
            h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; }
            p { margin: .4rem 0; } .soft { color: var(--soft); }
            .verdict { border-left: .4rem solid var(--good); padding: .6rem 1rem; margin: 1.2rem 0; font-size: 1.15rem;
              font-weight: 600; } .verdict.broken { border-color: var(--bad); }
            .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; }
            .figure { border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .8rem; }
            .figure b { display: block; font-size: 1.5rem; line-height: 1.2; }
            table { border-collapse: collapse; width: 100%; } .wide { overflow-x: auto; }
            th, td { text-align: left; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line);
              vertical-align: top; } td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
            .kept { color: var(--good); font-weight: 600; } .lost { color: var(--bad); font-weight: 600; }
            ul { padding-left: 1.2rem; } .chart { overflow-x: auto; }
            svg { width: 100%; min-width: 38rem; height: auto; display: block; }
            svg text { font: 12px system-ui, sans-serif; fill: var(--soft); } .key { display: inline-block; width: .8em;
              height: .8em; border-radius: .15em; margin: 0 .35em 0 1em; vertical-align: -.05em; }
            """;

    private final StringBuilder page = new StringBuilder(40_000);
    private final Report report;

    private ReportPage(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return new ReportPage(report).whole();
    }

    private String whole() {
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<title>")
                .append(escaped("Rehearsal of " + report.event()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n");
        head();
        broken();
        figures();
        stages();
        affinity();
        promises();
        story();
        unanswered();
        hours();
        calls();
        return page.append("</body></html>\n").toString();
    }

    private void head() {
        page.append("<h1>Rehearsal of ").append(escaped(report.event())).append("</h1>");
        soft("The whole day was played with %,d invented people for %s, in %s. Nobody was really written to. Seed %d."
                .formatted(
                        report.people(),
                        report.date(),
                        minutes(report.measured().seconds()),
                        report.seed()));
        page.append("<p class=\"verdict%s\" role=\"status\">%s</p>"
                .formatted(report.kept() ? "" : " broken", escaped(report.verdict())));
    }

    private static String minutes(double seconds) {
        return seconds < 100
                ? Math.round(seconds) + " seconds"
                : String.format(Locale.ROOT, "%.1f minutes", seconds / 60);
    }

    private void broken() {
        for (var promise : report.promises()) {
            if (!promise.kept()) {
                page.append("<h2 class=\"lost\">Broken: ")
                        .append(escaped(promise.name()))
                        .append("</h2>");
                soft("%,d of %,d times.".formatted(promise.broken().size(), promise.checked()));
                breaches(promise.broken());
            }
        }
    }

    private void breaches(List<Breach> breaches) {
        page.append("<div class=\"wide\"><table><tr><th>When</th><th>Who</th><th>What</th></tr>");
        breaches.stream()
                .limit(SHOWN)
                .forEach(breach -> page.append("<tr><td>%s</td><td>%s</td><td>%s</td></tr>"
                        .formatted(escaped(breach.at()), escaped(breach.person()), escaped(breach.message()))));
        page.append("</table></div>");
        if (breaches.size() > SHOWN) {
            soft("and %,d more; all of them are in report.json.".formatted(breaches.size() - SHOWN));
        }
    }

    private void figures() {
        var figures = report.figures();
        page.append("<h2>In numbers</h2><div class=\"figures\">");
        figure(figures.signedUp(), "looked for a seat");
        figure(figures.taken(), "of %,d mentors' seats were taken when the breaks began".formatted(figures.seats()));
        figure(figures.withPeers(), "sat with peers");
        figure(figures.waiting(), "had no place when the breaks began: they said no, or waited");
        figure(figures.questionsRight(), "of %,d questions answered rightly".formatted(figures.questions()));
        figure(figures.messages(), "messages, edited %,d times".formatted(figures.edits()));
        page.append("</div>");
        soft(
                "On this machine half of all clicks and sentences were answered within %,d ms, 99 of 100 within %,d ms; publishing took %,d ms."
                        .formatted(
                                report.measured().answeredMillis(),
                                report.measured().slowestMillis(),
                                report.measured().publishMillis()));
    }

    private void figure(int number, String what) {
        page.append("<div class=\"figure\"><b>%,d</b>%s</div>".formatted(number, escaped(what)));
    }

    private void stages() {
        page.append("<h2>Who got a seat</h2>");
        soft(
                "Of everybody at a stage who looked for a seat, how many sat with a mentor when a break began, how many with peers. "
                        + "Whoever said no, or waited in vain, is without.");
        key("--one", "with a mentor", "--two", "with peers", "--three", "without");
        var height = report.stages().size() * 30 + 6;
        open(760, height, "Seats by career stage");
        var y = 4;
        for (var stage : report.stages()) {
            text(0, y + 16, "start", stage.stage() + " (" + stage.asked() + ")");
            var x = 240.0;
            var whole = 460.0 / stage.asked();
            x = bar(x, y, stage.seated() * whole, "--one", stage.seated() + " with a mentor");
            x = bar(x, y, stage.peers() * whole, "--two", stage.peers() + " with peers");
            var rest = stage.asked() - stage.seated() - stage.peers();
            bar(x, y, rest * whole, "--three", rest + " without");
            text(756, y + 16, "end", Math.round(100.0 * stage.seated() / stage.asked()) + " %");
            y += 30;
        }
        close();
        tiers();
    }

    private double bar(double x, int y, double width, String colour, String title) {
        if (width > 0) {
            rectangle(x, y, width, 22, colour, title);
        }
        return x + width;
    }

    private void affinity() {
        var affinity = report.affinity();
        page.append("<h2>How well they fit</h2>");
        if (affinity.drawn() == 0) {
            soft("Nobody was seated.");
            return;
        }
        soft(String.format(
                Locale.ROOT,
                "How much those at a mentor's table in the published round have to say to each other, from 0 to 1: %.3f on average. "
                        + "Seated by chance, the same people by the same rules, it is %.3f (%d seatings drawn); no seating of them "
                        + "reaches more than %.3f.%s",
                affinity.seated(),
                affinity.chance(),
                affinity.drawn(),
                affinity.optimum(),
                share(affinity)));
        key("--one", "seats given", "--three", "by chance");
        open(760, 190, "Affinity of the seats against chance");
        var seats =
                Math.max(1, affinity.seatedIn().stream().mapToInt(each -> each).sum());
        var chances =
                Math.max(1, affinity.chanceIn().stream().mapToInt(each -> each).sum());
        var most = 0.01;
        for (var part = 0; part < affinity.seatedIn().size(); part++) {
            most = Math.max(
                    most,
                    Math.max(
                            (double) affinity.seatedIn().get(part) / seats,
                            (double) affinity.chanceIn().get(part) / chances));
        }
        for (var part = 0; part < affinity.seatedIn().size(); part++) {
            var x = 10 + part * 75.0;
            var given = (double) affinity.seatedIn().get(part) / seats;
            var chance = (double) affinity.chanceIn().get(part) / chances;
            column(x, given / most * 150, "--one", percent(given) + " of the seats");
            column(x + 30, chance / most * 150, "--three", percent(chance) + " by chance");
            text(x + 29, 182, "middle", String.format(Locale.ROOT, "%.1f–%.1f", part / 10.0, (part + 1) / 10.0));
        }
        close();
    }

    private static String share(Report.Affinity affinity) {
        var most = affinity.optimum() - affinity.chance();
        return most < 0.000_1
                ? ""
                : " Of what can be gained over chance, %s is gained."
                        .formatted(percent((affinity.seated() - affinity.chance()) / most));
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private void column(double x, double height, String colour, String title) {
        if (height > 0) {
            rectangle(x, 164 - height, 28, height, colour, title);
        }
    }

    private void unanswered() {
        page.append("<h2>Questions that found no answer</h2>");
        if (report.unanswered().isEmpty()) {
            soft("None.");
            return;
        }
        soft(
                "The bot said that it does not know, and offered to ask the organizers. A fact they add answers the next who asks.");
        page.append("<ul>");
        report.unanswered()
                .forEach(asked -> page.append("<li>“%s” <span class=\"soft\">%s</span></li>"
                        .formatted(escaped(asked.question()), asked.times() == 1 ? "once" : asked.times() + " times")));
        page.append("</ul>");
    }

    private void tiers() {
        page.append(
                "<div class=\"wide\"><table><tr><th>In the published round</th><th class=\"n\">Looked for a seat</th>"
                        + "<th class=\"n\">Got one</th><th class=\"n\">Would take a second</th><th class=\"n\">Got it</th></tr>");
        for (var tier : report.tiers()) {
            page.append(
                    "<tr><td>%s</td><td class=\"n\">%,d</td><td class=\"n\">%,d</td><td class=\"n\">%,d</td><td class=\"n\">%,d</td></tr>"
                            .formatted(
                                    tier.who().equals("later")
                                            ? "Later stages"
                                            : "Early stages: up to the second year of a PhD",
                                    tier.asked(),
                                    tier.seated(),
                                    tier.wanted(),
                                    tier.seconds()));
        }
        page.append("</table></div>");
        soft("First seats come before all second ones, and early stages before later ones.");
    }

    private void hours() {
        page.append("<h2>What the bot wrote when</h2>");
        soft("By the hour of the venue, %,d in the fullest; hours in which it wrote nothing are left out."
                .formatted(report.perHour().stream()
                        .mapToInt(hour -> hour.posted() + hour.edited())
                        .max()
                        .orElse(0)));
        key("--one", "new messages", "--three", "edits");
        var hours = report.perHour();
        var most = Math.max(
                1,
                hours.stream()
                        .mapToInt(hour -> hour.posted() + hour.edited())
                        .max()
                        .orElse(1));
        var step = 750.0 / Math.max(1, hours.size());
        // Every so many hours are named, so that the names do not touch.
        var named = Math.max(1, hours.size() / 14);
        open(800, 230, "Messages by hour");
        for (var index = 0; index < hours.size(); index++) {
            var hour = hours.get(index);
            var x = 5 + index * step;
            var posted = 150.0 * hour.posted() / most;
            var edited = 150.0 * hour.edited() / most;
            rectangle(x, 160 - posted, step * 0.8, posted, "--one", hour.hour() + ": " + hour.posted() + " new");
            rectangle(
                    x,
                    160 - posted - edited,
                    step * 0.8,
                    edited,
                    "--three",
                    hour.hour() + ": " + hour.edited() + " edits");
            if (index % named == 0) {
                page.append("<text transform=\"translate(%s,172) rotate(50)\">%s</text>"
                        .formatted(number(x + step * 0.2), escaped(hour.hour())));
            }
        }
        close();
    }

    private void promises() {
        page.append("<h2>Every promise</h2><div class=\"wide\"><table><tr><th>Promise</th><th class=\"n\">Checked</th>"
                + "<th class=\"n\">Broken</th></tr>");
        for (Promise promise : report.promises()) {
            page.append("<tr><td>%s</td><td class=\"n\">%,d</td><td class=\"n %s\">%,d</td></tr>"
                    .formatted(
                            escaped(promise.name()),
                            promise.checked(),
                            promise.kept() ? "kept" : "lost",
                            promise.broken().size()));
        }
        page.append("</table></div>");
    }

    private void story() {
        page.append("<h2>What happened</h2>");
        soft(
                "By a button %,d said that they come to a table, %,d that they cannot; %,d were late, %,d said they were there. "
                                .formatted(
                                        acts("I'll be there") + acts("Take it"),
                                        acts("Can't come") + acts("No, thank you"),
                                        acts("Running late"),
                                        acts("I'm here"))
                        + "The others came and said nothing, or did not come.");
        page.append("<ul>");
        report.events()
                .forEach(event -> page.append("<li>").append(escaped(event)).append("</li>"));
        page.append("</ul>");
    }

    private int acts(String button) {
        return report.acts().getOrDefault("presses " + button, 0);
    }

    private void calls() {
        page.append("<h2>Slack</h2>");
        soft(
                "Calls of the bot. Slack's rates were enforced on the clock of the day, and it was made to stumble on purpose.");
        page.append(
                "<div class=\"wide\"><table><tr><th>Method</th><th class=\"n\">Calls</th>"
                        + "<th class=\"n\">Most in a minute</th><th class=\"n\">Slack allows</th><th class=\"n\">Told to wait</th></tr>");
        for (MethodFigures method : report.calls()) {
            page.append(
                    "<tr><td>%s</td><td class=\"n\">%,d</td><td class=\"n\">%,d</td><td class=\"n\">%s</td><td class=\"n\">%,d</td></tr>"
                            .formatted(
                                    escaped(method.method()),
                                    method.calls(),
                                    method.mostInAMinute(),
                                    method.allowed() == 0 ? "" : Integer.toString(method.allowed()),
                                    method.refused()));
        }
        page.append("</table></div>");
    }

    private void key(String... coloursAndNames) {
        page.append("<p class=\"soft\" aria-hidden=\"true\">");
        for (var index = 0; index < coloursAndNames.length; index += 2) {
            page.append("<span class=\"key\" style=\"background: var(%s)\"></span>%s"
                    .formatted(coloursAndNames[index], escaped(coloursAndNames[index + 1])));
        }
        page.append("</p>");
    }

    private void open(int width, int height, String title) {
        page.append("<div class=\"chart\"><svg viewBox=\"0 0 %d %d\" role=\"img\"><title>%s</title>"
                .formatted(width, height, escaped(title)));
    }

    private void close() {
        page.append("</svg></div>");
    }

    private void rectangle(double x, double y, double width, double height, String colour, String title) {
        page.append(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" style=\"fill: var(%s)\"><title>%s</title></rect>"
                        .formatted(number(x), number(y), number(width), number(height), colour, escaped(title)));
    }

    private void text(double x, double y, String anchor, String words) {
        page.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
                .formatted(number(x), number(y), anchor, escaped(words)));
    }

    private void soft(String words) {
        page.append("<p class=\"soft\">").append(escaped(words)).append("</p>");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /// Whatever somebody typed or a file says stays text.
    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
