package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Message;
import java.util.List;

/// Puts mentors' cards on paper. Implemented where files are written.
@FunctionalInterface
public interface CardPrinter {

    /// @return a PDF in which each card begins a page; buttons are left out
    byte[] pdf(List<Message> cards);
}
