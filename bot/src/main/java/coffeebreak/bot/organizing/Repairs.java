package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.mentoring.HostSettings;
import coffeebreak.bot.mentoring.HostSettings.Unconfirmed;
import coffeebreak.bot.mentoring.Lineup;
import coffeebreak.bot.mentoring.Lineup.Cancelled;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.mentoring.Mentoring.Move;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.notices.Timekeeper;
import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.Programme;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// When a mentor cancels, organizers read at once who would go where, and one of them says so; when nobody does in
/// time, what the settings say happens by itself. Until then nobody at the table is told anything. Nothing but the
/// mentor's answer is stored: a proposal is worked out whenever it is looked at, and again when it is carried out.
public final class Repairs implements Timekeeper.Duty {

    /// Who the audit trail says it was when nobody confirmed.
    static final Person NOBODY = new Person("nobody");

    private final Supplier<Programme> programme;
    private final Lineup lineup;
    private final Mentoring mentoring;
    private final Outbox outbox;
    private final NoticeIds ids;
    private final AuditTrail audit;
    private final HostSettings settings;
    private final Supplier<Set<Person>> organizers;
    private final InstantSource clock;
    /// Whom this process has proposed something about already, so that a look that brings nothing new costs little.
    private final Set<Cancelled> proposed = ConcurrentHashMap.newKeySet();

    public Repairs(
            Supplier<Programme> programme,
            Lineup lineup,
            Mentoring mentoring,
            Outbox outbox,
            NoticeIds ids,
            AuditTrail audit,
            HostSettings settings,
            Supplier<Set<Person>> organizers,
            InstantSource clock) {
        this.programme = programme;
        this.lineup = lineup;
        this.mentoring = mentoring;
        this.outbox = outbox;
        this.ids = ids;
        this.audit = audit;
        this.settings = settings;
        this.organizers = organizers;
        this.clock = clock;
    }

    @Override
    public void look() {
        var now = clock.instant();
        for (var cancelled : lineup.cancelled()) {
            var unconfirmed = cancelled.since().plus(settings.patience());
            if (proposed.contains(cancelled) && now.isBefore(unconfirmed)) {
                continue;
            }
            var moves = mentoring.reseating(cancelled.mentor(), false);
            if (!moves.isEmpty()) {
                propose(cancelled, moves, unconfirmed, now);
                if (!now.isBefore(unconfirmed)) {
                    byItself(cancelled, now);
                }
            }
            proposed.add(cancelled);
        }
    }

    private void propose(Cancelled cancelled, List<Move> moves, Instant unconfirmed, Instant now) {
        var heading = cancelled.name() + " can't host " + breaks(cancelled);
        var message = Message.saying(heading + ". " + people(moves) + " need another place.")
                .heading(heading)
                .paragraph(people(moves) + " would have come. Nobody at the table has been told. "
                        + (settings.unconfirmed() == Unconfirmed.APPLY
                                ? "If none of you confirms, I do this at "
                                        + programme.get().timeAtVenue(unconfirmed) + ":"
                                : "If none of you confirms, they all go to tables of peers or to the head of the line at "
                                        + programme.get().timeAtVenue(unconfirmed) + ". I propose:"))
                .points(lines(moves))
                .actions(Button.main("Do it", new ChatIntent.Reseat(cancelled.mentor())))
                .build();
        var expires = lastBreak(cancelled);
        outbox.plan(organizers.get().stream()
                .map(organizer -> new Notice(
                        proposal(cancelled, organizer),
                        organizer,
                        new Notice.Content.Post(message),
                        now,
                        Notice.Urgency.URGENT,
                        expires))
                .toList());
    }

    private void byItself(Cancelled cancelled, Instant now) {
        var onlyPeers = settings.unconfirmed() == Unconfirmed.PEERS;
        apply(cancelled.mentor(), onlyPeers)
                .ifPresent(done -> audit.append(new AuditTrail.Entry(
                        now,
                        NOBODY,
                        "reseat " + cancelled.mentor(),
                        "by default, as nobody confirmed within "
                                + settings.patience().toMinutes() + " minutes ("
                                + (onlyPeers ? "peers" : "apply") + "): " + done.summary())));
    }

    /// Carries out what is best at this moment, because an organizer says so.
    ///
    /// @return what was done; empty when there is nothing left to do
    Optional<Message> apply(String mentor) {
        return apply(mentor, false);
    }

    private Optional<Message> apply(String mentor, boolean onlyPeers) {
        var moves = mentoring.reseat(mentor, onlyPeers);
        if (moves.isEmpty()) {
            return Optional.empty();
        }
        var concerned = lineup.cancelled().stream()
                .filter(cancelled -> cancelled.mentor().equals(mentor))
                .toList();
        var name = concerned.isEmpty() ? mentor : concerned.getLast().name();
        var summary =
                people(moves) + " of " + name + "'s table " + (moves.size() == 1 ? "has" : "have") + " another place.";
        var message = Message.saying(summary)
                .heading("Done")
                .paragraph(summary + " Each of them is told by one message.")
                .points(lines(moves))
                .build();
        var edits = new ArrayList<Notice>();
        for (var cancelled : concerned) {
            for (var organizer : organizers.get()) {
                edits.add(new Notice(
                        ids.of(
                                "reseat-done",
                                cancelled.mentor(),
                                cancelled.since().toString(),
                                organizer.id()),
                        organizer,
                        new Notice.Content.Edit(proposal(cancelled, organizer), message),
                        clock.instant(),
                        Notice.Urgency.ORDINARY,
                        null));
            }
        }
        outbox.plan(edits);
        return Optional.of(message);
    }

    private String proposal(Cancelled cancelled, Person organizer) {
        return ids.of("reseat", cancelled.mentor(), cancelled.since().toString(), organizer.id());
    }

    private static List<Text> lines(List<Move> moves) {
        return moves.stream()
                .map(move -> Text.of("").bold(move.name()).plain(": " + move.place()))
                .toList();
    }

    private static String people(List<Move> moves) {
        return moves.size() == 1 ? "1 person" : moves.size() + " people";
    }

    private String breaks(Cancelled cancelled) {
        var wording = new BreakWording(programme.get());
        return wording.programme().breaks().stream()
                .filter(each -> cancelled.breaks().contains(each.id()))
                .map(wording::name)
                .collect(Collectors.joining(" and "));
    }

    private Instant lastBreak(Cancelled cancelled) {
        var day = programme.get();
        return day.breaks().stream()
                .filter(each -> cancelled.breaks().contains(each.id()))
                .flatMap(each -> day.endOf(each).stream())
                .max(Instant::compareTo)
                .orElse(cancelled.since().plus(1, ChronoUnit.DAYS));
    }
}
