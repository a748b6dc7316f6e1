package coffeebreak.bot.redis;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.organizing.OpenQuestion;
import coffeebreak.bot.organizing.OpenQuestions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import redis.clients.jedis.params.SetParams;

/// Questions in one hash, replaced like profiles: by version. What was asked in vain stands under its person.
final class RedisOpenQuestions implements OpenQuestions {

    private static final Duration LIFETIME = Duration.ofDays(1);

    private final Connection redis;
    private final Keys keys;
    private final Json json;
    private final Script save = Script.named("profile-save");

    RedisOpenQuestions(Connection redis, Keys keys, Json json) {
        this.redis = redis;
        this.keys = keys;
        this.json = json;
    }

    private record InVain(Map<String, String> questions) {}

    @Override
    public List<OpenQuestion> all() {
        return redis.ask("reading questions to the organizers", jedis -> jedis.hvals(keys.questions())).stream()
                .map(value -> json.read(value.substring(value.indexOf(' ') + 1), OpenQuestion.class))
                .sorted(Comparator.comparingInt(OpenQuestion::number))
                .toList();
    }

    @Override
    public boolean replace(OpenQuestion question) {
        var arguments =
                List.of(Integer.toString(question.number()), Long.toString(question.version()), json.write(question));
        return Objects.equals(
                1L, redis.run("keeping a question to the organizers", save, List.of(keys.questions()), arguments));
    }

    @Override
    public Map<String, String> askedInVain(Person who) {
        return redis.ask("reading what was asked in vain", jedis -> Optional.ofNullable(jedis.get(keys.inVain(who))))
                .map(value -> json.read(value, InVain.class).questions())
                .orElse(Map.of());
    }

    @Override
    public void keepAskedInVain(Person who, Map<String, String> questions) {
        redis.ask("keeping what was asked in vain", jedis -> {
            if (questions.isEmpty()) {
                return jedis.del(keys.inVain(who));
            }
            return jedis.set(
                    keys.inVain(who),
                    json.write(new InVain(questions)),
                    SetParams.setParams().ex(LIFETIME.toSeconds()));
        });
    }
}
