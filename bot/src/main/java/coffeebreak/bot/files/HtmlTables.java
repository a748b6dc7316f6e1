package coffeebreak.bot.files;

import coffeebreak.bot.files.BadFile.Problem;
import coffeebreak.bot.files.Grid.Cell;
import coffeebreak.bot.files.Grid.Line;
import coffeebreak.bot.files.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/// The tables of a web page, or of a piece of one: with cells over several rows and columns, as a browser lays them out.
final class HtmlTables {

    private static final Set<String> LINES =
            Set.of("br", "p", "div", "li", "ul", "ol", "tr", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "section");
    private static final Set<String> UNSEEN = Set.of("script", "style", "template", "noscript", "svg");
    private static final Set<String> ABOVE = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "caption", "p", "summary");
    private static final Pattern TABLE = Pattern.compile("(?i)<table[\\s>]");
    private static final int MOST_TABLES = 200;
    private static final int MOST_CELLS = 200_000;
    private static final int DEEPEST = 200;
    private static final int WIDEST = 100;
    private static final int HIGHEST = 500;

    private final String file;
    private final List<Grid> grids = new ArrayList<>();
    private String title = "";
    private String day = "";
    private int cellsRead;

    private HtmlTables(String file) {
        this.file = file;
    }

    /// Whether there is a table in a text.
    static boolean in(String text) {
        return TABLE.matcher(text).find();
    }

    static Page read(String file, String text) {
        return new HtmlTables(file).page(text);
    }

    private Page page(String text) {
        var document = Jsoup.parse(text, "", Parser.htmlParser().setTrackPosition(true));
        if (document.getElementsByTag("table").size() > MOST_TABLES) {
            throw new BadFile(
                    file,
                    List.of(new Problem(
                            0,
                            "there are more than %d tables in it; keep those with the programme.".formatted(MOST_TABLES))));
        }
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (depth > DEEPEST) {
                        throw new BadFile(
                                file,
                                List.of(new Problem(
                                        node.sourceRange().start().lineNumber(),
                                        "its elements are nested more than %d deep; paste the table alone."
                                                .formatted(DEEPEST))));
                    }
                },
                document);
        for (var element : document.getAllElements()) {
            var name = element.normalName();
            if (name.equals("table") && element.getElementsByTag("table").size() == 1) {
                var caption = element.getElementsByTag("caption").first();
                if (caption != null) {
                    heading(caption);
                }
                grid(element);
            } else if (ABOVE.contains(name) && element.closest("td, th") == null) {
                heading(element);
            }
        }
        var named = title.isEmpty() ? Page.tidy(document.title()).replace('\n', ' ') : title;
        return new Page(named, grids);
    }

    private void heading(Element element) {
        var words = words(element).replace('\n', ' ');
        if (element.normalName().equals("h1") && title.isEmpty()) {
            title = words;
        }
        if (DateWords.within(words).isPresent()) {
            day = words;
        }
    }

    private void grid(Element table) {
        var rows = table.getElementsByTag("tr");
        var lines = new ArrayList<Line>();
        // What reaches down into the row at hand, by column.
        var down = new ArrayList<@Nullable Reaching>();
        for (var row : rows) {
            var cells = new ArrayList<Cell>();
            for (var child : row.children()) {
                if (child.normalName().equals("td") || child.normalName().equals("th")) {
                    fromAbove(cells, down);
                    place(child, cells, down);
                }
            }
            fromAbove(cells, down);
            var line = row.sourceRange().start().lineNumber();
            cellsRead += cells.size();
            if (cellsRead > MOST_CELLS) {
                throw new BadFile(
                        file,
                        List.of(new Problem(
                                line, "there are more than %,d cells in its tables; keep the programme.".formatted(MOST_CELLS))));
            }
            Table.refuseTooMuch(file, new Row(line, cells.stream().map(Cell::text).toList()), lines.size() + 1);
            lines.add(new Line(line, cells));
        }
        var width = lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
        for (var line : lines) {
            while (line.cells().size() < width) {
                line.cells().add(new Cell("", false, false, false));
            }
        }
        if (width > 0) {
            grids.add(new Grid(day, lines));
        }
    }

    /// A cell that reaches into the rows below.
    ///
    /// @param rows how many more
    private record Reaching(Cell cell, int rows) {}

    private static void fromAbove(List<Cell> cells, List<@Nullable Reaching> down) {
        while (cells.size() < down.size()) {
            var reaching = down.get(cells.size());
            if (reaching == null) {
                return;
            }
            down.set(cells.size(), reaching.rows() == 1 ? null : new Reaching(reaching.cell(), reaching.rows() - 1));
            cells.add(reaching.cell());
        }
    }

    private static void place(Element element, List<Cell> cells, List<@Nullable Reaching> down) {
        var text = words(element);
        var head = element.normalName().equals("th");
        var wide = number(element.attr("colspan"), WIDEST);
        var high = number(element.attr("rowspan"), HIGHEST);
        for (var i = 0; i < wide; i++) {
            var at = cells.size();
            while (down.size() <= at) {
                down.add(null);
            }
            cells.add(new Cell(text, head, false, i > 0));
            if (high > 1) {
                down.set(at, new Reaching(new Cell(text, head, true, i > 0), high - 1));
            }
        }
    }

    private static int number(String written, int most) {
        var digits = written.strip();
        return digits.matches("[1-9]\\d{0,8}") ? Math.min(Integer.parseInt(digits), most) : 1;
    }

    private static String words(Element of) {
        var words = new StringBuilder();
        NodeTraversor.filter(
                new NodeFilter() {
                    @Override
                    public FilterResult head(Node node, int depth) {
                        if (UNSEEN.contains(node.normalName())) {
                            return FilterResult.SKIP_ENTIRELY;
                        }
                        if (node instanceof TextNode text) {
                            words.append(text.getWholeText().replaceAll("\\s+", " "));
                        } else if (LINES.contains(node.normalName())) {
                            words.append('\n');
                        }
                        return FilterResult.CONTINUE;
                    }

                    @Override
                    public FilterResult tail(Node node, int depth) {
                        if (LINES.contains(node.normalName())) {
                            words.append('\n');
                        }
                        return FilterResult.CONTINUE;
                    }
                },
                of);
        return Page.tidy(words.toString());
    }
}
