package coffeebreak.bot.answers;

import coffeebreak.bot.answers.Answer.Outcome;
import coffeebreak.bot.answers.Query.OfPeople;
import coffeebreak.bot.answers.Query.OfSessions;
import coffeebreak.bot.answers.Query.Relation;
import coffeebreak.bot.answers.Query.Selection;
import coffeebreak.bot.answers.Sentences.DayThere;
import coffeebreak.bot.chat.Language;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts what a query comes to into sentences: the venue's time first, the asker's own beside it where it differs, what
/// was inferred said to be.
final class Wording {
    private final Programme programme;
    private final Evaluator evaluator;
    private final FactFinder facts;
    private final Sentences in;
    private final Phrases say;
    private final SessionWording sessionWording;
    private final PeopleWording peopleWording;
    private final ComparisonWording comparisons;
    private final Wording english;

    /// @param own where the asker's clock stands; null when not known
    Wording(Evaluator evaluator, FactFinder facts, Language language, @Nullable ZoneId own) {
        this.programme = evaluator.programme();
        this.evaluator = evaluator;
        this.facts = facts;
        this.in = Sentences.in(language);
        this.say = new Phrases(evaluator, in, own);
        this.sessionWording = new SessionWording(evaluator, say);
        this.peopleWording = new PeopleWording(evaluator, say, sessionWording);
        this.comparisons = new ComparisonWording(evaluator, say);
        this.english = language == Language.ENGLISH ? this : new Wording(evaluator, facts, Language.ENGLISH, own);
    }

    /// In the asker's language where there are words for all of it, else in English, saying so.
    Worded word(Query query) {
        var worded = worded(query);
        return worded.inEnglish() ? english.worded(query).after(in.onlyInEnglish()) : worded;
    }

    /// What is not known with a statement instead, which is in English.
    Worded word(Query query, Query statement) {
        return new Worded(
                        Outcome.ANSWERED,
                        english.worded(query)
                                        .text()
                                        .replace(english.in.ask(), "")
                                        .replace("I don't know where: no room", "No room")
                                + "\n" + english.worded(statement).text(),
                        true)
                .after(in.onlyInEnglish());
    }

    private Worded worded(Query query) {
        return switch (query) {
            case OfSessions sessions -> sessionWording.sessions(sessions);
            case OfPeople people -> peopleWording.people(people);
            case Query.OfEvent(var field) -> event(field);
            case Query.OfFact(var id, var until) -> fact(id, until);
            case Query.Probably(var ids, var inner) ->
                worded(inner)
                        .after(in.probably(ids.stream()
                                        .flatMap(id -> programme.person(id).stream())
                                        .map(ProgrammePerson::name)
                                        .toList())
                                + "\n");
            case Query.Either(var queries) -> either(queries);
            case Query.Apart(var one, var other) -> comparisons.apart(one, other);
            case Query.DaysWithout(var sessions) -> comparisons.daysWithout(sessions);
            case Query.Converted(var time, var zone) -> converted(time, zone);
            case Query.Longer(var one, var other) -> comparisons.longer(one, other);
            case Query.Clash(var one, var other, var toAttend) -> comparisons.clash(one, other, toAttend);
            case Query.Stranger(var name, var beside) -> beside(in.stranger(name), beside);
            case Query.NoSuchKind(var kind, var beside) -> beside(in.noSuchKind(kind), beside);
        };
    }

    private Worded beside(String text, @Nullable Query beside) {
        var worded = Optional.ofNullable(beside).map(this::worded);
        return new Worded(
                Outcome.ANSWERED,
                text + worded.map(other -> "\n" + other.text()).orElse(""),
                worded.filter(Worded::inEnglish).isPresent());
    }

    /// Each of them, those of which nothing is known left out where something is of others.
    private Worded either(List<Query> queries) {
        var worded = queries.stream().map(this::worded).distinct().toList();
        var known =
                worded.stream().filter(one -> one.outcome() == Outcome.ANSWERED).toList();
        var told = known.isEmpty() ? worded : known;
        return new Worded(
                known.isEmpty() ? Outcome.UNKNOWN : Outcome.ANSWERED,
                told.stream().map(Worded::text).collect(Collectors.joining("\n")),
                told.stream().anyMatch(Worded::inEnglish));
    }

    private Worded event(Query.EventField field) {
        var name = programme.shortName();
        var date = programme.date();
        var zone = programme.zone();
        var place = programme.place();
        return switch (field) {
            case DATE ->
                date == null ? say.unknown(in.dateUnknown(name)) : Worded.known(in.isOn(name, say.dates(date)));
            case DAYS -> Worded.known(in.days(programme.days(), date == null ? null : say.dates(date)));
            case DAYS_UNTIL -> daysUntil();
            case ZONE ->
                zone == null
                        ? say.unknown(in.zone(null, null))
                        : Worded.known(in.zone(
                                zone.getDisplayName(
                                        TextStyle.FULL, in.language().locale()),
                                zone.getId()));
            case PLACE -> place == null ? say.unknown(in.place(name, null)) : Worded.known(in.place(name, place));
        };
    }

    private Worded daysUntil() {
        var date = programme.date();
        var now = evaluator.now();
        return date == null || now == null
                ? say.unknown(in.daysUnknown(date != null))
                : Worded.known(in.daysUntil(
                        ChronoUnit.DAYS.between(now.toLocalDate(), date), programme.shortName(), say.dates(date)));
    }

    private Worded converted(LocalTime there, ZoneId zone) {
        var venue = programme.zone();
        var date = programme.date();
        if (venue == null || date == null) {
            return say.unknownInEnglish("I don't know what that is at the venue, because %s."
                    .formatted(venue == null ? "its time zone is not set" : "the date is not set"));
        }
        var here = date.atTime(there).atZone(zone).withZoneSameInstant(venue);
        var on = evaluator.rows(Selection.everything().with(new Relation.At(here.toLocalTime())));
        return Worded.knownInEnglish("%s in %s is %s%s at the venue.%s"
                .formatted(
                        say.clock(there),
                        Phrases.zoneName(zone),
                        say.clock(here.toLocalTime()),
                        switch (DayThere.of(date, here.toLocalDate())) {
                            case DAY_BEFORE -> " the day before,";
                            case SAME_DAY -> "";
                            case NEXT_DAY -> " the next day,";
                        },
                        on.isEmpty() ? "" : " On then: " + say.describedList(on) + "."));
    }

    private Worded fact(String id, boolean until) {
        var fact = facts.byId(id).orElseThrow();
        var date = fact.date();
        var now = evaluator.now();
        if (!until || date == null || now == null) {
            return Worded.knownInEnglish(fact.told());
        }
        var days = ChronoUnit.DAYS.between(now.toLocalDate(), date);
        return Worded.knownInEnglish(
                days > 1
                        ? "%d days. %s".formatted(days, fact.told())
                        : days == 1
                                ? "1 day: tomorrow. " + fact.told()
                                : days == 0 ? "None: it is today. " + fact.told() : "It has passed. " + fact.told());
    }
}
