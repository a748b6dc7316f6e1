package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Attachment;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Form;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.importing.Content.Sort;
import coffeebreak.bot.importing.Imports.Import;
import coffeebreak.bot.importing.Imports.Offer;
import coffeebreak.bot.importing.Remark;
import coffeebreak.bot.importing.Remark.Kind;
import coffeebreak.bot.programme.Programme;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What organizers read about imports. Whatever stood in a file stays the words it is.
final class ImportWording {

    static final String FORM = ChatIntent.OrganizerForm.PREFIX + "import-";
    static final String FIELD = "table";

    /// The longest text a form takes.
    private static final int PASTED = 3_000;

    private static final int SHOWN_DIFFERENCES = 15;
    private static final int SHOWN_REMARKS = 8;
    private static final int LONGEST_LINE = 300;

    private ImportWording() {}

    /// How something is handed over, and what is in force.
    static Message overview(List<Text> inForce) {
        return Message.saying("Import a programme, a list of mentors, or papers.")
                .heading("Import a programme, mentors or papers")
                .paragraph(
                        "Attach the file to a message to me, or say \"/coffee-admin import\" and a link to a file that "
                                + "is in Slack already. Nothing changes before you have seen what would.")
                .points(inForce)
                .actions(
                        Button.of("Paste a programme", new ChatIntent.PasteTable(Sort.PROGRAMME.words())),
                        Button.of("Paste mentors", new ChatIntent.PasteTable(Sort.MENTORS.words())),
                        Button.of("Earlier imports", new ChatIntent.OrganizerCommand("import", "history")))
                .build();
    }

    /// How one thing is handed over.
    static Message how(Sort sort) {
        var formats = switch (sort) {
            case PROGRAMME ->
                "A table (CSV) with headings for the start and the title, a calendar (.ics), what a conference system "
                        + "exports, or our own format (.yaml).";
            case MENTORS ->
                "A table (CSV) with a heading for names and one called \"Mentor\", or our own format (.yaml). Whoever is "
                        + "no mentor is not signed up by it.";
            case PAPERS -> "What OpenReview exports (.json), or a table (CSV) with a heading for titles.";
        };
        var message = Message.saying("Hand over the " + sort.words() + ": attach the file to a message to me.")
                .heading("Import " + sort.words())
                .paragraph("Attach the file to a message to me, or put a link to it behind this command. " + formats);
        return sort == Sort.PAPERS
                ? message.build()
                : message.actions(Button.of("Paste a table", new ChatIntent.PasteTable(sort.words())))
                        .build();
    }

    /// What a file is, when nobody said so.
    static Message whatIsIt(String file, String name) {
        var called = name.isEmpty() ? "that file" : "\"" + Comparing.clipped(name) + "\"";
        return Message.saying("What is " + called + "?")
                .paragraph(Text.of("What is ").bold(called).plain("? I only look at it until you say more."))
                .actions(
                        Button.main("A programme", new ChatIntent.OfferFile(Sort.PROGRAMME.words(), file)),
                        Button.of("Mentors", new ChatIntent.OfferFile(Sort.MENTORS.words(), file)),
                        Button.of("Papers", new ChatIntent.OfferFile(Sort.PAPERS.words(), file)))
                .build();
    }

    static Form form(Sort sort) {
        return new Form(
                FORM + sort.words(),
                "Import " + sort.words(),
                "Look at it",
                Text.of(
                        "Paste a table as it stands on a page or in a spreadsheet, with its headings. Nothing changes before "
                                + "you have seen what would."),
                List.of(new Form.Field.Words(
                        FIELD,
                        "The table",
                        "At most 3000 characters; a longer one as a file.",
                        "",
                        PASTED,
                        true,
                        true)));
    }

    /// What a file would bring in, with everything that does not fit as a file beside it.
    ///
    /// @param note leads; empty for none
    static Reply offered(Offer offer, Comparison comparison, String note) {
        var file = Comparing.clipped(offer.file());
        var remarks = remarks(offer, comparison);
        var guesses =
                remarks.stream().filter(each -> each.kind() == Kind.GUESSED).toList();
        var sort = offer.content().sort();
        if (comparison.differences().isEmpty()) {
            return replaced(
                    Message.saying("Nothing in " + file + " differs from what is in force.")
                            .heading("Nothing differs")
                            .paragraph(Text.of("")
                                    .bold(file)
                                    .plain(" holds " + comparison.counts() + ", just as what is in force."))
                            .build(),
                    Optional.empty());
        }
        var message = Message.saying("What " + file + " would bring in: " + comparison.counts() + ".")
                .heading("Import these " + (sort == Sort.PROGRAMME ? "times and talks" : sort.words()) + "?");
        if (!note.isEmpty()) {
            message.paragraph(note);
        }
        message.paragraph(Text.of("").bold(file).plain(" holds " + comparison.counts() + ". Against what is in force:"))
                .points(cut(comparison.differences(), SHOWN_DIFFERENCES));
        if (!comparison.touched().isEmpty()) {
            message.paragraph("What it means:").points(cut(comparison.touched(), SHOWN_REMARKS));
        }
        if (!guesses.isEmpty()) {
            message.paragraph(Comparing.count(guesses.size(), "guess", "guesses") + ", to be looked at:")
                    .points(cut(guesses.stream().map(ImportWording::line).toList(), SHOWN_REMARKS));
        }
        message.actions(
                Button.main("Take it over", new ChatIntent.AnswerOffer(offer.id(), true)),
                Button.of("Leave it", new ChatIntent.AnswerOffer(offer.id(), false)));
        var isCut = comparison.differences().size() > SHOWN_DIFFERENCES
                || comparison.touched().size() > SHOWN_REMARKS
                || note.isEmpty() && remarks.size() > SHOWN_REMARKS;
        return replaced(
                message.build(), isCut ? Optional.of(report(offer.file(), comparison, remarks)) : Optional.empty());
    }

    private static List<Remark> remarks(Offer offer, Comparison comparison) {
        return Stream.concat(offer.remarks().stream(), comparison.remarks().stream())
                .toList();
    }

    /// A file that cannot be used.
    ///
    /// @param refusal leads
    static Reply unusable(String refusal, String file, List<Remark> remarks) {
        var wrong =
                remarks.stream().filter(remark -> remark.kind() == Kind.WRONG).toList();
        var message = Message.saying(refusal)
                .paragraph(refusal)
                .points(cut(wrong.stream().map(ImportWording::line).toList(), SHOWN_REMARKS))
                .build();
        return replaced(
                message,
                wrong.size() > SHOWN_REMARKS
                        ? Optional.of(report(
                                file,
                                new Comparison(
                                        new coffeebreak.bot.importing.Content.OfPapers(List.of()),
                                        "",
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of()),
                                remarks))
                        : Optional.empty());
    }

    private static Reply replaced(Message message, Optional<Attachment> report) {
        return report.<Reply>map(file -> new Reply.Several(List.of(
                        new Reply.Attach(file, Message.of("The whole report is in this file.")),
                        new Reply.Replace(message))))
                .orElseGet(() -> new Reply.Replace(message));
    }

    private static Attachment report(String file, Comparison comparison, List<Remark> remarks) {
        var lines = new ArrayList<String>();
        lines.add("Report of " + file);
        section(
                lines,
                "Against what is in force",
                comparison.differences().stream().map(Text::aloud).toList());
        section(
                lines,
                "What it means",
                comparison.touched().stream().map(Text::aloud).toList());
        Arrays.stream(Kind.values())
                .forEach(kind -> section(
                        lines,
                        kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT),
                        remarks.stream()
                                .filter(remark -> remark.kind() == kind)
                                .map(ImportWording::words)
                                .toList()));
        return new Attachment(
                "import-report.txt",
                "text/plain",
                (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8),
                "What was read, guessed and not used");
    }

    private static void section(List<String> lines, String heading, List<String> points) {
        if (!points.isEmpty()) {
            lines.add("");
            lines.add(heading + ":");
            points.forEach(point -> lines.add("- " + point));
        }
    }

    static List<Text> cut(List<Text> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        var shown = new ArrayList<>(lines.subList(0, most));
        shown.add(Text.of("and " + (lines.size() - most) + " more"));
        return shown;
    }

    private static Text line(Remark remark) {
        var words = words(remark);
        return Text.of(words.length() <= LONGEST_LINE ? words : words.substring(0, LONGEST_LINE - 1) + "…");
    }

    /// "Line 12, "End": ends at 10:30, when the next begins."
    private static String words(Remark remark) {
        var place = Stream.of(
                        remark.line() == 0 ? "" : "line " + remark.line(),
                        remark.column().isEmpty() ? "" : "\"" + remark.column() + "\"")
                .filter(each -> !each.isEmpty())
                .toList();
        var words = place.isEmpty() ? remark.what() : String.join(", ", place) + ": " + remark.what();
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// It is in force.
    static Message taken(Import taken, List<Text> touched) {
        var sort = taken.content().sort();
        var summary = "Taken over: " + Comparing.clipped(taken.file()) + ", " + taken.counts() + ".";
        return Message.saying(summary)
                .heading("Taken over")
                .paragraph(Text.of("")
                        .bold(Comparing.clipped(taken.file()))
                        .plain(" is in force now, for everybody: " + taken.counts() + "."))
                .points(cut(touched, SHOWN_REMARKS))
                .small("\"/coffee-admin import back " + sort.words() + "\" puts back what was in force before.")
                .build();
    }

    static Message left(String file) {
        return Message.of("Left alone: nothing of \"" + Comparing.clipped(file) + "\" came in.");
    }

    /// What would be in force again.
    static Message back(Sort sort, String what, Comparison comparison, long basis) {
        var message = Message.saying("Put back " + what + "?")
                .heading("Put back what was in force before?")
                .paragraph(Text.of("That is ").bold(what).plain(": " + comparison.counts() + ". Against now:"))
                .points(cut(comparison.differences(), SHOWN_DIFFERENCES));
        if (!comparison.touched().isEmpty()) {
            message.paragraph("What it means:").points(cut(comparison.touched(), SHOWN_REMARKS));
        }
        return message.actions(Button.main("Put it back", new ChatIntent.ImportBack(sort.words(), basis)))
                .build();
    }

    static Message isBack(String what, List<Text> touched) {
        return Message.saying("In force again: " + what + ".")
                .heading("It is back")
                .paragraph(Text.of("").bold(what).plain(" is in force again, for everybody."))
                .points(cut(touched, SHOWN_REMARKS))
                .build();
    }

    /// Earlier imports, the latest first.
    static Message history(List<Text> lines) {
        return Message.saying("What was imported")
                .heading("What was imported")
                .points(lines)
                .build();
    }

    /// "Programme: day.csv, 14 sessions, by @olga at 14:52 on 26 April"
    static Text entry(Sort sort, Import taken, Programme day) {
        var at = ZonedDateTime.ofInstant(taken.at(), day.venueZone());
        return Text.of("")
                .bold(named(sort) + ": ")
                .plain(Comparing.clipped(taken.file()) + ", " + taken.counts() + ", by ")
                .mention(taken.by())
                .plain(" at " + day.timeAtVenue(taken.at()) + " on " + at.getDayOfMonth() + " "
                        + at.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH));
    }

    static String named(Sort sort) {
        return sort.words().substring(0, 1).toUpperCase(Locale.ROOT)
                + sort.words().substring(1);
    }
}
