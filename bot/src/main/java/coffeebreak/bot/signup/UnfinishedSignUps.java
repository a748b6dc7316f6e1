package coffeebreak.bot.signup;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.notices.Timekeeper;
import coffeebreak.bot.signup.Acquaintances.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Reminds whoever began to sign up and did not finish: once, some hours before sign-up closes, and never anybody
/// who said that they are not interested.
public final class UnfinishedSignUps implements Timekeeper.Duty {

    private static final Duration BEFORE_IT_CLOSES = Duration.ofHours(4);

    /// Whoever has just begun may still be at it.
    private static final Duration AT_IT = Duration.ofMinutes(30);

    private final SignUpDeadline deadline;
    private final Acquaintances marks;
    private final Profiles profiles;
    private final Outbox outbox;
    private final NoticeIds ids;
    private final InstantSource clock;

    public UnfinishedSignUps(
            SignUpDeadline deadline,
            Acquaintances marks,
            Profiles profiles,
            Outbox outbox,
            NoticeIds ids,
            InstantSource clock) {
        this.deadline = deadline;
        this.marks = marks;
        this.profiles = profiles;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void look() {
        var now = clock.instant();
        deadline.closes()
                .filter(closes -> now.isBefore(closes) && !now.isBefore(closes.minus(BEFORE_IT_CLOSES)))
                .ifPresent(
                        closes -> marks.marked(Mark.BEGAN, now.minus(AT_IT)).forEach(person -> remind(person, closes)));
    }

    /// The mark goes last: a process that dies in between owes the same notice again, which is known by its id.
    private void remind(Person person, Instant closes) {
        var signedUp = profiles.find(person).filter(Profile::seeking).isPresent();
        if (!signedUp && !marks.has(person, Mark.NOT_INTERESTED)) {
            outbox.plan(List.of(new Notice(
                    ids.of("unfinished-sign-up", person.id()),
                    person,
                    new Notice.Content.Post(message()),
                    clock.instant(),
                    Notice.Urgency.OPTIONAL,
                    closes)));
        }
        marks.remove(person, Mark.BEGAN);
    }

    private Message message() {
        var until = deadline.ahead().orElse("soon");
        return Message.saying("You began to sign up for a mentor's table. Sign-up closes at " + until + ".")
                .paragraph("You began to sign up for a mentor's table and did not finish. Sign-up closes at " + until
                        + "; it takes two minutes.")
                .actions(
                        Button.main("Sign up", new ChatIntent.StartSignUp()),
                        Button.of("Not interested", new ChatIntent.DeclineSignUp()))
                .small("I remind you only this once.")
                .build();
    }
}
