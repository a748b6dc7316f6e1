package coffeebreak.workspace;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import org.jspecify.annotations.Nullable;

/// One Socket Mode connection, handed to [SocketTransport].
final class SocketEndpoint extends Endpoint {
    private final SocketTransport transport;

    SocketEndpoint(SocketTransport transport) {
        this.transport = transport;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.setMaxIdleTimeout(0);
        session.setMaxTextMessageBufferSize(1_000_000);
        // The type is named because Tomcat cannot read it off a lambda.
        session.addMessageHandler(String.class, (MessageHandler.Whole<String>) transport::received);
        var tickets = session.getRequestParameterMap().getOrDefault("ticket", java.util.List.of(""));
        transport.opened(session, tickets.getFirst());
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        transport.closed(session);
    }

    @Override
    public void onError(@Nullable Session session, Throwable broken) {
        if (session != null) {
            transport.closed(session);
        }
    }
}
