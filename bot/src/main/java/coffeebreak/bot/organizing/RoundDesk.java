package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Message.Confirmation;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.mentoring.Mentoring.Preview;
import coffeebreak.bot.mentoring.Mentoring.Publication;
import coffeebreak.bot.mentoring.Mentoring.Report;
import coffeebreak.bot.mentoring.Mentoring.TableReport;
import coffeebreak.bot.programme.Programme;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Rounds: tries one out, and tells everybody.
public final class RoundDesk implements Desk {

    private static final Pattern ROUND = Pattern.compile("(?i)(?:round )?(\\d{1,6})");

    private final Supplier<Programme> programme;
    private final Mentoring mentoring;

    public RoundDesk(Supplier<Programme> programme, Mentoring mentoring) {
        this.programme = programme;
        this.mentoring = mentoring;
    }

    /// How rounds are refused.
    public enum Refused implements Refusal {
        NO_ROUND("\"%s\" is no round. Say \"/coffee-admin publish\" for the one previewed last, or for example "
                + "\"/coffee-admin publish 3\".");

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
                Command.of("preview", "runs the matching and shows it; nobody is told", (_, _) -> preview()),
                Command.of("publish", "tells everybody what was previewed last", (_, words) -> publish(words))
                        .with("[ROUND]", "publish", "publish 3")
                        .refusing(Refused.NO_ROUND));
    }

    @Override
    public Optional<Act> pressed(Person who, ChatIntent.OfOrganizer intent) {
        return intent instanceof ChatIntent.Publish(var round)
                ? Optional.of(new Act("publish round " + round, () -> publish(round)))
                : Optional.empty();
    }

    private Done preview() {
        return switch (mentoring.preview()) {
            case Preview.Nothing(var why) -> new Done(Reply.say("Nobody to match: " + why + "."), "nobody to match");
            case Preview.Ready ready ->
                new Done(Reply.say(shown(ready, "Preview of round " + ready.number())), "round " + ready.number());
        };
    }

    private Message shown(Preview.Ready ready, String heading) {
        var report = ready.report();
        var draft = ready.draft();
        var message = Message.saying(heading + ": " + report.seated() + " of " + report.asked() + " seated.")
                .heading(heading)
                .paragraph(figures(report))
                .small("Seed " + draft.seed() + ", " + draft.milliseconds() + " ms, "
                        + (draft.proven() ? "proven optimal" : "not proven optimal")
                        + ", rules broken: " + report.brokenRules() + ". Nobody was told yet.");
        for (var coffeeBreak : programme.get().breaks()) {
            var tables = report.tables().stream()
                    .filter(table -> table.table().coffeeBreak().equals(coffeeBreak.id()))
                    .map(RoundDesk::line)
                    .toList();
            if (!tables.isEmpty()) {
                message.divider()
                        .paragraph(Text.of("")
                                .bold(coffeeBreak.title() + " " + coffeeBreak.ordinal() + ", " + coffeeBreak.start()))
                        .points(tables);
            }
        }
        var day = programme.get();
        if (day.date() == null || day.zone() == null) {
            message.paragraph("It cannot be published yet: the date or the time zone of the day is not set "
                    + "(COFFEEBREAK_EVENT_DATE, COFFEEBREAK_EVENT_ZONE).");
            return message.build();
        }
        var told = count(report.seated() + report.waiting().size(), "participant");
        return message.actions(
                        Button.main(
                                "Publish",
                                new ChatIntent.Publish(ready.number()),
                                new Confirmation(
                                        "Publish round " + ready.number() + "?",
                                        told + " and the mentors are told what is new to them.",
                                        "Publish",
                                        "Not yet")),
                        Button.of("Preview again", new ChatIntent.OrganizerCommand("preview", "")))
                .build();
    }

    private static Text figures(Report report) {
        return Text.of("")
                .bold(report.seated() + " of " + report.asked())
                .plain(" who asked have a seat; early-stage: ")
                .bold(report.earlyStageSeated() + " of " + report.earlyStage())
                .plain(". Without a seat: " + report.waiting().size() + "." + peers(report.peers()) + " Left alone: "
                        + report.alone() + ".");
    }

    /// " Tables of peers: 2 (7 people)."
    private static String peers(List<Integer> sizes) {
        var people = sizes.stream().mapToInt(size -> size).sum();
        return sizes.isEmpty() ? "" : " Tables of peers: " + sizes.size() + " (" + people + " people).";
    }

    private static Text line(TableReport report) {
        return Text.of("")
                .bold(report.mentor().name())
                .plain(" " + report.names().size() + "/" + report.table().capacity()
                        + (report.names().isEmpty()
                                ? ""
                                : String.format(Locale.ROOT, ", affinity %.2f: ", report.mean())
                                        + String.join(", ", report.names())));
    }

    private Done publish(String words) {
        var round = ROUND.matcher(words);
        return words.isEmpty()
                ? publish(0)
                : round.matches() ? publish(Integer.parseInt(round.group(1))) : Done.refused(Refused.NO_ROUND, words);
    }

    /// @param round the round's number; 0 for the one previewed last
    private Done publish(int round) {
        return switch (mentoring.publish(round)) {
            case Publication.Published(var number, var seats, var waiting, var notices) ->
                new Done(
                        new Reply.Replace(Message.saying("Round " + number + " is published.")
                                .heading("Round " + number + " is published")
                                .paragraph(Text.of("")
                                        .bold(count(seats, "seat"))
                                        .plain(" given, " + waiting + " in line. On their way: "
                                                + count(notices, "message") + "."))
                                .actions(Button.of("Status", new ChatIntent.OrganizerCommand("status", "")))
                                .build()),
                        "published round " + number + ", " + notices + " notices");
            case Publication.AlreadyPublished(var number) ->
                new Done(
                        Reply.say("Round " + number + " is published already; nobody was told anything again."),
                        "already published");
            case Publication.Stale(var number, var difference) -> staleInstead(number, difference);
            case Publication.Impossible(var why) -> new Done(Reply.say("Not published: " + why + "."), "impossible");
        };
    }

    private Done staleInstead(int number, String difference) {
        var told = "Round " + number + " was not published: " + difference + ".";
        return switch (mentoring.preview()) {
            case Preview.Nothing(var why) ->
                new Done(Reply.say(told + " Now there is nobody to match: " + why + "."), "stale");
            case Preview.Ready ready ->
                new Done(
                        Reply.say(shown(
                                ready, "Not published: " + difference + ". Round " + ready.number() + " instead")),
                        "stale, previewed round " + ready.number());
        };
    }

    /// "1 seat", "2 seats".
    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
