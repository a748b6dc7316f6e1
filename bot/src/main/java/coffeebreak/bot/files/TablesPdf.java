package coffeebreak.bot.files;

import coffeebreak.bot.chat.Text;
import coffeebreak.bot.organizing.TableList;
import coffeebreak.bot.organizing.TableList.AtTable;
import coffeebreak.bot.organizing.TableList.Guest;
import coffeebreak.bot.organizing.TableList.Sitting;
import coffeebreak.bot.organizing.TablesPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// The tables as a PDF, A4, in two columns: a page for each break, then everybody by surname. A table is never torn
/// apart, and a page that goes on says what it is.
public final class TablesPdf implements TablesPrinter {

    private static final float MARGIN = 48;
    private static final float GAP = 24;
    private static final float COLUMN = (PDRectangle.A4.getWidth() - 2 * MARGIN - GAP) / 2;
    private static final float INDENT = 10;
    private static final float LEADING = 1.3f;

    @Override
    public byte[] pdf(TableList tables) {
        try (var document = new PDDocument()) {
            document.getDocumentInformation().setTitle(tables.title());
            var words = new PdfWords(PdfWords.font(document));
            for (var each : tables.breaks()) {
                try (var pages = new Columns(document, words, each.when(), each.where() + " " + tables.state())) {
                    pages.print(blocks(each));
                }
            }
            try (var pages = new Columns(document, words, "Where you sit", tables.title() + ". " + tables.state())) {
                pages.print(blocks(tables, words));
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException("the tables could not be printed", failed);
        }
    }

    private static List<List<Line>> blocks(Sitting sitting) {
        return sitting.tables().stream().map(TablesPdf::block).toList();
    }

    private static List<Line> block(AtTable table) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(Text.of("").bold(table.name()), 12, 0));
        table.people().forEach(person -> lines.add(new Line(Text.of(person), 10.5f, INDENT)));
        if (table.unnamed() > 0) {
            var more = table.people().isEmpty() ? people(table.unnamed()) : "and " + table.unnamed() + " more";
            lines.add(new Line(Text.of(more), 10.5f, INDENT));
        } else if (table.people().isEmpty()) {
            lines.add(new Line(Text.of("nobody yet"), 10.5f, INDENT));
        }
        return lines;
    }

    private static String people(int count) {
        return count == 1 ? "1 person" : count + " people";
    }

    private static List<List<Line>> blocks(TableList tables, PdfWords words) {
        var blocks = new ArrayList<List<Line>>();
        for (Guest guest : tables.guests()) {
            var lines = new ArrayList<Line>();
            lines.add(new Line(Text.of("").bold(guest.name()), 10.5f, 0));
            guest.tables().forEach(table -> lines.add(new Line(Text.of(table), 10.5f, INDENT)));
            blocks.add(lines);
        }
        if (tables.unlisted() > 0) {
            blocks.add(List.of(new Line(
                    Text.of(people(tables.unlisted())
                            + " more did not agree to be listed. Their table is in what Coffeebreak wrote to them."),
                    9,
                    0)));
        }
        if (words.lacking()) {
            blocks.add(List.of(new Line(Text.of(PdfWords.BOXES), 9, 0)));
        }
        return blocks;
    }

    private record Line(Text text, float size, float indent) {}

    /// Blocks from top to bottom in the left column, then in the right, then on the next page.
    private static final class Columns implements AutoCloseable {

        private final PDDocument document;
        private final PdfWords words;
        private final String heading;
        private final String small;
        private PDPageContentStream page;
        private float top;
        private float y;
        private int column;
        private int turned;

        Columns(PDDocument document, PdfWords words, String heading, String small) throws IOException {
            this.document = document;
            this.words = words;
            this.heading = heading;
            this.small = small;
            this.page = turn();
        }

        private PDPageContentStream turn() throws IOException {
            var sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            var stream = new PDPageContentStream(document, sheet);
            y = PDRectangle.A4.getHeight() - MARGIN;
            var wide = PDRectangle.A4.getWidth() - 2 * MARGIN;
            heading(stream, Text.of("").bold(turned++ == 0 ? heading : heading + " (goes on)"), 18, wide);
            heading(stream, Text.of(small), 10, wide);
            y -= 12;
            top = y;
            column = 0;
            return stream;
        }

        private void heading(PDPageContentStream stream, Text text, float size, float width) throws IOException {
            for (var line : words.lines(text, size, width)) {
                y -= size;
                words.show(stream, line, size, MARGIN, y);
                y -= size * (LEADING - 1);
            }
        }

        void print(List<List<Line>> blocks) throws IOException {
            for (var block : blocks) {
                if (y - height(block) < MARGIN && y < top) {
                    next();
                }
                for (var line : block) {
                    print(line);
                }
                y -= 8;
            }
        }

        private void print(Line line) throws IOException {
            for (var part : words.lines(line.text(), line.size(), COLUMN - line.indent())) {
                if (y - line.size() < MARGIN) {
                    next();
                }
                y -= line.size();
                words.show(page, part, line.size(), left() + line.indent(), y);
                y -= line.size() * (LEADING - 1);
            }
        }

        private float height(List<Line> block) throws IOException {
            var height = 0f;
            for (var line : block) {
                height += words.lines(line.text(), line.size(), COLUMN - line.indent())
                                .size()
                        * line.size()
                        * LEADING;
            }
            return height;
        }

        private float left() {
            return MARGIN + column * (COLUMN + GAP);
        }

        private void next() throws IOException {
            if (column == 0) {
                column = 1;
                y = top;
            } else {
                page.close();
                page = turn();
            }
        }

        @Override
        public void close() throws IOException {
            page.close();
        }
    }
}
