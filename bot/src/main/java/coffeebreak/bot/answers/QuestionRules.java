package coffeebreak.bot.answers;

import coffeebreak.bot.answers.Query.Anchor;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Reads a question that stands by itself.
final class QuestionRules {
    private final Marked said;
    private final SelectionRules select;
    private final Programme programme;
    private final List<String> people;
    private final List<Set<Role>> roles;
    private final Set<String> institutions;

    QuestionRules(Marked said, SelectionRules select) {
        this.said = said;
        this.select = select;
        this.programme = said.programme();
        this.people = said.people();
        this.roles = said.roles(said.marks());
        this.institutions = said.institutions();
    }

    /// What the question asks; empty where no rule fits or the one that fits cannot read it.
    Optional<Query> query() {
        return rules().stream()
                .filter(rule -> rule.fits().getAsBoolean())
                .findFirst()
                .flatMap(rule -> rule.reads().get());
    }

    /// One way to read a question.
    ///
    /// @param fits  whether the words ask in this way; then no later rule is tried
    /// @param reads the query; empty where something of it is missing
    private record Rule(BooleanSupplier fits, Supplier<Optional<Query>> reads) {}

    /// The ways, the more special ones first.
    private List<Rule> rules() {
        return List.of(
                new Rule(
                        () -> said.marks().stream().anyMatch(mark -> mark.meaning() instanceof Meaning.Unknown),
                        this::stranger),
                new Rule(
                        () -> said.marks().stream().anyMatch(mark -> mark.meaning() instanceof Meaning.NoKind),
                        this::noSuchKind),
                new Rule(
                        () -> said.says("days|weeks")
                                && said.sees(Concept.UNTIL, Concept.REMAINING, Concept.BEFORE)
                                && said.sees(Concept.EVENT),
                        this::daysUntil),
                new Rule(() -> said.sees(Concept.UNTIL), this::until),
                new Rule(() -> said.sees(Concept.LONGER) && said.sees(Concept.THAN) && said.kinds(), this::longer),
                new Rule(this::asksWhatWasMissed, this::missed),
                new Rule(() -> said.sees(Concept.MISS, Concept.CLASH) || asksForTwoThings(), this::clash),
                new Rule(() -> apart().isPresent(), this::apart),
                new Rule(() -> said.sees(Concept.GAP), this::gaps),
                new Rule(
                        () -> said.sees(Concept.NOT) && said.says("days?") && (said.kinds() || !people.isEmpty()),
                        this::daysWithout),
                new Rule(
                        () -> said.sees(Concept.HOWMANY) && said.says("days?") && !said.kinds(),
                        () -> event(EventField.DAYS, Concept.HOWMANY)),
                new Rule(this::asksWhich, this::which),
                new Rule(() -> said.sees(Concept.TWICE) && !people.isEmpty(), this::twice),
                new Rule(this::asksForTotal, this::total),
                new Rule(() -> said.sees(Concept.HOWLONG) && said.says("still|left|more"), this::howMuchLonger),
                new Rule(() -> said.sees(Concept.REMAINING) && !said.sees(Concept.HOWLONG), this::remaining),
                new Rule(this::asksWhoDoesBoth, this::both),
                new Rule(() -> said.sees(Concept.HOWMANY), this::howMany),
                new Rule(() -> said.sees(Concept.HOWLONG), this::howLong),
                new Rule(this::asksForColleagues, this::colleagues),
                new Rule(
                        () -> said.institutionAsked()
                                || !institutions.isEmpty() && !said.sees(Concept.BEFORE, Concept.AFTER, Concept.WHILE),
                        this::affiliation),
                new Rule(() -> said.sees(Concept.MODERATOR, Concept.CHAIR) && people.isEmpty(), this::chairs),
                new Rule(() -> said.sees(Concept.CONTACT) && (!people.isEmpty() || !roles.isEmpty()), this::contact),
                new Rule(() -> said.sees(Concept.ZONE), () -> event(EventField.ZONE, Concept.ZONE)),
                new Rule(this::asksForConversion, this::converted),
                new Rule(this::asksForDate, this::date),
                new Rule(() -> said.sees(Concept.WHERE), this::where),
                new Rule(() -> said.sees(Concept.EXCEPT), this::except),
                new Rule(
                        () -> said.sees(Concept.NOT)
                                && !said.whether()
                                && (said.sees(Concept.MENTORSHIP) || !roles.isEmpty()),
                        this::negative),
                new Rule(
                        () -> !people.isEmpty()
                                && (said.sees(Concept.ABOUT, Concept.TITLE)
                                        || said.sees(Concept.SHOW) && said.sees(Concept.WHAT)),
                        this::aboutSomebody),
                new Rule(() -> said.titled() && said.sees(Concept.TITLE, Concept.ABOUT), this::onTopic),
                new Rule(() -> said.kinds() && (said.sees(Concept.TITLE) || said.trailingAbout()), this::title),
                new Rule(() -> said.sees(Concept.CHANGE) && (said.kinds() || !people.isEmpty()), this::changed),
                new Rule(() -> said.whether() || said.tagged(), this::yesOrNo),
                new Rule(() -> said.sees(Concept.END) && ended().isPresent(), this::ended),
                new Rule(
                        () -> (said.sees(Concept.WHO, Concept.WHOIS)
                                        || !said.sees(Concept.WHEN, Concept.START, Concept.WHAT, Concept.LIST))
                                && who().isPresent(),
                        this::who),
                new Rule(() -> said.sees(Concept.WHEN, Concept.START, Concept.DATE), this::when),
                new Rule(
                        () -> !roles.isEmpty()
                                && !said.kinds()
                                && people.isEmpty()
                                && !said.timed()
                                && said.sees(Concept.LIST, Concept.WHAT),
                        () -> Optional.of(whoHas())),
                new Rule(
                        () -> !people.isEmpty()
                                && !said.kinds()
                                && !said.timed()
                                && !said.sees(Concept.SPEAK)
                                && said.sees(Concept.WHAT),
                        () -> Optional.of(new OfPeople(PersonField.WHO, People.of(people)))),
                new Rule(this::namesSessions, this::what),
                new Rule(
                        () -> said.sees(Concept.SCHEDULE),
                        () -> Optional.of(sessions(SessionField.LIST, Selection.everything()))));
    }

    // --- lengths, counts, what is left --------------------------------------------------------------------------

    private Optional<Query> daysUntil() {
        said.has(Concept.UNTIL, Concept.REMAINING, Concept.HOWMANY);
        return Optional.of(new Query.OfEvent(EventField.DAYS_UNTIL));
    }

    private Optional<Query> until() {
        said.has(Concept.UNTIL);
        var selection = said.says("again") ? select.whole().with(new Relation.Next()) : select.whole();
        return Optional.of(
                said.sees(Concept.END)
                        ? sessions(SessionField.END, selection.names() ? selection : selection.with(new Relation.Now()))
                        : sessions(SessionField.UNTIL, selection));
    }

    private Optional<Query> longer() {
        said.has(Concept.LONGER, Concept.THAN, Concept.HOWMANY, Concept.HOWLONG);
        var than = said.index(said.marks(), Concept.THAN);
        return Optional.of(new Query.Longer(
                select.selection(said.marks().subList(0, than)),
                select.selection(said.marks().subList(than + 1, said.marks().size()))));
    }

    private Optional<Query> twice() {
        said.has(Concept.TWICE);
        return Optional.of(sessions(SessionField.TWICE, Selection.everything().withPeople(people)));
    }

    /// "How much break time is there in total", "how many hours of talks".
    private boolean asksForTotal() {
        return said.kinds()
                && (said.sees(Concept.TOTAL)
                                && (said.sees(Concept.HOWLONG) || said.says("time") && said.sees(Concept.HOWMANY))
                        || said.sees(Concept.HOWMANY) && said.says("time")
                        || said.sees(Concept.HOWLONG) && said.says("hours|minutes") && said.says("of"))
                && !said.sees(Concept.REMAINING);
    }

    private Optional<Query> total() {
        said.has(Concept.TOTAL, Concept.HOWLONG, Concept.HOWMANY);
        return Optional.of(sessions(SessionField.TOTAL, select.whole()));
    }

    private Optional<Query> remaining() {
        said.has(Concept.REMAINING, Concept.HOWMANY);
        var selection = select.selection(said.marks());
        if (said.says("time|minutes?|longer|long")) {
            return Optional.of(sessions(SessionField.END, selection.with(new Relation.Now())));
        }
        return Optional.of(sessions(
                said.sees(Concept.HOWMANY) ? SessionField.HOW_MANY : SessionField.LIST,
                selection.with(new Relation.ToCome())));
    }

    private Optional<Query> howMany() {
        // "How much is the dinner" asks for its price, "how many questions" for no sessions.
        if (said.says("much") || said.says("can|could|may|fit|allowed") || !countsWhatIsNamed()) {
            return Optional.empty();
        }
        said.has(Concept.HOWMANY, Concept.TOTAL);
        if (said.sees(Concept.PERSONWORD) && said.kinds() && roles.isEmpty()) {
            return Optional.of(new OfPeople(PersonField.HOW_MANY, People.onStage(select.whole())));
        }
        // How many posters there are is not how many poster sessions.
        if (said.says("posters?") && !said.says("sessions?")) {
            return Optional.empty();
        }
        if (!roles.isEmpty() && !said.kinds() && said.plural()) {
            return Optional.of(new OfPeople(
                    PersonField.HOW_MANY, new People(List.of(), roles, Set.of(), institutions, List.of(), null, null)));
        }
        if ((said.kinds() || said.sees(Concept.SESSION)) && roles.isEmpty() && people.isEmpty()) {
            return Optional.of(sessions(SessionField.HOW_MANY, select.whole()));
        }
        return said.kinds() && said.sees(Concept.PANELIST) && roles.size() == 1
                ? Optional.of(new OfPeople(
                        PersonField.HOW_MANY,
                        new People(List.of(), roles, Set.of(), institutions, List.of(), null, null)))
                : Optional.empty();
    }

    /// Whether what stands behind "how many" is what is counted.
    private boolean countsWhatIsNamed() {
        var counted = said.index(said.marks(), Concept.HOWMANY) + 1;
        return counted >= said.marks().size()
                || !(said.marks().get(counted).is(Concept.SPEAK)
                        || said.marks().get(counted).is(Concept.TITLE)
                        || said.marks().get(counted).meaning() instanceof Meaning.Number);
    }

    private Optional<Query> howLong() {
        said.has(Concept.HOWLONG, Concept.TOTAL);
        var selection = select.whole();
        // "How long does it last" asks for no last session.
        if (selection.place() == -1
                && (!selection.names() || said.words().getLast().text().equals("last"))) {
            selection = selection.withPlace(0);
        }
        return selection.names() || said.timed() || !selection.numbers().isEmpty() || said.sees(Concept.EVENT)
                ? Optional.of(sessions(SessionField.HOW_LONG, selection))
                : Optional.empty();
    }

    /// "How long does lunch still take?"
    private Optional<Query> howMuchLonger() {
        said.has(Concept.HOWLONG, Concept.REMAINING);
        var selection = select.selection(said.marks());
        return Optional.of(sessions(SessionField.END, selection.with(new Relation.Now())));
    }

    /// "How long is the break between closing and dinner?"
    private Optional<Query> apart() {
        var between = said.index(said.marks(), Concept.BETWEEN);
        if (between < 0 || !said.sees(Concept.GAP, Concept.HOWLONG, Concept.HOWMANY)) {
            return Optional.empty();
        }
        if (!said.sees(Concept.GAP, Concept.HOWLONG) && !said.says("time|minutes|hours")) {
            return Optional.empty();
        }
        return select.whole().relation()
                                instanceof Relation.Between(Anchor.Sessions(var one), Anchor.Sessions(var other))
                        && one.names()
                        && other.names()
                        && !one.kindsOnly().equals(other.kindsOnly())
                ? used(new Query.Apart(one, other), Concept.GAP, Concept.HOWLONG, Concept.HOWMANY)
                : Optional.empty();
    }

    private Optional<Query> used(Query query, Concept... concepts) {
        said.has(concepts);
        return Optional.of(query);
    }

    private Optional<Query> daysWithout() {
        said.has(Concept.NOT, Concept.DATE);
        return Optional.of(new Query.DaysWithout(select.selection(said.marks())));
    }

    /// "Is the dinner on Monday or Tuesday?", "is it Julia or Matthieu who speaks at two?"
    private boolean asksWhich() {
        var times = said.marks().stream()
                .filter(mark -> mark.meaning() instanceof Meaning.Clock
                        || mark.meaning() instanceof Meaning.Day
                        || mark.is(Concept.MORNING)
                        || mark.is(Concept.AFTERNOON)
                        || mark.is(Concept.EVENING))
                .count();
        return said.whether() && said.says("or") && (times > 1 && said.names() || people.size() > 1 && times > 0);
    }

    private Optional<Query> which() {
        if (people.size() > 1) {
            return Optional.of(sessions(
                    SessionField.WHO, select.whole().withPeople(List.of()).withSpoken()));
        }
        var untimed = said.marks().stream()
                .filter(mark -> !(mark.meaning() instanceof Meaning.Clock
                        || mark.meaning() instanceof Meaning.Day
                        || mark.is(Concept.MORNING)
                        || mark.is(Concept.AFTERNOON)
                        || mark.is(Concept.EVENING)))
                .toList();
        return Optional.of(sessions(SessionField.WHEN, select.selection(untimed)));
    }

    /// Stretches of the day without a session, or whether one is free then.
    private Optional<Query> gaps() {
        said.has(Concept.GAP, Concept.NOT);
        var selection = select.whole();
        // "A gap between the talks" is one between any two of them.
        var among = selection.relation() instanceof Relation.Between(Anchor.Sessions _, Anchor.Sessions _)
                ? Selection.everything().withDay(selection.day())
                : selection;
        return Optional.of(sessions(SessionField.GAPS, among));
    }

    // --- the event ----------------------------------------------------------------------------------------------

    private Optional<Query> event(EventField field, Concept asked) {
        said.has(asked, Concept.HOWLONG, Concept.TOTAL);
        return Optional.of(new Query.OfEvent(field));
    }

    /// "What is 2:30pm Tokyo time at the venue?": a time and a zone, and nothing of the programme.
    private boolean asksForConversion() {
        return said.zone() != null
                && said.timedByClock()
                && !said.kinds()
                && people.isEmpty()
                && roles.isEmpty()
                && said.says("venue|local|there|here")
                && said.sees(Concept.WHEN, Concept.WHAT, Concept.WHERE);
    }

    private Optional<Query> converted() {
        said.has(Concept.WHERE);
        return said.marks().stream()
                .filter(mark -> mark.meaning() instanceof Meaning.Clock)
                .findFirst()
                .flatMap(mark ->
                        mark.meaning() instanceof Meaning.Clock(var time, var _) && said.zone() instanceof ZoneId zone
                                ? Optional.of(new Query.Converted(time, zone))
                                : Optional.empty());
    }

    private boolean asksForDate() {
        return said.sees(Concept.DATE)
                && !said.sees(Concept.WHEN)
                && roles.isEmpty()
                && (!said.kinds() && people.isEmpty() || programme.days() == 1);
    }

    private Optional<Query> date() {
        said.has(Concept.DATE);
        if (select.selection(said.marks()).day() >= 0) {
            return Optional.of(sessions(SessionField.BEGIN, select.selection(said.marks())));
        }
        return said.kinds()
                        || !people.isEmpty()
                        || said.sees(Concept.EVENT, Concept.SCHEDULE, Concept.ITPRONOUN)
                        || said.marks().size() == 1
                ? Optional.of(new Query.OfEvent(EventField.DATE))
                : Optional.empty();
    }

    // --- people -------------------------------------------------------------------------------------------------

    private boolean asksForColleagues() {
        return !people.isEmpty()
                && (said.sees(Concept.SAME) && said.institutionAsked() || said.sees(Concept.COLLEAGUE));
    }

    private Optional<Query> colleagues() {
        said.has(Concept.SAME, Concept.COLLEAGUE, Concept.AFFILIATION);
        return Optional.of(
                new OfPeople(PersonField.WHO, new People(List.of(), roles, Set.of(), Set.of(), people, null, null)));
    }

    /// Who chairs or moderates: those with the role, where sessions are named those of them who are on stage there.
    private Optional<Query> chairs() {
        said.has(Concept.MODERATOR, Concept.CHAIR);
        var group = roles.stream()
                .filter(roles -> roles.contains(Role.MODERATOR) || roles.contains(Role.CHAIR))
                .toList();
        var stage = select.whole();
        var chairs = new OfPeople(
                said.sees(Concept.HOWMANY) ? PersonField.HOW_MANY : PersonField.WHO,
                new People(List.of(), group, Set.of(), institutions, List.of(), stage.names() ? stage : null, null));
        return programme.people().stream()
                        .anyMatch(person ->
                                group.stream().allMatch(some -> some.stream().anyMatch(person::is)))
                ? Optional.of(chairs)
                : Optional.empty();
    }

    private Optional<Query> contact() {
        said.has(Concept.CONTACT, Concept.HOWMANY, Concept.HOW);
        return Optional.of(new OfPeople(
                PersonField.CONTACT,
                new People(people, people.isEmpty() ? roles : List.of(), Set.of(), Set.of(), List.of(), null, null)));
    }

    /// "Which panelists also give a talk?"
    private boolean asksWhoDoesBoth() {
        return said.sees(Concept.ALSO, Concept.BOTH)
                && people.isEmpty()
                && !roles.isEmpty()
                && (said.kinds() || roles.size() > 1)
                && !said.sees(Concept.WHEN, Concept.TITLE, Concept.END, Concept.START);
    }

    private Optional<Query> both() {
        var field = said.has(Concept.HOWMANY) ? PersonField.HOW_MANY : PersonField.WHO;
        if (roles.size() > 1) {
            return Optional.of(
                    new OfPeople(field, new People(List.of(), roles, Set.of(), Set.of(), List.of(), null, null)));
        }
        var stage = select.selection(said.marks().stream()
                .filter(mark -> !(mark.meaning() instanceof Meaning.Idea(var idea) && Marked.ROLES.containsKey(idea)))
                .toList());
        return Optional.of(
                new OfPeople(field, new People(List.of(), roles, Set.of(), Set.of(), List.of(), stage, null)));
    }

    private Optional<Query> aboutSomebody() {
        if (said.has(Concept.TITLE) || said.sees(Concept.SHOW)) {
            said.has(Concept.ABOUT);
            return Optional.of(sessions(SessionField.TITLE, select.whole()));
        }
        said.has(Concept.ABOUT);
        return said.kinds() ? Optional.empty() : Optional.of(new OfPeople(PersonField.ABOUT, People.of(people)));
    }

    // --- sessions -----------------------------------------------------------------------------------------------

    /// "Who talks about mortar?", "is there a talk about tone?"
    private Optional<Query> onTopic() {
        said.has(Concept.TITLE, Concept.ABOUT);
        var field = said.sees(Concept.WHO, Concept.WHOIS)
                ? SessionField.WHO
                : said.sees(Concept.WHEN)
                        ? SessionField.WHEN
                        : said.sees(Concept.WHERE)
                                ? SessionField.WHERE
                                : said.whether() ? SessionField.WHETHER : SessionField.LIST;
        said.has(Concept.WHERE);
        return Optional.of(sessions(field, select.whole()));
    }

    private Optional<Query> title() {
        said.has(Concept.TITLE);
        var selection = select.whole();
        return programme.sessions().stream()
                        .anyMatch(session ->
                                selection.kinds().contains(session.kind().id())
                                        && session.kind().nature() == Kind.Nature.TALK)
                ? Optional.of(sessions(SessionField.TITLE, selection))
                : Optional.empty();
    }

    private Optional<Query> changed() {
        said.has(Concept.NOT, Concept.ALSO);
        return Optional.of(sessions(SessionField.CHANGED, select.whole().with(new Relation.Anytime())));
    }

    private Optional<Query> ended() {
        if (said.sees(Concept.ITPRONOUN) && !said.kinds() && people.isEmpty() && !said.sees(Concept.EVENT)) {
            return Optional.of(sessions(SessionField.END, Selection.everything().with(new Relation.Now())));
        }
        if (said.marks().stream().allMatch(mark -> mark.is(Concept.END) || mark.is(Concept.WHEN))) {
            return Optional.of(sessions(SessionField.END, Selection.everything()));
        }
        return said.kinds()
                        || !people.isEmpty()
                        || said.timed()
                        || said.sees(Concept.EVENT, Concept.SCHEDULE, Concept.NOW, Concept.SESSION)
                ? Optional.of(sessions(SessionField.END, select.whole()))
                : Optional.empty();
    }

    private Optional<Query> when() {
        said.has(Concept.DATE);
        if (said.kinds() && said.says("again")) {
            return Optional.of(
                    sessions(SessionField.WHEN, select.selection(said.marks()).with(new Relation.Next())));
        }
        var all = select.selection(said.marks());
        // "When does that start" needs something that was spoken of.
        if (said.says("that|those|these") && all.isEverything() && !said.sees(Concept.EVENT, Concept.SCHEDULE)) {
            return Optional.empty();
        }
        if ((said.sees(Concept.EVENT, Concept.SCHEDULE, Concept.START) || all.day() != -1)
                && !said.sees(Concept.SPEAK, Concept.SESSION, Concept.BEFORE, Concept.AFTER, Concept.BETWEEN)
                && roles.isEmpty()
                && all.withDay(-1).isEverything()) {
            return Optional.of(sessions(SessionField.BEGIN, all));
        }
        if (said.kinds()
                || !people.isEmpty()
                || !roles.isEmpty()
                || said.timed()
                || said.sees(Concept.SPEAK, Concept.SESSION)) {
            return Optional.of(sessions(SessionField.WHEN, select.whole()));
        }
        return said.zone() == null
                ? Optional.empty()
                : Optional.of(sessions(SessionField.BEGIN, Selection.everything()));
    }

    private boolean namesSessions() {
        return said.kinds()
                || !people.isEmpty()
                || said.timed()
                || said.sees(Concept.SESSION)
                        && !select.selection(said.marks()).numbers().isEmpty();
    }

    private Optional<Query> what() {
        // What somebody said is not in any programme.
        if (said.says("did") && said.says("say|said|tell")) {
            return Optional.empty();
        }
        said.has(Concept.HOWMANY);
        if (said.sees(Concept.WHILE)) {
            said.has(Concept.ELSE);
        }
        var selection = select.whole();
        var list = said.sees(Concept.LIST, Concept.SCHEDULE)
                || said.marks().stream()
                        .anyMatch(mark -> mark.meaning() instanceof Meaning.OfKind(var _, var _, var plural) && plural);
        return Optional.of(sessions(list ? SessionField.LIST : SessionField.WHAT, selection));
    }

    private boolean asksWhatWasMissed() {
        return said.sees(Concept.MISS)
                && said.sees(Concept.WHAT, Concept.WHO)
                && (!said.kinds() && people.isEmpty() || said.says("if|when|while"))
                && !said.sees(Concept.CLASH);
    }

    /// "What did I just miss?"
    private Optional<Query> missed() {
        said.has(Concept.MISS);
        if (said.names()) {
            var attended = select.selection(said.marks()).with(new Relation.Anytime());
            return Optional.of(sessions(
                    SessionField.LIST, Selection.everything().with(new Relation.While(new Anchor.Sessions(attended)))));
        }
        return Optional.of(sessions(
                said.sees(Concept.WHO) ? SessionField.WHO : SessionField.WHAT,
                Selection.everything().with(new Relation.Previous())));
    }

    /// Somebody who is not in the programme.
    private Optional<Query> stranger() {
        return said.marks().stream()
                .flatMap(mark -> mark.meaning() instanceof Meaning.Unknown(var name)
                        ? Stream.of(stranger(name, mark))
                        : Stream.empty())
                .findFirst();
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
                return Optional.of(new Query.NoSuchKind(kind, null));
            }
        }
        return Optional.empty();
    }

    /// "Can I see the keynote and the tutorial both?"
    private boolean asksForTwoThings() {
        return said.whether()
                && said.says("can|could")
                && said.says("i|we|one")
                && said.sees(Concept.BOTH)
                && said.names();
    }

    /// Whether two things are on at the same time, or any of many.
    private Optional<Query> clash() {
        said.has(Concept.MISS, Concept.CLASH, Concept.NOT, Concept.WHILE);
        if (!said.sees(Concept.MISS, Concept.CLASH)) {
            return clashOfNamed();
        }
        var at = said.index(said.marks(), Concept.MISS, Concept.CLASH);
        var before = select.selection(said.marks().subList(0, at));
        var after = select.selection(said.marks().subList(at + 1, said.marks().size()));
        var missing = said.marks().get(at).is(Concept.MISS);
        if (missing && after.names() && !before.names()) {
            return Optional.of(sessions(SessionField.MISSED, after));
        }
        if (before.names() && after.names()) {
            return Optional.of(new Query.Clash(before.withPlace(0), after, false));
        }
        return clashOfNamed();
    }

    /// "I want to see the panel and am in the second break: is there a clash?"
    private Optional<Query> clashOfNamed() {
        var named = said.marks().stream()
                .filter(mark -> mark.meaning() instanceof Meaning.OfKind
                        || mark.meaning() instanceof Meaning.Named
                        || mark.meaning() instanceof Meaning.Titled)
                .toList();
        if (named.size() < 2) {
            // "Do any talks overlap?"
            var all = select.selection(said.marks()).with(new Relation.Anytime());
            return people.isEmpty() ? Optional.of(new Query.Clash(all, all, false)) : Optional.empty();
        }
        var split = said.marks().indexOf(named.get(1));
        while (split > 1
                && said.marks().get(split - 1).meaning() instanceof Meaning.Idea(var idea)
                && Marked.PLACES.containsKey(idea)) {
            split--;
        }
        return Optional.of(new Query.Clash(
                select.selection(said.marks().subList(0, split)),
                select.selection(said.marks().subList(split, said.marks().size())),
                asksForTwoThings()));
    }

    private Optional<Query> affiliation() {
        said.has(Concept.AFFILIATION, Concept.WHERE, Concept.ELSE);
        // "Which organizers are not at NYU" is not understood rather than turned round.
        if (!institutions.isEmpty() && said.sees(Concept.NOT) && !said.whether()) {
            return Optional.empty();
        }
        said.has(Concept.NOT);
        if (said.sees(Concept.BEFORE, Concept.AFTER)
                && select.whole() instanceof Selection stage
                && !stage.isEverything()) {
            return Optional.of(new OfPeople(PersonField.AFFILIATION, People.onStage(stage.withSpoken())));
        }
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
        var chairs = roles.stream()
                .filter(group -> group.contains(Role.CHAIR) || group.contains(Role.MODERATOR))
                .toList();
        if (said.timed() || said.kinds()) {
            said.has(Concept.CHAIR, Concept.MODERATOR);
            return Optional.of(new OfPeople(
                    PersonField.AFFILIATION,
                    new People(List.of(), chairs, Set.of(), Set.of(), List.of(), select.whole(), null)));
        }
        if (said.sees(Concept.SPEAK)) {
            return Optional.of(new OfPeople(PersonField.AFFILIATION, People.onStage(select.whole())));
        }
        return roles.isEmpty()
                ? Optional.empty()
                : Optional.of(new OfPeople(
                        PersonField.AFFILIATION,
                        new People(List.of(), roles, Set.of(), Set.of(), List.of(), null, null)));
    }

    private Optional<Query> where() {
        said.has(Concept.WHERE);
        if (said.sees(Concept.CONTACT) && said.says("venue|place|location") && !said.names()) {
            return event(EventField.PLACE, Concept.CONTACT);
        }
        if (said.kinds() || !people.isEmpty() || said.timed() || said.sees(Concept.SPEAK, Concept.SESSION)) {
            return Optional.of(sessions(SessionField.WHERE, select.whole()));
        }
        return said.sees(Concept.EVENT, Concept.SCHEDULE, Concept.ITPRONOUN)
                        || said.marks().size() <= 2
                ? Optional.of(new Query.OfEvent(EventField.PLACE))
                : Optional.empty();
    }

    private Optional<Query> except() {
        said.has(Concept.EXCEPT);
        var at = said.index(said.marks(), Concept.EXCEPT);
        // "Besides lunch, what is there at noon?" names first what is left out.
        var end = at > 0 ? said.marks().size() : asked(at + 1);
        var left = said.marks().subList(at + 1, end);
        var kept = at > 0
                ? said.marks().subList(0, at)
                : said.marks().subList(end, said.marks().size());
        said.has(Concept.ELSE);
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

    /// Where from there on the question is asked.
    private int asked(int from) {
        for (var index = from; index < said.marks().size(); index++) {
            if (said.marks().get(index).meaning() instanceof Meaning.Idea(var idea)
                    && Set.of(Concept.WHAT, Concept.WHO, Concept.WHEN, Concept.WHERE, Concept.LIST)
                            .contains(idea)) {
                return index;
            }
        }
        return said.marks().size();
    }

    private Optional<Query> negative() {
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
            return Optional.of(
                    sessions(SessionField.LIST, select.selection(said.marks()).withMentorship(false)));
        }
        return Optional.empty();
    }

    private Optional<Query> yesOrNo() {
        if (said.says("full|free|booked|sold|taken")) {
            return Optional.empty();
        }
        said.has(Concept.NOT);
        if (said.sees(Concept.START, Concept.END)
                && people.isEmpty()
                && !said.timedByClock()
                && !said.sees(Concept.WHEN)
                && (said.sees(Concept.EVENT, Concept.ITPRONOUN, Concept.SCHEDULE)
                        || !said.kinds() && !said.sees(Concept.SPEAK))) {
            return Optional.of(sessions(SessionField.STARTED, Selection.everything()));
        }
        if (said.sees(Concept.START, Concept.END)
                && !said.says("served|shown|held|place|held")
                && (said.kinds() || !people.isEmpty())
                && !said.timedByClock()
                && !said.sees(Concept.WHEN, Concept.BEFORE, Concept.AFTER, Concept.BETWEEN)) {
            return Optional.of(sessions(SessionField.STARTED, select.selection(said.marks())));
        }
        if (!people.isEmpty() && !said.kinds() && !roles.isEmpty() && !said.timed()) {
            said.has(Concept.MODERATOR, Concept.CHAIR);
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
            return Optional.of(whoHas());
        }
        return Optional.empty();
    }

    private Query whoHas() {
        said.has(Concept.MODERATOR, Concept.CHAIR);
        return new OfPeople(PersonField.WHO, new People(List.of(), roles, Set.of(), Set.of(), List.of(), null, null));
    }

    private Optional<Query> who() {
        said.has(Concept.ELSE);
        var ceremony = ceremony();
        if (people.isEmpty() && !said.kinds() && said.sees(Concept.EVENT, Concept.SCHEDULE) && !ceremony.isEmpty()) {
            said.has(Concept.START, Concept.END);
            return Optional.of(sessions(SessionField.WHO, Selection.everything().withKinds(ceremony)));
        }
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
            return Optional.of(whoHas());
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

    /// "Who opens the symposium?": the kinds of session that are about opening or closing it.
    private Set<String> ceremony() {
        var id = said.says("opens?|opened|opening|welcomes?")
                ? "opening"
                : said.says("closes?|closed|closing") ? "closing" : "";
        return programme.sessions().stream()
                        .anyMatch(session -> session.kind().id().equals(id))
                ? Set.of(id)
                : Set.of();
    }

    private Query sessions(SessionField field, Selection selection) {
        return new OfSessions(field, selection, said.zone());
    }
}
