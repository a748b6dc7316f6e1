package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Text;
import coffeebreak.bot.importing.Content;
import coffeebreak.bot.importing.Remark;
import java.util.List;

/// What an import would change.
///
/// @param result      what would be in force
/// @param counts      in words: "14 sessions, 41 people"
/// @param differences a line each; none when it would change nothing
/// @param touched     what it means for people, seats and cards, a sentence each
/// @param remarks     what was guessed on the way
/// @param lost        why it cannot be, as it would take away a place people sit at: the break, and how many
record Comparison(
        Content result,
        String counts,
        List<Text> differences,
        List<Text> touched,
        List<Remark> remarks,
        List<Lost> lost) {

    Comparison {
        differences = List.copyOf(differences);
        touched = List.copyOf(touched);
        remarks = List.copyOf(remarks);
        lost = List.copyOf(lost);
    }

    /// A break that would be gone, and how many sit in it.
    record Lost(String coffeeBreak, int people) {}
}
