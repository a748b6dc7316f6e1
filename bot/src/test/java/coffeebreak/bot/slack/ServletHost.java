package coffeebreak.bot.slack;

import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.nio.file.Path;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;

/// A servlet on a real container, at `/slack/events` of a free port.
final class ServletHost implements AutoCloseable {

    private final Tomcat tomcat = new Tomcat();

    ServletHost(Path folder, HttpServlet servlet) throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        var context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "events", servlet).addMapping("/slack/events");
        // As Boot has it with our settings: whoever sends what cannot be read learns nothing but the status.
        var silent = new ErrorReportValve();
        silent.setShowReport(false);
        silent.setShowServerInfo(false);
        tomcat.getHost().getPipeline().addValve(silent);
        tomcat.getConnector();
        tomcat.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:%d/slack/events"
                .formatted(tomcat.getConnector().getLocalPort()));
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }
}
