/// The bot put together: its settings, and the configuration that hands each part what it needs. Start at
/// [BotApplication].
@NullMarked
package coffeebreak.bot;

import org.jspecify.annotations.NullMarked;
