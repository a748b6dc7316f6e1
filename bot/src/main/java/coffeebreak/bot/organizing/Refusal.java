package coffeebreak.bot.organizing;

/// A way in which something an organizer wants is refused. Every desk keeps its own in an enum, so that the module's
/// page can list them all.
public interface Refusal {

    /// The constant's own.
    String name();

    /// What an organizer reads, with `%s` where a thing is named: what is wrong, where, and the way out.
    String template();

    /// @param named as many as the template has places for
    default String with(Object... named) {
        return template().formatted(named);
    }
}
