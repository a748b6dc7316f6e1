package coffeebreak.deploy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The whole day in a real browser, on the demo as it is shipped, with three participants, two mentors and an
/// organizer: invited, signed up, seated, asked, reminded, late, there, met, moved, delayed and forgotten.
///
/// Its pictures are in `target/screenshots`. Without a Chromium it is skipped.
final class BrowserIT {

    private static final String ANA = "UANA";
    private static final String BO = "UBO";
    private static final String MARTA = "UORGA";
    private static final String MATTHIEU = "UMWYART";
    private static final String JULIA = "UMKEMPE";

    private static final String NO_SEAT = "No mentor's seat for you yet";
    private static final Pattern SEAT = Pattern.compile("You sit with (.+?), (Coffee Break \\d)");
    private static final Pattern OF_SO_MANY = Pattern.compile("(?:of|All) (\\d+) messages");

    @TempDir
    Path data = Path.of("set by JUnit");

    @Test
    void aDayIsPlayedThroughOnThePage() throws Exception {
        Optional<Path> chromium = Chromium.find();
        assumeTrue(chromium.isPresent(), "no Chromium is on this machine");
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        try (var jar = RunningJar.start(Map.of(), "demo", "--port", "0", "--data", data.toString(), "--fresh");
                var playwright = Chromium.playwright();
                var browser = Chromium.launch(playwright, chromium.get())) {
            String address = jar.awaitSaid("open (http://127\\.0\\.0\\.1:\\d+) in a browser")
                    .group(1);
            var story = new Story(new PlayedPage(browser, address), new WorkspaceClient(address));
            try {
                story.play();
            } catch (AssertionError | RuntimeException failure) {
                story.page.picture("failed");
                throw failure;
            }
            assertThat(story.page.complaints()).as("complaints of the browser").isEmpty();
        }
    }

    /// Where somebody sits.
    ///
    /// @param mentor      the mentor's name
    /// @param coffeeBreak as it is told, "Coffee Break 1"
    private record Place(String mentor, String coffeeBreak) {

        static Place in(String message) {
            MatchResult found = SEAT.matcher(message)
                    .results()
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no seat is named in: " + message));
            return new Place(found.group(1), found.group(2));
        }
    }

    /// Somebody who waits, with the place in the line for one break.
    private record Waiting(String user, int place) {}

    private record Story(PlayedPage page, WorkspaceClient workspace) {

        void play() throws Exception {
            matthieuIsInvited();
            anaSignsUpByTheForm();
            boSignsUpInTheChat();
            martaPublishes();
            Place bos = isSeated(BO, "bo-sits");
            Place anas = isSeated(ANA, "ana-sits");
            boAsksAboutTheDay();
            boWouldRatherNotSitWithAna();
            anaHasHerDayHerCalendarAndHerData();
            String next = firstInLineFor(bos);
            cannotCome(BO);
            theFirstInLineMovesUp(next, bos);
            aTableOfPeersIsBroughtTogether();
            halfAnHourBefore(anas);
            theMentorSees("Ana Souza", anas);
            anaAsksWhy();
            anaIsRemindedAndRunsLate(anas);
            cannotCome(ANA);
            theCardIsEdited(anas);
            String mate = somebodyIsHere(anas);
            howItWas(mate);
            juliaCancels();
            theAnswersFollowTheClock();
            theDayRunsLate();
            anaIsForgotten();
        }

        private void matthieuIsInvited() {
            page.writeAs(MATTHIEU);
            assertThat(page.messages("Will you host a mentoring table?")).hasCount(1);
            page.picture("matthieu-is-invited");
            page.pressInMessage("I'll host");
            assertThat(page.messages("You host a table")).hasCount(1);
            page.picture("matthieu-hosts");
            page.be(MATTHIEU);
            page.byTestId("tab-home").click();
            page.picture("matthieu-home");
        }

        private void boWouldRatherNotSitWithAna() {
            page.writeAs(BO);
            page.ask("I'd rather not sit with @Ana Souza", "Nobody is told");
            page.picture("bo-would-rather-not");
            page.ask("I can sit with @Ana Souza again", "I may seat you with");
        }

        private void anaHasHerDayHerCalendarAndHerData() {
            page.writeAs(ANA);
            page.ask("my day", "Coffee Break 1", "Poster Session 2");
            page.picture("ana-day");
            page.say("add my seat to my calendar");
            assertThat(page.messages(".ics")).hasCount(1);
            page.picture("ana-calendar");
            page.say("my data");
            assertThat(page.messages(".json")).hasCount(1);
            page.picture("ana-data");
            page.byTestId("tab-home").click();
            assertThat(page.byTestId("home")).containsText("You sit with");
            page.picture("ana-home-seated");
            page.pictureOfATelephone("ana-home-seated");
        }

        private void jumpTo(String instant) throws IOException, InterruptedException {
            workspace.post("clock", Map.of("jump", instant));
        }

        private void anaIsRemindedAndRunsLate(Place place) throws IOException, InterruptedException {
            jumpTo("2026-04-26T13:15:05Z");
            page.writeAs(ANA);
            assertThat(page.messages("At 10:30: " + place.mentor())).hasCount(1);
            page.picture("ana-is-reminded");
            page.pressInMessage("Running late");
            assertThat(page.messages("At 10:30: " + place.mentor())).not().containsText("Running late");
            assertThat(page.messages("about 5 minutes late").last()).isVisible();
            page.picture("ana-runs-late");
            Locator card = card(place);
            assertThat(card).containsText("comes about 5 minutes late");
            card.getByText("minutes late").scrollIntoViewIfNeeded();
            page.picture("mentor-reads-that-ana-runs-late");
        }

        /// Somebody who sits at the same table and agreed to be named.
        private String somebodyIsHere(Place place) throws IOException, InterruptedException {
            String mate = WorkspaceClient.list(workspace.get("state").path("people")).stream()
                    .filter(person -> card(place, person.path("name").asString()))
                    .map(person -> person.path("id").asString())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the card names nobody"));
            jumpTo("2026-04-26T13:31:00Z");
            page.writeAs(mate);
            page.say("I'm here");
            assertThat(page.messages("Have a good talk with").last()).isVisible();
            page.picture("somebody-is-here");
            return mate;
        }

        private boolean card(Place place, String name) {
            return page.messages("Your table in " + place.coffeeBreak())
                    .innerText()
                    .contains(name + ",");
        }

        private void howItWas(String mate) throws IOException, InterruptedException {
            jumpTo("2026-04-26T14:06:00Z");
            page.writeAs(mate);
            assertThat(page.messages("Did you meet")).hasCount(1);
            page.picture("asked-how-it-was");
            page.pressInMessage("We met");
            page.pressInMessage("5");
            page.pressInMessage("Stay in touch");
            assertThat(page.messages("You met").last()).isVisible();
            page.picture("said-how-it-was");
        }

        private void juliaCancels() throws IOException, InterruptedException {
            jumpTo("2026-04-26T17:50:00Z");
            page.writeAs(JULIA);
            page.say("I have to cancel");
            assertThat(page.messages("need not write to anybody")).hasCount(1);
            page.picture("julia-cancels");
            page.writeAs(MARTA);
            assertThat(page.messages("Julia Kempe can't host")).hasCount(1);
            page.picture("marta-is-asked-to-repair");
            page.pressInMessage("Do it");
            assertThat(page.messages("have another place").last()).isVisible();
            page.picture("marta-has-repaired");
            Await.until("somebody of the table reads it", () -> !toldOfJulia().isEmpty());
            String moved = toldOfJulia().getFirst();
            page.writeAs(personOf(moved));
            assertThat(page.messages("Julia Kempe can't come after all")).hasCount(1);
            page.picture("somebody-has-another-place");
        }

        /// The conversations in which a seat with Julia was called off.
        private List<String> toldOfJulia() throws IOException, InterruptedException {
            return workspace.calls("chat.update").stream()
                    .map(call -> call.path("arguments"))
                    .filter(told -> told.toString().contains("Julia Kempe can't come after all"))
                    .map(told -> told.path("channel").asString())
                    .toList();
        }

        private String personOf(String channel) throws IOException, InterruptedException {
            for (JsonNode person : WorkspaceClient.list(workspace.get("state").path("people"))) {
                String id = person.path("id").asString();
                if (workspace.directChannel(id).equals(channel)) {
                    return id;
                }
            }
            throw new AssertionError("nobody has the conversation " + channel);
        }

        private void theDayRunsLate() {
            page.writeAs(MARTA);
            page.say("/coffee-admin delay 15m from 15:30");
            assertThat(page.messages("Shall the day run")).hasCount(1);
            page.picture("marta-is-asked-about-the-delay");
            page.pressInMessage("Delay the day");
            assertThat(page.messages("The day runs 15 minutes late from 15:30."))
                    .hasCount(1);
            page.picture("marta-has-delayed");
            page.writeAs(BO);
            page.ask("when is the panel?", "15:45", "As of");
            page.picture("bo-asks-after-the-delay");
        }

        private void anaSignsUpByTheForm() {
            page.be(ANA);
            page.picture("ana-home");
            page.byTestId("home").getByText("Find me a mentor").click();
            Locator form = page.byTestId("modal");
            form.getByLabel("Where are you in your career?").click();
            page.option("PhD student, 1st year").click();
            form.getByLabel("Your institution").fill("KTH");
            form.getByLabel("Topics you care about").click();
            page.option("training dynamics").click();
            page.option("empirical studies of loss landscapes").click();
            page.picture("ana-chooses-topics");
            page.press("Escape");
            form.getByLabel("In your own words")
                    .fill("The edge of stability: why does the sharpness of the loss stop growing?");
            form.getByLabel("One question for your mentor").fill("How did you find your first research question?");
            form.getByLabel("Coffee Break 2").uncheck();
            form.getByLabel("My mentor may see my card").check();
            form.getByLabel("The others at my table").check();
            page.picture("ana-form");
            form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign up"))
                    .click();
            assertThat(form).not().isVisible();
            page.writeAs(ANA);
            assertThat(page.messages("You are signed up")).hasCount(1);
            page.picture("ana-signed-up");
        }

        private void boSignsUpInTheChat() {
            page.writeAs(BO);
            page.say("I'm a 2nd-year PhD at EPFL working on loss landscapes");
            Locator understood = page.messages("Did I get that right?");
            assertThat(understood).containsText("PhD student, 2nd year");
            assertThat(understood).containsText("EPFL");
            assertThat(understood).containsText("empirical studies of loss landscapes");
            page.picture("bo-is-understood");
            page.pressInMessage("That's right");
            for (String consent : List.of("may see my card", "may see my name", "may find me", "with peers")) {
                assertThat(page.messages(consent).last()).isVisible();
                page.pressInMessage("Yes");
            }
            assertThat(page.messages("You are signed up")).hasCount(1);
            page.picture("bo-signed-up");
        }

        private void martaPublishes() throws Exception {
            page.writeAs(MARTA);
            page.byTestId("composer").pressSequentially("/coffee-admin ");
            page.picture("marta-types-a-command");
            page.byTestId("composer").clear();
            page.say("/coffee-admin preview");
            assertThat(page.messages("Preview of round 1")).hasCount(1);
            page.picture("marta-previews");
            page.pressInMessage("Publish");
            assertThat(page.byTestId("confirm")).containsText("Publish round 1?");
            page.picture("marta-is-asked");
            long before = noticesSent();
            page.confirm("Publish");
            Locator published = page.messages("Round 1 is published");
            assertThat(published).containsText(OF_SO_MANY);
            page.picture("marta-published");
            int notices = OF_SO_MANY
                    .matcher(published.innerText())
                    .results()
                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                    .sum();
            Await.until("all %d messages arrived".formatted(notices), () -> noticesSent() >= before + notices);
            page.ask("/coffee-admin status", "0 on their way");
            page.picture("marta-status");
            assertThat(noticesSent()).as("notices sent").isEqualTo(before + notices);
        }

        private long noticesSent() throws IOException, InterruptedException {
            return workspace.calls("chat.postMessage").stream()
                    .filter(call -> call.path("arguments").has("metadata"))
                    .count();
        }

        /// Both sign up as early-stage, of whom there are fewer than seats: exactly one message, and it gives a seat.
        private Place isSeated(String user, String picture) {
            page.writeAs(user);
            Locator told = page.messages("You sit with");
            assertThat(told).hasCount(1);
            assertThat(told).containsText("Why this table:");
            assertThat(page.messages(NO_SEAT)).hasCount(0);
            page.picture(picture);
            return Place.in(told.innerText().replaceAll("\\n+(?=Coffee Break)", ", "));
        }

        /// Of those who were told their place in this break's line the first whom the rules let sit with this mentor:
        /// nobody sits with somebody from their own institution.
        private String firstInLineFor(Place place) throws IOException, InterruptedException {
            Pattern inLine = Pattern.compile("number (\\d+)\\*? in line for " + place.coffeeBreak());
            String mentor = person("name", place.mentor()).path("title").asString();
            return workspace.calls("chat.postMessage").stream()
                    .map(call -> call.path("arguments"))
                    .flatMap(told -> inLine.matcher(told.path("blocks").toString())
                            .results()
                            .map(found ->
                                    new Waiting(told.path("channel").asString(), Integer.parseInt(found.group(1)))))
                    .sorted(Comparator.comparingInt(Waiting::place))
                    .map(Waiting::user)
                    .filter(user -> !mentor.contains(institution(user)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nobody waits for " + place));
        }

        private String institution(String user) {
            try {
                return person("id", user).path("title").asString().replaceFirst(".*, ", "");
            } catch (IOException | InterruptedException unreadable) {
                throw new AssertionError(unreadable);
            }
        }

        private JsonNode person(String field, String value) throws IOException, InterruptedException {
            return WorkspaceClient.list(workspace.get("state").path("people")).stream()
                    .filter(person -> person.path(field).asString().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nobody's %s is %s".formatted(field, value)));
        }

        private void theMentorSees(String name, Place place) throws IOException, InterruptedException {
            Locator card = card(place);
            assertThat(card).containsText("6 people");
            assertThat(card).containsText(name);
            assertThat(card).containsText("PhD student, 1st year, KTH");
            assertThat(card).containsText("How did you find your first research question?");
            card.getByText(name).scrollIntoViewIfNeeded();
            page.picture("mentor-card");
        }

        private Locator card(Place place) throws IOException, InterruptedException {
            page.writeAs(person("name", place.mentor()).path("id").asString());
            Locator card = page.messages("Your table in " + place.coffeeBreak());
            assertThat(card).hasCount(1);
            return card;
        }

        private void anaAsksWhy() {
            page.writeAs(ANA);
            page.pressInMessage("Why this table?");
            assertThat(page.messages().last()).not().containsText("You sit with");
            page.picture("ana-asks-why");
            page.pictureOfATelephone("ana-asks-why");
        }

        private void cannotCome(String user) {
            page.writeAs(user);
            page.pressInMessage("Can't come");
            assertThat(page.byTestId("confirm")).containsText("Give up your seat?");
            page.picture(user.toLowerCase(Locale.ROOT) + "-is-asked");
            page.confirm("Give it up");
            assertThat(page.messages("You said you can't come").first()).isVisible();
            page.picture(user.toLowerCase(Locale.ROOT) + "-cannot-come");
        }

        /// Those at one table without a mentor find each other in a conversation of their own, where the bot answers
        /// only whoever mentions it.
        private void aTableOfPeersIsBroughtTogether() throws IOException, InterruptedException {
            JsonNode opened = workspace.calls("conversations.open").stream()
                    .filter(call ->
                            call.path("arguments").path("users").asString().contains(","))
                    .findFirst()
                    .orElseThrow();
            page.be(opened.path("arguments").path("users").asString().split(",")[0]);
            page.byTestId("channel-"
                            + opened.path("response").path("channel").path("id").asString())
                    .click();
            assertThat(page.messages("You sit together in")).hasCount(1);
            page.say("Shall we meet at the coffee machine?");
            page.say("@Coffeebreak when is lunch?");
            page.messages("when is lunch?").getByText("View thread").click();
            assertThat(page.byTestId("thread")).containsText("12:30");
            page.picture("peers-together");
            page.pictureOfATelephone("peers-thread");
            page.press("Escape");
            page.pictureOfATelephone("peers-together");
        }

        /// The card comes half an hour before the break.
        private void halfAnHourBefore(Place place) throws IOException, InterruptedException {
            String instant = place.coffeeBreak().endsWith("1") ? "2026-04-26T13:05:00Z" : "2026-04-26T17:35:00Z";
            workspace.post("clock", Map.of("jump", instant));
        }

        private void anaIsForgotten() {
            page.writeAs(ANA);
            page.say("forget me");
            page.pressInMessage("Forget me");
            page.confirm("Forget me");
            assertThat(page.messages("Forgotten")).hasCount(1);
            page.picture("ana-is-forgotten");
            page.byTestId("tab-home").click();
            assertThat(page.byTestId("home")).containsText("Find me a mentor");
            page.picture("ana-home-again");
            page.pictureOfATelephone("ana-home-again");
        }

        private void theFirstInLineMovesUp(String user, Place place) {
            page.writeAs(user);
            Locator offer = page.messages("A seat with " + place.mentor() + " is free for you");
            assertThat(offer).hasCount(1);
            assertThat(offer).containsText(place.coffeeBreak());
            page.picture("first-in-line-is-offered-the-seat");
            page.pressInMessage("Take it");
            assertThat(page.messages("You sit with " + place.mentor())).hasCount(1);
            page.picture("first-in-line-moves-up");
        }

        private void theCardIsEdited(Place place) throws IOException, InterruptedException {
            Locator card = card(place);
            assertThat(card).not().containsText("Ana Souza");
            assertThat(card).containsText("(edited)");
            card.getByText("(edited)").scrollIntoViewIfNeeded();
            page.picture("mentor-card-edited");
            page.pictureOfATelephone("mentor-card-edited");
        }

        private void boAsksAboutTheDay() {
            page.writeAs(BO);
            page.ask("what's next?", "9:00", "Invited talk 1", "Jascha Sohl-Dickstein");
            page.ask("when does Julia Kempe speak?", "14:00 (", "Invited talk 4", "15:30 (", "Panel Discussion");
            page.picture("bo-asks");
        }

        private void theAnswersFollowTheClock() {
            page.writeAs(BO);
            page.byTestId("clock-face").click();
            page.picture("clock");
            page.byTestId("clock-panel").getByText("Coffee Break 2").click();
            assertThat(page.byTestId("clock-time")).hasText(Pattern.compile("15:0\\d"));
            page.ask("what's on now?", "Coffee Break", "15:00", "Panel Discussion");
            page.picture("the-clock-is-followed");
        }
    }
}
