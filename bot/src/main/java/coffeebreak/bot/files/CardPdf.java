package coffeebreak.bot.files;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Part;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.chat.Text.Span;
import coffeebreak.bot.organizing.CardPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/// Cards as a PDF, A4, in the Liberation Sans that PDFBox brings along: Latin, Greek, Cyrillic and Hebrew letters.
/// Whatever the font lacks (Arabic, Chinese, emoji) is printed as a box, and the page says so.
public final class CardPdf implements CardPrinter {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float MARGIN = 56;
    private static final float LEADING = 1.35f;
    private static final String BOX = "\u25A1";
    private static final String BOXES = "A " + BOX + " stands for a letter this font lacks; in Slack it can be read.";

    @Override
    public byte[] pdf(List<Message> cards) {
        try (var document = new PDDocument();
                var file = CardPdf.class.getResourceAsStream(FONT)) {
            if (file == null) {
                throw new IllegalStateException("PDFBox brings no " + FONT + " any more");
            }
            document.getDocumentInformation()
                    .setTitle(cards.isEmpty() ? "" : cards.getFirst().summary());
            var font = PDType0Font.load(document, file, true);
            for (var card : cards) {
                try (var pages = new Pages(document, font)) {
                    pages.print(card);
                }
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException("a card could not be printed", failed);
        }
    }

    /// A stretch of words in one weight.
    private record Run(String words, boolean bold) {}

    /// One card on as many pages as it takes, written from top to bottom.
    private static final class Pages implements AutoCloseable {

        private final PDDocument document;
        private final PDFont font;
        private PDPageContentStream page;
        private float y;
        private boolean lacking;

        Pages(PDDocument document, PDFont font) throws IOException {
            this.document = document;
            this.font = font;
            this.page = turn();
        }

        private PDPageContentStream turn() throws IOException {
            var sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            y = PDRectangle.A4.getHeight() - MARGIN;
            return new PDPageContentStream(document, sheet);
        }

        void print(Message card) throws IOException {
            if (card.parts().isEmpty()) {
                paragraph(Text.of(card.summary()), 11, 0);
            }
            for (var part : card.parts()) {
                switch (part) {
                    case Part.Heading(var words) -> paragraph(Text.of("").bold(words), 17, 0);
                    case Part.Paragraph(var text) -> paragraph(text, 11, 0);
                    case Part.Points(var points) -> {
                        for (var point : points) {
                            paragraph(bulleted(point), 11, 12);
                        }
                    }
                    case Part.Small(var text) -> paragraph(text, 9, 0);
                    case Part.Divider() -> line();
                    case Part.Actions _ -> {}
                }
            }
            if (lacking) {
                paragraph(Text.of(BOXES), 9, 0);
            }
        }

        private static Text bulleted(Text point) {
            var spans = new ArrayList<Span>();
            spans.add(new Span.Plain("\u2022 "));
            spans.addAll(point.spans());
            return new Text(spans);
        }

        private void line() throws IOException {
            page.setLineWidth(0.5f);
            page.moveTo(MARGIN, y);
            page.lineTo(PDRectangle.A4.getWidth() - MARGIN, y);
            page.stroke();
            y -= 10;
        }

        private void paragraph(Text text, float size, float indent) throws IOException {
            var width = PDRectangle.A4.getWidth() - 2 * MARGIN - indent;
            for (var line : lines(text, size, width)) {
                if (y - size < MARGIN) {
                    page.close();
                    page = turn();
                }
                y -= size;
                show(line, size, MARGIN + indent);
                y -= size * (LEADING - 1);
            }
            y -= size * 0.6f;
        }

        private void show(List<Run> line, float size, float x) throws IOException {
            page.beginText();
            page.setFont(font, size);
            page.newLineAtOffset(x, y);
            for (var run : line) {
                // The font has one weight: what stands out gets an outline.
                page.setLineWidth(size / 40);
                page.setRenderingMode(run.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
                page.showText(visual(run.words()));
            }
            page.endText();
        }

        private List<List<Run>> lines(Text text, float size, float width) throws IOException {
            var lines = new ArrayList<List<Run>>();
            var line = new ArrayList<Run>();
            var used = 0f;
            for (var run : runs(text)) {
                var parts = run.words().split("(?<=\n)|(?=\n)|(?<= )");
                for (var part : parts) {
                    if (part.equals("\n")) {
                        lines.add(line);
                        line = new ArrayList<>();
                        used = 0;
                        continue;
                    }
                    for (var piece : pieces(part, size, width)) {
                        var length = width(piece.stripTrailing(), size);
                        if (used > 0 && used + length > width) {
                            lines.add(line);
                            line = new ArrayList<>();
                            used = 0;
                        }
                        line.add(new Run(piece, run.bold()));
                        used += width(piece, size);
                    }
                }
            }
            lines.add(line);
            return lines;
        }

        /// A word in parts that fit on a line each.
        private List<String> pieces(String word, float size, float width) throws IOException {
            if (width(word, size) <= width) {
                return List.of(word);
            }
            var pieces = new ArrayList<String>();
            var piece = new StringBuilder();
            for (var letter : word.codePoints().mapToObj(Character::toString).toList()) {
                if (width(piece + letter, size) > width) {
                    pieces.add(piece.toString());
                    piece.setLength(0);
                }
                piece.append(letter);
            }
            pieces.add(piece.toString());
            return pieces;
        }

        private float width(String words, float size) throws IOException {
            return font.getStringWidth(words) / 1000 * size;
        }

        private List<Run> runs(Text text) {
            return text.spans().stream()
                    .map(span -> switch (span) {
                        case Span.Plain(var words) -> new Run(printable(words), false);
                        case Span.Bold(var words) -> new Run(printable(words), true);
                        case Span.Italic(var words) -> new Run(printable(words), false);
                        case Span.Mention(var person) -> new Run(printable("@" + person.id()), false);
                    })
                    .toList();
        }

        /// The words with a box for every letter the font lacks, and without what cannot be seen.
        private String printable(String words) {
            var printable = new StringBuilder();
            words.replaceAll("[\\p{Cf}\\p{Mn}&&[^\\u0300-\\u036F]]|[\\p{Cc}&&[^\\n]]", "")
                    .codePoints()
                    .mapToObj(Character::toString)
                    .forEach(letter -> {
                        var known = letter.equals("\n") || has(letter);
                        lacking |= !known;
                        printable.append(known ? letter : BOX);
                    });
            return printable.toString();
        }

        private boolean has(String letter) {
            try {
                font.encode(letter);
                return true;
            } catch (IOException | IllegalArgumentException lacking) {
                return false;
            }
        }

        /// As it stands on paper: what is written from right to left is turned around.
        private static String visual(String words) {
            var bidi = new Bidi(words, Bidi.DIRECTION_LEFT_TO_RIGHT);
            if (bidi.isLeftToRight()) {
                return words;
            }
            var runs = new Object[bidi.getRunCount()];
            var levels = new byte[runs.length];
            for (var index = 0; index < runs.length; index++) {
                var run = words.substring(bidi.getRunStart(index), bidi.getRunLimit(index));
                levels[index] = (byte) bidi.getRunLevel(index);
                runs[index] = levels[index] % 2 == 0
                        ? run
                        : new StringBuilder(run).reverse().toString();
            }
            Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
            var visual = new StringBuilder();
            for (var run : runs) {
                visual.append(run);
            }
            return visual.toString();
        }

        @Override
        public void close() throws IOException {
            page.close();
        }
    }
}
