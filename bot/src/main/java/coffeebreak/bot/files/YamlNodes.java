package coffeebreak.bot.files;

import coffeebreak.bot.files.BadFile.Problem;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A YAML document as nodes that remember their lines, read key by key; what is wrong is collected, never thrown.
final class YamlNodes {

    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return problems;
    }

    void problem(int line, String what) {
        problems.add(new Problem(line, what));
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /// The document's top mapping; null, with the problem noted, where there is none.
    @Nullable
    Fields document(String text) {
        Node root;
        try {
            root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            problem(mark == null ? 0 : mark.getLine() + 1, "this is not YAML: " + oneLine(e.getProblem()) + ".");
            return null;
        } catch (YAMLException e) {
            problem(0, "this is not YAML: " + oneLine(e.getMessage()) + ".");
            return null;
        }
        if (root == null) {
            problem(0, "the file is empty; it needs at least a name and sessions.");
            return null;
        }
        return fields(root, "the file");
    }

    private static String oneLine(@Nullable String words) {
        return words == null ? "unreadable" : words.strip().replaceAll("\\s+", " ");
    }

    /// A mapping's keys; null, with the problem noted, for anything but a mapping.
    @Nullable
    Fields fields(Node node, String what) {
        if (!(node instanceof MappingNode mapping)) {
            problem(YamlNodes.line(node), "%s needs keys with values, like \"name: …\".".formatted(what));
            return null;
        }
        var values = new LinkedHashMap<String, Node>();
        var lines = new LinkedHashMap<String, Integer>();
        for (var tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problem(line(tuple.getKeyNode()), "a key of %s must be a word.".formatted(what));
                continue;
            }
            if (values.containsKey(key.getValue())) {
                problem(
                        line(key),
                        "\"%s\" stands twice in %s (first on line %d); keep one."
                                .formatted(key.getValue(), what, lines.get(key.getValue())));
                continue;
            }
            values.put(key.getValue(), tuple.getValueNode());
            lines.put(key.getValue(), line(key));
        }
        return new Fields(what, line(node), values, lines);
    }

    /// The keys of one mapping.
    final class Fields {
        private final String what;
        private final int line;
        private final Map<String, Node> values;
        private final Map<String, Integer> lines;

        private Fields(String what, int line, Map<String, Node> values, Map<String, Integer> lines) {
            this.what = what;
            this.line = line;
            this.values = values;
            this.lines = lines;
        }

        int line() {
            return line;
        }

        /// The line of a key, or of the whole where the key is missing.
        int line(String key) {
            return lines.getOrDefault(key, line);
        }

        Set<String> keys() {
            return values.keySet();
        }

        /// Notes every key that is not among these.
        void only(Set<String> known) {
            for (var key : values.keySet()) {
                if (!known.contains(key)) {
                    problem(
                            line(key),
                            "%s has no \"%s\".%s"
                                    .formatted(what, key, Spelling.hint(key, new java.util.TreeSet<>(known))));
                }
            }
        }

        /// The words under a key; null where it is missing, empty or `null`.
        @Nullable
        String words(String key) {
            var node = values.get(key);
            if (node == null) {
                return null;
            }
            if (!(node instanceof ScalarNode scalar)) {
                problem(YamlNodes.line(node), "\"%s\" of %s must be a single value.".formatted(key, what));
                return null;
            }
            if (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank()) {
                return null;
            }
            return scalar.getValue().strip().replaceAll("\\s+", " ");
        }

        /// The same where it must be there; a stand-in with the problem noted otherwise.
        String needed(String key) {
            var words = words(key);
            if (words != null) {
                return words;
            }
            if (!(values.get(key) instanceof Node node) || node instanceof ScalarNode) {
                problem(line(key), "%s needs \"%s\".".formatted(what, key));
            }
            return "";
        }

        boolean yes(String key) {
            var words = words(key);
            if (words == null || words.equalsIgnoreCase("false") || words.equalsIgnoreCase("no")) {
                return false;
            }
            if (!words.equalsIgnoreCase("true") && !words.equalsIgnoreCase("yes")) {
                problem(line(key), "\"%s\" of %s must be true or false, not \"%s\".".formatted(key, what, words));
            }
            return true;
        }

        /// The items of a list; none where it is missing or `null`.
        List<Node> items(String key) {
            var node = values.get(key);
            if (node == null || node.getTag().equals(Tag.NULL)) {
                return List.of();
            }
            if (!(node instanceof SequenceNode sequence)) {
                problem(YamlNodes.line(node), "\"%s\" of %s must be a list.".formatted(key, what));
                return List.of();
            }
            return sequence.getValue();
        }

        /// A list of words; each with its line.
        List<Word> list(String key) {
            var list = new ArrayList<Word>();
            for (var item : items(key)) {
                if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                    list.add(new Word(scalar.getValue().strip().replaceAll("\\s+", " "), YamlNodes.line(item)));
                } else {
                    problem(YamlNodes.line(item), "\"%s\" of %s must be a list of words.".formatted(key, what));
                }
            }
            return list;
        }

        /// The mapping under a key; null where it is missing or `null`.
        @Nullable
        Fields inner(String key, String innerWhat) {
            var node = values.get(key);
            return node == null || node.getTag().equals(Tag.NULL) ? null : fields(node, innerWhat);
        }
    }

    /// Words and the line they stand on.
    record Word(String words, int line) {}
}
