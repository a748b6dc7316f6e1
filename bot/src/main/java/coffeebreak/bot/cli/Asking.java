package coffeebreak.bot.cli;

import coffeebreak.bot.answers.Answer;
import coffeebreak.bot.answers.Answers;
import coffeebreak.bot.answers.Asker;
import coffeebreak.bot.answers.Conversation;
import coffeebreak.bot.answers.Nearness;
import coffeebreak.bot.files.QuestionFile.Answered;
import coffeebreak.bot.files.QuestionFile.Asked;
import coffeebreak.bot.programme.Programme;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Asks questions of a file, each by the clock and in the conversation its line names.
final class Asking {

    private final Programme programme;
    private final Nearness nearness;
    private final Map<Days, Answers> answers = new HashMap<>();
    private @Nullable LocalDateTime now;

    Asking(Programme programme, Nearness nearness) {
        this.programme = programme;
        this.nearness = nearness;
    }

    /// When and where the event takes place, as far as a line says so.
    private record Days(@Nullable LocalDate date, @Nullable ZoneId zone) {}

    /// The answers in the order of the questions, wherever the lines stand whose conversations go on.
    ///
    /// @param watch hears how many are answered
    List<Answered> answer(List<Asked> asked, IntConsumer watch) {
        var byId = new HashMap<String, Asked>();
        asked.forEach(line -> byId.put(line.id(), line));
        var said = new HashMap<String, Answer>();
        for (var line : asked) {
            var waiting = new ArrayDeque<Asked>();
            for (var each = line; each != null && !said.containsKey(each.id()); each = byId.get(each.context())) {
                waiting.push(each);
            }
            while (!waiting.isEmpty()) {
                var each = waiting.pop();
                watch.accept(said.size());
                said.put(each.id(), answer(each, before(each, byId.get(each.context()), said)));
            }
        }
        return asked.stream()
                .map(line -> answered(line.id(), said.get(line.id())))
                .toList();
    }

    /// Where one of two lines has no clock, the second is taken to follow the first at once.
    private static Conversation before(Asked line, @Nullable Asked context, Map<String, Answer> said) {
        var answer = context == null ? null : said.get(context.id());
        if (context == null || answer == null) {
            return Conversation.none();
        }
        var apart = context.now() == null || line.now() == null
                ? Duration.ZERO
                : Duration.between(context.now(), line.now()).abs();
        return apart.compareTo(Conversation.LIFETIME) > 0 ? Conversation.none() : answer.after();
    }

    private Answer answer(Asked line, Conversation before) {
        now = line.now();
        return answers.computeIfAbsent(new Days(line.date(), line.zone()), this::answers)
                .answer(line.question(), new Asker(line.userZone()), before);
    }

    /// Conversations end by what the lines say, so that the clock by which they end otherwise stands still.
    private Answers answers(Days days) {
        var dated = programme.at(days.date(), days.zone());
        return new Answers(() -> dated, () -> Instant.EPOCH, _ -> Optional.ofNullable(now), nearness);
    }

    private static Answered answered(String id, @Nullable Answer answer) {
        if (answer == null) {
            throw new IllegalStateException("nothing was said to " + id);
        }
        var outcome = switch (answer.outcome()) {
            case ANSWERED, SMALL_TALK -> "answered";
            case AMBIGUOUS -> "ambiguous";
            case UNKNOWN -> "unknown";
            case REFUSED -> "refused";
        };
        return new Answered(id, answer.text(), outcome, answer.query());
    }
}
