package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.peers.PeerSeater;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.signup.Blocks;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Profiles;
import coffeebreak.index.TopicIndex;
import coffeebreak.matching.PeerMatcher;
import coffeebreak.matching.SeatMatcher;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Rounds and seats: what is previewed, published, confirmed, declined, and where everybody stands.
public final class Mentoring {

    private final Now now;
    private final Plans plans;
    private final Rounds rounds;
    private final Seats seats;
    private final Choices choices;
    private final Tables tables;
    private final Yardstick yardstick;
    private final ByHand byHand;

    public Mentoring(
            Supplier<Programme> programme,
            Supplier<Mentors> mentors,
            Profiles profiles,
            Blocks blocks,
            Forbids forbids,
            Plans plans,
            NoticeIds ids,
            TopicIndex index,
            SeatMatcher matcher,
            PeerMatcher peerMatcher,
            MatchingSettings settings,
            InstantSource clock,
            RandomGenerator seeds) {
        var affinities = new Affinities(index);
        var matchmaker = new Matchmaker(matcher, affinities, settings);
        this.now = new Now(programme, mentors, profiles, ids, affinities, blocks, forbids, clock);
        this.plans = plans;
        var peers = new PeerPlaces(new PeerSeater(peerMatcher));
        this.rounds = new Rounds(now, profiles, plans, matchmaker, peers, settings, seeds);
        var changes = new Changes(now, plans);
        this.seats = new Seats(changes);
        this.choices = new Choices(changes);
        this.tables = new Tables(changes, new Reseater(matchmaker, peers));
        this.yardstick = new Yardstick(matcher, affinities);
        this.byHand = new ByHand(changes, now, plans, forbids);
    }

    /// What a preview came to.
    public sealed interface Preview {
        /// A round that can be published under its number.
        record Ready(int number, RoundDraft draft, Report report) implements Preview {}

        /// There is nothing to match, and why.
        record Nothing(Hindrance why) implements Preview {}
    }

    /// A preview in place of one that is stale.
    ///
    /// @param differences between the two in who sits where
    /// @param inLine      names of those who are in line in this one and were not in the other
    public record Renewed(Preview preview, List<Shift> differences, List<String> inLine) {
        public Renewed {
            inLine = List.copyOf(inLine);
            differences = List.copyOf(differences);
        }
    }

    /// A previewed round in figures.
    ///
    /// @param asked       how many asked for a seat, or for a second one
    /// @param seated      how many of those get one
    /// @param earlyStage  how many early-stage people without a seat asked, and how many of them get one
    /// @param waiting     whoever asked and has no seat then
    /// @param unplaced    their names, as organizers may see them, in alphabetical order
    /// @param peers       how many sit at each table of peers
    /// @param alone       how many of those who asked have no seat of any kind then
    /// @param brokenRules how many of the new seats break a rule; 0 unless something is wrong with the matching
    /// @param shifts      whose seats change against the plan in force
    /// @param stay        how many people keep a seat they have
    /// @param inLineStill how many of those without a seat are in line already
    public record Report(
            int asked,
            int seated,
            int earlyStage,
            int earlyStageSeated,
            List<Person> waiting,
            List<String> unplaced,
            List<TableReport> tables,
            List<Integer> peers,
            int alone,
            int brokenRules,
            List<Shift> shifts,
            int stay,
            int inLineStill) {
        public Report {
            waiting = List.copyOf(waiting);
            unplaced = List.copyOf(unplaced);
            shifts = List.copyOf(shifts);
            tables = List.copyOf(tables);
            peers = List.copyOf(peers);
        }
    }

    /// One table of a preview.
    ///
    /// @param stay  how many sit there already and stay
    /// @param names of the new ones at the table, as organizers may see them
    /// @param mean  affinity of those, 0 to 1; 0 where nobody is new
    public record TableReport(MentorTable table, Mentor mentor, int stay, List<String> names, double mean) {
        public TableReport {
            names = List.copyOf(names);
        }
    }

    /// Runs the matching and keeps the result as a draft; nobody is told anything.
    public Preview preview() {
        return rounds.preview();
    }

    /// Previews anew what was previewed before, with the same lottery, and says what is different.
    ///
    /// @param number of the preview that is stale
    public Renewed previewAgain(int number) {
        return rounds.previewAgain(number);
    }

    /// What publishing came to.
    public sealed interface Publication {
        /// Everything is stored and everybody is about to be told.
        ///
        /// @param notices the ids of what is owed for it
        record Published(PublishedRound round, List<String> notices) implements Publication {
            public Published {
                notices = List.copyOf(notices);
            }
        }

        /// It could be published: nobody is told yet.
        ///
        /// @param people how many are told something new to them then
        record Possible(int round, int seats, int waiting, int people) implements Publication {}

        /// That round was published before; nobody is told anything again.
        record AlreadyPublished(PublishedRound round) implements Publication {}

        /// Somebody is publishing at this moment.
        record Underway(Turn turn) implements Publication {}

        /// Something changed since the preview.
        record Stale(int round, Staleness why) implements Publication {}

        /// It cannot be published, and why.
        record Impossible(Hindrance why, int round) implements Publication {}
    }

    /// Why a preview is stale.
    public sealed interface Staleness {
        /// Sign-ups, mentors, breaks or who sits with whom.
        record AskedOtherwise() implements Staleness {}

        /// Somebody gave up a seat, or was given one.
        record SeatsMoved() implements Staleness {}

        /// Another round was published meanwhile.
        record Overtaken(PublishedRound by) implements Staleness {}

        /// It was published, and taken back.
        record TakenBack(PublishedRound round) implements Staleness {}
    }

    /// What publishing a previewed round would come to now.
    ///
    /// @param number the round's number; 0 for the one previewed last
    public Publication publishing(Person by, int number) {
        return rounds.publishing(by, number);
    }

    /// Publishes a previewed round: seats, queues and notices in one step.
    ///
    /// @param number the round's number; 0 for the one previewed last
    public Publication publish(Person by, int number) {
        return rounds.publish(by, number);
    }

    /// What taking a round back comes to.
    public sealed interface TakingBack {
        /// It can be done.
        ///
        /// @param until  before this instant
        /// @param people how many read that something does not hold, or holds again
        /// @param since  what people have done since it was published
        record Possible(PublishedRound round, Instant until, int people, List<Since> since) implements TakingBack {
            public Possible {
                since = List.copyOf(since);
            }
        }

        /// It is done.
        record Done(PublishedRound round, int people, List<Since> since) implements TakingBack {
            public Done {
                since = List.copyOf(since);
            }
        }

        /// No round of that number was published; 0 for no round at all.
        record Nothing(int number) implements TakingBack {}

        /// It was taken back before.
        record Already(PublishedRound round) implements TakingBack {}

        /// Another one is in force.
        record Overtaken(PublishedRound round, PublishedRound by) implements TakingBack {}

        /// Its minutes are over.
        record TooLate(PublishedRound round) implements TakingBack {}
    }

    /// What somebody has done since a round was published.
    ///
    /// @param name as organizers may see it
    /// @param kept whether it outlives the round
    public record Since(String name, What what, boolean kept) {

        /// What it was.
        public enum What {
            SAID_YES,
            CANNOT_COME,
            WITHDREW,
            CHANGED_SEATS,
            WAS_SEATED
        }
    }

    /// Until when a round can be taken back; empty when it cannot be any more.
    public Optional<Instant> canBeTakenBack(int number) {
        var back = plans.current().undoable();
        return back == null || back.round() != number || !now.clock().instant().isBefore(back.until())
                ? Optional.empty()
                : Optional.of(back.until());
    }

    /// What taking a round back would do now.
    ///
    /// @param number the round's number; 0 for the latest
    public TakingBack takingBack(Person by, int number) {
        return rounds.takingBack(by, number);
    }

    /// Takes the latest round back, within minutes of its being published: seats, lines and tables of peers are as they
    /// were before, but for what people have said of themselves since, and whoever was told something reads that it
    /// does not hold.
    ///
    /// @param number the round's number; 0 for the latest
    public TakingBack takeBack(Person by, int number) {
        return rounds.takeBack(by, number);
    }

    /// What organizers do with single seats.
    public ByHand byHand() {
        return byHand;
    }

    /// What became of a seat somebody answered.
    public sealed interface Answer {
        /// It is done; the message with the seat changes by itself.
        record Done(Seat seat, String mentor) implements Answer {}

        /// It was so already.
        record Already(Seat seat, String mentor) implements Answer {}

        /// There is no such seat, or it is somebody else's.
        record NoSeat() implements Answer {}

        /// It was a place at a table of peers: the others expect the person, or are told that they do not come.
        record AtPeers(boolean expected) implements Answer {}
    }

    /// What became of what somebody wanted.
    ///
    /// @param words   for whoever wanted it
    /// @param changed whether messages about the seat now say so by themselves
    public record Outcome(String words, boolean changed) {
        static Outcome changed(String words) {
            return new Outcome(words, true);
        }

        static Outcome unchanged(String words) {
            return new Outcome(words, false);
        }
    }

    /// "I'm at the table."
    ///
    /// @param seat the seat's id; empty for the one of the break that is on
    public Outcome arrive(Person who, String seat) {
        return choices.arrive(who, seat);
    }

    /// "I'm running late": the mentor reads it on the card, and the seat is kept longer.
    ///
    /// @param seat    the seat's id; empty for the next one the person holds
    /// @param minutes as they said; taken as 1 to 30
    public Outcome runLate(Person who, String seat, int minutes) {
        return choices.runLate(who, seat, minutes);
    }

    /// Another break: a free seat in it at once, else a place in its line while the seat is kept.
    ///
    /// @param words what was said of the break
    public Outcome moveTo(Person who, String words) {
        return choices.moveTo(who, words);
    }

    /// "I know this mentor already": another table of the same break where one is free, else somebody who would gain is
    /// asked to swap.
    ///
    /// @param seat the seat's id; empty for the next one the person holds
    public Outcome know(Person who, String seat) {
        return choices.know(who, seat);
    }

    /// The answer of somebody who was asked to swap.
    ///
    /// @param theirs the seat of whoever wants to sit elsewhere
    /// @param mine   the seat of whoever answers
    public Outcome answerSwap(Person who, String theirs, String mine, boolean agreed) {
        return choices.answerSwap(who, theirs, mine, agreed);
    }

    /// Does what is due by the clock: sends cards and reminders, lets offers run out, gives empty seats away. Called
    /// again and again; what was done is not done twice.
    public void timePasses() {
        seats.timePasses();
    }

    /// "I'll be there."
    ///
    /// @param seat the seat's id; empty for the next one the person holds
    public Answer confirm(Person who, String seat) {
        return seats.confirm(who, seat);
    }

    /// "I can't come": the first in line moves up and the mentor's card is edited.
    ///
    /// @param seat the seat's id; empty for the next one the person holds
    public Answer decline(Person who, String seat) {
        return seats.decline(who, seat);
    }

    /// Why somebody sits where they sit; empty when the seat is not theirs.
    public Optional<Message> explain(Person who, String seatId) {
        var plan = plans.current();
        var world = now.world();
        return plan.seat(seatId)
                .filter(seat -> seat.mentee().equals(who) && seat.state().taken())
                .flatMap(seat -> plan.table(seat.table())
                        .map(table -> world.wording().explanation(seat, table, world.tablemates(plan, seat))));
    }

    /// Seats somebody who signs up when seats were given out already, in the earliest break in which one is free
    /// for them, else puts them last in line, and tells them.
    public void join(Person who) {
        seats.join(who);
    }

    /// Brings the cards up to date on which a person stands, after a change of their profile.
    public void renewCards(Person who) {
        seats.renewCards(who);
    }

    /// Whether somebody hosts a table in every break, so that there is none in which they could be a guest.
    public boolean hostsEveryBreak(Person who) {
        var breaks = now.programme().breaks().stream().map(each -> each.id()).toList();
        return mentors()
                .byPerson(who)
                .filter(mentor -> mentor.breaks().containsAll(breaks))
                .isPresent();
    }

    /// The mentors of the day.
    public Mentors mentors() {
        return now.mentors().get();
    }

    /// Moves whoever shares a table with somebody they must be apart from, after a person has said so: a mentor stays
    /// and the mentee moves; of two mentees the one who said so.
    public void separate(Person who) {
        seats.separate(who);
    }

    /// Whether the plan names a person, at a table or in a queue.
    public boolean names(Person who) {
        var plan = plans.current();
        return !plan.everBy(who).isEmpty() || plan.waits(who) || plan.peers().names(who);
    }

    /// Frees whatever the person holds and takes them out of every queue.
    public void withdraw(Person who) {
        seats.withdraw(who);
    }

    /// The same, and nothing in the plan names them any more.
    public void forget(Person who) {
        seats.forget(who);
        plans.dropDrafts();
    }

    /// Brings the tables to come in line with what their mentors say now: those seated first stay, who has to
    /// leave is first in line, and with more seats the first in line move up. Whoever sits with a mentor who does
    /// not come stays until [#reseat].
    public void follow() {
        tables.follow();
    }

    /// Where somebody goes whose mentor does not come.
    ///
    /// @param name  as organizers may see it
    /// @param place "Jeremy Cohen, Coffee Break 2, 15:00 to 15:30"
    public record Move(Person who, String name, String place) {}

    /// What [#reseat] would do now; empty when everybody has a mentor who comes.
    public List<Move> reseating(String mentor, boolean onlyPeers) {
        var plan = plans.current();
        var world = now.world();
        return moves(tables.reseating(world, plan, mentor, onlyPeers), plan, world);
    }

    /// Gives those another place who sit with a mentor who does not come, worked out at this moment: free seats,
    /// then tables of peers, then the head of the line. Each of them is told by one message; nobody else moves.
    ///
    /// @param onlyPeers whether no seats with other mentors are given
    /// @return what was done; empty when there was nothing to do
    public List<Move> reseat(String mentor, boolean onlyPeers) {
        var before = plans.current();
        return moves(tables.reseat(mentor, onlyPeers), before, now.world());
    }

    private static List<Move> moves(Reseating reseating, SeatingPlan before, World world) {
        var venue = world.programme().venueZone();
        return reseating.lost().stream()
                .map(lost -> {
                    var person = lost.mentee();
                    var name = world.profile(person).map(Profile::name).orElse("a participant");
                    var place = reseating
                            .insteadOf(lost)
                            .map(reseating::table)
                            .map(table -> table.host() + ", " + world.wording().when(table, venue))
                            .or(() -> reseating
                                    .peersOf(person, before)
                                    .map(peers -> "a table of peers, "
                                            + world.wording().when(peers.table().coffeeBreak(), venue)))
                            .orElse("first in line");
                    return new Move(person, name, place);
                })
                .toList();
    }

    /// Where a person stands.
    public sealed interface Standing {
        /// Nothing was published yet.
        record NotPublished() implements Standing {}

        /// Seated with mentors, in the order of the day, and with peers.
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
        var world = now.world();
        var held = Seats.inOrderOfTheDay(plan.takenBy(who), plan, world).stream()
                .flatMap(seat -> plan.table(seat.table()).stream().map(table -> world.seatMessage(plan, seat, table)))
                .toList();
        var peerSeats = plan.peers().of(who).stream()
                .map(place -> world.peerWording()
                        .seat(place, world.zone(who), world.wording().places(plan.placesOf(who))));
        var seated = Stream.concat(held.stream(), peerSeats).toList();
        if (!seated.isEmpty()) {
            return new Standing.Seated(seated);
        }
        var peers = world.profile(who)
                .filter(profile -> profile.agreesTo(Consent.PEERS))
                .isPresent();
        return plan.waits(who)
                ? new Standing.Waiting(world.wording().waiting(plan.placesOf(who), peers))
                : new Standing.Nowhere();
    }

    /// The cards of a mentor as they stand now, in the order of the day; empty for everybody else.
    public List<Message> cards(Person who) {
        var plan = plans.current();
        var world = now.world();
        return world.mentors().byPerson(who).stream()
                .flatMap(mentor ->
                        plan.tables().stream().filter(table -> table.mentor().equals(mentor.id())))
                .map(table -> world.card(plan, table, world.zone(who)))
                .toList();
    }

    /// What a person has, or had, in the breaks, in the order of the day.
    public List<Booking> bookings(Person who) {
        return new Bookings(plans.current(), now.world()).of(who);
    }

    /// The same of a mentor (id), for whoever gives them to somebody who is not in the chat.
    public List<Message> cardsOf(String mentor) {
        var plan = plans.current();
        var world = now.world();
        var venue = world.programme().venueZone();
        return plan.tables().stream()
                .filter(table -> table.mentor().equals(mentor) && table.capacity() > 0)
                .map(table -> world.card(plan, table, venue))
                .toList();
    }

    /// How good the seats of a plan are against chance and against the best.
    ///
    /// @param everybody all profiles
    /// @param seed      of the seatings drawn by chance
    /// @return empty when nobody sits with a mentor
    public Optional<Compared> compared(SeatingPlan plan, List<Profile> everybody, long seed) {
        return yardstick.measure(now.world(everybody), plan, seed);
    }

    /// The plan in force.
    public SeatingPlan plan() {
        return plans.current();
    }
}
