package coffeebreak.bot.answers;

import coffeebreak.bot.answers.Query.OfPeople;
import coffeebreak.bot.answers.Query.People;
import coffeebreak.bot.answers.Query.Selection;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Words what is asked about people.
final class PeopleWording {
    private static final int MOST_NAMES = 45;

    private final Programme programme;
    private final Evaluator evaluator;
    private final Phrases say;
    private final SessionWording sessions;

    PeopleWording(Evaluator evaluator, Phrases say, SessionWording sessions) {
        this.programme = evaluator.programme();
        this.evaluator = evaluator;
        this.say = say;
        this.sessions = sessions;
    }

    Worded people(OfPeople query) {
        var selected = query.selected();
        var people = evaluator.people(selected);
        return switch (query.field()) {
            case WHETHER -> whether(selected, people);
            case HOW_MANY -> howMany(selected, people);
            case WHO, AFFILIATION, CONTACT, ABOUT -> {
                if (people.isEmpty()) {
                    var rows = selected.onStageIn() == null ? List.<Row>of() : evaluator.rows(selected.onStageIn());
                    yield rows.isEmpty() ? Worded.known("Nobody in the programme.") : sessions.nobody(rows);
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
            return Worded.known(relevant.stream().map(this::introduction).collect(Collectors.joining("\n")));
        }
        return Worded.known(named(relevant));
    }

    private String introduction(ProgrammePerson person) {
        var rows = evaluator.rows(Selection.everything().withPeople(List.of(person.id())));
        return "%s: %s.%s%s"
                .formatted(
                        person.introduced(),
                        roles(person),
                        rows.isEmpty()
                                ? ""
                                : " "
                                        + rows.stream()
                                                .map(row -> "%s at %s".formatted(row.title(), say.time(row, null)))
                                                .collect(Collectors.joining(", "))
                                        + ".",
                        person.about() == null ? "" : " " + person.about());
    }

    static String roles(ProgrammePerson person) {
        return person.roles().isEmpty()
                ? "in the programme"
                : person.roles().stream().map(Role::words).collect(Collectors.joining(", "));
    }

    private static String named(List<ProgrammePerson> people) {
        var many = people.size() > 10;
        var names = people.stream()
                .limit(MOST_NAMES)
                .map(person -> many ? person.name() : person.introduced())
                .collect(Collectors.joining(", "));
        return people.size() > MOST_NAMES ? names + " and " + (people.size() - MOST_NAMES) + " more." : names + ".";
    }

    private Worded affiliations(List<ProgrammePerson> people) {
        return Worded.known(people.stream()
                .map(person -> person.affiliations().isEmpty()
                        ? person.name() + ": no affiliation is given."
                        : person.name() + ": " + person.affiliation() + ".")
                .collect(Collectors.joining("\n")));
    }

    private Worded contacts(List<ProgrammePerson> people) {
        var with = people.stream().filter(person -> person.email() != null).toList();
        if (with.isEmpty()) {
            return Worded.unknown("I don't know an address of %s that I may give out."
                    .formatted(people.stream()
                            .limit(Phrases.FEW)
                            .map(ProgrammePerson::name)
                            .collect(Collectors.joining(", "))));
        }
        return Worded.known("You can write to "
                + with.stream()
                        .map(person -> "%s (%s)".formatted(person.name(), person.email()))
                        .collect(Collectors.joining(", "))
                + ".");
    }

    private Worded about(List<ProgrammePerson> people) {
        var with = people.stream().filter(person -> person.about() != null).toList();
        if (with.isEmpty()) {
            return Worded.unknown("I don't know what %s works on: the programme gives only the name and %s."
                    .formatted(people.getFirst().name(), people.getFirst().affiliation()));
        }
        return Worded.known(
                with.stream().map(person -> String.valueOf(person.about())).collect(Collectors.joining("\n")));
    }

    private Worded howMany(People selected, List<ProgrammePerson> people) {
        return Worded.known(
                people.isEmpty()
                        ? "None that the programme names."
                        : people.size() > 10
                                ? "%d that the programme names.".formatted(people.size())
                                : "%d: %s".formatted(people.size(), named(people)));
    }

    private Worded whether(People selected, List<ProgrammePerson> people) {
        var all = evaluator.people(People.of(selected.ids()));
        var lines = new ArrayList<String>();
        for (var person : all) {
            lines.add((people.contains(person) ? "Yes: " : "No: ") + introduction(person));
        }
        return Worded.known(String.join("\n", lines));
    }
}
