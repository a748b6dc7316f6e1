package coffeebreak.bot.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/// Spans as a collector gets them, over its real protocol.
class TracesTest {

    private record Received(ByteString trace, ByteString id, ByteString parent) {}

    private final Map<String, Received> spans = new ConcurrentHashMap<>();
    private final HttpServer collector =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    TracesTest() throws IOException {
        collector.createContext("/v1/traces", exchange -> {
            take(UnknownFieldSet.parseFrom(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void stop() {
        collector.stop(0);
    }

    /// The fields of `ExportTraceServiceRequest` that say what belongs to what.
    private void take(UnknownFieldSet request) throws IOException {
        for (var resource : inside(request, 1)) {
            for (var scope : inside(resource, 2)) {
                for (var span : inside(scope, 2)) {
                    spans.put(text(span, 5).toStringUtf8(), new Received(text(span, 1), text(span, 2), text(span, 4)));
                }
            }
        }
    }

    private static List<UnknownFieldSet> inside(UnknownFieldSet message, int field) throws IOException {
        var found = new java.util.ArrayList<UnknownFieldSet>();
        for (var bytes : message.getField(field).getLengthDelimitedList()) {
            found.add(UnknownFieldSet.parseFrom(bytes));
        }
        return found;
    }

    private static ByteString text(UnknownFieldSet message, int field) {
        var all = message.getField(field).getLengthDelimitedList();
        return all.isEmpty() ? ByteString.EMPTY : all.getFirst();
    }

    private Received received(String name) {
        return Objects.requireNonNull(spans.get(name), name);
    }

    private Traces traces() {
        return Traces.to(Optional.of(URI.create(
                "http://127.0.0.1:%d/v1/traces".formatted(collector.getAddress().getPort()))));
    }

    @Test
    void anArrivalHoldsItsWorkAndTheCallsThatAnswerIt() {
        var traces = traces();
        var slack = new WatchedSlack(new Figures(new SimpleMeterRegistry(), () -> 0), traces, () -> 0);

        traces.with("arrival", "1f", () -> {
            traces.part("work words", () -> "done", done -> done);
            slack.called("chat.postMessage").ended("done");
            return "";
        });
        slack.called("auth.test").ended("done");
        traces.close();

        var arrival = received("arrival");
        assertThat(spans).containsOnlyKeys("arrival", "work words", "chat.postMessage");
        assertThat(arrival.parent()).isEqualTo(ByteString.EMPTY);
        assertThat(received("work words").parent()).isEqualTo(arrival.id());
        assertThat(received("chat.postMessage").parent()).isEqualTo(arrival.id());
        assertThat(spans.values()).extracting(Received::trace).containsOnly(arrival.trace());
    }

    @Test
    void whatFailsIsToldAndFailsAsBefore() {
        var traces = traces();

        assertThatThrownBy(() -> traces.with(
                        "notice",
                        "n1",
                        () -> traces.part(
                                "deliver post",
                                () -> {
                                    throw new IllegalStateException("secret");
                                },
                                _ -> "")))
                .hasMessage("secret");
        traces.close();

        assertThat(spans).containsKeys("notice", "deliver post");
    }

    @Test
    void everyLineOfTheLogHasTheIdWhileTheWorkLastsAndNotAfterwards() {
        for (var traces : List.of(traces(), Traces.to(Optional.empty()))) {
            assertThat(traces.with("arrival", "1f", () -> String.valueOf(MDC.get("arrival"))))
                    .isEqualTo("1f");
            assertThat(MDC.get("arrival")).isNull();
            traces.close();
        }
    }

    @Test
    void withoutACollectorNothingIsSent() {
        var traces = Traces.to(Optional.empty());
        traces.with("arrival", "1f", () -> traces.part("work words", () -> "", _ -> ""));
        traces.close();

        assertThat(spans).isEmpty();
    }
}
