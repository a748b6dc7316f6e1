package coffeebreak.workspace;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The files of the workspace, in memory: announced first, then uploaded, then shared.
final class FileStore {

    /// @param user    who put it there
    /// @param created in seconds since 1970
    record Stored(String id, String name, String title, String user, long created) {}

    /// @param secret the end of the address it is uploaded to
    record Announced(String id, String secret) {}

    private final Ids ids;
    private final Map<String, String> awaited = new HashMap<>();
    private final Map<String, Stored> files = new HashMap<>();
    private final Map<String, byte[]> contents = new HashMap<>();

    FileStore(Ids ids) {
        this.ids = ids;
    }

    /// What a person uploads is there at once.
    synchronized Stored put(String name, String user, byte[] content, long now) {
        var file = new Stored(ids.next("F"), name, name, user, now);
        files.put(file.id(), file);
        contents.put(file.id(), content.clone());
        return file;
    }

    synchronized Announced announce(String name, String user, long now) {
        var announced = new Announced(ids.next("F"), ids.secret());
        awaited.put(announced.secret(), announced.id());
        files.put(announced.id(), new Stored(announced.id(), name, name, user, now));
        return announced;
    }

    /// False where nothing is awaited at that address.
    synchronized boolean receive(String secret, byte[] content) {
        var id = awaited.remove(secret);
        if (id != null) {
            contents.put(id, content.clone());
        }
        return id != null;
    }

    /// The file with its title, once its content is there.
    synchronized Optional<Stored> complete(String id, String title) {
        return find(id).map(file -> {
            var titled = title.isEmpty() ? file : new Stored(id, file.name(), title, file.user(), file.created());
            files.put(id, titled);
            return titled;
        });
    }

    synchronized Optional<Stored> find(String id) {
        return Optional.ofNullable(contents.containsKey(id) ? files.get(id) : null);
    }

    synchronized Optional<byte[]> content(String id) {
        return Optional.ofNullable(contents.get(id)).map(byte[]::clone);
    }

    /// Whether there was such a file that is deleted now.
    synchronized boolean wasDeleted(String id) {
        return files.containsKey(id) && !contents.containsKey(id) && !awaited.containsValue(id);
    }

    synchronized void delete(String id) {
        contents.remove(id);
    }
}
