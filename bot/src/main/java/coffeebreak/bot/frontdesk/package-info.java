/// Every message and click enters here. The [Reception] keeps it before it is acknowledged, drops repeats and serves
/// one person at a time, on any number of replicas; at the [FrontDesk] words become a
/// [coffeebreak.bot.chat.ChatIntent], and one exhaustive switch decides what happens.
@NullMarked
package coffeebreak.bot.frontdesk;

import org.jspecify.annotations.NullMarked;
