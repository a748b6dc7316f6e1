package coffeebreak.bot;

import coffeebreak.bot.answers.Allowance;
import coffeebreak.bot.answers.Suggestions;
import coffeebreak.bot.finding.Library;
import coffeebreak.bot.frontdesk.StaleHomes;
import coffeebreak.bot.importing.Content;
import coffeebreak.bot.importing.EmailLinks;
import coffeebreak.bot.importing.LiveLists;
import coffeebreak.bot.importing.MentorList;
import coffeebreak.bot.llm.LanguageModel;
import coffeebreak.bot.llm.LanguageModelSettings;
import coffeebreak.bot.llm.Meanings;
import coffeebreak.bot.notices.CourierSettings;
import coffeebreak.bot.notices.Courtesy;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.notices.Passage;
import coffeebreak.bot.observing.Figures;
import coffeebreak.bot.observing.Recent;
import coffeebreak.bot.observing.Stock;
import coffeebreak.bot.observing.Traces;
import coffeebreak.bot.observing.WatchedSlack;
import coffeebreak.bot.organizing.AppointedOrganizers;
import coffeebreak.bot.organizing.CurrentOrganizers;
import coffeebreak.bot.organizing.Organizers;
import coffeebreak.bot.programme.LiveProgramme;
import coffeebreak.bot.redis.Presence;
import coffeebreak.bot.redis.RedisStore;
import coffeebreak.bot.signup.FollowedProfiles;
import coffeebreak.bot.signup.Interests;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.SignUpDeadline;
import coffeebreak.bot.slack.SlackEdge;
import coffeebreak.index.TopicIndex;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// What the conversations, the seats and the organizers' commands stand on: where everything is kept, how Slack is
/// reached, what the day is and who belongs to it.
final class Foundation implements AutoCloseable {

    final BotSettings settings;
    final Day day;
    final InstantSource clock;
    final CourierSettings pace;
    final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    final RedisStore store;
    final Presence presence;
    final Outbox outbox;
    final NoticeIds ids;
    final Courtesy courtesy;
    final Recent<Stock.Levels> stock;
    final Figures figures;
    final Traces traces;
    final Meanings meanings;
    final TopicIndex index;
    final SlackEdge slack;
    final LiveProgramme live;
    final EmailLinks emailLinks;
    final LiveLists lists;
    final Library library;
    final Interests interests;
    final FollowedProfiles followed;
    final SignUpDeadline deadline;
    final AppointedOrganizers listed;
    final Organizers organizers;
    final StaleHomes staleHomes = new StaleHomes();
    final Suggestions suggestions;

    /// @param plain as it was opened; closed with the rest
    /// @throws coffeebreak.bot.chat.StoreUnavailable when Redis does not answer
    Foundation(
            BotSettings settings,
            Day day,
            InstantSource clock,
            CourierSettings pace,
            RedisStore plain,
            Meanings meanings,
            MeterRegistry registry)
            throws InterruptedException {
        this.settings = settings;
        this.day = day;
        this.clock = clock;
        this.pace = pace;
        this.meanings = meanings;
        courtesy = courtesy(plain);
        store = plain.considering(courtesy);
        presence = store.presence();
        outbox = store.outbox();
        ids = store.noticeIds();
        index = new TopicIndex(meanings);
        traces = Traces.to(settings.telling().collector());
        figures = new Figures(registry, System::nanoTime);
        stock = new Recent<>(store.stock(clock)::now, System::nanoTime);
        figures.shows(stock);
        figures.shows(store.plans());
        figures.showsIndex(() -> index.health().entries(), () -> index.health().withoutVector());
        slack = new SlackEdge(
                settings.slack(),
                pace.callTimeout(),
                workers,
                InstantSource.system(),
                new WatchedSlack(figures, traces, System::nanoTime));
        live = live();
        emailLinks = new EmailLinks(slack.addressBook(), Passage.real());
        lists = lists();
        library = new Library(index, live, lists::mentors, lists::papers);
        interests = new Interests(index, live, store.profileVectors(), library::writtenBy);
        followed = new FollowedProfiles(store.profiles(), interests);
        deadline = new SignUpDeadline(
                live,
                settings.day().signUpCloses(),
                clock,
                () -> Optional.ofNullable(live.changes().signUp()));
        listed = new AppointedOrganizers(settings.organizers(), store.appointed());
        organizers = new CurrentOrganizers(listed, slack.directory());
        suggestions = settings.model()
                .<Suggestions>map(model ->
                        new LanguageModel(model, store.allowance(model.limits()), workers, InstantSource.system()))
                .orElse(Suggestions.none());
    }

    private Courtesy courtesy(RedisStore store) {
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

    private LiveProgramme live() {
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

    /// Slack is asked who the mentors are of whom only the address is known; without an answer they are not in the
    /// chat.
    private LiveLists lists() throws InterruptedException {
        var roster = day.roster();
        var list = new MentorList(roster.mentors(), roster.agreed(), roster.emails());
        if (!roster.emails().isEmpty()) {
            var linked = emailLinks.link(roster.emails().values());
            for (var remark : linked.remarks()) {
                System.getLogger(Foundation.class.getName())
                        .log(Level.WARNING, "a mentor was not found in Slack by e-mail: {0}", remark.what());
            }
            list = list.linked(linked.people());
        }
        return new LiveLists(list, day.papers(), store.imports());
    }

    /// How often the language model may be asked; never where there is none.
    Allowance allowance() {
        return store.allowance(
                settings.model().map(LanguageModelSettings::limits).orElse(new Allowance.Limits(0, 0, 0)));
    }

    @Override
    public void close() {
        index.close();
        traces.close();
        store.close();
        workers.close();
    }
}
