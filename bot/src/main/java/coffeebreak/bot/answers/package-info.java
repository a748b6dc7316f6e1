/// Questions about the day: read into a small algebra, evaluated on the programme by ordinary code, worded by
/// templates, or said not to be known. Start at [Answers][coffeebreak.bot.answers.Answers]; the algebra is
/// [Query][coffeebreak.bot.answers.Query].
@NullMarked
package coffeebreak.bot.answers;

import org.jspecify.annotations.NullMarked;
