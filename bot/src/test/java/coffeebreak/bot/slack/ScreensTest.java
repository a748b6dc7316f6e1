package coffeebreak.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Form;
import coffeebreak.bot.chat.Form.Field;
import coffeebreak.bot.chat.Form.Option;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Message.Confirmation;
import coffeebreak.bot.chat.Message.Part;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.encoding.Json;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.view.ViewState;
import com.slack.api.util.json.GsonFactory;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScreensTest {

    private final Screens screens = new Screens(new Buttons(new Json()));

    @Test
    void aMessageOfEveryPart() {
        var message = Message.saying("Your table in coffee break 1: Lenka Zdeborová, 10:30")
                .heading("Your table in coffee break 1")
                .paragraph(Text.of("You sit with ")
                        .bold("Lenka Zdeborová")
                        .plain(" at 10:30, ")
                        .italic("table 3"))
                .paragraph("Plain words stay plain: R&D, a < b, *not bold*.")
                .points(List.of(
                        Text.of("With ").mention(new Person("U0ANA")).plain(", who asks about <!channel>"),
                        Text.of("Shared: ").bold("loss landscapes")))
                .divider()
                .small("Times are the venue's.")
                .actions(
                        Button.main("I'll be there", new ChatIntent.ConfirmSeat("s1")),
                        Button.of("Why this table?", new ChatIntent.ExplainSeat("s1")),
                        Button.dangerous(
                                "Can't come",
                                new ChatIntent.DeclineSeat("s1"),
                                new Confirmation(
                                        "Give up your seat?", "It goes to the next in line.", "Give up", "Keep")))
                .build();
        Golden.assertMatches("message", screens.blocks(message));
        assertThat(screens.fallback(message)).isEqualTo("Your table in coffee break 1: Lenka Zdeborová, 10:30");
        assertThat(message.parts().stream().map(Object::getClass).distinct())
                .as("every part there is")
                .containsExactlyInAnyOrderElementsOf(
                        List.of(Objects.requireNonNull(Part.class.getPermittedSubclasses())));
    }

    @Test
    void aHome() {
        Golden.assertMatches(
                "home",
                screens.home(Message.saying("You have a seat")
                        .heading("You have a seat")
                        .paragraph("Coffee break 1, 10:30, with Lenka Zdeborová")
                        .actions(Button.main("Ask about the day", new ChatIntent.InviteQuestion()))
                        .build()));
    }

    @Test
    void aHomeOfOneSentenceShowsIt() {
        var home = screens.home(Message.of("Back in a minute."));
        assertThat(Golden.json(home)).contains("Back in a minute.").contains("\"type\": \"section\"");
    }

    @Test
    void aFormWithEveryField() {
        var form = new Form(
                "sign-up",
                "Find me a mentor",
                "Save",
                Text.of("What you write here is shown to your mentor."),
                List.of(
                        new Field.Words("question", "Your question", "One is enough", "What next?", 600, true, true),
                        new Field.Words("institution", "Institution", "", "", 100, false, false),
                        new Field.Choice(
                                "stage",
                                "Stage",
                                "",
                                List.of(new Option("phd1", "PhD, first year"), new Option("postdoc", "Postdoc")),
                                "phd1",
                                true),
                        new Field.Choices(
                                "topics",
                                "Topics",
                                "Up to five",
                                List.of(new Option("t1", "Loss landscapes"), new Option("t2", "Diffusion")),
                                Set.of("t2"),
                                5,
                                true),
                        new Field.People(
                                "people", "Rather not with", "Only you see it", Set.of(new Person("U0BO")), 20),
                        new Field.Ticks(
                                "consents",
                                "I agree that",
                                "",
                                List.of(
                                        new Option("card", "my mentor sees my card"),
                                        new Option("found", "others may find me")),
                                Set.of("card"),
                                false)));
        Golden.assertMatches("form", screens.modal(form));
        assertThat(form.fields().stream().map(Object::getClass).distinct())
                .as("every field there is")
                .containsExactlyInAnyOrderElementsOf(
                        List.of(Objects.requireNonNull(Field.class.getPermittedSubclasses())));
    }

    @Test
    void theStateOfAFormComesBackAsAnswers() {
        var state = GsonFactory.createSnakeCase().fromJson("""
                {"values":{
                  "question":{"answer":{"type":"plain_text_input","value":"  Why <b>? "}},
                  "institution":{"answer":{"type":"plain_text_input","value":null}},
                  "stage":{"answer":{"type":"static_select","selected_option":{"text":{"type":"plain_text","text":"PhD"},"value":"phd1"}}},
                  "none":{"answer":{"type":"static_select","selected_option":null}},
                  "topics":{"answer":{"type":"multi_static_select","selected_options":[
                     {"text":{"type":"plain_text","text":"a"},"value":"t1"},{"text":{"type":"plain_text","text":"b"},"value":"t2"}]}},
                  "people":{"answer":{"type":"multi_users_select","selected_users":["U0BO","U0CY"]}},
                  "consents":{"answer":{"type":"checkboxes","selected_options":[]}}}}""", ViewState.class);
        assertThat(Screens.answers(state))
                .containsEntry("question", List.of("Why <b>?"))
                .containsEntry("institution", List.of())
                .containsEntry("stage", List.of("phd1"))
                .containsEntry("none", List.of())
                .containsEntry("topics", List.of("t1", "t2"))
                .containsEntry("consents", List.of())
                .containsEntry("people", List.of("U0BO", "U0CY"))
                .hasSize(7);
    }

    /// What Slack would not send and a signed request can hold.
    @Test
    void aChoiceThatIsNothingIsNone() {
        var state = GsonFactory.createSnakeCase().fromJson("""
                {"values":{
                  "topics":{"answer":{"type":"checkboxes","selected_options":[null,{"value":null},{"value":"t1"}]}},
                  "people":{"answer":{"type":"multi_users_select","selected_users":[null,"U0BO"]}}}}""", ViewState.class);

        assertThat(Screens.answers(state))
                .containsEntry("topics", List.of("t1"))
                .containsEntry("people", List.of("U0BO"));
    }

    @Test
    void theLongestNamesAndWordsFitSlacksLimits() {
        var name = "نورا 👩‍🔬 & Łukasz ".repeat(20);
        var interests = "<!channel> loss & landscapes 🧠 ".repeat(200);
        var message = Message.saying(interests)
                .heading(name)
                .paragraph(Text.of("With ").bold(name).plain(": " + interests))
                .paragraph(interests)
                .points(Collections.nCopies(20, Text.of("A ").bold(name).plain(interests.substring(0, 900))))
                .small(Text.of(interests).bold("!"))
                .actions(Button.of(name, new ChatIntent.ShowSeat()))
                .build();
        assertThat(screens.fallback(message)).hasSizeLessThanOrEqualTo(3_000).endsWith("…");
        var blocks = screens.blocks(message);
        assertThat(blocks).hasSizeLessThanOrEqualTo(50);
        for (var block : blocks) {
            switch (block) {
                case HeaderBlock header ->
                    assertThat(header.getText().getText())
                            .hasSizeLessThanOrEqualTo(150)
                            .endsWith("…");
                case SectionBlock section -> {
                    var text = section.getText() instanceof MarkdownTextObject markup
                            ? markup.getText()
                            : ((PlainTextObject) section.getText()).getText();
                    assertThat(text).hasSizeLessThanOrEqualTo(3_000);
                    if (section.getText() instanceof MarkdownTextObject) {
                        assertThat(text.replaceAll("&(amp|lt|gt);", ""))
                                .as("nothing a person typed is markup, and no escape is cut in two")
                                .doesNotContain("<", ">", "&");
                    }
                }
                case ActionsBlock actions ->
                    assertThat(((ButtonElement) actions.getElements().getFirst())
                                    .getText()
                                    .getText())
                            .hasSizeLessThanOrEqualTo(75);
                default -> assertThat(Golden.json(block)).doesNotContain("<!channel>");
            }
        }
    }

    @Test
    void fiftyBlocksAreTheMostAndTheButtonsAtTheEndAreKept() {
        var builder = Message.saying("many");
        IntStream.range(0, 80).forEach(i -> builder.paragraph("paragraph " + i));
        var blocks = screens.blocks(
                builder.actions(Button.of("Go on", new ChatIntent.Help())).build());
        assertThat(blocks).hasSize(50);
        assertThat(blocks.getLast()).isInstanceOf(ActionsBlock.class);
        assertThat(Golden.json(blocks.get(48))).contains("more than fits here");
    }

    @Test
    void moreButtonsThanABlockTakesGoOnInTheNext() {
        var buttons = IntStream.range(0, 30)
                .mapToObj(i -> Button.of("b" + i, new ChatIntent.ShowSeat()))
                .toArray(Button[]::new);
        var blocks = screens.blocks(Message.saying("many").actions(buttons).build());
        assertThat(blocks).hasSize(2);
        var ids = blocks.stream()
                .flatMap(block -> ((ActionsBlock) block).getElements().stream())
                .map(element -> ((ButtonElement) element).getActionId())
                .toList();
        assertThat(ids).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void partsWithNothingToSeeAreLeftOut() {
        assertThat(screens.blocks(Message.saying("x")
                        .paragraph("\u200B \u202E")
                        .heading(" ")
                        .small(Text.of(""))
                        .points(List.of(Text.of(" ")))
                        .build()))
                .isEmpty();
    }

    @Test
    void aSelectWithMoreOptionsThanSlackShowsFailsWithItsName() {
        var options = IntStream.range(0, 101)
                .mapToObj(i -> new Option("v" + i, "o" + i))
                .toList();
        var form =
                new Form("f", "t", "s", Text.of(""), List.of(new Field.Choice("city", "City", "", options, "", true)));
        assertThatThrownBy(() -> screens.modal(form))
                .hasMessageContaining("city")
                .hasMessageContaining("101");
    }
}
