/// Files in and out: programmes and whatever organizers import and export. A reader says everything that is wrong with
/// a file at once, each with its line and the way out.
@NullMarked
package coffeebreak.bot.files;

import org.jspecify.annotations.NullMarked;
