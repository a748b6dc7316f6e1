package coffeebreak.bot.files;

import coffeebreak.bot.files.BadFile.Problem;
import coffeebreak.bot.files.Grid.Cell;
import coffeebreak.bot.files.Grid.Line;
import coffeebreak.bot.files.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// The tables of a Markdown text, with the bars and dashes of GitHub's kind.
final class MarkdownTables {

    private static final Pattern UNDER_HEADINGS =
            Pattern.compile("(?m)^ {0,3}\\|?[ \\t]*:?-+:?[ \\t]*(?:\\|[ \\t]*:?-+:?[ \\t]*)+\\|?[ \\t]*$");
    private static final int DEEPEST = 50;

    private final String file;
    private final List<Grid> grids = new ArrayList<>();
    private String title = "";
    private String day = "";

    private MarkdownTables(String file) {
        this.file = file;
    }

    /// Whether there is a table in a text.
    static boolean in(String text) {
        return text.contains("|") && UNDER_HEADINGS.matcher(text).find();
    }

    static Page read(String file, String text) {
        var parser = Parser.builder()
                .extensions(Set.of(TablesExtension.create()))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .maxOpenBlockParsers(DEEPEST)
                .build();
        return new MarkdownTables(file).page(parser.parse(text));
    }

    private Page page(Node document) {
        for (Node node = document; node != null; node = next(node, document, !(node instanceof TableBlock))) {
            switch (node) {
                case TableBlock table -> grids.add(grid(table));
                case Heading heading -> heading(words(heading), heading.getLevel() == 1);
                case Paragraph paragraph when paragraph.getParent() == document -> heading(words(paragraph), false);
                default -> {
                    // Only what stands above a table matters.
                }
            }
        }
        return new Page(title, grids);
    }

    private void heading(String words, boolean first) {
        if (first && title.isEmpty()) {
            title = words;
        }
        if (DateWords.within(words).isPresent()) {
            day = words;
        }
    }

    private Grid grid(TableBlock table) {
        var lines = new ArrayList<Line>();
        var width = 0;
        for (Node node = table; node != null; node = next(node, table, !(node instanceof TableRow))) {
            if (node instanceof TableRow row) {
                var cells = new ArrayList<Cell>();
                for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    if (cell instanceof TableCell each) {
                        cells.add(new Cell(words(each), each.isHeader(), false, false));
                    }
                }
                var line = row.getSourceSpans().isEmpty()
                        ? 0
                        : row.getSourceSpans().getFirst().getLineIndex() + 1;
                Table.refuseTooMuch(
                        file, new Row(line, cells.stream().map(Cell::text).toList()), lines.size() + 1);
                width = Math.max(width, cells.size());
                lines.add(new Line(line, cells));
            }
        }
        if (lines.isEmpty()) {
            throw new BadFile(file, List.of(new Problem(0, "there is an empty table in it; take it out.")));
        }
        for (var line : lines) {
            while (line.cells().size() < width) {
                line.cells().add(new Cell("", false, false, false));
            }
        }
        return new Grid(day, lines);
    }

    /// What stands in a node as plain text; line breaks stay.
    private static String words(Node of) {
        var words = new StringBuilder();
        for (Node node = of; node != null; node = next(node, of, true)) {
            switch (node) {
                case Text text -> words.append(text.getLiteral());
                case Code code -> words.append(code.getLiteral());
                case SoftLineBreak _ -> words.append(' ');
                case HardLineBreak _ -> words.append('\n');
                case HtmlInline html -> words.append(html.getLiteral().matches("(?i)<br\\s*/?>") ? "\n" : "");
                default -> {
                    // Emphasis and links are made of texts.
                }
            }
        }
        return Page.tidy(words.toString());
    }

    /// The next node of a tree in the order of the text, without recursion: a text may nest very deep.
    private static @Nullable Node next(Node node, Node top, boolean inside) {
        if (inside && node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node up = node;
        while (up != null && up != top && up.getNext() == null) {
            up = up.getParent();
        }
        return up == null || up == top ? null : up.getNext();
    }
}
