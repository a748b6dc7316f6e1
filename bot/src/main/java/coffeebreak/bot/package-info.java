/// The bot put together: its settings, and what hands each part the others it needs. Start at [Bot]; what Spring does
/// stands in [BotApplication].
@NullMarked
package coffeebreak.bot;

import org.jspecify.annotations.NullMarked;
