/// Every message and click enters here: repeats are dropped, one person is served at a time, words become a
/// [coffeebreak.bot.chat.ChatIntent], and one exhaustive switch decides what happens.
@NullMarked
package coffeebreak.bot.frontdesk;

import org.jspecify.annotations.NullMarked;
