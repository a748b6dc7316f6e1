package coffeebreak.bot.rehearsal;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Seat;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.rehearsal.Daybook.Asked;
import coffeebreak.bot.rehearsal.Daybook.Done;
import coffeebreak.bot.rehearsal.Daybook.Looked;
import coffeebreak.bot.signup.Consent;
import coffeebreak.workspace.JournalDelivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Changes what is judged as if one promise had been broken. Where the day gave no occasion to break it, nothing is
/// changed, and the promise counts as kept.
record Tampering(Played played) {

    static Played with(Iterable<Sabotage> broken, Played played) {
        for (var sabotage : broken) {
            played = new Tampering(played).as(sabotage).orElse(played);
        }
        return played;
    }

    private Optional<Played> as(Sabotage sabotage) {
        return switch (sabotage) {
            case TOLD_TWICE, OLD_TIME -> Optional.empty();
            case ROUND_TOLD_LATE -> roundToldLate();
            case WRONG_HOST ->
                seated().findFirst()
                        .map(seat -> played.with(changed(
                                letter -> letter.to().equals(seat.guest().id()),
                                letter -> letter.saying(seat.host(), "Nobody"))));
            case NOT_REMINDED -> without(letter -> letter.first().summary().startsWith("Your break with"));
            case LATE_CARD -> lateCard();
            case NAMELESS_CARD -> namelessCard();
            case DELAY_NOT_TOLD ->
                without(letter -> letter.first().summary().startsWith("The day has changed")
                        && seated().anyMatch(seat -> seat.guest().id().equals(letter.to())));
            case LATE_PROPOSAL -> lateProposal();
            case TWO_PLACES -> twoPlaces();
            case NOT_ASKED -> without(letter -> letter.first().summary().startsWith("Did you meet"));
            case NOT_APART -> notApart();
            case EMPTY_SEAT -> emptySeat();
            case WRONG_ANSWER ->
                played.book().asked().stream()
                        .findFirst()
                        .map(asked -> played.with(played.book()
                                .with(
                                        asked,
                                        new Asked(
                                                asked.at(),
                                                asked.who(),
                                                asked.question(),
                                                asked.expected(),
                                                "At midnight."))));
            case NO_ANSWER ->
                played.book().done().stream()
                        .findFirst()
                        .map(act -> played.with(played.book()
                                .with(act, new Done(act.at(), act.who(), act.what(), false, act.millis()))));
            case NOT_ACKNOWLEDGED -> notAcknowledged();
            case STILL_OWED -> Optional.of(played.withOwed(1));
        };
    }

    private Optional<Played> roundToldLate() {
        return played.book()
                .published()
                .flatMap(published -> published.signedUp().stream()
                        .sorted(Comparator.comparing(Person::id))
                        .filter(person -> played.letters().to(person.id(), published.at()).stream()
                                .anyMatch(Judgement::isAboutAPlace))
                        .findFirst()
                        .map(person -> {
                            var until = published.at().plus(Duration.ofMinutes(20));
                            return played.with(changed(
                                    letter -> letter.to().equals(person.id())
                                            && Judgement.isAboutAPlace(letter)
                                            && letter.posted().isBefore(until),
                                    letter -> letter.later(Duration.ofMinutes(20))));
                        }));
    }

    private Optional<Played> lateCard() {
        var hosts = seated().map(Seated::host).collect(Collectors.toSet());
        return first(letter -> letter.first().summary().startsWith("Your table in")
                        && hosts.contains(played.crowd().nameOf(letter.to())))
                .map(card -> played.with(changed(letter -> letter == card, late -> late.later(Duration.ofMinutes(5)))));
    }

    private Optional<Played> namelessCard() {
        return seated().filter(seat -> played.profiles().stream()
                        .anyMatch(guest -> guest.person().equals(seat.guest()) && guest.agreesTo(Consent.CARD)))
                .findFirst()
                .map(seat -> played.with(changed(
                        letter -> letter.first().summary().startsWith("Your table in"),
                        letter ->
                                letter.saying(played.crowd().nameOf(seat.guest().id()), "Somebody"))));
    }

    private Optional<Played> lateProposal() {
        var organizer = played.crowd().organizer().person().id();
        return played.book()
                .cancelled()
                .map(cancelled -> played.with(changed(
                        letter -> letter.to().equals(organizer)
                                && !letter.posted().isBefore(cancelled.at()),
                        letter -> letter.later(Duration.ofMinutes(2)))));
    }

    private Optional<Played> twoPlaces() {
        return played.book().cancelled().flatMap(cancelled -> {
            var table = cancelled.plan().table(cancelled.table()).orElseThrow();
            return cancelled.plan().expectedAt(table).stream().findFirst().map(seat -> {
                var letters = new ArrayList<>(played.letters().all());
                var words = "You sit with somebody else";
                letters.add(new Letter(
                        seat.mentee().id(),
                        "",
                        "",
                        "two-places",
                        cancelled.at().plusSeconds(30),
                        words,
                        words,
                        List.of()));
                return played.with(Letters.of(letters));
            });
        });
    }

    private Optional<Played> notApart() {
        for (var look : played.book().looked()) {
            for (var table : look.plan().tables()) {
                var there = look.plan().at(table);
                if (there.size() > 1) {
                    var one = there.getFirst().mentee();
                    var other = there.getLast().mentee();
                    var apart = played.apart();
                    return Optional.of(played.withApart((first, second) -> apart.test(first, second)
                            || first.equals(one) && second.equals(other)
                            || first.equals(other) && second.equals(one)));
                }
            }
        }
        return Optional.empty();
    }

    /// Somebody is put into the line for the seat they had.
    private Optional<Played> emptySeat() {
        return played.book().published().flatMap(published -> {
            var plan = published.plan();
            return plan.seats().stream()
                    .filter(seat -> plan.takenBy(seat.mentee()).size() == 1
                            && plan.table(seat.table())
                                    .filter(table -> plan.at(table).size() <= table.capacity())
                                    .isPresent())
                    .findFirst()
                    .map(seat -> played.with(played.book()
                            .with(new Daybook.Published(
                                    published.at(), inLine(plan, seat), published.signedUp(), published.took()))));
        });
    }

    private static SeatingPlan inLine(SeatingPlan plan, Seat seat) {
        var coffeeBreak = plan.table(seat.table()).orElseThrow().coffeeBreak();
        return plan.withSeats(plan.seats().stream()
                        .filter(other -> !other.equals(seat))
                        .toList())
                .withLastInLine(seat.mentee(), coffeeBreak);
    }

    private Optional<Played> notAcknowledged() {
        var guests = played.crowd().guests();
        var anyone = guests.getFirst().person().id();
        return played.deliveries().stream()
                .filter(delivery -> delivery.user().equals(anyone))
                .findFirst()
                .map(one -> played.withDeliveries(played.deliveries().stream()
                        .map(delivery -> delivery.id().equals(one.id()) ? unacknowledged(delivery) : delivery)
                        .toList()));
    }

    private static JournalDelivery unacknowledged(JournalDelivery delivery) {
        return new JournalDelivery(
                delivery.n(),
                delivery.at(),
                delivery.type(),
                delivery.subject(),
                delivery.user(),
                delivery.id(),
                delivery.attempt(),
                false,
                3_000,
                delivery.via(),
                0,
                "no answer within three seconds");
    }

    private record Seated(Person guest, String host) {}

    /// Who sat with a mentor when a break began.
    private Stream<Seated> seated() {
        return played.book().looked().stream()
                .filter(look -> look.when() == Act.When.AT_THE_START)
                .flatMap(Tampering::seated);
    }

    private static Stream<Seated> seated(Looked look) {
        return look.plan().tables().stream()
                .filter(table -> table.coffeeBreak().equals(look.coffeeBreak()))
                .flatMap(table ->
                        look.plan().expectedAt(table).stream().map(seat -> new Seated(seat.mentee(), table.host())));
    }

    /// The first message of that kind never came.
    private Optional<Played> without(Predicate<Letter> which) {
        return first(which)
                .map(letter -> played.with(Letters.of(played.letters().all().stream()
                        .filter(other -> other != letter)
                        .toList())));
    }

    private Optional<Letter> first(Predicate<Letter> which) {
        return played.letters().all().stream()
                .filter(letter -> letter.isNotice() && which.test(letter))
                .findFirst();
    }

    private Letters changed(Predicate<Letter> which, UnaryOperator<Letter> change) {
        return Letters.of(played.letters().all().stream()
                .map(letter -> letter.isNotice() && which.test(letter) ? change.apply(letter) : letter)
                .toList());
    }
}
