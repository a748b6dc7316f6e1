package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Attachment;
import java.util.Optional;
import java.util.function.Supplier;

/// The tables as a file to be printed, as they are at the moment.
public final class Paper {

    private final Supplier<Optional<TableList>> tables;
    private final TablesPrinter printer;

    /// @param tables empty as long as nothing was published
    public Paper(Supplier<Optional<TableList>> tables, TablesPrinter printer) {
        this.tables = tables;
        this.printer = printer;
    }

    Optional<Attachment> tables() {
        return tables.get()
                .map(list -> new Attachment(
                        "tables.pdf",
                        "application/pdf",
                        printer.pdf(list),
                        "The tables to be printed. " + list.state()));
    }
}
