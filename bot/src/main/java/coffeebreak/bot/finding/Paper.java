package coffeebreak.bot.finding;

import java.util.List;

/// A paper that is presented at the workshop, usually as a poster.
///
/// @param id       unique among the papers: the review system's own where there is one
/// @param authors  in the order printed
/// @param summary  the abstract; may be empty
/// @param venue    how it was accepted, as the source words it ("Sci4DL 2026 Oral"); may be empty
public record Paper(
        String id, String title, List<Author> authors, String summary, List<String> keywords, String venue) {

    /// @param name  as printed
    /// @param email where the source gives it away; empty otherwise. Never shown
    public record Author(String name, String email) {}

    public Paper {
        authors = List.copyOf(authors);
        keywords = List.copyOf(keywords);
    }
}
