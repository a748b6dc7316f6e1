/// What the bot owes somebody: planned together with the decision, delivered later, seen exactly once.
///
/// [Outbox] keeps, [Courier] delivers through a [Messenger], and both may be interrupted anywhere.
@NullMarked
package coffeebreak.bot.notices;

import org.jspecify.annotations.NullMarked;
