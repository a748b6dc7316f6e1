package coffeebreak.bot.slack;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/// The other end of Slack's sockets, greeting or not, as the test wants it.
final class ScriptedSocket implements AutoCloseable {

    private final Tomcat tomcat = new Tomcat();
    private final List<Session> connections = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private volatile boolean greets = true;

    ScriptedSocket(Path folder) throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        var context = tomcat.addContext("", folder.toString());
        context.addServletContainerInitializer(new WsSci(), Set.of());
        context.addServletContainerInitializer(
                (_, servletContext) -> servletContext.addListener(new ServletContextListener() {
                    @Override
                    public void contextInitialized(ServletContextEvent event) {
                        register((ServerContainer)
                                event.getServletContext().getAttribute(ServerContainer.class.getName()));
                    }
                }),
                Set.of());
        Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet")
                .addMapping("/");
        tomcat.getConnector();
        tomcat.start();
    }

    /// What came by which connection, both counted from 0.
    record Received(int connection, String text) {}

    String url() {
        return "ws://127.0.0.1:%d/link".formatted(tomcat.getConnector().getLocalPort());
    }

    void greets(boolean yes) {
        greets = yes;
    }

    int connected() {
        return connections.size();
    }

    boolean isOpen(int connection) {
        return connections.get(connection).isOpen();
    }

    void send(int connection, String text) throws IOException {
        connections.get(connection).getBasicRemote().sendText(text);
    }

    void drop(int connection) throws IOException {
        connections.get(connection).close();
    }

    Received next() throws InterruptedException {
        var next = received.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came by the socket");
        }
        return next;
    }

    private void register(ServerContainer container) {
        try {
            container.addEndpoint(ServerEndpointConfig.Builder.create(Link.class, "/link")
                    .configurator(new ServerEndpointConfig.Configurator() {
                        @Override
                        public <T> T getEndpointInstance(Class<T> type) {
                            return type.cast(new Link());
                        }
                    })
                    .build());
        } catch (DeploymentException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private final class Link extends Endpoint {
        @Override
        public void onOpen(Session session, EndpointConfig config) {
            connections.add(session);
            var number = connections.indexOf(session);
            session.addMessageHandler(String.class, message -> received.add(new Received(number, message)));
            if (greets) {
                try {
                    session.getBasicRemote().sendText("{\"type\":\"hello\",\"num_connections\":1}");
                } catch (IOException gone) {
                    throw new IllegalStateException(gone);
                }
            }
        }
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }
}
