package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.mentoring.Mentoring.Preview;
import coffeebreak.bot.mentoring.Mentoring.Publication;
import coffeebreak.bot.notices.InMemoryOutbox;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.notices.SettableClock;
import coffeebreak.bot.organizing.InMemoryAuditTrail;
import coffeebreak.bot.organizing.Repairs;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.InMemoryBlocks;
import coffeebreak.bot.signup.InMemoryProfiles;
import coffeebreak.bot.signup.Interests;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Stage;
import coffeebreak.index.Embedder;
import coffeebreak.index.TopicIndex;
import coffeebreak.matching.PeerMatcher;
import coffeebreak.matching.SeatMatcher;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// A workshop in memory: the built-in programme on an invented day, mentors and participants as a test needs them.
public final class Scene {

    public static final ZoneId VENUE = ZoneId.of("America/Sao_Paulo");
    public static final LocalDate DAY = LocalDate.of(2026, 4, 27);
    public static final String MORNING = "s04";
    public static final String AFTERNOON = "s11";
    public static final Set<String> BOTH = Set.of(MORNING, AFTERNOON);

    public static final Person ORGANIZER = new Person("U0OLGA");

    private static final SeatMatcher MATCHER = new SeatMatcher();
    private static final PeerMatcher PEERS = new PeerMatcher();

    public final SettableClock clock = new SettableClock();
    public final InMemoryProfiles profiles = new InMemoryProfiles();
    public final InMemoryBlocks blocks = new InMemoryBlocks();
    public final Forbids forbids = new Forbids(new InMemoryBlocks());
    public final InMemoryOutbox outbox = new InMemoryOutbox();
    /// Every notice that was owed, in order.
    public final List<Notice> owed = new ArrayList<>();

    public final Recording plans = new Recording(new InMemoryPlans(outbox, clock));
    public Programme programme = YamlProgramme.builtIn().at(DAY, VENUE);
    public Mentors mentors = new Mentors(List.of());
    /// Ids of the mentors who have not agreed beforehand.
    public final Set<String> invited = new TreeSet<>();
    public final InMemoryHosts hosts = new InMemoryHosts();
    public final Lineup lineup = new Lineup(() -> mentors, id -> !invited.contains(id), hosts);
    public final NoticeIds ids = new NoticeIds(() -> new byte[] {1});
    public final TopicIndex index = new TopicIndex(Embedder.hashing(64));
    public final Interests interests = new Interests(index, () -> programme);
    public final Mentoring mentoring;

    public final Invitations invitations = new Invitations(
            () -> programme, lineup, outbox, ids, HostSettings.STANDARD, () -> Set.of(ORGANIZER), clock);
    public final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    public final Repairs repairs;
    public final Hosting hosting;

    public Repairs repairs(HostSettings settings) {
        return new Repairs(
                () -> programme, lineup, mentoring, outbox, ids, audit, settings, () -> Set.of(ORGANIZER), clock);
    }

    private void lookAfterAnAnswer() {
        mentoring.follow();
        invitations.look();
        repairs.look();
    }

    public Scene() {
        this(MatchingSettings.STANDARD);
    }

    public Scene(MatchingSettings settings) {
        mentoring = new Mentoring(
                () -> programme,
                lineup::inForce,
                profiles,
                blocks,
                forbids,
                plans,
                ids,
                index,
                MATCHER,
                PEERS,
                settings,
                clock,
                new SplittableRandom(7));
        repairs = repairs(HostSettings.STANDARD);
        hosting = new Hosting(
                () -> programme,
                lineup,
                plans,
                profiles,
                _ -> Optional.empty(),
                HostSettings.STANDARD,
                this::lookAfterAnAnswer,
                clock);
        itIs("08:00");
    }

    /// Plans that remember what was owed, and in which somebody else can be faster.
    public final class Recording implements Plans {
        private final Plans kept;
        /// Happens once, just before the next replacement.
        public Runnable faster = () -> {};

        Recording(Plans kept) {
            this.kept = kept;
        }

        @Override
        public SeatingPlan current() {
            return kept.current();
        }

        @Override
        public boolean replace(SeatingPlan plan, List<Notice> notices) {
            var first = faster;
            faster = () -> {};
            first.run();
            synchronized (owed) {
                var replaced = kept.replace(plan, notices);
                if (replaced) {
                    owed.addAll(notices);
                }
                return replaced;
            }
        }

        @Override
        public Optional<Turn> takeTurn(Turn turn) {
            return kept.takeTurn(turn);
        }

        @Override
        public void endTurn(Turn turn) {
            kept.endTurn(turn);
        }

        @Override
        public int keepDraft(RoundDraft draft) {
            return kept.keepDraft(draft);
        }

        @Override
        public Optional<RoundDraft> draft(int number) {
            return kept.draft(number);
        }

        @Override
        public void dropDrafts() {
            kept.dropDrafts();
        }

        @Override
        public int latestDraft() {
            return kept.latestDraft();
        }
    }

    static Person person(String name) {
        return new Person("U-" + name);
    }

    /// A mentor the programme knows, who is in the chat as `U-` and their id.
    public static Mentor mentor(String id, int seats, Set<String> breaks, String institution, String... topics) {
        var name = switch (id) {
            case "cohen" -> "Jeremy Cohen";
            case "kempe" -> "Julia Kempe";
            default -> id;
        };
        return new Mentor(id, name, person(id), Set.of(institution), breaks, seats, List.of(topics));
    }

    public Scene offering(Mentor... offered) {
        mentors = new Mentors(List.of(offered));
        index.putAll(mentors.entries(_ -> List.of()));
        return this;
    }

    /// Signs somebody up whose id is `U-` and their name in lower case: first-year PhD student, both breaks, agrees to
    /// everything.
    public Profile signUp(String name) {
        return signUp(name, Stage.PHD1, "", BOTH, false);
    }

    public Profile signUp(String name, Stage stage, String institution, Set<String> breaks, boolean second) {
        return signUp(new Profile(
                person(name.toLowerCase(java.util.Locale.ROOT)),
                name,
                VENUE,
                stage,
                institution,
                List.of(),
                "loss landscapes",
                breaks,
                "",
                second,
                Set.of(Consent.values()),
                true,
                false,
                clock.instant(),
                1));
    }

    Profile signUp(Profile profile) {
        if (!profiles.save(profile)) {
            throw new AssertionError("somebody saved " + profile.person() + " before");
        }
        interests.put(profile);
        return profile;
    }

    static Profile at(Profile profile, String institution) {
        return with(profile, institution, profile.breaks());
    }

    static Profile making(Profile profile, Set<String> breaks) {
        return with(profile, profile.institution(), breaks);
    }

    public static Profile agreeing(Profile profile, Set<Consent> consents) {
        return new Profile(
                profile.person(),
                profile.name(),
                profile.zone(),
                profile.stage(),
                profile.institution(),
                profile.topics(),
                profile.interests(),
                profile.breaks(),
                profile.question(),
                profile.secondSeat(),
                consents,
                profile.seeking(),
                profile.invented(),
                profile.signedUp(),
                profile.version());
    }

    private static Profile with(Profile profile, String institution, Set<String> breaks) {
        return new Profile(
                profile.person(),
                profile.name(),
                profile.zone(),
                profile.stage(),
                institution,
                profile.topics(),
                profile.interests(),
                breaks,
                profile.question(),
                profile.secondSeat(),
                profile.consents(),
                profile.seeking(),
                profile.invented(),
                profile.signedUp(),
                profile.version());
    }

    /// Saves a changed profile as its next version.
    void change(Profile profile) {
        signUp(profile.next());
    }

    int preview() {
        if (mentoring.preview() instanceof Preview.Ready ready) {
            return ready.number();
        }
        throw new AssertionError("nothing to preview");
    }

    public Publication publish(int number) {
        return mentoring.publish(ORGANIZER, number);
    }

    public Publication.Published publish() {
        if (publish(preview()) instanceof Publication.Published published) {
            return published;
        }
        throw new AssertionError("not published");
    }

    /// What was owed since the last time this was asked.
    public List<Notice> news() {
        var news = List.copyOf(owed);
        owed.clear();
        return news;
    }

    /// Whom news go to and how they begin: `U-ana: You sit with Jeremy Cohen`, an edit with a star.
    public List<String> headlines() {
        return news().stream()
                .map(notice -> switch (notice.content()) {
                    case Notice.Content.Post(var message) -> notice.to() + ": " + first(Aloud.read(message));
                    case Notice.Content.Edit(var _, var message) -> notice.to() + "* " + first(Aloud.read(message));
                    case Notice.Content.TakeBack(var _, var message) ->
                        notice.to() + "** " + first(Aloud.read(message));
                })
                .toList();
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("").replaceFirst("^# ", "");
    }

    /// Who sits where: `ana@cohen/s04`.
    List<String> seats() {
        var plan = mentoring.plan();
        return plan.seats().stream()
                .filter(seat -> seat.state().taken())
                .map(seat ->
                        seat.mentee().id().substring(2) + "@" + seat.table().replace("@", "/"))
                .sorted()
                .toList();
    }

    Seat seatOf(String name) {
        return mentoring.plan().takenBy(person(name)).getFirst();
    }

    /// Sets the clock to a time of the day on the venue's clock.
    public void itIs(String time) {
        var instant = DAY.atTime(java.time.LocalTime.parse(time)).atZone(VENUE).toInstant();
        clock.advance(Duration.between(clock.instant(), instant));
    }

    Instant now() {
        return clock.instant();
    }
}
