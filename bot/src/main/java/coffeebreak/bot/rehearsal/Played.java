package coffeebreak.bot.rehearsal;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Compared;
import coffeebreak.bot.notices.Outbox.Refusal;
import coffeebreak.bot.notices.QuietHours;
import coffeebreak.bot.signup.Profile;
import coffeebreak.workspace.JournalDelivery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/// What is left of a rehearsed day when everybody has gone: all that is judged and counted.
///
/// @param letters    what the bot wrote
/// @param calls      every call it made of Slack
/// @param deliveries everything Slack delivered to it
/// @param profiles   who had signed up in the end
/// @param apart      who would rather not sit with whom
/// @param quiet      when the bot writes to nobody without need
/// @param compared   the seats of the round against chance and optimum; empty where nothing was published
/// @param owed       how many messages were still owed in the end
/// @param refusals   messages that were given up
record Played(
        Rehearsal.Piece piece,
        Crowd crowd,
        Daybook book,
        Letters letters,
        List<Correspondence.Called> calls,
        List<JournalDelivery> deliveries,
        List<Profile> profiles,
        BiPredicate<Person, Person> apart,
        QuietHours quiet,
        Optional<Compared> compared,
        long owed,
        List<Refusal> refusals,
        Instant end) {

    Played {
        calls = List.copyOf(calls);
        deliveries = List.copyOf(deliveries);
        profiles = List.copyOf(profiles);
        refusals = List.copyOf(refusals);
    }

    Played with(Letters other) {
        return new Played(
                piece, crowd, book, other, calls, deliveries, profiles, apart, quiet, compared, owed, refusals, end);
    }

    Played with(Daybook other) {
        return new Played(
                piece, crowd, other, letters, calls, deliveries, profiles, apart, quiet, compared, owed, refusals, end);
    }

    Played withDeliveries(List<JournalDelivery> others) {
        return new Played(
                piece, crowd, book, letters, calls, others, profiles, apart, quiet, compared, owed, refusals, end);
    }

    Played withApart(BiPredicate<Person, Person> other) {
        return new Played(
                piece, crowd, book, letters, calls, deliveries, profiles, other, quiet, compared, owed, refusals, end);
    }

    Played withOwed(long other) {
        return new Played(
                piece, crowd, book, letters, calls, deliveries, profiles, apart, quiet, compared, other, refusals, end);
    }
}
