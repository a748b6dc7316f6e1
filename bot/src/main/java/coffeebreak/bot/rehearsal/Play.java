package coffeebreak.bot.rehearsal;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Mentor;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.programme.Delay;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.redis.Ahead;
import coffeebreak.bot.rehearsal.Daybook.Done;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lets the day happen: moves the clock from one thing to the next, waits for the bot in between, and lets
/// people do what the script says and what they make of what they read.
///
/// The clock stands while the bot works and moves on as soon as it has nothing to do; what the bot owes
/// leaves at the pace it keeps with Slack, by that clock. So nobody is told late because this machine is
/// slow.
final class Play {

    private static final String GENERAL = "C0GENERAL";
    private static final Duration DELAY = Duration.ofMinutes(15);

    /// How often the bot is let look what is due on the day, and on the days before.
    private static final Duration DAYS_STEP = Duration.ofSeconds(30);

    private static final Duration STEP_BEFORE = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// Of real time an answer may take before it is thought that the bot waits for the clock: Slack told it to.
    private static final Duration SOON = Duration.ofSeconds(3);

    /// The same where the bot has much to work out.
    private static final Duration LATER = Duration.ofSeconds(40);

    /// The clock never stands longer than this while the bot works: what is in doubt is settled in seconds.
    private static final Duration STANDSTILL = Duration.ofMinutes(2);

    private static final Pattern BEGINS = Pattern.compile("begins at (\\d\\d:\\d\\d)\\.$");
    private static final Pattern CONSENT = Pattern.compile("Question (\\d) of");
    private static final int MOST_ANSWERS = 12;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final StepClock clock;
    private final Hands hands;
    private final Correspondence letters;
    private final Bot bot;
    private final Crowd crowd;
    private final Script script;
    private final Reactions reactions;
    private final Daybook book;
    private final Rehearsal.Watch watch;
    private final double speed;
    private final PriorityQueue<Act> queue = new PriorityQueue<>(Comparator.comparing(Act::at)
            .thenComparing(Act::who)
            .thenComparing(act -> act.deed().toString()));
    private final Map<String, Profile> guests;
    private Programme programme;
    private String replaced = "nothing yet";
    private Instant realStart = Instant.EPOCH;
    private Instant stoodAt = Instant.EPOCH;
    private @Nullable Ahead stoodWith;
    private long stoodSince;

    /// @param speed how many seconds of the day pass in a real one at most, from its first session on; 0 for
    /// as many as can
    Play(
            StepClock clock,
            Hands hands,
            Correspondence letters,
            Bot bot,
            Programme programme,
            Crowd crowd,
            Script script,
            Reactions reactions,
            Daybook book,
            Rehearsal.Watch watch,
            double speed) {
        this.clock = clock;
        this.hands = hands;
        this.letters = letters;
        this.bot = bot;
        this.programme = programme;
        this.crowd = crowd;
        this.script = script;
        this.reactions = reactions;
        this.book = book;
        this.watch = watch;
        this.speed = speed;
        this.guests = crowd.guests().stream()
                .collect(Collectors.toMap(guest -> guest.person().id(), guest -> guest));
    }

    /// Plays the day to its end.
    ///
    /// @throws InterruptedException when it is stopped
    void day() throws InterruptedException {
        crowd.roster().people().forEach(member -> {
            var id = member.person().id();
            letters.meet(id, hands.direct(id));
        });
        queue.addAll(script.acts());
        while (!queue.isEmpty() || clock.now().isBefore(script.closes())) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            var next = queue.peek();
            if (next == null || next.at().isAfter(clock.now())) {
                step(next == null ? script.closes() : next.at());
            } else {
                queue.remove();
                perform(next);
            }
        }
        until(() -> bot.counts().waiting() + bot.counts().underWay() == 0);
        readOn();
    }

    /// Moves the clock one step towards an instant: to what the bot does next, or until its next message may
    /// leave. While the bot works on what may leave now, the clock stands; so the same seed gives the same day.
    private void step(Instant goal) throws InterruptedException {
        readOn();
        var ahead = bot.ahead();
        var now = clock.now();
        var resumes = ahead.resumes(now);
        if (ahead.next().filter(at -> !at.isAfter(now)).isPresent()) {
            stand(ahead);
            bot.wake();
            soon(() -> !bot.ahead().equals(ahead));
        } else if (ahead.underWay() > 0 && resumes.isPresent()) {
            moveTo(earlier(resumes.get(), goal));
        } else if (ahead.underWay() > 0) {
            stand(ahead);
            TimeUnit.MILLISECONDS.sleep(1);
        } else {
            moveTo(earlier(earlier(ahead.next().orElse(goal), goal), nextLook(now)));
        }
    }

    private void stand(Ahead ahead) {
        if (!clock.now().equals(stoodAt) || !ahead.equals(stoodWith)) {
            stoodAt = clock.now();
            stoodWith = ahead;
            stoodSince = System.nanoTime();
        } else if (System.nanoTime() - stoodSince > STANDSTILL.toNanos()) {
            throw new IllegalStateException("the rehearsed day stands at %s, and nothing moves: %s"
                    .formatted(clock.now().atZone(programme.venueZone()), ahead));
        }
    }

    private void moveTo(Instant instant) throws InterruptedException {
        clock.moveTo(instant);
        watch.at(clock.now(), queue.size());
        keepPace();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Instant nextLook(Instant now) {
        var busy = now.isAfter(script.publish().minus(Duration.ofMinutes(30)));
        return now.plus(busy ? DAYS_STEP : STEP_BEFORE);
    }

    /// From the hour of the round on the day lasts as long as whoever watches wants it to.
    private void keepPace() throws InterruptedException {
        if (speed <= 0 || clock.now().isBefore(script.publish())) {
            realStart = Instant.now();
            return;
        }
        var played = Duration.between(script.publish(), clock.now()).toMillis() / speed;
        var passed = Duration.between(realStart, Instant.now()).toMillis();
        if (played > passed) {
            TimeUnit.MILLISECONDS.sleep((long) (played - passed));
        }
    }

    private void readOn() {
        for (var letter : letters.readOn()) {
            queue.addAll(reactions.to(letter, breakOf(letter)));
        }
    }

    private Optional<Instant> breakOf(Letter letter) {
        var said = BEGINS.matcher(letter.first().summary());
        return said.find()
                ? programme.breaks().stream()
                        .filter(each -> each.start().toString().equals(said.group(1)))
                        .flatMap(each -> programme.startOf(each).stream())
                        .findFirst()
                : Optional.empty();
    }

    private void perform(Act act) throws InterruptedException {
        var who = act.who();
        switch (act.deed()) {
            case Act.SignUpByForm(var words) -> {
                if (does(act, "says hi", () -> hands.writes(who, "hi"))) {
                    later(5, who, new Act.FillIn(words));
                }
            }
            case Act.FillIn(var words) -> {
                if (presses(act, "Find me a mentor")) {
                    fillIn(act, words);
                }
            }
            case Act.SignUpBySentence(var words, var sentence) -> {
                if (does(act, "writes \"" + sentence + "\"", () -> hands.writes(who, sentence))) {
                    later(6, who, new Act.AnswerBack(words, 0));
                }
            }
            case Act.AnswerBack(var words, var times) -> answerBack(act, words, times);
            case Act.BeginOnly() -> {
                does(act, "says hi", () -> hands.writes(who, "hi"));
                presses(act, "Find me a mentor");
            }
            case Act.Ask(var question) -> ask(act, question);
            case Act.Write(var words) -> does(act, "writes \"" + words + "\"", () -> hands.writes(who, words));
            case Act.Press(var label) -> presses(act, label);
            case Act.OpenHome() -> does(act, "looks at the Home", () -> hands.opensHome(who));
            case Act.Command(var line, var label) -> command(act, line, label);
            case Act.PressAnswer(var label) -> does(act, "presses " + label, () -> hands.presses(who, GENERAL, label));
            case Act.Publish() -> publish(act);
            case Act.DelayDay(var session) -> delay(act, session);
            case Act.ReplaceSession(var session) -> replace(act, session);
            case Act.CancelTable(var coffeeBreak) -> cancel(act, coffeeBreak);
            case Act.SlackStumbles() -> slackStumbles();
            case Act.Kill() -> kill();
            case Act.Look(var coffeeBreak, var when) -> look(coffeeBreak, when);
            case Act.BreakPromise(var promise) -> breakPromise(promise);
        }
    }

    private void later(int seconds, String who, Act.Deed deed) {
        queue.add(new Act(clock.now().plusSeconds(seconds), who, deed));
    }

    /// Does something and waits for the bot's answer.
    ///
    /// @return whether there was one
    private boolean does(Act act, String what, Runnable deed) throws InterruptedException {
        return does(act.who(), what, deed);
    }

    private @Nullable Letter doesAndReads(Act act, String what, Runnable deed) throws InterruptedException {
        readOn();
        var before = letters.to(act.who()).size();
        does(act.who(), what, deed, () -> letters.repliesTo(act.who()));
        var after = letters.to(act.who());
        return after.subList(before, after.size()).stream()
                .filter(letter -> !letter.isNotice())
                .findFirst()
                .orElse(null);
    }

    private boolean does(String who, String what, Runnable deed) throws InterruptedException {
        return does(who, what, deed, () -> letters.signsFor(who));
    }

    private boolean does(String who, String what, Runnable deed, IntSupplier signs) throws InterruptedException {
        readOn();
        var before = signs.getAsInt();
        var at = clock.now();
        var began = System.nanoTime();
        deed.run();
        var answered = until(who.equals(crowd.organizer().person().id()) ? LATER : SOON, () -> {
            readOn();
            return signs.getAsInt() > before;
        });
        book.done(new Done(at, who, what, answered, (System.nanoTime() - began) / 1_000_000));
        return answered;
    }

    private boolean presses(Act act, String label) throws InterruptedException {
        var who = act.who();
        return hands.has(who, hands.direct(who), label)
                && does(who, "presses " + label, () -> hands.presses(who, hands.direct(who), label));
    }

    private void fillIn(Act act, Profile words) throws InterruptedException {
        var who = act.who();
        var values = new HashMap<String, Object>();
        values.put("stage", words.stage().name());
        values.put("institution", words.institution());
        values.put("topics", words.topics());
        values.put("interests", words.interests());
        values.put("breaks", List.copyOf(words.breaks()));
        values.put("question", words.question());
        values.put("second-seat", words.secondSeat() ? List.of("second-seat") : List.of());
        values.put("consents", words.consents().stream().map(Consent::name).toList());
        until(() -> hands.hasForm(who));
        var taken = new boolean[1];
        does(act, "sends the form", () -> taken[0] = hands.fillsIn(who, values));
        if (!taken[0]) {
            book.done(new Done(clock.now(), who, "sends the form, which is not taken", false, 0));
        }
    }

    /// "That's right", then each consent; where a sentence was not understood the form is used.
    private void answerBack(Act act, Profile words, int times) throws InterruptedException {
        var who = act.who();
        var mine = letters.to(who);
        var latest = mine.isEmpty() ? "" : mine.getLast().latest().text();
        var consent = CONSENT.matcher(latest);
        if (consent.find()) {
            var asked = Consent.values()[Integer.parseInt(consent.group(1)) - 1];
            goOn(act, words, times, words.consents().contains(asked) ? "Yes" : "No");
        } else if (latest.contains("That's right")) {
            goOn(act, words, times, "That's right");
        } else if (presses(act, "Fill in the form")) {
            fillIn(act, words);
        }
    }

    private void goOn(Act act, Profile words, int times, String label) throws InterruptedException {
        if (presses(act, label) && times < MOST_ANSWERS) {
            later(4, act.who(), new Act.AnswerBack(words, times + 1));
        }
    }

    private void ask(Act act, Act.Question question) throws InterruptedException {
        var expected = question.session().equals(replaced)
                ? List.of("is cancelled")
                : question.expected().apply(programme);
        var letter =
                doesAndReads(act, "asks \"" + question.words() + "\"", () -> hands.writes(act.who(), question.words()));
        book.asked(new Daybook.Asked(
                act.at(),
                act.who(),
                question.words(),
                expected,
                letter == null ? "" : letter.latest().text()));
    }

    private void command(Act act, String line, String label) throws InterruptedException {
        if (does(act, "types " + line, () -> hands.commands(act.who(), GENERAL, line)) && !label.isEmpty()) {
            later(20, act.who(), new Act.PressAnswer(label));
        }
    }

    private void publish(Act act) throws InterruptedException {
        does(act, "types /coffee-admin preview", () -> hands.commands(act.who(), GENERAL, "/coffee-admin preview"));
        var began = System.nanoTime();
        var signedUp = bot.profiles().stream()
                .filter(Profile::seeking)
                .map(Profile::person)
                .collect(Collectors.toSet());
        does(act, "presses Publish", () -> hands.presses(act.who(), GENERAL, "Publish"));
        var plan = bot.plan();
        book.published(new Daybook.Published(clock.now(), plan, signedUp, Duration.ofNanos(System.nanoTime() - began)));
        event("round %d is published: %d sign-ups, %d seats"
                .formatted(plan.round(), signedUp.size(), plan.seats().size()));
    }

    private void delay(Act act, String id) throws InterruptedException {
        var from = programme.session(id).orElseThrow().start();
        var before = programme;
        does(
                act,
                "types /coffee-admin delay",
                () -> hands.commands(
                        act.who(), GENERAL, "/coffee-admin delay %dm from %s".formatted(DELAY.toMinutes(), from)));
        does(act, "presses Delay the day", () -> hands.presses(act.who(), GENERAL, "Delay the day"));
        programme = programme.delayed(new Delay(before.session(id).orElseThrow().day(), from, DELAY, clock.now()));
        book.delayed(new Daybook.Delayed(clock.now(), bot.plan(), before, programme));
        event("the day runs %d minutes late from %s".formatted(DELAY.toMinutes(), from));
    }

    private void replace(Act act, String id) throws InterruptedException {
        var session = programme.session(id).orElseThrow();
        var line = "/coffee-admin replace %s with Open discussion"
                .formatted(session.title().toLowerCase(Locale.ROOT));
        does(act, "types /coffee-admin replace", () -> hands.commands(act.who(), GENERAL, line));
        does(act, "presses Replace it", () -> hands.presses(act.who(), GENERAL, "Replace it"));
        replaced = id;
        event(session.title() + " is cancelled, and an open discussion takes its place");
    }

    /// Ten minutes before the break as it now begins, the mentor with most guests cancels.
    private void cancel(Act act, String id) throws InterruptedException {
        var coffeeBreak = programme.session(id).orElseThrow();
        var due = programme.startOf(coffeeBreak).orElseThrow().minus(Duration.ofMinutes(10));
        if (clock.now().isBefore(due)) {
            queue.add(new Act(due, act.who(), act.deed()));
            return;
        }
        var plan = bot.plan();
        var table = plan.tables().stream()
                .filter(each -> each.coffeeBreak().equals(id) && each.capacity() > 0)
                .max(Comparator.comparingInt(each -> plan.expectedAt(each).size()));
        if (table.isEmpty() || plan.expectedAt(table.get()).isEmpty()) {
            return;
        }
        var mentor = crowd.mentors().stream()
                .filter(each -> each.id().equals(table.get().mentor()))
                .map(Mentor::person)
                .findFirst()
                .orElseThrow();
        if (mentor != null) {
            book.cancelled(
                    new Daybook.Cancelled(clock.now(), mentor.id(), table.get().id(), plan));
            event("%s cancels %d guests ten minutes before the break"
                    .formatted(
                            crowd.nameOf(mentor.id()),
                            plan.expectedAt(table.get()).size()));
            does(mentor.id(), "writes \"I have to cancel\"", () -> hands.writes(mentor.id(), "I have to cancel"));
        }
    }

    private void slackStumbles() {
        hands.misbehave(Map.of(
                "method",
                "chat.postMessage",
                "next",
                List.of(
                        Map.of("fault", "ratelimited", "retryAfter", 4),
                        Map.of("fault", "drop_reply"),
                        Map.of("fault", "status_500"),
                        Map.of("fault", "lost"),
                        Map.of("fault", "ratelimited", "retryAfter", 2))));
        event("Slack refuses two calls for their rate and loses three");
    }

    /// In the middle of its work: a message has reached Slack, and the bot has not yet heard that it has.
    private void kill() throws InterruptedException {
        readOn();
        var posted = letters.count();
        hands.misbehave(
                Map.of("method", "chat.postMessage", "next", List.of(Map.of("fault", "delay_reply", "millis", 3_000))));
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (letters.count() == posted && System.nanoTime() < end) {
            var ahead = bot.ahead();
            if (ahead.underWay() == 0) {
                ahead.next().filter(at -> at.isAfter(clock.now())).ifPresent(clock::jumpTo);
            }
            bot.wake();
            TimeUnit.MILLISECONDS.sleep(5);
            readOn();
        }
        var counts = bot.counts();
        bot.dieAndComeBack(hands::hangUp);
        until(LATER, hands::botIsConnected);
        event("the bot is killed with a message on its way that Slack has already%s, and started again"
                .formatted(counts.waiting() > 0 ? " and others still owed" : ""));
    }

    private void look(String id, Act.When when) {
        var coffeeBreak = programme.session(id).orElseThrow();
        var due = switch (when) {
            case AT_THE_START -> programme.startOf(coffeeBreak);
            case AT_THE_END -> programme.endOf(coffeeBreak);
        };
        if (due.isPresent() && clock.now().isBefore(due.get())) {
            queue.add(new Act(due.get(), "", new Act.Look(id, when)));
        } else {
            book.looked(new Daybook.Looked(clock.now(), id, when, bot.plan(), programme));
        }
    }

    private void breakPromise(Sabotage promise) {
        event("on purpose: " + promise);
        switch (promise) {
            case TOLD_TWICE -> {
                // What is posted by somebody else is not edited, and must not tell what changes later.
                var last = range(programme.breaks().getLast());
                letters.all().stream()
                        .filter(letter -> letter.isNotice()
                                && guests.containsKey(letter.to())
                                && !letter.first().text().contains(last))
                        .findFirst()
                        .ifPresent(hands::postsAgain);
            }
            case OLD_TIME ->
                book.delayed()
                        .flatMap(delayed -> seatedIn(
                                delayed.plan(), delayed.before().breaks().getLast()))
                        .ifPresent(person -> hands.postsAs(
                                hands.direct(person.id()),
                                "Your break is at "
                                        + range(book.delayed()
                                                .orElseThrow()
                                                .before()
                                                .breaks()
                                                .getLast())));
            default -> {}
        }
    }

    private static Optional<Person> seatedIn(SeatingPlan plan, Session coffeeBreak) {
        return plan.seats().stream()
                .filter(seat -> seat.state().expected()
                        && plan.table(seat.table())
                                .filter(table -> table.coffeeBreak().equals(coffeeBreak.id()))
                                .isPresent())
                .map(seat -> seat.mentee())
                .findFirst();
    }

    /// "15:00 to 15:30", as messages have it.
    static String range(Session session) {
        return session.start() + (session.end() == null ? "" : " to " + session.end());
    }

    private void event(String what) {
        var line = TIME.format(clock.now().atZone(programme.venueZone())) + " " + what;
        book.event(line);
        watch.event(line);
    }

    private boolean until(BooleanSupplier met) throws InterruptedException {
        return until(SOON, met);
    }

    /// Waits for something; after a while the clock goes on at the pace of real time, as a wait of the bot
    /// may need it.
    private boolean until(Duration standing, BooleanSupplier met) throws InterruptedException {
        var began = System.nanoTime();
        var creeps = began + standing.toNanos();
        while (true) {
            if (met.getAsBoolean()) {
                return true;
            }
            var now = System.nanoTime();
            if (now - began > PATIENCE.toNanos()) {
                return false;
            }
            if (now > creeps) {
                clock.moveTo(clock.now().plusNanos(now - creeps));
                creeps = now;
                bot.wake();
            }
            TimeUnit.MICROSECONDS.sleep(1_000);
        }
    }

    private static void soon(BooleanSupplier met) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofMillis(15).toNanos();
        while (!met.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MICROSECONDS.sleep(500);
        }
    }
}
