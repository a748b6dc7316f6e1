package coffeebreak.bot.answers;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.answers.Answer.Outcome;
import coffeebreak.bot.answers.Evaluation.QuestionSet;
import coffeebreak.bot.chat.Language;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.programme.Programme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/// The same questions in French, Spanish, Portuguese, German and Chinese, each with what a right answer says. They were
/// written, with the truth worked out by hand, before the first was asked.
class FiveLanguagesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 26);
    private static final ZoneId VENUE = ZoneId.of("America/Sao_Paulo");

    /// Words by which a language is recognized, whatever the bot says in it.
    private static final Map<Language, Pattern> MARKS = Map.of(
            Language.FRENCH,
                    words(
                            "est|avec|avant|encore|à|jusqu'à|commence|se termine|je|il|depuis|de|du|pas|oui|le|lieu|c'est|vous"),
            Language.SPANISH,
                    words("es|para|con|a las|hasta|empieza|termina|no|desde|de|del|sí|lugar|ahora|el|puedes|hola"),
            Language.PORTUGUESE,
                    words("é|para|sobre|com|às|até|começa|termina|não|desde|de|sim|local|agora|em|você|olá"),
            Language.GERMAN,
                    words(
                            "ist|oder|mit|hier|findet|es|um|bis|uhr|beginnt|endet|nicht|seit|ja|nein|ort|das|am|gern|hallo|kein"),
            Language.CHINESE, Pattern.compile("\\p{IsHan}"));

    private static final Pattern ENGLISH = words(
            "is|are|at|until|the|since|starts|ends|don't|there|nothing|with|over|you|yes|your|from|each|takes|inferred");

    private static Pattern words(String words) {
        return Pattern.compile("(?<![\\p{L}'])(?:" + words + ")(?![\\p{L}'])");
    }

    /// @param has    of each group at least one
    /// @param hasNot none of these
    @JsonNaming(SnakeCaseStrategy.class)
    record Asked(
            String id,
            String kind,
            String programme,
            @Nullable LocalDateTime now,
            @Nullable ZoneId zone,
            @Nullable String after,
            String outcome,
            List<List<String>> has,
            List<String> hasNot,
            String fr,
            String es,
            String pt,
            String de,
            String zh) {

        String in(Language language) {
            return switch (language) {
                case ENGLISH -> throw new IllegalArgumentException("these questions are not in English");
                case FRENCH -> fr;
                case SPANISH -> es;
                case PORTUGUESE -> pt;
                case GERMAN -> de;
                case CHINESE -> zh;
            };
        }

        boolean right(Answer answer) {
            var text = answer.text().toLowerCase(Locale.ROOT);
            return answer.outcome().name().equalsIgnoreCase(outcome)
                    && has.stream().allMatch(group -> group.stream().anyMatch(words -> says(text, words)))
                    && hasNot.stream().noneMatch(words -> says(text, words));
        }

        private static boolean says(String text, String words) {
            var sought = words.toLowerCase(Locale.ROOT);
            return Pattern.compile(
                            "(?<![a-z0-9])" + Pattern.quote(sought) + (sought.endsWith("min") ? "" : "(?![a-z0-9])"))
                    .matcher(text)
                    .find();
        }
    }

    private enum Verdict {
        RIGHT,
        NOT_KNOWN,
        WRONG
    }

    private record Heard(Asked asked, Language language, Answer answer, Verdict verdict, boolean inLanguage) {
        @Override
        public String toString() {
            return "%s %s %s [%s] %s%n    %s: %s%n    %s"
                    .formatted(
                            asked.id(),
                            language,
                            verdict,
                            inLanguage ? "" : "OTHER LANGUAGE",
                            asked.in(language),
                            answer.outcome(),
                            answer.text().replace("\n", " | "),
                            answer.query());
        }
    }

    private final Map<String, Programme> programmes = Map.of(
            "sci4dl", YamlProgramme.builtIn().at(DAY, VENUE),
            "clay", QuestionSet.invented("clay"));
    private final List<Heard> heard = heard();

    @Test
    void hardlyAnyAnswerIsWrong() {
        report();
        assertThat(heard.stream().filter(each -> each.verdict() == Verdict.WRONG))
                .hasSizeLessThanOrEqualTo(heard.size() / 50);
    }

    @Test
    void mostAnswersAreRight() {
        for (var language : languages()) {
            assertThat(count(language, Verdict.RIGHT))
                    .as(language.name())
                    .isGreaterThanOrEqualTo(heard.size() / languages().size() * 9 / 10);
        }
    }

    @Test
    void everyAnswerIsInTheLanguageOfTheQuestionOrSaysWhyNot() {
        assertThat(heard.stream().filter(each -> !each.inLanguage())).isEmpty();
    }

    /// Every question in every language, as typed.
    static Stream<String> questions() {
        return asked().stream().flatMap(question -> languages().stream().map(question::in));
    }

    private static List<Asked> asked() {
        var mapper = JsonMapper.builder().build();
        return resource()
                .lines()
                .map(line -> mapper.readValue(line, Asked.class))
                .toList();
    }

    private List<Heard> heard() {
        var questions = asked();
        var all = new ArrayList<Heard>();
        for (var language : languages()) {
            var after = new HashMap<String, Conversation>();
            for (var question : questions) {
                var before = question.after() == null
                        ? Conversation.none()
                        : Objects.requireNonNull(after.get(question.after()));
                var answer = answers(question).answer(question.in(language), new Asker(question.zone()), before);
                after.put(question.id(), answer.after());
                all.add(new Heard(question, language, answer, verdict(question, answer), isIn(language, answer)));
            }
        }
        return all;
    }

    private Answers answers(Asked question) {
        var programme = Objects.requireNonNull(programmes.get(question.programme()));
        return new Answers(
                () -> programme, () -> Instant.EPOCH, unused -> Optional.ofNullable(question.now()), Nearness.none());
    }

    private static Verdict verdict(Asked question, Answer answer) {
        if (question.right(answer)) {
            return Verdict.RIGHT;
        }
        return answer.outcome() == Outcome.ANSWERED ? Verdict.WRONG : Verdict.NOT_KNOWN;
    }

    /// Without the titles, names and places of the programme, and without what is said to be in English.
    private boolean isIn(Language language, Answer answer) {
        var text = answer.text();
        for (var programme : programmes.values()) {
            for (var session : programme.sessions()) {
                text = text.replace(session.title(), "");
                for (var part : session.parts()) {
                    text = text.replace(part.title(), "").replace(String.valueOf(part.talkTitle()), "");
                }
                text = text.replace(String.valueOf(session.talkTitle()), "")
                        .replace(String.valueOf(session.room()), "");
            }
            for (var person : programme.people()) {
                text = text.replace(person.name(), "").replace(person.affiliation(), "");
            }
        }
        var only = Sentences.in(language).onlyInEnglish();
        if (text.contains(only)) {
            return true;
        }
        var lower = text.toLowerCase(Locale.ROOT);
        return (Objects.requireNonNull(MARKS.get(language)).matcher(lower).find()
                        || lower.codePoints().noneMatch(Character::isLetter))
                && !ENGLISH.matcher(lower).find();
    }

    private static List<Language> languages() {
        return List.of(Language.FRENCH, Language.SPANISH, Language.PORTUGUESE, Language.GERMAN, Language.CHINESE);
    }

    private long count(Language language, Verdict verdict) {
        return heard.stream()
                .filter(each -> each.language() == language && each.verdict() == verdict)
                .count();
    }

    private void report() {
        var table = new EnumMap<Language, String>(Language.class);
        for (var language : languages()) {
            table.put(
                    language,
                    "%d right, %d not known, %d wrong"
                            .formatted(
                                    count(language, Verdict.RIGHT),
                                    count(language, Verdict.NOT_KNOWN),
                                    count(language, Verdict.WRONG)));
        }
        table.forEach((language, line) -> System.out.println(language + ": " + line));
        if (Boolean.getBoolean("every")) {
            heard.forEach(System.out::println);
        } else {
            heard.stream()
                    .filter(each -> each.verdict() != Verdict.RIGHT || !each.inLanguage())
                    .forEach(System.out::println);
        }
    }

    private static String resource() {
        try (var stream = Objects.requireNonNull(
                FiveLanguagesTest.class.getResourceAsStream("questions-in-five-languages.jsonl"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
