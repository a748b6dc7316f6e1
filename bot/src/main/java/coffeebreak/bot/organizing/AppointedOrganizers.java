package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.StoreUnavailable;
import java.util.HashSet;
import java.util.Set;

/// Those the settings name and those organizers have added, read anew whenever somebody asks, so that a change holds at
/// once in every process. Without the store only those of the settings are known.
public final class AppointedOrganizers implements Organizers {

    private final Set<Person> named;
    private final Appointed appointed;

    /// @param named by the settings
    public AppointedOrganizers(Set<Person> named, Appointed appointed) {
        this.named = Set.copyOf(named);
        this.appointed = appointed;
    }

    @Override
    public Set<Person> all() {
        var all = new HashSet<>(named);
        try {
            all.addAll(appointed.all());
        } catch (StoreUnavailable gone) {
            // Fewer may then do something, never more.
        }
        return all;
    }

    @Override
    public boolean contains(Person who) {
        return named.contains(who) || all().contains(who);
    }

    /// Whether the settings name somebody, so that no command takes them away.
    boolean isNamed(Person who) {
        return named.contains(who);
    }
}
