package coffeebreak.bot;

import coffeebreak.bot.answers.Answers;
import coffeebreak.bot.files.CardPdf;
import coffeebreak.bot.files.ChartPng;
import coffeebreak.bot.files.CsvSheets;
import coffeebreak.bot.files.ImportFiles;
import coffeebreak.bot.files.TablesPdf;
import coffeebreak.bot.frontdesk.Questions;
import coffeebreak.bot.frontdesk.Retention;
import coffeebreak.bot.llm.VectorNearness;
import coffeebreak.bot.organizing.AnnounceDesk;
import coffeebreak.bot.organizing.Audience;
import coffeebreak.bot.organizing.AuditDesk;
import coffeebreak.bot.organizing.Commands;
import coffeebreak.bot.organizing.DayDesk;
import coffeebreak.bot.organizing.EmailLinking;
import coffeebreak.bot.organizing.Export;
import coffeebreak.bot.organizing.FactDesk;
import coffeebreak.bot.organizing.GivenUpDesk;
import coffeebreak.bot.organizing.ImportDesk;
import coffeebreak.bot.organizing.MentorDesk;
import coffeebreak.bot.organizing.OnPaper;
import coffeebreak.bot.organizing.OrganizerDesk;
import coffeebreak.bot.organizing.Overview;
import coffeebreak.bot.organizing.Paper;
import coffeebreak.bot.organizing.ProgrammeDesk;
import coffeebreak.bot.organizing.QuestionDesk;
import coffeebreak.bot.organizing.RehearsalDesk;
import coffeebreak.bot.organizing.Rehearsals;
import coffeebreak.bot.organizing.ReportDesk;
import coffeebreak.bot.organizing.Reporting;
import coffeebreak.bot.organizing.RetireDesk;
import coffeebreak.bot.organizing.RoundDesk;
import coffeebreak.bot.organizing.SeatDesk;
import coffeebreak.bot.organizing.SessionFinder;
import coffeebreak.bot.organizing.StageNews;
import coffeebreak.bot.organizing.StatusDesk;
import coffeebreak.bot.signup.Profile;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// What organizers steer with: a desk for each thing they order, and what answers questions about the day, which they
/// complete.
final class Organizing {

    final Questions questions;
    final QuestionDesk questionDesk;
    final AnnounceDesk announcements;
    final StageNews news;
    final EmailLinking emailLinking;
    final Retention retention;
    final Overview overview;
    final Commands commands;

    /// @param rehearsals what organizers start to see the day before it comes
    Organizing(Foundation on, Seating seating, Rehearsals rehearsals) {
        var store = on.store;
        var live = on.live;
        var mentoring = seating.mentoring;
        var profiles = store.profiles();
        var day = on.settings.day();

        var answers = new Answers(live, on.clock, new VectorNearness(on.meanings), on.suggestions);
        questionDesk = new QuestionDesk(
                store.openQuestions(),
                live,
                new VectorNearness(on.meanings),
                who -> on.slack
                        .directory()
                        .find(who)
                        .map(entry -> entry.name())
                        .or(() -> profiles.find(who).map(Profile::name)),
                on.outbox,
                on.ids,
                on.clock);
        questions = new Questions(answers, on.slack.directory(), live::asOf, questionDesk, on.figures::answered);
        var finder = new SessionFinder(answers);
        announcements = new AnnounceDesk(
                store.announcements(),
                new Audience(live, mentoring, profiles, finder, on.clock),
                on.outbox,
                on.courtesy,
                on.ids,
                on.pace.posts().perSecond(),
                on.clock);
        news = new StageNews(live, on.lists::mentors, profiles, on.outbox, on.ids, on.staleHomes::add, on.clock);
        emailLinking = new EmailLinking(on.lists, on.emailLinks, on.outbox, on.ids, on.workers, on.clock);
        retention = new Retention(
                live,
                Duration.ofDays(day.retention()),
                profiles,
                on.interests,
                mentoring,
                store.feedbacks(),
                on.outbox,
                store.remains(),
                questions,
                on.clock);

        var open = store.openQuestions();
        var givenUp = store.deadLetters();
        overview = new Overview(
                live,
                mentoring,
                seating.lineup,
                profiles,
                on.outbox,
                store.contacts(),
                on.deadline,
                () -> Stream.concat(QuestionDesk.waiting(open).stream(), GivenUpDesk.waiting(givenUp).stream())
                        .toList(),
                on.clock);
        var reporting = new Reporting(
                live,
                mentoring,
                profiles,
                store.answerTimes(),
                on.outbox,
                store.contacts(),
                store.feedbacks(),
                on.clock);
        var paper = new Paper(reporting::tables, new TablesPdf());
        var sheets = new CsvSheets();
        // In the order in which help names what they do.
        commands = new Commands(
                on.organizers,
                List.of(
                        new StatusDesk(
                                live, mentoring, profiles, on.outbox, store.contacts(), store.feedbacks(), overview),
                        new OnPaper(
                                new RoundDesk(live, mentoring, on.outbox, on.clock),
                                () -> mentoring.plan().round(),
                                paper),
                        new SeatDesk(live, mentoring, profiles),
                        new MentorDesk(
                                live,
                                seating.hosting,
                                seating.invitations,
                                seating.repairs,
                                mentoring,
                                profiles,
                                new CardPdf()),
                        new DayDesk(live, on.clock),
                        new ProgrammeDesk(live, finder, news, mentoring, on.clock),
                        new FactDesk(live, finder, on.clock),
                        questionDesk,
                        announcements,
                        new ReportDesk(
                                reporting,
                                new ChartPng(),
                                sheets,
                                paper,
                                new Export(live, mentoring::plan, reporting, sheets)),
                        new ImportDesk(
                                live,
                                on.lists,
                                store.imports(),
                                new ImportFiles(),
                                on.slack.handedFiles(),
                                mentoring,
                                profiles,
                                programme -> programme.at(
                                        day.date().orElse(null), day.zone().orElse(null)),
                                new SecureRandom(),
                                on.clock),
                        new OrganizerDesk(
                                on.listed, store.appointed(), on.slack.directory(), live, on.outbox, on.ids, on.clock),
                        new AuditDesk(store.auditTrail(), live),
                        new GivenUpDesk(givenUp, live),
                        new RehearsalDesk(rehearsals, on.slack.boards(), live, InstantSource.system()),
                        new RetireDesk(retention, live)),
                store.auditTrail(),
                on.clock);
    }
}
