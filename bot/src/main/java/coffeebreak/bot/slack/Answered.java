package coffeebreak.bot.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which reply of ours answers which message of a person, and which messages were deleted; of the latest thousands.
final class Answered {

    private static final int MOST = 5_000;

    private final Map<Said, String> replies = latest();
    private final Map<Said, Boolean> deleted = latest();

    private final Map<String, Boolean> outdated = latest();

    private record Said(String channel, String ts) {}

    private static <K, T> Map<K, T> latest() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, T> eldest) {
                return size() > MOST;
            }
        };
    }

    /// The first reply counts; whatever else was said belongs to it.
    synchronized void answer(String channel, String message, String reply) {
        replies.putIfAbsent(new Said(channel, message), reply);
    }

    synchronized Optional<String> reply(String channel, String message) {
        return Optional.ofNullable(replies.get(new Said(channel, message)));
    }

    /// Whether a press that carries nothing we know has not been answered yet.
    synchronized boolean isFirst(String press) {
        return outdated.put(press, true) == null;
    }

    synchronized void delete(String channel, String message) {
        deleted.put(new Said(channel, message), true);
    }

    synchronized boolean isDeleted(String channel, String message) {
        return deleted.containsKey(new Said(channel, message));
    }
}
