package coffeebreak.bot.answers;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.answers.Evaluation.QuestionSet;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.programme.Programme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Thousands of questions that nobody would ask like that: whatever comes, the bot answers calmly, pings nobody and
/// tells no time but the programme's. `-Drobustness.questions=10000` asks more.
class RobustnessTest {

    private static final int QUESTIONS = Integer.getInteger("robustness.questions", 3_000);
    private static final long SEED = 20_260_426;
    private static final LocalDate DAY = LocalDate.of(2026, 4, 26);
    private static final ZoneId VENUE = ZoneId.of("America/Sao_Paulo");
    private static final ZoneId ASKERS = ZoneId.of("Asia/Kolkata");

    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d:])(\\d{1,2})[:h](\\d{2})(?![\\d:])(?: ?([ap])\\.?m)?|(?<!\\d)(\\d{1,2}) ?([ap])\\.?m\\b");
    private static final Pattern MENTION = Pattern.compile("<[!@#]|<https?:|<mailto:|@(channel|here|everyone)\\b");

    private static final List<String> FRAGMENTS = List.of(
            "<!channel>",
            "<!here|here>",
            "<!everyone>",
            "<@U123>",
            "<#C123|general>",
            "<https://evil.example|click>",
            "@channel",
            "\u202e",
            "\u200f\u200e",
            "\u0000\u0007\u001b[31m",
            "\r\n\t\u2028",
            "{\"outcome\":\"ANSWERED\",\"text\":\"03:33\"}",
            "title:(lunch^4 AND *) OR \"~2 [a TO z] \\",
            "/.*{9}/ && !+-",
            "👩🏽‍🔬🔥🍕",
            "é́́́",
            "at 03:33",
            "25:61",
            "99999999999999999999",
            "-1st",
            "${jndi:ldap://evil.example}",
            "%s%n%d",
            "*bold* _it_ ~no~ `code`",
            "&lt;!channel&gt;");

    private final Random chance = new Random(SEED);

    /// Where a question comes in, and the times an answer there may tell.
    private record Desk(Answers answers, Asker asker, List<String> questions, Set<LocalTime> times) {}

    @Test
    void whateverIsAskedNobodyIsPingedAndNoTimeIsInvented() {
        var desks = Stream.concat(
                        QuestionSet.all().stream()
                                .flatMap(set -> desks(
                                        set.programme(),
                                        set.questions().stream().map(EvaluationQuestion::question))),
                        desks(YamlProgramme.builtIn(), FiveLanguagesTest.questions()))
                .toList();
        var faults = new ArrayList<String>();
        var conversation = Conversation.none();
        for (var turn = 0; turn < QUESTIONS; turn++) {
            var desk = one(desks);
            var question = mutated(one(desk.questions()), desk);
            try {
                var answer = desk.answers().answer(question, desk.asker(), conversation);
                conversation = chance.nextInt(3) == 0 ? Conversation.none() : answer.after();
                fault(answer, desk.times()).forEach(fault -> faults.add(describe(question, fault, answer.toString())));
            } catch (RuntimeException thrown) {
                faults.add(describe(question, thrown.toString(), thrown.getStackTrace()[0].toString()));
            }
        }

        assertThat(faults).isEmpty();
    }

    /// The bot without a clock and a zone; with both, asked from elsewhere.
    private static Stream<Desk> desks(Programme plain, Stream<String> asked) {
        var questions = asked
                // what names a zone may be told a time of that zone
                .filter(question -> !question.matches(".*(Tokyo|Paris|New York|London|Auckland).*"))
                .toList();
        var dated = plain.at(DAY, VENUE);
        var noon = LocalDateTime.of(DAY, LocalTime.of(11, 20));
        return Stream.of(
                new Desk(
                        new Answers(() -> plain, () -> Instant.EPOCH, VenueClock.none(), Nearness.none()),
                        Asker.somewhere(),
                        questions,
                        with(asked(questions), times(plain))),
                new Desk(
                        new Answers(() -> dated, () -> Instant.EPOCH, VenueClock.standing(noon), Nearness.none()),
                        new Asker(ASKERS),
                        questions,
                        with(
                                asked(questions),
                                with(
                                        times(dated),
                                        times(dated).stream()
                                                .map(RobustnessTest::elsewhere)
                                                .collect(Collectors.toSet())))));
    }

    /// A time that somebody asks about may be told back: "not at 13:00".
    private static Set<LocalTime> asked(List<String> questions) {
        return questions.stream()
                .flatMap(RobustnessTest::told)
                .filter(time -> time.matches("([01]\\d|2[0-3]):[0-5]\\d"))
                .map(LocalTime::parse)
                .collect(Collectors.toSet());
    }

    private static Set<LocalTime> with(Set<LocalTime> some, Set<LocalTime> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
    }

    private static LocalTime elsewhere(LocalTime time) {
        return DAY.atTime(time).atZone(VENUE).withZoneSameInstant(ASKERS).toLocalTime();
    }

    private static Set<LocalTime> times(Programme programme) {
        var times = new HashSet<LocalTime>();
        for (var session : programme.sessions()) {
            Stream.concat(
                            Stream.of(session.start()),
                            session.parts().stream().flatMap(part -> Stream.of(part.start(), part.end())))
                    .forEach(times::add);
            if (session.end() instanceof LocalTime end) {
                times.add(end);
            }
        }
        programme.facts().forEach(fact -> told(fact.words()).forEach(time -> times.add(LocalTime.parse(time))));
        return times;
    }

    private static Stream<String> fault(Answer answer, Set<LocalTime> known) {
        var text = answer.text();
        var invented = told(text)
                .filter(time -> known.stream().noneMatch(each -> each.toString().equals(time)))
                .map(time -> "invented " + time);
        return Stream.concat(
                invented,
                Stream.of(
                                text.isBlank() ? "says nothing" : "",
                                MENTION.matcher(text).find() ? "passes a mention on" : "",
                                text.chars().anyMatch(character -> character < ' ' && character != '\n')
                                        ? "passes control characters on"
                                        : "")
                        .filter(fault -> !fault.isEmpty()));
    }

    /// The times of day in a text, as "09:30".
    private static Stream<String> told(String text) {
        return TIME.matcher(text.toLowerCase(Locale.ROOT)).results().map(RobustnessTest::time);
    }

    private static String time(MatchResult found) {
        var bare = found.group(1) == null;
        var hour = Integer.parseInt(bare ? found.group(4) : found.group(1));
        var half = bare ? found.group(5) : found.group(3);
        var onTheClock = half == null ? hour : hour % 12 + (half.equals("p") ? 12 : 0);
        return "%02d:%s".formatted(onTheClock, bare ? "00" : found.group(2));
    }

    private static String describe(String question, String fault, String answer) {
        var shown = question.length() > 200 ? question.substring(0, 200) + "…" : question;
        return "%n  %s%n    %s: %s".formatted(shown, fault, answer);
    }

    private <T> T one(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }

    private String mutated(String question, Desk desk) {
        var ways = List.<UnaryOperator<String>>of(
                this::mistyped,
                this::mistyped,
                this::cut,
                this::shuffled,
                this::without,
                this::withFragment,
                this::withFragment,
                words -> words + " " + one(desk.questions()),
                words -> words.toUpperCase(Locale.ROOT),
                words -> "{\"question\": \"" + words + "\"}",
                this::longer);
        var changed = question;
        for (var times = 1 + chance.nextInt(3); times > 0; times--) {
            changed = one(ways).apply(changed);
        }
        return changed;
    }

    private String mistyped(String words) {
        if (words.length() < 2) {
            return words;
        }
        var at = chance.nextInt(words.length() - 1);
        var before = words.substring(0, at);
        var here = words.substring(at, at + 1);
        return switch (chance.nextInt(4)) {
            case 0 -> before + words.substring(at + 1);
            case 1 -> before + here + words.substring(at);
            case 2 -> before + (char) ('a' + chance.nextInt(26)) + words.substring(at + 1);
            default -> before + words.charAt(at + 1) + here + words.substring(at + 2);
        };
    }

    private String cut(String words) {
        return words.substring(0, chance.nextInt(words.length() + 1));
    }

    private String shuffled(String words) {
        var each = new ArrayList<>(List.of(words.split(" ", -1)));
        Collections.shuffle(each, chance);
        return String.join(" ", each);
    }

    private String without(String words) {
        var each = new ArrayList<>(List.of(words.split(" ", -1)));
        each.remove(chance.nextInt(each.size()));
        return String.join(" ", each);
    }

    private String withFragment(String words) {
        var at = chance.nextInt(words.length() + 1);
        return words.substring(0, at) + " " + one(FRAGMENTS) + " " + words.substring(at);
    }

    /// Rarely, some 5,000 characters.
    private String longer(String words) {
        return chance.nextInt(5) > 0 ? words : (words + " ").repeat(5_000 / (words.length() + 1));
    }
}
