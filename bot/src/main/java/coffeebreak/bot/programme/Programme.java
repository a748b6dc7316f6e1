package coffeebreak.bot.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
/// @param cancelled what was to take place and does not, with the times it would have now
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
        Institutions institutions,
        List<Cancelled> cancelled) {

    private static final Comparator<Session> IN_ORDER =
            Comparator.comparingInt(Session::day).thenComparing(Session::start);

    public Programme {
        topics = List.copyOf(topics);
        sessions = List.copyOf(sessions);
        people = List.copyOf(people);
        facts = List.copyOf(facts);
        cancelled = List.copyOf(cancelled);
    }

    /// A programme of which nothing is cancelled.
    public Programme(
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
        this(
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
                institutions,
                List.of());
    }

    /// A part that does not take place.
    ///
    /// @param instead id of what stands in its place; null for nothing
    public record Cancelled(
            Session session, Instant said, @Nullable String instead) {}

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
    /// date and zone are not set.
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

    /// Whether the workshop goes on at some time between two instants, from its first session to its last; never before
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
                institutions,
                cancelled);
    }

    /// The same as it is after a delay, in the same version.
    ///
    /// @throws IllegalArgumentException when something would then begin or end on the next day
    public Programme delayed(Delay delay) {
        var begun = zone == null || date == null ? LocalDateTime.MIN : LocalDateTime.ofInstant(delay.said(), zone);
        UnaryOperator<Session> late = session -> session.day() == delay.day()
                ? session.delayed(
                        delay,
                        startAtVenue(session)
                                .filter(start -> start.isBefore(begun))
                                .isPresent())
                : session;
        return with(
                sessions.stream().map(late).toList(),
                people,
                facts,
                cancelled.stream()
                        .map(each -> new Cancelled(late.apply(each.session()), each.said(), each.instead()))
                        .toList());
    }

    /// The same without a part of it, which is then known to be cancelled.
    ///
    /// @param other stands in its place; null for nothing
    /// @param given what is said of the other; null where there is none
    Programme without(Session session, Instant said, @Nullable Session other, CalledOff.@Nullable Instead given) {
        var left = new ArrayList<>(sessions);
        left.removeIf(each -> each.id().equals(session.id()));
        var known = new ArrayList<>(people);
        if (other != null) {
            left.add(other);
            left.sort(IN_ORDER);
        }
        if (given != null
                && given.person() != null
                && person(given.person().id()).isEmpty()) {
            known.add(given.person());
        }
        var off = new ArrayList<>(cancelled);
        off.add(new Cancelled(session, said, other == null ? null : other.id()));
        return with(left, known, facts, off);
    }

    /// The same with what organizers said on the day: rooms, statements, and what does not hold any more.
    Programme saying(List<Saying> sayings) {
        if (sayings.isEmpty()) {
            return this;
        }
        var said = new ArrayList<Fact>();
        sayings.reversed().stream().filter(Saying::isStatement).forEach(each -> said.add(each.fact(this)));
        facts.stream()
                .filter(fact -> sayings.stream().noneMatch(each -> each.isAbout(fact.id())))
                .forEach(said::add);
        return with(
                sessions.stream()
                        .map(session -> sayings.stream()
                                .filter(each -> session.id().equals(each.session()))
                                .findFirst()
                                .map(each -> session.in(each.words()))
                                .orElse(session))
                        .toList(),
                people,
                said,
                cancelled);
    }

    /// The same as if nothing had been cancelled, beside what stands in its place: to understand who asks about it.
    public Programme asPlanned() {
        var all = new ArrayList<>(sessions);
        cancelled.forEach(each -> all.add(each.session()));
        all.sort(IN_ORDER);
        return with(all, people, facts, List.of());
    }

    public Programme inVersion(long other) {
        return new Programme(
                name,
                shortName,
                other,
                tentative,
                date,
                zone,
                place,
                topics,
                sessions,
                people,
                facts,
                institutions,
                cancelled);
    }

    private Programme with(List<Session> changed, List<ProgrammePerson> known, List<Fact> said, List<Cancelled> off) {
        return new Programme(
                name,
                shortName,
                version,
                tentative,
                date,
                zone,
                place,
                topics,
                changed,
                known,
                said,
                institutions,
                off);
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
                institutions.with(more),
                cancelled);
    }
}
