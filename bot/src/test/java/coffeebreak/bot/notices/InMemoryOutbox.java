package coffeebreak.bot.notices;

import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Notice.Content;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.Messenger.Posted;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The outbox in memory, under the same contract as the one in Redis.
public final class InMemoryOutbox implements Outbox {

    private enum State {
        WAITING,
        SENDING,
        LOOKING,
        UNCERTAIN,
        DELIVERED,
        REFUSED,
        MERGED,
        DROPPED
    }

    private static final class Entry {
        final Notice original;
        final long sequence;
        Instant ready;
        State state = State.WAITING;
        Content content;
        boolean erased;
        long attempt;
        int sends;
        int looks;

        @Nullable
        Instant since;

        Instant freed = Instant.MIN;

        @Nullable
        Posted posted;

        @Nullable
        String carrier;

        @Nullable
        String edit;

        Entry(Notice notice, long sequence) {
            original = notice;
            this.sequence = sequence;
            content = notice.content();
            ready = notice.due();
        }

        boolean unsent() {
            return state == State.WAITING && since == null;
        }

        boolean underWay() {
            return state == State.SENDING || state == State.LOOKING || state == State.UNCERTAIN;
        }

        boolean open() {
            return state == State.WAITING || underWay();
        }

        Notice notice() {
            return new Notice(
                    original.id(),
                    original.to(),
                    original.with(),
                    content,
                    original.due(),
                    original.urgency(),
                    original.expires());
        }
    }

    private static final Comparator<Entry> ORDER =
            Comparator.comparing((Entry entry) -> entry.original.due()).thenComparing(entry -> entry.sequence);

    private final InstantSource storeClock;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, Posted> standIns = new HashMap<>();
    private final Map<Person, Instant> rests = new HashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Duration> waited = new ArrayList<>();
    private long sequence;
    private final Map<Way, Instant> paused = new EnumMap<>(Way.class);
    private final Map<Way, Instant> paced = new EnumMap<>(Way.class);
    private Instant latest = Instant.MIN;
    private long delivered;
    private long refused;

    /// @param storeClock what leases and settling are measured by
    public InMemoryOutbox(InstantSource storeClock) {
        this.storeClock = storeClock;
    }

    public InMemoryOutbox() {
        this(InstantSource.system());
    }

    /// The notices that still wait, in the order planned: what a test of a feature looks at.
    public synchronized List<Notice> waiting() {
        return entries.values().stream()
                .filter(entry -> entry.state == State.WAITING)
                .sorted(Comparator.comparing(entry -> entry.sequence))
                .map(Entry::notice)
                .toList();
    }

    @Override
    public synchronized void plan(List<Notice> notices) {
        notices.forEach(this::plan);
    }

    private void plan(Notice notice) {
        if (entries.containsKey(notice.id()) || standIns.containsKey(notice.id())) {
            return;
        }
        var entry = new Entry(notice, ++sequence);
        entries.put(notice.id(), entry);
        if (notice.content() instanceof Content.TakeBack(var earlier, var message)) {
            if (takeBack(earlier)) {
                finish(entry, State.DROPPED);
                return;
            }
            entry.content = new Content.Edit(earlier, message);
        }
        if (entry.content instanceof Content.Edit(var earlier, var message)) {
            var target = entries.get(earlier);
            if (target == null) {
                return;
            }
            var latestEdit = target.edit == null ? null : entries.get(target.edit);
            for (var carrier : new Entry[] {target, latestEdit}) {
                if (carrier != null && carrier.unsent()) {
                    carrier.content = switch (carrier.content) {
                        case Content.Post _ -> new Content.Post(message);
                        case Content.Edit(var first, var _) -> new Content.Edit(first, message);
                        case Content.TakeBack _ -> throw new IllegalStateException("an entry holds none");
                    };
                    entry.state = State.MERGED;
                    entry.carrier = carrier.original.id();
                    return;
                }
            }
            target.edit = notice.id();
        }
    }

    /// Whether the earlier notice has ended, now or before, without a message.
    private boolean takeBack(String id) {
        var earlier = entries.get(id);
        if (earlier == null || earlier.state == State.DROPPED || earlier.state == State.REFUSED) {
            return true;
        }
        if (earlier.unsent()) {
            finish(earlier, State.DROPPED);
            return true;
        }
        return false;
    }

    @Override
    public synchronized Turn claim(Instant now, CourierSettings settings) {
        setBack(now);
        latest = now;
        var inDoubt = entries.values().stream()
                .filter(entry -> entry.underWay() && !entry.freed.isAfter(storeClock.instant()))
                .sorted(Comparator.comparing(entry -> entry.freed))
                .toList();
        var resumes = new ArrayList<Instant>();
        for (var entry : inDoubt) {
            var pause = paused.getOrDefault(Way.of(entry.notice()), Instant.MIN);
            if (pause.isAfter(now)) {
                resumes.add(pause);
            } else if (entry.erased) {
                finish(entry, State.REFUSED);
            } else {
                return claim(entry, State.LOOKING, now, settings);
            }
        }
        for (var urgent : List.of(true, false)) {
            for (var way : Way.values()) {
                var free = free(way, settings);
                for (var head = head(urgent, way); head.isPresent(); head = head(urgent, way)) {
                    var entry = head.get();
                    var ready = later(ready(entry), free);
                    var expires = entry.original.expires();
                    if (ready.isAfter(now)) {
                        resumes.add(ready);
                        break;
                    } else if (expires != null && !expires.isAfter(now)) {
                        refuse(entry, "expired");
                    } else {
                        entry.sends++;
                        pace(way, now, settings);
                        return claim(entry, State.SENDING, now, settings);
                    }
                }
            }
        }
        return new Idle(resumes.stream().min(Comparator.naturalOrder()).orElse(null));
    }

    /// When the next may leave this way, as its pace has it and no pause.
    private Instant free(Way way, CourierSettings settings) {
        var pace = settings.pace(way);
        var early = pace.interval().multipliedBy(pace.burst() - 1L);
        var following = paced.get(way);
        return later(following == null ? Instant.MIN : following.minus(early), paused.getOrDefault(way, Instant.MIN));
    }

    private void pace(Way way, Instant now, CourierSettings settings) {
        paced.merge(
                way,
                now.plus(settings.pace(way).interval()),
                (following, _) -> later(following, now).plus(settings.pace(way).interval()));
    }

    private void setBack(Instant now) {
        if (now.plus(Duration.ofMinutes(1)).isBefore(latest)) {
            paused.clear();
            paced.clear();
            rests.clear();
            for (var entry : entries.values()) {
                var due = entry.original.due();
                entry.ready = due.isAfter(latest.plus(Duration.ofMinutes(1))) ? due : now;
            }
        }
    }

    private Claim claim(Entry entry, State state, Instant now, CourierSettings settings) {
        entry.state = state;
        entry.attempt++;
        entry.freed = storeClock.instant().plus(settings.lease());
        var since = entry.since == null ? now : entry.since;
        entry.since = since;
        var edited = entry.content instanceof Content.Edit(var earlier, var _) ? posted(earlier) : null;
        return new Claim(
                entry.notice(), entry.attempt, entry.sends, state == State.LOOKING, entry.looks, since, edited);
    }

    private String carrier(String id) {
        var entry = entries.get(id);
        return entry == null || entry.carrier == null ? id : carrier(entry.carrier);
    }

    private @Nullable Posted posted(String id) {
        var entry = entries.get(carrier(id));
        return entry == null || entry.posted == null ? standIns.get(carrier(id)) : entry.posted;
    }

    private Optional<Entry> head(boolean urgent, Way way) {
        return heads().stream()
                .filter(entry ->
                        (entry.original.urgency() == Notice.Urgency.URGENT) == urgent && Way.of(entry.notice()) == way)
                .min(Comparator.comparing(this::ready).thenComparing(entry -> entry.sequence));
    }

    /// Each person's first, where none of theirs is under way.
    private Collection<Entry> heads() {
        var heads = new HashMap<Person, Entry>();
        for (var entry : entries.values()) {
            if (entry.open()) {
                heads.merge(
                        entry.original.to(),
                        entry,
                        (one, other) ->
                                one.underWay() ? one : other.underWay() || ORDER.compare(other, one) < 0 ? other : one);
            }
        }
        return heads.values().stream().filter(entry -> !entry.underWay()).toList();
    }

    private Instant ready(Entry entry) {
        return later(entry.ready, rests.getOrDefault(entry.original.to(), Instant.MIN));
    }

    @Override
    public synchronized Optional<Claim> renew(Claim claim, Instant now, CourierSettings settings) {
        var entry = current(claim);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.erased) {
            finish(entry, State.REFUSED);
            return Optional.empty();
        }
        entry.sends++;
        pace(Way.of(entry.notice()), now, settings);
        return Optional.of(claim(entry, State.SENDING, now, settings));
    }

    @Override
    public synchronized void delivered(Claim claim, Posted posted, Instant next) {
        var entry = entries.get(claim.notice().id());
        if (entry == null || !entry.underWay() || (entry.attempt != claim.attempt() && entry.state == State.SENDING)) {
            return;
        }
        entry.posted = posted;
        if (entry.content instanceof Content.Edit(var earlier, var _)) {
            var first = entries.get(carrier(earlier));
            if (first == null || first.state == State.REFUSED || first.state == State.DROPPED) {
                standIns.put(carrier(earlier), posted);
            }
        }
        rests.put(entry.original.to(), next);
        delivered++;
        if (entry.since != null) {
            waited.add(Duration.between(entry.original.due(), entry.since));
        }
        finish(entry, State.DELIVERED);
    }

    @Override
    public synchronized void postpone(Claim claim, Instant until) {
        var entry = current(claim);
        if (entry == null) {
            return;
        }
        if (entry.erased) {
            finish(entry, State.REFUSED);
            return;
        }
        entry.state = State.WAITING;
        entry.ready = later(entry.ready, until);
        if (entry.looks == 0) {
            entry.since = null;
        }
    }

    @Override
    public synchronized void uncertain(Claim claim, int looks, Duration wait) {
        var entry = current(claim);
        if (entry == null) {
            return;
        }
        if (entry.erased) {
            finish(entry, State.REFUSED);
            return;
        }
        entry.state = State.UNCERTAIN;
        entry.looks = looks;
        entry.freed = storeClock.instant().plus(wait);
    }

    @Override
    public synchronized void giveUp(Claim claim, String reason) {
        var entry = current(claim);
        if (entry != null) {
            refuse(entry, reason);
        }
    }

    private void refuse(Entry entry, String reason) {
        if (entry.original.toSeveral()) {
            finish(entry, State.DROPPED);
            return;
        }
        refusals.addFirst(new Refusal(entry.original.id(), entry.original.to(), reason));
        refused++;
        finish(entry, State.REFUSED);
    }

    private static void finish(Entry entry, State state) {
        entry.state = state;
        entry.erased = true;
    }

    private @Nullable Entry current(Claim claim) {
        var entry = entries.get(claim.notice().id());
        return entry != null
                        && entry.attempt == claim.attempt()
                        && (entry.state == State.SENDING || entry.state == State.LOOKING)
                ? entry
                : null;
    }

    @Override
    public synchronized void pause(Way way, Instant until) {
        paused.merge(way, until, InMemoryOutbox::later);
    }

    @Override
    public synchronized void dropFor(Person person) {
        entries.values().removeIf(entry -> entry.original.to().equals(person) && entry.state == State.WAITING);
        entries.values().stream()
                .filter(entry -> entry.original.to().equals(person) && entry.underWay())
                .forEach(entry -> entry.erased = true);
        refusals.removeIf(refusal -> refusal.to().equals(person));
    }

    @Override
    public synchronized List<Waiting> waitingFor(Person person) {
        return waiting().stream()
                .filter(notice -> notice.to().equals(person) && !notice.toSeveral())
                .sorted(Comparator.comparing(Notice::due))
                .map(notice -> new Waiting(notice.due(), notice.content().message()))
                .toList();
    }

    @Override
    public synchronized Counts counts() {
        return new Counts(
                entries.values().stream()
                        .filter(entry -> entry.state == State.WAITING)
                        .count(),
                entries.values().stream().filter(Entry::underWay).count(),
                delivered,
                refused);
    }

    @Override
    public synchronized Optional<Posted> placeOf(String id) {
        return Optional.ofNullable(entries.get(id))
                .filter(entry -> entry.state == State.DELIVERED)
                .map(entry -> entry.posted);
    }

    @Override
    public synchronized Fate fate(List<String> ids) {
        return new Fate(having(ids, entry -> entry.state == State.DELIVERED), having(ids, Entry::open));
    }

    private Set<String> having(List<String> ids, Predicate<Entry> state) {
        return ids.stream()
                .filter(id -> entries.containsKey(id) && state.test(entries.get(id)))
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized Waits waits() {
        return new Waits(
                waitedUpTo(2),
                waitedUpTo(10) - waitedUpTo(2),
                waitedUpTo(60) - waitedUpTo(10),
                waited.size() - waitedUpTo(60));
    }

    private long waitedUpTo(int seconds) {
        return waited.stream()
                .filter(wait -> wait.compareTo(Duration.ofSeconds(seconds)) <= 0)
                .count();
    }

    @Override
    public synchronized Progress progress(List<String> ids, Instant now) {
        var counted = new int[4];
        for (var id : ids) {
            var entry = entries.get(id);
            if (entry != null) {
                switch (entry.state) {
                    case DELIVERED -> counted[0]++;
                    case REFUSED -> counted[1]++;
                    case WAITING -> counted[entry.original.due().isAfter(now) ? 3 : 2]++;
                    case SENDING, LOOKING, UNCERTAIN -> counted[2]++;
                    case MERGED, DROPPED -> {}
                }
            }
        }
        return new Progress(counted[0], counted[1], counted[2], counted[3]);
    }

    @Override
    public synchronized List<Refusal> refusals(int count) {
        return refusals.stream().limit(count).toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
