package coffeebreak.bot.rehearsal;

import coffeebreak.bot.programme.Kind.Nature;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.rehearsal.Act.Deed;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What happens on the rehearsed day whatever the bot does: who signs up when and in which words, who asks
/// what, and what goes wrong. What people do because of what they read is [Reactions].
final class Script {

    private static final Duration DELAY_SAID_AFTER = Duration.ofMinutes(10);
    private static final Duration CANCELS_BEFORE = Duration.ofMinutes(10);
    private static final Duration REPLACED_BEFORE = Duration.ofMinutes(90);
    private static final double BY_SENTENCE = 0.3;
    private static final double NEVER_FINISHES = 0.03;
    private static final double COMES_LATE = 0.04;
    private static final double ASKS = 0.55;
    private static final double BLOCKS = 0.02;

    private final Programme programme;
    private final Crowd crowd;
    private final Dice dice;
    private final Set<Sabotage> broken;
    private final List<Act> acts = new ArrayList<>();

    Script(Programme programme, Crowd crowd, Dice dice, Set<Sabotage> broken) {
        this.programme = programme;
        this.crowd = crowd;
        this.dice = dice;
        this.broken = broken;
    }

    /// When the bot opens: two days before, in the morning.
    Instant opens() {
        return atVenue(-2, LocalTime.of(9, 0));
    }

    /// When the first round is published: when the doors open.
    Instant publish() {
        return firstStart().minus(Duration.ofMinutes(40));
    }

    /// When there is nothing left to be told.
    Instant closes() {
        return programme.lastEnd().orElseThrow().plus(Duration.ofHours(1));
    }

    private Instant firstStart() {
        return programme.sessions().stream()
                .flatMap(session -> programme.startOf(session).stream())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Instant atVenue(int day, LocalTime time) {
        return programme
                .dateOf(programme.sessions().getFirst())
                .orElseThrow()
                .plusDays(day)
                .atTime(time)
                .atZone(programme.venueZone())
                .toInstant();
    }

    /// The session during which the day gets late: the last one before the last mentoring break.
    Optional<Session> overruns() {
        var last = programme.breaks().isEmpty() ? null : programme.breaks().getLast();
        return last == null
                ? Optional.empty()
                : programme.sessions().stream()
                        .filter(session ->
                                session.day() == last.day() && last.start().equals(session.end()))
                        .findFirst();
    }

    /// The talk in whose place something else is put, at noon or so: the last one of a single speaker before the
    /// session that overruns.
    Optional<Session> replaced() {
        return overruns()
                .flatMap(late -> programme.sessions().stream()
                        .filter(session -> session.day() == late.day()
                                && session.start().isBefore(late.start())
                                && session.kind().nature() == Nature.TALK
                                && programme.peopleOf(session).size() == 1
                                && start(session).isAfter(publish().plus(REPLACED_BEFORE)))
                        .reduce((_, later) -> later));
    }

    List<Act> acts() {
        crowd.guests().forEach(this::guest);
        var organizer = crowd.organizer().person().id();
        add(publish(), organizer, new Act.Publish());
        add(publish().minus(Duration.ofMinutes(20)), organizer, new Act.Command("/coffee-admin status", ""));
        add(publish(), organizer, new Act.SlackStumbles());
        add(publish().plusSeconds(Math.clamp(crowd.guests().size() / 10, 1, 14)), "", new Act.Kill());
        overruns().ifPresent(session -> {
            var said = programme.startOf(session).orElseThrow().plus(DELAY_SAID_AFTER);
            add(said, organizer, new Act.DelayDay(session.id()));
        });
        replaced()
                .ifPresent(session ->
                        add(start(session).minus(REPLACED_BEFORE), organizer, new Act.ReplaceSession(session.id())));
        for (var coffeeBreak : programme.breaks()) {
            add(start(coffeeBreak), "", new Act.Look(coffeeBreak.id(), Act.When.AT_THE_START));
            programme
                    .endOf(coffeeBreak)
                    .ifPresent(end -> add(end, "", new Act.Look(coffeeBreak.id(), Act.When.AT_THE_END)));
        }
        if (!programme.breaks().isEmpty()) {
            var last = programme.breaks().getLast();
            add(start(last).minus(CANCELS_BEFORE), "", new Act.CancelTable(last.id()));
            broken.forEach(promise -> breakOnPurpose(promise, last));
        }
        return acts;
    }

    private void breakOnPurpose(Sabotage promise, Session last) {
        switch (promise) {
            case TOLD_TWICE -> add(publish().plus(Duration.ofMinutes(12)), "", new Act.BreakPromise(promise));
            case OLD_TIME -> add(start(last).plusSeconds(30), "", new Act.BreakPromise(promise));
            default -> {}
        }
    }

    private Instant start(Session session) {
        return programme.startOf(session).orElseThrow();
    }

    private void guest(Profile guest) {
        var id = guest.person().id();
        var comes = comes(id);
        if (dice.isIn(NEVER_FINISHES, id, "never finishes")) {
            add(comes, id, new Act.BeginOnly());
            return;
        }
        if (dice.isIn(BY_SENTENCE, id, "by sentence")) {
            add(comes, id, new Act.SignUpBySentence(guest, sentence(guest)));
        } else {
            add(comes, id, new Act.SignUpByForm(guest));
        }
        if (dice.isIn(0.3, id, "looks at home")) {
            add(comes.plus(Duration.ofMinutes(3)), id, new Act.OpenHome());
        }
        if (dice.isIn(BLOCKS, id, "blocks")) {
            var other = dice.pick(crowd.guests(), id, "blocked").person();
            if (!other.equals(guest.person())) {
                add(
                        comes.plus(Duration.ofMinutes(6)),
                        id,
                        new Act.Write("I'd rather not sit with <@" + other.id() + ">"));
            }
        }
        questions(id);
    }

    /// More and more towards the evening before; some on the morning itself, a few when the round is out
    /// already.
    private Instant comes(String id) {
        if (dice.isIn(COMES_LATE, id, "comes late")) {
            return publish().plus(dice.between(Duration.ofMinutes(20), Duration.ofMinutes(70), id, "late"));
        }
        var part = dice.roll(id, "when");
        var at = part < 0.3
                ? atVenue(-2, LocalTime.of(9, 20)).plus(dice.between(Duration.ZERO, Duration.ofHours(11), id, "at"))
                : part < 0.85
                        ? atVenue(-1, LocalTime.of(8, 0))
                                .plus(dice.between(Duration.ZERO, Duration.ofHours(14), id, "at"))
                        : publish().minus(dice.between(Duration.ofMinutes(25), Duration.ofMinutes(110), id, "at"));
        return at;
    }

    private void questions(String id) {
        var quiz = Quiz.of(programme);
        for (var number = 0; number < 2; number++) {
            var which = Integer.toString(number);
            if (dice.isIn(ASKS / (number + 1), id, "asks", which)) {
                var at = firstStart()
                        .minus(Duration.ofMinutes(30))
                        .plus(dice.between(
                                Duration.ZERO,
                                Duration.between(firstStart(), closes()).minus(Duration.ofMinutes(45)),
                                id,
                                "asks at",
                                which));
                add(at, id, new Act.Ask(dice.pick(quiz, id, "question", which)));
            }
        }
    }

    private void add(Instant at, String who, Deed deed) {
        acts.add(new Act(at, who, deed));
    }

    /// As people would write it.
    private String sentence(Profile guest) {
        var works = guest.topics().stream()
                .flatMap(topic -> programme.topic(topic).stream())
                .map(topic -> topic.words().replaceAll("[()]", ""))
                .collect(Collectors.joining(" and "));
        return who(guest.stage())
                + (guest.institution().isEmpty() ? "" : " at " + guest.institution())
                + (works.isEmpty() ? "" : " working on " + works);
    }

    private static String who(Stage stage) {
        return switch (stage) {
            case BACHELOR -> "I'm a bachelor's student";
            case MASTER -> "I'm a master's student";
            case PHD1 -> "I'm a first-year PhD student";
            case PHD2 -> "I'm a 2nd-year PhD";
            case PHD3 -> "I'm a third-year PhD student";
            case PHD4 -> "I'm a 4th-year PhD student";
            case POSTDOC -> "I'm a postdoc";
            case FACULTY -> "I'm an assistant professor";
            case INDUSTRY -> "I'm a research engineer";
        };
    }
}
