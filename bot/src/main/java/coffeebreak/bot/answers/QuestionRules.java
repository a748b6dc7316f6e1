package coffeebreak.bot.answers;

import coffeebreak.bot.answers.Query.EventField;
import coffeebreak.bot.answers.Query.OfPeople;
import coffeebreak.bot.answers.Query.OfSessions;
import coffeebreak.bot.answers.Query.People;
import coffeebreak.bot.answers.Query.PersonField;
import coffeebreak.bot.answers.Query.Relation;
import coffeebreak.bot.answers.Query.Selection;
import coffeebreak.bot.answers.Query.SessionField;
import coffeebreak.bot.programme.Kind;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a question that stands by itself.
final class QuestionRules {
    private final Marked said;
    private final SelectionRules select;
    private final Programme programme;

    QuestionRules(Marked said, SelectionRules select) {
        this.said = said;
        this.select = select;
        this.programme = said.programme();
    }

    Optional<Query> query() {
        for (var mark : said.marks()) {
            if (mark.meaning() instanceof Meaning.Unknown(var name)) {
                return Optional.of(stranger(name, mark));
            }
        }
        if (said.marks().stream().anyMatch(mark -> mark.meaning() instanceof Meaning.NoKind)) {
            return noSuchKind();
        }
        var roles = said.roles(said.marks());
        var people = said.people();
        var institutions = said.institutions();

        if (said.sees(Concept.UNTIL)) {
            said.has(Concept.UNTIL);
            var selection = select.whole();
            if (said.sees(Concept.END)) {
                return Optional.of(
                        sessions(SessionField.END, selection.names() ? selection : selection.with(new Relation.Now())));
            }
            return Optional.of(sessions(SessionField.UNTIL, selection));
        }
        if (said.sees(Concept.LONGER) && said.sees(Concept.THAN) && said.kinds()) {
            said.has(Concept.LONGER, Concept.THAN, Concept.HOWMANY, Concept.HOWLONG);
            var than = said.index(said.marks(), Concept.THAN);
            return Optional.of(new Query.Longer(
                    select.selection(said.marks().subList(0, than)),
                    select.selection(said.marks().subList(than + 1, said.marks().size()))));
        }
        if (said.sees(Concept.MISS, Concept.CLASH)) {
            return clash();
        }
        if (said.sees(Concept.TWICE) && !people.isEmpty()) {
            said.has(Concept.TWICE);
            return Optional.of(
                    sessions(SessionField.TWICE, Selection.everything().withPeople(people)));
        }
        if (said.sees(Concept.TOTAL)
                && said.sees(Concept.HOWLONG, Concept.HOWMANY)
                && said.kinds()
                && (said.sees(Concept.HOWLONG)
                        || said.words().stream().anyMatch(word -> word.text().equals("time")))) {
            said.has(Concept.TOTAL, Concept.HOWLONG, Concept.HOWMANY);
            return Optional.of(sessions(SessionField.TOTAL, select.selection(said.marks())));
        }
        if (said.sees(Concept.HOWMANY)) {
            said.has(Concept.HOWMANY, Concept.TOTAL);
            if (said.words().stream().anyMatch(word -> word.text().equals("time")) && said.kinds()) {
                return Optional.of(sessions(SessionField.TOTAL, select.selection(said.marks())));
            }
            if (said.sees(Concept.PERSONWORD) && said.kinds() && roles.isEmpty()) {
                return Optional.of(new OfPeople(PersonField.HOW_MANY, People.onStage(select.whole())));
            }
            // How many posters there are is not how many poster sessions.
            if (said.words().stream().anyMatch(word -> word.text().matches("posters?"))
                    && said.words().stream().noneMatch(word -> word.text().matches("sessions?"))) {
                return Optional.empty();
            }
            if (!roles.isEmpty() && !said.kinds() && said.plural()) {
                return Optional.of(new OfPeople(
                        PersonField.HOW_MANY,
                        new People(List.of(), roles, Set.of(), institutions, List.of(), null, null)));
            }
            return (said.kinds() || said.sees(Concept.SESSION)) && roles.isEmpty() && people.isEmpty()
                    ? Optional.of(sessions(SessionField.HOW_MANY, select.whole()))
                    : said.kinds() && said.sees(Concept.PANELIST) && roles.size() == 1
                            ? Optional.of(new OfPeople(
                                    PersonField.HOW_MANY,
                                    new People(List.of(), roles, Set.of(), institutions, List.of(), null, null)))
                            : Optional.empty();
        }
        if (said.sees(Concept.REMAINING) && !said.sees(Concept.HOWLONG)) {
            said.has(Concept.REMAINING, Concept.HOWMANY);
            var selection = select.selection(said.marks());
            if (said.words().stream().noneMatch(word -> word.text().matches("time|minutes?|longer|long"))) {
                return Optional.of(sessions(SessionField.LIST, selection.with(new Relation.ToCome())));
            }
            return Optional.of(sessions(SessionField.END, selection.with(new Relation.Now())));
        }
        if (said.sees(Concept.HOWLONG)) {
            said.has(Concept.HOWLONG, Concept.TOTAL);
            var selection = select.whole();
            if (selection.place() == -1 && !selection.names()) {
                selection = selection.withPlace(0);
            }
            if (selection.place() == -1 && said.words().getLast().text().equals("last")) {
                selection = selection.withPlace(0);
            }
            return selection.names() || said.timed() || !selection.numbers().isEmpty() || said.sees(Concept.EVENT)
                    ? Optional.of(sessions(SessionField.HOW_LONG, selection))
                    : Optional.empty();
        }
        if (said.sees(Concept.SAME) && !people.isEmpty() && said.institutionAsked()) {
            said.has(Concept.SAME, Concept.AFFILIATION);
            return Optional.of(new OfPeople(
                    PersonField.WHO, new People(List.of(), roles, Set.of(), Set.of(), people, null, null)));
        }
        if (said.institutionAsked() || !institutions.isEmpty()) {
            said.has(Concept.AFFILIATION, Concept.WHERE, Concept.NOT, Concept.ELSE);
            return affiliation(people, roles, institutions);
        }
        if (said.sees(Concept.CONTACT) && (!people.isEmpty() || !roles.isEmpty())) {
            said.has(Concept.CONTACT, Concept.HOWMANY, Concept.HOW);
            return Optional.of(new OfPeople(
                    PersonField.CONTACT,
                    new People(
                            people, people.isEmpty() ? roles : List.of(), Set.of(), Set.of(), List.of(), null, null)));
        }
        if (said.sees(Concept.ZONE)) {
            said.has(Concept.ZONE);
            return Optional.of(new Query.OfEvent(EventField.ZONE));
        }
        if (said.sees(Concept.DATE)
                && !said.sees(Concept.WHEN)
                && roles.isEmpty()
                && (!said.kinds() && people.isEmpty() || programme.days() == 1)) {
            said.has(Concept.DATE);
            return said.kinds()
                            || !people.isEmpty()
                            || said.sees(Concept.EVENT, Concept.SCHEDULE, Concept.ITPRONOUN)
                            || said.marks().size() == 1
                    ? Optional.of(new Query.OfEvent(EventField.DATE))
                    : Optional.empty();
        }
        if (said.sees(Concept.WHERE)) {
            said.has(Concept.WHERE);
            return where(people);
        }
        if (said.sees(Concept.EXCEPT)) {
            return except(roles);
        }
        if (said.sees(Concept.NOT) && !said.whether() && (said.sees(Concept.MENTORSHIP) || !roles.isEmpty())) {
            return negative(roles);
        }
        if (!people.isEmpty() && (said.sees(Concept.ABOUT) || said.sees(Concept.TITLE))) {
            if (said.has(Concept.TITLE)) {
                said.has(Concept.ABOUT);
                return Optional.of(sessions(SessionField.TITLE, select.whole()));
            }
            said.has(Concept.ABOUT);
            return said.kinds()
                    ? Optional.empty()
                    : Optional.of(new OfPeople(
                            PersonField.ABOUT,
                            new People(people, List.of(), Set.of(), Set.of(), List.of(), null, null)));
        }
        if ((said.sees(Concept.TITLE) || said.trailingAbout()) && said.kinds()) {
            said.has(Concept.TITLE);
            var selection = select.whole();
            return programme.sessions().stream()
                            .anyMatch(session ->
                                    selection.kinds().contains(session.kind().id())
                                            && session.kind().nature() == Kind.Nature.TALK)
                    ? Optional.of(sessions(SessionField.TITLE, selection))
                    : Optional.empty();
        }
        if (said.sees(Concept.CHANGE) && (said.kinds() || !people.isEmpty())) {
            said.has(Concept.NOT, Concept.ALSO);
            var selection = select.whole();
            return Optional.of(sessions(SessionField.CHANGED, selection.with(new Relation.Anytime())));
        }
        if (said.whether() || said.tagged()) {
            return yesOrNo(people, roles);
        }
        if (said.sees(Concept.END)
                && said.sees(Concept.ITPRONOUN)
                && !said.kinds()
                && people.isEmpty()
                && !said.sees(Concept.EVENT)) {
            return Optional.of(sessions(SessionField.END, Selection.everything().with(new Relation.Now())));
        }
        if (said.sees(Concept.END)
                && said.marks().stream().allMatch(mark -> mark.is(Concept.END) || mark.is(Concept.WHEN))) {
            return Optional.of(sessions(SessionField.END, Selection.everything()));
        }
        if (said.sees(Concept.END)
                && (said.kinds()
                        || !people.isEmpty()
                        || said.sees(Concept.EVENT, Concept.SCHEDULE, Concept.NOW, Concept.SESSION)
                        || said.timed())) {
            return Optional.of(sessions(SessionField.END, select.whole()));
        }
        if (said.sees(Concept.WHO, Concept.WHOIS)
                || !said.sees(Concept.WHEN, Concept.START, Concept.WHAT, Concept.LIST)) {
            var who = who(people, roles);
            if (who.isPresent()) {
                return who;
            }
        }
        if (said.sees(Concept.WHEN, Concept.START, Concept.DATE)) {
            said.has(Concept.DATE);
            if (said.kinds()
                    || !people.isEmpty()
                    || !roles.isEmpty()
                    || said.timed()
                    || said.sees(Concept.SPEAK, Concept.SESSION)) {
                return Optional.of(sessions(SessionField.WHEN, select.whole()));
            }
            return said.sees(Concept.EVENT, Concept.SCHEDULE, Concept.START) || said.zone() != null
                    ? Optional.of(
                            sessions(SessionField.WHEN, Selection.everything().withPlace(1)))
                    : Optional.empty();
        }
        if (roles.size() >= 1
                && !said.kinds()
                && people.isEmpty()
                && !said.timed()
                && said.sees(Concept.LIST, Concept.WHAT)) {
            return Optional.of(whoHas(roles));
        }
        if (!people.isEmpty()
                && !said.kinds()
                && !said.timed()
                && !said.sees(Concept.SPEAK)
                && said.sees(Concept.WHAT)) {
            return Optional.of(new OfPeople(PersonField.WHO, People.of(people)));
        }
        if (said.kinds()
                || !people.isEmpty()
                || said.timed()
                || !select.selection(said.marks()).numbers().isEmpty() && said.sees(Concept.SESSION)) {
            said.has(Concept.HOWMANY);
            var selection = select.whole();
            var list = said.sees(Concept.LIST, Concept.SCHEDULE)
                    || said.marks().stream()
                            .anyMatch(mark ->
                                    mark.meaning() instanceof Meaning.OfKind(var _, var _, var plural) && plural);
            return Optional.of(sessions(list ? SessionField.LIST : SessionField.WHAT, selection));
        }
        if (said.sees(Concept.SCHEDULE)) {
            return Optional.of(sessions(SessionField.LIST, Selection.everything()));
        }
        return Optional.empty();
    }

    private Query stranger(String name, Mark mark) {
        var others = new ArrayList<>(said.marks());
        others.remove(mark);
        Query beside = null;
        var selection = select.selection(others.stream()
                .filter(other ->
                        !(other.meaning() instanceof Meaning.Unknown) && !(other.meaning() instanceof Meaning.NoKind))
                .toList());
        var few = selection.names()
                && programme.sessions().stream()
                        .noneMatch(session -> session.kind().nature() == Kind.Nature.TALK
                                && selection.kinds().contains(session.kind().id()));
        if (selection.relation() instanceof Relation.At || few) {
            beside = new OfSessions(SessionField.WHAT, selection, null);
        }
        said.useAll();
        return new Query.Stranger(name, beside);
    }

    private Optional<Query> noSuchKind() {
        for (var mark : said.marks().reversed()) {
            if (mark.meaning() instanceof Meaning.NoKind(var kind)) {
                said.has(Concept.NOT, Concept.WHERE, Concept.HOWLONG, Concept.HOWMANY, Concept.UNTIL, Concept.TITLE);
                return Optional.of(new Query.NoSuchKind(kind));
            }
        }
        return Optional.empty();
    }

    private Optional<Query> clash() {
        said.has(Concept.MISS, Concept.CLASH, Concept.NOT);
        var at = said.index(said.marks(), Concept.MISS, Concept.CLASH);
        var before = select.selection(said.marks().subList(0, at));
        var after = select.selection(said.marks().subList(at + 1, said.marks().size()));
        var missing = said.marks().get(at).is(Concept.MISS);
        if (missing && after.names() && !before.names()) {
            return Optional.of(sessions(SessionField.MISSED, after));
        }
        if (before.names() && after.names()) {
            return Optional.of(new Query.Clash(before.withPlace(0), after));
        }
        // "I want to see the panel and am in the second break: is there a clash?"
        var named = said.marks().stream()
                .filter(mark -> mark.meaning() instanceof Meaning.OfKind
                        || mark.meaning() instanceof Meaning.Named
                        || mark.meaning() instanceof Meaning.Titled)
                .toList();
        if (named.size() < 2) {
            return Optional.empty();
        }
        var split = said.marks().indexOf(named.get(1));
        while (split > 1
                && said.marks().get(split - 1).meaning() instanceof Meaning.Idea(var idea)
                && Marked.PLACES.containsKey(idea)) {
            split--;
        }
        return Optional.of(new Query.Clash(
                select.selection(said.marks().subList(0, split)),
                select.selection(said.marks().subList(split, said.marks().size()))));
    }

    private Optional<Query> affiliation(List<String> people, List<Set<Role>> roles, Set<String> institutions) {
        if (!people.isEmpty()) {
            return Optional.of(new OfPeople(
                    institutions.isEmpty() ? PersonField.AFFILIATION : PersonField.WHETHER,
                    new People(people, List.of(), Set.of(), institutions, List.of(), null, null)));
        }
        if (!institutions.isEmpty()) {
            if (said.kinds() || said.sees(Concept.WHEN, Concept.START)) {
                var who = new People(
                        List.of(),
                        List.of(),
                        Set.of(),
                        institutions,
                        List.of(),
                        select.selection(said.marks().stream()
                                .filter(mark -> !(mark.meaning() instanceof Meaning.Institute))
                                .toList()),
                        null);
                return Optional.of(new OfPeople(PersonField.WHO, who));
            }
            return said.sees(Concept.WHO, Concept.WHOIS, Concept.PERSONWORD, Concept.SPEAK, Concept.LIST, Concept.WHAT)
                            || !roles.isEmpty()
                            || said.whether()
                    ? Optional.of(new OfPeople(
                            PersonField.WHO,
                            new People(List.of(), roles, Set.of(), institutions, List.of(), null, null)))
                    : Optional.empty();
        }
        if (said.sees(
                        Concept.FIRST,
                        Concept.LAST,
                        Concept.SECOND,
                        Concept.THIRD,
                        Concept.FOURTH,
                        Concept.FIFTH,
                        Concept.NOW,
                        Concept.NEXT)
                || said.kinds()) {
            return Optional.of(new OfPeople(PersonField.AFFILIATION, People.onStage(select.whole())));
        }
        return roles.isEmpty()
                ? Optional.empty()
                : Optional.of(new OfPeople(
                        PersonField.AFFILIATION,
                        new People(List.of(), roles, Set.of(), Set.of(), List.of(), null, null)));
    }

    private Optional<Query> where(List<String> people) {
        if (said.kinds() || !people.isEmpty() || said.timed() || said.sees(Concept.SPEAK, Concept.SESSION)) {
            return Optional.of(sessions(SessionField.WHERE, select.whole()));
        }
        return said.sees(Concept.EVENT, Concept.SCHEDULE, Concept.ITPRONOUN)
                        || said.marks().size() <= 2
                ? Optional.of(new Query.OfEvent(EventField.PLACE))
                : Optional.empty();
    }

    private Optional<Query> except(List<Set<Role>> roles) {
        said.has(Concept.EXCEPT);
        var at = said.index(said.marks(), Concept.EXCEPT);
        var kept = said.marks().subList(0, at);
        var left = said.marks().subList(at + 1, said.marks().size());
        var leftOut = select.selection(left);
        var keptRoles = said.roles(kept);
        var leftRoles = said.roles(left);
        if (!keptRoles.isEmpty() && !leftRoles.isEmpty()) {
            var not = new HashSet<Role>();
            leftRoles.forEach(not::addAll);
            return Optional.of(new OfPeople(
                    PersonField.WHO, new People(List.of(), keptRoles, not, Set.of(), List.of(), null, null)));
        }
        if (leftOut.kinds().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(sessions(SessionField.LIST, select.selection(kept).without(leftOut.kinds())));
    }

    private Optional<Query> negative(List<Set<Role>> roles) {
        said.has(Concept.NOT);
        var at = said.index(said.marks(), Concept.NOT);
        var keptRoles = said.roles(said.marks().subList(0, at));
        var leftRoles = said.roles(said.marks().subList(at + 1, said.marks().size()));
        if (!keptRoles.isEmpty() && !leftRoles.isEmpty()) {
            var not = new HashSet<Role>();
            leftRoles.forEach(not::addAll);
            return Optional.of(new OfPeople(
                    PersonField.WHO, new People(List.of(), keptRoles, not, Set.of(), List.of(), null, null)));
        }
        var leftOut = select.selection(said.marks().subList(at + 1, said.marks().size()));
        if (!keptRoles.isEmpty() && leftOut.names()) {
            return Optional.of(new OfPeople(
                    PersonField.WHO, new People(List.of(), keptRoles, Set.of(), Set.of(), List.of(), null, leftOut)));
        }
        if (said.sees(Concept.MENTORSHIP)) {
            var selection = select.selection(said.marks());
            return Optional.of(sessions(
                    SessionField.LIST,
                    new Selection(
                            selection.kinds(),
                            selection.notKinds(),
                            selection.people(),
                            selection.ids(),
                            selection.numbers(),
                            selection.place(),
                            selection.part(),
                            selection.day(),
                            selection.spoken(),
                            false,
                            selection.relation())));
        }
        return Optional.empty();
    }

    private Optional<Query> yesOrNo(List<String> people, List<Set<Role>> roles) {
        said.negated();
        if (said.sees(Concept.START, Concept.END)
                && people.isEmpty()
                && !said.timedByClock()
                && !said.sees(Concept.WHEN)
                && (said.sees(Concept.EVENT, Concept.ITPRONOUN, Concept.SCHEDULE)
                        || !said.kinds() && !said.sees(Concept.SPEAK))) {
            return Optional.of(sessions(SessionField.STARTED, Selection.everything()));
        }
        if (said.sees(Concept.START, Concept.END)
                && (said.kinds() || !people.isEmpty())
                && !said.timedByClock()
                && !said.sees(Concept.WHEN, Concept.BEFORE, Concept.AFTER, Concept.BETWEEN)) {
            return Optional.of(sessions(SessionField.STARTED, select.selection(said.marks())));
        }
        if (!people.isEmpty() && !said.kinds() && !roles.isEmpty() && !said.timed()) {
            return Optional.of(new OfPeople(
                    PersonField.WHETHER, new People(people, roles, Set.of(), Set.of(), List.of(), null, null)));
        }
        if (said.sees(Concept.WHEN, Concept.WHO) && said.sees(Concept.WHEN) && (said.kinds() || !people.isEmpty())) {
            return Optional.of(sessions(SessionField.WHEN, select.whole()));
        }
        var placed = said.sees(Concept.FIRST, Concept.LAST) && !said.sees(Concept.SESSION, Concept.THING);
        if (said.kinds() || said.timed() && !placed || said.sees(Concept.SPEAK)) {
            return Optional.of(sessions(SessionField.WHETHER, select.whole()));
        }
        if (!roles.isEmpty() && people.isEmpty()) {
            return Optional.of(whoHas(roles));
        }
        return Optional.empty();
    }

    private Query whoHas(List<Set<Role>> roles) {
        said.has(Concept.MODERATOR, Concept.CHAIR);
        return new OfPeople(PersonField.WHO, new People(List.of(), roles, Set.of(), Set.of(), List.of(), null, null));
    }

    private Optional<Query> who(List<String> people, List<Set<Role>> roles) {
        said.has(Concept.ELSE);
        var speakerRoles = roles.stream()
                .filter(group -> group.stream().anyMatch(role -> role != Role.MENTOR && role.onStage()))
                .toList();
        if (!people.isEmpty() && !said.kinds() && !said.timed()) {
            return said.sees(Concept.WHEN)
                    ? Optional.empty()
                    : Optional.of(new OfPeople(
                            roles.isEmpty() || said.sees(Concept.WHO, Concept.WHOIS)
                                    ? PersonField.WHO
                                    : PersonField.WHETHER,
                            new People(people, List.of(), Set.of(), Set.of(), List.of(), null, null)));
        }
        if (roles.stream()
                .anyMatch(group -> programme.people().stream()
                        .noneMatch(person -> group.stream().anyMatch(person::is)))) {
            return Optional.empty();
        }
        if (people.isEmpty()
                && !roles.isEmpty()
                && !said.timed()
                && (!said.kinds() || said.sees(Concept.MENTORSHIP) && roles.contains(Set.of(Role.MENTOR)))) {
            return Optional.of(whoHas(roles));
        }
        if (!said.sees(Concept.WHO, Concept.WHOIS) && speakerRoles.isEmpty()) {
            return Optional.empty();
        }
        if (said.kinds() || said.timed() || said.sees(Concept.SPEAK) || !speakerRoles.isEmpty()) {
            var selection = select.whole();
            return Optional.of(sessions(
                    SessionField.WHO,
                    selection.names() && !said.sees(Concept.SPEAK)
                                    || selection.kinds().size() > 0
                            ? selection
                            : selection.withSpoken()));
        }
        return Optional.empty();
    }

    private Query sessions(SessionField field, Selection selection) {
        return new OfSessions(field, selection, said.zone());
    }
}
