package coffeebreak.bot.organizing;

import java.util.function.Supplier;

/// Something an organizer wants, not yet carried out.
///
/// @param name     for the audit trail: "publish round 3"
/// @param carryOut called only when they may
public record Act(String name, Supplier<Done> carryOut) {}
