package coffeebreak.bot.organizing;

import coffeebreak.bot.answers.Answers;
import coffeebreak.bot.answers.Conversation;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Programme.Cancelled;
import coffeebreak.bot.programme.Session;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the part of the programme that organizers mean, cancelled ones included: by its id, its title, when it
/// starts, or whatever questions are understood by ("the panel", "Wyart's talk").
public final class SessionFinder {

    private final Answers answers;

    public SessionFinder(Answers answers) {
        this.answers = answers;
    }

    /// @return all that could be meant, in the order of the day
    List<Session> find(String words, Programme programme, int today) {
        var all = Stream.concat(
                        programme.sessions().stream(),
                        programme.cancelled().stream().map(Cancelled::session))
                .toList();
        var byId = all.stream().filter(session -> session.id().equals(words)).toList();
        if (!byId.isEmpty()) {
            return byId;
        }
        var byTitle = all.stream()
                .filter(session ->
                        session.title().equalsIgnoreCase(words) || words.equalsIgnoreCase(session.talkTitle()))
                .toList();
        if (!byTitle.isEmpty()) {
            return byTitle;
        }
        var time = time(words);
        if (time.isPresent()) {
            return all.stream()
                    .filter(session -> session.day() == today && session.start().equals(time.get()))
                    .toList();
        }
        return answers.sessions(words, Conversation.none());
    }

    /// "14:30", "9.05".
    static Optional<LocalTime> time(String words) {
        var padded = words.replace('.', ':');
        if (!padded.matches("\\d{1,2}:\\d\\d")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.parse(padded.length() == 4 ? "0" + padded : padded));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
