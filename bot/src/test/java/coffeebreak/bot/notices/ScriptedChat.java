package coffeebreak.bot.notices;

import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Notice.Content;
import coffeebreak.bot.chat.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A chat that keeps what people see, and does to each call what a script says.
final class ScriptedChat implements Messenger {

    /// What happens to one call.
    enum Fate {
        FINE,
        /// Taken, and the answer lost.
        ANSWER_LOST,
        /// Not taken, and nobody can tell.
        CALL_LOST,
        /// Taken some while later, and the answer lost.
        LATE,
        RATE_LIMITED,
        RATE_LIMITED_FOR_LONG,
        UNREACHABLE,
        REFUSED,
        /// Taken, and the courier dies before it learns.
        DIES_AFTER,
        /// The courier dies before the call.
        DIES_BEFORE
    }

    /// The courier's process was killed.
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /// One message as its reader sees it.
    record Seen(String notice, Person reader, String words, Instant visible) {}

    private final SettableClock clock;
    private final java.util.function.Supplier<Fate> fates;
    private final Duration lateBy;
    private final Map<String, Seen> messages = new LinkedHashMap<>();
    private int calls;

    /// @param lateBy how long what is taken late takes to show
    ScriptedChat(SettableClock clock, java.util.function.Supplier<Fate> fates, Duration lateBy) {
        this.clock = clock;
        this.fates = fates;
        this.lateBy = lateBy;
    }

    /// What a person has got, in the order shown.
    synchronized List<String> readBy(Person person) {
        return messages.values().stream()
                .filter(message -> message.reader().equals(person))
                .sorted(java.util.Comparator.comparing(Seen::visible))
                .map(Seen::words)
                .toList();
    }

    synchronized List<String> noticesSeen() {
        return messages.values().stream().map(Seen::notice).toList();
    }

    synchronized int calls() {
        return calls;
    }

    @Override
    public synchronized Delivery deliver(Notice notice, @Nullable Posted edited) {
        calls++;
        return switch (fates.get()) {
            case FINE -> new Delivery.Delivered(take(notice, edited, Duration.ZERO));
            case ANSWER_LOST -> {
                take(notice, edited, Duration.ZERO);
                yield new Delivery.Uncertain("the answer was lost");
            }
            case CALL_LOST -> new Delivery.Uncertain("the call was lost");
            case LATE -> {
                take(notice, edited, lateBy);
                yield new Delivery.Uncertain("no answer in time");
            }
            case RATE_LIMITED -> new Delivery.TryAgain(Duration.ofSeconds(3), true, "ratelimited");
            case RATE_LIMITED_FOR_LONG -> new Delivery.TryAgain(Duration.ofSeconds(30), true, "ratelimited");
            case UNREACHABLE -> new Delivery.TryAgain(Duration.ZERO, false, "connection refused");
            case REFUSED -> new Delivery.Refused("user_disabled");
            case DIES_AFTER -> {
                take(notice, edited, Duration.ZERO);
                throw new Killed();
            }
            case DIES_BEFORE -> throw new Killed();
        };
    }

    private Posted take(Notice notice, @Nullable Posted edited, Duration delay) {
        var words = notice.content().message().summary();
        var visible = clock.instant().plus(delay);
        if (notice.content() instanceof Content.Edit && edited != null) {
            messages.computeIfPresent(
                    edited.ts(),
                    (_, message) -> new Seen(message.notice(), message.reader(), words, message.visible()));
            return edited;
        }
        var ts = "%06d".formatted(messages.size() + 1);
        messages.put(ts, new Seen(notice.id(), notice.to(), words, visible));
        return new Posted("D-" + notice.to(), ts);
    }

    @Override
    public synchronized Lookup find(Notice notice, Instant since) {
        return switch (fates.get()) {
            case CALL_LOST, RATE_LIMITED, RATE_LIMITED_FOR_LONG, UNREACHABLE ->
                new Lookup.Unreadable(Duration.ofSeconds(2), "no answer");
            case DIES_BEFORE, DIES_AFTER -> throw new Killed();
            case FINE, ANSWER_LOST, LATE, REFUSED -> {
                var now = clock.instant();
                for (var message : new ArrayList<>(messages.entrySet())) {
                    var seen = message.getValue();
                    if (seen.notice().equals(notice.id())
                            && !seen.visible().isAfter(now)
                            && !seen.visible().isBefore(since)) {
                        yield new Lookup.Found(new Posted("D-" + notice.to(), message.getKey()));
                    }
                }
                yield new Lookup.Absent();
            }
        };
    }

    @Override
    public synchronized boolean leaveOnly(Posted kept, Notice notice) {
        return !messages.entrySet()
                .removeIf(message -> message.getValue().notice().equals(notice.id())
                        && !message.getKey().equals(kept.ts()));
    }
}
