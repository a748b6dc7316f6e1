package coffeebreak.bot.organizing;

import coffeebreak.bot.answers.Answers;
import coffeebreak.bot.answers.Nearness;
import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.feedback.InMemoryFeedbacks;
import coffeebreak.bot.files.CardPdf;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.notices.Courtesy;
import coffeebreak.bot.notices.InMemoryContacts;
import coffeebreak.bot.notices.QuietHours;
import coffeebreak.bot.programme.InMemoryDayJournal;
import coffeebreak.bot.programme.LiveProgramme;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.SignUpDeadline;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything organizers can do, over a scene, as the bot puts it together.
public final class Office {

    public static final Person OLGA = new Person("U-olga");

    public final InMemoryAuditTrail audit;
    public final InMemoryContacts contacts;
    public final InMemoryFeedbacks feedbacks;
    public final Organizers organizers = () -> Set.of(OLGA, Scene.ORGANIZER);
    public final LiveProgramme live;
    public final Overview overview;
    public final InMemoryOpenQuestions openQuestions = new InMemoryOpenQuestions();
    public final QuestionDesk questions;
    public final InMemoryAnnouncements announcements = new InMemoryAnnouncements();
    public final AnnounceDesk announcing;
    public final Commands commands;

    public Office(Scene scene) {
        this(scene, new InMemoryContacts(), new InMemoryFeedbacks(), new InMemoryAuditTrail());
    }

    public Office(Scene scene, InMemoryContacts contacts, InMemoryFeedbacks feedbacks, InMemoryAuditTrail audit) {
        this.audit = audit;
        this.contacts = contacts;
        this.feedbacks = feedbacks;
        this.live = new LiveProgramme(scene.programme, new InMemoryDayJournal());
        var finder = new SessionFinder(new Answers(live, scene.clock, Nearness.none()));
        var news =
                new StageNews(live, () -> scene.mentors, scene.profiles, scene.outbox, scene.ids, _ -> {}, scene.clock);
        this.questions = new QuestionDesk(
                openQuestions,
                live,
                Nearness.none(),
                who -> scene.profiles.find(who).map(Profile::name),
                scene.outbox,
                scene.ids,
                scene.clock);
        this.announcing = new AnnounceDesk(
                announcements,
                new Audience(live, scene.mentoring, scene.profiles, finder, scene.clock),
                scene.outbox,
                new Courtesy(
                        QuietHours.of("22:00-07:30"),
                        contacts,
                        who -> scene.profiles.find(who).map(Profile::zone).orElse(Scene.VENUE),
                        (_, _) -> false,
                        scene.clock),
                scene.ids,
                4,
                scene.clock);
        this.overview = new Overview(
                live,
                scene.mentoring,
                scene.lineup,
                scene.profiles,
                scene.outbox,
                contacts,
                new SignUpDeadline(() -> scene.programme, Optional.empty(), scene.clock),
                () -> QuestionDesk.waiting(openQuestions),
                scene.clock);
        this.commands = new Commands(
                organizers,
                List.of(
                        new StatusDesk(
                                () -> scene.programme,
                                scene.mentoring,
                                scene.profiles,
                                scene.outbox,
                                contacts,
                                feedbacks,
                                overview),
                        new RoundDesk(() -> scene.programme, scene.mentoring, scene.outbox, scene.clock),
                        new SeatDesk(() -> scene.programme, scene.mentoring, scene.profiles),
                        new MentorDesk(
                                () -> scene.programme,
                                scene.hosting,
                                scene.invitations,
                                scene.repairs,
                                scene.mentoring,
                                scene.profiles,
                                new CardPdf()),
                        new DayDesk(live, scene.clock),
                        new ProgrammeDesk(live, finder, news, scene.mentoring, scene.clock),
                        new FactDesk(live, finder, scene.clock),
                        questions,
                        announcing),
                audit,
                scene.clock);
    }

    /// What somebody reads who types words behind `/coffee-admin`.
    public String types(Person who, String words) {
        var parts = words.split(" ", 2);
        return presses(who, new ChatIntent.OrganizerCommand(parts[0], parts.length == 1 ? "" : parts[1]));
    }

    /// What Olga reads who types words behind `/coffee-admin`.
    public String types(String words) {
        return types(OLGA, words);
    }

    public String presses(Person who, ChatIntent.OfOrganizer button) {
        return Aloud.read(reply(who, button));
    }

    public Reply reply(Person who, ChatIntent.OfOrganizer button) {
        return commands.hear(who, button);
    }
}
