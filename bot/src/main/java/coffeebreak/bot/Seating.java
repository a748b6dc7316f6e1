package coffeebreak.bot;

import coffeebreak.bot.mentoring.AnnouncedPlans;
import coffeebreak.bot.mentoring.Answering;
import coffeebreak.bot.mentoring.Hosting;
import coffeebreak.bot.mentoring.Invitations;
import coffeebreak.bot.mentoring.Lineup;
import coffeebreak.bot.mentoring.MatchingSettings;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.mentoring.Nudges;
import coffeebreak.bot.organizing.Repairs;
import coffeebreak.matching.PeerMatcher;
import coffeebreak.matching.SeatMatcher;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// Who sits where: mentors, their tables, and what happens when one of them is gone.
final class Seating {

    /// An organizer waits for a preview.
    private static final Duration PEERS_LIMIT = Duration.ofSeconds(10);

    final Lineup lineup;
    final Mentoring mentoring;
    final Invitations invitations;
    final Repairs repairs;
    final Hosting hosting;
    final Nudges nudges;
    final Answering answering;

    /// @param seeds draws the seed of each round
    Seating(Foundation on, RandomGenerator seeds) {
        var day = on.settings.day();
        var plans = new AnnouncedPlans(
                on.store.plans(),
                changed -> {
                    on.staleHomes.add(changed);
                    on.staleHomes.add(on.organizers.all());
                },
                on.figures::previewed);
        lineup = new Lineup(on.lists::mentors, on.lists::agreed, on.store.hosts());
        mentoring = new Mentoring(
                on.live,
                lineup::inForce,
                on.store.profiles(),
                on.store.blocks(),
                on.store.forbids(),
                plans,
                on.ids,
                on.index,
                new SeatMatcher(),
                new PeerMatcher(PEERS_LIMIT),
                new MatchingSettings(day.early(), day.groupMessages()),
                on.clock,
                seeds);
        invitations = new Invitations(on.live, lineup, on.outbox, on.ids, day.hosts(), on.organizers::all, on.clock);
        repairs = new Repairs(
                on.live,
                lineup,
                mentoring,
                on.outbox,
                on.ids,
                on.store.auditTrail(),
                day.hosts(),
                on.organizers::all,
                on.clock);
        hosting = new Hosting(
                on.live,
                lineup,
                plans,
                on.store.profiles(),
                on.slack.directory(),
                day.hosts(),
                () -> {
                    mentoring.follow();
                    invitations.look();
                    repairs.look();
                },
                on.clock);
        nudges = new Nudges(on.live, lineup, on.outbox, on.ids, on.clock);
        answering = new Answering(mentoring::plan, on.store.answerTimes(), on.clock);
    }
}
