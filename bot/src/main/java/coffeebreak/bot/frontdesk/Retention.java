package coffeebreak.bot.frontdesk;

import coffeebreak.bot.feedback.Feedbacks;
import coffeebreak.bot.feedback.Figures;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.notices.Timekeeper;
import coffeebreak.bot.organizing.Retirement;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.signup.Interests;
import coffeebreak.bot.signup.Profiles;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Some days after the workshop everything personal goes by itself, and numbers stay. Works out from the programme
/// whether it is time, so a bot that was not running on that day does it when it runs again; and looks now and then
/// whether somebody has left something since.
public final class Retention implements Timekeeper.Duty, Retirement {

    private static final Duration BETWEEN = Duration.ofHours(1);

    private final Supplier<Programme> programme;
    private final Duration kept;
    private final Profiles profiles;
    private final Interests interests;
    private final Mentoring mentoring;
    private final Feedbacks feedbacks;
    private final Outbox outbox;
    private final Remains remains;
    private final Questions questions;
    private final InstantSource clock;
    private final Logger log = System.getLogger(Retention.class.getName());
    private @Nullable Instant cleared;

    /// @param kept how long after the end of the last session
    public Retention(
            Supplier<Programme> programme,
            Duration kept,
            Profiles profiles,
            Interests interests,
            Mentoring mentoring,
            Feedbacks feedbacks,
            Outbox outbox,
            Remains remains,
            Questions questions,
            InstantSource clock) {
        this.programme = programme;
        this.kept = kept;
        this.profiles = profiles;
        this.interests = interests;
        this.mentoring = mentoring;
        this.feedbacks = feedbacks;
        this.outbox = outbox;
        this.remains = remains;
        this.questions = questions;
        this.clock = clock;
    }

    @Override
    public void look() {
        var now = clock.instant();
        var before = cleared;
        var over = programme
                .get()
                .lastEnd()
                .filter(end -> !now.isBefore(end.plus(kept)))
                .isPresent();
        if (!over || before != null && now.isBefore(before.plus(BETWEEN)) && !now.isBefore(before)) {
            return;
        }
        var report = clear(now);
        if (before == null) {
            log.log(
                    Level.WARNING,
                    "the workshop was over {0} days ago, so everything personal is deleted; kept: {1}",
                    kept.toDays(),
                    report);
        }
        cleared = now;
    }

    private Remains.Report clear(Instant now) {
        var report = remains.report().orElseGet(() -> count(now));
        for (var profile : profiles.all()) {
            interests.forget(profile.person());
        }
        questions.forgetAll();
        remains.clear(report);
        return report;
    }

    @Override
    public void retire() {
        clear(clock.instant());
    }

    @Override
    public List<String> stays() {
        var report = remains.report().orElseGet(() -> count(clock.instant()));
        return List.of(
                report.signedUp() + " signed up",
                report.seated() + " seats with mentors, " + report.withPeers() + " with peers",
                report.met() + " said that they met, " + report.missed() + " that they did not",
                report.rated() == 0
                        ? "nobody said how useful it was"
                        : String.format(Locale.ROOT, "useful %.1f of 5, said %d", report.useful(), report.rated()),
                report.delivered() + " messages delivered, " + report.refused() + " not",
                report.forgotten() + " asked to be forgotten");
    }

    private Remains.Report count(Instant now) {
        var plan = mentoring.plan();
        var figures = Figures.of(feedbacks.all());
        var notices = outbox.counts();
        return new Remains.Report(
                now,
                profiles.all().size(),
                plan.seats().stream().filter(seat -> seat.state().expected()).count(),
                plan.peers().places().stream()
                        .filter(place -> place.seat().expected())
                        .count(),
                figures.met(),
                figures.missed(),
                figures.rated(),
                figures.useful(),
                notices.delivered(),
                notices.refused(),
                remains.forgotten());
    }
}
