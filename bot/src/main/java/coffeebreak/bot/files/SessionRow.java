package coffeebreak.bot.files;

import coffeebreak.bot.programme.Kind;
import coffeebreak.bot.programme.Session;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A session as read from a file, before its ordinal is known.
///
/// @param line where it stands, from 1
record SessionRow(
        int line,
        String id,
        String title,
        Kind kind,
        int day,
        LocalTime start,
        @Nullable LocalTime end,
        boolean endInferred,
        List<String> people,
        List<Session.Part> parts,
        boolean mentorship,
        @Nullable String room,
        @Nullable String talkTitle,
        @Nullable String note) {

    static void sort(List<SessionRow> rows) {
        rows.sort(Comparator.comparingInt(SessionRow::day).thenComparing(SessionRow::start));
    }

    /// Tells each two sessions that take place at once, unless both name different rooms.
    ///
    /// @param sorted by their starts
    static void overlaps(List<SessionRow> sorted, BiConsumer<SessionRow, SessionRow> earlierAndLater) {
        for (var i = 0; i < sorted.size(); i++) {
            var one = sorted.get(i);
            var end = one.end();
            for (var j = i + 1; end != null && j < sorted.size(); j++) {
                var other = sorted.get(j);
                if (one.day() != other.day() || !other.start().isBefore(end)) {
                    break;
                }
                if (one.room() == null || other.room() == null || one.room().equals(other.room())) {
                    earlierAndLater.accept(one, other);
                }
            }
        }
    }

    /// Sessions of one kind are counted through the whole programme, and so are the parts of one kind.
    ///
    /// @param sorted by their starts
    static List<Session> numbered(List<SessionRow> sorted) {
        var counts = new HashMap<String, Integer>();
        var partCounts = new HashMap<String, Integer>();
        var sessions = new ArrayList<Session>();
        for (var row : sorted) {
            var parts = row.parts().stream()
                    .map(part -> new Session.Part(
                            part.id(),
                            part.title(),
                            part.start(),
                            part.startInferred(),
                            part.end(),
                            part.endInferred(),
                            partCounts.merge(row.kind().id(), 1, Integer::sum),
                            part.people(),
                            part.talkTitle()))
                    .toList();
            sessions.add(new Session(
                    row.id(),
                    row.title(),
                    row.kind(),
                    row.day(),
                    row.start(),
                    row.end(),
                    row.endInferred(),
                    counts.merge(row.kind().id(), 1, Integer::sum),
                    row.people(),
                    parts,
                    row.mentorship(),
                    row.room(),
                    row.talkTitle(),
                    row.note()));
        }
        return sessions;
    }
}
