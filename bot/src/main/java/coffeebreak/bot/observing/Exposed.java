package coffeebreak.bot.observing;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;

/// Where figures are kept for a Prometheus; those of this Java and this machine are there from the start.
public final class Exposed implements AutoCloseable {

    private final PrometheusRegistry prometheus = new PrometheusRegistry();
    private final MeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, prometheus, Clock.SYSTEM);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final LogbackMetrics logged = new LogbackMetrics();

    public Exposed() {
        List.of(
                        collections,
                        logged,
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics(),
                        new FileDescriptorMetrics())
                .forEach(metrics -> metrics.bindTo(registry));
    }

    /// What a Prometheus reads.
    public PrometheusRegistry prometheus() {
        return prometheus;
    }

    /// What is counted is told here.
    public MeterRegistry registry() {
        return registry;
    }

    /// Counts no further.
    @Override
    public void close() {
        collections.close();
        logged.close();
        registry.close();
    }
}
