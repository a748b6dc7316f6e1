package coffeebreak.bot.redis;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.feedback.Feedback;
import coffeebreak.bot.feedback.Feedbacks;
import java.util.List;
import java.util.Optional;

/// What was said in a hash, a field for each seat; who would like to stay in touch in a set of lines.
final class RedisFeedbacks implements Feedbacks {

    private final Connection redis;
    private final Keys keys;
    private final Json json;

    RedisFeedbacks(Connection redis, Keys keys, Json json) {
        this.redis = redis;
        this.keys = keys;
        this.json = json;
    }

    @Override
    public Optional<Feedback> find(String seat, Person by) {
        return redis.ask("reading feedback", jedis -> Optional.ofNullable(jedis.hget(keys.feedback(), seat)))
                .map(value -> json.read(value, Feedback.class))
                .filter(feedback -> feedback.by().equals(by));
    }

    @Override
    public void save(Feedback feedback) {
        redis.ask("saving feedback", jedis -> jedis.hset(keys.feedback(), feedback.seat(), json.write(feedback)));
    }

    @Override
    public List<Feedback> all() {
        return redis.ask("reading the feedback", jedis -> jedis.hvals(keys.feedback())).stream()
                .map(value -> json.read(value, Feedback.class))
                .toList();
    }

    @Override
    public void wish(Person who, Person other) {
        redis.ask("noting who would like to stay in touch", jedis -> jedis.sadd(keys.inTouch(), line(who, other)));
    }

    @Override
    public boolean wishes(Person who, Person other) {
        return redis.ask(
                "reading who would like to stay in touch", jedis -> jedis.sismember(keys.inTouch(), line(who, other)));
    }

    @Override
    public List<Person> wishedBy(Person who) {
        return lines().stream()
                .filter(line -> line.startsWith(who.id() + " "))
                .map(line -> new Person(line.substring(line.indexOf(' ') + 1)))
                .toList();
    }

    @Override
    public void forget(Person who) {
        var seats = all().stream()
                .filter(feedback -> feedback.by().equals(who))
                .map(Feedback::seat)
                .toArray(String[]::new);
        if (seats.length > 0) {
            redis.ask("forgetting feedback", jedis -> jedis.hdel(keys.feedback(), seats));
        }
        var lines = lines().stream()
                .filter(line -> line.startsWith(who.id() + " ") || line.endsWith(" " + who.id()))
                .toArray(String[]::new);
        if (lines.length > 0) {
            redis.ask("forgetting who would like to stay in touch", jedis -> jedis.srem(keys.inTouch(), lines));
        }
    }

    private List<String> lines() {
        return redis.ask("reading who would like to stay in touch", jedis -> jedis.smembers(keys.inTouch())).stream()
                .sorted()
                .toList();
    }

    private static String line(Person who, Person other) {
        return who.id() + " " + other.id();
    }
}
