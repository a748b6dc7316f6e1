package coffeebreak.bot.files;

import coffeebreak.bot.files.JsonLines.Line;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Questions about the day as a file, one JSON object a line, and their answers as another.
public final class QuestionFile {

    private static final String EXAMPLE = "{\"id\":\"q1\",\"question\":\"when is lunch?\"}";

    private QuestionFile() {}

    /// A question as a line asks it.
    ///
    /// @param now      what the clock on the venue's wall shows; null for no clock
    /// @param context  the id of the line whose conversation goes on; null for a new one
    /// @param date     the event's first day, in place of the programme's; null for the programme's
    /// @param zone     the venue's zone, in place of the programme's; null for the programme's
    /// @param userZone where the asker's clock stands; null when not known
    public record Asked(
            String id,
            String question,
            @Nullable LocalDateTime now,
            @Nullable String context,
            @Nullable LocalDate date,
            @Nullable ZoneId zone,
            @Nullable ZoneId userZone) {}

    /// What was said to a question.
    ///
    /// @param outcome answered, ambiguous, unknown or refused
    /// @param query   how the question was read; empty when it was not
    public record Answered(String id, String answer, String outcome, String query) {}

    /// The questions of a file: `{"id":"q1","question":"…"}`, with `now`, `needs_context` and a `config` of
    /// `event_date`, `event_zone` and `user_zone` where wanted. Other fields are left alone. Every
    /// context is there, before or after the line that needs it, and none needs itself.
    ///
    /// @throws BadFile with everything that is wrong
    public static List<Asked> read(String file) {
        return JsonLines.readAll(file, EXAMPLE, QuestionFile::asked, _ -> {});
    }

    private static List<Asked> asked(List<Line> lines) {
        var asked = new ArrayList<Asked>();
        for (var line : lines) {
            var config = line.object("config");
            var context = line.id("needs_context");
            asked.add(new Asked(
                    line.id(),
                    line.needed("question"),
                    line.time(
                            "now",
                            LocalDateTime::parse,
                            "the time on the venue's clock, such as 2026-04-26T10:05, or leave it out"),
                    context.isEmpty() ? null : context,
                    config.time("event_date", LocalDate::parse, "a date such as 2026-04-26"),
                    config.time("event_zone", ZoneId::of, "a zone such as America/Sao_Paulo"),
                    config.time("user_zone", ZoneId::of, "a zone such as Asia/Kolkata")));
        }
        checkContexts(lines, asked);
        return asked;
    }

    private static void checkContexts(List<Line> lines, List<Asked> asked) {
        var byId = new HashMap<String, Asked>();
        asked.forEach(each -> byId.putIfAbsent(each.id(), each));
        var settled = new LinkedHashSet<String>();
        for (var i = 0; i < asked.size(); i++) {
            var start = asked.get(i);
            var context = start.context();
            if (context != null && !byId.containsKey(context)) {
                lines.get(i)
                        .bad("\"needs_context\" is \"%s\", and no line has that id; correct it.".formatted(context));
            }
            var chain = new LinkedHashSet<String>();
            var each = start;
            while (each != null && !settled.contains(each.id()) && chain.add(each.id())) {
                each = each.context() == null ? null : byId.get(each.context());
            }
            if (each != null && !settled.contains(each.id())) {
                lines.get(i)
                        .bad("the contexts go round in a circle, %s and again %s; a conversation needs a beginning."
                                .formatted(String.join(", ", chain), each.id()));
            }
            settled.addAll(chain);
        }
    }

    /// Writes answers, a line each.
    ///
    /// @param out is left open
    public static void write(List<Answered> answers, OutputStream out) {
        var mapper = JsonMapper.shared();
        try {
            for (var answer : answers) {
                Map<String, String> fields = new LinkedHashMap<>();
                fields.put("id", answer.id());
                fields.put("answer", answer.answer());
                fields.put("outcome", answer.outcome());
                fields.put("query", answer.query());
                out.write((mapper.writeValueAsString(fields) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
