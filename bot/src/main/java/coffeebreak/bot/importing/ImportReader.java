package coffeebreak.bot.importing;

import coffeebreak.bot.importing.Content.Sort;
import coffeebreak.bot.programme.Programme;
import java.util.List;
import java.util.Optional;

/// Reads files of any format. Implemented where formats are known.
@FunctionalInterface
public interface ImportReader {

    /// @param content empty for a file that cannot be used: what is wrong is then among the remarks
    /// @param whole   whether the file says all there is to say
    record Result(Optional<Content> content, boolean whole, List<Remark> remarks) {
        public Result {
            remarks = List.copyOf(remarks);
        }
    }

    /// Never throws for what is in a file.
    ///
    /// @param file    what the person called it
    /// @param inForce whose breaks and people a list refers to
    Result read(Sort sort, String file, byte[] bytes, Programme inForce);
}
