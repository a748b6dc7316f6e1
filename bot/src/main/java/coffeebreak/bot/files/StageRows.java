package coffeebreak.bot.files;

import coffeebreak.bot.files.SessionCells.Field;
import coffeebreak.bot.importing.Remark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds who is on stage where a table has no column for it: in the notes, below the title, or in the title itself.
final class StageRows {

    private static final int LONGEST_TITLE = 300;
    /// "Invited talk 1: Ana Souza (USP) – Why rivers meander"
    private static final Pattern IN_TITLE = Pattern.compile(
            "([^:(–—]{3,40}?)\\s*(?::|–|—|\\s-\\s)\\s*([^:(–—]{3,60}\\([^()]{2,120}\\))(?:\\s*(?:[:,–—]|\\s-\\s)\\s*(.+))?");

    private static final Pattern TALK_OF = Pattern.compile(
            "(?i)((?:invited|keynote|plenary)(?: (?:talk|lecture|speaker|address))?(?: \\d{1,2})?)\\s*(?::|–|—|\\s-\\s)\\s*(.+)");
    /// "Oral 2: Flat minima"
    private static final Pattern NUMBERED = Pattern.compile("\\p{L}[\\p{L} ]{1,30}\\d{1,2}\\s*[:.–—-].*");

    private final List<Remark> remarks;
    private final TreeSet<Integer> inNotes = new TreeSet<>();
    private final TreeSet<Integer> belowTitle = new TreeSet<>();
    private final TreeSet<Integer> inTitle = new TreeSet<>();
    private final TreeSet<Integer> repeated = new TreeSet<>();

    StageRows(List<Remark> remarks) {
        this.remarks = remarks;
    }

    /// @param told whether there is a column for who is on stage
    List<SessionCells> read(List<SessionCells> rows, boolean told) {
        var read = rows.stream().map(row -> stage(row, told)).toList();
        var once = once(read);
        tell(inNotes, "the notes are taken for who is on stage");
        tell(belowTitle, "what stands below the title is taken for who is on stage");
        tell(inTitle, "who is on stage is taken from the title");
        tell(repeated, "the session of the line above stands once more: its people are taken together");
        return once;
    }

    private SessionCells stage(SessionCells row, boolean told) {
        var shortened = belowTitle(row);
        if (told || shortened.has(Field.SPEAKERS)) {
            return shortened;
        }
        var noted = inNotes(shortened);
        return noted.has(Field.SPEAKERS) ? noted : inTitle(noted);
    }

    private SessionCells belowTitle(SessionCells row) {
        var lines = row.cell(Field.TITLE).lines().map(String::strip).toList();
        if (lines.size() < 2) {
            return row;
        }
        var title = new ArrayList<>(lines.subList(0, 1));
        var changed = row;
        // "Invited talk: Ana Souza, USP", and what it is about below.
        var first = TALK_OF.matcher(lines.getFirst());
        if (lines.getFirst().length() <= LONGEST_TITLE && first.matches() && isSomebodysTalk(first.group(2), lines)) {
            inTitle.add(row.line());
            changed = changed.plus(Field.SPEAKERS, first.group(2));
            title.set(0, first.group(1) + ":");
        }
        for (var line : lines.subList(1, lines.size())) {
            if (SpeakerWords.isLabelled(line) || allSomebody(line)) {
                belowTitle.add(row.line());
                changed = changed.plus(Field.SPEAKERS, line);
            } else if (line.matches("(?:[\"“„«(]|.*mentor).*")) {
                changed = changed.plus(Field.NOTES, line.replaceFirst("^\\((.*)\\)$", "$1"));
            } else {
                title.add(line);
            }
        }
        var several = title.size() > 1 && title.stream().allMatch(line -> NUMBERED.matcher(line).matches());
        return changed.with(Field.TITLE, String.join(several ? "; " : " ", title));
    }

    private static boolean isSomebodysTalk(String words, List<String> lines) {
        return SpeakerWords.housed(words)
                || SpeakerWords.isPerhapsSomebody(words)
                        && lines.stream().skip(1).noneMatch(StageRows::allSomebody);
    }

    /// "Ana Souza (USP) & Bo Li (KTH)"
    private static boolean allSomebody(String line) {
        var pieces = line.length() > LONGEST_TITLE
                ? List.of(line)
                : Arrays.asList(line.split("\\s*(?:;|&|,|\\band\\b)\\s*(?![^(]*\\))"));
        return pieces.stream().allMatch(SpeakerWords::isPerhapsSomebody);
    }

    private SessionCells inNotes(SessionCells row) {
        var pieces = row.cell(Field.NOTES).lines()
                .flatMap(line -> Columns.split(line, ";").stream())
                .toList();
        var people = pieces.stream()
                .filter(piece -> SpeakerWords.isLabelled(piece) || allSurelySomebody(piece))
                .toList();
        if (people.isEmpty()) {
            return row;
        }
        inNotes.add(row.line());
        return row.with(Field.SPEAKERS, String.join("\n", people))
                .with(
                        Field.NOTES,
                        pieces.stream().filter(piece -> !people.contains(piece)).collect(Collectors.joining("; ")));
    }

    private static boolean allSurelySomebody(String words) {
        return words.length() <= LONGEST_TITLE
                && Stream.of(words.split("\\s*(?:&|,|\\band\\b)\\s*(?![^(]*\\))"))
                        .allMatch(SpeakerWords::isSurelySomebody);
    }

    private SessionCells inTitle(SessionCells row) {
        var title = row.cell(Field.TITLE);
        var parts = IN_TITLE.matcher(title);
        var talk = TALK_OF.matcher(title);
        if (title.length() <= LONGEST_TITLE && talk.matches() && SpeakerWords.housed(talk.group(2))) {
            inTitle.add(row.line());
            return row.with(Field.SPEAKERS, talk.group(2)).with(Field.TITLE, talk.group(1));
        }
        if (title.length() > LONGEST_TITLE || !parts.matches() || !allSurelySomebody(parts.group(2))) {
            return row;
        }
        inTitle.add(row.line());
        return row.with(Field.SPEAKERS, parts.group(2))
                .with(Field.TITLE, parts.group(3) == null ? parts.group(1) : parts.group(1) + ": " + parts.group(3));
    }

    /// A panel may stand once for each of its people.
    private List<SessionCells> once(List<SessionCells> rows) {
        var once = new ArrayList<SessionCells>();
        for (var row : rows) {
            var before = once.isEmpty() ? null : once.getLast();
            if (before != null && isSame(before, row)) {
                repeated.add(row.line());
                once.set(
                        once.size() - 1,
                        before.plus(Field.SPEAKERS, row.cell(Field.SPEAKERS))
                                .plus(Field.AFFILIATION, row.cell(Field.AFFILIATION)));
            } else {
                once.add(row);
            }
        }
        return once;
    }

    private static boolean isSame(SessionCells one, SessionCells other) {
        return one.has(Field.START)
                && one.has(Field.TITLE)
                && one.has(Field.SPEAKERS)
                && other.has(Field.SPEAKERS)
                && Stream.of(Field.START, Field.END, Field.TITLE, Field.KIND, Field.ROOM)
                        .allMatch(field -> one.cell(field).equals(other.cell(field)))
                && (!other.has(Field.DATE) || one.cell(Field.DATE).equals(other.cell(Field.DATE)));
    }

    private void tell(TreeSet<Integer> lines, String what) {
        if (!lines.isEmpty()) {
            remarks.add(new Remark(
                    0,
                    "",
                    Remark.Kind.GUESSED,
                    "%s %s: %s."
                            .formatted(
                                    lines.size() == 1 ? "in line" : "in lines",
                                    lines.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                                    what)));
        }
    }
}
