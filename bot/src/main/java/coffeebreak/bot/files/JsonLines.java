package coffeebreak.bot.files;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file of JSON objects, one a line, each with an id. Everything that is wrong with it is told at once.
final class JsonLines {

    private final String file;
    private final List<BadFile.Problem> problems = new ArrayList<>();
    private final Map<String, Integer> unread = new LinkedHashMap<>();
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonLines(String file) {
        this.file = file;
    }

    /// Reads a file.
    ///
    /// @param example  a line as it should be
    /// @param reading  makes something of a line's object
    /// @param remarks  hears what was not read, in one sentence each
    /// @throws BadFile when anything cannot be read; nothing is given then
    static <T> List<T> read(String file, String example, Function<Line, T> reading, Consumer<String> remarks) {
        return readAll(file, example, lines -> lines.stream().map(reading).toList(), remarks);
    }

    /// Reads a file whose lines speak of each other.
    ///
    /// @param example  a line as it should be
    /// @param reading  makes something of all lines
    /// @param remarks  hears what was not read, in one sentence each
    /// @throws BadFile when anything cannot be read; nothing is given then
    static <T> List<T> readAll(
            String file, String example, Function<List<Line>, List<T>> reading, Consumer<String> remarks) {
        var lines = new JsonLines(file);
        var read = reading.apply(lines.objects(example));
        if (!lines.problems.isEmpty()) {
            throw new BadFile(file, lines.problems);
        }
        lines.unread.forEach((field, line) -> remarks.accept(
                "%s:%d: the field \"%s\" is not known here and was not read.".formatted(file, line, field)));
        return read;
    }

    private List<Line> objects(String example) {
        var lines = TextFile.read(file).replaceFirst("^\uFEFF", "").split("\r?\n|\r", -1);
        var objects = new ArrayList<Line>();
        var lineOfId = new LinkedHashMap<String, Integer>();
        for (int number = 1; number <= lines.length; number++) {
            if (lines[number - 1].isBlank()) {
                continue;
            }
            var line = line(number, lines[number - 1], example);
            if (line == null) {
                continue;
            }
            objects.add(line);
            var earlier = line.id().isEmpty() ? null : lineOfId.putIfAbsent(line.id(), number);
            if (earlier != null) {
                line.bad("the id \"%s\" stands in line %d already; give each line an id of its own."
                        .formatted(line.id(), earlier));
            }
        }
        if (objects.isEmpty() && problems.isEmpty()) {
            problems.add(new BadFile.Problem(0, "there is nothing in it; write one object a line, such as " + example));
        }
        return objects;
    }

    private @Nullable Line line(int number, String text, String example) {
        try {
            var node = mapper.readTree(text);
            if (node.isObject()) {
                return new Line(number, node);
            }
            problems.add(new BadFile.Problem(number, "this is no JSON object; write a line such as " + example));
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            problems.add(new BadFile.Problem(
                    number,
                    "this is no JSON%s: %s. Write one object a line, such as %s"
                            .formatted(
                                    at == null || at.getColumnNr() < 1 ? "" : " at column " + at.getColumnNr(),
                                    broken.getOriginalMessage()
                                            .lines()
                                            .findFirst()
                                            .orElse("it cannot be read"),
                                    example)));
        }
        return null;
    }

    /// The fields of one object.
    class Fields {

        private final int number;
        private final JsonNode object;

        private Fields(int number, JsonNode object) {
            this.number = number;
            this.object = object;
        }

        /// The line it stands in, from 1.
        int number() {
            return number;
        }

        /// The text of a field; empty when it is missing or null.
        String text(String field) {
            var value = object.path(field);
            if (value.isMissingNode() || value.isNull()) {
                return "";
            }
            if (!value.isString()) {
                bad("\"%s\" is no text; write it in quotes.".formatted(field));
                return "";
            }
            return value.asString();
        }

        /// The text of a field that must be there.
        String needed(String field) {
            if (object.path(field).isMissingNode() || object.path(field).isNull()) {
                bad("there is no \"%1$s\"; add \"%1$s\": \"…\".".formatted(field));
            }
            return text(field);
        }

        /// The id in a field, a text or a number; empty when it is missing or null.
        String id(String field) {
            var value = object.path(field);
            return value.isNumber() ? value.asString() : text(field);
        }

        /// What is made of the text of a field; null when it is missing, null or cannot be read.
        ///
        /// @param wayOut what to write instead: "a date such as 2026-04-26"
        <T> @Nullable T time(String field, Function<String, T> reading, String wayOut) {
            var text = text(field).strip();
            if (text.isEmpty()) {
                return null;
            }
            try {
                return reading.apply(text);
            } catch (DateTimeException unreadable) {
                bad("\"%s\" is \"%s\"; write %s.".formatted(field, text, wayOut));
                return null;
            }
        }

        /// The object in a field; one without fields when it is missing or null.
        Fields object(String field) {
            var value = object.path(field);
            if (!value.isMissingNode() && !value.isNull() && !value.isObject()) {
                bad("\"%s\" is no object; write \"%s\": {…}.".formatted(field, field));
            }
            return new Fields(number, value);
        }

        /// What is made of each object in a list; none when it is missing or null.
        <T> List<T> objects(String field, Collection<String> fields, Function<Fields, T> reading) {
            var list = object.path(field);
            if (list.isMissingNode() || list.isNull()) {
                return List.of();
            }
            if (!list.isArray()) {
                bad("\"%s\" is no list; write \"%s\": [{…}, {…}].".formatted(field, field));
                return List.of();
            }
            var read = new ArrayList<T>();
            for (var each : list.values()) {
                if (each.isObject()) {
                    var inner = new Fields(number, each);
                    inner.knowOnly(fields);
                    read.add(reading.apply(inner));
                } else {
                    bad("\"%s\" holds something that is no object; write {\"%s\": \"…\"}."
                            .formatted(field, String.join("\": \"…\", \"", fields)));
                }
            }
            return read;
        }

        /// Says which fields are read. One that looks like a slip of the pen is refused, since its content would be
        /// missed; any other is mentioned.
        void knowOnly(Collection<String> fields) {
            for (var field : object.propertyNames()) {
                if (fields.contains(field)) {
                    continue;
                }
                Spelling.closest(field, fields)
                        .filter(meant -> !object.has(meant))
                        .ifPresentOrElse(
                                meant -> bad(
                                        "the field \"%s\" is not known here; write \"%s\".".formatted(field, meant)),
                                () -> unread.putIfAbsent(field, number));
            }
        }

        void bad(String what) {
            problems.add(new BadFile.Problem(number, what));
        }
    }

    /// One object of the file, with its id.
    final class Line extends Fields {

        private final String id;

        private Line(int number, JsonNode object) {
            super(number, object);
            var given = object.path("id");
            id = given.isString() || given.isNumber() ? given.asString() : "";
            if (id.isBlank()) {
                bad(
                        given.isMissingNode() || given.isNull() || given.isString()
                                ? "there is no id; add \"id\": \"…\", different on each line."
                                : "the id is no text; write it in quotes.");
            }
        }

        String id() {
            return id;
        }
    }
}
