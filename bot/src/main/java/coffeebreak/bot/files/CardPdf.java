package coffeebreak.bot.files;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Part;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.chat.Text.Span;
import coffeebreak.bot.organizing.CardPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// Cards as a PDF, A4. Where the font lacks a letter, the page says so.
public final class CardPdf implements CardPrinter {

    private static final float MARGIN = 56;
    private static final float LEADING = 1.35f;

    @Override
    public byte[] pdf(List<Message> cards) {
        try (var document = new PDDocument()) {
            document.getDocumentInformation()
                    .setTitle(cards.isEmpty() ? "" : cards.getFirst().summary());
            var font = PdfWords.font(document);
            for (var card : cards) {
                try (var pages = new Pages(document, new PdfWords(font))) {
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

    /// One card on as many pages as it takes, written from top to bottom.
    private static final class Pages implements AutoCloseable {

        private final PDDocument document;
        private final PdfWords words;
        private PDPageContentStream page;
        private float y;

        Pages(PDDocument document, PdfWords words) throws IOException {
            this.document = document;
            this.words = words;
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
            if (words.lacking()) {
                paragraph(Text.of(PdfWords.BOXES), 9, 0);
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
            for (var line : words.lines(text, size, width)) {
                if (y - size < MARGIN) {
                    page.close();
                    page = turn();
                }
                y -= size;
                words.show(page, line, size, MARGIN + indent, y);
                y -= size * (LEADING - 1);
            }
            y -= size * 0.6f;
        }

        @Override
        public void close() throws IOException {
            page.close();
        }
    }
}
