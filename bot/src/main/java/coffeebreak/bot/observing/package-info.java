/// How the bot is, for those who run it: figures for Prometheus. The one package that knows Micrometer.
///
/// Nothing else is measured into: what is counted passes by here on its way, through the ports it passes anyway
/// ([coffeebreak.bot.frontdesk.Clerk], [coffeebreak.bot.notices.Messenger],
/// [coffeebreak.bot.mentoring.Plans]), and what is a level is asked for when somebody wants to know.
///
/// No figure has a label that names or means a person, a conversation or words: labels are words of ours, and Slack's
/// names for its methods. What each means stands in [Figures].
@NullMarked
package coffeebreak.bot.observing;

import org.jspecify.annotations.NullMarked;
