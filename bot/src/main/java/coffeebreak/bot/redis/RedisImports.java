package coffeebreak.bot.redis;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.importing.Content.Sort;
import coffeebreak.bot.importing.Imports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.params.SetParams;

/// Offers and imports, a key each; which import is in force stands in one hash, replaced like a profile: by
/// version.
final class RedisImports implements Imports {

    private static final Duration OFFERED = Duration.ofDays(1);
    private static final int PAGE = 500;

    private final Connection redis;
    private final Keys keys;
    private final Json json;
    private final Script save = Script.named("profile-save");

    RedisImports(Connection redis, Keys keys, Json json) {
        this.redis = redis;
        this.keys = keys;
        this.json = json;
    }

    @Override
    public void offer(Offer offer) {
        redis.ask(
                "keeping what would be imported",
                jedis -> jedis.set(
                        keys.importOffer(offer.id()),
                        json.write(offer),
                        SetParams.setParams().px(OFFERED.toMillis())));
    }

    @Override
    public Optional<Offer> offered(String id) {
        return read(keys.importOffer(id), Offer.class);
    }

    @Override
    public void drop(String offer) {
        redis.ask("dropping what would be imported", jedis -> jedis.del(keys.importOffer(offer)));
    }

    @Override
    public void keep(Import taken) {
        redis.ask("keeping an import", jedis -> jedis.set(keys.imported(taken.id()), json.write(taken)));
    }

    @Override
    public Optional<Import> find(String id) {
        return read(keys.imported(id), Import.class);
    }

    private <T> Optional<T> read(String key, Class<T> type) {
        return redis.ask("reading an import", jedis -> Optional.ofNullable(jedis.get(key)))
                .map(value -> json.read(value, type));
    }

    @Override
    public Reference current(Sort sort) {
        return redis.ask(
                        "reading what was imported",
                        jedis -> Optional.ofNullable(jedis.hget(keys.imports(), sort.words())))
                .map(value -> json.read(value.substring(value.indexOf(' ') + 1), Reference.class))
                .orElse(Reference.NONE);
    }

    @Override
    public boolean replace(Sort sort, Reference next) {
        var arguments = List.of(sort.words(), Long.toString(next.version()), json.write(next));
        return Objects.equals(1L, redis.run("importing", save, List.of(keys.imports()), arguments));
    }

    @Override
    public void forget(Person person) {
        var changed = false;
        for (var key : keysWith(keys.imported("*"))) {
            changed |= change(
                    key,
                    Import.class,
                    taken -> new Import(
                            taken.id(),
                            taken.file(),
                            taken.by(),
                            taken.at(),
                            taken.counts(),
                            taken.before(),
                            taken.content().without(person)));
        }
        for (var key : keysWith(keys.importOffer("*"))) {
            change(
                    key,
                    Offer.class,
                    offer -> new Offer(
                            offer.id(),
                            offer.file(),
                            offer.by(),
                            offer.at(),
                            offer.basis(),
                            offer.whole(),
                            offer.content().without(person),
                            offer.remarks()));
        }
        if (changed) {
            var mentors = current(Sort.MENTORS);
            replace(Sort.MENTORS, mentors.to(mentors.id()));
        }
    }

    private List<String> keysWith(String pattern) {
        var found = new ArrayList<String>();
        var page = new ScanParams().match(pattern).count(PAGE);
        var cursor = ScanParams.SCAN_POINTER_START;
        do {
            var at = cursor;
            var read = redis.ask("looking through what was imported", jedis -> jedis.scan(at, page));
            found.addAll(read.getResult());
            cursor = read.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return found;
    }

    private <T> boolean change(String key, Class<T> type, UnaryOperator<T> change) {
        var before = read(key, type);
        var after = before.map(change);
        if (before.equals(after)) {
            return false;
        }
        after.ifPresent(value -> redis.ask(
                "changing what was imported",
                jedis -> jedis.set(
                        key, json.write(value), SetParams.setParams().xx().keepTtl())));
        return true;
    }
}
