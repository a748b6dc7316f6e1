package coffeebreak.workspace;

import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The few JSON gestures used everywhere: trees in, trees out, absent reads as empty.
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ArrayNode strings(Iterable<String> values) {
        var array = array();
        values.forEach(array::add);
        return array;
    }

    static Collector<JsonNode, ?, ArrayNode> toArray() {
        return Collector.of(Json::array, ArrayNode::add, ArrayNode::addAll);
    }

    /// The tree written in `text`, or nothing where it is no JSON.
    static Optional<JsonNode> parse(String text) {
        try {
            var tree = MAPPER.readTree(text);
            return tree == null || tree.isMissingNode() ? Optional.empty() : Optional.of(tree);
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    static String write(JsonNode tree) {
        return MAPPER.writeValueAsString(tree);
    }

    /// A string, number or boolean as text; the empty string for everything else.
    static String text(JsonNode tree, String field) {
        return text(tree.path(field));
    }

    static String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() && !value.isMissingNode() ? value.asString() : "";
    }

    static boolean has(JsonNode tree, String field) {
        return !text(tree, field).isEmpty();
    }

    static Stream<JsonNode> items(JsonNode array) {
        return array.isArray() ? array.valueStream() : Stream.empty();
    }
}
