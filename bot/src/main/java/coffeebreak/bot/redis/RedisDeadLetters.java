package coffeebreak.bot.redis;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.frontdesk.Arrival;
import coffeebreak.bot.organizing.DeadLetters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;

/// What the inbox gave up, in a stream.
final class RedisDeadLetters implements DeadLetters {

    private static final int MOST = 10_000;

    private final Connection redis;
    private final Keys keys;
    private final Json json;
    private final Script again = Script.onInbox("inbox-again");

    RedisDeadLetters(Connection redis, Keys keys, Json json) {
        this.redis = redis;
        this.keys = keys;
        this.json = json;
    }

    @Override
    public List<Letter> all() {
        return entries().stream().map(this::letter).toList();
    }

    private List<StreamEntry> entries() {
        return redis.ask("reading what was given up", jedis -> jedis.xrange(keys.deadLetters(), "-", "+", MOST));
    }

    private Letter letter(StreamEntry entry) {
        var fields = entry.getFields();
        var what = "something";
        var words = "";
        try {
            var input =
                    json.read(fields.getOrDefault("arrival", ""), Arrival.class).input();
            what = switch (input) {
                case Arrival.Input.Intent(var intent) -> intent.getClass().getSimpleName();
                default -> input.getClass().getSimpleName();
            };
            words = switch (input) {
                case Arrival.Input.Words(var typed) -> typed;
                case Arrival.Input.Files(var typed, var _) -> typed;
                case Arrival.Input.Edited(var typed) -> typed;
                case Arrival.Input.Command(var command, var typed) -> (command + " " + typed).strip();
                case Arrival.Input.Intent _, Arrival.Input.Left _ -> "";
            };
        } catch (IllegalArgumentException ofAnEarlierVersion) {
            // It can still be counted, and dropped.
        }
        return new Letter(
                Instant.ofEpochMilli(entry.getID().getTime()),
                person(fields),
                what,
                words,
                fields.getOrDefault("reason", ""));
    }

    private static Person person(Map<String, String> fields) {
        return new Person(fields.getOrDefault("person", ""));
    }

    @Override
    public int tryAgain() {
        return Math.toIntExact((Long) Objects.requireNonNull(
                redis.run("trying again what was given up", again, List.of(keys.prefix()), List.of())));
    }

    @Override
    public int drop() {
        var dropped = entries();
        remove(dropped);
        return dropped.size();
    }

    @Override
    public void forget(Person who) {
        remove(entries().stream()
                .filter(entry -> person(entry.getFields()).equals(who))
                .toList());
    }

    private void remove(List<StreamEntry> entries) {
        if (!entries.isEmpty()) {
            redis.ask(
                    "dropping what was given up",
                    jedis -> jedis.xdel(
                            keys.deadLetters(),
                            entries.stream().map(StreamEntry::getID).toArray(StreamEntryID[]::new)));
        }
    }
}
