package coffeebreak.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Holds calls of the Web API against the types of `@slack/web-api` and `@slack/types`, with the TypeScript compiler.
public final class CallTypes {

    private static final Pattern COMPLAINT = Pattern.compile("calls\\.ts\\((\\d+),\\d+\\): error [^:]+: (.*)");

    private final Node node;
    private final Path folder;

    /// @param folder where the calls are written down for the compiler
    public CallTypes(Node node, Path folder) {
        this.node = node;
        this.folder = folder;
    }

    /// What Slack's types say against the calls; empty where nothing.
    public List<String> complaints(List<JournalCall> calls) {
        var lines = new ArrayList<String>();
        lines.add("import type { Call } from 'slack-calls';");
        for (var call : calls) {
            lines.add("export const call%d: Call<\"%s\"> = %s;"
                    .formatted(lines.size(), call.method(), Json.write(call.arguments())));
        }
        try {
            Files.writeString(folder.resolve("tsconfig.json"), """
                    {"extends": "%s/tsconfig.json", "files": ["calls.ts"]}""".formatted(node.folder()));
            Files.write(folder.resolve("calls.ts"), lines);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        var compiler = node.folder().resolve("node_modules/typescript/bin/tsc").toString();
        var ended = node.run(Map.of(), compiler, "--project", folder.toString(), "--pretty", "false");
        var complaints = new ArrayList<String>();
        for (var match : COMPLAINT.matcher(ended.output()).results().toList()) {
            var line = Integer.parseInt(match.group(1)) - 1;
            complaints.add("%s in %s".formatted(match.group(2), lines.get(line)));
        }
        if (complaints.isEmpty() != (ended.status() == 0)) {
            throw new IllegalStateException("the TypeScript compiler did not do its work: " + ended.output());
        }
        return complaints;
    }
}
