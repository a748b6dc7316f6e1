package coffeebreak.bot.answers;

import coffeebreak.bot.answers.Answer.Outcome;
import coffeebreak.bot.answers.Query.OfPeople;
import coffeebreak.bot.answers.Query.OfSessions;
import coffeebreak.bot.answers.Query.Relation;
import coffeebreak.bot.answers.Query.Selection;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts what a query comes to into sentences: the venue's time first, the asker's own beside it where it differs, what
/// was inferred said to be.
final class Wording {
    private final Programme programme;
    private final Evaluator evaluator;
    private final FactFinder facts;
    private final Phrases say;
    private final SessionWording sessionWording;
    private final PeopleWording peopleWording;
    private final ComparisonWording comparisons;

    /// @param own where the asker's clock stands; null when not known
    Wording(Evaluator evaluator, FactFinder facts, @Nullable ZoneId own) {
        this.programme = evaluator.programme();
        this.evaluator = evaluator;
        this.facts = facts;
        this.say = new Phrases(evaluator, own);
        this.sessionWording = new SessionWording(evaluator, say);
        this.peopleWording = new PeopleWording(evaluator, say, sessionWording);
        this.comparisons = new ComparisonWording(evaluator, say);
    }

    Worded word(Query query) {
        return switch (query) {
            case OfSessions sessions -> sessionWording.sessions(sessions);
            case OfPeople people -> peopleWording.people(people);
            case Query.OfEvent(var field) -> event(field);
            case Query.OfFact(var id, var until) -> fact(id, until);
            case Query.Probably(var ids, var inner) -> {
                var worded = word(inner);
                yield new Worded(
                        worded.outcome(),
                        "You probably mean %s, although the programme does not say so.\n%s"
                                .formatted(
                                        ids.stream()
                                                .flatMap(id -> programme.person(id).stream())
                                                .map(ProgrammePerson::name)
                                                .collect(Collectors.joining(" or ")),
                                        worded.text()));
            }
            case Query.Either(var queries) -> either(queries);
            case Query.Apart(var one, var other) -> comparisons.apart(one, other);
            case Query.DaysWithout(var sessions) -> comparisons.daysWithout(sessions);
            case Query.Converted(var time, var zone) -> converted(time, zone);
            case Query.Longer(var one, var other) -> comparisons.longer(one, other);
            case Query.Clash(var one, var other, var toAttend) -> comparisons.clash(one, other, toAttend);
            case Query.Stranger(var name, var beside) ->
                Worded.known("%s is not in the programme I have.%s"
                        .formatted(
                                name, beside == null ? "" : "\n" + word(beside).text()));
            case Query.NoSuchKind(var kind, var beside) ->
                Worded.known("No %s: the programme lists none.%s"
                        .formatted(
                                kind, beside == null ? "" : "\n" + word(beside).text()));
        };
    }

    /// Each of them, those of which nothing is known left out where something is of others.
    private Worded either(List<Query> queries) {
        var worded = queries.stream().map(this::word).distinct().toList();
        var known =
                worded.stream().filter(one -> one.outcome() == Outcome.ANSWERED).toList();
        return new Worded(
                known.isEmpty() ? Outcome.UNKNOWN : Outcome.ANSWERED,
                (known.isEmpty() ? worded : known).stream().map(Worded::text).collect(Collectors.joining("\n")));
    }

    private Worded event(Query.EventField field) {
        var date = programme.date();
        var zone = programme.zone();
        var place = programme.place();
        return switch (field) {
            case DATE ->
                date == null
                        ? Worded.unknown("I don't know the date of %s: it is not set.".formatted(programme.shortName()))
                        : Worded.known("%s is %s.".formatted(programme.shortName(), say.dates(date)));
            case DAYS ->
                Worded.known(
                        programme.days() == 1
                                ? "One day."
                                : "%d days%s.".formatted(programme.days(), date == null ? "" : ", " + say.dates(date)));
            case DAYS_UNTIL -> daysUntil();
            case ZONE ->
                zone == null
                        ? Worded.unknown(
                                "I don't know the time zone: none is given. The times are those of the venue's clock.")
                        : Worded.known("The times are those of the venue, %s (%s)."
                                .formatted(zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH), zone.getId()));
            case PLACE ->
                place == null
                        ? Worded.unknown("I don't know where %s takes place: no city, venue or room is given."
                                .formatted(programme.shortName()))
                        : Worded.known("%s takes place in %s.".formatted(programme.shortName(), place));
        };
    }

    private Worded daysUntil() {
        var date = programme.date();
        var now = evaluator.now();
        if (date == null || now == null) {
            return Worded.unknown("I don't know, because %s."
                    .formatted(date == null ? "the date is not set" : "I can't tell the time at the venue"));
        }
        var days = ChronoUnit.DAYS.between(now.toLocalDate(), date);
        return Worded.known(
                days > 0
                        ? "%s: %s is %s."
                                .formatted(
                                        Phrases.capital(Phrases.count(days, "day")),
                                        programme.shortName(),
                                        say.dates(date))
                        : "None: %s is %s.".formatted(programme.shortName(), say.dates(date)));
    }

    private Worded converted(LocalTime there, ZoneId zone) {
        var venue = programme.zone();
        var date = programme.date();
        if (venue == null || date == null) {
            return Worded.unknown("I don't know what that is at the venue, because %s."
                    .formatted(venue == null ? "its time zone is not set" : "the date is not set"));
        }
        var here = date.atTime(there).atZone(zone).withZoneSameInstant(venue);
        var on = evaluator.rows(Selection.everything().with(new Relation.At(here.toLocalTime())));
        return Worded.known("%s in %s is %s%s at the venue.%s"
                .formatted(
                        Phrases.TIME.format(there),
                        Phrases.zoneName(zone),
                        Phrases.TIME.format(here.toLocalTime()),
                        Phrases.shifted(date, here.toLocalDate()),
                        on.isEmpty() ? "" : " On then: " + say.describedList(on) + "."));
    }

    private Worded fact(String id, boolean until) {
        var fact = facts.byId(id).orElseThrow();
        var date = fact.date();
        var now = evaluator.now();
        if (!until || date == null || now == null) {
            return Worded.known(fact.words());
        }
        var days = ChronoUnit.DAYS.between(now.toLocalDate(), date);
        return Worded.known(
                days > 1
                        ? "%d days. %s".formatted(days, fact.words())
                        : days == 1
                                ? "1 day: tomorrow. " + fact.words()
                                : days == 0 ? "None: it is today. " + fact.words() : "It has passed. " + fact.words());
    }
}
