/// What is found when somebody looks whether the bot can go live: the words in which every edge reports what it saw.
@NullMarked
package coffeebreak.bot.doctor;

import org.jspecify.annotations.NullMarked;
