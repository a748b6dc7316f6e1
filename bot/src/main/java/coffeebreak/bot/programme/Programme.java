package coffeebreak.bot.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The workshop: its sessions, people and facts, as known in one version.
///
/// @param name      in full
/// @param shortName as people call it
/// @param version   grows with every change; 1 for what was read from the file
/// @param tentative the organizers call the schedule tentative
/// @param date      the first day; null until somebody sets it
/// @param zone      where the venue's clocks stand; null until somebody sets it
/// @param place     city and venue; null when not known
/// @param sessions  in the order of their starts
public record Programme(
        String name,
        String shortName,
        long version,
        boolean tentative,
        @Nullable LocalDate date,
        @Nullable ZoneId zone,
        @Nullable String place,
        List<Topic> topics,
        List<Session> sessions,
        List<ProgrammePerson> people,
        List<Fact> facts,
        Institutions institutions) {

    public Programme {
        topics = List.copyOf(topics);
        sessions = List.copyOf(sessions);
        people = List.copyOf(people);
        facts = List.copyOf(facts);
    }

    /// The coffee breaks in which mentors hold their tables, in order. Their ids are what seats and profiles name.
    public List<Session> breaks() {
        return sessions.stream().filter(Session::mentorship).toList();
    }

    /// Those who may hold a table, in the order printed.
    public List<ProgrammePerson> mentors() {
        return withRole(Role.MENTOR);
    }

    public List<ProgrammePerson> withRole(Role role) {
        return people.stream().filter(person -> person.is(role)).toList();
    }

    public Optional<Session> session(String id) {
        return sessions.stream().filter(session -> session.id().equals(id)).findFirst();
    }

    public Optional<ProgrammePerson> person(String id) {
        return people.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    public Optional<Topic> topic(String id) {
        return topics.stream().filter(topic -> topic.id().equals(id)).findFirst();
    }

    /// Those on stage in a session, those of its parts after them, in the order printed.
    public List<ProgrammePerson> peopleOf(Session session) {
        return java.util.stream.Stream.concat(
                        session.people().stream(), session.parts().stream().flatMap(part -> part.people().stream()))
                .distinct()
                .flatMap(id -> person(id).stream())
                .toList();
    }

    /// The sessions in which somebody is on stage, in order.
    public List<Session> sessionsOf(ProgrammePerson person) {
        return sessions.stream()
                .filter(session -> peopleOf(session).contains(person))
                .toList();
    }

    /// Where the venue's clocks stand, for what has to be told at some time anyway: UTC until somebody sets it.
    public ZoneId venueZone() {
        return zone == null ? ZoneOffset.UTC : zone;
    }

    /// The time on the venue's clock, to the minute.
    public LocalTime timeAtVenue(Instant instant) {
        return instant.atZone(venueZone()).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    }

    /// Which day of the programme it is, from 0: the first before it, the last afterwards, and the first as long as
    /// date
    /// and zone are not set.
    public int dayAt(Instant now) {
        return date == null || zone == null
                ? 0
                : Math.clamp(ChronoUnit.DAYS.between(date, now.atZone(zone).toLocalDate()), 0, days() - 1);
    }

    /// When a session starts; empty until date and zone are set.
    public Optional<Instant> startOf(Session session) {
        return startAtVenue(session)
                .flatMap(start -> zone == null
                        ? Optional.empty()
                        : Optional.of(start.atZone(zone).toInstant()));
    }

    /// When a session ends; empty until date and zone are set, and for a session whose end nobody stated.
    public Optional<Instant> endOf(Session session) {
        return endAtVenue(session)
                .flatMap(end -> zone == null
                        ? Optional.empty()
                        : Optional.of(end.atZone(zone).toInstant()));
    }

    /// The date and time on the venue's clock at which a session starts; empty until the date is set.
    public Optional<LocalDateTime> startAtVenue(Session session) {
        return dateOf(session).map(day -> day.atTime(session.start()));
    }

    /// The date and time on the venue's clock at which a session ends, where that is known.
    public Optional<LocalDateTime> endAtVenue(Session session) {
        var end = session.end();
        return end == null ? Optional.empty() : dateOf(session).map(day -> day.atTime(end));
    }

    /// The day of a session; empty until the date is set.
    public Optional<LocalDate> dateOf(Session session) {
        return date == null ? Optional.empty() : Optional.of(date.plusDays(session.day()));
    }

    /// Whether the workshop goes on at some time between two instants, from its first session to its last; never
    /// before
    /// date and zone are set.
    public boolean goesOnBetween(Instant from, Instant until) {
        var starts = sessions.stream().flatMap(session -> startOf(session).stream());
        return starts.min(Comparator.naturalOrder()).filter(until::isAfter).isPresent()
                && lastEnd().filter(from::isBefore).isPresent();
    }

    /// When the last session ends, as far as that is known; empty until date and zone are set.
    public Optional<Instant> lastEnd() {
        return sessions.stream()
                .flatMap(session -> endOf(session).or(() -> startOf(session)).stream())
                .max(Comparator.naturalOrder());
    }

    /// How many days the programme has.
    public int days() {
        return sessions.stream().mapToInt(Session::day).max().orElse(0) + 1;
    }

    /// The same with a date, a zone, or both given from outside; what is null here stays as it is.
    public Programme at(@Nullable LocalDate otherDate, @Nullable ZoneId otherZone) {
        return new Programme(
                name,
                shortName,
                version,
                tentative,
                otherDate == null ? date : otherDate,
                otherZone == null ? zone : otherZone,
                place,
                topics,
                sessions,
                people,
                facts,
                institutions);
    }

    /// The same as it is after a delay, in the same version.
    ///
    /// @throws IllegalArgumentException when something would then begin or end on the next day
    public Programme delayed(Delay delay) {
        var begun = zone == null || date == null ? LocalDateTime.MIN : LocalDateTime.ofInstant(delay.said(), zone);
        return withSessions(sessions.stream()
                .map(session -> session.day() == delay.day()
                        ? session.delayed(
                                delay,
                                startAtVenue(session)
                                        .filter(start -> start.isBefore(begun))
                                        .isPresent())
                        : session)
                .toList());
    }

    public Programme inVersion(long other) {
        return new Programme(
                name, shortName, other, tentative, date, zone, place, topics, sessions, people, facts, institutions);
    }

    private Programme withSessions(List<Session> changed) {
        return new Programme(
                name, shortName, version, tentative, date, zone, place, topics, changed, people, facts, institutions);
    }

    /// The same with more spellings of institutions, which win where they differ.
    public Programme with(Institutions more) {
        return new Programme(
                name,
                shortName,
                version,
                tentative,
                date,
                zone,
                place,
                topics,
                sessions,
                people,
                facts,
                institutions.with(more));
    }
}
