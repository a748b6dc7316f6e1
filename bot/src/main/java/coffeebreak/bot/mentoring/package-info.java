/// Rounds, seats, standby and mentors' cards. The whole state of the seats is one value, [SeatingPlan], and every
/// change of it is a pure function from one plan to the next together with the notices it causes.
@NullMarked
package coffeebreak.bot.mentoring;

import org.jspecify.annotations.NullMarked;
