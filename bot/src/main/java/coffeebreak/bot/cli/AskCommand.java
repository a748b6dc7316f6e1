package coffeebreak.bot.cli;

import coffeebreak.bot.answers.Nearness;
import coffeebreak.bot.files.AnswerTarget;
import coffeebreak.bot.files.ProgrammeFile;
import coffeebreak.bot.files.QuestionFile;
import coffeebreak.bot.files.QuestionFile.Answered;
import coffeebreak.bot.files.QuestionFile.Asked;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.llm.Meanings;
import coffeebreak.bot.llm.VectorNearness;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// Questions about the day on files: a programme and a question in, an answer out, no server started.
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = {
            "Answer a question about the day, or a file of them, from a programme, with no server.",
            "",
            "A line of a batch: {\"id\":\"q1\",\"question\":\"when is lunch?\"}, and where wanted \"now\" (the time on the"
                    + " venue's clock), \"needs_context\" (the id of the line whose conversation goes on) and \"config\""
                    + " with \"event_date\", \"event_zone\" and \"user_zone\", which go before the options.",
            "A line of answers: {\"id\":\"q1\",\"answer\":\"…\",\"outcome\":\"answered\",\"query\":\"…\"}. The outcome is"
                    + " answered, ambiguous (it asks back), unknown (not in the programme, or not understood) or refused"
                    + " (other people's business). A friendly word to a greeting or to thanks counts as answered; its"
                    + " query is empty.",
            "",
            "Exit status 0 also when the answer is not known, 1 when a file cannot be used, 2 for wrong usage."
        })
final class AskCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "QUESTION", description = "The question.")
    private List<String> question = new ArrayList<>();

    @Option(
            names = "--event",
            paramLabel = "FILE.yaml|csv|ics",
            description = "The programme (default: the Sci4DL programme).")
    private @Nullable String event;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            converter = Day.class,
            description = "The event's first day, such as 2026-04-26 (default: the programme's).")
    private @Nullable LocalDate date;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            converter = Zone.class,
            description = "The venue's zone, such as America/Sao_Paulo (default: the programme's).")
    private @Nullable ZoneId zone;

    @Option(
            names = "--now",
            paramLabel = "TIME",
            converter = WallTime.class,
            description = "The time on the venue's clock, such as 2026-04-26T10:05 (default: no clock).")
    private @Nullable LocalDateTime now;

    @Option(
            names = "--user-zone",
            paramLabel = "ZONE",
            converter = Zone.class,
            description = "Where the asker's clock stands, such as Asia/Kolkata (default: not known).")
    private @Nullable ZoneId userZone;

    @Option(names = "--batch", paramLabel = "FILE", description = "Questions, one JSON object a line.")
    private @Nullable String batch;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the answers go (default: standard output).")
    private @Nullable Path out;

    @Option(names = "--explain", description = "Tell also the outcome, and how the question was read.")
    private boolean explain;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final OutputStream output;
    private final PrintStream messages;
    private final Meanings meanings;

    /// What picocli makes when it is asked to run this.
    AskCommand() {
        this(new FileOutputStream(FileDescriptor.out), System.err, Meanings.miniLm());
    }

    /// @param output   for answers without a place of their own
    /// @param messages for progress and remarks
    AskCommand(OutputStream output, PrintStream messages, Meanings meanings) {
        this.output = output;
        this.messages = messages;
        this.meanings = meanings;
    }

    @Override
    public Integer call() {
        if (question.isEmpty() == (batch == null)) {
            throw new ParameterException(spec.commandLine(), "Ask one question, or name a file of them with --batch.");
        }
        Libraries.hush();
        var target = AnswerTarget.of(out, output);
        var asked = batch == null
                ? List.of(new Asked("", String.join(" ", question), now, null, date, zone, userZone))
                : QuestionFile.read(batch).stream().map(this::withOptions).toList();
        var programme = event == null ? YamlProgramme.builtIn() : ProgrammeFile.read(event, zone);
        try (var progress = Progress.on(messages, "ask")) {
            var answers = new Asking(programme, new Meaningful()).answer(asked, done -> {
                if (batch != null) {
                    progress.step("answering questions", done, asked.size());
                }
            });
            target.write(stream -> {
                if (batch == null) {
                    write(answers.getFirst(), stream);
                } else {
                    QuestionFile.write(answers, stream);
                }
            });
        }
        return 0;
    }

    private Asked withOptions(Asked line) {
        return new Asked(
                line.id(),
                line.question(),
                line.now() == null ? now : line.now(),
                line.context(),
                line.date() == null ? date : line.date(),
                line.zone() == null ? zone : line.zone(),
                line.userZone() == null ? userZone : line.userZone());
    }

    private void write(Answered answer, OutputStream stream) {
        var text = answer.answer() + "\n";
        if (explain) {
            text += "\noutcome: %s\nquery: %s\n"
                    .formatted(answer.outcome(), answer.query().isEmpty() ? "none" : answer.query());
        }
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// Meaning, where the model can be loaded; it is loaded when the first question needs it.
    private final class Meaningful implements Nearness {
        private @Nullable Nearness loaded;

        @Override
        public List<Double> to(String asked, List<String> texts) {
            var nearness = loaded;
            if (nearness == null) {
                nearness = load();
                loaded = nearness;
            }
            return nearness.to(asked, texts);
        }

        private Nearness load() {
            try {
                meanings.embed(List.of("coffee"));
                return new VectorNearness(meanings);
            } catch (RuntimeException | LinkageError unavailable) {
                messages.println("ask: facts are found by their words alone, since the model of meanings does not load"
                        + " here: "
                        + String.valueOf(unavailable.getMessage())
                                .lines()
                                .findFirst()
                                .orElse(""));
                return Nearness.none();
            }
        }
    }

    /// Dates as people write them.
    static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String typed) {
            return read(typed, LocalDate::parse, "date; write one such as 2026-04-26");
        }
    }

    /// Times on the venue's clock.
    static final class WallTime implements ITypeConverter<LocalDateTime> {
        @Override
        public LocalDateTime convert(String typed) {
            return read(typed, LocalDateTime::parse, "time on the venue's clock; write one such as 2026-04-26T10:05");
        }
    }

    /// Time zones.
    static final class Zone implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String typed) {
            return read(typed, ZoneId::of, "time zone; write one such as America/Sao_Paulo");
        }
    }

    private static <T> T read(String typed, Function<String, T> reading, String what) {
        try {
            return reading.apply(typed);
        } catch (DateTimeException unreadable) {
            throw new TypeConversionException("'%s' is no %s".formatted(typed, what));
        }
    }
}
