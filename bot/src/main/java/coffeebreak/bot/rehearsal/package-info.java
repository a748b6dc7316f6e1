/// The whole day played before it comes: the bot as it is, in the local workspace, with people who are made
/// up and a clock that waits for the bot.
///
/// Start at [Rehearsal]. [Crowd] makes the people, [Script] says who does what and when, [Play] lets them do
/// it over Slack's protocol ([Hands]) and reads what they are told ([Correspondence]); [Judgement] holds that
/// against what the bot promises, and [Report] is the verdict as numbers, written by [ReportPage].
@NullMarked
package coffeebreak.bot.rehearsal;

import org.jspecify.annotations.NullMarked;
