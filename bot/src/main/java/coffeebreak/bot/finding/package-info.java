/// Who and what somebody could be interested in: search over talks, papers, mentors and participants who chose to be
/// found, and recommendations from a profile. Start at [Finding][coffeebreak.bot.finding.Finding].
@NullMarked
package coffeebreak.bot.finding;

import org.jspecify.annotations.NullMarked;
