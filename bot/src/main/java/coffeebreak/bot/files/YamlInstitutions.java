package coffeebreak.bot.files;

import coffeebreak.bot.files.YamlNodes.Fields;
import coffeebreak.bot.programme.Institutions;
import java.util.LinkedHashMap;
import java.util.List;

/// Reads a table of institutions: under each name, a list of its other spellings; `institutions.yaml` is the example.
public final class YamlInstitutions {

    private static final String BUILT_IN = "/institutions.yaml";

    private YamlInstitutions() {}

    /// The table that comes with the bot and holds for every event.
    public static Institutions builtIn() {
        return parse("institutions.yaml", TextFile.resource(BUILT_IN));
    }

    /// The table in a file of the organizers.
    ///
    /// @param location a path, or a `file:` address
    /// @throws BadFile when there is no such file or it cannot be used, with everything that is wrong
    public static Institutions at(String location) {
        return parse(location, TextFile.read(location));
    }

    static Institutions parse(String file, String text) {
        var yaml = new YamlNodes();
        var table = yaml.document(text);
        var institutions = table == null ? Institutions.none() : read(yaml, table);
        if (!yaml.problems().isEmpty()) {
            throw new BadFile(file, yaml.problems());
        }
        return institutions;
    }

    /// The table under a key of another file; what is wrong is noted there.
    static Institutions read(YamlNodes yaml, Fields table) {
        var aliases = new LinkedHashMap<String, List<String>>();
        for (var name : table.keys()) {
            aliases.put(
                    name, table.list(name).stream().map(YamlNodes.Word::words).toList());
        }
        try {
            return new Institutions(aliases);
        } catch (IllegalArgumentException e) {
            yaml.problem(table.line(), e.getMessage() + "; keep one.");
            return Institutions.none();
        }
    }
}
