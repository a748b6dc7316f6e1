/// What organizers can do, who is one, and the trail of what they did.
@NullMarked
package coffeebreak.bot.organizing;

import org.jspecify.annotations.NullMarked;
