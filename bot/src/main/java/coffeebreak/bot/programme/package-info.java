/// The day as it is known: start at [Programme][coffeebreak.bot.programme.Programme]. What is not known is null or
/// empty here, never guessed; what was inferred says so. Values only: a delay or a change is a new version of the
/// whole. Depends on nothing but the JDK.
@NullMarked
package coffeebreak.bot.programme;

import org.jspecify.annotations.NullMarked;
