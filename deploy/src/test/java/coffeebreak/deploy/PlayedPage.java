package coffeebreak.deploy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The local workspace's page in a browser, used as a person uses it: by what it shows, clicked and typed.
final class PlayedPage {

    private static final Path SCREENSHOTS = Shipped.file("target/screenshots");

    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private int pictures;

    PlayedPage(Browser browser, String address) throws IOException {
        removeEarlierPictures();
        page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 860));
        page.setDefaultTimeout(60_000);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.navigate(address);
    }

    /// So that none of another run is taken for one of this.
    private static void removeEarlierPictures() throws IOException {
        try (var pictures = Files.newDirectoryStream(Files.createDirectories(SCREENSHOTS), "*.png")) {
            for (Path picture : pictures) {
                Files.delete(picture);
            }
        }
    }

    /// What the browser complained about: errors of scripts, refused files.
    List<String> complaints() {
        return complaints;
    }

    Locator byTestId(String id) {
        return page.getByTestId(id);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator option(String name) {
        return page.getByRole(
                AriaRole.OPTION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /// Becomes somebody else; the place stays the same.
    void be(String user) {
        byTestId("person-" + user).click();
        assertThat(byTestId("person-" + user)).hasAttribute("aria-current", "true");
    }

    /// Becomes somebody, in the direct conversation with the bot.
    void writeAs(String user) {
        be(user);
        byTestId("tab-messages").click();
        assertThat(byTestId("composer")).isVisible();
    }

    /// Types and sends.
    void say(String text) {
        byTestId("composer").click();
        byTestId("composer").pressSequentially(text);
        page.keyboard().press("Enter");
        assertThat(byTestId("composer")).hasValue("");
    }

    /// All messages on the screen.
    Locator messages() {
        return page.getByRole(AriaRole.ARTICLE);
    }

    /// The messages in which this is written.
    Locator messages(String text) {
        return messages().filter(new Locator.FilterOptions().setHasText(text));
    }

    /// Presses a button of the newest message that has it.
    void pressInMessage(String name) {
        messages()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .last()
                .click();
    }

    /// Answers the small dialog in which a button asks back.
    void confirm(String answer) {
        Locator dialog = byTestId("confirm");
        assertThat(dialog).isVisible();
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(answer).setExact(true))
                .click();
        assertThat(dialog).not().isVisible();
    }

    /// Asks the bot something and waits until what it says last has all of this in it.
    void ask(String question, String... expected) {
        say(question);
        for (String words : expected) {
            assertThat(messages().last()).containsText(words);
        }
    }

    /// Looks at the same on a telephone, takes a picture and goes back.
    void pictureOfATelephone(String name) {
        page.setViewportSize(400, 800);
        picture(name + "-400");
        assertThat(page.locator("body")).isVisible();
        var sideways = (Boolean) page.evaluate("() => document.scrollingElement.scrollWidth > window.innerWidth");
        if (sideways) {
            throw new AssertionError(name + " scrolls sideways at 400 pixels");
        }
        page.setViewportSize(1280, 860);
    }

    /// Takes a picture for whoever wants to see what the test saw; numbered in the order of the story.
    Path picture(String name) {
        pictures++;
        page.mouse().move(640, 60);
        Path file = SCREENSHOTS.resolve("%02d-%s.png".formatted(pictures, name));
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        return file;
    }
}
