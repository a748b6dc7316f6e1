package coffeebreak.bot.files;

import coffeebreak.bot.files.SessionCells.Field;
import coffeebreak.bot.importing.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts together what a table spreads over several rows: a panel whose people have a row each. Where a page centres its
/// cells, the time stands beside the middle one of them, and the first of them come right below the session before.
final class SpreadRows {

    private static final Set<Field> OF_PEOPLE = Set.of(Field.SPEAKERS, Field.AFFILIATION, Field.NOTES);

    private final List<Remark> remarks;
    private final List<Anchor> anchors = new ArrayList<>();

    private SpreadRows(List<Remark> remarks) {
        this.remarks = remarks;
    }

    /// A row with a time, and the rows without one that follow it.
    private static final class Anchor {
        private final SessionCells row;
        private final List<SessionCells> above = new ArrayList<>();
        private final List<SessionCells> below = new ArrayList<>();

        private Anchor(SessionCells row) {
            this.row = row;
        }

        private boolean isRest() {
            return kind().filter(kind -> kind.nature().rest()).isPresent();
        }

        private boolean isPanel() {
            return kind().filter(kind -> kind.id().equals("panel")).isPresent();
        }

        private Optional<coffeebreak.bot.programme.Kind> kind() {
            return KindWords.named(row.cell(Field.KIND))
                    .or(() -> KindWords.named(row.cell(Field.TITLE)))
                    .or(() -> KindWords.in(row.cell(Field.TITLE)));
        }
    }

    /// One row for each session, in the order of the table.
    static List<SessionCells> gathered(List<SessionCells> rows, List<Remark> remarks) {
        return new SpreadRows(remarks).gather(rows);
    }

    private List<SessionCells> gather(List<SessionCells> rows) {
        var beforeAll = new ArrayList<SessionCells>();
        for (var row : rows) {
            if (!isPart(row)) {
                anchors.add(new Anchor(row));
            } else if (anchors.isEmpty()) {
                beforeAll.add(row);
            } else {
                anchors.getLast().below.add(row);
            }
        }
        if (anchors.isEmpty()) {
            return rows;
        }
        anchors.getFirst().above.addAll(beforeAll);
        for (var i = 0; i + 1 < anchors.size(); i++) {
            share(anchors.get(i), anchors.get(i + 1));
        }
        return anchors.stream().map(this::whole).toList();
    }

    /// Whether a row only says more of another: it has no time and no title, or has the time of the row above and no
    /// title, or holds a person where the title would be.
    private boolean isPart(SessionCells row) {
        var told = row.words().keySet().stream().anyMatch(OF_PEOPLE::contains);
        if (row.has(Field.KIND)) {
            return false;
        }
        if (row.has(Field.START)) {
            return told && !row.has(Field.TITLE) && isRepeated(row);
        }
        return row.has(Field.TITLE)
                ? Stream.of(row.cell(Field.TITLE).split("\n")).allMatch(SpeakerWords::isSurelySomebody)
                : told;
    }

    private boolean isRepeated(SessionCells row) {
        return !anchors.isEmpty()
                && anchors.getLast().row.cell(Field.START).equals(row.cell(Field.START))
                && (!row.has(Field.DATE)
                        || anchors.getLast().row.cell(Field.DATE).equals(row.cell(Field.DATE)));
    }

    /// Of the rows between two with a time, those at the end may belong to the second.
    private static void share(Anchor one, Anchor next) {
        var between = one.below;
        if (between.isEmpty() || next.isRest() || between.stream().anyMatch(row -> row.has(Field.START))) {
            return;
        }
        var own = between.size();
        if (!one.above.isEmpty()) {
            own = Math.min(own, one.above.size());
        } else if (one.isRest() && isSpread(next, own)
                || next.isPanel() && !one.isPanel() && one.row.has(Field.SPEAKERS) && isSpread(next, own)) {
            own = 0;
        }
        next.above.addAll(between.subList(own, between.size()));
        between.subList(own, between.size()).clear();
    }

    /// Whether it has about as many rows below it as there are above, or is a panel at least.
    private static boolean isSpread(Anchor anchor, int above) {
        return anchor.isPanel() || !anchor.below.isEmpty() && Math.abs(anchor.below.size() - above) <= 1;
    }

    private SessionCells whole(Anchor anchor) {
        var parts = Stream.concat(anchor.above.stream(), anchor.below.stream()).toList();
        if (parts.isEmpty()) {
            return anchor.row;
        }
        var whole = anchor.row;
        for (var field : OF_PEOPLE) {
            var pieces = Stream.of(
                            anchor.above.stream().map(row -> part(row, field)),
                            Stream.of(anchor.row.cell(field)),
                            anchor.below.stream().map(row -> part(row, field)))
                    .flatMap(each -> each)
                    .filter(piece -> !piece.isEmpty())
                    .collect(Collectors.joining("\n"));
            whole = whole.with(field, pieces);
        }
        remarks.add(new Remark(
                anchor.row.line(),
                "",
                Remark.Kind.GUESSED,
                "%s taken as a part of \"%s\"%s."
                        .formatted(
                                lines(parts),
                                anchor.row.cell(Field.TITLE),
                                anchor.above.isEmpty()
                                        ? ""
                                        : ", though %s above its time; if it is not, write a time beside each"
                                                .formatted(standing(anchor.above)))));
        return whole;
    }

    private static String part(SessionCells row, Field field) {
        return field == Field.SPEAKERS && row.has(Field.TITLE)
                ? (row.cell(Field.TITLE) + "\n" + row.cell(field)).strip()
                : row.cell(field);
    }

    private static String lines(List<SessionCells> rows) {
        return rows.size() == 1
                ? "line %d, which has no time of its own, is"
                        .formatted(rows.getFirst().line())
                : "lines %s, which have no time of their own, are".formatted(numbers(rows));
    }

    private static String standing(List<SessionCells> rows) {
        return rows.size() == 1
                ? "line %d stands".formatted(rows.getFirst().line())
                : "lines %s stand".formatted(numbers(rows));
    }

    private static String numbers(List<SessionCells> rows) {
        return rows.stream().map(row -> String.valueOf(row.line())).collect(Collectors.joining(", "));
    }
}
