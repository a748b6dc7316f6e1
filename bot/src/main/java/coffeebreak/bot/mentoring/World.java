package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.peers.PeerWording;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.Blocks;
import coffeebreak.bot.signup.Profile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What rounds and changes read: the world as it is at one instant.
///
/// @param blocks   who must not share a table, as people said themselves
/// @param forbids  the same as organizers said
/// @param profiles finds a person's profile
/// @param ids      the same for the same decision
record World(
        Programme programme,
        Mentors mentors,
        Function<Person, Optional<Profile>> profiles,
        Affinities affinities,
        Blocks.Said blocks,
        Blocks.Said forbids,
        NoticeIds ids,
        Instant now) {

    /// How long before a break its mentors get their cards, and everybody who sits is reminded.
    static final Duration CARD = Duration.ofMinutes(30);
    static final Duration REMINDER = Duration.ofMinutes(15);
    static final Duration TOO_LATE_TO_REMIND = Duration.ofMinutes(1);
    /// How long after the start a seat nobody sits on is given away; later when its holder said that they come late.
    static final Duration EMPTY_SEAT = Duration.ofMinutes(5);
    static final Duration LATE_SEAT = Duration.ofMinutes(10);

    /// How long a published round can be taken back.
    static final Duration UNDOABLE = Duration.ofMinutes(5);

    /// Nobody is told twice within this time that the day has moved.
    static final Duration DAY_NEWS = Duration.ofMinutes(10);

    private static final Duration SHORTEST_HOLD = Duration.ofMinutes(3);
    private static final Duration LONGEST_HOLD = Duration.ofHours(1);

    Optional<Profile> profile(Person person) {
        return profiles.apply(person);
    }

    Eligibility eligibility() {
        return new Eligibility(mentors, programme.institutions(), this::welcome);
    }

    SeatWording wording() {
        return new SeatWording(programme, mentors);
    }

    /// Whether a break has begun; never before date and zone of the day are set.
    boolean hasBegun(String coffeeBreak) {
        return startOf(coffeeBreak).filter(start -> !now.isBefore(start)).isPresent();
    }

    /// Whether it still makes sense to give somebody a seat in a break: also a little after it has begun.
    boolean givesSeats(String coffeeBreak) {
        return !isOver(coffeeBreak)
                && startOf(coffeeBreak)
                        .filter(start -> !now.isBefore(start.plus(LATE_SEAT)))
                        .isEmpty();
    }

    /// How long a seat is kept for the first in line: a tenth of the time that is left, but at least three minutes and
    /// at most an hour. Empty while date and zone of the day are not set.
    Optional<Instant> heldUntil(String coffeeBreak) {
        return startOf(coffeeBreak).map(start -> {
            var tenth = Duration.between(now, start).dividedBy(10);
            var hold = tenth.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : tenth;
            // To the whole minute, since that is what people are told.
            return now.plus(hold.compareTo(SHORTEST_HOLD) < 0 ? SHORTEST_HOLD : hold)
                    .plusSeconds(59)
                    .truncatedTo(ChronoUnit.MINUTES);
        });
    }

    /// The name of the mentor of a seat.
    String mentorOf(SeatingPlan plan, Seat seat) {
        return plan.table(seat.table()).map(wording()::mentorName).orElse("your mentor");
    }

    Optional<Instant> startOf(String coffeeBreak) {
        return programme.session(coffeeBreak).flatMap(programme::startOf);
    }

    /// What somebody reads about a seat.
    Message seatMessage(SeatingPlan plan, Seat seat, MentorTable table) {
        return wording().seat(seat, table, tablemates(plan, seat), zone(seat.mentee()));
    }

    /// The others who are expected at the table of a seat.
    List<Profile> tablemates(SeatingPlan plan, Seat seat) {
        return plan.table(seat.table()).stream()
                .flatMap(table -> plan.expectedAt(table).stream())
                .filter(other -> !other.id().equals(seat.id()))
                .flatMap(other -> profile(other.mentee()).stream())
                .toList();
    }

    /// What a mentor reads about a table.
    ///
    /// @param zone where the reader's own clock stands
    Message card(SeatingPlan plan, MentorTable table, ZoneId zone) {
        return wording().card(table, plan.expectedAt(table), seat -> profile(seat.mentee()), zone);
    }

    /// Whether two people must not share a table.
    boolean apart(Person one, Person other) {
        return blocks.between(one, other) || forbids.between(one, other);
    }

    /// The same for a mentor, whether they are in the chat or not.
    boolean apart(Person person, Mentor mentor) {
        return mentor.identities().stream().anyMatch(each -> apart(person, each));
    }

    /// Whether somebody may sit at a table as far as those are concerned who sit there, its mentor included.
    boolean welcome(Person person, MentorTable table, SeatingPlan plan) {
        return mentors.byId(table.mentor())
                        .filter(mentor -> apart(person, mentor))
                        .isEmpty()
                && plan.at(table).stream().noneMatch(seat -> apart(person, seat.mentee()));
    }

    /// Whether the mentor of a table hosts it, as far as they say now.
    boolean isOffered(MentorTable table) {
        return mentors.byId(table.mentor())
                .filter(mentor -> mentor.breaks().contains(table.coffeeBreak()))
                .isPresent();
    }

    /// The ids of the breaks that have not begun, in the order of the day.
    List<String> breaksToCome() {
        return programme.breaks().stream()
                .map(Session::id)
                .filter(each -> !hasBegun(each))
                .toList();
    }

    /// Fingerprint of whatever a message about a seat tells of the programme: another fact, or another talk elsewhere
    /// in the day, changes no message.
    String dayAsTold() {
        var read = new Fingerprint().add(programme.date()).add(programme.zone()).addAll(programme.topics());
        var breaks = programme.breaks();
        read.addAll(breaks);
        var stage = new OnStage(programme);
        for (var person : programme.people()) {
            for (var coffeeBreak : breaks) {
                stage.hardStop(person.id(), coffeeBreak).ifPresent(words -> read.add(person.id() + " " + words));
            }
        }
        return read.taken();
    }

    /// When each break begins that is not over, by its id.
    Map<String, LocalTime> startsToCome() {
        return programme.breaks().stream()
                .filter(each -> !isOver(each.id()))
                .collect(Collectors.toMap(Session::id, Session::start));
    }

    PeerWording peerWording() {
        return new PeerWording(programme, profiles);
    }

    /// Whether a break is over, as far as its end is known.
    boolean isOver(String coffeeBreak) {
        return programme
                .session(coffeeBreak)
                .flatMap(programme::endOf)
                .filter(end -> !now.isBefore(end))
                .isPresent();
    }

    /// Where a person's own clock stands; the venue's where they did not say.
    ZoneId zone(Person person) {
        return profile(person).map(Profile::zone).orElseGet(programme::venueZone);
    }
}
