package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One change of the plan in the making: the plan as it will be, and the notices it causes. It reads the world as it
/// was when
/// it began and touches nothing; whoever made it writes both in one step, or starts again.
final class Change {

    /// What a change needs to know.
    ///
    /// @param profiles finds a person's profile
    /// @param ids      the same for the same decision
    record World(
            Programme programme,
            Mentors mentors,
            Function<Person, Optional<Profile>> profiles,
            Affinities affinities,
            NoticeIds ids,
            Instant now) {}

    private final World world;
    private final SeatWording wording;
    private final Eligibility eligibility;
    private final SeatingPlan before;
    private final List<Notice> notices = new ArrayList<>();
    private SeatingPlan plan;

    Change(World world, SeatingPlan before) {
        this.world = world;
        this.wording = new SeatWording(world.programme(), world.mentors());
        this.eligibility = new Eligibility(world.mentors(), world.programme().institutions());
        this.before = before;
        this.plan = before.next();
    }

    SeatingPlan plan() {
        return plan;
    }

    List<Notice> notices() {
        return List.copyOf(notices);
    }

    /// Publishes a round: its seats come to those that are there, its queues replace the old ones, everybody is told
    /// what is
    /// new to them.
    void publish(int number, RoundDraft draft) {
        var seats = new ArrayList<>(before.seats());
        seats.addAll(draft.seats());
        plan = new SeatingPlan(plan.version(), number, draft.seed(), draft.tables(), seats, draft.standby());
        draft.seats().forEach(seat -> tellSeat(seat, Notice.Urgency.ORDINARY));
        draft.tables().stream()
                .filter(table ->
                        draft.seats().stream().anyMatch(seat -> seat.table().equals(table.id())))
                .forEach(table -> tellMentor(table, Notice.Urgency.ORDINARY));
        draft.standby().values().stream()
                .flatMap(List::stream)
                .distinct()
                .filter(person -> !before.waits(person) && plan.takenBy(person).isEmpty())
                .forEach(this::tellWaiting);
    }

    /// Tells people without any table they could sit at, who wait for nothing.
    void tellUnplaceable(Person person) {
        tellWaiting(person);
    }

    void confirm(Seat seat) {
        var confirmed = seat.as(Seat.State.CONFIRMED);
        plan = plan.with(confirmed);
        correctSeat(confirmed);
    }

    /// Frees a seat and lets the first in line who may sit there move up, unless the break has begun.
    ///
    /// @return who moved up
    Optional<Person> free(Seat seat, Seat.State state) {
        var freed = seat.as(state);
        plan = plan.with(freed);
        correctSeat(freed);
        var table = table(seat);
        var moved = hasBegun(table) ? Optional.<Profile>empty() : nextInLine(table);
        moved.ifPresent(profile -> moveUp(profile, table));
        tellMentor(table, Notice.Urgency.URGENT);
        return moved.map(Profile::person);
    }

    void stopWaiting(Person person) {
        plan = plan.withoutWaiting(person);
    }

    /// Takes a person's name off the plan for good. No notice to them is planned any more.
    void forget(Person person) {
        notices.removeIf(notice -> notice.to().equals(person));
        plan = plan.withoutNaming(person, new Person("forgotten"));
    }

    private Optional<Profile> nextInLine(MentorTable table) {
        return plan.standby().getOrDefault(table.coffeeBreak(), List.of()).stream()
                .flatMap(person -> world.profiles().apply(person).stream())
                .filter(profile -> eligibility.maySit(profile, table, plan))
                .findFirst();
    }

    private void moveUp(Profile profile, MentorTable table) {
        var person = profile.person();
        var mentor = world.mentors().byId(table.mentor()).orElseThrow();
        var seat = new Seat(
                world.ids().id("seat", table.id(), person.id(), Long.toString(plan.version())),
                person,
                table.id(),
                world.affinities().score(person, mentor),
                world.affinities().reasons(person, mentor),
                Seat.State.OFFERED);
        plan = plan.with(seat);
        if (!profile.secondSeat() || plan.takenBy(person).size() > 1) {
            plan = plan.withoutWaiting(person);
        }
        tellSeat(seat, Notice.Urgency.URGENT);
    }

    private boolean hasBegun(MentorTable table) {
        return world.programme()
                .session(table.coffeeBreak())
                .flatMap(world.programme()::startOf)
                .map(start -> !world.now().isBefore(start))
                .orElse(false);
    }

    private void tellSeat(Seat seat, Notice.Urgency urgency) {
        var message = wording.seat(seat, table(seat), zone(seat.mentee()));
        notices.add(
                notice(seatNotice(seat), seat.mentee(), new Notice.Content.Post(message), urgency, end(table(seat))));
    }

    private void correctSeat(Seat seat) {
        var message = wording.seat(seat, table(seat), zone(seat.mentee()));
        notices.add(notice(
                world.ids().id("seat-edit", seat.id(), Long.toString(plan.version())),
                seat.mentee(),
                new Notice.Content.Edit(seatNotice(seat), message),
                Notice.Urgency.URGENT,
                null));
    }

    private void tellMentor(MentorTable table, Notice.Urgency urgency) {
        var mentor = world.mentors().byId(table.mentor()).orElseThrow();
        var person = mentor.person();
        if (person == null) {
            return;
        }
        var card = wording.card(table, plan.at(table), seat -> world.profiles().apply(seat.mentee()), zone(person));
        var posted = world.ids().id("card", table.id());
        var content = before.everUsed(table) ? new Notice.Content.Edit(posted, card) : new Notice.Content.Post(card);
        var id = content instanceof Notice.Content.Post
                ? posted
                : world.ids()
                        .id("card-edit", table.id(), Long.toString(plan.version()), Integer.toString(notices.size()));
        notices.add(notice(id, person, content, urgency, end(table)));
    }

    private void tellWaiting(Person person) {
        var peers = world.profiles()
                .apply(person)
                .map(profile -> profile.agreesTo(Consent.PEERS))
                .orElse(false);
        Message message = wording.waiting(plan.placesOf(person), peers);
        notices.add(notice(
                world.ids().id("waiting", person.id(), Integer.toString(plan.round())),
                person,
                new Notice.Content.Post(message),
                Notice.Urgency.ORDINARY,
                null));
    }

    private Notice notice(
            String id, Person to, Notice.Content content, Notice.Urgency urgency, @Nullable Instant expires) {
        return new Notice(id, to, content, world.now(), urgency, expires);
    }

    private String seatNotice(Seat seat) {
        return world.ids().id("seat-told", seat.id());
    }

    private @Nullable Instant end(MentorTable table) {
        var session = world.programme().session(table.coffeeBreak());
        return session.flatMap(world.programme()::endOf).orElse(null);
    }

    private ZoneId zone(Person person) {
        var venue = world.programme().zone();
        return world.profiles().apply(person).map(Profile::zone).orElse(venue == null ? ZoneOffset.UTC : venue);
    }

    private MentorTable table(Seat seat) {
        return plan.table(seat.table())
                .orElseThrow(() -> new IllegalStateException("seat " + seat.id() + " stands at no table"));
    }
}
