package coffeebreak.bot.cli;

import coffeebreak.bot.files.AffinityFiles;
import coffeebreak.bot.files.AnswerTarget;
import coffeebreak.bot.llm.Meanings;
import coffeebreak.index.Affinity;
import coffeebreak.index.Embedder;
import coffeebreak.index.Entry;
import coffeebreak.index.Statistics;
import coffeebreak.index.TopicIndex;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Scores every person of a file against every topic of another.
@Command(
        name = "affinity",
        mixinStandardHelpOptions = true,
        description = {
            "Score every person of one file against every topic of another, 0 to 1: 0.5 is judged worth a talk half of the"
                    + " time. How much a word tells is counted in these files too, so scores hold for these files"
                    + " together.",
            "",
            "A line of people: {\"id\":\"p1\",\"interests\":\"…\",\"papers\":[{\"title\":\"…\",\"abstract\":\"…\"}]}",
            "A line of topics: {\"id\":\"t1\",\"title\":\"…\",\"abstract\":\"…\"}",
            "All but the id is optional. The scores are a table: person,topic,score"
        })
final class AffinityOfFiles implements Callable<Integer> {

    /// How many people or topics are put in between two looks at the progress.
    private static final int SOME = 4;

    @Option(
            names = "--people",
            paramLabel = "FILE",
            required = true,
            description = "The people, one JSON object a line.")
    private String people = "";

    @Option(
            names = "--topics",
            paramLabel = "FILE",
            required = true,
            description = "The topics, one JSON object a line.")
    private String topics = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Where the scores go (default: to standard output).")
    private @Nullable Path out;

    @Option(names = "--reasons", description = "Add a column with what made each score.")
    private boolean reasons;

    private final PrintStream output;
    private final PrintStream messages;
    private final Embedder embedder;

    /// What picocli makes when it is asked to run this.
    AffinityOfFiles() {
        this(System.out, System.err, Meanings.miniLm());
    }

    /// @param output   for scores without a place of their own
    /// @param messages for progress and remarks
    AffinityOfFiles(PrintStream output, PrintStream messages, Embedder embedder) {
        this.output = output;
        this.messages = messages;
        this.embedder = embedder;
    }

    @Override
    public Integer call() {
        Libraries.hush();
        var target = AnswerTarget.of(out, output);
        var readPeople = AffinityFiles.people(people, messages::println);
        var readTopics = AffinityFiles.topics(topics, messages::println);
        try (var index = new TopicIndex(embedder, Statistics.COMMITTED_AND_HELD);
                var progress = Progress.on(messages, "affinity")) {
            fill(index, readPeople, readTopics, progress);
            if (!index.health().meaning()) {
                messages.println(index.health().sentence());
            }
            target.write(stream -> write(index, readPeople, readTopics, progress, stream));
        }
        return 0;
    }

    private void fill(TopicIndex index, List<Entry> readPeople, List<Entry> readTopics, Progress progress) {
        var entries = new ArrayList<>(readPeople);
        entries.addAll(readTopics);
        for (int from = 0; from < entries.size(); from += SOME) {
            progress.step("reading texts", from, entries.size());
            index.putAll(entries.subList(from, Math.min(entries.size(), from + SOME)));
        }
    }

    private void write(
            TopicIndex index, List<Entry> readPeople, List<Entry> readTopics, Progress progress, OutputStream stream) {
        var scored = 0;
        var ids = readTopics.stream().map(Entry::id).toList();
        try {
            var writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
            writer.write(reasons ? "person,topic,score,reasons\n" : "person,topic,score\n");
            for (var person : readPeople) {
                progress.step("scoring", scored++, readPeople.size());
                var scores = index.scores(List.of(person.id()), ids)[0];
                var because = reasons ? because(index, person.id(), ids) : List.<String>of();
                for (int topic = 0; topic < scores.length; topic++) {
                    writer.write(cell(person.name()) + ","
                            + cell(readTopics.get(topic).name()) + ","
                            + String.format(Locale.ROOT, "%.6f", scores[topic])
                            + (reasons ? "," + cell(because.get(topic)) : "") + "\n");
                }
            }
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> because(TopicIndex index, String person, List<String> topics) {
        return topics.parallelStream()
                .map(topic -> index.affinity(person, topic))
                .map(Affinity::because)
                .toList();
    }

    /// As RFC 4180 has it.
    private static String cell(String text) {
        return text.chars().anyMatch(character -> ",\"\n\r".indexOf(character) >= 0)
                ? "\"" + text.replace("\"", "\"\"") + "\""
                : text;
    }
}
