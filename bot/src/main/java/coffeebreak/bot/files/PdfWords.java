package coffeebreak.bot.files;

import coffeebreak.bot.chat.Text;
import coffeebreak.bot.chat.Text.Span;
import java.io.IOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/// Words on paper, in the Liberation Sans that PDFBox brings along: Latin, Greek, Cyrillic and Hebrew letters. Whatever
/// the font lacks (Arabic, Chinese, emoji) is printed as a box.
final class PdfWords {

    static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String BOX = "\u25A1";
    /// What a page with boxes says of them.
    static final String BOXES = "A " + BOX + " stands for a letter this font lacks; in Slack it can be read.";

    private final PDFont font;
    private boolean lacking;

    PdfWords(PDFont font) {
        this.font = font;
    }

    /// The font, once for each document.
    static PDFont font(PDDocument document) throws IOException {
        try (var file = PdfWords.class.getResourceAsStream(FONT)) {
            if (file == null) {
                throw new IllegalStateException("PDFBox brings no " + FONT + " any more");
            }
            return PDType0Font.load(document, file, true);
        }
    }

    /// Whether there were letters the font lacks.
    boolean lacking() {
        return lacking;
    }

    /// A stretch of words in one weight.
    record Run(String words, boolean bold) {}

    /// Writes one line with its left end at a point.
    void show(PDPageContentStream page, List<Run> line, float size, float x, float y) throws IOException {
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

    /// Words broken into lines of a width.
    List<List<Run>> lines(Text text, float size, float width) throws IOException {
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
}
