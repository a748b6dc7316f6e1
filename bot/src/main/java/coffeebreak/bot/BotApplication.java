package coffeebreak.bot;

import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.llm.Meanings;
import coffeebreak.bot.notices.CourierSettings;
import coffeebreak.bot.notices.Passage;
import coffeebreak.bot.observing.Exposed;
import coffeebreak.bot.organizing.Rehearsals;
import coffeebreak.bot.redis.ServerCheck;
import coffeebreak.bot.slack.SlackSettings;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jackson.JacksonEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.AvailabilityHealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.micrometer.metrics.actuate.endpoint.MetricsEndpoint;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusScrapeEndpoint;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.actuate.web.ServletManagementContextAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.actuate.web.server.TomcatServletManagementContextAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.actuate.endpoint.web.WebMvcHealthEndpointExtensionAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;

/// What Spring does: the web server, health and figures. The bot itself is put together by [Bot], beside it.
///
/// Of what Spring Boot could set up by itself only this is asked for: to look for the rest takes part of each start.
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    // The web server, with errors that tell nothing
    TomcatServletWebServerAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    // Health
    EndpointAutoConfiguration.class,
    WebEndpointAutoConfiguration.class,
    JacksonEndpointAutoConfiguration.class,
    ManagementContextAutoConfiguration.class,
    ServletManagementContextAutoConfiguration.class,
    TomcatServletManagementContextAutoConfiguration.class,
    HealthEndpointAutoConfiguration.class,
    HealthContributorRegistryAutoConfiguration.class,
    WebMvcHealthEndpointExtensionAutoConfiguration.class,
    ApplicationAvailabilityAutoConfiguration.class,
    AvailabilityHealthContributorAutoConfiguration.class,
    AvailabilityProbesAutoConfiguration.class
})
public class BotApplication {

    private static final System.Logger LOG = System.getLogger(BotApplication.class.getName());

    private static final Duration UNTIL_READ = Duration.ofSeconds(5);

    /// At Slack's pace 700 people are told in three minutes.
    private static final Duration LATE = Duration.ofMinutes(5);

    /// Starts the bot and returns when it listens.
    ///
    /// @param clock   the time of day at the workshop
    /// @param courier how fast notices leave, and how long a doubt lasts
    /// @param seeds   draws the seed of each round
    /// @throws StoreUnavailable when Redis does not answer
    public static RunningBot start(
            BotSettings settings, Day day, InstantSource clock, CourierSettings courier, RandomGenerator seeds) {
        return start(settings, day, clock, courier, seeds, Passage.real(), Rehearsals.none());
    }

    /// The same for a clock that may not run by itself.
    ///
    /// @param passage    how long the bot rests before it looks again what is due
    /// @param rehearsals what organizers start to see the day before it comes
    public static RunningBot start(
            BotSettings settings,
            Day day,
            InstantSource clock,
            CourierSettings courier,
            RandomGenerator seeds,
            Passage passage,
            Rehearsals rehearsals) {
        var store = settings.storeOf(day.programme());
        ServerCheck check;
        try {
            // Asked before anything is put together, so that the answer is one sentence.
            check = store.check();
        } catch (StoreUnavailable gone) {
            store.close();
            throw gone;
        }
        // Three things at once: the model is read, the bot learns what is stored, and Spring prepares the web server.
        var meanings = Meanings.miniLm();
        var exposed = new Exposed();
        var assembling = new FutureTask<>(() ->
                Bot.of(settings, day, clock, courier, seeds, passage, rehearsals, store, meanings, exposed.registry()));
        Thread.ofPlatform().daemon().name("assembly").start(assembling);
        try {
            var context = new SpringApplicationBuilder(BotApplication.class)
                    .properties(properties(settings))
                    .initializers(empty -> {
                        // Not before: from here on the log is as it should be.
                        prepareBeside(meanings);
                        var beans = (GenericApplicationContext) empty;
                        beans.registerBean(Exposed.class, () -> exposed);
                        beans.registerBean(
                                PrometheusScrapeEndpoint.class,
                                () -> new PrometheusScrapeEndpoint(exposed.prometheus(), new Properties()));
                        beans.registerBean(MetricsEndpoint.class, () -> new MetricsEndpoint(exposed.registry()));
                        beans.registerBean(Bot.class, () -> assembled(assembling));
                        if (settings.slack().mode() == SlackSettings.Mode.HTTP) {
                            beans.registerBean(
                                    ServletContextInitializer.class, () -> slackEvents(assembled(assembling)));
                        }
                    })
                    .run();
            Stream.concat(check.faults().stream(), check.warnings().stream())
                    .forEach(sentence -> LOG.log(Level.WARNING, sentence));
            return opened(context);
        } catch (RuntimeException failure) {
            exposed.close();
            closeWhatWasAssembled(assembling);
            throw failure;
        }
    }

    /// Where it failed itself it has closed what it had, and is why the start fails.
    private static void closeWhatWasAssembled(Future<Bot> assembling) {
        try {
            assembled(assembling).close();
        } catch (RuntimeException why) {
            LOG.log(Level.DEBUG, "the bot was not put together", why);
        }
    }

    private static RunningBot opened(ConfigurableApplicationContext context) {
        try {
            var bot = context.getBean(Bot.class);
            bot.open();
            return new RunningBot(bot, context);
        } catch (RuntimeException failure) {
            context.close();
            throw failure;
        }
    }

    private static Bot assembled(Future<Bot> assembling) {
        try {
            return assembling.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while the bot was put together");
        }
    }

    /// Where Slack's requests come in.
    private static ServletContextInitializer slackEvents(Bot bot) {
        return web -> bot.slack()
                .endpoint()
                .ifPresent(endpoint -> web.addServlet("slackEvents", endpoint).addMapping("/slack/events"));
    }

    /// A process that ends while a native library is being set up would crash, so its end waits for that.
    private static void prepareBeside(Meanings meanings) {
        var reading = Thread.ofPlatform().daemon().name("model").start(meanings::prepare);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                reading.join(UNTIL_READ);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /// Slack reaches only a bot in HTTP mode; in Socket Mode the one web server is the one that tells how the bot is.
    private static Map<String, Object> properties(BotSettings settings) {
        var management = settings.management();
        var properties = new HashMap<String, Object>();
        if (settings.slack().mode() == SlackSettings.Mode.HTTP) {
            properties.put("server.port", settings.port());
            properties.put("server.address", settings.address());
            properties.put("management.server.port", management.port());
            properties.put("management.server.address", management.address());
        } else {
            properties.put("server.port", management.port());
            properties.put("server.address", management.address());
        }
        // Not set, and not set to nothing, where the log is text: a rehearsal inside of a bot must leave the bot's as
        // it is.
        if (settings.telling().asJson()) {
            properties.put("logging.structured.format.console", "ecs");
        }
        return properties;
    }

    /// Waits until Redis is there, and looks whether it keeps what it is given.
    ///
    /// @param passage how long it rests before it asks again
    /// @throws UnusableSettings when it does not, with what to do
    public static void awaitLastingRedis(BotSettings settings, Day day, Passage passage) throws InterruptedException {
        try (var store = settings.storeOf(day.programme())) {
            var check = new RedisArrival(store::check, passage).await();
            if (!check.faults().isEmpty()) {
                throw new UnusableSettings(check.faults());
            }
        }
    }

    @Bean
    HealthIndicator slackHealthIndicator(Bot bot) {
        return () -> (bot.isConnected() ? Health.up() : Health.down()).build();
    }

    @Bean
    HealthIndicator redisHealthIndicator(Bot bot) {
        return () -> (bot.store().takes() ? Health.up() : Health.down()).build();
    }

    @Bean
    HealthIndicator indexHealthIndicator(Bot bot) {
        return () -> (bot.indexed() ? Health.up() : Health.down())
                .withDetail("index", bot.index().health().sentence())
                .build();
    }

    /// `ON_TIME` or `LATE`, which makes the bot not unhealthy: a queue is long after a publish, or while Slack limits
    /// us.
    @Bean
    HealthIndicator outboxHealthIndicator(Bot bot) {
        return () -> {
            var now = bot.stock().get();
            if (now == null) {
                return Health.unknown().build();
            }
            var late = now.overdue().values().stream().anyMatch(age -> age.compareTo(LATE) > 0);
            return Health.status(late ? "LATE" : "ON_TIME").build();
        };
    }

    /// `ON`, `OFF` or `RESTING`: none of them makes the bot unhealthy, since questions are answered without it.
    @Bean
    HealthIndicator modelHealthIndicator(Bot bot) {
        return () -> Health.status(bot.suggestions().state().name()).build();
    }
}
