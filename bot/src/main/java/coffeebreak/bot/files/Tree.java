package coffeebreak.bot.files;

import coffeebreak.bot.files.BadFile.Problem;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// A document of named parts that remember their lines: an object of JSON, or an element of XML with its attributes.
///
/// @param line  from 1; 0 where the whole document stands in one line, as programs write it
/// @param text  of a word or a number, or what stands directly in an element; may be empty
/// @param parts by name; the items of a list stand under the list's own name, those of a list in a list or at the top
///              under `""`
record Tree(int line, String text, Map<String, List<Tree>> parts) {

    private static final int DEEPEST = 40;
    private static final int LONGEST_TEXT = 200_000;
    private static final int LONGEST_NAME = 200;
    private static final Tree NOTHING = new Tree(0, "", Map.of());

    boolean has(String name) {
        return parts.containsKey(name);
    }

    List<Tree> all(String name) {
        return parts.getOrDefault(name, List.of());
    }

    /// The first part of that name; an empty one where there is none.
    Tree one(String name) {
        var all = all(name);
        return all.isEmpty() ? NOTHING : all.getFirst();
    }

    /// What the first part of one of these names says: words, or of words in several languages the English.
    String words(String... names) {
        for (var name : names) {
            var words = one(name).said();
            if (!words.isEmpty()) {
                return words;
            }
        }
        return "";
    }

    String said() {
        if (!text.isBlank() || parts.isEmpty()) {
            return text.strip();
        }
        var english = one("en").text();
        return english.isBlank()
                ? parts.values().stream()
                        .map(all -> all.getFirst().text().strip())
                        .filter(words -> !words.isEmpty())
                        .findFirst()
                        .orElse("")
                : english.strip();
    }

    /// @throws BadFile when it is no XML, or is made to do harm
    static Tree xml(String file, String text) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return elements(file, factory.createXMLStreamReader(new StringReader(text)));
        } catch (XMLStreamException broken) {
            var place = broken.getLocation();
            throw new BadFile(
                    file,
                    List.of(new Problem(
                            place == null ? 0 : Math.max(0, place.getLineNumber()),
                            "this is not XML: %s; export the schedule once more."
                                    .formatted(plain(String.valueOf(broken.getMessage()))))));
        }
    }

    private static String plain(String message) {
        return message.replaceFirst("(?s).*Message: ", "")
                .strip()
                .replaceAll("\\s+", " ")
                .replaceFirst("\\.$", "");
    }

    private static Tree elements(String file, XMLStreamReader xml) throws XMLStreamException {
        var open = new ArrayDeque<Open>();
        open.push(new Open("", 1));
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD ->
                    throw new BadFile(
                            file,
                            List.of(new Problem(
                                    xml.getLocation().getLineNumber(),
                                    "it has a document type (<!DOCTYPE …>), which may read other files; take that line out.")));
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() > DEEPEST) {
                        throw new BadFile(
                                file,
                                List.of(new Problem(
                                        xml.getLocation().getLineNumber(),
                                        "its elements are nested more than %d deep; export the schedule alone."
                                                .formatted(DEEPEST))));
                    }
                    var element = new Open(xml.getLocalName(), xml.getLocation().getLineNumber());
                    for (var i = 0; i < xml.getAttributeCount(); i++) {
                        element.put(
                                xml.getAttributeLocalName(i),
                                new Tree(element.line, notTooLong(file, element.line, xml.getAttributeValue(i)), Map.of()));
                    }
                    open.push(element);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    var element = open.element();
                    element.text.append(notTooLong(file, element.line, xml.getText()));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    var element = open.pop();
                    open.element().put(element.name, element.tree());
                }
                default -> {
                    // Comments and instructions say nothing.
                }
            }
        }
        return open.element().tree();
    }

    /// @throws BadFile when it is no JSON, or is made to do harm
    static Tree json(String file, String text) {
        var limits = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(LONGEST_TEXT)
                .maxNameLength(LONGEST_NAME)
                .maxNumberLength(LONGEST_NAME)
                .build();
        var factory = JsonFactory.builder().streamReadConstraints(limits).build();
        try (var json = factory.createParser(ObjectReadContext.empty(), text)) {
            var lines = text.strip().indexOf('\n') >= 0;
            var top = new Open("", lines ? 1 : 0);
            json.nextToken();
            value(json, top, "", lines);
            if (json.nextToken() != null) {
                throw new BadFile(
                        file,
                        List.of(new Problem(
                                json.currentTokenLocation().getLineNr(),
                                "there is something behind the end; the file must hold one JSON value.")));
            }
            return top.tree();
        } catch (StreamConstraintsException tooMuch) {
            throw new BadFile(
                    file,
                    List.of(new Problem(
                            0,
                            "it is nested more than %d deep or has a text of more than %,d characters; export the schedule alone."
                                    .formatted(DEEPEST, LONGEST_TEXT))));
        } catch (JacksonException broken) {
            var place = broken.getLocation();
            throw new BadFile(
                    file,
                    List.of(new Problem(
                            place == null ? 0 : Math.max(0, place.getLineNr()),
                            "this is not JSON%s: %s; export the schedule once more."
                                    .formatted(
                                            place == null ? "" : " at column " + place.getColumnNr(),
                                            plain(String.valueOf(broken.getOriginalMessage()))))));
        }
    }

    /// Adds the value at the current token to what it stands in; not deeper than the parser allows.
    private static void value(JsonParser json, Open in, String name, boolean lines) {
        var line = lines ? json.currentTokenLocation().getLineNr() : 0;
        switch (json.currentToken()) {
            case START_OBJECT -> {
                var object = new Open(name, line);
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    var key = json.currentName();
                    json.nextToken();
                    value(json, object, key, lines);
                }
                in.put(name, object.tree());
            }
            case START_ARRAY -> {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    value(json, in, name, lines);
                }
            }
            case VALUE_NULL -> {
                // The same as left out.
            }
            case null -> {
                // An empty file.
            }
            default -> in.put(name, new Tree(line, json.getString(), Map.of()));
        }
    }

    private static String notTooLong(String file, int line, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new BadFile(
                    file,
                    List.of(new Problem(
                            line, "a text has more than %,d characters; shorten it.".formatted(LONGEST_TEXT))));
        }
        return text;
    }

    /// The keys of a list of rows, in the order in which they come.
    static Set<String> keys(List<Tree> rows) {
        var keys = new LinkedHashMap<String, Boolean>();
        rows.forEach(row -> row.parts().keySet().forEach(key -> keys.put(key, true)));
        return keys.keySet();
    }

    /// The part at the end of a path of names, if all of them are there.
    Optional<Tree> at(String... path) {
        var tree = this;
        for (var name : path) {
            if (!tree.has(name)) {
                return Optional.empty();
            }
            tree = tree.one(name);
        }
        return Optional.of(tree);
    }

    private static final class Open {
        private final String name;
        private final int line;
        private final StringBuilder text = new StringBuilder();
        private final Map<String, List<Tree>> parts = new LinkedHashMap<>();

        private Open(String name, int line) {
            this.name = name;
            this.line = line;
        }

        private void put(String part, Tree tree) {
            parts.computeIfAbsent(part, _ -> new ArrayList<>()).add(tree);
        }

        private Tree tree() {
            return new Tree(line, text.toString(), parts);
        }
    }
}
