package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.llm.Meanings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AskCommandTest {

    private static final String DAY = """
            name: Workshop on Rivers
            sessions:
              - {id: a, title: Lecture 1, kind: talk, start: "09:00", end: "10:00", people: [ana]}
              - {id: b, title: Coffee Break, kind: coffee_break, start: "10:00", end: "10:30"}
              - {id: c, title: Lecture 2, kind: talk, start: "10:30", end: "11:30"}
            people:
              - {id: ana, name: Ana Souza, affiliations: [USP], roles: [speaker]}
            """;

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    @Test
    void aQuestionIsAnsweredFromTheBuiltInProgramme() {
        assertThat(ask("what time is lunch?")).isZero();

        assertThat(said()).startsWith("Lunch Break").contains("12:30").endsWith("\n");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void theEventIsWhatTheFileSays() throws IOException {
        assertThat(ask("--event", file("day.yaml", DAY), "who", "gives", "lecture", "1?"))
                .isZero();

        assertThat(said()).contains("Ana Souza");
    }

    @Test
    void clockDateAndZonesComeFromTheOptions() {
        ask("--date", "2026-04-26", "--zone", "America/Sao_Paulo", "--now", "2026-04-26T10:05", "what's next?");
        ask("--date", "2026-04-26", "--zone", "America/Sao_Paulo", "--user-zone", "Asia/Kolkata", "when is lunch?");

        assertThat(said()).contains("10:30").contains("21:00");
    }

    @Test
    void whatIsNotKnownIsNoFailure() {
        assertThat(ask("--explain", "what is the wifi password?")).isZero();

        assertThat(said()).startsWith("I don't know").endsWith("outcome: unknown\nquery: none\n");
    }

    @Test
    void explainTellsHowTheQuestionWasRead() {
        ask("--explain", "when is the panel?");

        assertThat(said()).contains("15:30").contains("\noutcome: answered\nquery: when(");
    }

    @Test
    void aBatchIsAnsweredInItsOrder() throws IOException {
        var answers = batch("""
                {"id": "q1", "question": "when is lunch?", "category": "when", "must_contain": [["12:30"]]}

                {"id": 2, "question": "hello!", "now": null, "needs_context": null, "config": null}
                {"id": "q3", "question": ""}
                """);

        assertThat(answers)
                .extracting(answer -> answer.path("id").stringValue())
                .containsExactly("q1", "2", "q3");
        assertThat(answers)
                .extracting(answer -> answer.path("outcome").stringValue())
                .containsExactly("answered", "answered", "unknown");
        assertThat(answers.getFirst().path("answer").stringValue()).contains("12:30");
        assertThat(answers.getFirst().path("query").stringValue()).startsWith("when(");
        assertThat(answers.get(1).path("query").stringValue()).isEmpty();
    }

    @Test
    void everyLineHasItsOwnClockAndPlace() throws IOException {
        var answers = batch("""
                {"id":"a","question":"what's next?","now":"2026-04-26T09:40","config":{"event_date":"2026-04-26"}}
                {"id":"b","question":"what's next?","now":"2026-05-04T12:00","config":{"event_date":"2026-05-04"}}
                {"id":"c","question":"what's next?"}
                {"id":"d","question":"when is lunch?","config":{"event_date":"2026-05-04","event_zone":"Europe/Paris","user_zone":"Asia/Tokyo"}}
                """);

        assertThat(answers.get(0).path("answer").stringValue()).contains("Invited talk 3");
        assertThat(answers.get(1).path("answer").stringValue()).contains("Lunch");
        assertThat(answers.get(2).path("answer").stringValue()).doesNotContain("10:00");
        assertThat(answers.get(3).path("answer").stringValue()).contains("19:30");
    }

    @Test
    void aConversationGoesOnFromACopyWhereverItsLinesStand() throws IOException {
        var answers = batch("""
                {"id":"a2","question":"how long is it?","needs_context":"a1"}
                {"id":"b2","question":"and the second one?","needs_context":"b1"}
                {"id":"a1","question":"when is the panel?"}
                {"id":"b1","question":"when is the first poster session?"}
                {"id":"a3","question":"how long is it?","needs_context":"a1"}
                {"id":"x","question":"how long is it?"}
                """);

        assertThat(answers.get(0).path("answer").stringValue()).contains("takes 1 hour");
        assertThat(answers.get(4).path("answer")).isEqualTo(answers.get(0).path("answer"));
        assertThat(answers.get(1).path("answer").stringValue()).contains("17:00");
        assertThat(answers.get(5).path("outcome").stringValue()).isNotEqualTo("answered");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-26T10:00, 2026-04-26T10:15, answered",
        "2026-04-26T10:00, 2026-04-26T10:16, ambiguous",
        "2026-04-26T10:00, , answered",
        ", 2026-04-26T10:16, answered"
    })
    void aConversationLastsAQuarterOfAnHourWhereBothLinesHaveAClock(String first, String second, String outcome)
            throws IOException {
        var answers = batch("""
                {"id":"1","question":"when is the panel?"%s}
                {"id":"2","question":"how long is it?","needs_context":"1"%s}
                """.formatted(now(first), now(second)));

        assertThat(answers.get(1).path("outcome").stringValue()).isEqualTo(outcome);
    }

    private static String now(String time) {
        return time == null ? "" : ",\"now\":\"" + time + "\"";
    }

    @Test
    void everythingWrongWithABatchIsToldAtOnceAndNothingIsWritten() throws IOException {
        var questions = file("questions.jsonl", """
                {"id":"q1","question":7}
                {"id":"q2"}
                {"id":"q3","question":"and then?","needs_context":"q9"}
                {"id":"q4","question":"and then?","needs_context":"q5"}
                {"id":"q5","question":"and then?","needs_context":"q4"}
                {"id":"q6","question":"when?","now":"noon","config":{"event_zone":"Mars","event_date":"26.4.2026"}}
                {"id":"q7","question":"when?","config":"none"}
                {"id":"q1","question":"when?"}
                when is lunch?
                """);
        var answers = folder.resolve("answers.jsonl");

        assertThat(ask("--batch", questions, "--out", answers.toString())).isEqualTo(1);
        assertThat(complaints().replace(questions, "questions.jsonl").lines())
                .containsExactly(
                        "questions.jsonl:1: \"question\" is no text; write it in quotes.",
                        "questions.jsonl:2: there is no \"question\"; add \"question\": \"…\".",
                        "questions.jsonl:3: \"needs_context\" is \"q9\", and no line has that id; correct it.",
                        "questions.jsonl:4: the contexts go round in a circle, q4, q5 and again q4; a conversation needs a beginning.",
                        "questions.jsonl:6: \"now\" is \"noon\"; write the time on the venue's clock, such as 2026-04-26T10:05, or leave it out.",
                        "questions.jsonl:6: \"event_date\" is \"26.4.2026\"; write a date such as 2026-04-26.",
                        "questions.jsonl:6: \"event_zone\" is \"Mars\"; write a zone such as America/Sao_Paulo.",
                        "questions.jsonl:7: \"config\" is no object; write \"config\": {…}.",
                        "questions.jsonl:8: the id \"q1\" stands in line 1 already; give each line an id of its own.",
                        "questions.jsonl:9: this is no JSON at column 1: Unrecognized token 'when': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false'). Write one object a line, such as {\"id\":\"q1\",\"question\":\"when is lunch?\"}");
        assertThat(answers).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none.jsonl", "none.yaml"})
    void aFileThatIsNotThereEndsWithOne(String name) {
        var arguments =
                name.endsWith("yaml") ? new String[] {"--event", name, "when?"} : new String[] {"--batch", name};

        assertThat(ask(arguments)).isEqualTo(1);
        assertThat(complaints()).isEqualTo(name + ": there is no such file; check the path.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--batch q.jsonl when?",
                "--now noon when?",
                "--date 26.4.2026 when?",
                "--zone Mars when?",
                "--user-zone Mars when?",
                "--unknown when?",
                "--event"
            })
    void wrongUsageEndsWithTwo(String arguments) {
        assertThat(ask(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);
        assertThat(said()).isEmpty();
    }

    @Test
    void aTimeThatIsNoneIsRefusedInOneSentence() {
        ask("--now", "noon", "when?");

        assertThat(complaints())
                .startsWith("Invalid value for option '--now': 'noon' is no time on the venue's clock;"
                        + " write one such as 2026-04-26T10:05\n");
    }

    @Test
    void withoutAModelFactsAreFoundByWordsAndItIsSaidOnce() throws IOException {
        var answers = batch("""
                {"id":"1","question":"when is the submission deadline?"}
                {"id":"2","question":"is there a competition?"}
                {"id":"3","question":"who pays for travel?"}
                """);

        assertThat(answers.getFirst().path("outcome").stringValue()).isEqualTo("answered");
        assertThat(complaints().lines().filter(line -> !line.contains(" s)")))
                .containsExactly("ask: facts are found by their words alone, since the model of meanings does not load"
                        + " here: no such library");
    }

    private List<JsonNode> batch(String questions) throws IOException {
        var answers = folder.resolve("answers.jsonl");
        assertThat(ask("--batch", file("questions.jsonl", questions), "--out", answers.toString()))
                .as(complaints())
                .isZero();
        return Files.readAllLines(answers).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int ask(String... arguments) {
        var words = new ArrayList<>(List.of(arguments));
        words.addFirst("ask");
        var err = new PrintWriter(messages, true, StandardCharsets.UTF_8);
        return Coffeebreak.commands(this::made).setErr(err).execute(words.toArray(String[]::new));
    }

    /// No model here: its start would take longer than everything else.
    private <K> K made(Class<K> type) throws Exception {
        var nowhere = new Meanings("none", () -> {
            throw new UnsatisfiedLinkError("no such library");
        });
        return type == AskCommand.class
                ? type.cast(new AskCommand(output, new PrintStream(messages, true, StandardCharsets.UTF_8), nowhere))
                : CommandLine.defaultFactory().create(type);
    }

    private String said() {
        return output.toString(StandardCharsets.UTF_8);
    }

    private String complaints() {
        return messages.toString(StandardCharsets.UTF_8);
    }
}
