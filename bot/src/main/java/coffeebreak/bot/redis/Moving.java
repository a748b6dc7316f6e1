package coffeebreak.bot.redis;

import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.redis.EventFile.Entry;
import coffeebreak.bot.redis.EventFile.Head;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.SetParams;

/// Moves one event between servers, through a file; or keeps the file for the day when the server is lost.
///
/// Nothing is written or read while a bot serves the event, since what it sends meanwhile would be sent again by
/// whoever goes on with the file. So the order is: stop the bots, export, import elsewhere, start them there. What a
/// bot had under way when it stopped is in the file as it was, and is looked for in the chat before it is sent again.
/// Times are times of the clock, also of what is leased: servers whose clocks differ by a minute make that minute
/// longer or shorter.
public final class Moving {

    private static final Duration MARKED = Duration.ofMinutes(1);

    /// So many keys, or values, are read or written in one step.
    private static final int KEYS_AT_ONCE = 200;

    private static final int VALUES_AT_ONCE = 5_000;

    private final Connection redis;
    private final Keys keys;
    private final Json json;
    private final Head head;
    private final String mark = UUID.randomUUID().toString();
    private final Script read = Script.named("event-read");
    private final Script write = Script.named("event-write");
    private final Script putInPlace = Script.named("event-put-in-place");

    Moving(Connection redis, Keys keys, Json json, InstantSource clock) {
        this.redis = redis;
        this.keys = keys;
        this.json = json;
        this.head = new Head(
                EventFile.FORMAT,
                keys.workspace(),
                keys.event(),
                clock.instant().toString());
    }

    /// Writes the event to a new file that only its owner may read.
    ///
    /// @return how many keys it has
    /// @throws CannotMove when a bot serves the event, when there is none, or the file is there already
    public int export(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new CannotMove(file + " is there already: name another file, or move it away.");
        }
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        if (!Files.isDirectory(folder)) {
            throw new CannotMove(folder + " is no folder: make it first.");
        }
        var begun = Files.createTempFile(folder, file.getFileName() + ".", ".part", ownersAlone(folder));
        try {
            int count;
            try (var channel = FileChannel.open(begun, StandardOpenOption.WRITE)) {
                count = export(Channels.newOutputStream(channel));
                channel.force(true);
            }
            Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
            return count;
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    private static FileAttribute<?>[] ownersAlone(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /// The same to wherever this leads; stays open. What was written before a refusal is cut off, and no import takes
    /// it.
    public int export(OutputStream out) throws IOException {
        return alone(() -> {
            var names = names();
            if (names.isEmpty()) {
                throw new CannotMove("This Redis holds nothing of the event %s of the workspace %s: look at REDIS_URL,"
                                .formatted(head.event(), head.workspace())
                        + " COFFEEBREAK_EVENT and SLACK_BOT_TOKEN.");
            }
            try (var writer = new EventFile.Writer(new Open(out), json, head)) {
                for (var from = 0; from < names.size(); from += KEYS_AT_ONCE) {
                    stillAlone();
                    for (var entry : read(names.subList(from, Math.min(from + KEYS_AT_ONCE, names.size())))) {
                        writer.add(entry);
                    }
                }
                stillAlone();
                requireNobodyServes();
                return writer.end();
            }
        });
    }

    /// Puts what a file holds in the place of what is there, all at once or not at all.
    ///
    /// @param replace whether an event that is there goes
    /// @return how many keys came
    /// @throws CannotMove when a bot serves the event, the file is not whole or of another event, or one is there
    public int take(Path file, boolean replace) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CannotMove(file + " cannot be read: there is no such file, or it is somebody else's.");
        }
        var content = EventFile.read(file, json);
        var of = content.head();
        if (!of.workspace().equals(head.workspace()) || !of.event().equals(head.event())) {
            throw new CannotMove(
                    "%s holds the event %s of the workspace %s, and the settings name %s of %s: import it with the settings it was exported with."
                            .formatted(file, of.event(), of.workspace(), head.event(), head.workspace()));
        }
        return alone(() -> {
            var before = names();
            if (!before.isEmpty() && !replace) {
                throw new CannotMove(
                        "This Redis holds the event %s already: add --replace to have it deleted for what the file holds."
                                .formatted(head.event()));
            }
            try {
                setAside(content.entries());
                stillAlone();
                requireNobodyServes();
                return putInPlace(before, content.entries());
            } finally {
                forgetWhatIsAside();
            }
        });
    }

    /// The same from wherever this comes; read to its end before anything is done.
    public int take(InputStream in, boolean replace) throws IOException {
        var file = Files.createTempFile("coffeebreak-event-", ".jsonl");
        try {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return take(file, replace);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private interface Step {
        int run() throws IOException;
    }

    private int alone(Step step) throws IOException {
        var marked = redis.ask(
                "marking that the event is moved",
                jedis -> jedis.set(
                        keys.moving(), mark, SetParams.setParams().nx().px(MARKED.toMillis())));
        if (marked == null) {
            throw new CannotMove("Another export or import of this event is under way, or was killed within the last"
                    + " minute: try again when it is over.");
        }
        try {
            requireNobodyServes();
            return step.run();
        } finally {
            redis.ask("ending the move", jedis -> mark.equals(jedis.get(keys.moving())) ? jedis.del(keys.moving()) : 0);
        }
    }

    private void stillAlone() {
        var mine = redis.ask(
                "marking that the event is moved",
                jedis -> mark.equals(jedis.get(keys.moving())) && jedis.pexpire(keys.moving(), MARKED.toMillis()) == 1);
        if (!mine) {
            throw new CannotMove("This took so long that somebody else may have begun to move the event: try again.");
        }
    }

    private void requireNobodyServes() {
        var serving = EveryKey.of(redis, keys).stream()
                .filter(key -> key.startsWith(keys.serving("")))
                .count();
        if (serving > 0) {
            throw new CannotMove(
                    "%s this event, and what is sent meanwhile would be sent again: stop %s first; one that was killed counts for %d seconds more."
                            .formatted(
                                    serving == 1 ? "A bot serves" : serving + " bots serve",
                                    serving == 1 ? "it" : "them",
                                    Presence.FORGOTTEN.toSeconds()));
        }
    }

    /// What is of the event, in order, so that the same event always gives the same file.
    private List<String> names() {
        return allNames().filter(keys::isOfTheEvent).sorted().toList();
    }

    private Stream<String> allNames() {
        return EveryKey.of(redis, keys).stream()
                .map(key -> key.substring(keys.prefix().length()));
    }

    private List<Entry> read(List<String> names) {
        try {
            var found = redis.run("reading the event", read, List.of(keys.prefix()), names);
            return ((List<?>) Objects.requireNonNull(found))
                    .stream().map(this::entry).toList();
        } catch (StoreUnavailable failure) {
            if (failure.getCause() instanceof JedisDataException refused
                    && String.valueOf(refused.getMessage()).contains("UNKNOWN ")) {
                throw new CannotMove("The event holds what this version cannot export: " + refused.getMessage() + ".");
            }
            throw failure;
        }
    }

    private Entry entry(Object told) {
        var parts = (List<?>) told;
        var type = (String) parts.get(1);
        var ends = (String) parts.get(2);
        var last = (String) parts.get(3);
        return new Entry(
                (String) parts.get(0),
                type,
                ends.isEmpty() ? null : Long.valueOf(ends),
                last.isEmpty() ? null : last,
                values(type, (List<?>) parts.get(4)));
    }

    private static List<List<String>> values(String type, List<?> told) {
        return switch (type) {
            case "stream" -> told.stream().map(Moving::streamed).toList();
            case "hash" -> inOrder(inPairs(told));
            case "zset" -> inPairs(told);
            case "set" ->
                inOrder(told.stream().map(value -> List.of((String) value)).toList());
            default -> told.stream().map(value -> List.of((String) value)).toList();
        };
    }

    private static List<String> streamed(Object told) {
        var entry = (List<?>) told;
        var values = new ArrayList<>(List.of((String) entry.get(0)));
        ((List<?>) entry.get(1)).forEach(value -> values.add((String) value));
        return values;
    }

    private static List<List<String>> inPairs(List<?> told) {
        return IntStream.range(0, told.size() / 2)
                .mapToObj(index -> List.of((String) told.get(2 * index), (String) told.get(2 * index + 1)))
                .toList();
    }

    private static List<List<String>> inOrder(List<List<String>> values) {
        return values.stream().sorted(Comparator.comparing(List::getFirst)).toList();
    }

    private void setAside(List<Entry> entries) {
        forgetWhatIsAside();
        var arguments = new ArrayList<String>();
        for (var entry : entries) {
            arguments.addAll(written(entry));
            if (arguments.size() >= VALUES_AT_ONCE) {
                stillAlone();
                redis.run("writing the event aside", write, List.of(keys.prefix()), arguments);
                arguments.clear();
            }
        }
        redis.run("writing the event aside", write, List.of(keys.prefix()), arguments);
    }

    private static List<String> written(Entry entry) {
        var stream = entry.type().equals("stream");
        var arguments =
                new ArrayList<>(List.of(entry.key(), entry.type(), Objects.requireNonNullElse(entry.last(), "")));
        var values = new ArrayList<String>();
        for (var value : entry.values()) {
            if (stream) {
                values.add(value.getFirst());
                values.add(Integer.toString(value.size() - 1));
                values.addAll(value.subList(1, value.size()));
            } else {
                values.addAll(value);
            }
        }
        arguments.add(Integer.toString(stream ? entry.values().size() : values.size()));
        arguments.addAll(values);
        return arguments;
    }

    private int putInPlace(List<String> before, List<Entry> entries) {
        var arguments = new ArrayList<>(List.of(mark, Integer.toString(before.size())));
        arguments.addAll(before);
        for (var entry : entries) {
            arguments.add(entry.key());
            arguments.add(entry.ends() == null ? "" : Long.toString(entry.ends()));
        }
        var came = redis.run("putting the event in its place", putInPlace, List.of(keys.prefix()), arguments);
        if (!Objects.equals(came, (long) entries.size())) {
            throw new CannotMove(
                    "Somebody else began to move the event meanwhile, and nothing was changed: try again.");
        }
        return entries.size();
    }

    private void forgetWhatIsAside() {
        var aside = allNames()
                .filter(keys::isSetAside)
                .map(name -> keys.prefix() + name)
                .toList();
        for (var from = 0; from < aside.size(); from += KEYS_AT_ONCE) {
            var some = aside.subList(from, Math.min(from + KEYS_AT_ONCE, aside.size()));
            redis.ask("deleting what an import left aside", jedis -> jedis.del(some.toArray(String[]::new)));
        }
    }

    /// Whoever gave the stream closes it.
    private static final class Open extends FilterOutputStream {

        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
