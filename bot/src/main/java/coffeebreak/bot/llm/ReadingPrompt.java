package coffeebreak.bot.llm;

import coffeebreak.bot.programme.Fact;
import coffeebreak.bot.programme.Kind;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Role;
import coffeebreak.bot.programme.Session;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What a model is told: the task, the public programme, the question. No profile, no seat, no address, and nothing
/// about whoever asks.
final class ReadingPrompt {

    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    private record Sheet(
            List<KindLine> kinds, List<SessionLine> sessions, List<PersonLine> people, List<FactLine> facts) {}

    private record KindLine(String id, String name) {}

    private record SessionLine(
            String id,
            String kind,
            String title,
            @Nullable String about,
            int day,
            String start,
            List<String> people,
            @Nullable String room,
            List<PartLine> parts) {}

    private record PartLine(
            String id, String title, @Nullable String about, List<String> people) {}

    private record PersonLine(String id, String name, List<String> aliases, List<String> at, List<String> roles) {}

    private record FactLine(String id, List<String> asked, String words) {}

    /// The task, the same for every programme.
    static String task() {
        try (var in = ReadingPrompt.class.getResourceAsStream("/prompts/read-question.txt")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks prompts/read-question.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("prompts/read-question.txt", unreadable);
        }
    }

    /// Programme and question as two blocks of JSON. No text in them can end its block: `<` is written as an escape.
    String data(String question, Programme programme) {
        return "<programme>\n%s\n</programme>\n<question>\n%s\n</question>"
                .formatted(json(sheet(programme)), json(Map.of("question", question)));
    }

    private String json(Object value) {
        return mapper.writeValueAsString(value).replace("<", "\\u003c");
    }

    private static Sheet sheet(Programme programme) {
        return new Sheet(
                programme.sessions().stream()
                        .map(Session::kind)
                        .distinct()
                        .map(ReadingPrompt::line)
                        .toList(),
                programme.sessions().stream().map(ReadingPrompt::line).toList(),
                programme.people().stream()
                        .map(person -> line(person, programme))
                        .toList(),
                programme.facts().stream().map(ReadingPrompt::line).toList());
    }

    private static KindLine line(Kind kind) {
        return new KindLine(kind.id(), kind.name());
    }

    private static SessionLine line(Session session) {
        return new SessionLine(
                session.id(),
                session.kind().id(),
                session.title(),
                session.talkTitle(),
                session.day() + 1,
                session.start().toString(),
                session.people(),
                session.room(),
                session.parts().stream()
                        .map(part -> new PartLine(part.id(), part.title(), part.talkTitle(), part.people()))
                        .toList());
    }

    private static PersonLine line(ProgrammePerson person, Programme programme) {
        return new PersonLine(
                person.id(),
                person.name(),
                person.aliases(),
                person.affiliations().stream()
                        .map(programme.institutions()::canonical)
                        .toList(),
                person.roles().stream().map(Role::id).toList());
    }

    private static FactLine line(Fact fact) {
        return new FactLine(fact.id(), fact.asked(), fact.words());
    }
}
