package coffeebreak.bot.mentoring;

import coffeebreak.bot.mentoring.Mentoring.Preview;
import coffeebreak.bot.mentoring.Mentoring.Publication;
import coffeebreak.bot.mentoring.Mentoring.Report;
import coffeebreak.bot.mentoring.Mentoring.TableReport;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Profiles;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Previews and publishes rounds.
final class Rounds {

    private final Now now;
    private final Profiles profiles;
    private final Plans plans;
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
        this.matchmaker = matchmaker;
        this.peers = peers;
        this.settings = settings;
        this.seeds = seeds;
    }

    Preview preview() {
        var plan = plans.current();
        var everybody = profiles.all();
        var world = now.world(everybody);
        if (world.mentors().all().isEmpty()) {
            return new Preview.Nothing(
                    "no mentors are known. Set COFFEEBREAK_ROSTER to a file that names them and restart");
        }
        if (Matchmaker.tables(world).isEmpty()) {
            return new Preview.Nothing("no break in which a mentor holds a table is still to come");
        }
        var seed = seeds.nextLong(1, 1_000_000);
        var began = System.nanoTime();
        var match = matchmaker.match(world, everybody, plan, seed);
        if (match.asked().isEmpty()) {
            return new Preview.Nothing(nobodyAsked(plan, everybody));
        }
        var tables = peers.seat(world, everybody, plan, match.seats(), match, seed);
        var took = Duration.ofNanos(System.nanoTime() - began);
        var draft = new RoundDraft(
                plan.version(),
                fingerprint(world, everybody),
                seed,
                world.now(),
                match.tables(),
                match.seats(),
                match.standby(),
                tables,
                match.proven(),
                took.toMillis());
        return new Preview.Ready(plans.keepDraft(draft), draft, report(draft, match, world, plan));
    }

    private static String nobodyAsked(SeatingPlan plan, List<Profile> everybody) {
        if (everybody.stream().noneMatch(Profile::seeking)) {
            return "nobody has signed up for a seat yet";
        }
        return plan.published()
                ? "everybody who asked for a seat was given one already"
                : "nobody who signed up can make a break in which a mentor holds a table";
    }

    private Report report(RoundDraft draft, Matchmaker.Match match, World world, SeatingPlan plan) {
        var seated = draft.seats().stream().map(Seat::mentee).collect(Collectors.toSet());
        var early = match.asked().stream()
                .filter(settings::isEarlyStage)
                .filter(profile -> plan.takenBy(profile.person()).isEmpty())
                .toList();
        return new Report(
                match.asked().size(),
                seated.size(),
                early.size(),
                (int) early.stream()
                        .filter(profile -> seated.contains(profile.person()))
                        .count(),
                match.unseated().stream()
                        .filter(person -> plan.takenBy(person).isEmpty())
                        .toList(),
                draft.tables().stream()
                        .map(table -> report(table, draft, world))
                        .toList(),
                peers(draft),
                alone(draft, match, plan),
                brokenRules(draft, world, plan));
    }

    /// The sizes of the tables of peers at which somebody is expected.
    private static List<Integer> peers(RoundDraft draft) {
        return draft.peers().all().stream()
                .map(table -> table.expected().size())
                .filter(size -> size > 0)
                .toList();
    }

    /// How many of those who asked would have neither a mentor's seat nor a table of peers.
    private static int alone(RoundDraft draft, Matchmaker.Match match, SeatingPlan plan) {
        return (int) match.unseated().stream()
                .filter(person -> plan.takenBy(person).isEmpty()
                        && draft.peers().of(person).isEmpty())
                .count();
    }

    private static TableReport report(MentorTable table, RoundDraft draft, World world) {
        var seats = draft.seats().stream()
                .filter(seat -> seat.table().equals(table.id()))
                .toList();
        return new TableReport(
                table,
                world.mentors().byId(table.mentor()).orElseThrow(),
                seats.stream()
                        .map(seat ->
                                world.profile(seat.mentee()).map(Profile::name).orElse("a participant"))
                        .toList(),
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

    Publication publish(int number) {
        var unset = unset(now.programme());
        if (unset.isPresent()) {
            return new Publication.Impossible("the day has no " + unset.get()
                    + " yet, so nobody could be told when to come. Set COFFEEBREAK_EVENT_DATE and "
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
        return plans.draft(wanted)
                .map(draft -> publish(wanted, draft, plan))
                .orElseGet(() -> new Publication.Impossible(
                        "there is no previewed round " + wanted + " any more. Run /coffee-admin preview"));
    }

    private Publication publish(int number, RoundDraft draft, SeatingPlan plan) {
        var everybody = profiles.all();
        var world = now.world(everybody);
        if (draft.basedOn() != plan.version()) {
            return new Publication.Stale(number, "seats have changed since it was previewed");
        }
        if (!draft.fingerprint().equals(fingerprint(world, everybody))) {
            return new Publication.Stale(number, "sign-ups, mentors or breaks have changed since it was previewed");
        }
        var change = new Change(world, plan);
        change.publish(number, draft, everybody);
        if (settings.groupMessages()) {
            change.gatherPeers();
        }
        if (plans.replace(change.plan(), change.notices())) {
            return new Publication.Published(
                    number,
                    draft.seats().size(),
                    waiting(change.plan()),
                    change.notices().size());
        }
        return plans.current().round() == number
                ? new Publication.AlreadyPublished(number)
                : new Publication.Stale(number, "somebody changed the seats in this very moment");
    }

    private static Optional<String> unset(Programme day) {
        if (day.date() == null) {
            return Optional.of(day.zone() == null ? "date and no time zone" : "date");
        }
        return day.zone() == null ? Optional.of("time zone") : Optional.empty();
    }

    /// Those in line who have no seat at all.
    private static int waiting(SeatingPlan plan) {
        return (int) plan.standby().values().stream()
                .flatMap(List::stream)
                .distinct()
                .filter(person -> plan.takenBy(person).isEmpty())
                .count();
    }

    /// A digest of everything a matching reads beside the plan.
    private String fingerprint(World world, List<Profile> everybody) {
        var read = new StringJoiner("\n");
        everybody.stream()
                .filter(Profile::seeking)
                .sorted(Comparator.comparing(profile -> profile.person().id()))
                // Versions begin anew when somebody was forgotten and signs up again; the instant differs then.
                .forEach(profile -> read.add(profile.person() + " " + profile.version() + " " + profile.signedUp()));
        Matchmaker.tables(world).forEach(table -> read.add(table.toString()));
        for (var mentor : world.mentors().all()) {
            read.add(mentor.id() + mentor.institutions().stream().sorted().toList() + mentor.topics());
        }
        read.add(world.blocks().inOrder());
        read.add(world.forbids().inOrder());
        read.add(settings.toString());
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(read.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
