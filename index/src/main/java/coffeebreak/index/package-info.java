/// What people care about: texts in, search and affinities with reasons out.
///
/// A caller needs two types: [TopicIndex], and the [Entry] it is given for every person, talk or
/// paper. Lucene is inside and nowhere else; where vectors come from is the caller's [Embedder].
@NullMarked
package coffeebreak.index;

import org.jspecify.annotations.NullMarked;
