package coffeebreak.bot.rehearsal;

import coffeebreak.bot.Day;
import coffeebreak.bot.chat.Attachment;
import coffeebreak.bot.files.YamlRoster.Roster;
import coffeebreak.bot.organizing.Rehearsals;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.rehearsal.Rehearsal.Piece;
import coffeebreak.bot.rehearsal.Rehearsal.Watch;
import coffeebreak.workspace.WorkspaceSettings;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Rehearsals beside a bot that serves: in the same process, with a workspace and a Redis of their own that
/// are gone afterwards. Of the real day they take the programme and the mentors, and everybody in them is
/// played.
public final class StagedRehearsals implements Rehearsals, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(StagedRehearsals.class.getName());

    private final Rehearsal rehearsal;
    private final Day day;
    private final RandomGenerator seeds;
    private @Nullable Performance current;

    /// @param furnishing the local workspace for a programme and its people
    /// @param seeds      draws the seed of each rehearsal
    public StagedRehearsals(
            BiFunction<Programme, Roster, WorkspaceSettings> furnishing, Day day, RandomGenerator seeds) {
        this.rehearsal = new Rehearsal(furnishing);
        this.day = day;
        this.seeds = seeds;
    }

    @Override
    public synchronized boolean begin(int people, int speed, Audience audience) {
        if (current != null && current.isOn()) {
            return false;
        }
        var piece = new Piece(
                day.programme(), day.roster(), day.papers(), people, speed, seeds.nextLong(1, 1_000_000), Set.of());
        current = new Performance(piece, audience);
        return true;
    }

    @Override
    public synchronized boolean stop() {
        return current != null && current.isOn() && current.stop();
    }

    @Override
    public void close() {
        stop();
    }

    /// One rehearsal in its own thread.
    private final class Performance {

        private final Piece piece;
        private final Audience audience;
        private final Thread thread;
        private boolean playing;
        private boolean stopped;

        private Performance(Piece piece, Audience audience) {
            this.piece = piece;
            this.audience = audience;
            this.thread = Thread.ofPlatform().name("rehearsal").daemon().unstarted(this::run);
            thread.start();
        }

        private boolean isOn() {
            return thread.isAlive();
        }

        /// Its Redis is let start in peace, or nobody would know of it.
        private synchronized boolean stop() {
            stopped = true;
            if (playing) {
                thread.interrupt();
            }
            return true;
        }

        private synchronized boolean mayPlay() {
            playing = !stopped;
            return playing;
        }

        /// From here on nobody is interrupted: what was used is put away.
        private synchronized void putAway() {
            playing = false;
            Thread.interrupted();
        }

        private synchronized boolean isStopped() {
            return stopped;
        }

        private void run() {
            Runnable ending;
            try (var redis = TemporaryRedis.start()) {
                ending = played(redis);
            } catch (RuntimeException broken) {
                ending = brokenOff(broken);
            }
            ending.run();
        }

        private Runnable played(TemporaryRedis redis) {
            try {
                if (!mayPlay()) {
                    return this::tellThatItWasStopped;
                }
                var report = rehearsal.play(piece, redis.address(), watch());
                return () -> tell(report);
            } catch (InterruptedException stop) {
                return this::tellThatItWasStopped;
            } catch (RuntimeException broken) {
                return isStopped() ? this::tellThatItWasStopped : brokenOff(broken);
            } finally {
                putAway();
            }
        }

        private Watch watch() {
            return new Watch() {
                @Override
                public void at(Instant now, int acts) {
                    audience.at(piece.programme().timeAtVenue(now));
                }

                @Override
                public void event(String line) {
                    audience.event(line);
                }
            };
        }

        private void tell(Report report) {
            audience.judged(
                    report.kept(),
                    report.verdict(),
                    report.breaches(),
                    new Attachment(
                            "rehearsal.html",
                            "text/html",
                            ReportPage.of(report).getBytes(StandardCharsets.UTF_8),
                            "Rehearsal of " + report.event()));
        }

        private void tellThatItWasStopped() {
            audience.ended("The rehearsal was stopped. Nothing of it is left.");
        }

        private Runnable brokenOff(RuntimeException broken) {
            LOG.log(Level.ERROR, "a rehearsal broke off", broken);
            return () -> audience.ended(
                    "The rehearsal broke off; the day itself is not touched. Those who run me find more in "
                            + "the log.");
        }
    }
}
