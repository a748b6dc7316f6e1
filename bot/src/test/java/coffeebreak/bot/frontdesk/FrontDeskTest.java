package coffeebreak.bot.frontdesk;

import static coffeebreak.bot.mentoring.Scene.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.answers.Answers;
import coffeebreak.bot.answers.Nearness;
import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.Attachment;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Sought;
import coffeebreak.bot.feedback.Afterwards;
import coffeebreak.bot.feedback.InMemoryFeedbacks;
import coffeebreak.bot.feedback.Meetings;
import coffeebreak.bot.files.IcsFile;
import coffeebreak.bot.finding.Finding;
import coffeebreak.bot.finding.Library;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.notices.Contacts;
import coffeebreak.bot.notices.InMemoryContacts;
import coffeebreak.bot.notices.InMemoryOutbox;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.organizing.DeadLetters;
import coffeebreak.bot.organizing.InMemoryAppointed;
import coffeebreak.bot.organizing.InMemoryAuditTrail;
import coffeebreak.bot.organizing.InMemoryDeadLetters;
import coffeebreak.bot.organizing.Office;
import coffeebreak.bot.organizing.OrganizerHome;
import coffeebreak.bot.signup.Directory;
import coffeebreak.bot.signup.InMemoryAcquaintances;
import coffeebreak.bot.signup.InMemoryDrafts;
import coffeebreak.bot.signup.SignUp;
import coffeebreak.bot.signup.SignUpDeadline;
import coffeebreak.bot.signup.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Everything a person can do, from the words that come in to the words that go out.
class FrontDeskTest {

    private static final Person ANA = new Person("U-ana");
    private static final Person OLGA = new Person("U-olga");
    private static final Place DIRECT = new Place(Place.Kind.DIRECT, "D1", null, null, null, null);

    private final Scene scene =
            new Scene().offering(Scene.mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute", "loss landscapes"));
    private final InMemoryLimits limits = new InMemoryLimits();
    private final List<String> said = new ArrayList<>();
    private final List<Attachment> handedOver = new ArrayList<>();
    private final InMemoryDrafts drafts = new InMemoryDrafts(scene.clock, Duration.ofMinutes(30));
    private final InMemoryContacts contacts = new InMemoryContacts();
    private final InMemoryFeedbacks feedbacks = new InMemoryFeedbacks();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    /// These three are made with the desk.
    @SuppressWarnings("NullAway.Init")
    private Afterwards afterwards;

    @SuppressWarnings("NullAway.Init")
    private Leaving leaving;

    private final InMemoryAcquaintances marks = new InMemoryAcquaintances();
    private final StaleHomes stale = new StaleHomes();
    private final List<String> renewed = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Homes homes;

    private final InMemoryDeadLetters givenUp = new InMemoryDeadLetters();
    private int arrivals;
    private final FrontDesk desk = desk();

    private FrontDesk desk() {
        Directory directory = _ -> Optional.of(new Directory.Entry("Ana Example", Scene.VENUE, true));
        var deadline = new SignUpDeadline(() -> scene.programme, Optional.empty(), scene.clock);
        var signUp = new SignUp(
                () -> scene.programme,
                scene.profiles,
                drafts,
                directory,
                scene.interests,
                scene.clock,
                marks,
                new Consequences(() -> scene.programme, scene.mentoring, deadline),
                SignUp.USUAL_RETENTION_DAYS);
        var office = new Office(scene, contacts, feedbacks, audit);
        var library = new Library(scene.index, () -> scene.programme, () -> scene.mentors, List.of());
        library.follow();
        var day = new MyDay(() -> scene.programme, scene.mentoring, scene.profiles, directory, library, scene.clock);
        var avoiding = new Avoiding(scene.blocks, scene.profiles, scene.mentoring, _ -> true);
        var questions = new Questions(
                new Answers(() -> scene.programme, scene.clock, Nearness.none()),
                directory,
                Optional::empty,
                office.questions,
                _ -> {});
        leaving = new Leaving(
                signUp,
                avoiding,
                scene.mentoring,
                questions,
                scene.forbids,
                contacts,
                feedbacks,
                _ -> true,
                audit,
                new InMemoryAppointed(),
                scene.outbox,
                _ -> {},
                new InMemoryRemains());
        afterwards = new Afterwards(
                new Meetings(() -> scene.programme, scene.mentoring, scene.profiles),
                directory,
                feedbacks,
                scene.outbox,
                new NoticeIds(() -> new byte[] {1}),
                scene.clock);
        homes = new Homes(
                new Home(signUp, scene.mentoring, office.organizers, new OrganizerHome(office.overview), day, deadline),
                stale,
                office.organizers,
                marks,
                (_, to, reply) -> renewed.add(to + "\n" + Aloud.read(reply)),
                scene.clock);
        return new FrontDesk(
                new Speaker() {
                    @Override
                    public void say(Place place, Person to, Reply reply) {
                        if (reply instanceof Reply.Attach(var attached, var _)) {
                            handedOver.addAll(attached);
                        }
                        said.add(Aloud.read(reply));
                    }

                    @Override
                    public void correct(Place place, Person to, Reply reply) {
                        said.add("corrected: " + Aloud.read(reply));
                    }
                },
                office.organizers,
                office.commands,
                scene.mentoring,
                scene.hosting,
                signUp,
                avoiding,
                questions,
                new Finding(
                        scene.index,
                        library,
                        () -> scene.programme,
                        () -> scene.mentors,
                        scene.profiles,
                        _ -> true,
                        scene.clock),
                leaving,
                contacts,
                new MyData(
                        () -> scene.programme,
                        scene.profiles,
                        drafts,
                        scene.mentoring,
                        scene.blocks,
                        feedbacks,
                        contacts,
                        scene.outbox,
                        marks,
                        questions,
                        givenUp,
                        scene.clock),
                afterwards,
                homes,
                marks,
                scene.clock,
                day,
                new CalendarDesk(() -> scene.programme, scene.mentoring, day, new IcsFile(), scene.clock),
                limits);
    }

    /// Nobody but whoever asks too much notices, and they are told once; to leave is always possible.
    @Test
    void whoAsksTooMuchIsToldSoOnceAndKeepsNobodyElse() {
        for (var asked = 0; asked < Limits.Of.QUESTIONS.inMinute(); asked++) {
            assertThat(writes("when is lunch?")).doesNotContain("within a minute");
        }

        assertThat(writes("when is lunch?")).contains("more than 20 questions within a minute");
        assertThat(writes("when is lunch?")).isEmpty();
        assertThat(hears(new Person("U-bo"), DIRECT, new Arrival.Input.Words("when is lunch?")))
                .isNotEmpty()
                .doesNotContain("within a minute");
        assertThat(writes("hello")).as("counted apart").isNotEmpty();
        assertThat(writes("forget me")).contains("Forget");
    }

    private String hears(Person who, Place place, Arrival.Input input) {
        said.clear();
        desk.workUnkept(new Arrival(Set.of("event-" + arrivals++), who, place, input));
        return String.join("\n", said);
    }

    private String writes(String words) {
        return hears(ANA, DIRECT, new Arrival.Input.Words(words));
    }

    private String presses(Person who, ChatIntent intent) {
        return hears(who, DIRECT, new Arrival.Input.Intent(intent));
    }

    private void anaSits() {
        writes("I'm a 2nd-year PhD at EPFL working on loss landscapes");
        for (var answer : List.of("yes", "yes", "no", "no", "yes")) {
            writes(answer);
        }
        presses(OLGA, new ChatIntent.OrganizerCommand("preview", ""));
        presses(OLGA, new ChatIntent.Publish(0));
    }

    @Test
    void whomSomebodyWouldRatherNotSitWithIsSaidShownAndTakenBackAndToldToNobody() {
        anaSits();
        scene.news();

        assertThat(writes("I'd rather not sit with @U0BO")).contains("I won't seat you with @U0BO. Nobody is told.");
        assertThat(writes("please don't seat me with Jeremy Cohen!")).contains("Jeremy Cohen");
        assertThat(writes("my blocks")).contains("- @U0BO").contains("- Jeremy Cohen");
        assertThat(scene.blocks.said().between(new Person("U0BO"), ANA)).isTrue();
        assertThat(scene.mentoring.plan().takenBy(ANA))
                .as("she sat with Jeremy Cohen")
                .isEmpty();
        assertThat(scene.headlines()).noneMatch(line -> line.contains("rather"));

        assertThat(writes("I can sit with @U0BO again")).contains("I may seat you with @U0BO again");
        assertThat(scene.blocks.said().between(ANA, new Person("U0BO"))).isFalse();
        presses(ANA, new ChatIntent.SubmitForm("rather-not", Map.of("people", List.of("U0CY"))));
        assertThat(scene.blocks.said().by(ANA)).containsExactly(new Person("U0CY"));
        presses(ANA, new ChatIntent.ConfirmForgetMe());
        assertThat(scene.blocks.said().lines()).isEmpty();
    }

    @Test
    void aNameTellsNobodyWhoHasSignedUp() {
        var hidden = scene.signUp("Bo", Stage.PHD3, "", Set.of(MORNING), false);
        scene.profiles.save(new coffeebreak.bot.signup.Profile(
                hidden.person(),
                hidden.name(),
                hidden.zone(),
                hidden.stage(),
                "",
                List.of(),
                "",
                hidden.breaks(),
                "",
                false,
                Set.of(),
                true,
                false,
                hidden.signedUp(),
                2));

        assertThat(writes("I'd rather not sit with Bo")).startsWith("I don't know whom you mean by \"Bo\"");
        assertThat(writes("I'd rather not sit with Nobody")).startsWith("I don't know whom you mean by \"Nobody\"");
        assertThat(scene.blocks.said().lines()).isEmpty();
    }

    @Test
    void whatIsChangedStandsOnTheMentorsCardOnceItIsSavedAndNotBefore() {
        anaSits();
        scene.itIs("10:00");
        scene.mentoring.timePasses();
        scene.news();

        writes("I'm a postdoc at MIT");
        assertThat(scene.news()).isEmpty();
        writes("yes");

        assertThat(scene.profiles.find(ANA))
                .hasValueSatisfying(profile -> assertThat(profile.stage()).isEqualTo(Stage.POSTDOC));
        assertThat(scene.headlines()).containsExactly("U-cohen* Your table in Coffee Break 1: 1 person");
    }

    @Test
    void anEditedQuestionIsAnsweredInPlaceOfTheFirstAnswerAndWhatWasDoneIsNotDoneAgain() {
        assertThat(hears(ANA, DIRECT, new Arrival.Input.Edited("when is lunch?")))
                .startsWith("corrected: ")
                .contains("12:30");
        anaSits();

        assertThat(hears(ANA, DIRECT, new Arrival.Input.Edited("I can't come"))).isEqualTo("corrected: ");
        assertThat(scene.mentoring.plan().takenBy(ANA)).hasSize(1);
    }

    @Test
    void whoAsksForQuietIsToldWhatStillComesAndCanTakeItBack() {
        assertThat(writes("stop writing to me"))
                .contains("only about your own seat")
                .contains("write to me again");
        assertThat(contacts.noted().isMuted(ANA)).isTrue();
        assertThat(writes("write to me again")).contains("I write to you again");
        assertThat(contacts.noted().isMuted(ANA)).isFalse();
    }

    @Test
    void whoseAccountIsClosedGivesUpTheSeatAndWhoeverWritesCanBeReachedAgain() {
        anaSits();
        hears(ANA, DIRECT, new Arrival.Input.Left());
        assertThat(said).containsExactly("");
        assertThat(contacts.noted().isGone(ANA)).isTrue();

        leaving.look();
        assertThat(scene.mentoring.plan().takenBy(ANA)).isEmpty();
        assertThat(scene.profiles.find(ANA))
                .hasValueSatisfying(profile -> assertThat(profile.seeking()).isFalse());
        var version = scene.mentoring.plan().version();
        leaving.look();
        assertThat(scene.mentoring.plan().version()).as("once").isEqualTo(version);
        assertThat(presses(OLGA, new ChatIntent.OrganizerCommand("status", "")))
                .contains("Cannot be reached: Ana Example (" + Contacts.GONE + ")");

        writes("hi");
        assertThat(contacts.noted().unreachable()).isEmpty();
    }

    @Test
    void whoAsksForTheirDataGetsAllOfItInAFileAndNothingOfOthers() {
        anaSits();
        scene.signUp("Bo");
        writes("I'd rather not sit with @U0CY");
        scene.blocks.change(new Person("U0DI"), List.of(ANA), List.of());
        scene.itIs("11:06");
        writes("it was lovely, 5");

        desk.workUnkept(new Arrival(Set.of("data"), ANA, DIRECT, new Arrival.Input.Words("my data")));

        var file = new String(handedOver.getFirst().bytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(handedOver.getFirst().name()).isEqualTo("my-coffeebreak-data.json");
        assertThat(file)
                .contains("\"Slack id\" : \"U-ana\"")
                .contains("\"institution\" : \"EPFL\"")
                .contains("\"mentor\" : \"Jeremy Cohen\"")
                .contains("\"state\" : \"offered\"")
                .contains("U0CY")
                .contains("\"useful, 1 to 5\" : 5")
                .contains("You sit with Jeremy Cohen")
                .doesNotContain("U0DI")
                .doesNotContain("Bo");
        assertThat(new tools.jackson.databind.json.JsonMapper().readTree(file).size())
                .isGreaterThan(10);
    }

    @Test
    void whoSaysHelloIsGreetedAndNothingIsStored() {
        assertThat(writes("hi")).isNotBlank();
        assertThat(scene.profiles.all()).isEmpty();
    }

    @Test
    void aSignUpCanBeTypedFromTheFirstWordToTheLastYes() {
        assertThat(writes("I'm a PhD at EPFL working on loss landscapes")).contains("Which year of your PhD");
        assertThat(writes("second year")).startsWith("# Did I get that right?");
        assertThat(writes("yes")).contains("Question 1 of 4");
        assertThat(writes("when is lunch?"))
                .as("a question in between is answered")
                .contains("12:30");
        writes("yes");
        writes("no");
        writes("no");
        assertThat(writes("sure")).startsWith("# You are signed up");
        assertThat(scene.profiles.find(ANA)).isPresent();
        assertThat(writes("yes")).as("there is nothing left to say yes to").doesNotContain("signed up");
    }

    @Test
    void whoSaysNoToWhatWasUnderstoodIsAskedWhatToChange() {
        writes("PhD 2 at EPFL, loss landscapes");

        assertThat(writes("no")).startsWith("What should I change?");
        assertThat(scene.profiles.all()).isEmpty();
        assertThat(writes("I'm a postdoc")).contains("Postdoc").contains("EPFL");
    }

    private String isInterruptedAt(Arrival.Input input) {
        return Aloud.read(desk.work(new Arrival(Set.of("event-" + arrivals++), ANA, DIRECT, input), true));
    }

    @Test
    void whatWouldDoSomethingElseTheSecondTimeIsNotDoneAgainAfterAnInterruption() {
        anaSits();
        var seats = scene.mentoring.plan().takenBy(ANA);

        assertThat(isInterruptedAt(new Arrival.Input.Words("I can't come"))).startsWith("I was interrupted");
        assertThat(scene.mentoring.plan().takenBy(ANA)).isEqualTo(seats);
        assertThat(isInterruptedAt(new Arrival.Input.Words("when is lunch?"))).contains("12:30");
    }

    @Test
    void aSignUpThatWasInterruptedAfterItWasSavedIsShown() {
        writes("I'm a 2nd-year PhD at EPFL working on loss landscapes");
        for (var answer : List.of("yes", "yes", "no", "no", "yes")) {
            writes(answer);
        }
        var saved = scene.profiles.find(ANA);

        assertThat(isInterruptedAt(new Arrival.Input.Intent(new ChatIntent.SaveDraft())))
                .contains("EPFL")
                .doesNotContain("any more");
        assertThat(scene.profiles.find(ANA)).isEqualTo(saved);
    }

    @Test
    void whatWasSentAndGivenUpIsAmongTheData() {
        givenUp.add(new DeadLetters.Letter(scene.clock.instant(), ANA, "Words", "my words", "no"));
        givenUp.add(new DeadLetters.Letter(scene.clock.instant(), OLGA, "Words", "by Olga", "no"));
        desk.workUnkept(new Arrival(Set.of("data"), ANA, DIRECT, new Arrival.Input.Words("my data")));

        assertThat(new String(handedOver.getFirst().bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("my words")
                .doesNotContain("Olga");
    }

    @Test
    void seatsAreShownConfirmedExplainedAndGivenUpByWords() {
        assertThat(writes("where do I sit?")).contains("not given out yet, and you are not signed up");
        anaSits();

        assertThat(writes("where do I sit?")).startsWith("# You sit with Jeremy Cohen");
        assertThat(writes("why this table?")).startsWith("Why this table: you both care about loss landscapes");
        assertThat(writes("I'll be there")).startsWith("Good, you sit with Jeremy Cohen.");
        assertThat(writes("I can't come")).startsWith("Thank you for telling me: your seat with Jeremy Cohen");
        assertThat(writes("I can't come")).startsWith("You have no seat at the moment");
        assertThat(writes("where do I sit?")).startsWith("You have no seat at the moment.");
    }

    @Test
    void whoWithdrawsLosesSeatAndPlaceAndKeepsTheProfile() {
        anaSits();

        assertThat(writes("withdraw")).contains("[Withdraw]");
        assertThat(scene.mentoring.plan().takenBy(ANA)).as("it is asked first").hasSize(1);
        assertThat(presses(ANA, new ChatIntent.ConfirmWithdraw())).startsWith("You are withdrawn");

        assertThat(scene.mentoring.plan().takenBy(ANA)).isEmpty();
        assertThat(scene.profiles.find(ANA))
                .hasValueSatisfying(profile -> assertThat(profile.seeking()).isFalse());
        assertThat(presses(ANA, new ChatIntent.ConfirmWithdraw())).startsWith("You were not signed up");
    }

    @Test
    void whoIsForgottenIsNamedNowhereAndOwedNothing() {
        anaSits();
        var owedBefore = scene.outbox.counts().waiting();
        writes("I'm at MIT now");

        assertThat(writes("forget me")).contains("[Forget me]");
        assertThat(presses(ANA, new ChatIntent.ConfirmForgetMe())).startsWith("Forgotten.");

        assertThat(scene.profiles.find(ANA)).isEmpty();
        assertThat(drafts.find(ANA)).isEmpty();
        assertThat(scene.mentoring.plan().toString()).doesNotContain(ANA.id());
        assertThat(owed(scene.outbox)).isLessThan(owedBefore + 1);
        assertThat(writes("what do you know about me")).startsWith("I know nothing about you");
    }

    private static long owed(InMemoryOutbox outbox) {
        return outbox.counts().waiting();
    }

    @Test
    void aStrangersCommandIsRefusedAndAnUnknownFormIsToldSo() {
        assertThat(hears(ANA, DIRECT, new Arrival.Input.Command("/coffee-admin", "publish")))
                .startsWith("Only organizers can do that.");
        assertThat(presses(ANA, new ChatIntent.SubmitForm("old form", Map.of())))
                .isEqualTo("I don't know that form any more. Type \"sign up\" for a new one.");
        assertThat(presses(ANA, new ChatIntent.SubmitForm(SignUp.FORM, Map.of())))
                .as("a form that is not ours is our fault to survive")
                .startsWith("Something went wrong on my side");
    }

    @Test
    void inAChannelOnlyTheDayIsTalkedAbout() {
        var channel = new Place(Place.Kind.CHANNEL, "C1", "1.0", null, null, null);

        assertThat(hears(ANA, channel, new Arrival.Input.Words("when is lunch?")))
                .contains("12:30");
        assertThat(hears(ANA, channel, new Arrival.Input.Words("forget me")))
                .isEqualTo("Ask me here about the day; for everything else send me a direct message.");
        assertThat(hears(ANA, channel, new Arrival.Input.Words("PhD 2 at EPFL, grokking")))
                .isEqualTo("Ask me here about the day; for everything else send me a direct message.");
    }

    @Test
    void whatIsLookedForIsFoundByWordsAndBehindTheCommand() {
        assertThat(writes("who works on loss landscapes?"))
                .startsWith("For loss landscapes I found:")
                .contains("- Jeremy Cohen (Flatiron Institute), table at 10:30: loss landscapes");
        assertThat(hears(ANA, DIRECT, new Arrival.Input.Command("/coffee", "find cohen")))
                .contains("- 10:00 Invited talk 3, Jeremy Cohen");
        assertThat(writes("find")).startsWith("What should I look for?");
        assertThat(writes("find xyzzy"))
                .startsWith("I found no talk, paper, mentor or participant for xyzzy.")
                .contains("[What should I see?]");
        assertThat(writes("find lunch break 1"))
                .as("what cannot be found may be a question about the day")
                .contains("12:30");
        assertThat(presses(ANA, new ChatIntent.Find(Sought.MENTORS, "xyzzy"))).startsWith("I found no talk");
    }

    @Test
    void whatToSeeIsToldToWhomSaidWhatTheyCareAbout() {
        assertThat(writes("what should I see?")).startsWith("I don't know yet what you care about");
        anaSits();
        assertThat(hears(ANA, DIRECT, new Arrival.Input.Command("/coffee", "recommend")))
                .startsWith("# What you could see")
                .contains(
                        "- 10:00 Invited talk 3, Jeremy Cohen (loss landscapes); no title yet, so by the speaker's topics");
    }

    @Test
    void inAChannelNoParticipantIsNamed() {
        scene.signUp("Bo");
        var channel = new Place(Place.Kind.CHANNEL, "C1", "1.0", null, null, null);

        assertThat(writes("who works on loss landscapes?")).contains("@U-bo");
        assertThat(hears(ANA, channel, new Arrival.Input.Words("who works on loss landscapes?")))
                .contains("Jeremy Cohen")
                .doesNotContain("@U-bo");
    }

    @Test
    void theHomeShowsWhereSomebodyStandsAndTheDay() {
        assertThat(presses(ANA, new ChatIntent.OpenHome()))
                .startsWith("# Find somebody to talk to")
                .contains("- 10:30  Coffee Break");
        anaSits();
        assertThat(presses(ANA, new ChatIntent.OpenHome())).startsWith("# You sit with Jeremy Cohen");
        assertThat(presses(new Person("U-cohen"), new ChatIntent.OpenHome()))
                .startsWith("# Your table in Coffee Break 1: 1 person");
        assertThat(presses(OLGA, new ChatIntent.OpenHome())).contains("# For organizers");
    }

    @Test
    void whateverIsMeantGoesIntoTheCalendar() {
        assertThat(writes("add the panel to my calendar")).endsWith("file: sci4dl-panel-discussion.ics");
        assertThat(writes("please put Kempe's talk in my calendar!")).endsWith("file: sci4dl-invited-talk-4.ics");
        assertThat(writes("save the poster sessions to my calendar"))
                .contains("Poster Session 1")
                .contains("Poster Session 2")
                .endsWith("file: sci4dl-my-day.ics");
        writes("when is the panel?");
        assertThat(writes("add it to my calendar")).endsWith("file: sci4dl-panel-discussion.ics");
        assertThat(writes("add basket weaving to my calendar")).startsWith("I found no part of the programme");
        assertThat(writes("calendar")).startsWith("You have no seat yet");
        anaSits();
        assertThat(writes("add my seat to my calendar")).contains("Coffee Break 1 with Jeremy Cohen");
    }

    @Test
    void whatSomebodyHasTodayIsToldByWords() {
        assertThat(writes("what do I have today?")).startsWith("# Your day");
        assertThat(writes("my day")).startsWith("# Your day");
        assertThat(writes("show me my schedule for today")).startsWith("# Your day");
    }

    @Test
    void theWelcomeIsSaidOnceAndAfterwardsWhatIsNext() {
        assertThat(writes("hi")).contains("I'm Coffeebreak");
        assertThat(writes("hello again")).as("a greeting with more words").isNotBlank();
        assertThat(writes("hi"))
                .isEqualTo(
                        "Hi again! You have no seat at the moment and nothing of your own in the programme from here on.\n"
                                + "[Find me a mentor] [Ask about the day]");
        anaSits();
        assertThat(writes("hey"))
                .isEqualTo("Hi again! Next for you: 10:30 Coffee Break 1 (you sit with Jeremy Cohen).\n"
                        + "[My day] [Ask about the day]");
        assertThat(presses(ANA, new ChatIntent.OpenHome())).doesNotContain("I'm Coffeebreak");
    }

    /// Scenario 6: the published seat stays, and the new stage counts at the next round only.
    @Test
    void aChangedStageIsSaidToLeaveTheSeatAsItIs() {
        anaSits();
        var seat = scene.mentoring.plan().takenBy(ANA);

        writes("I'm a postdoc at EPFL");
        assertThat(writes("yes"))
                .startsWith("# Changed and saved")
                .contains("Your seat stays. Your new stage counts only when seats are next given out.");
        assertThat(scene.mentoring.plan().takenBy(ANA)).isEqualTo(seat);
    }

    /// Scenario 10.
    @Test
    void whoSignsUpLateIsSeatedOrInLineAtOnce() {
        anaSits();
        scene.news();
        var bo = new Person("U-bo");
        var said = presses(
                bo,
                new ChatIntent.SubmitForm(
                        "sign-up",
                        Map.of(
                                "stage",
                                List.of("PHD1"),
                                "breaks",
                                List.of(MORNING),
                                "interests",
                                List.of("grokking"))));

        assertThat(said).contains("The seats were given out already.");
        assertThat(scene.headlines()).contains("U-bo: No mentor's seat for you yet");
        assertThat(writesAs(bo, "my seat")).contains("number 1 in line for Coffee Break 1");
    }

    @Test
    void whoIsNotInterestedIsNotRemindedAndSigningUpTakesItBack() {
        writes("I'm a 2nd-year PhD at EPFL working on loss landscapes");
        assertThat(marks.has(ANA, coffeebreak.bot.signup.Acquaintances.Mark.BEGAN))
                .isTrue();
        assertThat(writes("not interested")).startsWith("All right, I won't remind you.");
        assertThat(marks.has(ANA, coffeebreak.bot.signup.Acquaintances.Mark.BEGAN))
                .isFalse();
        anaSits();
        assertThat(marks.has(ANA, coffeebreak.bot.signup.Acquaintances.Mark.NOT_INTERESTED))
                .isFalse();
    }

    @Test
    void theHomeOfWhoHasLookedAtTheirsIsRenewedOnceAfterAChange() {
        var bo = new Person("U-bo");
        presses(bo, new ChatIntent.OpenHome());
        stale.add(List.of(ANA, bo));
        stale.add(List.of(bo));
        homes.renewNext();
        homes.renewNext();
        assertThat(renewed).as("Ana never looked").singleElement().asString().startsWith("U-bo\n");

        renewed.clear();
        stale.add(List.of(bo));
        presses(bo, new ChatIntent.OpenHome());
        homes.renewNext();
        assertThat(renewed).as("it was renewed when it was opened").isEmpty();
    }

    private String writesAs(Person who, String words) {
        return hears(who, DIRECT, new Arrival.Input.Words(words));
    }
}
