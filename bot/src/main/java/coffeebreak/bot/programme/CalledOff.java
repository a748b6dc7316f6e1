package coffeebreak.bot.programme;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A part of the programme that organizers called off, and what they put in its place.
///
/// @param session as it was before any delay
/// @param said    when an organizer said so
/// @param instead what stands in its place; null for nothing
/// @param back    when it was said that it takes place after all; null while it does not
public record CalledOff(
        Session session,
        Instant said,
        @Nullable Instead instead,
        @Nullable Instant back) {

    /// What stands in the place of something else, from the same start.
    ///
    /// @param id     of the new session
    /// @param person who gives it; null when nobody was named
    /// @param length how long it takes; null for as long as what it replaces
    public record Instead(
            String id,
            String title,
            Kind kind,
            @Nullable ProgrammePerson person,
            @Nullable Duration length) {

        Session at(Session place) {
            return new Session(
                    id,
                    title,
                    kind,
                    place.day(),
                    place.start(),
                    length == null ? place.end() : place.start().plus(length),
                    length == null && place.endInferred(),
                    1,
                    person == null ? List.of() : List.of(person.id()),
                    List.of(),
                    false,
                    place.room(),
                    null,
                    null);
        }
    }

    /// Whether it still does not take place.
    public boolean stands() {
        return back == null;
    }

    CalledOff backAt(Instant now) {
        return new CalledOff(session, said, instead, now);
    }

    /// Which of some sessions is meant: the one of that name and those people, also when a file that was read again
    /// has given it another id. Of several at the same name the one of that id, or at that time.
    public Optional<Session> in(List<Session> sessions) {
        var same = sessions.stream()
                .filter(other -> other.title().equalsIgnoreCase(session.title())
                        && other.people().equals(session.people())
                        && other.day() == session.day())
                .toList();
        return same.size() == 1
                ? Optional.of(same.getFirst())
                : (same.isEmpty() ? sessions : same)
                        .stream()
                                .filter(other -> other.id().equals(session.id()))
                                .findFirst()
                                .or(() -> same.stream()
                                        .filter(other -> other.start().equals(session.start()))
                                        .findFirst());
    }

    /// The programme in which it does not take place.
    Programme applied(Programme programme) {
        var planned = in(programme.sessions());
        return programme.without(
                planned.orElse(session), said, instead == null ? null : instead.at(planned.orElse(session)), instead);
    }
}
