package coffeebreak.bot.answers;

import coffeebreak.bot.programme.Session;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One line of an answer: a session, or one part of it.
record Row(Session session, Session.@Nullable Part part) {

    static Row of(Session session) {
        return new Row(session, null);
    }

    String id() {
        return part == null ? session.id() : part.id();
    }

    int day() {
        return session.day();
    }

    LocalTime start() {
        return part == null ? session.start() : part.start();
    }

    boolean startInferred() {
        return part != null && part.startInferred();
    }

    @Nullable
    LocalTime end() {
        return part == null ? session.end() : part.end();
    }

    boolean endInferred() {
        return part == null ? session.endInferred() : part.endInferred();
    }

    int ordinal() {
        return part == null ? session.ordinal() : part.ordinal();
    }

    String title() {
        return part == null ? session.title() : part.title();
    }

    @Nullable
    String talkTitle() {
        return part == null ? session.talkTitle() : part.talkTitle();
    }

    List<String> people() {
        if (part != null) {
            return part.people();
        }
        return java.util.stream.Stream.concat(
                        session.people().stream(), session.parts().stream().flatMap(other -> other.people().stream()))
                .distinct()
                .toList();
    }

    Optional<Duration> length() {
        var end = end();
        return end == null ? Optional.empty() : Optional.of(Duration.between(start(), end));
    }

    /// Minutes since the programme's first midnight at which it starts.
    long startMinute() {
        return day() * 1440L + start().toSecondOfDay() / 60;
    }

    /// Minutes since the programme's first midnight at which it ends; the day's end where nobody said.
    long endMinute() {
        var end = end();
        return end == null ? (day() + 1) * 1440L : day() * 1440L + end.toSecondOfDay() / 60;
    }
}
