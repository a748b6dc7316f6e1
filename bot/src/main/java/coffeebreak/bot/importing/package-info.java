/// What a file would bring in, before it does: a [Proposal][coffeebreak.bot.importing.Proposal] with a report of what
/// was understood, guessed and not. Nothing counts until somebody confirms it.
@NullMarked
package coffeebreak.bot.importing;

import org.jspecify.annotations.NullMarked;
