package coffeebreak.bot.files;

import coffeebreak.bot.finding.Paper;
import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.importing.Remark;
import coffeebreak.bot.importing.Remark.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Papers as they are collected from a file: each once.
public final class PaperList {

    private final List<Paper> papers = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, Integer> lineByTitle = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    PaperList() {}

    /// The papers in a file, as a proposal: OpenReview's notes where it is JSON, a table otherwise.
    ///
    /// @param location a path, or a `file:` address
    /// @throws BadFile when there is no such file, or it holds no papers
    public static Proposal<List<Paper>> at(String location) {
        return parse(location, TextFile.bytes(location));
    }

    /// The papers in a file's bytes.
    ///
    /// @param file what to call it when something is wrong
    /// @throws BadFile when it holds no papers
    public static Proposal<List<Paper>> parse(String file, byte[] bytes) {
        return file.toLowerCase(Locale.ROOT).matches(".*\\.jsonl?") || OpenReviewNotes.looksLikeJson(bytes)
                ? OpenReviewNotes.parse(file, bytes)
                : CsvPapers.parse(file, bytes);
    }

    /// Adds a paper, unless one of that title is there already.
    void add(int line, Paper paper) {
        var before = lineByTitle.putIfAbsent(
                paper.title()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip(),
                line);
        if (before != null) {
            remark(
                    line,
                    "title",
                    Kind.GUESSED,
                    "\"%s\" is in line %d already; taken once.".formatted(paper.title(), before));
        } else if (!ids.add(paper.id())) {
            remark(
                    line,
                    "id",
                    Kind.WRONG,
                    "left out: the id \"%s\" is another paper's; give it one of its own.".formatted(paper.id()));
        } else {
            papers.add(paper);
        }
    }

    List<Remark> remarks() {
        return remarks;
    }

    void remark(int line, String column, Kind kind, String what) {
        remarks.add(new Remark(line, column, kind, what));
    }

    Proposal<List<Paper>> proposal(String file, String readAs) {
        var authors = papers.stream().mapToInt(paper -> paper.authors().size()).sum();
        remark(
                0,
                "",
                Kind.UNDERSTOOD,
                "%d papers with %d authors; read as %s.".formatted(papers.size(), authors, readAs));
        return new Proposal<>(file, List.copyOf(papers), remarks);
    }
}
