package coffeebreak.bot.answers;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A question and what a right answer to it says: one line of a file of questions.
///
/// @param now            what the venue's clock shows; null for no clock
/// @param needsContext   the question this one follows on; null when it begins a conversation
/// @param mustContain    of each group at least one
/// @param mustNotContain none of these
/// @param answerable     false when nothing that is known answers it
/// @param maxChars       a longer answer is none
/// @param reason         where the truth stands
@JsonNaming(SnakeCaseStrategy.class)
record EvaluationQuestion(
        String id,
        String category,
        String question,
        @Nullable LocalDateTime now,
        @Nullable String needsContext,
        @Nullable Config config,
        String lang,
        List<List<String>> mustContain,
        List<String> mustNotContain,
        boolean answerable,
        int maxChars,
        String reason) {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+|[*_`~]");

    /// Where and when the programme is said to be, and where whoever asks is; null leaves it as it stands in the
    /// file.
    @JsonNaming(SnakeCaseStrategy.class)
    record Config(
            @Nullable LocalDate eventDate,
            @Nullable ZoneId eventZone,
            @Nullable ZoneId userZone) {}

    /// What an answer was worth.
    enum Verdict {
        RIGHT,
        /// Nothing was asserted, although there is an answer.
        NOT_KNOWN,
        /// Something was asserted that does not hold, or is not known to anybody.
        WRONG
    }

    Config place() {
        return config == null ? new Config(null, null, null) : config;
    }

    Verdict judge(Answer answer) {
        var asserted = answer.outcome() == Answer.Outcome.ANSWERED;
        if (!answerable && asserted) {
            return Verdict.WRONG;
        }
        if (holds(answer.text())) {
            return Verdict.RIGHT;
        }
        return asserted ? Verdict.WRONG : Verdict.NOT_KNOWN;
    }

    private boolean holds(String answer) {
        var text = folded(answer);
        return answer.length() <= maxChars
                && mustContain.stream().allMatch(group -> group.stream().anyMatch(words -> has(text, words)))
                && mustNotContain.stream().noneMatch(words -> has(text, words));
    }

    /// Whether a text has these words, not as a piece of a longer word or number.
    private static boolean has(String text, String words) {
        var sought = folded(words);
        for (var at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
            var end = at + sought.length();
            if (!(at > 0 && joined(text.charAt(at - 1), sought.charAt(0)))
                    && !(end < text.length() && joined(text.charAt(end), sought.charAt(sought.length() - 1)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean joined(char one, char other) {
        return alphanumeric(one) && alphanumeric(other);
    }

    private static boolean alphanumeric(char character) {
        return character >= 'a' && character <= 'z' || character >= '0' && character <= '9';
    }

    private static String folded(String text) {
        var plain = text.replaceAll("[\u2018\u2019]", "'")
                .replaceAll("[\u201c\u201d]", "\"")
                .replaceAll("[\u2011\u2013\u2014]", "-")
                .replaceAll("[\u00a0\u202f]", " ")
                .replace('\uff1a', ':');
        return MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
