package coffeebreak.bot;

import coffeebreak.bot.answers.Allowance;
import coffeebreak.bot.answers.Answers;
import coffeebreak.bot.answers.Suggestions;
import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.feedback.Afterwards;
import coffeebreak.bot.feedback.Meetings;
import coffeebreak.bot.files.CardPdf;
import coffeebreak.bot.files.ChartPng;
import coffeebreak.bot.files.CsvSheets;
import coffeebreak.bot.files.IcsFile;
import coffeebreak.bot.files.ImportFiles;
import coffeebreak.bot.files.TablesPdf;
import coffeebreak.bot.finding.Finding;
import coffeebreak.bot.finding.Library;
import coffeebreak.bot.frontdesk.Avoiding;
import coffeebreak.bot.frontdesk.CalendarDesk;
import coffeebreak.bot.frontdesk.Consequences;
import coffeebreak.bot.frontdesk.FrontDesk;
import coffeebreak.bot.frontdesk.Home;
import coffeebreak.bot.frontdesk.Homes;
import coffeebreak.bot.frontdesk.Leaving;
import coffeebreak.bot.frontdesk.MyData;
import coffeebreak.bot.frontdesk.MyDay;
import coffeebreak.bot.frontdesk.Questions;
import coffeebreak.bot.frontdesk.Reception;
import coffeebreak.bot.frontdesk.ReceptionSettings;
import coffeebreak.bot.frontdesk.Retention;
import coffeebreak.bot.frontdesk.StaleHomes;
import coffeebreak.bot.frontdesk.Unfoldings;
import coffeebreak.bot.importing.Content;
import coffeebreak.bot.importing.EmailLinks;
import coffeebreak.bot.importing.LiveLists;
import coffeebreak.bot.importing.MentorList;
import coffeebreak.bot.llm.LanguageModel;
import coffeebreak.bot.llm.LanguageModelSettings;
import coffeebreak.bot.llm.Meanings;
import coffeebreak.bot.llm.VectorNearness;
import coffeebreak.bot.mentoring.AnnouncedPlans;
import coffeebreak.bot.mentoring.Answering;
import coffeebreak.bot.mentoring.Hosting;
import coffeebreak.bot.mentoring.Invitations;
import coffeebreak.bot.mentoring.Lineup;
import coffeebreak.bot.mentoring.MatchingSettings;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.mentoring.Nudges;
import coffeebreak.bot.mentoring.Plans;
import coffeebreak.bot.notices.Courier;
import coffeebreak.bot.notices.CourierSettings;
import coffeebreak.bot.notices.Courtesy;
import coffeebreak.bot.notices.NotingMessenger;
import coffeebreak.bot.notices.Passage;
import coffeebreak.bot.notices.Timekeeper;
import coffeebreak.bot.observing.CountedClerk;
import coffeebreak.bot.observing.CountedMessenger;
import coffeebreak.bot.observing.Figures;
import coffeebreak.bot.observing.Traces;
import coffeebreak.bot.observing.WatchedSlack;
import coffeebreak.bot.organizing.AnnounceDesk;
import coffeebreak.bot.organizing.AppointedOrganizers;
import coffeebreak.bot.organizing.Audience;
import coffeebreak.bot.organizing.AuditDesk;
import coffeebreak.bot.organizing.Commands;
import coffeebreak.bot.organizing.CurrentOrganizers;
import coffeebreak.bot.organizing.DayDesk;
import coffeebreak.bot.organizing.EmailLinking;
import coffeebreak.bot.organizing.Export;
import coffeebreak.bot.organizing.FactDesk;
import coffeebreak.bot.organizing.GivenUpDesk;
import coffeebreak.bot.organizing.ImportDesk;
import coffeebreak.bot.organizing.MentorDesk;
import coffeebreak.bot.organizing.OnPaper;
import coffeebreak.bot.organizing.OrganizerDesk;
import coffeebreak.bot.organizing.OrganizerHome;
import coffeebreak.bot.organizing.Organizers;
import coffeebreak.bot.organizing.Overview;
import coffeebreak.bot.organizing.Paper;
import coffeebreak.bot.organizing.ProgrammeDesk;
import coffeebreak.bot.organizing.QuestionDesk;
import coffeebreak.bot.organizing.RehearsalDesk;
import coffeebreak.bot.organizing.Rehearsals;
import coffeebreak.bot.organizing.Repairs;
import coffeebreak.bot.organizing.ReportDesk;
import coffeebreak.bot.organizing.Reporting;
import coffeebreak.bot.organizing.RetireDesk;
import coffeebreak.bot.organizing.RoundDesk;
import coffeebreak.bot.organizing.SeatDesk;
import coffeebreak.bot.organizing.SessionFinder;
import coffeebreak.bot.organizing.StageNews;
import coffeebreak.bot.organizing.StatusDesk;
import coffeebreak.bot.programme.LiveProgramme;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.redis.Presence;
import coffeebreak.bot.redis.RedisStore;
import coffeebreak.bot.signup.FollowedProfiles;
import coffeebreak.bot.signup.Interests;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.SignUp;
import coffeebreak.bot.signup.SignUpDeadline;
import coffeebreak.bot.signup.UnfinishedSignUps;
import coffeebreak.bot.slack.SlackEdge;
import coffeebreak.index.TopicIndex;
import coffeebreak.matching.PeerMatcher;
import coffeebreak.matching.SeatMatcher;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// The bot as Spring assembles it: one method per part. The parts know nothing of Spring; a test makes them with
/// `new`.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class BotApplication {

    private static final System.Logger LOG = System.getLogger(BotApplication.class.getName());
    /// An organizer waits for a preview.
    private static final Duration PEERS_LIMIT = Duration.ofSeconds(10);

    private static final Duration UNTIL_READ = Duration.ofSeconds(5);

    private static final Duration SIGN_UP_LIFETIME = Duration.ofHours(2);

    /// At Slack's pace 700 people are told in three minutes.
    private static final Duration LATE = Duration.ofMinutes(5);

    /// Starts the bot and returns when it listens.
    ///
    /// @param clock   the time of day at the workshop
    /// @param courier how fast notices leave, and how long a doubt lasts
    /// @param seeds   draws the seed of each round
    /// @throws StoreUnavailable when Redis does not answer
    public static ConfigurableApplicationContext start(
            BotSettings settings, Day day, InstantSource clock, CourierSettings courier, RandomGenerator seeds) {
        return start(settings, day, clock, courier, seeds, Passage.real(), Rehearsals.none());
    }

    /// The same for a clock that may not run by itself.
    ///
    /// @param passage    how long the bot rests before it looks again what is due
    /// @param rehearsals what organizers start to see the day before it comes
    public static ConfigurableApplicationContext start(
            BotSettings settings,
            Day day,
            InstantSource clock,
            CourierSettings courier,
            RandomGenerator seeds,
            Passage passage,
            Rehearsals rehearsals) {
        // The model is read beside everything else, by a core that would be idle.
        var meanings = Meanings.miniLm();
        prepareBeside(meanings);
        requireRedis(settings, day);
        return new SpringApplicationBuilder(BotApplication.class)
                .properties(properties(settings))
                .initializers(context -> {
                    var beans = (GenericApplicationContext) context;
                    beans.registerBean(BotSettings.class, () -> settings);
                    beans.registerBean(Day.class, () -> day);
                    beans.registerBean(InstantSource.class, () -> clock);
                    beans.registerBean(CourierSettings.class, () -> courier);
                    beans.registerBean(RandomGenerator.class, () -> seeds);
                    beans.registerBean(Passage.class, () -> passage);
                    beans.registerBean(Meanings.class, () -> meanings);
                    beans.registerBean(Rehearsals.class, () -> rehearsals);
                })
                .run();
    }

    /// A process that ends while a native library is being set up would crash, so its end waits for that.
    private static void prepareBeside(Meanings meanings) {
        var reading = Thread.ofPlatform().daemon().name("model").start(meanings::prepare);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                reading.join(UNTIL_READ);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private static Map<String, Object> properties(BotSettings settings) {
        var properties = new HashMap<String, Object>(Map.of(
                "server.port", settings.port(),
                "server.address", settings.address(),
                "management.server.port", settings.management().port(),
                "management.server.address", settings.management().address()));
        // Not set, and not set to nothing, where the log is text: a rehearsal inside of a bot must leave the bot's as
        // it is.
        if (settings.telling().asJson()) {
            properties.put("logging.structured.format.console", "ecs");
        }
        return properties;
    }

    @Bean(destroyMethod = "close")
    ExecutorService workers() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    /// Asked before anything is put together, so that the answer is one sentence and not the end of an assembly.
    private static void requireRedis(BotSettings settings, Day day) {
        try (var store = storeOf(settings, day.programme())) {
            store.check();
        }
    }

    /// Waits until Redis is there, and looks whether it keeps what it is given.
    ///
    /// @param passage how long it rests before it asks again
    /// @throws UnusableSettings when it does not, with what to do
    public static void awaitLastingRedis(BotSettings settings, Day day, Passage passage) throws InterruptedException {
        try (var store = storeOf(settings, day.programme())) {
            var check = new RedisArrival(store::check, passage).await();
            if (!check.faults().isEmpty()) {
                throw new UnusableSettings(check.faults());
            }
        }
    }

    @Bean(destroyMethod = "close")
    RedisStore store(BotSettings settings, Day day, InstantSource clock) {
        var store = storeOf(settings, day.programme());
        return store.considering(courtesy(store, settings, day, clock));
    }

    private static Courtesy courtesy(RedisStore store, BotSettings settings, Day day, InstantSource clock) {
        var profiles = store.profiles();
        return new Courtesy(
                settings.day().quiet(),
                store.contacts(),
                who -> profiles.find(who)
                        .map(Profile::zone)
                        .orElseGet(() -> day.programme().venueZone()),
                (from, until) -> day.programme().goesOnBetween(from, until),
                clock);
    }

    /// Where everything of this event is kept; does not connect yet.
    public static RedisStore storeOf(BotSettings settings, Programme programme) {
        var event = programme.shortName().replaceAll("[^A-Za-z0-9._-]", "-");
        return RedisStore.at(settings.redis(), settings.slack().workspace(), event, new Json());
    }

    @Bean
    Figures figures(MeterRegistry registry, RedisStore store, TopicIndex index, InstantSource clock) {
        var figures = new Figures(registry, System::nanoTime);
        figures.shows(store.stock(clock));
        figures.shows(store.plans());
        figures.showsIndex(() -> index.health().entries(), () -> index.health().withoutVector());
        return figures;
    }

    /// After all other duties: whichever of them hangs, this one is not reached.
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    Timekeeper.Duty dutiesAreTimed(Figures figures) {
        return figures::dutiesLooked;
    }

    @Bean(destroyMethod = "close")
    Traces traces(BotSettings settings) {
        return Traces.to(settings.telling().collector());
    }

    @Bean
    Presence presence(RedisStore store) {
        return store.presence();
    }

    @Bean
    Timekeeper.Duty presenceIsSaid(Presence presence) {
        return presence::renew;
    }

    @Bean(destroyMethod = "close")
    TopicIndex index(Meanings meanings) {
        return new TopicIndex(meanings);
    }

    @Bean(destroyMethod = "close")
    SlackEdge slack(
            BotSettings settings, CourierSettings courier, ExecutorService workers, Figures figures, Traces traces) {
        return new SlackEdge(
                settings.slack(),
                courier.callTimeout(),
                workers,
                InstantSource.system(),
                new WatchedSlack(figures, traces, System::nanoTime));
    }

    /// In HTTP mode Slack's requests come in here; in Socket Mode there is no such address.
    @Bean
    ServletContextInitializer slackEvents(SlackEdge slack) {
        return web -> slack.endpoint()
                .ifPresent(endpoint -> web.addServlet("slackEvents", endpoint).addMapping("/slack/events"));
    }

    @Bean
    LiveProgramme live(Day day, RedisStore store) {
        var institutions = day.programme().institutions();
        return new LiveProgramme(
                day.programme(),
                store.dayJournal(),
                id -> store.imports()
                        .find(id)
                        .flatMap(taken -> taken.content() instanceof Content.OfProgramme programme
                                ? Optional.of(programme.programme(institutions))
                                : Optional.empty()));
    }

    /// Before all other duties: they go by the times of the day.
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    Timekeeper.Duty dayIsFollowed(LiveProgramme live) {
        return live::refresh;
    }

    @Bean
    DayDesk dayDesk(LiveProgramme live, InstantSource clock) {
        return new DayDesk(live, clock);
    }

    @Bean
    Interests interests(TopicIndex index, LiveProgramme live, RedisStore store, Library library) {
        return new Interests(index, live, store.profileVectors(), library::writtenBy);
    }

    @Bean
    FollowedProfiles followedProfiles(RedisStore store, Interests interests) {
        return new FollowedProfiles(store.profiles(), interests);
    }

    @Bean
    Timekeeper.Duty profilesAreFollowed(FollowedProfiles followed, Figures figures) {
        return () -> {
            followed.look();
            figures.indexFollowed();
        };
    }

    @Bean
    SignUp signUp(
            BotSettings settings,
            LiveProgramme live,
            RedisStore store,
            SlackEdge slack,
            Interests interests,
            InstantSource clock,
            Mentoring mentoring,
            SignUpDeadline deadline) {
        return new SignUp(
                live,
                store.profiles(),
                store.drafts(SIGN_UP_LIFETIME),
                slack.directory(),
                interests,
                clock,
                store.acquaintances(),
                new Consequences(live, mentoring, deadline),
                settings.day().retention());
    }

    @Bean
    SignUpDeadline signUpDeadline(BotSettings settings, LiveProgramme live, InstantSource clock) {
        return new SignUpDeadline(
                live,
                settings.day().signUpCloses(),
                clock,
                () -> Optional.ofNullable(live.changes().signUp()));
    }

    @Bean
    UnfinishedSignUps unfinishedSignUps(SignUpDeadline deadline, RedisStore store, InstantSource clock) {
        return new UnfinishedSignUps(
                deadline, store.acquaintances(), store.profiles(), store.outbox(), store.noticeIds(), clock);
    }

    @Bean
    StaleHomes staleHomes() {
        return new StaleHomes();
    }

    @Bean
    Plans plans(RedisStore store, StaleHomes staleHomes, Organizers organizers, Figures figures) {
        return new AnnouncedPlans(
                store.plans(),
                changed -> {
                    staleHomes.add(changed);
                    staleHomes.add(organizers.all());
                },
                figures::previewed);
    }

    /// Slack is asked who the mentors are of whom only the address is known; without an answer they are not in the
    /// chat.
    @Bean
    LiveLists lists(Day day, RedisStore store, EmailLinks emailLinks) throws InterruptedException {
        var roster = day.roster();
        var list = new MentorList(roster.mentors(), roster.agreed(), roster.emails());
        if (!roster.emails().isEmpty()) {
            var linked = emailLinks.link(roster.emails().values());
            linked.remarks()
                    .forEach(remark ->
                            LOG.log(Level.WARNING, "a mentor was not found in Slack by e-mail: {0}", remark.what()));
            list = list.linked(linked.people());
        }
        return new LiveLists(list, day.papers(), store.imports());
    }

    @Bean
    EmailLinks emailLinks(SlackEdge slack) {
        return new EmailLinks(slack.addressBook(), Passage.real());
    }

    @Bean
    ImportDesk importDesk(
            BotSettings settings,
            LiveProgramme live,
            LiveLists lists,
            Mentoring mentoring,
            RedisStore store,
            SlackEdge slack,
            InstantSource clock) {
        return new ImportDesk(
                live,
                lists,
                store.imports(),
                new ImportFiles(),
                slack.handedFiles(),
                mentoring,
                store.profiles(),
                programme -> programme.at(
                        settings.day().date().orElse(null),
                        settings.day().zone().orElse(null)),
                new SecureRandom(),
                clock);
    }

    @Bean
    EmailLinking emailLinking(
            LiveLists lists, EmailLinks emailLinks, RedisStore store, ExecutorService workers, InstantSource clock) {
        return new EmailLinking(lists, emailLinks, store.outbox(), store.noticeIds(), workers, clock);
    }

    /// Before the duties that go by who the mentors are.
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    Timekeeper.Duty listsAreFollowed(LiveLists lists) {
        return lists::refresh;
    }

    @Bean
    Library library(TopicIndex index, LiveProgramme live, LiveLists lists) {
        return new Library(index, live, lists::mentors, lists::papers);
    }

    @Bean
    Timekeeper.Duty libraryIsFollowed(Library library) {
        return library::follow;
    }

    @Bean
    Finding finding(
            TopicIndex index,
            Library library,
            LiveProgramme live,
            LiveLists lists,
            RedisStore store,
            SlackEdge slack,
            InstantSource clock) {
        return new Finding(index, library, live, lists::mentors, store.profiles(), slack.directory()::isMember, clock);
    }

    @Bean
    Lineup lineup(LiveLists lists, RedisStore store) {
        return new Lineup(lists::mentors, lists::agreed, store.hosts());
    }

    @Bean
    Mentoring mentoring(
            BotSettings settings,
            LiveProgramme live,
            Lineup lineup,
            RedisStore store,
            Plans plans,
            TopicIndex index,
            InstantSource clock,
            RandomGenerator seeds) {
        return new Mentoring(
                live,
                lineup::inForce,
                store.profiles(),
                store.blocks(),
                store.forbids(),
                plans,
                store.noticeIds(),
                index,
                new SeatMatcher(),
                new PeerMatcher(PEERS_LIMIT),
                new MatchingSettings(settings.day().early(), settings.day().groupMessages()),
                clock,
                seeds);
    }

    @Bean
    Timekeeper.Duty timePassesForSeats(Mentoring mentoring) {
        return mentoring::timePasses;
    }

    @Bean
    Invitations invitations(
            BotSettings settings,
            LiveProgramme live,
            Lineup lineup,
            RedisStore store,
            Organizers organizers,
            InstantSource clock) {
        return new Invitations(
                live, lineup, store.outbox(), store.noticeIds(), settings.day().hosts(), organizers::all, clock);
    }

    @Bean
    Hosting hosting(
            BotSettings settings,
            LiveProgramme live,
            Lineup lineup,
            RedisStore store,
            Plans plans,
            SlackEdge slack,
            Mentoring mentoring,
            Invitations invitations,
            Repairs repairs,
            InstantSource clock) {
        return new Hosting(
                live,
                lineup,
                plans,
                store.profiles(),
                slack.directory(),
                settings.day().hosts(),
                () -> {
                    mentoring.follow();
                    invitations.look();
                    repairs.look();
                },
                clock);
    }

    @Bean
    MentorDesk mentorDesk(Hosting hosting, Invitations invitations, Repairs repairs, Mentoring mentoring) {
        return new MentorDesk(hosting, invitations, repairs, mentoring, new CardPdf());
    }

    @Bean
    Repairs repairs(
            BotSettings settings,
            LiveProgramme live,
            Lineup lineup,
            Mentoring mentoring,
            RedisStore store,
            Organizers organizers,
            InstantSource clock) {
        return new Repairs(
                live,
                lineup,
                mentoring,
                store.outbox(),
                store.noticeIds(),
                store.auditTrail(),
                settings.day().hosts(),
                organizers::all,
                clock);
    }

    @Bean
    Nudges nudges(LiveProgramme live, Lineup lineup, RedisStore store, InstantSource clock) {
        return new Nudges(live, lineup, store.outbox(), store.noticeIds(), clock);
    }

    @Bean
    Answering answering(Mentoring mentoring, RedisStore store, InstantSource clock) {
        return new Answering(mentoring::plan, store.answerTimes(), clock);
    }

    @Bean
    Timekeeper.Duty tablesFollowTheirMentors(Mentoring mentoring) {
        return mentoring::follow;
    }

    @Bean
    AppointedOrganizers listedOrganizers(BotSettings settings, RedisStore store) {
        return new AppointedOrganizers(settings.organizers(), store.appointed());
    }

    @Bean
    @Primary
    Organizers organizers(AppointedOrganizers listed, SlackEdge slack) {
        return new CurrentOrganizers(listed, slack.directory());
    }

    @Bean
    OrganizerDesk organizerDesk(
            AppointedOrganizers organizers,
            RedisStore store,
            SlackEdge slack,
            LiveProgramme live,
            InstantSource clock) {
        return new OrganizerDesk(
                organizers, store.appointed(), slack.directory(), live, store.outbox(), store.noticeIds(), clock);
    }

    @Bean
    RetireDesk retireDesk(Retention retention, LiveProgramme live) {
        return new RetireDesk(retention, live);
    }

    @Bean
    RoundDesk roundDesk(LiveProgramme live, Mentoring mentoring, RedisStore store, InstantSource clock) {
        return new RoundDesk(live, mentoring, store.outbox(), clock);
    }

    @Bean
    Overview overview(
            LiveProgramme live,
            Mentoring mentoring,
            Lineup lineup,
            RedisStore store,
            SignUpDeadline deadline,
            InstantSource clock) {
        var questions = store.openQuestions();
        var givenUp = store.deadLetters();
        return new Overview(
                live,
                mentoring,
                lineup,
                store.profiles(),
                store.outbox(),
                store.contacts(),
                deadline,
                () -> Stream.concat(QuestionDesk.waiting(questions).stream(), GivenUpDesk.waiting(givenUp).stream())
                        .toList(),
                clock);
    }

    @Bean
    StatusDesk statusDesk(LiveProgramme live, Mentoring mentoring, RedisStore store, Overview overview) {
        return new StatusDesk(
                live, mentoring, store.profiles(), store.outbox(), store.contacts(), store.feedbacks(), overview);
    }

    @Bean
    Reporting reporting(LiveProgramme live, Mentoring mentoring, RedisStore store, InstantSource clock) {
        return new Reporting(
                live,
                mentoring,
                store.profiles(),
                store.answerTimes(),
                store.outbox(),
                store.contacts(),
                store.feedbacks(),
                clock);
    }

    @Bean
    Paper paper(Reporting reporting) {
        return new Paper(reporting::tables, new TablesPdf());
    }

    @Bean
    ReportDesk reportDesk(Reporting reporting, Paper paper, LiveProgramme live, Mentoring mentoring) {
        var sheets = new CsvSheets();
        return new ReportDesk(
                reporting, new ChartPng(), sheets, paper, new Export(live, mentoring::plan, reporting, sheets));
    }

    @Bean
    SeatDesk seatDesk(LiveProgramme live, Mentoring mentoring, RedisStore store) {
        return new SeatDesk(live, mentoring, store.profiles());
    }

    @Bean
    RehearsalDesk rehearsalDesk(Rehearsals rehearsals, SlackEdge slack, LiveProgramme live) {
        return new RehearsalDesk(rehearsals, slack.boards(), live, InstantSource.system());
    }

    /// The desks in the order in which help names what they do.
    @Bean
    Commands commands(
            Organizers organizers,
            StatusDesk statusDesk,
            RoundDesk roundDesk,
            SeatDesk seatDesk,
            MentorDesk mentorDesk,
            DayDesk dayDesk,
            ReportDesk reportDesk,
            ProgrammeDesk programmeDesk,
            FactDesk factDesk,
            OrganizerDesk organizerDesk,
            RetireDesk retireDesk,
            LiveProgramme live,
            ImportDesk importDesk,
            RehearsalDesk rehearsalDesk,
            QuestionDesk questionDesk,
            AnnounceDesk announceDesk,
            Paper paper,
            Mentoring mentoring,
            RedisStore store,
            InstantSource clock) {
        var publishing = new OnPaper(roundDesk, () -> mentoring.plan().round(), paper);
        return new Commands(
                organizers,
                List.of(
                        statusDesk,
                        publishing,
                        seatDesk,
                        mentorDesk,
                        dayDesk,
                        programmeDesk,
                        factDesk,
                        questionDesk,
                        announceDesk,
                        reportDesk,
                        importDesk,
                        organizerDesk,
                        new AuditDesk(store.auditTrail(), live),
                        new GivenUpDesk(store.deadLetters(), live),
                        rehearsalDesk,
                        retireDesk),
                store.auditTrail(),
                clock);
    }

    @Bean
    Suggestions suggestions(BotSettings settings, RedisStore store, ExecutorService workers) {
        return settings.model()
                .<Suggestions>map(model ->
                        new LanguageModel(model, store.allowance(model.limits()), workers, InstantSource.system()))
                .orElse(Suggestions.none());
    }

    @Bean
    Answers answers(LiveProgramme live, InstantSource clock, Meanings meanings, Suggestions suggestions) {
        return new Answers(live, clock, new VectorNearness(meanings), suggestions);
    }

    @Bean
    Questions questions(
            Answers answers, LiveProgramme live, SlackEdge slack, QuestionDesk questionDesk, Figures figures) {
        return new Questions(answers, slack.directory(), live::asOf, questionDesk, figures::answered);
    }

    @Bean
    AnnounceDesk announceDesk(
            BotSettings settings,
            Day day,
            LiveProgramme live,
            Mentoring mentoring,
            SessionFinder finder,
            RedisStore store,
            CourierSettings courier,
            InstantSource clock) {
        return new AnnounceDesk(
                store.announcements(),
                new Audience(live, mentoring, store.profiles(), finder, clock),
                store.outbox(),
                courtesy(store, settings, day, clock),
                store.noticeIds(),
                courier.posts().perSecond(),
                clock);
    }

    @Bean
    QuestionDesk questionDesk(
            LiveProgramme live, RedisStore store, SlackEdge slack, Meanings meanings, InstantSource clock) {
        var profiles = store.profiles();
        return new QuestionDesk(
                store.openQuestions(),
                live,
                new VectorNearness(meanings),
                who -> slack.directory()
                        .find(who)
                        .map(entry -> entry.name())
                        .or(() -> profiles.find(who).map(Profile::name)),
                store.outbox(),
                store.noticeIds(),
                clock);
    }

    @Bean
    StageNews stageNews(
            LiveProgramme live, LiveLists lists, RedisStore store, StaleHomes staleHomes, InstantSource clock) {
        return new StageNews(
                live, lists::mentors, store.profiles(), store.outbox(), store.noticeIds(), staleHomes::add, clock);
    }

    @Bean
    SessionFinder sessionFinder(Answers answers) {
        return new SessionFinder(answers);
    }

    @Bean
    ProgrammeDesk programmeDesk(
            LiveProgramme live, SessionFinder finder, StageNews news, Mentoring mentoring, InstantSource clock) {
        return new ProgrammeDesk(live, finder, news, mentoring, clock);
    }

    @Bean
    FactDesk factDesk(LiveProgramme live, SessionFinder finder, InstantSource clock) {
        return new FactDesk(live, finder, clock);
    }

    @Bean
    Avoiding avoiding(RedisStore store, Mentoring mentoring, SlackEdge slack) {
        return new Avoiding(store.blocks(), store.profiles(), mentoring, slack.directory()::isMember);
    }

    @Bean
    Leaving leaving(
            SignUp signUp,
            Avoiding avoiding,
            Mentoring mentoring,
            Questions questions,
            AnnounceDesk announceDesk,
            RedisStore store,
            BotSettings settings) {
        var limits = settings.model().map(LanguageModelSettings::limits).orElse(new Allowance.Limits(0, 0, 0));
        return new Leaving(
                signUp,
                avoiding,
                mentoring,
                questions,
                store.forbids(),
                store.contacts(),
                store.feedbacks(),
                store.allowance(limits),
                store.auditTrail(),
                store.appointed(),
                store.outbox(),
                who -> {
                    store.imports().forget(who);
                    store.deadLetters().forget(who);
                    announceDesk.forget(who);
                    store.limits().forget(who);
                },
                store.remains());
    }

    @Bean
    MyData myData(LiveProgramme live, Mentoring mentoring, Questions questions, RedisStore store, InstantSource clock) {
        return new MyData(
                live,
                store.profiles(),
                store.drafts(SIGN_UP_LIFETIME),
                mentoring,
                store.blocks(),
                store.feedbacks(),
                store.contacts(),
                store.outbox(),
                store.acquaintances(),
                questions,
                store.deadLetters(),
                clock);
    }

    @Bean
    Afterwards afterwards(
            LiveProgramme live, Mentoring mentoring, RedisStore store, SlackEdge slack, InstantSource clock) {
        return new Afterwards(
                new Meetings(live, mentoring, store.profiles()),
                slack.directory(),
                store.feedbacks(),
                store.outbox(),
                store.noticeIds(),
                clock);
    }

    @Bean
    Retention retention(
            BotSettings settings,
            LiveProgramme live,
            Interests interests,
            Mentoring mentoring,
            Questions questions,
            RedisStore store,
            InstantSource clock) {
        return new Retention(
                live,
                Duration.ofDays(settings.day().retention()),
                store.profiles(),
                interests,
                mentoring,
                store.feedbacks(),
                store.outbox(),
                store.remains(),
                questions,
                clock);
    }

    @Bean
    FrontDesk frontDesk(
            Unfoldings unfoldings,
            RedisStore store,
            Organizers organizers,
            Commands commands,
            Mentoring mentoring,
            Hosting hosting,
            SignUp signUp,
            Avoiding avoiding,
            Questions questions,
            Finding finding,
            Leaving leaving,
            MyData myData,
            Afterwards afterwards,
            Homes homes,
            MyDay myDay,
            LiveProgramme live,
            InstantSource clock) {
        return new FrontDesk(
                unfoldings,
                organizers,
                commands,
                mentoring,
                hosting,
                signUp,
                avoiding,
                questions,
                finding,
                leaving,
                store.contacts(),
                myData,
                afterwards,
                homes,
                store.acquaintances(),
                clock,
                myDay,
                new CalendarDesk(live, mentoring, myDay, new IcsFile(), clock),
                store.limits());
    }

    @Bean
    Reception reception(
            RedisStore store, FrontDesk frontDesk, ExecutorService workers, Figures figures, Traces traces) {
        var clerk = new CountedClerk(frontDesk, figures, traces, System::nanoTime);
        return new Reception(store.inbox(), clerk, workers, Passage.real(), ReceptionSettings.USUAL, traces);
    }

    @Bean
    Unfoldings unfoldings(SlackEdge slack) {
        return new Unfoldings(slack.speaker());
    }

    @Bean
    Homes homes(
            SignUp signUp,
            Mentoring mentoring,
            Organizers organizers,
            Overview overview,
            MyDay myDay,
            SignUpDeadline deadline,
            StaleHomes staleHomes,
            RedisStore store,
            SlackEdge slack,
            InstantSource clock) {
        var home = new Home(signUp, mentoring, organizers, new OrganizerHome(overview), myDay, deadline);
        return new Homes(home, staleHomes, organizers, store.acquaintances(), slack.speaker(), clock);
    }

    /// Beside the other timekeeper, so that no slow call for a Home keeps a duty waiting.
    @Bean(initMethod = "start", destroyMethod = "close")
    Timekeeper homekeeper(Homes homes, Unfoldings unfoldings, Passage passage, ExecutorService workers) {
        return new Timekeeper(List.of(homes::renewNext, unfoldings), passage, workers);
    }

    @Bean
    MyDay myDay(
            LiveProgramme live,
            Mentoring mentoring,
            RedisStore store,
            SlackEdge slack,
            Library library,
            InstantSource clock) {
        return new MyDay(live, mentoring, store.profiles(), slack.directory(), library, clock);
    }

    @Bean(destroyMethod = "close")
    Courier courier(
            RedisStore store,
            SlackEdge slack,
            InstantSource clock,
            CourierSettings settings,
            ExecutorService workers,
            Figures figures,
            Traces traces) {
        return new Courier(
                store.outbox(),
                new CountedMessenger(
                        new NotingMessenger(slack.messenger(), store.contacts()), figures, traces, System::nanoTime),
                clock,
                store.bell(),
                workers,
                settings,
                traces);
    }

    /// Every bean that is a duty is looked at.
    @Bean(destroyMethod = "close")
    Timekeeper timekeeper(ObjectProvider<Timekeeper.Duty> duties, Passage passage, ExecutorService workers) {
        return new Timekeeper(duties.orderedStream().toList(), passage, workers);
    }

    @Bean(initMethod = "open", destroyMethod = "close")
    OpeningHours openingHours(
            Day day,
            RedisStore store,
            Presence presence,
            LiveProgramme live,
            LiveLists lists,
            Library library,
            Interests interests,
            FollowedProfiles followed,
            Courier courier,
            Timekeeper timekeeper,
            SlackEdge slack,
            Reception reception) {
        return new OpeningHours(
                day, store, presence, live, lists, library, interests, followed, courier, timekeeper, slack, reception);
    }

    @Bean
    Shown whatIsThere(Figures figures, SlackEdge slack, TopicIndex index, OpeningHours openingHours) {
        figures.shows("slack", () -> slack.health().now().connected());
        figures.shows("index", () -> openingHours.indexed() && index.health().meaning());
        return new Shown();
    }

    /// That what is made after the figures is shown by them.
    private record Shown() {}

    @Bean
    HealthIndicator slackHealthIndicator(SlackEdge slack) {
        return () -> {
            var now = slack.health().now();
            return (now.connected() ? Health.up() : Health.down()).build();
        };
    }

    @Bean
    HealthIndicator redisHealthIndicator(RedisStore store) {
        return () -> (store.takes() ? Health.up() : Health.down()).build();
    }

    @Bean
    HealthIndicator indexHealthIndicator(OpeningHours openingHours, TopicIndex index) {
        return () -> (openingHours.indexed() ? Health.up() : Health.down())
                .withDetail("index", index.health().sentence())
                .build();
    }

    /// `ON_TIME` or `LATE`, which makes the bot not unhealthy: a queue is long after a publish, or while Slack limits
    /// us.
    @Bean
    HealthIndicator outboxHealthIndicator(RedisStore store, InstantSource clock) {
        var stock = store.stock(clock);
        return () -> {
            try {
                var late = stock.now().overdue().values().stream().anyMatch(age -> age.compareTo(LATE) > 0);
                return Health.status(late ? "LATE" : "ON_TIME").build();
            } catch (StoreUnavailable away) {
                return Health.unknown().build();
            }
        };
    }

    /// `ON`, `OFF` or `RESTING`: none of them makes the bot unhealthy, since questions are answered without it.
    @Bean
    HealthIndicator modelHealthIndicator(Suggestions suggestions) {
        return () -> Health.status(suggestions.state().name()).build();
    }
}
