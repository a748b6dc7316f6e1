package coffeebreak.bot.answers;

import coffeebreak.bot.answers.Query.Anchor;
import coffeebreak.bot.answers.Query.Relation;
import coffeebreak.bot.answers.Query.Selection;
import coffeebreak.bot.answers.QuestionReader.Reading;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Programme.Cancelled;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Session;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Understands who asks about a part of the programme that does not take place: the question is read once more as if
/// nothing had been cancelled.
final class Cancellations {

    private static final int MOST_TOLD = 3;

    private final RuleReader rules;
    private volatile @Nullable Planned planned;

    private record Planned(Programme version, Programme asPlanned) {}

    /// @param rules of its own, since they prepare one version at a time
    Cancellations(RuleReader rules) {
        this.rules = rules;
    }

    /// What a question asks about that does not take place.
    ///
    /// @param only     whether it asks about nothing else
    /// @param followUp whether it was understood only from what was asked before
    record Asked(List<Cancelled> cancelled, boolean only, boolean followUp) {}

    /// @param now what the venue's clock shows; null when nobody can tell
    Optional<Asked> about(String question, List<String> before, Programme version, @Nullable LocalDateTime now) {
        if (version.cancelled().isEmpty()) {
            return Optional.empty();
        }
        var asPlanned = asPlanned(version);
        if (!(rules.read(question, before, asPlanned) instanceof Reading.Understood(var query, var followUp))) {
            return Optional.empty();
        }
        var evaluator = new Evaluator(asPlanned, now);
        var cancelled = new ArrayList<Cancelled>();
        var only = true;
        for (var selection : selections(query)) {
            var anchored = anchors(selection.relation()).stream()
                    .flatMap(anchor -> evaluator.rows(anchor).stream())
                    .toList();
            var rows = evaluator.rows(selection);
            Stream.concat(anchored.stream(), rows.stream())
                    .flatMap(row -> of(row.session(), version).stream())
                    .filter(each -> !cancelled.contains(each))
                    .forEach(cancelled::add);
            only &= isNamed(selection)
                    && Stream.concat(anchored.stream(), anchored.isEmpty() ? rows.stream() : Stream.of())
                            .allMatch(row -> of(row.session(), version).isPresent());
        }
        return cancelled.isEmpty()
                ? Optional.empty()
                : Optional.of(new Asked(cancelled.stream().limit(MOST_TOLD).toList(), only, followUp));
    }

    private Programme asPlanned(Programme version) {
        var before = planned;
        if (before != null && before.version() == version) {
            return before.asPlanned();
        }
        var now = new Planned(version, version.asPlanned());
        planned = now;
        return now.asPlanned();
    }

    private static Optional<Cancelled> of(Session session, Programme version) {
        return version.cancelled().stream()
                .filter(each -> each.session().id().equals(session.id()))
                .findFirst();
    }

    private static List<Selection> selections(Query query) {
        return switch (query) {
            case Query.OfSessions(var _, var sessions, var _) -> List.of(sessions);
            case Query.OfPeople(var _, var people) ->
                people.onStageIn() == null ? List.of() : List.of(people.onStageIn());
            case Query.Probably(var _, var inner) -> selections(inner);
            case Query.Either(var queries) ->
                queries.stream().flatMap(each -> selections(each).stream()).toList();
            case Query.Apart(var one, var other) -> List.of(one, other);
            case Query.Longer(var one, var other) -> List.of(one, other);
            case Query.Clash(var one, var other, var _) -> List.of(one, other);
            case Query.DaysWithout _,
                    Query.OfEvent _,
                    Query.OfFact _,
                    Query.Converted _,
                    Query.Stranger _,
                    Query.NoSuchKind _ -> List.of();
        };
    }

    /// What a relation in time refers to.
    private static List<Selection> anchors(Relation relation) {
        return switch (relation) {
            case Relation.Before(var anchor, var _) -> sessions(anchor);
            case Relation.After(var anchor, var _) -> sessions(anchor);
            case Relation.While(var anchor) -> sessions(anchor);
            case Relation.Between(var from, var to) ->
                Stream.concat(sessions(from).stream(), sessions(to).stream()).toList();
            case Relation.Anytime _,
                    Relation.Now _,
                    Relation.Next _,
                    Relation.ToCome _,
                    Relation.Previous _,
                    Relation.At _,
                    Relation.In _ -> List.of();
        };
    }

    private static List<Selection> sessions(Anchor anchor) {
        return switch (anchor) {
            case Anchor.Sessions(var sessions) -> List.of(sessions);
            case Anchor.Time _ -> List.of();
        };
    }

    /// Whether a selection means certain sessions, and not whatever is on at some time.
    private static boolean isNamed(Selection selection) {
        return switch (selection.relation()) {
            case Relation.Anytime _ -> !selection.isEverything();
            case Relation.Before _, Relation.After _, Relation.While _, Relation.Between _ ->
                !anchors(selection.relation()).isEmpty();
            case Relation.Now _,
                    Relation.Next _,
                    Relation.ToCome _,
                    Relation.Previous _,
                    Relation.At _,
                    Relation.In _ -> false;
        };
    }

    /// "Invited talk 5 (Matthieu Wyart, 14:30) is cancelled, as the organizers said at 14:52. In its place: Open
    /// discussion, 14:30 to 15:00."
    static String told(Cancelled cancelled, Programme version) {
        var session = cancelled.session();
        var details = Stream.concat(
                        version.peopleOf(session).stream().map(ProgrammePerson::name),
                        Stream.of(session.start().toString()))
                .collect(Collectors.joining(", "));
        return session.title() + " (" + details + ") is cancelled, as the organizers said at "
                + version.timeAtVenue(cancelled.said()) + ". " + instead(cancelled, version);
    }

    private static String instead(Cancelled cancelled, Programme version) {
        var id = cancelled.instead();
        return Optional.ofNullable(id)
                .flatMap(version::session)
                .map(other -> {
                    var people = version.peopleOf(other).stream()
                            .map(ProgrammePerson::name)
                            .collect(Collectors.joining(", "));
                    return "In its place: " + other.title() + ", " + other.start()
                            + (other.end() == null ? "" : " to " + other.end())
                            + (people.isEmpty() ? "." : ", with " + people + ".");
                })
                .orElse("Nothing takes its place.");
    }
}
