package coffeebreak.bot.feedback;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.feedback.Meeting.Other;
import coffeebreak.bot.mentoring.Mentor;
import coffeebreak.bot.mentoring.MentorTable;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.mentoring.Mentors;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.peers.PeerTable;
import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profiles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Who was expected at which table, as the seating plan has it, in the order of the day.
public final class Meetings {

    private final Supplier<Programme> programme;
    private final Mentoring mentoring;
    private final Profiles profiles;

    public Meetings(Supplier<Programme> programme, Mentoring mentoring, Profiles profiles) {
        this.programme = programme;
        this.mentoring = mentoring;
        this.profiles = profiles;
    }

    /// When the breaks end, as far as that is known.
    List<Instant> ends() {
        var day = programme.get();
        return day.breaks().stream().flatMap(each -> day.endOf(each).stream()).toList();
    }

    /// Only of breaks whose end is known.
    List<Meeting> all() {
        return of((Person _) -> true);
    }

    List<Meeting> of(Person who) {
        return of(who::equals);
    }

    /// @param wanted whose meetings; nobody is looked up for those of others
    private List<Meeting> of(Predicate<Person> wanted) {
        var day = programme.get();
        var mentors = mentoring.mentors();
        var plan = mentoring.plan();
        return day.breaks().stream()
                .flatMap(each -> day.endOf(each)
                        .map(end -> in(each, end, plan, mentors, wanted))
                        .orElseGet(Stream::empty))
                .toList();
    }

    /// The table of a mentor at which a mentee has this seat.
    Optional<Meeting> hostedWith(Person mentor, String seat) {
        return of(mentor).stream()
                .filter(meeting -> meeting.hosts()
                        && meeting.others().stream()
                                .anyMatch(other -> other.seat().equals(seat)))
                .findFirst();
    }

    private Stream<Meeting> in(
            Session coffeeBreak, Instant end, SeatingPlan plan, Mentors mentors, Predicate<Person> wanted) {
        var name = new BreakWording(programme.get()).name(coffeeBreak);
        var withMentors = plan.tables().stream()
                .filter(table -> table.coffeeBreak().equals(coffeeBreak.id()))
                .flatMap(table -> at(table, name, end, plan, mentors, wanted));
        var withPeers = plan.peers().all().stream()
                .filter(table -> table.coffeeBreak().equals(coffeeBreak.id()))
                .flatMap(table -> at(table, name, end, wanted));
        return Stream.concat(withMentors, withPeers);
    }

    private Stream<Meeting> at(
            MentorTable table,
            String coffeeBreak,
            Instant end,
            SeatingPlan plan,
            Mentors mentors,
            Predicate<Person> wanted) {
        var seats = plan.expectedAt(table);
        var mentor = mentors.byId(table.mentor());
        if (seats.isEmpty() || mentor.isEmpty()) {
            return Stream.empty();
        }
        var guests = seats.stream()
                .filter(seat -> wanted.test(seat.mentee()))
                .map(seat -> new Meeting(
                        seat.id(),
                        seat.mentee(),
                        coffeeBreak,
                        end,
                        mentor.get().name(),
                        host(mentor.get(), table),
                        false));
        var person = mentor.get().person();
        return person == null || !wanted.test(person)
                ? guests
                : Stream.concat(
                        guests,
                        Stream.of(new Meeting(
                                table.id(),
                                person,
                                coffeeBreak,
                                end,
                                "your table",
                                seats.stream()
                                        .map(seat -> other(seat.mentee(), seat.id(), Consent.CARD))
                                        .toList(),
                                true)));
    }

    private static List<Other> host(Mentor mentor, MentorTable table) {
        var person = mentor.person();
        return person == null ? List.of() : List.of(new Other(person, table.id(), mentor.name(), true));
    }

    private Stream<Meeting> at(PeerTable table, String coffeeBreak, Instant end, Predicate<Person> wanted) {
        var seats = table.seats().stream().filter(seat -> seat.expected()).toList();
        return seats.size() < 2
                ? Stream.empty()
                : seats.stream()
                        .filter(seat -> wanted.test(seat.person()))
                        .map(seat -> new Meeting(
                                seat.id(),
                                seat.person(),
                                coffeeBreak,
                                end,
                                "your table of peers",
                                seats.stream()
                                        .filter(other -> !other.equals(seat))
                                        .map(other -> other(other.person(), other.id(), Consent.TABLEMATES))
                                        .toList(),
                                false));
    }

    private Other other(Person person, String seat, Consent consent) {
        var named = profiles.find(person).filter(profile -> profile.agreesTo(consent));
        return new Other(person, seat, named.map(profile -> profile.name()).orElse("a participant"), named.isPresent());
    }
}
