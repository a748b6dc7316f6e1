package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Changes.Attempt;
import coffeebreak.bot.mentoring.Mentoring.Preview;
import coffeebreak.bot.mentoring.Mentoring.Publication;
import coffeebreak.bot.mentoring.Mentoring.Renewed;
import coffeebreak.bot.mentoring.Mentoring.Report;
import coffeebreak.bot.mentoring.Mentoring.Since;
import coffeebreak.bot.mentoring.Mentoring.Staleness;
import coffeebreak.bot.mentoring.Mentoring.TableReport;
import coffeebreak.bot.mentoring.Mentoring.TakingBack;
import coffeebreak.bot.peers.PeerSeat;
import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Profiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Previews and publishes rounds, and takes the latest back.
final class Rounds {

    private final Now now;
    private final Profiles profiles;
    private final Plans plans;
    private final Changes changes;
    private final Matchmaker matchmaker;
    private final PeerPlaces peers;
    private final MatchingSettings settings;
    private final RandomGenerator seeds;

    Rounds(
            Now now,
            Profiles profiles,
            Plans plans,
            Matchmaker matchmaker,
            PeerPlaces peers,
            MatchingSettings settings,
            RandomGenerator seeds) {
        this.now = now;
        this.profiles = profiles;
        this.plans = plans;
        this.changes = new Changes(now, plans);
        this.matchmaker = matchmaker;
        this.peers = peers;
        this.settings = settings;
        this.seeds = seeds;
    }

    Preview preview() {
        return preview(seeds.nextLong(1, 1_000_000));
    }

    /// Previews anew what was previewed before, with the same lottery, so that nothing differs but what has to.
    Renewed previewAgain(int number) {
        var old = plans.draft(number);
        var preview = preview(old.map(RoundDraft::seed).orElseGet(() -> seeds.nextLong(1, 1_000_000)));
        if (!(preview instanceof Preview.Ready ready)) {
            return new Renewed(preview, List.of(), List.of());
        }
        var world = now.world();
        return new Renewed(
                preview,
                old.map(draft -> shifts(
                                byPerson(draft.seats(), draft.tables(), world),
                                byPerson(ready.draft().seats(), ready.draft().tables(), world),
                                world))
                        .orElse(List.of()),
                ready.report().waiting().stream()
                        .filter(person -> old.filter(draft -> draft.waits(person) || draft.seats(person))
                                .isEmpty())
                        .map(person -> name(person, world))
                        .sorted()
                        .toList());
    }

    private Preview preview(long seed) {
        var plan = plans.current();
        var everybody = profiles.all();
        var world = now.world(everybody);
        if (world.mentors().all().isEmpty()) {
            return new Preview.Nothing(Hindrance.NO_MENTORS);
        }
        if (Matchmaker.tables(world).isEmpty()) {
            return new Preview.Nothing(Hindrance.NO_TABLE_TO_COME);
        }
        var began = System.nanoTime();
        var left = Matchmaker.untenable(world, plan);
        var without = plan;
        for (var seat : left) {
            without = without.with(seat.as(Seat.State.MOVED));
        }
        without = withoutPeersWhoCannotCome(without, world);
        var match = matchmaker.match(world, everybody, without, left, seed);
        if (match.asked().isEmpty() && left.isEmpty()) {
            return new Preview.Nothing(nobodyAsked(plan, everybody));
        }
        var tables = peers.seat(world, everybody, without, match.seats(), match, seed);
        var took = Duration.ofNanos(System.nanoTime() - began);
        var draft = new RoundDraft(
                seating(plan),
                fingerprint(world, everybody),
                seed,
                world.now(),
                match.tables(),
                match.seats(),
                left.stream().map(Seat::id).collect(Collectors.toSet()),
                match.standby(),
                tables,
                match.proven(),
                took.toMillis());
        return new Preview.Ready(plans.keepDraft(draft), draft, report(draft, match, world, plan, without));
    }

    /// Whoever changed their sign-up so that they cannot make the break any more leaves their peers in it.
    private static SeatingPlan withoutPeersWhoCannotCome(SeatingPlan plan, World world) {
        var tables = plan.peers();
        var toCome = world.breaksToCome();
        for (var place : plan.peers().places()) {
            var person = place.seat().person();
            var coffeeBreak = place.table().coffeeBreak();
            if (place.seat().expected()
                    && toCome.contains(coffeeBreak)
                    && world.profile(person)
                            .filter(profile -> !profile.breaks().contains(coffeeBreak))
                            .isPresent()) {
                tables = tables.leaving(person, coffeeBreak, PeerSeat.State.MOVED);
            }
        }
        return plan.with(tables);
    }

    private static Hindrance nobodyAsked(SeatingPlan plan, List<Profile> everybody) {
        if (everybody.stream().noneMatch(Profile::seeking)) {
            return Hindrance.NOBODY_SIGNED_UP;
        }
        return plan.published() ? Hindrance.EVERYBODY_SEATED : Hindrance.NOBODY_CAN_COME;
    }

    /// @param without the plan in which those sit nowhere who have to leave
    private Report report(
            RoundDraft draft, Matchmaker.Match match, World world, SeatingPlan plan, SeatingPlan without) {
        var seated = draft.seats().stream().map(Seat::mentee).collect(Collectors.toSet());
        var early = match.asked().stream()
                .filter(settings::isEarlyStage)
                .filter(profile -> without.takenBy(profile.person()).isEmpty())
                .toList();
        var waiting = match.unseated().stream()
                .filter(person -> without.takenBy(person).isEmpty())
                .toList();
        var all = new ArrayList<>(draft.tables());
        plan.tables().stream()
                .filter(table ->
                        draft.tables().stream().noneMatch(each -> each.id().equals(table.id())))
                .forEach(all::add);
        var stays =
                without.seats().stream().filter(seat -> seat.state().taken()).toList();
        var then = new ArrayList<>(stays);
        then.addAll(draft.seats());
        var taken = plan.seats().stream().filter(seat -> seat.state().taken()).toList();
        return new Report(
                match.asked().size(),
                seated.size(),
                early.size(),
                (int) early.stream()
                        .filter(profile -> seated.contains(profile.person()))
                        .count(),
                waiting,
                waiting.stream().map(person -> name(person, world)).sorted().toList(),
                draft.tables().stream()
                        .map(table -> report(table, draft, without, world))
                        .toList(),
                peers(draft),
                alone(draft, match, without),
                brokenRules(draft, world, plan),
                shifts(byPerson(taken, all, world), byPerson(then, all, world), world),
                (int) stays.stream().map(Seat::mentee).distinct().count(),
                (int) waiting.stream().filter(plan::waits).count());
    }

    private static String name(Person person, World world) {
        return world.profile(person).map(Profile::name).orElse("a participant");
    }

    /// Where people sit: "Jeremy Cohen, Coffee Break 1", in the order of their ids.
    private static Map<Person, Set<String>> byPerson(Collection<Seat> seats, List<MentorTable> tables, World world) {
        var breaks = new BreakWording(world.programme());
        var byId = tables.stream().collect(Collectors.toMap(MentorTable::id, Function.identity(), (one, _) -> one));
        var places = new TreeMap<Person, Set<String>>(Comparator.comparing(Person::id));
        for (var seat : seats) {
            var table = byId.get(seat.table());
            if (table != null) {
                var where = world.programme()
                        .session(table.coffeeBreak())
                        .map(breaks::name)
                        .orElse(table.coffeeBreak());
                places.computeIfAbsent(seat.mentee(), _ -> new TreeSet<>())
                        .add(world.wording().mentorName(table) + ", " + where);
            }
        }
        return places;
    }

    private static List<Shift> shifts(Map<Person, Set<String>> before, Map<Person, Set<String>> after, World world) {
        var people = new TreeSet<>(Comparator.comparing(Person::id));
        people.addAll(before.keySet());
        people.addAll(after.keySet());
        return people.stream()
                .map(person -> {
                    var from = new TreeSet<>(before.getOrDefault(person, Set.of()));
                    var to = new TreeSet<>(after.getOrDefault(person, Set.of()));
                    var both = new HashSet<>(from);
                    both.retainAll(to);
                    from.removeAll(both);
                    to.removeAll(both);
                    return new Shift(person, name(person, world), List.copyOf(from), List.copyOf(to));
                })
                .filter(shift -> !(shift.from().isEmpty() && shift.to().isEmpty()))
                .sorted(Comparator.comparing(Shift::name))
                .toList();
    }

    /// The sizes of the tables of peers at which somebody is expected.
    private static List<Integer> peers(RoundDraft draft) {
        return draft.peers().all().stream()
                .map(table -> table.expected().size())
                .filter(size -> size > 0)
                .toList();
    }

    /// How many of those who asked would have neither a mentor's seat nor a table of peers.
    private static int alone(RoundDraft draft, Matchmaker.Match match, SeatingPlan without) {
        return (int) match.unseated().stream()
                .filter(person -> without.takenBy(person).isEmpty()
                        && draft.peers().of(person).isEmpty())
                .count();
    }

    private static TableReport report(MentorTable table, RoundDraft draft, SeatingPlan without, World world) {
        var seats = draft.seats().stream()
                .filter(seat -> seat.table().equals(table.id()))
                .toList();
        return new TableReport(
                table,
                world.mentors().byId(table.mentor()).orElseThrow(),
                without.at(table).size(),
                seats.stream().map(seat -> name(seat.mentee(), world)).toList(),
                seats.stream().mapToDouble(Seat::affinity).average().orElse(0));
    }

    /// Checks the matcher's seats one after the other by the rules that hold for moving up.
    private static int brokenRules(RoundDraft draft, World world, SeatingPlan plan) {
        var eligibility = world.eligibility();
        var tables = draft.tables().stream().collect(Collectors.toMap(MentorTable::id, Function.identity()));
        var filled = plan.with(plan.round(), draft.withoutSeats());
        var broken = 0;
        for (var seat : draft.seats()) {
            var table = Objects.requireNonNull(tables.get(seat.table()));
            var soFar = filled;
            broken += world.profile(seat.mentee())
                            .filter(profile -> eligibility.maySit(profile, table, soFar))
                            .isPresent()
                    ? 0
                    : 1;
            filled = filled.with(seat);
        }
        return broken;
    }

    /// What publishing would come to now.
    Publication publishing(Person by, int number) {
        return hindered(number).orElseGet(() -> {
            var wanted = wanted(number);
            return plans.draft(wanted)
                    .map(draft -> publish(by, wanted, draft, plans.current(), false))
                    .orElseGet(() -> new Publication.Impossible(Hindrance.NO_SUCH_PREVIEW, wanted));
        });
    }

    /// @param number 0 for the round previewed last
    Publication publish(Person by, int number) {
        var hindered = hindered(number);
        if (hindered.isPresent()) {
            return hindered.get();
        }
        var wanted = wanted(number);
        var turn = new Turn(by, now.clock().instant());
        var other = plans.takeTurn(turn);
        if (other.isPresent()) {
            return new Publication.Underway(other.get());
        }
        try {
            return plans.draft(wanted)
                    .map(draft -> publish(by, wanted, draft, plans.current(), true))
                    .orElseGet(() -> new Publication.Impossible(Hindrance.NO_SUCH_PREVIEW, wanted));
        } finally {
            plans.endTurn(turn);
        }
    }

    private int wanted(int number) {
        return number == 0 ? plans.latestDraft() : number;
    }

    /// Why nothing can be published, whatever was previewed.
    private Optional<Publication> hindered(int number) {
        var unset = unset(now.programme());
        if (unset.isPresent()) {
            return Optional.of(new Publication.Impossible(unset.get(), number));
        }
        var wanted = wanted(number);
        if (wanted == 0) {
            return Optional.of(new Publication.Impossible(Hindrance.NOTHING_PREVIEWED, 0));
        }
        return plans.current()
                .round(wanted)
                .filter(round -> !round.wasTakenBack())
                .map(Publication.AlreadyPublished::new);
    }

    /// @param really false to see what it would come to
    private Publication publish(Person by, int number, RoundDraft draft, SeatingPlan plan, boolean really) {
        var done = plan.round(number);
        if (done.isPresent()) {
            return done.get().wasTakenBack()
                    ? new Publication.Stale(number, new Staleness.TakenBack(done.get()))
                    : new Publication.AlreadyPublished(done.get());
        }
        var everybody = profiles.all();
        var world = now.world(everybody);
        if (!draft.basedOn().equals(seating(plan))) {
            return new Publication.Stale(number, moved(draft, plan));
        }
        if (!draft.fingerprint().equals(fingerprint(world, everybody))) {
            return new Publication.Stale(number, new Staleness.AskedOtherwise());
        }
        var change = new Change(world, plan);
        change.publish(number, draft, everybody, by);
        if (settings.groupMessages()) {
            change.gatherPeers();
        }
        var notices = change.notices();
        if (!really) {
            return new Publication.Possible(
                    number, draft.seats().size(), change.plan().waitingWithoutSeat(), people(notices));
        }
        if (plans.replace(change.plan(), notices)) {
            return new Publication.Published(
                    change.plan().round(number).orElseThrow(),
                    notices.stream().map(Notice::id).toList());
        }
        // Somebody was faster: whether the draft still holds is seen anew.
        return publish(by, number, draft, plans.current(), true);
    }

    private static int people(List<Notice> notices) {
        return Math.toIntExact(notices.stream()
                .flatMap(notice -> notice.everybody().stream())
                .distinct()
                .count());
    }

    private static Staleness moved(RoundDraft draft, SeatingPlan plan) {
        return plan.latestRound()
                .filter(round -> !round.wasTakenBack() && round.at().isAfter(draft.made()))
                .<Staleness>map(Staleness.Overtaken::new)
                .orElseGet(Staleness.SeatsMoved::new);
    }

    private static Optional<Hindrance> unset(Programme day) {
        if (day.date() == null) {
            return Optional.of(day.zone() == null ? Hindrance.NO_DATE_AND_NO_ZONE : Hindrance.NO_DATE);
        }
        return day.zone() == null ? Optional.of(Hindrance.NO_ZONE) : Optional.empty();
    }

    /// What taking a round back would do now.
    ///
    /// @param number 0 for the latest
    TakingBack takingBack(Person by, int number) {
        return takeBack(by, number, plans.current(), now.world(profiles.all())).outcome();
    }

    TakingBack takeBack(Person by, int number) {
        return changes.make((plan, _) -> {
            var attempt = takeBack(by, number, plan, now.world(profiles.all()));
            return attempt.outcome() instanceof TakingBack.Possible(var round, var until, var people, var since)
                    ? new Attempt<>(new TakingBack.Done(round, people, since), attempt.change())
                    : Attempt.without(attempt.outcome());
        });
    }

    private Attempt<TakingBack> takeBack(Person by, int number, SeatingPlan plan, World world) {
        var wanted = number == 0 ? plan.latestRound() : plan.round(number);
        if (wanted.isEmpty()) {
            return Attempt.without(new TakingBack.Nothing(number));
        }
        var round = wanted.get();
        if (round.wasTakenBack()) {
            return Attempt.without(new TakingBack.Already(round));
        }
        if (round.number() != plan.round()) {
            return Attempt.without(
                    new TakingBack.Overtaken(round, plan.round(plan.round()).orElse(round)));
        }
        var back = plan.undoable();
        if (back == null || back.round() != round.number() || !world.now().isBefore(back.until())) {
            return Attempt.without(new TakingBack.TooLate(round));
        }
        var change = new Change(world, plan);
        change.undo(back, by, profiles.all());
        var since = new Undoing(world, plan, back)
                .since().stream()
                        .map(each -> new Since(name(each.who(), world), each.what(), each.kept()))
                        .toList();
        return new Attempt<>(new TakingBack.Possible(round, back.until(), people(change.notices()), since), change);
    }

    /// Of everything a matching reads beside the plan.
    private String fingerprint(World world, List<Profile> everybody) {
        var read = new Fingerprint();
        everybody.stream()
                .filter(Profile::seeking)
                .sorted(Comparator.comparing(profile -> profile.person().id()))
                // Versions begin anew when somebody was forgotten and signs up again; the instant differs then.
                .forEach(profile -> read.add(profile.person() + " " + profile.version() + " " + profile.signedUp()));
        read.addAll(Matchmaker.tables(world));
        for (var mentor : world.mentors().all()) {
            read.add(mentor.id() + mentor.institutions().stream().sorted().toList() + mentor.topics());
        }
        return read.add(world.blocks().inOrder())
                .add(world.forbids().inOrder())
                .add(settings)
                .taken();
    }

    /// Of what a draft takes for given of the plan. That a card or a reminder went out is not among it.
    private static String seating(SeatingPlan plan) {
        return new Fingerprint()
                .add(plan.round())
                .addAll(plan.tables())
                .addAll(plan.seats())
                .add(new TreeMap<>(plan.standby()))
                .addAll(plan.peers().all())
                .add(new TreeSet<>(plan.locked()))
                .taken();
    }
}
