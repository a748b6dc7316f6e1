package coffeebreak.bot.slack;

import coffeebreak.bot.notices.LastLook;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.response.Response;
import com.slack.api.util.http.SlackHttpClient;
import com.slack.api.util.thread.ExecutorServiceProvider;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.Request;

/// Sets the SDK up the way its defaults are not: every call is sent at most once and ends in time, no answer sends it
/// elsewhere, and nothing is queued, paced or logged below us.
final class SlackClients {

    private SlackClients() {}

    /// @param callTimeout no call takes longer
    static Slack slack(SlackSettings settings, Duration callTimeout) {
        return slack(settings, callTimeout, Onlooker.nobody());
    }

    static Slack slack(SlackSettings settings, Duration callTimeout, Onlooker onlooker) {
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.api().toString());
        if (isThisMachine(settings.api().getHost())) {
            // The environment's proxy is for the world outside.
            config.setProxyUrl(null);
        }
        config.setHttpClientCallTimeoutMillis(Math.toIntExact(callTimeout.toMillis()));
        config.setStatsEnabled(false);
        config.setExecutorServiceProvider(new VirtualThreads());
        config.synchronizeExecutorServiceProviders();
        // The SDK's listeners print requests with their tokens and texts.
        config.getHttpClientResponseHandlers().clear();
        var sentOnce = SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .retryOnConnectionFailure(false)
                // A `response_url` or a file's address was looked at before it is asked; another one was not.
                .followRedirects(false)
                .followSslRedirects(false)
                .addInterceptor(new WatchedCalls(settings.api(), onlooker))
                .addInterceptor(SlackClients::mark)
                .addNetworkInterceptor(SlackClients::refuseToRepeat)
                .build();
        var http = new SlackHttpClient(sentOnce);
        http.setConfig(config);
        return Slack.getInstance(config, http);
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d+){3}");
    }

    /// Bolt reads and routes requests. Its middleware is left out: we verify in front of it, with the raw bytes and
    /// a two-sided window, and an `auth.test` before an acknowledgement could make it late.
    static App bolt(Slack slack, SlackSettings settings) {
        var config = AppConfig.builder()
                .slack(slack)
                .executorServiceProvider(new VirtualThreads())
                .singleTeamBotToken(settings.botToken())
                .signingSecret(settings.signingSecret())
                .allEventsApiAutoAckEnabled(true)
                .unmatchedRequestHandler(request -> Response.ok())
                .build();
        return new App(config, slack, List.of());
    }

    /// OkHttp repeats some requests by itself even when told not to (a 503 with `Retry-After: 0`, a 421): a
    /// repeated `chat.postMessage` would be a second message.
    private static okhttp3.Response mark(Interceptor.Chain chain) throws IOException {
        return chain.proceed(chain.request()
                .newBuilder()
                .tag(AtomicBoolean.class, new AtomicBoolean())
                .build());
    }

    private static okhttp3.Response refuseToRepeat(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        var sent = request.tag(AtomicBoolean.class);
        if (sent != null && !sent.compareAndSet(false, true)) {
            throw new IOException("the answer asked to send this again, and that is not decided here");
        }
        LastLook.look();
        return chain.proceed(request);
    }

    private static final class VirtualThreads implements ExecutorServiceProvider {

        @Override
        public ExecutorService createThreadPoolExecutor(String threadGroupName, int poolSize) {
            return Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name(threadGroupName + "-", 1).factory());
        }

        @Override
        public ScheduledExecutorService createThreadScheduledExecutor(String threadGroupName) {
            return Executors.newScheduledThreadPool(
                    1, Thread.ofVirtual().name(threadGroupName + "-", 1).factory());
        }
    }
}
