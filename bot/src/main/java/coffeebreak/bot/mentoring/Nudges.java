package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.notices.Timekeeper;
import coffeebreak.bot.programme.Kind;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Role;
import coffeebreak.bot.programme.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Five minutes before a session that follows a mentoring break, tells those who are on its stage and in the chat:
/// over a good conversation the time is forgotten. Of a panel the panelists alone.
public final class Nudges implements Timekeeper.Duty {

    private static final Duration BEFORE = Duration.ofMinutes(5);

    private final Supplier<Programme> programme;
    private final Lineup lineup;
    private final Outbox outbox;
    private final NoticeIds ids;
    private final InstantSource clock;
    /// The sessions this process has told of.
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    public Nudges(Supplier<Programme> programme, Lineup lineup, Outbox outbox, NoticeIds ids, InstantSource clock) {
        this.programme = programme;
        this.lineup = lineup;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void look() {
        var day = programme.get();
        var now = clock.instant();
        for (var session : day.sessions()) {
            var start = day.startOf(session);
            if (start.isPresent()
                    && !now.isBefore(start.get().minus(BEFORE))
                    && now.isBefore(start.get())
                    && followsABreak(session, day)
                    && !told.contains(session.id())) {
                outbox.plan(nudges(session, day, start.get(), now));
                told.add(session.id());
            }
        }
    }

    private static boolean followsABreak(Session session, Programme day) {
        return day.breaks().stream()
                .anyMatch(each -> each.day() == session.day() && session.start().equals(each.end()));
    }

    private List<Notice> nudges(Session session, Programme day, Instant start, Instant now) {
        var words = "Your " + session.kind().name() + " starts at " + session.start() + ", in 5 minutes.";
        var room = session.room() == null ? "" : " Place: " + session.room() + ".";
        var message = Message.of(words + room);
        var onStage = onStage(session, day);
        var nudges = new ArrayList<Notice>();
        for (var place : lineup.places()) {
            var person = place.mentor().person();
            if (person != null && onStage.contains(place.mentor().id())) {
                nudges.add(new Notice(
                        ids.of("nudge", session.id(), person.id()),
                        person,
                        new Notice.Content.Post(message),
                        now,
                        Notice.Urgency.URGENT,
                        start));
            }
        }
        return nudges;
    }

    private static List<String> onStage(Session session, Programme day) {
        var panel = session.kind().nature() == Kind.Nature.PANEL;
        return day.peopleOf(session).stream()
                .filter(person -> !panel || person.is(Role.PANELIST))
                .map(ProgrammePerson::id)
                .toList();
    }
}
