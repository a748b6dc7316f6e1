package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.peers.PeerWording;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.Blocks;
import coffeebreak.bot.signup.Profile;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// What rounds and changes read: the world as it is at one instant.
///
/// @param blocks   who must not share a table
/// @param profiles finds a person's profile
/// @param ids      the same for the same decision
record World(
        Programme programme,
        Mentors mentors,
        Function<Person, Optional<Profile>> profiles,
        Affinities affinities,
        Blocks.Said blocks,
        NoticeIds ids,
        Instant now) {

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
        return programme
                .session(coffeeBreak)
                .flatMap(programme::startOf)
                .filter(start -> !now.isBefore(start))
                .isPresent();
    }

    /// Whether two people must not share a table.
    boolean apart(Person one, Person other) {
        return blocks.between(one, other);
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

    /// The ids of the breaks that have not begun, in the order of the day.
    List<String> breaksToCome() {
        return programme.breaks().stream()
                .map(Session::id)
                .filter(each -> !hasBegun(each))
                .toList();
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
        return profile(person)
                .map(Profile::zone)
                .orElseGet(() -> Objects.requireNonNullElse(programme.zone(), ZoneOffset.UTC));
    }
}
