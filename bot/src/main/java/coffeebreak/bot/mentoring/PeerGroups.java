package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.peers.PeerTable;
import coffeebreak.bot.peers.PeerTables;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Brings those of a new table of peers together in one conversation, where they can say hello before the break. It is
/// an addition: what each of them needs to know, and the button, is in a message of their own.
///
/// Such a conversation shows who is in it, so only those are in it who agreed that their table may see their name. Its
/// people cannot be changed, and no other is opened when the table changes: the message is edited then, or taken back
/// when it has not left yet, so that nobody is brought together who must be kept apart.
final class PeerGroups {

    private final World world;

    PeerGroups(World world) {
        this.world = world;
    }

    /// The tables with those brought together who sit at one that was not there before.
    PeerTables gathered(PeerTables before, PeerTables tables) {
        var known = before.all().stream().map(PeerTable::id).collect(Collectors.toSet());
        return new PeerTables(tables.all().stream()
                .map(table -> known.contains(table.id()) ? table : table.together(willing(table)))
                .toList());
    }

    private List<Person> willing(PeerTable table) {
        var willing = table.expected().stream().filter(this::agrees).toList();
        return willing.size() < 2 ? List.of() : willing;
    }

    private boolean agrees(Person person) {
        return world.profile(person)
                .filter((Profile profile) -> profile.agreesTo(Consent.TABLEMATES))
                .isPresent();
    }

    /// What a change of the tables means for these conversations.
    ///
    /// @param renewed who has changed what they agree to, perhaps
    List<Notice> notices(PeerTables before, PeerTables after, Set<Person> renewed) {
        var then = before.all().stream().collect(Collectors.toMap(PeerTable::id, Function.identity()));
        var owed = new ArrayList<Notice>();
        for (var table : after.all()) {
            var was = then.get(table.id());
            if (table.together().isEmpty()) {
                continue;
            }
            if (was == null) {
                owed.add(notice(
                        id(table),
                        table,
                        new Notice.Content.Post(world.peerWording().together(table)),
                        world.programme()
                                .session(table.coffeeBreak())
                                .flatMap(world.programme()::endOf)
                                .orElse(null)));
            } else if (isOutdated(was, table, renewed)) {
                Message changed = world.peerWording().noLongerTogether(table);
                owed.add(notice(
                        world.ids().of("peers-together-edit", table.id()),
                        table,
                        new Notice.Content.TakeBack(id(table), changed),
                        null));
            }
        }
        return owed;
    }

    private boolean isOutdated(PeerTable was, PeerTable table, Set<Person> renewed) {
        return !was.expected().equals(table.expected())
                || !was.together().equals(table.together())
                || table.together().stream().anyMatch(person -> renewed.contains(person) && !agrees(person));
    }

    private String id(PeerTable table) {
        return world.ids().of("peers-together", table.id());
    }

    private Notice notice(String id, PeerTable table, Notice.Content content, @Nullable Instant expires) {
        var people = table.together();
        return new Notice(
                id,
                people.getFirst(),
                people.subList(1, people.size()),
                content,
                world.now(),
                Notice.Urgency.ORDINARY,
                expires);
    }
}
