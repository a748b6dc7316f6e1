/// What people care about: texts in, search and affinities with reasons out.
@NullMarked
package coffeebreak.index;

import org.jspecify.annotations.NullMarked;
