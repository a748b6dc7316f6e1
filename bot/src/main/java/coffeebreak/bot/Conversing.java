package coffeebreak.bot;

import coffeebreak.bot.feedback.Afterwards;
import coffeebreak.bot.feedback.Meetings;
import coffeebreak.bot.files.IcsFile;
import coffeebreak.bot.finding.Finding;
import coffeebreak.bot.frontdesk.Avoiding;
import coffeebreak.bot.frontdesk.CalendarDesk;
import coffeebreak.bot.frontdesk.Consequences;
import coffeebreak.bot.frontdesk.FrontDesk;
import coffeebreak.bot.frontdesk.Home;
import coffeebreak.bot.frontdesk.Homes;
import coffeebreak.bot.frontdesk.Leaving;
import coffeebreak.bot.frontdesk.MyData;
import coffeebreak.bot.frontdesk.MyDay;
import coffeebreak.bot.frontdesk.Unfoldings;
import coffeebreak.bot.organizing.OrganizerHome;
import coffeebreak.bot.signup.SignUp;
import coffeebreak.bot.signup.UnfinishedSignUps;
import java.time.Duration;

/// What everybody chats with: signing up, asking, finding, leaving, saying how it went; and the Home of each.
final class Conversing {

    private static final Duration SIGN_UP_LIFETIME = Duration.ofHours(2);

    final UnfinishedSignUps unfinished;
    final Leaving leaving;
    final Afterwards afterwards;
    final Unfoldings unfoldings;
    final Homes homes;
    final FrontDesk frontDesk;

    Conversing(Foundation on, Seating seating, Organizing organizing) {
        var store = on.store;
        var live = on.live;
        var profiles = store.profiles();
        var directory = on.slack.directory();
        var mentoring = seating.mentoring;

        var signUp = new SignUp(
                live,
                profiles,
                store.drafts(SIGN_UP_LIFETIME),
                directory,
                on.interests,
                on.clock,
                store.acquaintances(),
                new Consequences(live, mentoring, on.deadline),
                on.settings.day().retention());
        unfinished = new UnfinishedSignUps(on.deadline, store.acquaintances(), profiles, on.outbox, on.ids, on.clock);
        var questions = organizing.questions;
        var finding =
                new Finding(on.index, on.library, live, on.lists::mentors, profiles, directory::isMember, on.clock);
        var avoiding = new Avoiding(store.blocks(), profiles, mentoring, directory::isMember);
        leaving = new Leaving(
                signUp,
                avoiding,
                mentoring,
                questions,
                store.forbids(),
                store.contacts(),
                store.feedbacks(),
                on.allowance(),
                store.auditTrail(),
                store.appointed(),
                on.outbox,
                who -> {
                    store.imports().forget(who);
                    store.deadLetters().forget(who);
                    organizing.announcements.forget(who);
                    store.limits().forget(who);
                },
                store.remains());
        var myData = new MyData(
                live,
                profiles,
                store.drafts(SIGN_UP_LIFETIME),
                mentoring,
                store.blocks(),
                store.feedbacks(),
                store.contacts(),
                on.outbox,
                store.acquaintances(),
                questions,
                store.deadLetters(),
                on.clock);
        afterwards = new Afterwards(
                new Meetings(live, mentoring, profiles), directory, store.feedbacks(), on.outbox, on.ids, on.clock);
        var myDay = new MyDay(live, mentoring, profiles, directory, on.library, on.clock);
        homes = new Homes(
                new Home(signUp, mentoring, on.organizers, new OrganizerHome(organizing.overview), myDay, on.deadline),
                on.staleHomes,
                on.organizers,
                store.acquaintances(),
                on.slack.speaker(),
                on.clock);
        unfoldings = new Unfoldings(on.slack.speaker());
        frontDesk = new FrontDesk(
                unfoldings,
                on.organizers,
                organizing.commands,
                mentoring,
                seating.hosting,
                signUp,
                avoiding,
                questions,
                finding,
                leaving,
                store.contacts(),
                myData,
                afterwards,
                homes,
                store.acquaintances(),
                on.clock,
                myDay,
                new CalendarDesk(live, mentoring, myDay, new IcsFile(), on.clock),
                store.limits());
    }
}
