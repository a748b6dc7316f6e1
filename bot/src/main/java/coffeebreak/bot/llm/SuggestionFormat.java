package coffeebreak.bot.llm;

import coffeebreak.bot.answers.Suggestion;
import coffeebreak.bot.answers.Suggestion.Asks;
import coffeebreak.bot.answers.Suggestion.Part;
import coffeebreak.bot.answers.Suggestion.Slot;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// The form a model fills in: its schema, and the way back. What does not fit the schema to the letter is refused,
/// since not every server keeps to the schema it was given.
final class SuggestionFormat {

    private static final int LONGEST = 8_000;

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private record Form(String asks, String words, List<FormSlot> slots) {}

    private record FormSlot(String slot, String value, String words) {}

    static ResponseFormat schema() {
        var slot = JsonObjectSchema.builder()
                .addEnumProperty("slot", names(Part.values()))
                .addStringProperty("value")
                .addStringProperty("words")
                .required("slot", "value", "words")
                .additionalProperties(false)
                .build();
        var form = JsonObjectSchema.builder()
                .addEnumProperty("asks", names(Asks.values()))
                .addStringProperty("words")
                .addProperty("slots", JsonArraySchema.builder().items(slot).build())
                .required("asks", "words", "slots")
                .additionalProperties(false)
                .build();
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(
                        JsonSchema.builder().name("reading").rootElement(form).build())
                .build();
    }

    /// @throws IllegalArgumentException for anything but a form filled in; its message holds none of the text
    Suggestion read(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            throw new IllegalArgumentException("no form, or one that is too long");
        }
        try {
            var form = mapper.readValue(text, Form.class);
            return new Suggestion(
                    named(Asks.values(), form.asks()),
                    form.words(),
                    form.slots().stream()
                            .map(slot -> new Slot(named(Part.values(), slot.slot()), slot.value(), slot.words()))
                            .toList());
        } catch (JacksonException | NullPointerException broken) {
            // The cause would quote the text.
            throw new IllegalArgumentException("not the form that was asked for");
        }
    }

    static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static <E extends Enum<E>> E named(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a word the form does not have"));
    }
}
