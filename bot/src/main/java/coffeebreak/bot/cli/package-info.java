/// The commands of the jar. Start at [Coffeebreak].
@NullMarked
package coffeebreak.bot.cli;

import org.jspecify.annotations.NullMarked;
