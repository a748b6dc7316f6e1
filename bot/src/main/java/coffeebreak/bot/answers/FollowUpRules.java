package coffeebreak.bot.answers;

import coffeebreak.bot.answers.Query.Anchor;
import coffeebreak.bot.answers.Query.OfPeople;
import coffeebreak.bot.answers.Query.OfSessions;
import coffeebreak.bot.answers.Query.People;
import coffeebreak.bot.answers.Query.PersonField;
import coffeebreak.bot.answers.Query.Relation;
import coffeebreak.bot.answers.Query.Selection;
import coffeebreak.bot.answers.Query.SessionField;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a question that goes on from the one before it.
final class FollowUpRules {
    private final Marked said;
    private final SelectionRules select;

    FollowUpRules(Marked said, SelectionRules select) {
        this.said = said;
        this.select = select;
    }

    boolean follows() {
        if (said.words().isEmpty()) {
            return false;
        }
        var first = said.words().getFirst().text();
        var marker = Set.of("and", "only", "no", "or", "but", "then", "ok", "also", "just")
                        .contains(first)
                || said.startsWith("what", "about")
                || said.startsWith("how", "about");
        var last = said.marks().isEmpty() ? null : said.marks().getLast();
        return marker
                || last != null && (last.is(Concept.AFTER) || last.is(Concept.BEFORE))
                || said.sees(Concept.HEPRONOUN)
                || said.sees(Concept.ELSE) && said.says("then")
                || said.sees(Concept.ITPRONOUN) && !said.fullSubject()
                || !said.subject();
    }

    Optional<Query> continued(Query context) {
        if (!said.noneUnexplained()
                || said.marks().stream()
                        .anyMatch(mark -> mark.meaning() instanceof Meaning.NoKind
                                || mark.meaning() instanceof Meaning.Unknown)) {
            return Optional.empty();
        }
        var person = said.sees(Concept.HEPRONOUN);
        if (said.fullSubject()
                && !person
                && (said.sees(Marked.PROJECTIONS.toArray(new Concept[0]))
                        || said.sees(Concept.AFTER, Concept.BEFORE))) {
            return Optional.empty();
        }
        // "How much is it" asks for a price.
        if (said.says("much") && !said.says("time|longer")) {
            return Optional.empty();
        }
        var added = select.whole();
        if (said.failed()) {
            return Optional.empty();
        }
        if (context instanceof OfSessions(var _, var before, var zone) && said.has(Concept.ELSE)) {
            // "Who else?" of the same sessions; "what else is on then?" at the same time.
            return Optional.of(
                    said.sees(Concept.WHO)
                            ? new OfSessions(SessionField.WHO, before.withPeople(java.util.List.of()), zone)
                            : new OfSessions(
                                    SessionField.LIST,
                                    Selection.everything().with(new Relation.While(new Anchor.Sessions(before))),
                                    zone));
        }
        var field = person && said.whether() && said.fullSubject() ? SessionField.WHETHER : field();
        var personal = personal();
        var query = switch (context) {
            case OfSessions(var before, var selection, var zone) -> {
                var merged = merged(selection, added);
                if (personal != null) {
                    yield Optional.<Query>of(new OfPeople(
                            personal, merged.people().isEmpty() ? People.onStage(merged) : People.of(merged.people())));
                }
                var moved = merged.relation() instanceof Relation.After(Anchor.Sessions(var of), var neighbour)
                        && neighbour
                        && of.equals(selection);
                yield Optional.<Query>of(new OfSessions(
                        field == null ? moved ? SessionField.WHAT : before : field,
                        merged,
                        said.zone() == null ? zone : said.zone()));
            }
            case OfPeople(var before, var people) -> {
                var ids = said.people();
                var next = ids.isEmpty() ? people : People.of(ids);
                var stage = next.onStageIn() == null ? Selection.everything().withPeople(next.ids()) : next.onStageIn();
                if (said.sees(Concept.BEFORE, Concept.AFTER) && !stage.isEverything()) {
                    yield Optional.<Query>of(new OfSessions(
                            field == null ? SessionField.WHO : field, merged(stage, added.withSpoken()), said.zone()));
                }
                if (personal != null || field == null && !ids.isEmpty()) {
                    yield Optional.<Query>of(new OfPeople(personal == null ? before : personal, next));
                }
                if (field != null && !next.ids().isEmpty()) {
                    yield Optional.<Query>of(new OfSessions(
                            field, merged(Selection.everything().withPeople(next.ids()), added), said.zone()));
                }
                if (field != null && next.onStageIn() != null) {
                    yield Optional.<Query>of(new OfSessions(field, merged(next.onStageIn(), added), said.zone()));
                }
                yield Optional.<Query>empty();
            }
            case Query.Probably(var _, var inner) -> continued(inner);
            case Query.Stranger _,
                    Query.OfFact _,
                    Query.OfEvent _,
                    Query.Longer _,
                    Query.Converted _,
                    Query.Either _,
                    Query.Apart _,
                    Query.DaysWithout _,
                    Query.Clash _,
                    Query.NoSuchKind _ -> Optional.<Query>empty();
        };
        said.has(Marked.PROJECTIONS.toArray(new Concept[0]));
        if (said.words().getFirst().text().equals("no")) {
            said.has(Concept.NOT);
        }
        return said.valid() ? query : Optional.empty();
    }

    private @Nullable PersonField personal() {
        if (said.has(Concept.AFFILIATION)
                || said.sees(Concept.WHERE)
                        && said.words().stream().anyMatch(word -> word.text().matches("from|work|based"))) {
            said.has(Concept.WHERE);
            return PersonField.AFFILIATION;
        }
        if (said.has(Concept.CONTACT)) {
            return PersonField.CONTACT;
        }
        if (said.sees(Concept.WHOIS)) {
            return PersonField.WHO;
        }
        return said.has(Concept.ABOUT) ? PersonField.ABOUT : null;
    }

    private @Nullable SessionField field() {
        if (said.has(Concept.UNTIL)) {
            return SessionField.UNTIL;
        }
        if (said.has(Concept.HOWLONG)) {
            return SessionField.HOW_LONG;
        }
        if (said.says("many") && said.has(Concept.HOWMANY)) {
            return SessionField.HOW_MANY;
        }
        if (said.has(Concept.WHERE)) {
            return SessionField.WHERE;
        }
        if (said.has(Concept.TITLE)) {
            return SessionField.TITLE;
        }
        if (said.sees(Concept.END)) {
            return SessionField.END;
        }
        if (said.sees(Concept.WHO)) {
            return SessionField.WHO;
        }
        if (said.sees(Concept.WHEN, Concept.START)) {
            return SessionField.WHEN;
        }
        return null;
    }

    /// The selection of before with what the follow-up adds or replaces.
    private Selection merged(Selection before, Selection added) {
        var renewed = added.names();
        var samePerson = said.sees(Concept.HEPRONOUN) && added.people().isEmpty();
        switch (added.relation()) {
            case Relation.Next _
            when !before.isEverything() -> {
                return added.with(new Relation.After(new Anchor.Sessions(before), true));
            }
            case Relation.Previous _
            when !before.isEverything() -> {
                return added.with(new Relation.Before(new Anchor.Sessions(before), true));
            }
            case Relation.After(Anchor.Sessions(var of), var neighbour)
            when !of.names() -> {
                return added.with(new Relation.After(new Anchor.Sessions(merged(before, of)), neighbour));
            }
            case Relation.Before(Anchor.Sessions(var of), var neighbour)
            when !of.names() -> {
                return added.with(new Relation.Before(new Anchor.Sessions(merged(before, of)), neighbour));
            }
            case Relation.Anytime _,
                    Relation.Now _,
                    Relation.Next _,
                    Relation.ToCome _,
                    Relation.Previous _,
                    Relation.At _,
                    Relation.In _,
                    Relation.Before _,
                    Relation.After _,
                    Relation.Between _,
                    Relation.While _ -> {}
        }
        return new Selection(
                renewed ? added.kinds() : before.kinds(),
                before.notKinds(),
                added.people().isEmpty() && (!renewed || samePerson) ? before.people() : added.people(),
                renewed ? added.ids() : before.ids(),
                renewed || !added.rooms().isEmpty() ? added.rooms() : before.rooms(),
                added.numbers().isEmpty() && !renewed && added.place() == 0 ? before.numbers() : added.numbers(),
                added.place() == 0 && !renewed ? before.place() : added.place(),
                added.part() == null ? before.part() : added.part(),
                added.day() == -1 ? before.day() : added.day(),
                before.spoken() && !renewed || added.spoken(),
                added.mentorship() == null && !renewed ? before.mentorship() : added.mentorship(),
                added.relation() instanceof Relation.Anytime && !renewed ? before.relation() : added.relation());
    }
}
