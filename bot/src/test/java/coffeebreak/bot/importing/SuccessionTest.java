package coffeebreak.bot.importing;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.programme.Kind;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Role;
import coffeebreak.bot.programme.Session;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is the same in two programmes. `s04` and `s11` are the coffee breaks at 10:30 and 15:00.
class SuccessionTest {

    private final Programme inForce = YamlProgramme.builtIn();
    private final List<Session> sessions = new ArrayList<>();
    private final List<ProgrammePerson> people = new ArrayList<>();

    @ParameterizedTest(name = "breaks at {0} are {1}")
    @CsvSource({
        "10:30 15:00, s04 s11",
        "10:45 15:15, s04 s11",
        "10:30 12:00 15:00, s04 new s11",
        "09:45 10:30 15:00, new s04 s11",
        "15:20, s11",
        "10:00, s04",
        "11:00 13:00 14:50 17:00, s04 new s11 new"
    })
    void breaksThatLookAlikeAreToldApartByTheirOrderAndTheirTimes(String starts, String ids) {
        for (var start : starts.split(" ")) {
            reads("Coffee Break", "coffee_break", start);
        }

        assertThat(taken(false).breaks())
                .extracting(each -> inForce.session(each.id()).isPresent() ? each.id() : "new")
                .containsExactly(ids.split(" "));
    }

    @Test
    void aTitleThatMovedIsTheSameThing() {
        reads("Lunch Break", "lunch", "13:15");

        assertThat(taken(false).sessions().getFirst().id()).isEqualTo("s07");
    }

    @Test
    void aThingOfTheSameSortAtTheSameTimeIsTheSameUnderAnotherTitle() {
        reads("Lunch on the terrace", "lunch", "12:30");

        assertThat(taken(false).sessions().getFirst().id()).isEqualTo("s07");
    }

    @Test
    void aTalkIsKnownByWhoGivesIt() {
        people.add(person("j-kempe", "J. Kempe", Role.INVITED_SPEAKER));
        reads("What data teach us", "invited_talk", "16:10", "j-kempe");

        var succession = Succession.of(inForce, read(), false);

        var talk = succession.programme().sessions().getFirst();
        assertThat(talk.id()).isEqualTo("s09");
        assertThat(talk.people()).containsExactly("kempe");
        assertThat(succession.remarks())
                .extracting(Remark::what)
                .containsExactly("\"J. Kempe\" is taken for Julia Kempe, who is known already.");
    }

    @Test
    void aTableDoesNotTakeAwayWhatItDoesNotSpeakOf() {
        people.add(person("kempe-julia", "Julia Kempe", Role.INVITED_SPEAKER));
        reads("Coffee Break", "coffee_break", "10:30");

        var taken = taken(false);

        assertThat(taken.facts()).isEqualTo(inForce.facts());
        assertThat(taken.topics()).isEqualTo(inForce.topics());
        assertThat(taken.name()).isEqualTo(inForce.name());
        assertThat(taken.person("kempe").orElseThrow().about())
                .isEqualTo(inForce.person("kempe").orElseThrow().about());
        assertThat(taken.withRole(Role.ORGANIZER)).hasSameSizeAs(inForce.withRole(Role.ORGANIZER));
    }

    @Test
    void ourOwnFormatSaysAllThereIs() {
        reads("Coffee Break", "coffee_break", "10:30");

        var taken = taken(true);

        assertThat(taken.facts()).isEmpty();
        assertThat(taken.people()).isEmpty();
        assertThat(taken.name()).isEqualTo("Read");
    }

    @Test
    void nothingNewComesToMeanWhatIsGone() {
        sessions.add(session("s11", "Closing", "closing", "18:00"));

        var taken = taken(true);

        assertThat(taken.sessions().getFirst().id()).isEqualTo("s11-2");
    }

    @Test
    void theSameDayAgainDiffersInNothing() {
        var again = Succession.of(inForce, inForce, true);

        assertThat(again.programme().sessions()).isEqualTo(inForce.sessions());
        assertThat(ProgrammeDifference.between(inForce, again.programme()).isNone())
                .isTrue();
    }

    @Test
    void aDifferenceTellsWhatMovedAndWhatIsNewAndGone() {
        sessions.addAll(inForce.sessions().stream()
                .filter(each -> !each.id().equals("s14") && !each.id().equals("s11"))
                .toList());
        people.addAll(inForce.people());
        reads("Coffee Break", "coffee_break", "15:10");
        reads("Walk", "social", "18:00");

        var difference = ProgrammeDifference.between(inForce, taken(false));

        assertThat(difference.added()).extracting(Session::title).containsExactly("Walk");
        assertThat(difference.removed()).extracting(Session::id).containsExactly("s14");
        assertThat(difference.moved()).extracting(pair -> pair.is().id()).containsExactly("s11");
        assertThat(difference.movedBreaks()).containsExactly("s11");
        assertThat(difference.lostBreaks()).isEmpty();
        assertThat(difference.arrived()).isEmpty();
    }

    private Programme taken(boolean whole) {
        return Succession.of(inForce, read(), whole).programme();
    }

    private Programme read() {
        return new Programme(
                "Read",
                "Read",
                1,
                false,
                null,
                null,
                null,
                List.of(),
                sessions.stream()
                        .sorted(java.util.Comparator.comparing(Session::start))
                        .toList(),
                people,
                List.of(),
                inForce.institutions());
    }

    private void reads(String title, String kind, String start, String... on) {
        sessions.add(session("read-" + sessions.size(), title, kind, start, on));
    }

    private static Session session(String id, String title, String kind, String start, String... on) {
        var begins = LocalTime.parse(start);
        var sort = Kind.usual(kind).orElseThrow();
        return new Session(
                id,
                title,
                sort,
                0,
                begins,
                begins.plusMinutes(30),
                true,
                1,
                List.of(on),
                List.of(),
                sort.nature() == Kind.Nature.COFFEE,
                null,
                null,
                null);
    }

    private static ProgrammePerson person(String id, String name, Role role) {
        return new ProgrammePerson(id, name, List.of(), Set.of(role), List.of(), null, null, List.of());
    }
}
