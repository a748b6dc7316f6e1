package coffeebreak.bot.programme;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/// How people are told of a coffee break: its name, when and where it is.
public record BreakWording(Programme programme) {

    /// "Coffee Break 1"; without the number where there is only one.
    public String name(Session coffeeBreak) {
        return programme.breaks().size() > 1 ? coffeeBreak.title() + " " + coffeeBreak.ordinal() : coffeeBreak.title();
    }

    /// The same for any part of the programme: the others have their titles.
    public String title(Session session) {
        return session.mentorship() ? name(session) : session.title();
    }

    /// "Coffee Break 1, 10:30 to 11:00 at the venue (15:30 for you)".
    ///
    /// @param zone where the reader's own clock stands
    public String when(Session coffeeBreak, ZoneId zone) {
        var end = coffeeBreak.end();
        var words = name(coffeeBreak) + ", " + coffeeBreak.start() + (end == null ? "" : " to " + end);
        return own(coffeeBreak, zone)
                .map(time -> words + " at the venue (" + time + " for you)")
                .orElse(words);
    }

    private Optional<LocalTime> own(Session session, ZoneId zone) {
        return programme
                .startOf(session)
                .map(start -> start.atZone(zone).toLocalTime())
                .filter(time -> !time.equals(session.start()));
    }

    public String where(Session coffeeBreak) {
        var room = coffeeBreak.room();
        return room == null ? "The place is not known yet; the organizers will tell you." : "Place: " + room + ".";
    }
}
