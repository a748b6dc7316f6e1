package coffeebreak.bot.importing;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.signup.Stage;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody a roster names. A participant among them is not signed up by it: that, and who may see what, only they can
/// say.
///
/// @param line        where they stand in the file
/// @param email       in lower case; empty where none is given
/// @param person      who they are in the chat, where the file says so; null otherwise
/// @param institution as written; may be empty
/// @param stage       null where it was not given or not understood
/// @param interests   a phrase each
/// @param papers      titles
/// @param breaks      ids of the breaks they can make; all of them where the file does not say
/// @param mentor      as the programme names them, for who offers a table; null for everybody else
/// @param seats       at each of a mentor's tables
/// @param agreed      whether a mentor has agreed already, so that nobody needs to ask them
public record RosterRow(
        int line,
        String name,
        String email,
        @Nullable Person person,
        String institution,
        @Nullable Stage stage,
        List<String> interests,
        List<String> papers,
        Set<String> breaks,
        @Nullable String mentor,
        int seats,
        boolean agreed) {

    public RosterRow {
        interests = List.copyOf(interests);
        papers = List.copyOf(papers);
        breaks = Set.copyOf(breaks);
    }
}
