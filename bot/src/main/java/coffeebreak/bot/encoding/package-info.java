/// Records of the bot as JSON and back: what a button carries and what the store keeps are written by the same hand.
@NullMarked
package coffeebreak.bot.encoding;

import org.jspecify.annotations.NullMarked;
