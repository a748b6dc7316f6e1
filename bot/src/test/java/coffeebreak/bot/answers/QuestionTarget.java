package coffeebreak.bot.answers;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.fuzz.Target;
import coffeebreak.bot.fuzz.Words;
import coffeebreak.bot.programme.Programme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// Every question gets words, the same each time, and no more than a screen holds.
public final class QuestionTarget implements Target {

    private static final int SCREEN = 12_000;

    private final Programme day = YamlProgramme.builtIn().at(LocalDate.of(2026, 4, 26), ZoneId.of("America/Sao_Paulo"));
    private final Answers answers =
            new Answers(() -> day, () -> Instant.parse("2026-04-26T13:00:00Z"), Nearness.none());

    @Override
    public List<byte[]> seeds() {
        return Words.seeds(
                "when does Julia Kempe speak?",
                "what's on between 10 and 12",
                "who speaks right before the panel? and after?",
                "how much break time is there in total",
                "is Jeremy Cohen on the panel? was it moved to 4pm?",
                "wann spricht Julia Kempe?",
                "quand est la pause café ?",
                "¿quién habla después del almuerzo?",
                "quem fala às 14:30?",
                "下一个报告是什么？",
                "what is at half past 25 on 2026-02-30",
                "when is " + "the talk before ".repeat(20) + "lunch");
    }

    @Override
    public void holds(byte[] input) {
        var pieces = Words.pieces(input);
        var before = Conversation.none();
        for (var question : pieces.subList(0, Math.min(3, pieces.size()))) {
            var answer = answers.answer(question, Asker.somewhere(), before);
            assertThat(answer.text()).isNotBlank().hasSizeLessThan(SCREEN + question.length());
            var again = answers.answer(question, Asker.somewhere(), before);
            assertThat(again.text()).isEqualTo(answer.text());
            assertThat(again.outcome()).isEqualTo(answer.outcome());
            before = answer.after();
        }
        answers.sessions(pieces.getFirst(), before);
    }
}
