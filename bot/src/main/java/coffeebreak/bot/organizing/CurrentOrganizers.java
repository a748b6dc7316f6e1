package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.signup.Directory;
import java.util.Set;

/// The organizers who are still full members of the workspace. Whoever became a guest, or whose account was closed,
/// does nothing of theirs any more, without anybody having to think of taking them from the list. While the chat cannot
/// be asked, the list alone counts.
public final class CurrentOrganizers implements Organizers {

    private final Organizers listed;
    private final Directory directory;

    public CurrentOrganizers(Organizers listed, Directory directory) {
        this.listed = listed;
        this.directory = directory;
    }

    /// Whoever is listed: to write to somebody in vain does no harm.
    @Override
    public Set<Person> all() {
        return listed.all();
    }

    @Override
    public boolean contains(Person who) {
        return listed.contains(who)
                && directory.find(who).map(Directory.Entry::member).orElse(true);
    }
}
