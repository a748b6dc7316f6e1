package coffeebreak.bot.redis;

import coffeebreak.bot.answers.Allowance;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.feedback.Feedbacks;
import coffeebreak.bot.frontdesk.Inbox;
import coffeebreak.bot.frontdesk.Limits;
import coffeebreak.bot.frontdesk.Remains;
import coffeebreak.bot.importing.Imports;
import coffeebreak.bot.mentoring.AnswerTimes;
import coffeebreak.bot.mentoring.Forbids;
import coffeebreak.bot.mentoring.Hosts;
import coffeebreak.bot.mentoring.Plans;
import coffeebreak.bot.notices.Bell;
import coffeebreak.bot.notices.Contacts;
import coffeebreak.bot.notices.CourierSettings;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.notices.Passage;
import coffeebreak.bot.observing.Stock;
import coffeebreak.bot.organizing.Announcements;
import coffeebreak.bot.organizing.Appointed;
import coffeebreak.bot.organizing.AuditTrail;
import coffeebreak.bot.organizing.DeadLetters;
import coffeebreak.bot.organizing.OpenQuestions;
import coffeebreak.bot.programme.DayJournal;
import coffeebreak.bot.signup.Acquaintances;
import coffeebreak.bot.signup.Blocks;
import coffeebreak.bot.signup.Drafts;
import coffeebreak.bot.signup.ProfileVectors;
import coffeebreak.bot.signup.Profiles;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/// What the bot keeps in Redis for one workspace and one event: the ports of the features, implemented.
public final class RedisStore implements AutoCloseable {

    private static final Duration PROBE_LIFETIME = Duration.ofMinutes(1);

    private final Connection redis;
    private final Connection door;
    private final Keys keys;
    private final Json json;
    private final UnaryOperator<List<Notice>> courtesy;
    private final Bell bell;
    private final RedisPlans plans;

    private RedisStore(
            Connection redis, Connection door, Keys keys, Json json, Bell bell, UnaryOperator<List<Notice>> courtesy) {
        this.redis = redis;
        this.door = door;
        this.keys = keys;
        this.json = json;
        this.bell = bell;
        this.plans = new RedisPlans(redis, keys, json, courtesy, bell);
        this.courtesy = courtesy;
    }

    /// Does not connect yet: a store that cannot be reached shows with the first question.
    ///
    /// @param address   one server, sentinels or a cluster, in one of the forms of [#checked]
    /// @param workspace the workspace's id (Slack: `T…`)
    /// @param event     the event's id; 1 to 64 letters, digits, `.`, `_` or `-`
    public static RedisStore at(URI address, String workspace, String event, Json json) {
        var known = RedisAddress.of(address.toString());
        return at(
                Connection.to(known, RedisClients.PROMPT),
                Connection.to(known, RedisClients.DOOR),
                workspace,
                event,
                json);
    }

    /// @param door what comes in is kept over this connection
    static RedisStore at(Connection redis, Connection door, String workspace, String event, Json json) {
        return new RedisStore(redis, door, new Keys(workspace, event), json, new Bell(), UnaryOperator.identity());
    }

    /// The same store, in which every notice goes through this before it is owed, whoever plans it.
    public RedisStore considering(UnaryOperator<List<Notice>> regard) {
        return new RedisStore(redis, door, keys, json, bell, regard);
    }

    /// An address as people write it.
    ///
    /// @throws IllegalArgumentException saying how to write one, without what was written: it may hold a password
    public static URI checked(String address) {
        RedisAddress.of(address);
        try {
            return URI.create(address);
        } catch (IllegalArgumentException tellingIt) {
            throw RedisAddress.wrong("; one of its signs cannot stand in an address");
        }
    }

    static UnifiedJedis client(URI address) {
        return RedisClients.PROMPT.open(RedisAddress.of(address.toString()), () -> false);
    }

    public Plans plans() {
        return plans;
    }

    public ProfileVectors profileVectors() {
        return new RedisProfileVectors(redis, keys);
    }

    public Profiles profiles() {
        return new RedisProfiles(redis, keys, json);
    }

    public Blocks blocks() {
        return new RedisBlocks(redis, keys.blocks(), noticeIds());
    }

    public Forbids forbids() {
        return new Forbids(new RedisBlocks(redis, keys.forbids(), noticeIds()));
    }

    public Hosts hosts() {
        return new RedisHosts(redis, keys, json);
    }

    public Acquaintances acquaintances() {
        return new RedisAcquaintances(redis, keys);
    }

    /// @param lifetime of a sign-up nobody finishes
    public Drafts drafts(Duration lifetime) {
        return new RedisDrafts(redis, keys, json, lifetime);
    }

    public DayJournal dayJournal() {
        return new RedisDayJournal(redis, keys, json);
    }

    public Imports imports() {
        return new RedisImports(redis, keys, json);
    }

    public Announcements announcements() {
        return new RedisAnnouncements(redis, keys, json);
    }

    public OpenQuestions openQuestions() {
        return new RedisOpenQuestions(redis, keys, json);
    }

    public Inbox inbox() {
        return new RedisInbox(door, keys, json, Passage.real());
    }

    public DeadLetters deadLetters() {
        return new RedisDeadLetters(redis, keys, json);
    }

    public Allowance allowance(Allowance.Limits limits) {
        return new RedisAllowance(redis, keys, limits);
    }

    public Limits limits() {
        return new RedisLimits(redis, keys);
    }

    public AuditTrail auditTrail() {
        return new RedisAuditTrail(redis, keys, json);
    }

    public Outbox outbox() {
        return new RedisOutbox(redis, keys, json, courtesy, bell);
    }

    public Feedbacks feedbacks() {
        return new RedisFeedbacks(redis, keys, json);
    }

    public Appointed appointed() {
        return new RedisAppointed(redis, keys);
    }

    public AnswerTimes answerTimes() {
        return new RedisAnswerTimes(redis, keys);
    }

    public Remains remains() {
        return new RedisRemains(redis, keys, json);
    }

    public Contacts contacts() {
        return new RedisContacts(redis, keys);
    }

    /// Rings when notices are owed through this store.
    public Bell bell() {
        return bell;
    }

    /// Ids under a key that is drawn once per event and kept.
    public NoticeIds noticeIds() {
        return new NoticeIds(new NoticeKey(redis, keys));
    }

    /// That a process serves this event.
    public Presence presence() {
        return new Presence(redis, keys);
    }

    /// Takes this event out as a file, or in.
    public Moving moving(InstantSource clock) {
        return new Moving(redis, keys, json, clock);
    }

    /// How much waits for something.
    ///
    /// @param clock by which notices are due
    public Stock stock(InstantSource clock) {
        return new RedisStock(redis, keys, clock);
    }

    /// How far the notices are.
    public Ahead ahead(CourierSettings settings) {
        return Ahead.of(redis, keys, settings);
    }

    /// Whether this Redis keeps what it is given: what is wrong with its settings.
    ///
    /// @throws coffeebreak.bot.chat.StoreUnavailable when it does not answer at all
    public ServerCheck check() {
        return ServerCheck.of(redis, keys);
    }

    /// Whether Redis takes what is to be kept, here and now: a full disk, a server that only reads, too few replicas
    /// and silence are all noticed. Never throws.
    public boolean takes() {
        try {
            redis.ask(
                    "asking whether it takes anything",
                    jedis -> jedis.set(keys.probe(), "", SetParams.setParams().px(PROBE_LIFETIME.toMillis())));
            return true;
        } catch (StoreUnavailable _) {
            return false;
        }
    }

    @Override
    public void close() {
        redis.close();
        door.close();
    }
}
