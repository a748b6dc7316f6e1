package coffeebreak.bot.rehearsal;

import coffeebreak.bot.encoding.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a report into a folder: a page that needs nothing beside it, and the same as JSON.
public record ReportFiles(Path folder) {

    /// @return the page
    public Path write(Report report) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("report.json"), new Json().write(report));
            return Files.writeString(folder.resolve("report.html"), ReportPage.of(report));
        } catch (IOException failure) {
            throw new UncheckedIOException("the report cannot be written into " + folder, failure);
        }
    }
}
