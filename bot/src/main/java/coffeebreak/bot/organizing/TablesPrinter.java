package coffeebreak.bot.organizing;

/// Puts the tables on paper. Implemented where files are written.
@FunctionalInterface
public interface TablesPrinter {

    /// @return a PDF: each break begins a page, and so does the list of people
    byte[] pdf(TableList tables);
}
