/// Who sits where: mentor tables and peer tables as pure functions over records.
@NullMarked
package coffeebreak.matching;

import org.jspecify.annotations.NullMarked;
