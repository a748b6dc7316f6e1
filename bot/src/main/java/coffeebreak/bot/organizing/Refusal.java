package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Text;

/// A way in which something an organizer wants is refused. Every desk keeps its own in an enum, so that the module's
/// page can list them all.
public interface Refusal {

    /// The constant's own.
    String name();

    /// What an organizer reads, with `%s` where a thing is named: what is wrong, where, and the way out.
    String template();

    /// The same with the people among what it names linked, as far as the chat can.
    default Text text(Object... named) {
        var text = Text.of("");
        var from = 0;
        for (var each : named) {
            var place = template().indexOf("%s", from);
            text = text.plain(template().substring(from, place));
            text = each instanceof Person person ? text.mention(person) : text.plain(each.toString());
            from = place + 2;
        }
        return text.plain(template().substring(from));
    }

    /// @param named as many as the template has places for
    default String with(Object... named) {
        return template().formatted(named);
    }
}
