package coffeebreak.workspace;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServlet;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.apache.tomcat.websocket.server.WsSci;

/// The Tomcat below: one connector on loopback, one context, virtual threads.
final class Server implements AutoCloseable {
    static final String SOCKET_PATH = "/link";
    private final Tomcat tomcat = new Tomcat();
    private final Path folder;

    Server(int port, Map<String, HttpServlet> servlets, SocketTransport sockets, ExecutorService executor) {
        // Tomcat would otherwise claim the JVM's one URL handler factory, which is not ours to take.
        TomcatURLStreamHandlerFactory.disable();
        try {
            folder = Files.createTempDirectory("coffeebreak-workspace");
        } catch (IOException full) {
            throw new UncheckedIOException("the workspace cannot make a folder for temporary files", full);
        }
        tomcat.setBaseDir(folder.toString());
        var connector = new Connector("HTTP/1.1");
        connector.setPort(port);
        connector.setProperty("address", "127.0.0.1");
        connector.setURIEncoding("UTF-8");
        connector.setThrowOnFailure(true);
        connector.getProtocolHandler().setExecutor(executor);
        tomcat.setConnector(connector);
        tomcat.getEngine().setName("coffeebreak-workspace-" + System.identityHashCode(this));
        tomcat.getHost().setAutoDeploy(false);
        var context = tomcat.addContext("", folder.toString());
        if (context instanceof StandardContext standard) {
            // There is no web application to unload, so nothing of it can leak.
            standard.setClearReferencesThreadLocals(false);
            standard.setClearReferencesRmiTargets(false);
            standard.setClearReferencesStopThreads(false);
        }
        context.setParentClassLoader(Server.class.getClassLoader());
        context.getPipeline().addValve(new DropConnections());
        servlets.forEach((path, servlet) -> {
            var wrapper = Tomcat.addServlet(context, path, servlet);
            wrapper.setAsyncSupported(true);
            wrapper.setMultipartConfigElement(new MultipartConfigElement(folder.toString()));
            wrapper.addMapping(path);
        });
        webSocket(context, sockets);
    }

    private static void webSocket(Context context, SocketTransport sockets) {
        context.addServletContainerInitializer(new WsSci(), Set.of());
        context.addServletContainerInitializer(
                (_, servletContext) -> {
                    var container = (ServerContainer) servletContext.getAttribute(ServerContainer.class.getName());
                    var config = ServerEndpointConfig.Builder.create(SocketEndpoint.class, SOCKET_PATH)
                            .configurator(new ServerEndpointConfig.Configurator() {
                                @Override
                                public <T> T getEndpointInstance(Class<T> type) {
                                    return type.cast(new SocketEndpoint(sockets));
                                }
                            })
                            .build();
                    try {
                        container.addEndpoint(config);
                    } catch (DeploymentException impossible) {
                        throw new IllegalStateException("Tomcat refuses the Socket Mode endpoint", impossible);
                    }
                },
                Set.of());
    }

    /// Starts and returns the port.
    int start(int wanted) {
        try {
            tomcat.start();
        } catch (LifecycleException refused) {
            close();
            throw new IllegalStateException(
                    "the workspace cannot listen on port %d of 127.0.0.1; is it in use? Another port may be free"
                            .formatted(wanted),
                    refused);
        }
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException half) {
            throw new IllegalStateException("the workspace's server did not stop cleanly", half);
        } finally {
            delete();
        }
    }

    private void delete() {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            folder.toFile().deleteOnExit();
        }
    }
}
