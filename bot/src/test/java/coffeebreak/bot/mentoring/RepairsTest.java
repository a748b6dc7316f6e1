package coffeebreak.bot.mentoring;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.mentoring.Scene.ORGANIZER;
import static coffeebreak.bot.mentoring.Scene.mentor;
import static coffeebreak.bot.mentoring.Scene.person;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.organizing.AuditTrail;
import coffeebreak.bot.organizing.Office;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What happens to a table whose mentor cancels, offers fewer seats, or is replaced.
class RepairsTest {

    private static final Person JEREMY = person("cohen");
    private static final Person JULIA = person("kempe");
    private static final List<String> NAMES = List.of("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal");

    private final Scene scene = new Scene()
            .offering(
                    mentor("cohen", 4, Set.of(AFTERNOON), "Flatiron Institute", "loss landscapes"),
                    mentor("kempe", 6, Set.of(AFTERNOON), "NYU", "scaling laws"));
    private final Office office = new Office(scene);
    private List<Person> withJeremy = List.of();

    @BeforeEach
    void fourSitWithEach() {
        NAMES.forEach(scene::signUp);
        scene.publish();
        withJeremy = at("cohen");
        assertThat(withJeremy).hasSize(4);
        assertThat(at("kempe")).hasSize(4);
        scene.itIs("14:50");
        scene.news();
    }

    /// Scenario 28.
    @Test
    void whenAMentorCancelsOnlyTheOrganizersReadWhoWouldGoWhere() {
        cancels();

        assertThat(scene.headlines()).allMatch(line -> line.startsWith("U-cohen"));
        assertThat(readBy(ORGANIZER))
                .singleElement()
                .asString()
                .contains("Jeremy Cohen can't host Coffee Break 2")
                .contains("4 people would have come. Nobody at the table has been told.")
                .contains("If none of you confirms, I do this at 14:53:")
                .contains(": Julia Kempe, Coffee Break 2")
                .contains("[Do it]");
        assertThat(at("cohen")).isEqualTo(withJeremy);
    }

    /// Scenario 28.
    @Test
    void oncePressedOnlyThoseAtTheTableMoveAndEachGetsOneMessage() {
        var withJulia = at("kempe");
        var before = scene.mentoring.plan().seats().stream()
                .filter(seat -> withJulia.contains(seat.mentee()))
                .toList();
        cancels();
        scene.news();

        assertThat(presses()).contains("4 people of Jeremy Cohen's table have another place.");

        var news = scene.news();
        for (var person : withJeremy) {
            assertThat(posts(news, person)).as("new messages to " + person).isEqualTo(1);
        }
        // The others read in the message they have who sits with them now.
        assertThat(withJulia).allMatch(person -> posts(news, person) == 0);
        assertThat(scene.mentoring.plan().seats())
                .filteredOn(seat -> withJulia.contains(seat.mentee()))
                .containsExactlyElementsOf(before);
        assertThat(posts(news, JULIA)).isZero();
        assertThat(at("cohen")).isEmpty();
        assertThat(at("kempe")).hasSize(6).containsAll(withJulia);
        assertThat(old(news))
                .allMatch(words -> words.contains("Jeremy Cohen can't come after all, so this seat")
                        && words.contains("My newer message says what you have instead."));
        assertThat(readBy(ORGANIZER))
                .singleElement()
                .asString()
                .contains("have another place")
                .doesNotContain("[Do it]");
    }

    @Test
    void aSecondPressDoesNothingMore() {
        cancels();
        presses();
        scene.news();

        assertThat(presses()).contains("That is done already");
        assertThat(scene.news()).isEmpty();
    }

    @Test
    void aMentorWhoComesAfterAllKeepsTheirTable() {
        cancels();
        scene.hosting.hear(JEREMY, new ChatIntent.HostBreak("", true));

        assertThat(presses()).contains("That is done already");
        minutesPass(4);
        assertThat(at("cohen")).isEqualTo(withJeremy);
    }

    @Test
    void anOrganizerSpeaksForAMentorWhoWritesToNobodyAndTheSameFollows() {
        assertThat(office.types(ORGANIZER, "mentors absent cohen"))
                .contains("Is Jeremy Cohen absent from Coffee Break 2? 4 people have a place there.")
                .contains("[Is absent]");
        assertThat(readBy(ORGANIZER)).isEmpty();

        assertThat(office.presses(ORGANIZER, new ChatIntent.SpeakForMentor("cohen", List.of(AFTERNOON), false)))
                .contains("Jeremy Cohen does not host Coffee Break 2.")
                .contains("other places for the 4 people who would have come. Nobody at the table was told yet.")
                .contains("[Comes after all]");
        assertThat(readBy(ORGANIZER)).singleElement().asString().contains("Jeremy Cohen can't host Coffee Break 2");
        assertThat(at("cohen")).isEqualTo(withJeremy);

        assertThat(office.presses(ORGANIZER, new ChatIntent.SpeakForMentor("cohen", List.of(AFTERNOON), true)))
                .contains("Jeremy Cohen hosts Coffee Break 2.");
        minutesPass(4);
        assertThat(at("cohen")).isEqualTo(withJeremy);

        office.presses(ORGANIZER, new ChatIntent.SpeakForMentor("cohen", List.of(AFTERNOON), false));
        minutesPass(4);
        assertThat(at("cohen")).isEmpty();
        assertThat(office.types(ORGANIZER, "mentors back Cohen afternoon"))
                .contains("Does Jeremy Cohen host Coffee Break 2 after all?");
    }

    @Test
    void whoeverIsTakenForPresentAgainHostsNoBreakTheyHadDeclined() {
        var busy = new Scene()
                .offering(
                        mentor("cohen", 4, Set.of(MORNING, AFTERNOON), "Flatiron Institute"),
                        mentor("kempe", 6, Set.of(AFTERNOON), "NYU"));
        busy.hosting.hear(JEREMY, new ChatIntent.HostBreak(MORNING, false));
        busy.itIs("09:00");
        var desk = new Office(busy);
        NAMES.forEach(busy::signUp);
        busy.publish();

        assertThat(desk.types(ORGANIZER, "mentors absent cohen")).contains("absent from Coffee Break 2?");
        desk.presses(ORGANIZER, new ChatIntent.SpeakForMentor("cohen", List.of(AFTERNOON), false));
        assertThat(desk.types(ORGANIZER, "mentors back cohen")).contains("host Coffee Break 2 after all?");
        desk.presses(ORGANIZER, new ChatIntent.SpeakForMentor("cohen", List.of(), true));

        assertThat(busy.lineup.byId("cohen").orElseThrow().inForce().breaks()).containsExactly(AFTERNOON);
    }

    @Test
    void aDeputyIsCalledByNameWhenTheyAreAbsent() {
        scene.hosting.hear(JEREMY, new ChatIntent.NameDeputy("Tim Roith"));
        office.presses(ORGANIZER, new ChatIntent.AgreeToDeputy("cohen"));

        assertThat(office.types(ORGANIZER, "mentors absent cohen"))
                .contains("Is Tim Roith (for Jeremy Cohen) absent from Coffee Break 2?");
    }

    @Test
    void whereItIsNotPlainForWhomOrWhenAnOrganizerSpeaksNothingIsDone() {
        assertThat(office.types(ORGANIZER, "mentors absent")).contains("Say who, for example");
        assertThat(office.types(ORGANIZER, "mentors absent Curie")).contains("No mentor is called \"Curie\"");
        assertThat(office.types(ORGANIZER, "mentors absent Cohen in the evening"))
                .contains("\"the evening\" is none of the breaks with mentors, which are: Coffee Break 1 (10:30)");
        assertThat(office.types(ORGANIZER, "mentors absent Cohen in break 1"))
                .contains("Jeremy Cohen was asked for no such break that is still to come.");
        assertThat(office.types(JULIA, "mentors absent Cohen")).contains("Only organizers can do that");
        assertThat(scene.mentoring.plan().tables()).allMatch(table -> table.capacity() > 0);
        assertThat(readBy(ORGANIZER)).isEmpty();
    }

    /// Scenario 29.
    @Test
    void whenNobodyConfirmsItHappensByItselfAndIsWrittenDown() {
        cancels();
        minutesPass(2);
        assertThat(at("cohen")).isEqualTo(withJeremy);

        minutesPass(1);
        minutesPass(1);

        assertThat(at("cohen")).isEmpty();
        assertThat(at("kempe")).hasSize(6);
        assertThat(written())
                .containsExactly("nobody: reseat cohen: by default, as nobody confirmed within 3 minutes (apply): "
                        + "4 people of Jeremy Cohen's table have another place.");
        assertThat(presses()).contains("That is done already");
    }

    /// Scenario 29.
    @Test
    void theOtherDefaultGivesNobodyASeatWithAnotherMentor() {
        var settings = new HostSettings(null, Duration.ofMinutes(3), HostSettings.Unconfirmed.PEERS);
        var repairs = scene.repairs(settings);
        cancels();
        scene.clock.advance(Duration.ofMinutes(3));

        repairs.look();

        assertThat(at("kempe")).hasSize(4);
        assertThat(withJeremy)
                .allMatch(person -> !scene.mentoring.plan().peers().of(person).isEmpty());
        assertThat(scene.mentoring.plan().standby().get(AFTERNOON)).startsWith(withJeremy.toArray(Person[]::new));
        assertThat(written()).singleElement().asString().contains("(peers)");
    }

    @Test
    void whatIsDoneIsWhatIsBestWhenItIsDone() {
        cancels();
        scene.mentoring.decline(at("kempe").getFirst(), "");
        scene.mentoring.withdraw(withJeremy.getFirst());

        presses();

        assertThat(at("kempe")).hasSize(6).containsAll(withJeremy.subList(1, 4));
    }

    @Test
    void nobodyMovesUpToATableWhoseMentorDoesNotCome() {
        cancels();
        scene.mentoring.decline(withJeremy.getFirst(), "");

        assertThat(at("cohen")).isEqualTo(withJeremy.subList(1, 4));
    }

    /// Scenario 30.
    @Test
    void withFewerSeatsThoseSeatedFirstStayAndTheOthersGoElsewhere() {
        scene.hosting.hear(JEREMY, new ChatIntent.OfferSeats(1));

        assertThat(at("cohen")).containsExactly(withJeremy.getFirst());
        assertThat(at("kempe")).hasSize(6);
        assertThat(scene.mentoring.plan().standby().get(AFTERNOON)).hasSize(1).allMatch(withJeremy::contains);
        for (var person : withJeremy.subList(1, 4)) {
            assertThat(posts(scene.owed, person))
                    .as("new messages to " + person)
                    .isEqualTo(1);
        }
        assertThat(posts(scene.owed, withJeremy.getFirst())).isZero();
    }

    @Test
    void withMoreSeatsTheFirstInLineMoveUp() {
        scene.hosting.hear(JEREMY, new ChatIntent.OfferSeats(1));
        scene.hosting.hear(JEREMY, new ChatIntent.OfferSeats(2));

        assertThat(at("cohen")).hasSize(1);
        assertThat(scene.mentoring.plan().tables().getFirst().capacity()).isEqualTo(2);
    }

    /// Scenario 34.
    @Test
    void aDeputyIsAgreedToByAnOrganizerAndMessagesAreEditedNotRepeated() {
        assertThat(Aloud.read(scene.hosting
                        .hear(JEREMY, new ChatIntent.NameDeputy("Tim Roith"))
                        .orElseThrow()))
                .contains("I have asked the organizers whether Tim Roith may take your table.");
        assertThat(readBy(ORGANIZER))
                .singleElement()
                .asString()
                .contains("May Tim Roith take the table of Jeremy Cohen?")
                .contains("[Agree]");
        assertThat(scene.news()).isEmpty();

        office.presses(ORGANIZER, new ChatIntent.AgreeToDeputy("cohen"));

        var news = scene.news();
        assertThat(news).allMatch(notice -> notice.content() instanceof Notice.Content.Edit);
        assertThat(news).extracting(Notice::to).containsAll(withJeremy);
        assertThat(Aloud.read(news.getFirst().content().message()))
                .contains("You sit with Tim Roith (for Jeremy Cohen)");
        assertThat(at("cohen")).isEqualTo(withJeremy);
        assertThat(readBy(ORGANIZER)).singleElement().asString().contains("Tim Roith takes the table of Jeremy Cohen.");
    }

    /// Scenario 35.
    @Test
    void ofAMentorWhoIsNotInSlackOrganizersGetTheCardsAsTextAndToBePrintedAndGuestsLookForASign() {
        scene.hosting.hear(JEREMY, new ChatIntent.NameDeputy("Tim Roith"));
        office.presses(ORGANIZER, new ChatIntent.AgreeToDeputy("cohen"));

        assertThat(office.types(ORGANIZER, "mentors")).contains("[Show the cards] [Cards as PDF]");
        assertThat(office.presses(ORGANIZER, new ChatIntent.ShowCards("cohen", false)))
                .contains("Your table in Coffee Break 2: 4 people")
                .contains("Ana, ");
        assertThat(office.presses(ORGANIZER, new ChatIntent.ShowCards("cohen", true)))
                .contains("file: cards-cohen.pdf");
        assertThat(office.presses(JULIA, new ChatIntent.ShowCards("cohen", false)))
                .contains("Only organizers can do that");
        assertThat(scene.owed)
                .filteredOn(notice -> withJeremy.contains(notice.to()))
                .last()
                .satisfies(notice -> assertThat(Aloud.read(notice.content().message()))
                        .contains("Tim Roith (for Jeremy Cohen) is not in Slack. Look for the sign"));
    }

    @Test
    void onlyOrganizersCarryOutRepairs() {
        cancels();

        assertThat(office.presses(JULIA, new ChatIntent.Reseat("cohen"))).contains("Only organizers can do that");
        assertThat(at("cohen")).isEqualTo(withJeremy);
    }

    private void cancels() {
        scene.hosting.hear(JEREMY, new ChatIntent.HostBreak(AFTERNOON, false));
    }

    private String presses() {
        return office.presses(ORGANIZER, new ChatIntent.Reseat("cohen"));
    }

    private static String read(Reply reply) {
        return Aloud.read(reply);
    }

    private void minutesPass(int minutes) {
        scene.clock.advance(Duration.ofMinutes(minutes));
        scene.repairs.look();
    }

    private List<Person> at(String mentor) {
        var plan = scene.mentoring.plan();
        var people = new ArrayList<Person>();
        plan.table(mentor + "@" + AFTERNOON).stream()
                .flatMap(table -> plan.at(table).stream())
                .forEach(seat -> people.add(seat.mentee()));
        return people;
    }

    private static int posts(List<Notice> news, Person person) {
        return (int) news.stream()
                .filter(notice -> notice.to().equals(person) && notice.content() instanceof Notice.Content.Post)
                .count();
    }

    /// What stands now where those read of their seat with Jeremy.
    private List<String> old(List<Notice> news) {
        return news.stream()
                .filter(notice -> withJeremy.contains(notice.to()) && notice.content() instanceof Notice.Content.Edit)
                .map(notice -> Aloud.read(notice.content().message()))
                .toList();
    }

    private List<String> readBy(Person who) {
        return scene.outbox.waiting().stream()
                .filter(notice -> notice.to().equals(who))
                .map(notice -> Aloud.read(notice.content().message()))
                .toList();
    }

    private List<String> written() {
        return scene.audit.latest(10).stream()
                .filter(entry -> entry.act().startsWith("reseat"))
                .map((AuditTrail.Entry entry) -> entry.who().id() + ": " + entry.act() + ": " + entry.outcome())
                .toList();
    }
}
