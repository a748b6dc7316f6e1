package coffeebreak.bot.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// A JSON document (RFC 8259) read token by token, key by key. What is wrong is noted with its line: keys nobody knows,
/// keys that stand twice, values of another kind, anything behind the end. `null` is the same as a key left out.
///
/// A reader of a key is called when its value is the current token, and leaves at the value's last token.
final class StrictJson {

    private final JsonParser parser;
    private final Problems problems;

    private StrictJson(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /// @param document reads the one value
    /// @return whether it is JSON from the first byte to the last
    /// @throws IOException when the stream breaks
    static boolean read(InputStream in, Problems problems, Consumer<StrictJson> document) throws IOException {
        try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            var json = new StrictJson(parser, problems);
            if (parser.nextToken() == null) {
                problems.note(0, () -> "the file is empty; it must hold one JSON object.");
                return false;
            }
            document.accept(json);
            if (parser.nextToken() != null) {
                json.wrong("there is something behind the end; the file must hold one JSON object and nothing else.");
            }
            return true;
        } catch (JacksonException broken) {
            if (broken.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            var place = broken.getLocation();
            problems.note(
                    place == null ? 0 : Math.max(0, place.getLineNr()),
                    () -> "this is not JSON%s: %s."
                            .formatted(
                                    place == null ? "" : " at column " + place.getColumnNr(),
                                    String.valueOf(broken.getOriginalMessage())
                                            .strip()
                                            .replaceAll("\\s+", " ")));
            return false;
        }
    }

    /// The line of the current token.
    int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private void wrong(String what) {
        problems.note(line(), () -> what);
    }

    /// Reads an object.
    ///
    /// @param what names it within a sentence: "mentee m1", or "a mentee" while that is all that is known
    /// @param keys what is done with the value of each key
    /// @return the keys that have a value, right or wrong
    Set<String> object(Supplier<String> what, Map<String, Runnable> keys) {
        if (!parser.isExpectedStartObjectToken()) {
            refuse(what.get(), "an object, {\"" + new TreeSet<>(keys.keySet()).first() + "\": …}");
            return keys.keySet();
        }
        var values = new HashSet<String>();
        var seen = new HashMap<String, Integer>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            int line = line();
            var reader = keys.get(key);
            var first = seen.putIfAbsent(key, line);
            var value = parser.nextToken();
            if (reader == null) {
                problems.note(
                        line,
                        () -> "%s has no \"%s\".%s"
                                .formatted(what.get(), key, Spelling.hint(key, new TreeSet<>(keys.keySet()))));
                parser.skipChildren();
            } else if (first != null) {
                problems.note(
                        line,
                        () -> "\"%s\" stands twice in %s (first on line %d); keep one."
                                .formatted(key, what.get(), first));
                parser.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                values.add(key);
                reader.run();
            }
        }
        return values;
    }

    /// Reads a list.
    ///
    /// @param name names the list within a sentence
    void items(Supplier<String> name, Runnable item) {
        if (!parser.isExpectedStartArrayToken()) {
            refuse(name.get(), "a list, […]");
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            item.run();
        }
    }

    /// Reads a list of texts.
    List<String> texts(Supplier<String> name) {
        var texts = new ArrayList<String>();
        items(name, () -> {
            var text = text(() -> "each of " + name.get());
            if (text != null) {
                texts.add(text);
            }
        });
        return texts;
    }

    /// Reads a text that is not blank; null, with the problem noted, for anything else.
    @Nullable
    String text(Supplier<String> name) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            refuse(name.get(), "a text in quotes");
            return null;
        }
        var text = parser.getString();
        if (text.isBlank()) {
            wrong(name.get() + " must not be blank.");
            return null;
        }
        return text;
    }

    /// Reads one of a few words; the first, with the problem noted, for anything else.
    String word(Supplier<String> name, List<String> words) {
        if (parser.currentToken() == JsonToken.VALUE_STRING && words.contains(parser.getString())) {
            return parser.getString();
        }
        refuse(name.get(), "\"" + String.join("\" or \"", words) + "\"");
        return words.getFirst();
    }

    /// Reads true or false; false, with the problem noted, for anything else.
    boolean yes(Supplier<String> name) {
        if (parser.currentToken() != JsonToken.VALUE_TRUE && parser.currentToken() != JsonToken.VALUE_FALSE) {
            refuse(name.get(), "true or false");
        }
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    /// Reads a whole number; the least, with the problem noted, for anything else.
    long whole(Supplier<String> name, long least, long most) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            var value = parser.getLongValue();
            if (value >= least && value <= most) {
                return value;
            }
        }
        refuse(
                name.get(),
                most >= Integer.MAX_VALUE
                        ? "a whole number" + (least == Long.MIN_VALUE ? "" : " of %d or more".formatted(least))
                        : "a whole number from %d to %d".formatted(least, most));
        return least;
    }

    /// Reads a number; the least, with the problem noted, for anything else.
    double number(Supplier<String> name, double least, double most) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                || parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            var value = parser.getDoubleValue();
            if (value >= least && value <= most) {
                return value;
            }
        }
        refuse(name.get(), "a number from %s to %s".formatted(shortly(least), shortly(most)));
        return least;
    }

    private static String shortly(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /// Notes that the current value is of the wrong kind, and goes to its end.
    private void refuse(String name, String expected) {
        var found = switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "\"" + parser.getString() + "\"";
            default -> parser.getString();
        };
        wrong("%s must be %s, not %s.".formatted(name, expected, found));
        parser.skipChildren();
    }
}
