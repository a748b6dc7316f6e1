package coffeebreak.bot.observing;

import coffeebreak.bot.notices.Along;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.MDC;

/// What a piece of work consists of, and how long each part took: to an OpenTelemetry collector where one is set. An
/// arrival holds its working and the calls of Slack that answer it, a notice its attempts and theirs. Spans hold words
/// of ours and ids; no person, conversation or text. In the log each line carries the id, and the trace's where there
/// is one.
public final class Traces implements Along, AutoCloseable {

    private static final Duration BETWEEN_EXPORTS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Optional<SdkTracerProvider> provider;
    private final Tracer tracer;

    private Traces(Optional<SdkTracerProvider> provider) {
        this.provider = provider;
        this.tracer = provider.<TracerProvider>map(Function.identity())
                .orElse(TracerProvider.noop())
                .get("coffeebreak");
    }

    /// @param collector takes spans as OTLP over HTTP, as `http://127.0.0.1:4318/v1/traces`; empty for none
    public static Traces to(Optional<URI> collector) {
        return new Traces(collector.map(address -> SdkTracerProvider.builder()
                .setResource(
                        Resource.builder().put("service.name", "coffeebreak").build())
                .addSpanProcessor(BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                                .setEndpoint(address.toString())
                                .setTimeout(PATIENCE)
                                .build())
                        .setScheduleDelay(BETWEEN_EXPORTS)
                        .build())
                .build()));
    }

    @Override
    public <T> T with(String what, String id, Supplier<T> work) {
        var span = tracer.spanBuilder(what)
                .setNoParent()
                .setAttribute("coffeebreak." + what, id)
                .startSpan();
        try (var _ = span.makeCurrent();
                var _ = MDC.putCloseable(what, id)) {
            if (span.getSpanContext().isValid()) {
                MDC.put("trace", span.getSpanContext().getTraceId());
            }
            return work.get();
        } finally {
            MDC.remove("trace");
            span.end();
        }
    }

    /// A part of the work at hand, while there is any.
    ///
    /// @param outcome of what came of it, in a word of ours
    <T> T part(String what, Supplier<T> work, Function<T, String> outcome) {
        var span = begin(what, SpanKind.INTERNAL);
        try (var _ = span.makeCurrent()) {
            var result = work.get();
            end(span, outcome.apply(result));
            return result;
        } catch (RuntimeException failure) {
            span.setStatus(StatusCode.ERROR);
            end(span, failure.getClass().getSimpleName());
            throw failure;
        }
    }

    /// A call to somebody else within the work at hand.
    Span call(String method) {
        return begin(method, SpanKind.CLIENT);
    }

    void end(Span span, String outcome) {
        span.setAttribute("coffeebreak.outcome", outcome);
        span.end();
    }

    private Span begin(String what, SpanKind kind) {
        return Span.current().getSpanContext().isValid()
                ? tracer.spanBuilder(what).setSpanKind(kind).startSpan()
                : Span.getInvalid();
    }

    /// Sends what is not sent yet.
    @Override
    public void close() {
        provider.ifPresent(SdkTracerProvider::close);
    }
}
