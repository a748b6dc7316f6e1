package coffeebreak.bot.answers;

import coffeebreak.bot.answers.EvaluationQuestion.Config;
import coffeebreak.bot.answers.EvaluationQuestion.Verdict;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.llm.Meanings;
import coffeebreak.bot.llm.VectorNearness;
import coffeebreak.bot.programme.Programme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Asks the project's own questions about four programmes, in conversations where they follow on one another, and
/// judges every answer. The questions were written, and the truth worked out by hand, before the first was asked.
final class Evaluation {

    /// Of a hundred questions this many may be answered wrongly.
    static final double MOST_WRONG = 0.02;

    /// What is asked about one programme in one round. A round was written blind, and the rules were mended with it in
    /// view only after it had been asked once; the page of the answers has what came of that.
    record QuestionSet(String round, Programme programme, List<EvaluationQuestion> questions) {

        static List<QuestionSet> all() {
            return List.of(
                    new QuestionSet("first", YamlProgramme.builtIn(), questions("sci4dl")),
                    new QuestionSet("first", invented("bridges"), questions("bridges")),
                    new QuestionSet("first", invented("voices"), questions("voices")),
                    new QuestionSet("second", YamlProgramme.builtIn(), questions("sci4dl-second")),
                    new QuestionSet("second", invented("clay"), questions("clay")),
                    new QuestionSet("third", YamlProgramme.builtIn(), questions("sci4dl-third")),
                    new QuestionSet("third", invented("clay"), questions("clay-third")),
                    new QuestionSet("third", invented("bridges"), questions("bridges-third")));
        }

        /// One of the programmes that exist for the tests alone.
        static Programme invented(String name) {
            return YamlProgramme.parse(name + ".yaml", resource(name + ".yaml"));
        }

        private static List<EvaluationQuestion> questions(String name) {
            var mapper = JsonMapper.builder().build();
            return resource("questions-" + name + ".jsonl")
                    .lines()
                    .map(line -> mapper.readValue(line, EvaluationQuestion.class))
                    .toList();
        }

        private static String resource(String file) {
            try (InputStream stream = Objects.requireNonNull(Evaluation.class.getResourceAsStream(file), file)) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    record Judged(String round, EvaluationQuestion question, Answer answer, Verdict verdict) {}

    private final List<QuestionSet> sets = QuestionSet.all();
    private final Nearness nearness = new VectorNearness(Meanings.miniLm());

    static void main() {
        var evaluation = new Evaluation();
        var judged = evaluation.judged();
        evaluation.print(judged);
        evaluation.printLatency();
        if (wrong(judged) > MOST_WRONG) {
            System.err.printf(
                    "%.1f %% of the answers are wrong; at most %.0f %% may be.%n",
                    100 * wrong(judged), 100 * MOST_WRONG);
            System.exit(1);
        }
    }

    static double wrong(List<Judged> judged) {
        return share(judged, Verdict.WRONG);
    }

    static double share(List<Judged> judged, Verdict verdict) {
        return (double) count(judged, verdict) / judged.size();
    }

    private static long count(List<Judged> judged, Verdict verdict) {
        return judged.stream().filter(each -> each.verdict() == verdict).count();
    }

    List<Judged> judged() {
        return sets.stream()
                .flatMap(set -> {
                    var desk = new Desk(set.programme());
                    return set.questions().stream().map(question -> {
                        var answer = desk.ask(question);
                        return new Judged(set.round(), question, answer, question.judge(answer));
                    });
                })
                .toList();
    }

    /// The bot at one programme. A question that follows on another goes on from where that one's conversation stood.
    private final class Desk {

        private final Programme programme;
        private final Map<Config, Answers> answers = new HashMap<>();
        private final Map<String, Conversation> after = new HashMap<>();
        private @Nullable LocalDateTime now;

        private Desk(Programme programme) {
            this.programme = programme;
        }

        private Answer ask(EvaluationQuestion question) {
            now = question.now();
            var place = question.place();
            var context = question.needsContext();
            var answer = answers.computeIfAbsent(place, this::answers)
                    .answer(
                            question.question(),
                            new Asker(place.userZone()),
                            context == null
                                    ? Conversation.none()
                                    : Objects.requireNonNull(after.get(context), context));
            after.put(question.id(), answer.after());
            return answer;
        }

        private Answers answers(Config place) {
            var set = programme.at(place.eventDate(), place.eventZone());
            return new Answers(() -> set, () -> Instant.EPOCH, unused -> Optional.ofNullable(now), nearness);
        }
    }

    private void print(List<Judged> judged) {
        System.out.println("right / said not known / wrong");
        System.out.printf("%-16s", "");
        rounds().forEach(round -> System.out.printf("%15s", round));
        System.out.printf("%15s%n", "all");
        var categories = judged.stream()
                .map(each -> each.question().category())
                .distinct()
                .toList();
        for (var category : categories) {
            printRow(
                    category,
                    judged.stream()
                            .filter(each -> each.question().category().equals(category))
                            .toList());
        }
        printRow("all", judged);
        System.out.printf(
                "%nof %d: right %.1f %%, said not known %.1f %%, wrong %.1f %%%n",
                judged.size(),
                100 * share(judged, Verdict.RIGHT),
                100 * share(judged, Verdict.NOT_KNOWN),
                100 * share(judged, Verdict.WRONG));
        for (var verdict : List.of(Verdict.WRONG, Verdict.NOT_KNOWN)) {
            judged.stream().filter(each -> each.verdict() == verdict).forEach(each -> {
                var question = each.question();
                System.out.printf(
                        "%n%s %s (%s): %s%s%n  %s: %s%n  read as: %s%n  true: %s%n",
                        verdict,
                        question.id(),
                        question.category(),
                        question.question(),
                        question.now() == null ? "" : "  [at " + question.now() + "]",
                        each.answer().outcome(),
                        each.answer().text().replace("\n", "\n    "),
                        each.answer().query(),
                        question.answerable()
                                ? question.mustContain().stream()
                                                .map(List::getFirst)
                                                .toList() + " (" + question.reason() + ")"
                                : "not known (" + question.reason() + ")");
            });
        }
    }

    private List<String> rounds() {
        return sets.stream().map(QuestionSet::round).distinct().toList();
    }

    private void printRow(String name, List<Judged> row) {
        System.out.printf("%-16s", name);
        rounds().forEach(round -> printCell(
                row.stream().filter(each -> each.round().equals(round)).toList()));
        printCell(row);
        System.out.println();
    }

    private static void printCell(List<Judged> cell) {
        System.out.printf(
                "%15s",
                cell.isEmpty()
                        ? "-"
                        : Arrays.stream(Verdict.values())
                                .map(verdict -> String.valueOf(count(cell, verdict)))
                                .reduce((one, other) -> one + " / " + other)
                                .orElseThrow());
    }

    /// Every question ten times more, on a desk that has answered all of them already.
    private void printLatency() {
        var taken = new ArrayList<Long>();
        for (var set : sets) {
            var desk = new Desk(set.programme());
            set.questions().forEach(desk::ask);
            IntStream.range(0, 10)
                    .forEach(turn -> set.questions().forEach(question -> {
                        var start = System.nanoTime();
                        desk.ask(question);
                        taken.add(System.nanoTime() - start);
                    }));
        }
        taken.sort(null);
        System.out.printf(
                "%nwarm, without a language model: half of the answers within %.1f ms, 99 %% within %.1f ms%n",
                taken.get(taken.size() / 2) / 1e6, taken.get(taken.size() * 99 / 100) / 1e6);
    }
}
