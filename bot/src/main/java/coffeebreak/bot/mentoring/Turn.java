package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import java.time.Instant;

/// Somebody's turn to publish. That only one round is published is seen to by the plan's version; a turn is there so
/// that whoever comes second can be told who is at it.
///
/// @param since when it began, by the clock that is handed in
public record Turn(Person who, Instant since) {}
