/// The one package that knows Slack. Start at [SlackEdge]: what comes in is translated into
/// [coffeebreak.bot.frontdesk.Arrival]s, acknowledged and only then handed over; what goes out is said by a
/// [coffeebreak.bot.frontdesk.Speaker], delivered by a [coffeebreak.bot.notices.Messenger], and people are looked
/// up in a [coffeebreak.bot.signup.Directory].
///
/// Any server that speaks Slack's protocol will do: [SlackSettings] names it.
@NullMarked
package coffeebreak.bot.slack;

import org.jspecify.annotations.NullMarked;
