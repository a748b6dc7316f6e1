package coffeebreak.bot.rehearsal;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.feedback.Afterwards;
import coffeebreak.bot.mentoring.Mentor;
import coffeebreak.bot.mentoring.MentorTable;
import coffeebreak.bot.mentoring.Seat;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.peers.PeerTables;
import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.rehearsal.Daybook.Looked;
import coffeebreak.bot.rehearsal.Report.Breach;
import coffeebreak.bot.rehearsal.Report.Promise;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import coffeebreak.workspace.JournalDelivery;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds the day against what the bot promises. It reads what people were told and how the seats stood, never
/// what the bot thinks of itself.
final class Judgement {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE HH:mm:ss", Locale.ENGLISH);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /// What leaves at Slack's pace, four a second, reaches 700 people in three minutes.
    private static final Duration FOR_ALL = Duration.ofMinutes(5);

    /// Slack takes 50; the bot leaves some for answers.
    private static final int EDITS_A_MINUTE = 45;

    private static final int LONGEST = 160;

    /// What stands where a seat was: when that would have been helps nobody.
    private static final Pattern GONE = Pattern.compile(
            "goes to the next person in line|no longer|is gone|You withdrew|another seat now|is somebody else");

    private final Played played;
    private final Rehearsal.Piece piece;
    private final Crowd crowd;
    private final Daybook book;
    private final Letters letters;
    private final Map<Person, Profile> profiles;
    private final List<Promise> promises = new ArrayList<>();

    private Judgement(Played played) {
        this.played = played;
        this.piece = played.piece();
        this.crowd = played.crowd();
        this.book = played.book();
        this.letters = played.letters();
        this.profiles = played.profiles().stream().collect(Collectors.toMap(Profile::person, profile -> profile));
    }

    /// Every promise, with each time it was broken.
    static List<Promise> of(Played played) {
        return new Judgement(played).promises();
    }

    private List<Promise> promises() {
        toldWhereTheySit();
        toldOnce();
        toldBeforeTheBreak();
        remindedOnce();
        cardsInTime();
        cardsName();
        changesAreTold();
        noOldTimes();
        cancellations();
        askedAfterwards();
        rules();
        noSeatLeftEmpty();
        questions();
        everythingAnswered();
        acknowledged();
        nothingLeft();
        return List.copyOf(promises);
    }

    /// Collects how often a promise was held against the day, and where it was broken.
    private final class Checks {
        private final String promise;
        private final List<Breach> breaches = new ArrayList<>();
        private int checked;

        private Checks(String promise) {
            this.promise = promise;
        }

        void that(boolean kept, Instant at, String person, String message) {
            checked++;
            if (!kept) {
                var words = message.replace('\n', ' ');
                breaches.add(new Breach(
                        WHEN.format(at.atZone(piece.programme().venueZone())),
                        person.isEmpty() ? "" : crowd.nameOf(person),
                        words.length() > LONGEST ? words.substring(0, LONGEST - 1) + "…" : words));
            }
        }

        void done() {
            promises.add(new Promise(promise, checked, breaches));
        }
    }

    private void toldWhereTheySit() {
        var checks =
                new Checks("Whoever had signed up when the round was published was told within five minutes where they "
                        + "sit, or that they wait; whom that would have woken, when their night was over");
        book.published()
                .ifPresent(published -> published.signedUp().forEach(person -> {
                    var told = notices(
                            person.id(),
                            letter -> !letter.posted().isBefore(published.at().minus(MINUTE))
                                    && !letter.posted()
                                            .isAfter(awake(person, published.at())
                                                    .plus(FOR_ALL))
                                    && isAboutAPlace(letter));
                    checks.that(
                            !told.isEmpty(),
                            published.at(),
                            person.id(),
                            "was told nothing; later: "
                                    + letters.to(person.id(), published.at()).stream()
                                            .limit(3)
                                            .map(letter -> at(letter.posted()) + " "
                                                    + letter.first().summary())
                                            .collect(Collectors.joining("; ")));
                }));
        checks.done();
    }

    /// The end of somebody's night, on their own clock; the moment itself by day.
    private Instant awake(Person person, Instant at) {
        return crowd.guest(person.id())
                .flatMap(guest -> played.quiet().endAt(at, guest.zone()))
                .orElse(at);
    }

    static boolean isAboutAPlace(Letter letter) {
        var summary = letter.first().summary();
        return summary.startsWith("You sit with") && !summary.startsWith("You sit with peers at ")
                || summary.startsWith("No mentor's seat")
                || summary.contains("is free for you")
                || summary.contains("first in line");
    }

    private void toldOnce() {
        var checks = new Checks("Nobody was told anything twice");
        var seen = new HashSet<String>();
        for (var letter : letters.all()) {
            if (letter.isNotice()) {
                checks.that(
                        seen.add(letter.channel() + " " + letter.notice()),
                        letter.posted(),
                        letter.to(),
                        "again: " + letter.first().summary());
            }
        }
        checks.done();
    }

    private void toldBeforeTheBreak() {
        var checks = new Checks(
                "Whoever had a seat when a break began had been told of it in time, with the right place and "
                        + "time");
        for (var look : starts()) {
            var coffeeBreak = session(look);
            for (var seat : expected(look)) {
                var table = look.plan().table(seat.table()).orElseThrow();
                var given = seat.given();
                var latest = given != null && given.isAfter(look.at().minus(Duration.ofMinutes(7)))
                        ? given.plus(MINUTE)
                        : look.at().minus(FOR_ALL);
                checks.that(
                        notices(seat.mentee().id(), letter -> {
                                    var now = letter.at(look.at()).text();
                                    return !letter.posted().isAfter(latest)
                                            && now.contains(table.host())
                                            && now.contains(coffeeBreak.start().toString());
                                })
                                .stream()
                                .findFirst()
                                .isPresent(),
                        look.at(),
                        seat.mentee().id(),
                        "knew nothing of the seat with " + table.host() + " at " + coffeeBreak.start());
            }
            for (var place : peers(look)) {
                checks.that(
                        !notices(
                                        place.seat().person().id(),
                                        letter -> letter.at(look.at()).text().contains("You sit with peers"))
                                .isEmpty(),
                        look.at(),
                        place.seat().person().id(),
                        "knew nothing of the table of peers at " + coffeeBreak.start());
            }
        }
        checks.done();
    }

    private void remindedOnce() {
        var checks = new Checks(
                "Whoever had a place a quarter of an hour before a break was reminded of it once, then, with "
                        + "the time at which it began");
        for (var look : starts()) {
            var start = session(look).start().toString();
            var due = look.at().minus(Duration.ofMinutes(15));
            Stream.concat(
                            expected(look).stream()
                                    .filter(seat ->
                                            seat.given() == null || seat.given().isBefore(due.minus(MINUTE)))
                                    .map(Seat::mentee),
                            peers(look).stream()
                                    .filter(place -> place.seat().given() == null
                                            || place.seat().given().isBefore(due.minus(MINUTE)))
                                    .map(place -> place.seat().person()))
                    .forEach(person -> {
                        var reminders = notices(
                                person.id(),
                                letter -> isReminder(letter)
                                        && !letter.posted().isBefore(due.minus(MINUTE))
                                        && !letter.posted().isAfter(look.at()));
                        var right = reminders.size() == 1
                                && reminders.getFirst().first().summary().contains(start)
                                && !reminders.getFirst().posted().isAfter(due.plus(FOR_ALL));
                        checks.that(
                                right,
                                look.at(),
                                person.id(),
                                reminders.isEmpty()
                                        ? "was not reminded"
                                        : "was reminded " + reminders.size() + " times, at "
                                                + at(reminders.getFirst().posted()) + ": "
                                                + reminders.getFirst().first().summary());
                    });
        }
        checks.done();
    }

    private static boolean isReminder(Letter letter) {
        var summary = letter.first().summary();
        return summary.startsWith("Your break with") || summary.startsWith("You sit with peers at ");
    }

    private void cardsInTime() {
        var checks = new Checks("Every mentor with a table had one card half an hour before the break");
        for (var look : starts()) {
            tables(look).forEach((table, mentor) -> {
                var cards = cards(look, mentor);
                var by = look.at().minus(Duration.ofMinutes(28));
                checks.that(
                        cards.size() == 1 && !cards.getFirst().posted().isAfter(by),
                        look.at(),
                        mentor.id(),
                        cards.isEmpty()
                                ? "got no card"
                                : cards.size() > 1
                                        ? "got " + cards.size() + " cards"
                                        : "got the card at "
                                                + at(cards.getFirst().posted()) + " only");
            });
        }
        checks.done();
    }

    private void cardsName() {
        var checks = new Checks("When the break began the card named everybody at the table who agreed to be named");
        for (var look : starts()) {
            tables(look).forEach((table, mentor) -> {
                for (var card : cards(look, mentor)) {
                    for (var seat : look.plan().expectedAt(table)) {
                        var guest = profiles.get(seat.mentee());
                        if (guest != null && guest.agreesTo(Consent.CARD)) {
                            checks.that(
                                    card.at(look.at().plus(MINUTE)).text().contains(guest.name()),
                                    look.at(),
                                    mentor.id(),
                                    guest.name() + " does not stand on the card");
                        }
                    }
                }
            });
        }
        checks.done();
    }

    private List<Letter> cards(Looked look, Person mentor) {
        var named = "Your table in " + new BreakWording(look.programme()).name(session(look));
        return notices(mentor.id(), letter -> letter.first().summary().startsWith(named));
    }

    private Map<MentorTable, Person> tables(Looked look) {
        var tables = new HashMap<MentorTable, Person>();
        for (var table : look.plan().tables()) {
            if (table.coffeeBreak().equals(look.coffeeBreak())
                    && table.capacity() > 0
                    && !look.plan().expectedAt(table).isEmpty()) {
                mentor(table.mentor()).map(Mentor::person).ifPresent(person -> tables.put(table, person));
            }
        }
        return tables;
    }

    private Optional<Mentor> mentor(String id) {
        return crowd.mentors().stream().filter(mentor -> mentor.id().equals(id)).findFirst();
    }

    private void changesAreTold() {
        var checks =
                new Checks("When the day ran late, everybody in a break that moved was told once, within five minutes");
        book.delayed().ifPresent(delayed -> {
            var moved = moved(delayed).stream().map(Session::id).collect(Collectors.toSet());
            var concerned = Stream.concat(
                            delayed.plan().seats().stream()
                                    .filter(seat -> seat.state().expected()
                                            && delayed.plan()
                                                    .table(seat.table())
                                                    .filter(table -> moved.contains(table.coffeeBreak()))
                                                    .isPresent())
                                    .map(Seat::mentee),
                            delayed.plan().peers().places().stream()
                                    .filter(place -> place.seat().expected()
                                            && moved.contains(place.table().coffeeBreak()))
                                    .map(place -> place.seat().person()))
                    .collect(Collectors.toSet());
            for (var person : concerned) {
                var told =
                        notices(person.id(), letter -> letter.first().summary().startsWith("The day has changed"));
                checks.that(
                        told.size() == 1
                                && !told.getFirst()
                                        .posted()
                                        .isAfter(delayed.at().plus(FOR_ALL)),
                        delayed.at(),
                        person.id(),
                        told.isEmpty()
                                ? "was not told that the break moved"
                                : "was told " + told.size() + " times, first at "
                                        + at(told.getFirst().posted()));
            }
        });
        checks.done();
    }

    private static List<Session> moved(Daybook.Delayed delayed) {
        return delayed.before().breaks().stream()
                .filter(each -> delayed.after()
                        .session(each.id())
                        .filter(then -> !then.start().equals(each.start()))
                        .isPresent())
                .toList();
    }

    /// When every message has to be true again: after five minutes, and the time Slack takes for that many edits; never
    /// later than a break that moved would have begun.
    private Instant renewed(Daybook.Delayed delayed, List<String> old) {
        var edits = letters.all().stream()
                .filter(letter -> letter.isNotice()
                        && old.stream().anyMatch(letter.at(delayed.at()).text()::contains))
                .count();
        var slack = delayed.at().plus(FOR_ALL).plus(MINUTE.multipliedBy(edits / EDITS_A_MINUTE));
        return moved(delayed).stream()
                .flatMap(each -> delayed.before().startOf(each).stream())
                .filter(slack::isAfter)
                .min(Comparator.naturalOrder())
                .orElse(slack);
    }

    /// What the bot said of its own accord must be true again; what it answers must be true from the start.
    private void noOldTimes() {
        var checks =
                new Checks("After the delay nothing told an old time: no answer from then on, and no message longer "
                        + "than five minutes and the time Slack takes to edit them all");
        book.delayed().ifPresent(delayed -> {
            var old = moved(delayed).stream().map(Play::range).toList();
            var renewed = renewed(delayed, old);
            for (var letter : letters.all()) {
                if (letter.to().equals(crowd.organizer().person().id())) {
                    continue;
                }
                if (GONE.matcher(letter.latest().summary()).find()) {
                    continue;
                }
                var reads = letter.isNotice() || letter.posted().isAfter(delayed.at())
                        ? Stream.concat(
                                Stream.of(letter.at(renewed)),
                                letter.versions().stream()
                                        .filter(version -> version.at().isAfter(renewed)))
                        : Stream.<Letter.Version>empty();
                reads.distinct()
                        .forEach(version -> checks.that(
                                old.stream().noneMatch(version.text()::contains),
                                version.at(),
                                letter.to(),
                                version.text()));
            }
        });
        checks.done();
    }

    private void cancellations() {
        var proposed = new Checks("When a mentor cancelled, the organizers had a proposal within a minute");
        var told = new Checks("Each guest of a cancelled table was told by one new message what they have instead");
        book.cancelled().ifPresent(cancelled -> {
            var organizer = crowd.organizer().person().id();
            proposed.that(
                    notices(
                                    organizer,
                                    letter -> !letter.posted().isBefore(cancelled.at())
                                            && !letter.posted()
                                                    .isAfter(cancelled.at().plus(MINUTE))
                                            && letter.first().text().contains(crowd.nameOf(cancelled.mentor())))
                            .stream()
                            .findFirst()
                            .isPresent(),
                    cancelled.at(),
                    organizer,
                    "no proposal for the table of " + crowd.nameOf(cancelled.mentor()));
            var table = cancelled.plan().table(cancelled.table()).orElseThrow();
            for (var seat : cancelled.plan().expectedAt(table)) {
                var news = notices(
                        seat.mentee().id(),
                        letter -> letter.posted().isAfter(cancelled.at())
                                && !letter.posted().isAfter(cancelled.at().plus(FOR_ALL))
                                && isAboutAPlace(letter));
                told.that(
                        news.size() == 1,
                        cancelled.at(),
                        seat.mentee().id(),
                        news.size() + " messages"
                                + (news.isEmpty()
                                        ? ""
                                        : ", the first: "
                                                + news.getFirst().first().summary()));
            }
        });
        proposed.done();
        told.done();
    }

    private void askedAfterwards() {
        var checks = new Checks("Whoever sat with a mentor was asked once afterwards, within a quarter of an hour");
        for (var look : starts()) {
            var end = book.looked().stream()
                    .filter(other -> other.when() == Act.When.AT_THE_END
                            && other.coffeeBreak().equals(look.coffeeBreak()))
                    .findFirst();
            if (end.isEmpty()) {
                continue;
            }
            for (var seat : end.get().plan().seats()) {
                var table = end.get().plan().table(seat.table()).orElseThrow();
                if (!seat.state().expected()
                        || !table.coffeeBreak().equals(look.coffeeBreak())
                        || gaveItUp(seat.mentee(), end.get().at())) {
                    continue;
                }
                var questions = notices(
                        seat.mentee().id(),
                        letter -> letter.first().summary().startsWith("Did you meet")
                                && letter.posted().isAfter(end.get().at())
                                && !letter.posted().isAfter(end.get().at().plus(Duration.ofMinutes(15))));
                checks.that(
                        questions.size() == 1,
                        end.get().at(),
                        seat.mentee().id(),
                        "was asked " + questions.size() + " times");
            }
        }
        checks.done();
    }

    /// Whether somebody said after all, before they would be asked, that they could not come.
    private boolean gaveItUp(Person who, Instant end) {
        return book.done().stream()
                .anyMatch(act -> act.who().equals(who.id())
                        && act.what().endsWith("Can't come")
                        && act.at().isAfter(end)
                        && !act.at().isAfter(end.plus(Afterwards.BREATH)));
    }

    private void rules() {
        var checks = new Checks("No seat broke a rule: breaks people can make, one seat in a break, never one's own "
                + "institution, never with somebody they would rather not sit with, never more than a table holds");
        var plans = new ArrayList<>(book.looked().stream().map(Looked::plan).toList());
        var times = new ArrayList<>(book.looked().stream().map(Looked::at).toList());
        book.published().ifPresent(published -> {
            plans.add(published.plan());
            times.add(published.at());
        });
        for (var index = 0; index < plans.size(); index++) {
            rules(plans.get(index), times.get(index), checks);
        }
        checks.done();
    }

    private void rules(SeatingPlan plan, Instant at, Checks checks) {
        var apart = played.apart();
        var places = new HashSet<String>();
        for (var table : plan.tables()) {
            var there = plan.at(table);
            checks.that(
                    table.capacity() == 0 || there.size() <= table.capacity(),
                    at,
                    "",
                    table.host() + " has " + there.size() + " guests for " + table.capacity() + " seats");
            for (var seat : there) {
                var guest = profiles.get(seat.mentee());
                if (guest == null) {
                    continue;
                }
                var person = seat.mentee();
                checks.that(
                        guest.breaks().contains(table.coffeeBreak()),
                        at,
                        person.id(),
                        "sits in a break they cannot make: " + table.coffeeBreak());
                checks.that(
                        places.add(person.id() + " " + table.coffeeBreak()),
                        at,
                        person.id(),
                        "has two seats in one break");
                mentor(table.mentor())
                        .ifPresent(mentor -> checks.that(
                                isFromElsewhere(guest, mentor),
                                at,
                                person.id(),
                                "sits with " + mentor.name() + " of the same institution"));
                checks.that(
                        there.stream().noneMatch(other -> apart.test(person, other.mentee()))
                                && mentor(table.mentor())
                                        .filter(mentor -> mentor.identities().stream()
                                                .anyMatch(identity -> apart.test(person, identity)))
                                        .isEmpty(),
                        at,
                        person.id(),
                        "sits with somebody they are to be apart from");
            }
        }
        for (var table : plan.peers().all()) {
            for (var person : table.expected()) {
                checks.that(
                        table.expected().stream().noneMatch(other -> apart.test(person, other)),
                        at,
                        person.id(),
                        "sits with a peer they are to be apart from");
            }
        }
    }

    private boolean isFromElsewhere(Profile guest, Mentor mentor) {
        var institutions = piece.programme().institutions();
        return Collections.disjoint(
                institutions.allIn(guest.institution()),
                mentor.institutions().stream()
                        .flatMap(name -> institutions.allIn(name).stream())
                        .collect(Collectors.toSet()));
    }

    private void noSeatLeftEmpty() {
        var checks =
                new Checks("When the round was published no seat stayed empty that somebody in line could have had");
        book.published().ifPresent(published -> {
            var plan = published.plan();
            var apart = played.apart();
            for (var table : plan.tables()) {
                var there = plan.at(table);
                var could = plan.standby().getOrDefault(table.coffeeBreak(), List.of()).stream()
                        .flatMap(person -> Optional.ofNullable(profiles.get(person)).stream())
                        .filter(guest -> plan.takenBy(guest.person()).isEmpty()
                                && guest.breaks().contains(table.coffeeBreak())
                                && mentor(table.mentor())
                                        .filter(mentor -> isFromElsewhere(guest, mentor))
                                        .isPresent()
                                && there.stream().noneMatch(seat -> apart.test(guest.person(), seat.mentee())))
                        .findFirst();
                checks.that(
                        there.size() >= table.capacity() || could.isEmpty(),
                        published.at(),
                        could.map(guest -> guest.person().id()).orElse(""),
                        "waits, and " + table.host() + " has " + (table.capacity() - there.size()) + " free seats");
            }
        });
        checks.done();
    }

    private void questions() {
        var checks = new Checks("Every question about the day was answered, and rightly");
        for (var asked : book.asked()) {
            checks.that(
                    asked.isRight(),
                    asked.at(),
                    asked.who(),
                    "\"" + asked.question() + "\" was answered \"" + asked.answer() + "\", not "
                            + String.join(" or ", asked.expected()));
        }
        checks.done();
    }

    private void everythingAnswered() {
        var checks = new Checks("Every click, form and sentence got an answer");
        for (var act : book.done()) {
            checks.that(act.answered(), act.at(), act.who(), act.what());
        }
        checks.done();
    }

    /// An event that was repeated and acknowledged then counts as acknowledged; what the bot itself wrote
    /// before it was connected is news to nobody.
    private void acknowledged() {
        var people = crowd.roster().people().stream()
                .map(member -> member.person().id())
                .collect(Collectors.toSet());
        var checks =
                new Checks("Whatever Slack delivered was acknowledged within three seconds, if need be when repeated");
        played.deliveries().stream()
                .filter(delivery -> people.contains(delivery.user()))
                .collect(Collectors.groupingBy(JournalDelivery::id))
                .values()
                .forEach(attempts -> checks.that(
                        attempts.stream().anyMatch(JournalDelivery::acked),
                        attempts.getFirst().at(),
                        attempts.getFirst().user(),
                        attempts.getLast().subject() + ": " + attempts.getLast().reason()));
        checks.done();
    }

    private void nothingLeft() {
        var checks = new Checks("In the end nothing was owed any more, and nothing had been given up");
        checks.that(played.owed() == 0, played.end(), "", played.owed() + " messages are still owed");
        for (var refusal : played.refusals()) {
            checks.that(false, played.end(), refusal.to().id(), "not delivered: " + refusal.reason());
        }
        checks.done();
    }

    private List<Looked> starts() {
        return book.looked().stream()
                .filter(look -> look.when() == Act.When.AT_THE_START)
                .toList();
    }

    private static Session session(Looked look) {
        return look.programme().session(look.coffeeBreak()).orElseThrow();
    }

    private static List<Seat> expected(Looked look) {
        return look.plan().tables().stream()
                .filter(table -> table.coffeeBreak().equals(look.coffeeBreak()))
                .flatMap(table -> look.plan().expectedAt(table).stream())
                .toList();
    }

    private static List<PeerTables.Place> peers(Looked look) {
        return look.plan().peers().places().stream()
                .filter(place ->
                        place.seat().expected() && place.table().coffeeBreak().equals(look.coffeeBreak()))
                .toList();
    }

    private List<Letter> notices(String person, Predicate<Letter> which) {
        return letters.to(person).stream()
                .filter(letter -> letter.isNotice() && which.test(letter))
                .toList();
    }

    private String at(Instant instant) {
        return WHEN.format(instant.atZone(piece.programme().venueZone()));
    }

    static Set<Person> seatedAtAnyStart(Daybook book) {
        return book.looked().stream()
                .filter(look -> look.when() == Act.When.AT_THE_START)
                .flatMap(look -> expected(look).stream())
                .map(Seat::mentee)
                .collect(Collectors.toSet());
    }

    static Set<Person> withPeersAtAnyStart(Daybook book) {
        return book.looked().stream()
                .filter(look -> look.when() == Act.When.AT_THE_START)
                .flatMap(look -> peers(look).stream())
                .map(place -> place.seat().person())
                .collect(Collectors.toSet());
    }

    static List<Seat> seatsAtStarts(Daybook book) {
        return book.looked().stream()
                .filter(look -> look.when() == Act.When.AT_THE_START)
                .flatMap(look -> expected(look).stream())
                .toList();
    }
}
