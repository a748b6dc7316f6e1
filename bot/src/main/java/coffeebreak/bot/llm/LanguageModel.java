package coffeebreak.bot.llm;

import coffeebreak.bot.answers.Allowance;
import coffeebreak.bot.answers.Suggestion;
import coffeebreak.bot.answers.Suggestions;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.programme.Programme;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A language model that suggests what a question means. Asked once, for at most two seconds, by at most four
/// people at a time, within everybody's [Allowance]; after three failures in a row it is left alone for a minute.
/// Whatever goes wrong, the answer is that it has no suggestion.
public final class LanguageModel implements Suggestions {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int AT_A_TIME = 4;
    private static final int FAILURES = 3;
    private static final Duration REST = Duration.ofMinutes(1);
    private static final int MOST_TOKENS = 800;

    private final ChatModel model;
    private final Allowance allowance;
    private final ExecutorService workers;
    private final Duration patience;
    private final CircuitBreaker breaker;
    private final Semaphore free = new Semaphore(AT_A_TIME);
    private final ReadingPrompt prompt = new ReadingPrompt();
    private final SystemMessage task = SystemMessage.from(ReadingPrompt.task());
    private final SuggestionFormat format = new SuggestionFormat();
    private final Logger log = System.getLogger(LanguageModel.class.getName());

    /// What came of asking.
    private sealed interface Outcome {
        record Suggested(Suggestion suggestion) implements Outcome {}

        /// It was not asked: the allowance is used up, or too many ask already.
        record NotAsked() implements Outcome {}
    }

    /// @param allowance asked before the model is
    /// @param workers   a thread for each question
    /// @param clock     by which it rests after failures
    public LanguageModel(
            LanguageModelSettings settings, Allowance allowance, ExecutorService workers, InstantSource clock) {
        this(settings, allowance, workers, clock, PATIENCE);
    }

    /// @param patience how long to wait for a suggestion, all in all
    LanguageModel(
            LanguageModelSettings settings,
            Allowance allowance,
            ExecutorService workers,
            InstantSource clock,
            Duration patience) {
        this.model = model(settings, patience);
        this.patience = patience;
        this.allowance = allowance;
        this.workers = workers;
        this.breaker = CircuitBreaker.of(
                "language model",
                CircuitBreakerConfig.custom()
                        .clock(clock.withZone(ZoneOffset.UTC))
                        .currentTimestampFunction(now -> now.millis(), TimeUnit.MILLISECONDS)
                        .slidingWindowSize(FAILURES)
                        .minimumNumberOfCalls(FAILURES)
                        .failureRateThreshold(100)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(REST)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(change -> log.log(
                        Level.WARNING,
                        "the language model: {0}",
                        switch (change.getStateTransition().getToState()) {
                            case OPEN -> "left alone for a minute after failures; questions are read by rules alone";
                            case HALF_OPEN -> "tried again";
                            case CLOSED -> "asked as before";
                            case DISABLED, FORCED_OPEN, METRICS_ONLY -> "switched by hand";
                        }));
    }

    /// Over HTTP/1.1: the JDK's offer to switch to HTTP/2 makes some servers lose the request.
    private static ChatModel model(LanguageModelSettings settings, Duration patience) {
        var http = new JdkHttpClientBuilder()
                .httpClientBuilder(HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER))
                .connectTimeout(patience)
                .readTimeout(patience);
        var address = settings.address() == null ? null : settings.address().toString();
        // A server that wants no key gets one nobody chose: LangChain4j does not send without.
        var key = settings.key().isEmpty() ? "none" : settings.key();
        return switch (settings.protocol()) {
            case OPENAI -> {
                var builder = OpenAiChatModel.builder()
                        .httpClientBuilder(http)
                        .apiKey(key)
                        .modelName(settings.model())
                        .maxCompletionTokens(MOST_TOKENS)
                        .responseFormat(SuggestionFormat.schema())
                        .strictJsonSchema(true)
                        .timeout(patience)
                        .maxRetries(0);
                yield (address == null ? builder : builder.baseUrl(address)).build();
            }
            case ANTHROPIC -> {
                var builder = AnthropicChatModel.builder()
                        .httpClientBuilder(http)
                        .apiKey(key)
                        .modelName(settings.model())
                        .maxTokens(MOST_TOKENS)
                        .responseFormat(SuggestionFormat.schema())
                        .timeout(patience)
                        .maxRetries(0);
                yield (address == null ? builder : builder.baseUrl(address)).build();
            }
        };
    }

    @Override
    public State state() {
        return breaker.getState() == CircuitBreaker.State.OPEN ? State.RESTING : State.ON;
    }

    @Override
    public Optional<Suggestion> of(String question, Programme programme, Person asker) {
        if (!breaker.tryAcquirePermission()) {
            return Optional.empty();
        }
        var start = breaker.getCurrentTimestamp();
        var asking = workers.submit(() -> ask(question, programme, asker));
        try {
            return switch (asking.get(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                case Outcome.Suggested(var suggestion) -> {
                    breaker.onSuccess(breaker.getCurrentTimestamp() - start, TimeUnit.MILLISECONDS);
                    yield Optional.of(suggestion);
                }
                case Outcome.NotAsked() -> {
                    breaker.releasePermission();
                    yield Optional.empty();
                }
            };
        } catch (ExecutionException failed) {
            return failed(start, failed.getCause() == null ? failed : failed.getCause());
        } catch (TimeoutException slow) {
            asking.cancel(true);
            return failed(start, slow);
        } catch (InterruptedException stopping) {
            asking.cancel(true);
            breaker.releasePermission();
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Outcome ask(String question, Programme programme, Person asker) {
        if (!free.tryAcquire()) {
            return new Outcome.NotAsked();
        }
        try {
            if (!allowance.take(asker) || Thread.currentThread().isInterrupted()) {
                return new Outcome.NotAsked();
            }
            var request = ChatRequest.builder()
                    .messages(task, UserMessage.from(prompt.data(question, programme)))
                    .build();
            return new Outcome.Suggested(
                    format.read(model.chat(request).aiMessage().text()));
        } finally {
            free.release();
        }
    }

    /// The kind of failure alone is logged: messages quote addresses, keys and what the server said.
    private Optional<Suggestion> failed(long start, Throwable failure) {
        breaker.onError(breaker.getCurrentTimestamp() - start, TimeUnit.MILLISECONDS, failure);
        log.log(
                Level.WARNING,
                "the language model gave no reading ({0}); the question is answered by rules alone",
                failure.getClass().getSimpleName());
        return Optional.empty();
    }
}
