package coffeebreak.bot.organizing;

import java.util.List;

/// Writes tables for other programs. Implemented where files are written.
@FunctionalInterface
public interface Sheets {

    /// @param rows the first has the names of the columns. A cell that another program would take for a formula is
    ///             made plain words
    /// @return CSV as RFC 4180 has it, in UTF-8
    byte[] csv(List<List<String>> rows);
}
