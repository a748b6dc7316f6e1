/// Tables without a mentor: whoever got no mentor's seat and agreed to it sits with two or three others who share their
/// interests. [PeerTables] is a value and part of the seating plan of `mentoring`, so that one step changes
/// both; everything here is a pure function of such values.
@NullMarked
package coffeebreak.bot.peers;

import org.jspecify.annotations.NullMarked;
