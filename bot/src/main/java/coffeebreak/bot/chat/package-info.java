/// The language of the bot: what a person can want ([ChatIntent]), what the bot can say ([Reply], [Message], [Form]),
/// whom it talks to ([Person]) and what it owes somebody ([Notice]). Depends on nothing.
@NullMarked
package coffeebreak.bot.chat;

import org.jspecify.annotations.NullMarked;
