package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.peers.PeerSeat;
import coffeebreak.bot.peers.PeerTables;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One change of the plan in the making: the plan as it will be, and the notices it causes. It reads the world as it
/// was when it began and touches nothing; whoever made it writes both in one step, or starts again.
final class Change {

    private final World world;
    private final SeatWording wording;
    private final Eligibility eligibility;
    private final SeatingPlan before;
    private final List<Notice> notices = new ArrayList<>();
    /// Whose message about their peers is written anew even if the same people sit there.
    private final Set<Person> renewed = new HashSet<>();
    private SeatingPlan plan;

    Change(World world, SeatingPlan before) {
        this.world = world;
        this.wording = world.wording();
        this.eligibility = world.eligibility();
        this.before = before;
        this.plan = before.next();
    }

    SeatingPlan plan() {
        return plan;
    }

    List<Notice> notices() {
        var all = new ArrayList<>(notices);
        all.addAll(peerNotices());
        all.addAll(new PeerGroups(world).notices(before.peers(), plan.peers(), renewed));
        return List.copyOf(all);
    }

    /// Publishes a round: its seats come to those that are there, its queues replace the old ones, everybody is told
    /// what is new to them.
    void publish(int number, RoundDraft draft, List<Profile> everybody) {
        plan = plan.with(number, draft);
        draft.seats().forEach(seat -> tellSeat(seat, Notice.Urgency.ORDINARY));
        draft.tables().stream()
                .filter(table ->
                        draft.seats().stream().anyMatch(seat -> seat.table().equals(table.id())))
                .forEach(table -> tellMentor(table, Notice.Urgency.ORDINARY));
        draft.standby().values().stream()
                .flatMap(List::stream)
                .distinct()
                .filter(person -> plan.toldWaiting(person).isEmpty()
                        && plan.takenBy(person).isEmpty()
                        && plan.peers().of(person).isEmpty())
                .forEach(this::tellWaiting);
        everybody.stream().filter(this::hasNoTable).forEach(this::tellNoTable);
    }

    /// Brings those together in one conversation who sit at a new table of peers.
    void gatherPeers() {
        plan = plan.with(new PeerGroups(world).gathered(before.peers(), plan.peers()));
    }

    /// Whether somebody seeks a seat, was never given one, and waits for none: there is no table they could sit at.
    private boolean hasNoTable(Profile profile) {
        var person = profile.person();
        return profile.seeking()
                && plan.everBy(person).isEmpty()
                && !plan.waits(person)
                && !plan.peers().names(person)
                && world.mentors().byPerson(person).isEmpty();
    }

    void confirm(Seat seat) {
        var confirmed = seat.as(Seat.State.CONFIRMED);
        plan = plan.with(confirmed);
        correctSeat(confirmed);
    }

    /// Frees a seat and lets the first in line who may sit there move up, unless the break has begun.
    void free(Seat seat, Seat.State state) {
        var freed = seat.as(state);
        plan = plan.with(freed);
        correctSeat(freed);
        var table = table(seat);
        if (!world.hasBegun(table.coffeeBreak())) {
            nextInLine(table).ifPresent(profile -> moveUp(profile, table));
        }
        tellMentor(table, Notice.Urgency.URGENT);
    }

    /// Takes a person off the table of peers of one break; the others are told, and whoever is left alone is moved.
    void leavePeers(Person person, String coffeeBreak, PeerSeat.State state) {
        peers(plan.peers().leaving(person, coffeeBreak, state));
    }

    private void peers(PeerTables changed) {
        plan = plan.with(changed.settled(world::apart, world.breaksToCome()::contains)
                .sharing(plan.peers(), world.affinities()::shared));
    }

    /// Moves whoever shares a table with somebody they must be apart from.
    void separate(Person who) {
        peers(plan.peers().separated(who, world::apart));
        for (var seat : plan.takenBy(who)) {
            if (!world.hasBegun(table(seat).coffeeBreak()) && mustLeave(seat)) {
                move(seat);
            }
        }
        world.mentors()
                .byPerson(who)
                .ifPresent(mentor -> plan.tables().stream()
                        .filter(table -> table.mentor().equals(mentor.id()) && !world.hasBegun(table.coffeeBreak()))
                        .flatMap(table -> plan.at(table).stream())
                        .filter(seat -> world.apart(seat.mentee(), mentor))
                        .toList()
                        .forEach(this::move));
    }

    private boolean mustLeave(Seat seat) {
        return !world.welcome(seat.mentee(), table(seat), plan);
    }

    /// Takes a seat back and gives its mentee another one, or the first place in line where there is none.
    private void move(Seat seat) {
        var coffeeBreak = table(seat).coffeeBreak();
        free(seat, Seat.State.MOVED);
        var profile = world.profile(seat.mentee());
        profile.flatMap(mentee -> plan.tables().stream()
                        .filter(table -> !world.hasBegun(table.coffeeBreak())
                                && world.mentors().byId(table.mentor()).isPresent()
                                && eligibility.maySit(mentee, table, plan))
                        .max(Comparator.comparingDouble(table -> world.affinities()
                                .score(
                                        mentee.person(),
                                        world.mentors().byId(table.mentor()).orElseThrow()))))
                .ifPresentOrElse(
                        table -> {
                            moveUp(profile.orElseThrow(), table);
                            tellMentor(table, Notice.Urgency.URGENT);
                        },
                        () -> plan = plan.withFirstInLine(seat.mentee(), coffeeBreak));
    }

    void withdrawFromPeers(Person person) {
        peers(plan.peers().leaving(person, PeerSeat.State.WITHDRAWN));
    }

    void stopWaiting(Person person) {
        correctWaiting(person, wording.noLongerWaiting());
        plan = plan.withoutWaiting(person);
    }

    /// Takes a person's name off the plan for good. No notice to them is planned any more.
    void forget(Person person) {
        notices.removeIf(notice -> notice.to().equals(person));
        plan = plan.withoutNaming(person, new Person("forgotten"));
    }

    /// Whoever has no seat yet goes before those who wait for a second one.
    private Optional<Profile> nextInLine(MentorTable table) {
        return plan.standby().getOrDefault(table.coffeeBreak(), List.of()).stream()
                .flatMap(person -> world.profile(person).stream())
                .filter(profile -> eligibility.maySit(profile, table, plan))
                .min(Comparator.comparingInt(
                        profile -> plan.takenBy(profile.person()).size()));
    }

    private void moveUp(Profile profile, MentorTable table) {
        var person = profile.person();
        var mentor = world.mentors().byId(table.mentor()).orElseThrow();
        var seat = Seat.given(
                world.ids().of("seat", table.id(), person.id(), Long.toString(plan.version())),
                person,
                table.id(),
                world.affinities().score(person, mentor),
                world.affinities().reasons(person, mentor),
                world.now());
        correctWaiting(person, wording.movedUp());
        leavePeers(person, table.coffeeBreak(), PeerSeat.State.MOVED_UP);
        renewed.add(person);
        plan = plan.with(seat).withoutWaiting(person, table.coffeeBreak());
        if (eligibility.seatsStillWanted(profile, plan) <= 0) {
            plan = plan.withoutWaiting(person);
        }
        tellSeat(seat, Notice.Urgency.URGENT);
    }

    private void tellSeat(Seat seat, Notice.Urgency urgency) {
        var message = wording.seat(seat, table(seat), world.zone(seat.mentee()));
        notices.add(
                notice(seatNotice(seat), seat.mentee(), new Notice.Content.Post(message), urgency, end(table(seat))));
    }

    private void correctSeat(Seat seat) {
        var message = wording.seat(seat, table(seat), world.zone(seat.mentee()));
        notices.add(notice(
                world.ids().of("seat-edit", seat.id(), Long.toString(plan.version())),
                seat.mentee(),
                new Notice.Content.Edit(seatNotice(seat), message),
                Notice.Urgency.URGENT,
                null));
    }

    /// Writes the cards anew, and what peers were told, on which a person stands: what they told or agreed to has
    /// changed.
    void renewCards(Person person) {
        plan.takenBy(person).forEach(seat -> tellMentor(table(seat), Notice.Urgency.ORDINARY));
        plan.peers().of(person).forEach(place -> renewed.addAll(place.table().expected()));
    }

    /// A mentor gets one card for a table; from then on it is edited, also when the break is over: a card must not
    /// keep what somebody took back.
    private void tellMentor(MentorTable table, Notice.Urgency urgency) {
        var person = world.mentors().byId(table.mentor()).map(Mentor::person).orElse(null);
        if (person == null) {
            return;
        }
        var card = wording.card(table, plan.at(table), seat -> world.profile(seat.mentee()), world.zone(person));
        var posted = world.ids().of("card", table.id());
        if (before.seats().stream().anyMatch(seat -> seat.table().equals(table.id()))) {
            var id = world.ids().of("card-edit", table.id(), Long.toString(plan.version()));
            notices.add(notice(id, person, new Notice.Content.Edit(posted, card), urgency, null));
        } else {
            notices.add(notice(posted, person, new Notice.Content.Post(card), urgency, end(table)));
        }
    }

    /// What the change means for those who sit with peers: one message each, also where several things happened to
    /// their table.
    private List<Notice> peerNotices() {
        var then = before.peers().places().stream()
                .collect(Collectors.toMap(place -> place.seat().id(), Function.identity()));
        var owed = new ArrayList<Notice>();
        for (var place : plan.peers().places()) {
            var seat = place.seat();
            var was = then.get(seat.id());
            if (was == null) {
                if (seat.expected()) {
                    owed.add(notice(
                            peerNotice(seat),
                            seat.person(),
                            new Notice.Content.Post(peerMessage(place)),
                            Notice.Urgency.ORDINARY,
                            end(place.table().coffeeBreak())));
                }
            } else if (isNews(was, place)) {
                owed.add(notice(
                        world.ids().of("peer-edit", seat.id(), Long.toString(plan.version())),
                        seat.person(),
                        new Notice.Content.Edit(peerNotice(seat), peerMessage(place)),
                        Notice.Urgency.URGENT,
                        null));
            }
        }
        return owed;
    }

    private boolean isNews(PeerTables.Place was, PeerTables.Place is) {
        return !was.seat().equals(is.seat())
                || (is.seat().expected()
                        && (!was.table().expected().equals(is.table().expected())
                                || renewed.contains(is.seat().person())));
    }

    private Message peerMessage(PeerTables.Place place) {
        var person = place.seat().person();
        return world.peerWording().seat(place, world.zone(person), Mentoring.places(world, plan, person));
    }

    private String peerNotice(PeerSeat seat) {
        return world.ids().of("peers-told", seat.id());
    }

    private void tellWaiting(Person person) {
        var message = wording.waiting(plan.placesOf(person), agreesToPeers(person));
        post(waitingNotice(person, plan.round()), person, message);
        plan = plan.withTold(person);
    }

    /// What somebody was told of their place in line must not stand there when they have left it.
    private void correctWaiting(Person person, Message message) {
        plan.toldWaiting(person)
                .ifPresent(round -> notices.add(notice(
                        world.ids().of("waiting-edit", person.id(), Long.toString(plan.version())),
                        person,
                        new Notice.Content.Edit(waitingNotice(person, round), message),
                        Notice.Urgency.URGENT,
                        null)));
    }

    private String waitingNotice(Person person, int round) {
        return world.ids().of("waiting", person.id(), Integer.toString(round));
    }

    /// Says it again in a later round only to those who have changed their sign-up since.
    private void tellNoTable(Profile profile) {
        var person = profile.person();
        var message = wording.noTable(agreesToPeers(person));
        post(world.ids().of("no-table", person.id(), Long.toString(profile.version())), person, message);
    }

    private boolean agreesToPeers(Person person) {
        return world.profile(person)
                .filter(profile -> profile.agreesTo(Consent.PEERS))
                .isPresent();
    }

    private void post(String id, Person person, Message message) {
        notices.add(notice(id, person, new Notice.Content.Post(message), Notice.Urgency.ORDINARY, null));
    }

    private Notice notice(
            String id, Person to, Notice.Content content, Notice.Urgency urgency, @Nullable Instant expires) {
        return new Notice(id, to, content, world.now(), urgency, expires);
    }

    private String seatNotice(Seat seat) {
        return world.ids().of("seat-told", seat.id());
    }

    private @Nullable Instant end(MentorTable table) {
        return end(table.coffeeBreak());
    }

    private @Nullable Instant end(String coffeeBreak) {
        var session = world.programme().session(coffeeBreak);
        return session.flatMap(world.programme()::endOf).orElse(null);
    }

    private MentorTable table(Seat seat) {
        return plan.table(seat.table())
                .orElseThrow(() -> new IllegalStateException("seat " + seat.id() + " stands at no table"));
    }
}
