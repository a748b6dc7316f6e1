package coffeebreak.bot.encoding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/// Writes records and sealed types as JSON and reads them back, with no annotation on them: a value of a sealed
/// interface carries its record's simple name as `is`. The same value always gives the same text.
public final class Json {

    private final JsonMapper mapper = JsonMapper.builder()
            .annotationIntrospector(new SealedTypesCarryTheirName())
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    /// @throws IllegalArgumentException if the text is not what [#write] gives for such a value
    public <T> T read(String text, Class<T> type) {
        try {
            var value = mapper.readValue(text, type);
            if (value == null) {
                throw new IllegalArgumentException("not a " + type.getSimpleName() + ": null");
            }
            return value;
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + text, broken);
        }
    }

    private static final class SealedTypesCarryTheirName extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
            return belongsToSealed(annotated.getRawType())
                    ? JsonTypeInfo.Value.construct(
                            JsonTypeInfo.Id.SIMPLE_NAME, JsonTypeInfo.As.PROPERTY, "is", null, false, null)
                    : super.findPolymorphicTypeInfo(config, annotated);
        }

        private static boolean belongsToSealed(Class<?> type) {
            if (!type.getName().startsWith("coffeebreak.")) {
                return false;
            }
            if (type.isInterface() && type.isSealed()) {
                return true;
            }
            for (var parent : type.getInterfaces()) {
                if (belongsToSealed(parent)) {
                    return true;
                }
            }
            return false;
        }
    }
}
