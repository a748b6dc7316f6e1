package coffeebreak.workspace;

import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/// Tells every open page what changed, so that it reads it again.
final class PageEvents {
    private final Set<BlockingQueue<JsonNode>> subscribers = ConcurrentHashMap.newKeySet();

    BlockingQueue<JsonNode> subscribe() {
        var queue = new LinkedBlockingQueue<JsonNode>(10_000);
        subscribers.add(queue);
        return queue;
    }

    void unsubscribe(BlockingQueue<JsonNode> queue) {
        subscribers.remove(queue);
    }

    void channel(Conversation conversation, @Nullable String onlyFor) {
        publish("channel", onlyFor, conversation.id(), null);
    }

    void home(String user) {
        publish("home", user, null, null);
    }

    void modal(String user) {
        publish("modal", user, null, null);
    }

    void people() {
        publish("people", null, null, null);
    }

    void clock() {
        publish("clock", null, null, null);
    }

    void toast(String user, String text) {
        publish("toast", user, null, text);
    }

    private void publish(String what, @Nullable String user, @Nullable String channel, @Nullable String text) {
        var change = Json.object()
                .put("what", what)
                .put("user", user)
                .put("channel", channel)
                .put("text", text);
        subscribers.forEach(queue -> queue.offer(change));
    }

    /// Ends every stream.
    void close() {
        subscribers.forEach(queue -> {
            queue.clear();
            queue.add(NullNode.getInstance());
        });
    }
}
