package coffeebreak.bot.answers;

import coffeebreak.bot.answers.Query.OfPeople;
import coffeebreak.bot.answers.Query.People;
import coffeebreak.bot.answers.Query.Selection;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Words what is asked about people.
final class PeopleWording {
    private static final int MOST_NAMES = 45;
    private static final int MANY = 10;

    private final Programme programme;
    private final Evaluator evaluator;
    private final Phrases say;
    private final Sentences in;
    private final SessionWording sessions;

    PeopleWording(Evaluator evaluator, Phrases say, SessionWording sessions) {
        this.programme = evaluator.programme();
        this.evaluator = evaluator;
        this.say = say;
        this.in = say.in();
        this.sessions = sessions;
    }

    Worded people(OfPeople query) {
        var selected = query.selected();
        var people = evaluator.people(selected);
        return switch (query.field()) {
            case WHETHER -> whether(selected, people);
            case HOW_MANY ->
                Worded.known(in.people(people.size(), people.isEmpty() || people.size() > MANY ? null : named(people)));
            case WHO, AFFILIATION, CONTACT, ABOUT -> {
                if (people.isEmpty()) {
                    var rows = selected.onStageIn() == null ? List.<Row>of() : evaluator.rows(selected.onStageIn());
                    yield rows.isEmpty() ? Worded.known(in.nobody()) : sessions.nobody(rows);
                }
                yield switch (query.field()) {
                    case AFFILIATION -> affiliations(people);
                    case CONTACT -> contacts(people);
                    case ABOUT -> about(people);
                    case WHO, WHETHER, HOW_MANY -> introductions(selected, people);
                };
            }
        };
    }

    private Worded introductions(People selected, List<ProgrammePerson> people) {
        // Those on stage first.
        var relevant =
                selected.institutions().isEmpty() && selected.colleaguesOf().isEmpty()
                        ? people
                        : people.stream()
                                .sorted(Comparator.comparing(
                                        person -> programme.sessionsOf(person).isEmpty()))
                                .toList();
        if (relevant.size() <= Phrases.FEW
                && selected.roles().isEmpty()
                && selected.notRoles().isEmpty()) {
            return introduced(
                    relevant, relevant.stream().map(this::introduction).collect(Collectors.joining("\n")));
        }
        return Worded.known(named(relevant));
    }

    private String introduction(ProgrammePerson person) {
        var rows = evaluator.rows(Selection.everything().withPeople(List.of(person.id())));
        return in.introduced(
                        person.introduced(),
                        in.roles(person.roles()),
                        rows.stream().map(say::titleAt).toList())
                + (person.about() == null ? "" : " " + person.about());
    }

    /// What people told about themselves is in English.
    private static Worded introduced(List<ProgrammePerson> people, String text) {
        return people.stream().allMatch(person -> person.about() == null)
                ? Worded.known(text)
                : Worded.knownInEnglish(text);
    }

    private String named(List<ProgrammePerson> people) {
        var names = people.stream()
                .limit(MOST_NAMES)
                .map(person -> people.size() > MANY ? person.name() : person.introduced())
                .toList();
        return in.names(names, people.size() - names.size());
    }

    private Worded affiliations(List<ProgrammePerson> people) {
        return Worded.known(people.stream()
                .map(person ->
                        in.affiliation(person.name(), person.affiliations().isEmpty() ? null : person.affiliation()))
                .collect(Collectors.joining("\n")));
    }

    private Worded contacts(List<ProgrammePerson> people) {
        var with = people.stream().filter(person -> person.email() != null).toList();
        if (with.isEmpty()) {
            return say.unknown(in.addressUnknown(in.listed(people.stream()
                    .limit(Phrases.FEW)
                    .map(ProgrammePerson::name)
                    .toList())));
        }
        return Worded.known(in.writeTo(in.listed(with.stream()
                .map(person -> "%s (%s)".formatted(person.name(), person.email()))
                .toList())));
    }

    private Worded about(List<ProgrammePerson> people) {
        var with = people.stream().filter(person -> person.about() != null).toList();
        if (with.isEmpty()) {
            return say.unknownInEnglish("I don't know what %s works on: the programme gives only the name and %s."
                    .formatted(people.getFirst().name(), people.getFirst().affiliation()));
        }
        return Worded.knownInEnglish(
                with.stream().map(person -> String.valueOf(person.about())).collect(Collectors.joining("\n")));
    }

    private Worded whether(People selected, List<ProgrammePerson> people) {
        var all = evaluator.people(People.of(selected.ids()));
        return introduced(
                all,
                all.stream()
                        .map(person ->
                                people.contains(person) ? in.yes(introduction(person)) : in.no(introduction(person)))
                        .collect(Collectors.joining("\n")));
    }
}
