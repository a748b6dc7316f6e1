package coffeebreak.bot.programme;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One row of the programme. Times are wall-clock times at the venue.
///
/// @param id          stable; seats and profiles refer to coffee breaks by it
/// @param title       as printed: "Invited talk 4"
/// @param day         0 for the programme's first day, 1 for the next
/// @param end         null when nobody said when it ends
/// @param endInferred the end was not stated, but taken from the start of what follows
/// @param ordinal     the how manieth of its kind in the whole programme, from 1
/// @param people      ids of those on stage, in the order printed
/// @param parts       its talks one by one, where it has several; in order
/// @param mentorship  mentors hold their tables in it
/// @param room        null when not known
/// @param talkTitle   what the talk is about, null when not known
/// @param note        one sentence that belongs to it (such as why its speakers are not known yet), or null
public record Session(
        String id,
        String title,
        Kind kind,
        int day,
        LocalTime start,
        @Nullable LocalTime end,
        boolean endInferred,
        int ordinal,
        List<String> people,
        List<Part> parts,
        boolean mentorship,
        @Nullable String room,
        @Nullable String talkTitle,
        @Nullable String note) {

    public Session {
        people = List.copyOf(people);
        parts = List.copyOf(parts);
    }

    /// One talk of a session with several.
    ///
    /// @param startInferred its start was worked out, not printed
    /// @param ordinal       the how manieth part of all sessions of that kind, from 1
    public record Part(
            String id,
            String title,
            LocalTime start,
            boolean startInferred,
            LocalTime end,
            boolean endInferred,
            int ordinal,
            List<String> people,
            @Nullable String talkTitle) {

        public Part {
            people = List.copyOf(people);
        }

        private Part delayed(Delay delay) {
            return new Part(
                    id,
                    title,
                    later(start, delay),
                    startInferred,
                    later(end, delay),
                    endInferred,
                    ordinal,
                    people,
                    talkTitle);
        }
    }

    /// The same after a delay: later as a whole, or longer if it was on.
    ///
    /// @param begun whether it had begun when the delay was said
    /// @throws IllegalArgumentException when it would then begin or end on the next day
    Session delayed(Delay delay, boolean begun) {
        var whole = !begun && !start.isBefore(delay.from());
        var on = !whole && end != null && end.isAfter(delay.from());
        if (!whole && !on) {
            return this;
        }
        return new Session(
                id,
                title,
                kind,
                day,
                whole ? later(start, delay) : start,
                end == null ? null : later(end, delay),
                endInferred,
                ordinal,
                people,
                parts.stream()
                        .map(part -> whole || !part.start().isBefore(delay.from()) ? part.delayed(delay) : part)
                        .toList(),
                mentorship,
                room,
                talkTitle,
                note);
    }

    /// The same in a room.
    Session in(String other) {
        return new Session(
                id,
                title,
                kind,
                day,
                start,
                end,
                endInferred,
                ordinal,
                people,
                parts,
                mentorship,
                other,
                talkTitle,
                note);
    }

    private static LocalTime later(LocalTime time, Delay delay) {
        var later = time.plus(delay.by());
        if (later.isBefore(time)) {
            throw new IllegalArgumentException(
                    "what is at " + time + " would be on the next day with " + delay.inWords());
        }
        return later;
    }

    /// How long it takes, where its end is known.
    public Optional<Duration> length() {
        return end == null ? Optional.empty() : Optional.of(Duration.between(start, end));
    }
}
