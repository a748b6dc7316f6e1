package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Profiles;
import coffeebreak.index.TopicIndex;
import coffeebreak.matching.SeatMatcher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Rounds and seats: what is previewed, published, confirmed, declined. Every change is tried against the plan as it
/// is and
/// written only if nobody was faster; else it is made again from the start.
public final class Mentoring {

    private static final int TRIES = 20;

    private final Supplier<Programme> programme;
    private final Supplier<Mentors> mentors;
    private final Profiles profiles;
    private final Plans plans;
    private final NoticeIds ids;
    private final Affinities affinities;
    private final Matchmaker matchmaker;
    private final MatchingSettings settings;
    private final InstantSource clock;
    private final RandomGenerator seeds;

    public Mentoring(
            Supplier<Programme> programme,
            Supplier<Mentors> mentors,
            Profiles profiles,
            Plans plans,
            NoticeIds ids,
            TopicIndex index,
            SeatMatcher matcher,
            MatchingSettings settings,
            InstantSource clock,
            RandomGenerator seeds) {
        this.programme = programme;
        this.mentors = mentors;
        this.profiles = profiles;
        this.plans = plans;
        this.ids = ids;
        this.affinities = new Affinities(index);
        this.matchmaker = new Matchmaker(matcher, affinities, settings);
        this.settings = settings;
        this.clock = clock;
        this.seeds = seeds;
    }

    /// What a preview came to.
    public sealed interface Preview {
        /// A round that can be published under its number.
        record Ready(int number, RoundDraft draft, Report report) implements Preview {}

        /// There is nothing to match, and why.
        record Nothing(String why) implements Preview {}
    }

    /// A previewed round in figures.
    ///
    /// @param asked      how many asked for a seat
    /// @param earlyStage how many of those are early-stage, and how many of them have a seat
    /// @param waiting    whoever has no seat
    public record Report(
            int asked,
            int seated,
            int earlyStage,
            int earlyStageSeated,
            List<Person> waiting,
            List<TableReport> tables) {
        public Report {
            waiting = List.copyOf(waiting);
            tables = List.copyOf(tables);
        }
    }

    /// One table of a preview.
    ///
    /// @param names of the new ones at the table, as organizers may see them
    /// @param mean  affinity of those, 0 to 1; 0 at an empty table
    public record TableReport(MentorTable table, Mentor mentor, List<String> names, double mean) {
        public TableReport {
            names = List.copyOf(names);
        }
    }

    /// Runs the matching and keeps the result as a draft; nobody is told anything.
    public Preview preview() {
        var day = programme.get();
        var offered = mentors.get();
        if (offered.all().isEmpty()) {
            return new Preview.Nothing(
                    "no mentors are known. Set COFFEEBREAK_ROSTER to a file that names them and restart");
        }
        var everybody = profiles.all();
        var plan = plans.current();
        var seed = seeds.nextLong(1, 1_000_000);
        var began = System.nanoTime();
        var match = matchmaker.match(day, offered, everybody, plan, ids, seed);
        var took = Duration.ofNanos(System.nanoTime() - began);
        if (match.asked() == 0) {
            return new Preview.Nothing(
                    plan.published()
                            ? "everybody who asked for a seat was matched already"
                            : "nobody has signed up for a seat yet");
        }
        var draft = new RoundDraft(
                plan.version(),
                fingerprint(everybody, offered),
                seed,
                clock.instant(),
                match.tables(),
                match.seats(),
                match.standby(),
                match.seating().proven(),
                took.toMillis());
        return new Preview.Ready(plans.keepDraft(draft), draft, report(draft, match, everybody, offered));
    }

    private Report report(RoundDraft draft, Matchmaker.Match match, List<Profile> everybody, Mentors offered) {
        var byPerson = everybody.stream().collect(Collectors.toMap(Profile::person, Function.identity()));
        var early = everybody.stream()
                .filter(Profile::seeking)
                .filter(settings::isEarlyStage)
                .toList();
        var seated = draft.seats().stream().map(Seat::mentee).collect(Collectors.toSet());
        var waiting = match.seating().unseated().stream()
                .map(unseated -> new Person(unseated.mentee()))
                .filter(person -> plans.current().takenBy(person).isEmpty())
                .toList();
        var tables = new ArrayList<TableReport>();
        for (var table : draft.tables()) {
            var seats = draft.seats().stream()
                    .filter(seat -> seat.table().equals(table.id()))
                    .toList();
            tables.add(new TableReport(
                    table,
                    offered.byId(table.mentor()).orElseThrow(),
                    seats.stream()
                            .map(seat -> Optional.ofNullable(byPerson.get(seat.mentee()))
                                    .map(Profile::name)
                                    .orElse("a participant"))
                            .toList(),
                    seats.stream().mapToDouble(Seat::affinity).average().orElse(0)));
        }
        return new Report(
                match.asked(),
                seated.size(),
                early.size(),
                (int) early.stream()
                        .filter(profile -> seated.contains(profile.person()))
                        .count(),
                waiting,
                tables);
    }

    /// What publishing came to.
    public sealed interface Publication {
        /// Everything is stored and everybody is about to be told.
        record Published(int round, int seats, int waiting, int notices) implements Publication {}

        /// That round is the one in force already; nobody is told anything again.
        record AlreadyPublished(int round) implements Publication {}

        /// Something changed since the preview.
        record Stale(int round, String difference) implements Publication {}

        /// It cannot be published, and why.
        record Impossible(String why) implements Publication {}
    }

    /// Publishes a previewed round: seats, queues and notices in one step.
    ///
    /// @param number the round's number; 0 for the one previewed last
    public Publication publish(int number) {
        var day = programme.get();
        if (day.date() == null || day.zone() == null) {
            return new Publication.Impossible("the " + (day.date() == null ? "date" : "time zone")
                    + " of the day is not set, so nobody could be told when to come. Set COFFEEBREAK_EVENT_DATE and "
                    + "COFFEEBREAK_EVENT_ZONE and restart");
        }
        var wanted = number == 0 ? plans.latestDraft() : number;
        if (wanted == 0) {
            return new Publication.Impossible("nothing was previewed yet. Run /coffee-admin preview first");
        }
        var plan = plans.current();
        if (plan.round() == wanted) {
            return new Publication.AlreadyPublished(wanted);
        }
        var draft = plans.draft(wanted);
        if (draft.isEmpty()) {
            return new Publication.Impossible(
                    "there is no previewed round " + wanted + " any more. Run /coffee-admin preview");
        }
        var everybody = profiles.all();
        if (draft.get().basedOn() != plan.version()) {
            return new Publication.Stale(wanted, "seats have changed since it was previewed");
        }
        if (!draft.get().fingerprint().equals(fingerprint(everybody, mentors.get()))) {
            return new Publication.Stale(wanted, "sign-ups have changed since it was previewed");
        }
        var byPerson = everybody.stream().collect(Collectors.toMap(Profile::person, Function.identity()));
        var change = new Change(world(person -> Optional.ofNullable(byPerson.get(person))), plan);
        change.publish(wanted, draft.get());
        everybody.stream()
                .filter(Profile::seeking)
                .map(Profile::person)
                .filter(person -> change.plan().takenBy(person).isEmpty()
                        && !change.plan().waits(person)
                        && mentors.get().byPerson(person).isEmpty())
                .forEach(change::tellUnplaceable);
        if (!plans.replace(change.plan(), change.notices())) {
            return new Publication.Stale(wanted, "somebody changed the seats in this very moment");
        }
        var waiting = change.plan().standby().values().stream()
                .flatMap(List::stream)
                .distinct()
                .count();
        return new Publication.Published(
                wanted,
                draft.get().seats().size(),
                (int) waiting,
                change.notices().size());
    }

    /// What became of a seat somebody answered.
    public sealed interface Answer {
        /// It is done; the message with the seat changes by itself.
        record Done(Seat seat, String mentor) implements Answer {}

        /// It was so already.
        record Already(Seat seat, String mentor) implements Answer {}

        /// There is no such seat, or it is somebody else's.
        record NoSeat() implements Answer {}
    }

    /// "I'll be there."
    ///
    /// @param seat the seat's id; empty for the only one the person holds
    public Answer confirm(Person who, String seat) {
        return answer(who, seat, held -> held.state() == Seat.State.CONFIRMED, (change, held) -> change.confirm(held));
    }

    /// "I can't come": the first in line moves up and the mentor's card is edited.
    ///
    /// @param seat the seat's id; empty for the next one the person holds
    public Answer decline(Person who, String seat) {
        return answer(
                who, seat, held -> !held.state().taken(), (change, held) -> change.free(held, Seat.State.DECLINED));
    }

    private Answer answer(
            Person who,
            String seatId,
            java.util.function.Predicate<Seat> done,
            java.util.function.BiConsumer<Change, Seat> act) {
        for (var tries = 0; tries < TRIES; tries++) {
            var plan = plans.current();
            var found = seatId.isEmpty()
                    ? plan.takenBy(who).stream().min(byStart(plan))
                    : plan.seat(seatId).filter(seat -> seat.mentee().equals(who));
            if (found.isEmpty()) {
                return new Answer.NoSeat();
            }
            var seat = found.get();
            if (done.test(seat) || !seat.state().taken()) {
                return new Answer.Already(seat, mentorOf(plan, seat));
            }
            var change = new Change(world(profiles::find), plan);
            act.accept(change, seat);
            if (plans.replace(change.plan(), change.notices())) {
                return new Answer.Done(change.plan().seat(seat.id()).orElse(seat), mentorOf(plan, seat));
            }
        }
        throw new IllegalStateException("the seats changed " + TRIES + " times while one was answered");
    }

    private Comparator<Seat> byStart(SeatingPlan plan) {
        return Comparator.comparing(seat -> plan.table(seat.table())
                .flatMap(table -> programme.get().session(table.coffeeBreak()))
                .map(session -> session.start())
                .orElse(java.time.LocalTime.MAX));
    }

    private String mentorOf(SeatingPlan plan, Seat seat) {
        return plan.table(seat.table())
                .flatMap(table -> mentors.get().byId(table.mentor()))
                .map(Mentor::name)
                .orElse("your mentor");
    }

    /// Why somebody sits where they sit; empty when the seat is not theirs.
    public Optional<Message> explain(Person who, String seatId) {
        var plan = plans.current();
        var seat = plan.seat(seatId)
                .filter(each -> each.mentee().equals(who) && each.state().taken());
        return seat.flatMap(each -> plan.table(each.table())
                .map(table -> wording()
                        .explanation(
                                each,
                                table,
                                plan.at(table).stream()
                                        .filter(other -> !other.mentee().equals(who))
                                        .flatMap(other -> profiles.find(other.mentee()).stream())
                                        .toList())));
    }

    /// Frees whatever the person holds and takes them out of every queue.
    public void withdraw(Person who) {
        leave(who, change -> {});
    }

    /// The same, and nothing in the plan names them any more.
    public void forget(Person who) {
        leave(who, change -> change.forget(who));
    }

    private void leave(Person who, Consumer<Change> last) {
        for (var tries = 0; tries < TRIES; tries++) {
            var plan = plans.current();
            if (plan.everBy(who).isEmpty() && !plan.waits(who)) {
                return;
            }
            var change = new Change(world(profiles::find), plan);
            change.stopWaiting(who);
            plan.takenBy(who).forEach(seat -> change.free(seat, Seat.State.CANCELLED));
            last.accept(change);
            if (plans.replace(change.plan(), change.notices())) {
                return;
            }
        }
        throw new IllegalStateException("the seats changed " + TRIES + " times while somebody left");
    }

    /// Where a person stands.
    public sealed interface Standing {
        /// Nothing was published yet.
        record NotPublished() implements Standing {}

        /// Seated, in the order of the day.
        record Seated(List<Message> seats) implements Standing {}

        /// Waiting, with what they were told.
        record Waiting(Message message) implements Standing {}

        /// Neither seated nor waiting.
        record Nowhere() implements Standing {}
    }

    public Standing standing(Person who) {
        var plan = plans.current();
        if (!plan.published()) {
            return new Standing.NotPublished();
        }
        var zone = profiles.find(who).map(Profile::zone).orElse(venueZone());
        var seats = plan.takenBy(who).stream()
                .sorted(byStart(plan))
                .flatMap(seat -> plan.table(seat.table()).map(table -> wording().seat(seat, table, zone)).stream())
                .toList();
        if (!seats.isEmpty()) {
            return new Standing.Seated(seats);
        }
        return plan.waits(who)
                ? new Standing.Waiting(wording().waiting(plan.placesOf(who), false))
                : new Standing.Nowhere();
    }

    /// The cards of a mentor as they stand now, in the order of the day; empty for everybody else.
    public List<Message> cards(Person who) {
        var plan = plans.current();
        return mentors.get().byPerson(who).stream()
                .flatMap(mentor ->
                        plan.tables().stream().filter(table -> table.mentor().equals(mentor.id())))
                .map(table -> wording().card(table, plan.at(table), seat -> profiles.find(seat.mentee()), venueZone()))
                .toList();
    }

    /// The plan in force.
    public SeatingPlan plan() {
        return plans.current();
    }

    private ZoneId venueZone() {
        return Objects.requireNonNullElse(programme.get().zone(), ZoneOffset.UTC);
    }

    private SeatWording wording() {
        return new SeatWording(programme.get(), mentors.get());
    }

    private Change.World world(Function<Person, Optional<Profile>> known) {
        return new Change.World(programme.get(), mentors.get(), known, affinities, ids, clock.instant());
    }

    /// A digest of everything a matching reads.
    private static String fingerprint(List<Profile> everybody, Mentors offered) {
        var text = new StringBuilder();
        everybody.stream()
                .filter(Profile::seeking)
                .sorted(Comparator.comparing(profile -> profile.person().id()))
                .forEach(profile -> text.append(profile.person())
                        .append(':')
                        .append(profile.version())
                        .append('\n'));
        offered.all()
                .forEach(mentor -> text.append(mentor.id())
                        .append(mentor.seats())
                        .append(mentor.breaks().stream().sorted().toList())
                        .append(mentor.topics()));
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
