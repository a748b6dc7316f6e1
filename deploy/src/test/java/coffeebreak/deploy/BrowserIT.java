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

/// The whole story in a real browser, on the demo as it is shipped: sign up, publish, sit, ask, leave, meet peers, read
/// the card, be forgotten.
///
/// Its pictures are in `target/screenshots`. Without a Chromium it is skipped.
final class BrowserIT {

    private static final String ANA = "UANA";
    private static final String BO = "UBO";
    private static final String MARTA = "UORGA";

    private static final String NO_SEAT = "No mentor's seat for you yet";
    private static final Pattern SEAT = Pattern.compile("You sit with (.+?), (Coffee Break \\d)");
    private static final Pattern ON_THEIR_WAY = Pattern.compile("On their way: (\\d+) messages");

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
            anaSignsUpByTheForm();
            boSignsUpInTheChat();
            martaPublishes();
            Place bos = isSeated(BO, "bo-sits");
            Place anas = isSeated(ANA, "ana-sits");
            boAsksAboutTheDay();
            String next = firstInLineFor(bos);
            cannotCome(BO);
            theFirstInLineMovesUp(next, bos);
            aTableOfPeersIsBroughtTogether();
            halfAnHourBefore(anas);
            theMentorSees("Ana Souza", anas);
            anaAsksWhy();
            cannotCome(ANA);
            theCardIsEdited(anas);
            theAnswersFollowTheClock();
            anaIsForgotten();
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
            page.confirm("Publish");
            Locator published = page.messages("Round 1 is published");
            assertThat(published).containsText(ON_THEIR_WAY);
            page.picture("marta-published");
            int notices = ON_THEIR_WAY
                    .matcher(published.innerText())
                    .results()
                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                    .sum();
            Await.until("all %d messages arrived".formatted(notices), () -> noticesSent() >= notices);
            page.ask("/coffee-admin status", "%d delivered, 0 on their way".formatted(notices));
            page.picture("marta-status");
            assertThat(noticesSent()).as("notices sent").isEqualTo(notices);
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
            assertThat(page.messages("You said you can't come")).hasCount(1);
            page.picture(user.toLowerCase(Locale.ROOT) + "-cannot-come");
        }

        /// Those at one table without a mentor find each other in a conversation of their own, where the bot answers
        /// only whoever mentions it.
        private void aTableOfPeersIsBroughtTogether() throws IOException, InterruptedException {
            JsonNode opened = workspace.calls("conversations.open").getFirst();
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
