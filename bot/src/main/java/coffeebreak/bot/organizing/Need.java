package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Message.Button;

/// Something that waits for an organizer.
///
/// @param words  one sentence
/// @param button deals with it
public record Need(String words, Button button) {}
