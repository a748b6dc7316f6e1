package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Message.Confirmation;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.mentoring.Mentoring.Preview;
import coffeebreak.bot.mentoring.Mentoring.Renewed;
import coffeebreak.bot.mentoring.Mentoring.Report;
import coffeebreak.bot.mentoring.Mentoring.Since;
import coffeebreak.bot.mentoring.Mentoring.TableReport;
import coffeebreak.bot.mentoring.Mentoring.TakingBack;
import coffeebreak.bot.mentoring.PublishedRound;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.mentoring.Shift;
import coffeebreak.bot.notices.Outbox.Progress;
import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.Programme;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What organizers read about rounds.
final class RoundWording {

    private static final int SHOWN_NAMES = 20;
    private static final int SHOWN_MOVES = 20;
    private static final int SHOWN_DIFFERENCES = 5;
    private static final int SHOWN_ROUNDS = 30;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

    private final Supplier<Programme> programme;

    RoundWording(Supplier<Programme> programme) {
        this.programme = programme;
    }

    /// "10:02", on the venue's clock.
    String time(Instant instant) {
        return programme.get().timeAtVenue(instant).toString();
    }

    /// A matching that nobody was told of.
    Message preview(Preview.Ready ready, SeatingPlan plan, String heading) {
        var message = Message.saying(heading + ": " + ready.report().seated() + " of "
                        + ready.report().asked() + " seated.")
                .heading(heading);
        return previewed(message, ready, plan);
    }

    /// What would be published in place of a preview that is stale.
    ///
    /// @param why     it is
    /// @param renewed what is different
    Message stale(int number, Text why, Renewed renewed, Preview.Ready ready, SeatingPlan plan) {
        var message = Message.saying(why.aloud() + " Round " + ready.number() + " is a new preview.")
                .heading("Not published. Round " + ready.number() + " instead?")
                .paragraph(why);
        var differences = differences(renewed);
        if (differences.isEmpty()) {
            message.paragraph("The same people get the same seats.");
        } else {
            message.paragraph(Text.of("").bold("What is different from round " + number + ":"))
                    .points(differences);
        }
        return previewed(message.divider(), ready, plan);
    }

    /// Three lines at most.
    private static List<Text> differences(Renewed renewed) {
        var lines = new ArrayList<Text>();
        add(lines, "Now with a seat", renewed.differences(), Shift::gainsOnly);
        add(lines, "Elsewhere", renewed.differences(), shift -> !shift.gainsOnly() && !shift.losesOnly());
        var without = Stream.concat(
                        renewed.differences().stream().filter(Shift::losesOnly).map(Shift::name),
                        renewed.inLine().stream())
                .distinct()
                .toList();
        if (!without.isEmpty()) {
            lines.add(Text.of("")
                    .bold("Without a seat now (" + without.size() + "): ")
                    .plain(cut(without, SHOWN_DIFFERENCES)));
        }
        return lines;
    }

    private static void add(List<Text> lines, String what, List<Shift> shifts, Predicate<Shift> which) {
        var some = shifts.stream().filter(which).toList();
        if (!some.isEmpty()) {
            lines.add(Text.of("")
                    .bold(what + " (" + some.size() + "): ")
                    .plain(cut(some.stream().map(RoundWording::shifted).toList(), SHOWN_DIFFERENCES)));
        }
    }

    /// "Ana (Jeremy Cohen, Coffee Break 1 to Julia Kempe, Coffee Break 2)"
    private static String shifted(Shift shift) {
        var from = String.join(" and ", shift.from());
        var to = String.join(" and ", shift.to());
        return shift.name() + " (" + (shift.gainsOnly() ? to : shift.losesOnly() ? from : "from " + from + " to " + to)
                + ")";
    }

    /// "Ana, Bo and 12 more"
    private static String cut(List<String> words, int most) {
        return words.size() <= most
                ? Text.enumerated(words)
                : String.join(", ", words.subList(0, most)) + " and " + (words.size() - most) + " more";
    }

    private Message previewed(Message.Builder message, Preview.Ready ready, SeatingPlan plan) {
        var report = ready.report();
        var draft = ready.draft();
        message.paragraph(figures(report))
                .small("Seed " + draft.seed() + ", " + draft.milliseconds() + " ms, "
                        + (draft.proven() ? "proven optimal" : "not proven optimal")
                        + ", rules broken: " + report.brokenRules() + ". Nobody was told yet.");
        if (plan.published()) {
            message.divider()
                    .paragraph(Text.of("").bold("Against what is published (round " + plan.round() + ")"))
                    .points(changes(report));
        }
        if (!report.unplaced().isEmpty()) {
            message.divider()
                    .paragraph(
                            Text.of("").bold("Without a mentor's seat: ").plain(cut(report.unplaced(), SHOWN_NAMES)));
        }
        tables(message, report);
        var day = programme.get();
        if (day.date() == null || day.zone() == null) {
            return message.paragraph("It cannot be published yet: the date or the time zone of the day is not set "
                            + "(COFFEEBREAK_EVENT_DATE, COFFEEBREAK_EVENT_ZONE).")
                    .build();
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

    private void tables(Message.Builder message, Report report) {
        for (var coffeeBreak : programme.get().breaks()) {
            var tables = report.tables().stream()
                    .filter(table -> table.table().coffeeBreak().equals(coffeeBreak.id()))
                    .map(RoundWording::line)
                    .toList();
            if (!tables.isEmpty()) {
                message.divider()
                        .paragraph(Text.of("")
                                .bold(new BreakWording(programme.get()).name(coffeeBreak) + ", " + coffeeBreak.start()))
                        .points(tables);
            }
        }
    }

    /// Moves first, each on a line of its own.
    private static List<Text> changes(Report report) {
        var lines = new ArrayList<Text>();
        var moves = report.shifts().stream()
                .filter(shift -> !shift.gainsOnly() && !shift.losesOnly())
                .toList();
        moves.stream()
                .limit(SHOWN_MOVES)
                .forEach(shift -> lines.add(Text.of("")
                        .bold(shift.name())
                        .plain(" moves from " + String.join(" and ", shift.from()) + " to "
                                + String.join(" and ", shift.to()))));
        if (moves.size() > SHOWN_MOVES) {
            lines.add(Text.of("and " + (moves.size() - SHOWN_MOVES) + " more move"));
        }
        var lost = report.shifts().stream().filter(Shift::losesOnly).toList();
        lost.stream()
                .limit(SHOWN_MOVES)
                .forEach(shift -> lines.add(Text.of("")
                        .bold(shift.name())
                        .plain(" loses the seat with " + String.join(" and ", shift.from())
                                + " and goes first in line")));
        if (lost.size() > SHOWN_MOVES) {
            lines.add(Text.of("and " + (lost.size() - SHOWN_MOVES) + " more lose theirs"));
        }
        add(lines, "Get a seat", report.shifts(), Shift::gainsOnly);
        lines.add(Text.of("").bold("Stay where they sit: ").plain(Integer.toString(report.stay())));
        var fresh = report.waiting().size() - report.inLineStill();
        lines.add(Text.of("")
                .bold("In line: ")
                .plain(report.inLineStill() + " stay" + (report.inLineStill() == 1 ? "s" : "") + ", " + fresh
                        + (fresh == 1 ? " is" : " are") + " new"));
        return lines;
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

    /// "Jeremy Cohen 3/6, 2 of them new, affinity 0.41: Ana, Bo"
    private static Text line(TableReport report) {
        var fresh = report.names().size();
        return Text.of("")
                .bold(report.mentor().name())
                .plain(" " + (report.stay() + fresh) + "/" + report.table().capacity()
                        + (fresh > 0 && report.stay() > 0 ? ", " + fresh + " of them new" : "")
                        + (fresh == 0
                                ? ""
                                : String.format(Locale.ROOT, ", affinity %.2f: ", report.mean())
                                        + String.join(", ", report.names())));
    }

    /// Asks before everybody is told.
    ///
    /// @param people how many are told something
    Message askToPublish(int round, int seats, int waiting, int people) {
        var heading = "Publish round " + round + "?";
        return Message.saying(heading + " " + count(people, "person", "people") + " are told.")
                .heading(heading)
                .paragraph(Text.of("")
                        .bold(count(people, "person", "people"))
                        .plain((people == 1 ? " is" : " are") + " told what is new to them: "
                                + count(seats, "seat", "seats") + " given, " + waiting + " in line without one."))
                .actions(
                        Button.main("Publish", new ChatIntent.Publish(round)),
                        Button.of("Preview again", new ChatIntent.OrganizerCommand("preview", "")))
                .build();
    }

    /// What stands in place of the preview.
    ///
    /// @param undoable until when it can be taken back; empty when it cannot be any more
    Message published(PublishedRound round, Progress progress, Optional<Instant> undoable) {
        var heading = "Round " + round.number() + " is published";
        var message = Message.saying(heading + ". " + sent(progress))
                .heading(heading)
                .paragraph(Text.of("")
                        .bold(count(round.seats(), "seat", "seats"))
                        .plain(" given, " + round.waiting() + " in line. ")
                        .plain(sent(progress)));
        undoable.ifPresent(until -> message.small("It can be taken back until " + time(until) + "."));
        var status = Button.of("Status", new ChatIntent.OrganizerCommand("status", ""));
        return undoable.isPresent()
                ? message.actions(status, Button.of("Undo", undo(round))).build()
                : message.actions(status).build();
    }

    private static ChatIntent undo(PublishedRound round) {
        return new ChatIntent.OrganizerCommand("undo", Integer.toString(round.number()));
    }

    private static String sent(Progress progress) {
        var all = count(progress.all(), "message", "messages");
        if (progress.due() > 0) {
            return "Sent: " + (progress.delivered() + progress.refused()) + " of " + all + ".";
        }
        var said = progress.delivered() == progress.all()
                ? (progress.all() == 1 ? "The message is sent." : "All " + all + " are sent.")
                : "Sent: " + progress.delivered() + " of " + all + ".";
        return said
                + (progress.later() == 0 ? "" : " " + progress.later() + " wait for the morning where it is night now.")
                + (progress.refused() == 0
                        ? ""
                        : " " + progress.refused() + " could not be delivered: the status says to whom.");
    }

    /// What stands there once somebody has taken it back.
    Message publishedAndTakenBack(PublishedRound round) {
        return Message.of(
                "Round " + round.number() + " was published at " + time(round.at()) + " and is taken back again.");
    }

    /// Asks before a round is taken back.
    Message askToUndo(TakingBack.Possible possible) {
        var round = possible.round();
        var heading = "Take round " + round.number() + " back?";
        var people = count(possible.people(), "person", "people");
        return Message.saying(heading + " It concerns " + people + ".")
                .heading(heading)
                .paragraph(Text.of("It concerns ")
                        .bold(people)
                        .plain(
                                ": what they were told is corrected, and what is not sent yet is not sent. Seats, lines and "
                                        + "tables of peers are as they were before."))
                .points(since(possible.since()))
                .small("Possible until " + time(possible.until()) + ".")
                .actions(
                        new Button(
                                "Take it back", new ChatIntent.UndoRound(round.number()), Button.Style.DANGEROUS, null),
                        Button.of("Status", new ChatIntent.OrganizerCommand("status", "")))
                .build();
    }

    /// What people have done meanwhile, and what becomes of it.
    private static List<Text> since(List<Since> since) {
        var lines = new ArrayList<Text>();
        for (var what : Since.What.values()) {
            for (var kept : List.of(true, false)) {
                var names = since.stream()
                        .filter(each -> each.what() == what && each.kept() == kept)
                        .map(Since::name)
                        .distinct()
                        .toList();
                if (!names.isEmpty()) {
                    lines.add(Text.of("").bold(cut(names, SHOWN_NAMES)).plain(since(what, kept)));
                }
            }
        }
        return lines;
    }

    private static String since(Since.What what, boolean kept) {
        return switch (what) {
            case SAID_YES -> kept ? " said yes to an earlier seat: that stays" : " said yes: that goes with the seat";
            case CANNOT_COME -> " said they can't come: that stays";
            case WITHDREW -> " withdrew: that stays";
            case CHANGED_SEATS -> kept ? " changed seats: that stays" : " changed seats: that goes with the round";
            case WAS_SEATED ->
                kept
                        ? " moved up or signed up since: the seat stays theirs"
                        : " moved up or signed up since: that seat goes, too";
        };
    }

    Message undone(TakingBack.Done done, SeatingPlan plan) {
        var heading = "Round " + done.round().number() + " is taken back";
        var people = count(done.people(), "person", "people");
        var inForce = plan.published() ? "Round " + plan.round() + " is in force again." : "Nothing is published now.";
        return Message.saying(heading + ". " + inForce)
                .heading(heading)
                .paragraph(Text.of(inForce + " ")
                        .bold(people)
                        .plain((done.people() == 1 ? " reads" : " read") + " that it does not hold."))
                .points(since(done.since()))
                .actions(
                        Button.main("Preview", new ChatIntent.OrganizerCommand("preview", "")),
                        Button.of("Status", new ChatIntent.OrganizerCommand("status", "")))
                .build();
    }

    /// The rounds that were published, the latest first.
    Message rounds(SeatingPlan plan) {
        var rounds = plan.rounds().reversed();
        if (rounds.isEmpty()) {
            return Message.of("No round was published yet. \"/coffee-admin preview\" shows what one would come to.");
        }
        var heading = count(rounds.size(), "published round", "published rounds");
        var lines = new ArrayList<>(rounds.stream()
                .limit(SHOWN_ROUNDS)
                .map(round -> line(round, plan))
                .toList());
        if (rounds.size() > SHOWN_ROUNDS) {
            lines.add(Text.of("and " + (rounds.size() - SHOWN_ROUNDS) + " more"));
        }
        var message = Message.saying(heading + ".").heading(heading).points(lines);
        var back = plan.undoable();
        return back == null
                ? message.build()
                : message.actions(Button.of(
                                "Undo", new ChatIntent.OrganizerCommand("undo", Integer.toString(back.round()))))
                        .build();
    }

    private Text line(PublishedRound round, SeatingPlan plan) {
        var text = Text.of("")
                .bold("Round " + round.number())
                .plain(" by ")
                .mention(round.by())
                .plain(", " + day(round.at()) + ": " + count(round.seats(), "seat", "seats") + ", " + round.waiting()
                        + " in line, seed " + round.seed());
        var undone = round.undone();
        if (undone != null) {
            return text.plain("; taken back by ").mention(undone.by()).plain(" at " + time(undone.at()));
        }
        return round.number() == plan.round() ? text.plain("; in force") : text;
    }

    private String day(Instant instant) {
        return DAY.format(instant.atZone(programme.get().venueZone()));
    }

    private static String count(long number, String what) {
        return count(number, what, what + "s");
    }

    private static String count(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
