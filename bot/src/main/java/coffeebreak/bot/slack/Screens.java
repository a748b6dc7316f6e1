package coffeebreak.bot.slack;

import coffeebreak.bot.chat.Form;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Part;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Text;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.MultiStaticSelectElement;
import com.slack.api.model.block.element.MultiUsersSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the bot says, as Slack shows it: messages and Homes as blocks, forms as modals, and a modal's state as
/// answers. Cuts what is too long for Slack, since a cut message is read and a refused one is not.
final class Screens {

    private static final int BLOCKS_OF_A_MESSAGE = 50;
    private static final int BLOCKS_OF_A_VIEW = 100;
    private static final int SECTION = 3_000;
    private static final int SMALL_PRINT = 2_000;
    private static final int HEADER = 150;
    private static final int BUTTON = 75;
    private static final int BUTTONS_OF_A_BLOCK = 25;
    private static final int CONFIRMATION_TITLE = 100;
    private static final int CONFIRMATION_WORDS = 300;
    private static final int CONFIRMATION_BUTTON = 30;
    private static final int MODAL_TITLE = 24;
    private static final int LABEL = 2_000;
    private static final int OPTION = 75;
    private static final int OPTION_VALUE = 150;
    private static final int OPTIONS_OF_A_SELECT = 100;
    private static final int OPTIONS_OF_CHECKBOXES = 10;
    private static final int TYPED = 3_000;

    /// The one element of each input block.
    private static final String ANSWER = "answer";

    private final Buttons buttons;

    Screens(Buttons buttons) {
        this.buttons = buttons;
    }

    /// What notifications and screen readers say.
    String fallback(Message message) {
        return SlackText.escaped(message.summary(), SECTION);
    }

    /// Empty where the fallback is all there is.
    List<LayoutBlock> blocks(Message message) {
        return atMost(BLOCKS_OF_A_MESSAGE, written(message));
    }

    View home(Message message) {
        var parts = message.parts().isEmpty()
                ? List.<Part>of(new Part.Paragraph(Text.of(message.summary())))
                : message.parts();
        return View.builder()
                .type("home")
                .blocks(atMost(BLOCKS_OF_A_VIEW, written(new Message(message.summary(), parts))))
                .build();
    }

    View modal(Form form) {
        var blocks = new ArrayList<LayoutBlock>();
        if (!SlackText.clean(form.intro().aloud()).isBlank()) {
            blocks.add(section(form.intro()));
        }
        form.fields().forEach(field -> blocks.add(input(field)));
        if (blocks.size() > BLOCKS_OF_A_VIEW) {
            throw new IllegalArgumentException("the form %s has %d fields, Slack shows %d"
                    .formatted(form.name(), form.fields().size(), BLOCKS_OF_A_VIEW));
        }
        return View.builder()
                .type("modal")
                .callbackId(form.name())
                .title(ViewTitle.builder()
                        .type(PlainTextObject.TYPE)
                        .text(SlackText.plain(form.title(), MODAL_TITLE))
                        .build())
                .submit(ViewSubmit.builder()
                        .type(PlainTextObject.TYPE)
                        .text(SlackText.plain(form.submit(), MODAL_TITLE))
                        .build())
                .close(ViewClose.builder()
                        .type(PlainTextObject.TYPE)
                        .text("Cancel")
                        .build())
                .blocks(blocks)
                .build();
    }

    /// Per field its values; an empty list for a field left empty.
    static Map<String, List<String>> answers(@Nullable ViewState state) {
        var answers = new HashMap<String, List<String>>();
        if (state != null && state.getValues() != null) {
            state.getValues().forEach((field, elements) -> {
                var values = new ArrayList<String>();
                elements.values().forEach(value -> values.addAll(values(value)));
                answers.put(field, values);
            });
        }
        return answers;
    }

    private static List<String> values(ViewState.Value value) {
        if (value.getSelectedOptions() != null) {
            return value.getSelectedOptions().stream()
                    .filter(Objects::nonNull)
                    .map(ViewState.SelectedOption::getValue)
                    .filter(Objects::nonNull)
                    .toList();
        }
        if (value.getSelectedUsers() != null) {
            return value.getSelectedUsers().stream().filter(Objects::nonNull).toList();
        }
        if (value.getSelectedOption() != null && value.getSelectedOption().getValue() != null) {
            return List.of(value.getSelectedOption().getValue());
        }
        var typed = value.getValue();
        return typed == null || typed.isBlank() ? List.of() : List.of(typed.strip());
    }

    private List<LayoutBlock> written(Message message) {
        var blocks = new ArrayList<LayoutBlock>();
        var pressable = 0;
        for (var part : message.parts()) {
            switch (part) {
                case Part.Heading(var words) -> {
                    if (!SlackText.clean(words).isBlank()) {
                        blocks.add(
                                HeaderBlock.builder().text(words(words, HEADER)).build());
                    }
                }
                case Part.Paragraph(var text) -> {
                    if (!isBlank(text)) {
                        blocks.add(section(text));
                    }
                }
                case Part.Points(var points) -> blocks.addAll(points(points));
                case Part.Small(var text) -> {
                    if (!isBlank(text)) {
                        blocks.add(small(text));
                    }
                }
                case Part.Actions(var row) -> {
                    for (var from = 0; from < row.size(); from += BUTTONS_OF_A_BLOCK) {
                        var elements = new ArrayList<BlockElement>();
                        for (var button : row.subList(from, Math.min(row.size(), from + BUTTONS_OF_A_BLOCK))) {
                            elements.add(button(button, "button-" + ++pressable));
                        }
                        blocks.add(ActionsBlock.builder().elements(elements).build());
                    }
                }
                case Part.Divider() -> blocks.add(DividerBlock.builder().build());
            }
        }
        return blocks;
    }

    /// Keeps the buttons at the end: what can be done matters more than the last of what can be read.
    private static List<LayoutBlock> atMost(int limit, List<LayoutBlock> blocks) {
        if (blocks.size() <= limit) {
            return blocks;
        }
        var tail = blocks.size();
        while (blocks.size() - tail < limit - 2 && blocks.get(tail - 1) instanceof ActionsBlock) {
            tail--;
        }
        var kept = new ArrayList<>(blocks.subList(0, limit - 1 - (blocks.size() - tail)));
        kept.add(small(Text.of("… and more than fits here")));
        kept.addAll(blocks.subList(tail, blocks.size()));
        return kept;
    }

    private static boolean isBlank(Text text) {
        return SlackText.clean(text.aloud()).isBlank();
    }

    private static SectionBlock section(Text text) {
        return SectionBlock.builder().text(SlackText.object(text, SECTION)).build();
    }

    private static ContextBlock small(Text text) {
        return ContextBlock.builder()
                .elements(List.of(SlackText.object(text, SMALL_PRINT)))
                .build();
    }

    /// As few sections as hold the points, none of them cut unless it is too long by itself.
    private static List<LayoutBlock> points(List<Text> points) {
        var blocks = new ArrayList<LayoutBlock>();
        var lines = new StringBuilder();
        for (var point : points) {
            if (isBlank(point)) {
                continue;
            }
            var line = "• " + SlackText.mrkdwn(point, SECTION - 2);
            if (!lines.isEmpty() && lines.length() + 1 + line.length() > SECTION) {
                blocks.add(SectionBlock.builder()
                        .text(SlackText.markup(lines.toString()))
                        .build());
                lines.setLength(0);
            }
            lines.append(lines.isEmpty() ? "" : "\n").append(line);
        }
        if (!lines.isEmpty()) {
            blocks.add(SectionBlock.builder()
                    .text(SlackText.markup(lines.toString()))
                    .build());
        }
        return blocks;
    }

    private ButtonElement button(Message.Button button, String actionId) {
        var confirmation = button.confirmation();
        return ButtonElement.builder()
                .actionId(actionId)
                .text(words(button.label(), BUTTON))
                .value(buttons.write(button.intent()))
                .style(
                        switch (button.style()) {
                            case ORDINARY -> null;
                            case MAIN -> "primary";
                            case DANGEROUS -> "danger";
                        })
                .confirm(confirmation == null ? null : confirm(confirmation, button.style()))
                .build();
    }

    private static ConfirmationDialogObject confirm(Message.Confirmation confirmation, Message.Button.Style style) {
        return ConfirmationDialogObject.builder()
                .title(words(confirmation.title(), CONFIRMATION_TITLE))
                .text(words(confirmation.words(), CONFIRMATION_WORDS))
                .confirm(words(confirmation.confirm(), CONFIRMATION_BUTTON))
                .deny(words(confirmation.deny(), CONFIRMATION_BUTTON))
                .style(style == Message.Button.Style.DANGEROUS ? "danger" : null)
                .build();
    }

    private static InputBlock input(Form.Field field) {
        return switch (field) {
            case Form.Field.Words words -> input(words, words.hint(), words.required(), typed(words));
            case Form.Field.Choice choice ->
                input(
                        choice,
                        choice.hint(),
                        choice.required(),
                        StaticSelectElement.builder()
                                .actionId(ANSWER)
                                .options(options(choice, choice.options(), OPTIONS_OF_A_SELECT))
                                .initialOption(chosen(choice.options(), Set.of(choice.chosen())).stream()
                                        .findFirst()
                                        .orElse(null))
                                .build());
            case Form.Field.Choices choices ->
                input(
                        choices,
                        choices.hint(),
                        choices.required(),
                        MultiStaticSelectElement.builder()
                                .actionId(ANSWER)
                                .options(options(choices, choices.options(), OPTIONS_OF_A_SELECT))
                                .initialOptions(orNone(chosen(choices.options(), choices.chosen())))
                                .maxSelectedItems(choices.maximum())
                                .build());
            case Form.Field.People people ->
                input(
                        people,
                        people.hint(),
                        false,
                        MultiUsersSelectElement.builder()
                                .actionId(ANSWER)
                                .initialUsers(
                                        people.chosen().isEmpty()
                                                ? null
                                                : people.chosen().stream()
                                                        .map(Person::id)
                                                        .sorted()
                                                        .toList())
                                .maxSelectedItems(people.maximum())
                                .build());
            case Form.Field.Ticks ticks ->
                input(
                        ticks,
                        ticks.hint(),
                        ticks.required(),
                        CheckboxesElement.builder()
                                .actionId(ANSWER)
                                .options(options(ticks, ticks.options(), OPTIONS_OF_CHECKBOXES))
                                .initialOptions(orNone(chosen(ticks.options(), ticks.chosen())))
                                .build());
        };
    }

    private static PlainTextInputElement typed(Form.Field.Words words) {
        var longest = Math.clamp(words.maximumLength(), 1, TYPED);
        return PlainTextInputElement.builder()
                .actionId(ANSWER)
                .multiline(words.severalLines())
                .maxLength(longest)
                .initialValue(words.value().isEmpty() ? null : SlackText.plain(words.value(), longest))
                .build();
    }

    private static InputBlock input(Form.Field field, String hint, boolean required, BlockElement element) {
        return InputBlock.builder()
                .blockId(field.name())
                .label(words(field.label(), LABEL))
                .hint(hint.isBlank() ? null : words(hint, LABEL))
                .optional(!required)
                .element(element)
                .build();
    }

    private static List<OptionObject> options(Form.Field field, List<Form.Option> options, int most) {
        if (options.isEmpty() || options.size() > most) {
            throw new IllegalArgumentException(
                    "the field %s has %d options, Slack shows 1 to %d".formatted(field.name(), options.size(), most));
        }
        return options.stream().map(Screens::option).toList();
    }

    private static OptionObject option(Form.Option option) {
        if (option.value().isEmpty() || option.value().length() > OPTION_VALUE) {
            throw new IllegalArgumentException("the option \"%s\" carries %d characters, Slack takes 1 to %d"
                    .formatted(option.label(), option.value().length(), OPTION_VALUE));
        }
        return OptionObject.builder()
                .value(option.value())
                .text(words(option.label(), OPTION))
                .build();
    }

    private static List<OptionObject> chosen(List<Form.Option> options, Set<String> chosen) {
        return options.stream()
                .filter(option -> chosen.contains(option.value()))
                .map(Screens::option)
                .toList();
    }

    /// Slack refuses an empty list where it takes none at all.
    private static @Nullable List<OptionObject> orNone(List<OptionObject> options) {
        return options.isEmpty() ? null : options;
    }

    private static PlainTextObject words(String words, int limit) {
        var shown = SlackText.plain(words, limit);
        if (shown.isBlank()) {
            throw new IllegalArgumentException("a label of a screen is blank");
        }
        return PlainTextObject.builder().text(shown).emoji(true).build();
    }
}
