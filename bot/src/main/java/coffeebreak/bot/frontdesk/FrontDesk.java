package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.HandedFiles;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Sought;
import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.feedback.Afterwards;
import coffeebreak.bot.finding.Finding;
import coffeebreak.bot.mentoring.Hosting;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.notices.Contacts;
import coffeebreak.bot.organizing.Commands;
import coffeebreak.bot.organizing.Organizers;
import coffeebreak.bot.signup.Acquaintances;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.SignUp;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Works what came in, in one `switch` over all a person can want; and here, in one place, whatever goes wrong
/// becomes a sentence to the person.
public final class FrontDesk implements Clerk {

    private static final String TRY_AGAIN =
            "I cannot reach my memory just now, so I could not do that. Please try again in a minute.";
    private static final String INTERRUPTED =
            "I was interrupted while I did that, and can't tell whether it is done. Type \"my seat\" to see how it stands, "
                    + "and say it again if it is not.";

    /// Whether the arrival at hand was begun before.
    private static final ScopedValue<Boolean> AGAIN = ScopedValue.newInstance();

    private static final String LATER =
            "I cannot reach my memory just now. What you sent is kept, and I do it as soon as I can.";
    private static final Message WHAT_ELSE = Message.saying("What should I change? Just type it, or use the form.")
            .paragraph("What should I change? Just type it, or use the form.")
            .actions(
                    Button.main("Change in the form", new ChatIntent.StartSignUp()),
                    Button.of("Forget it", new ChatIntent.DropDraft()))
            .build();
    private static final String MY_FAULT =
            "Something went wrong on my side, and it is written down for those who run me. Please try again.";

    private final Speaker speaker;
    private final Organizers organizers;
    private final Commands commands;
    private final Mentoring mentoring;
    private final Hosting hosting;
    private final SignUp signUp;
    private final Avoiding avoiding;
    private final Questions questions;
    private final Finding finding;
    private final Leaving leaving;
    private final Contacts contacts;
    private final MyData myData;
    private final Afterwards afterwards;
    private final Homes homes;
    private final Acquaintances marks;
    private final InstantSource clock;
    private final MyDay day;
    private final CalendarDesk calendar;
    private final Turnstile turnstile;
    private final Interpreter interpreter;
    private final Logger log = System.getLogger(FrontDesk.class.getName());

    public FrontDesk(
            Speaker speaker,
            Organizers organizers,
            Commands commands,
            Mentoring mentoring,
            Hosting hosting,
            SignUp signUp,
            Avoiding avoiding,
            Questions questions,
            Finding finding,
            Leaving leaving,
            Contacts contacts,
            MyData myData,
            Afterwards afterwards,
            Homes homes,
            Acquaintances marks,
            InstantSource clock,
            MyDay day,
            CalendarDesk calendar,
            Limits limits) {
        this.speaker = speaker;
        this.organizers = organizers;
        this.commands = commands;
        this.mentoring = mentoring;
        this.hosting = hosting;
        this.signUp = signUp;
        this.avoiding = avoiding;
        this.questions = questions;
        this.finding = finding;
        this.leaving = leaving;
        this.contacts = contacts;
        this.myData = myData;
        this.afterwards = afterwards;
        this.homes = homes;
        this.marks = marks;
        this.clock = clock;
        this.day = day;
        this.calendar = calendar;
        this.turnstile = new Turnstile(limits);
        this.interpreter = new Interpreter(day::programme, mentoring, signUp, homes);
    }

    @Override
    public Reply work(Arrival arrival, boolean again) {
        var reply = ScopedValue.where(AGAIN, again).call(() -> answer(arrival));
        noteReachable(arrival);
        return reply;
    }

    @Override
    public void workUnkept(Arrival arrival) {
        try {
            say(arrival, work(arrival, false));
        } catch (StoreUnavailable gone) {
            log.log(Level.WARNING, "an arrival could not be worked", gone);
            say(arrival, Reply.say(TRY_AGAIN));
        } catch (RuntimeException fault) {
            log.log(Level.ERROR, "an arrival could not be worked", fault);
            say(arrival, Reply.say(MY_FAULT));
        }
    }

    @Override
    public void sayLater(Arrival arrival) {
        say(arrival, Reply.say(LATER));
    }

    @Override
    public void sayGivenUp(Arrival arrival) {
        say(arrival, Reply.say(MY_FAULT));
    }

    @Override
    public void say(Arrival arrival, Reply reply) {
        if (arrival.input() instanceof Arrival.Input.Edited) {
            speaker.correct(arrival.place(), arrival.from(), reply);
        } else {
            speaker.say(arrival.place(), arrival.from(), reply);
        }
    }

    /// Whoever writes can be written to. Without the store it is noted when they write again.
    private void noteReachable(Arrival arrival) {
        if (!(arrival.input() instanceof Arrival.Input.Left)) {
            try {
                contacts.reachable(arrival.from());
            } catch (StoreUnavailable gone) {
                log.log(Level.WARNING, "nobody can note who can be reached", gone);
            }
        }
    }

    private Reply answer(Arrival arrival) {
        return switch (arrival.input()) {
            case Arrival.Input.Intent(var intent) -> hear(arrival, intent);
            case Arrival.Input.Command(var command, var words) ->
                interpreter.answer(arrival.from(), words).orElseGet(() -> hear(arrival, readCommand(command, words)));
            case Arrival.Input.Words(var words) -> hearWords(arrival, words);
            case Arrival.Input.Files(var words, var files) -> hearFiles(arrival, words, files);
            case Arrival.Input.Edited(var words) -> hearEdited(arrival, words);
            case Arrival.Input.Left _ -> {
                leaving.gone(arrival.from());
                yield new Reply.Nothing();
            }
        };
    }

    private static ChatIntent readCommand(String command, String words) {
        return switch (command) {
            case "/coffee" -> IntentReader.readCommand(words);
            case "/coffee-admin" -> IntentReader.readAdminCommand(words);
            default -> new ChatIntent.UnknownCommand(command, words);
        };
    }

    private Reply hearWords(Arrival arrival, String words) {
        var who = arrival.from();
        if (arrival.place().kind() != Place.Kind.DIRECT) {
            return inPublic(IntentReader.read(words, false), arrival);
        }
        var inTheirLanguage = interpreter.answer(who, words);
        if (inTheirLanguage.isPresent()) {
            return inTheirLanguage.get();
        }
        var signingUp = isSigningUp(who);
        if (signingUp) {
            var said = IntentReader.yesNo(words);
            var asked = signUp.askedConsent(who);
            if (said != IntentReader.YesNo.NEITHER) {
                var yes = said == IntentReader.YesNo.YES;
                if (asked.isPresent()) {
                    return hear(
                            arrival, new ChatIntent.AnswerConsent(asked.get().name(), yes));
                }
                return yes ? hear(arrival, new ChatIntent.SaveDraft()) : Reply.say(WHAT_ELSE);
            }
        }
        return hear(arrival, IntentReader.read(words, signingUp));
    }

    /// Files are for organizers to import; from anybody else, and with words about something else, the words count.
    private Reply hearFiles(Arrival arrival, String words, List<HandedFiles.Handed> files) {
        var what = IntentReader.imported(words);
        if (what.isPresent() && organizers.contains(arrival.from())) {
            return new Reply.Several(files.stream()
                    .map(file -> commands.hear(arrival.from(), new ChatIntent.OfferFile(what.get(), file.id())))
                    .toList());
        }
        return words.isBlank() ? new Reply.Nothing() : hearWords(arrival, words);
    }

    /// Answers anew what is only asked or shown back; whatever else somebody wrote was done when they wrote it, and is
    /// neither undone nor done twice.
    private Reply hearEdited(Arrival arrival, String words) {
        var intent = IntentReader.read(words, isSigningUp(arrival.from()));
        return switch (intent) {
            case ChatIntent.Ask _,
                    ChatIntent.Find _,
                    ChatIntent.Recommend _,
                    ChatIntent.DescribeMyself _,
                    ChatIntent.ShowSeat _,
                    ChatIntent.Help _ -> hear(arrival, intent);
            default -> new Reply.Nothing();
        };
    }

    /// In a channel only the day and what is public of it is talked about; everything personal goes to the direct
    /// conversation.
    private Reply inPublic(ChatIntent intent, Arrival arrival) {
        return switch (intent) {
            case ChatIntent.Ask(var question) -> questions.answer(arrival, question);
            case ChatIntent.Find(var sought, var looked) -> find(arrival, sought, looked);
            case ChatIntent.Thank _ -> new Reply.Nothing();
            default -> Reply.say("Ask me here about the day; for everything else send me a direct message.");
        };
    }

    private boolean isSigningUp(Person who) {
        try {
            return signUp.isTyping(who);
        } catch (StoreUnavailable gone) {
            return false;
        }
    }

    /// Everything the bot can do.
    private Reply hear(Arrival arrival, ChatIntent intent) {
        var tooMuch = turnstile.refusal(arrival.from(), intent);
        return tooMuch.isPresent() ? tooMuch.get() : carriedOut(arrival, intent);
    }

    private Reply carriedOut(Arrival arrival, ChatIntent intent) {
        var who = arrival.from();
        if (AGAIN.get() && goesOnFromWhereItIs(intent)) {
            return Reply.say(INTERRUPTED);
        }
        return switch (intent) {
            case ChatIntent.Greet _ -> Reply.say(greet(who));
            case ChatIntent.Help _ -> Reply.say(Welcome.help(organizers.contains(who)));
            case ChatIntent.Thank _ -> Reply.say("You're welcome!");
            case ChatIntent.OpenHome _ -> homes.opened(who);
            case ChatIntent.InviteQuestion _ -> Reply.say(Welcome.inviteQuestion());
            case ChatIntent.Ask(var question) -> questions.answer(arrival, question);
            case ChatIntent.AskOrganizers(var question, var named) -> questions.pass(who, question, named);
            case ChatIntent.Find(var sought, var words) -> find(arrival, sought, words);
            case ChatIntent.Recommend _ -> Reply.say(finding.recommend(who));
            case ChatIntent.StartSignUp _ ->
                asMentee(who, () -> arrival.place().trigger() == null ? signUp.invite() : signUp.form(who));
            case ChatIntent.DeclineSignUp _ -> signUp.decline(who);
            case ChatIntent.DescribeMyself(var words) -> asMentee(who, () -> signUp.describe(who, words));
            case ChatIntent.SaveDraft _ -> signingUp(who, () -> ofDraft(who, () -> signUp.confirmDraft(who)));
            case ChatIntent.DropDraft _ -> signUp.dropDraft(who);
            case ChatIntent.AnswerConsent(var consent, var agreed) ->
                signingUp(who, () -> ofDraft(who, () -> signUp.answerConsent(who, Consent.valueOf(consent), agreed)));
            case ChatIntent.SubmitForm(var form, var answers)
            when form.startsWith(ChatIntent.OrganizerForm.PREFIX) ->
                ofOrganizer(who, new ChatIntent.OrganizerForm(form, answers));
            case ChatIntent.SubmitForm(var form, var answers) -> submitted(who, form, answers);
            case ChatIntent.ShowProfile _ -> signUp.show(who);
            case ChatIntent.Withdraw _ -> Reply.say(Leaving.askWithdraw());
            case ChatIntent.ConfirmWithdraw _ -> withdraw(who);
            case ChatIntent.ForgetMe _ -> Reply.say(Leaving.askForget());
            case ChatIntent.ConfirmForgetMe _ -> forget(who);
            case ChatIntent.ShowDay _ -> Reply.say(day.message(who));
            case ChatIntent.AddToCalendar(var what) -> intoCalendar(arrival, what);
            case ChatIntent.MyData _ -> myData.file(who);
            case ChatIntent.TellMet(var seat, var met) -> afterwards.met(who, seat, met, isPressed(arrival));
            case ChatIntent.RateSeat(var seat, var useful) -> afterwards.useful(who, seat, useful, isPressed(arrival));
            case ChatIntent.WriteAboutSeat(var seat) -> afterwards.form(who, seat);
            case ChatIntent.StayInTouch(var about) -> afterwards.stayInTouch(who, about, isPressed(arrival));
            case ChatIntent.Mute(var muted) -> mute(who, muted);
            case ChatIntent.ShowSeat _ -> showSeat(who);
            case ChatIntent.ConfirmSeat(var seat) -> answered(who, arrival, mentoring.confirm(who, seat), true);
            case ChatIntent.DeclineSeat(var seat) ->
                seat.isEmpty() && hosting.isMentor(who)
                        ? ofMentor(arrival, new ChatIntent.HostBreak("", false))
                        : answered(who, arrival, mentoring.decline(who, seat), false);
            case ChatIntent.ExplainSeat(var seat) -> explain(who, seat);
            case ChatIntent.Arrive(var seat) -> outcome(who, arrival, mentoring.arrive(who, seat));
            case ChatIntent.RunLate(var seat, var minutes) ->
                outcome(who, arrival, mentoring.runLate(who, seat, minutes));
            case ChatIntent.MoveSeat(var words) -> outcome(who, arrival, mentoring.moveTo(who, words));
            case ChatIntent.KnowMentor(var seat) -> said(who, mentoring.know(who, seat));
            case ChatIntent.AnswerSwap(var theirs, var mine, var agreed) ->
                replaced(who, mentoring.answerSwap(who, theirs, mine, agreed));
            case ChatIntent.Avoid(var whom) -> avoiding.avoid(who, whom);
            case ChatIntent.StopAvoiding(var whom) -> avoiding.stop(who, whom);
            case ChatIntent.ShowAvoided _ -> avoiding.show(who, arrival.place().trigger() != null);
            case ChatIntent.OfMentor said -> ofMentor(arrival, said);
            case ChatIntent.OfOrganizer act -> ofOrganizer(who, act);
            case ChatIntent.UnknownCommand _ -> Reply.say(Welcome.help(organizers.contains(who)));
        };
    }

    /// What, done twice, would do two things: "I can't come" gives up the next seat, whichever that is by then.
    private static boolean goesOnFromWhereItIs(ChatIntent intent) {
        return switch (intent) {
            case ChatIntent.DeclineSeat(var seat) -> seat.isEmpty();
            case ChatIntent.KnowMentor(var seat) -> seat.isEmpty();
            case ChatIntent.MoveSeat _ -> true;
            default -> false;
        };
    }

    /// One welcome, and from then on what is next. Without the store nobody can tell, and a welcome does no harm.
    private Message greet(Person who) {
        try {
            if (!marks.add(who, Acquaintances.Mark.WELCOMED, clock.instant())) {
                return Welcome.again(day.next(who), signedUp(who));
            }
        } catch (StoreUnavailable gone) {
            log.log(Level.WARNING, "nobody can tell who was welcomed", gone);
        }
        return Welcome.message();
    }

    /// Whatever cannot be found may still be a question about the day ("find the poster session").
    private Reply find(Arrival arrival, Sought sought, String words) {
        var open = arrival.place().kind() == Place.Kind.CHANNEL;
        return finding.find(arrival.from(), sought, words, open)
                .map(Reply::say)
                .or(() -> typed(arrival).flatMap(typed -> questions.answerIfKnown(arrival, typed)))
                .orElseGet(() -> Reply.say(finding.nothing(words)));
    }

    /// "Add it to my calendar", with nothing that "it" could be, means whatever is one's own.
    private Reply intoCalendar(Arrival arrival, String what) {
        var who = arrival.from();
        if (what.isEmpty()) {
            return calendar.own(who);
        }
        return calendar.one(who, what).orElseGet(() -> {
            var sessions = questions.sessions(arrival, what);
            return sessions.isEmpty() && IntentReader.isPronoun(what) ? calendar.own(who) : calendar.of(who, sessions);
        });
    }

    private static Optional<String> typed(Arrival arrival) {
        return switch (arrival.input()) {
            case Arrival.Input.Words(var words) -> Optional.of(words);
            case Arrival.Input.Files(var words, var _) -> Optional.of(words);
            case Arrival.Input.Edited(var words) -> Optional.of(words);
            case Arrival.Input.Command(var _, var words) -> Optional.of(words);
            case Arrival.Input.Intent _, Arrival.Input.Left _ -> Optional.empty();
        };
    }

    private Reply submitted(Person who, String form, java.util.Map<String, List<String>> answers) {
        if (form.equals(Avoiding.FORM)) {
            return avoiding.submit(who, answers);
        }
        if (form.startsWith(Afterwards.FORM)) {
            return afterwards.submit(who, form, answers);
        }
        return form.equals(SignUp.FORM)
                ? asMentee(who, () -> signingUp(who, () -> signUp.submit(who, answers)))
                : Reply.say("I don't know that form any more. Type \"sign up\" for a new one.");
    }

    /// Whoever hosts a table in every break can be nobody's guest.
    private Reply asMentee(Person who, Supplier<Reply> signingUp) {
        return mentoring.hostsEveryBreak(who)
                ? Reply.say(
                        "You host a table in every break, so there is no seat for you to take. Type \"my cards\" to see who comes to it; ask the "
                                + "organizers if you would rather be a guest.")
                : signingUp.get();
    }

    /// One step of a sign-up; when it has saved a profile, the mentor's card and the Home tell what it says now.
    /// Whoever was interrupted after that goes on there.
    private Reply signingUp(Person who, Supplier<Reply> step) {
        var before = signUp.profile(who);
        var reply = step.get();
        if (!AGAIN.get() && signUp.profile(who).equals(before)) {
            return reply;
        }
        mentoring.renewCards(who);
        if (before.filter(Profile::seeking).isEmpty() || AGAIN.get() && signedUp(who) && !mentoring.names(who)) {
            mentoring.join(who);
        }
        return renewingHome(who, reply);
    }

    /// Whoever was interrupted after the draft had become a profile has nothing left to confirm.
    private Reply ofDraft(Person who, Supplier<Reply> step) {
        return AGAIN.get() && signedUp(who) && !signUp.isTyping(who) ? signUp.show(who) : step.get();
    }

    private Reply ofOrganizer(Person who, ChatIntent.OfOrganizer act) {
        var reply = commands.hear(who, act);
        homes.changed();
        return reply;
    }

    private Reply renewingHome(Person who, Reply reply) {
        homes.changed();
        return new Reply.Several(List.of(reply, homes.renewed(who)));
    }

    private Reply withdraw(Person who) {
        return renewingHome(
                who,
                new Reply.Replace(Message.of(
                        leaving.withdraw(who)
                                ? "You are withdrawn: no seat is held or sought for you. Your profile is kept until you say "
                                        + "\"forget me\"; sign up again whenever you like."
                                : "You were not signed up, so there is nothing to withdraw.")));
    }

    private Reply forget(Person who) {
        hosting.forget(who);
        leaving.forget(who);
        return renewingHome(
                who,
                new Reply.Replace(Message.of(
                        "Forgotten. I no longer know anything about you. What I wrote to you before stays in "
                                + "this conversation, which belongs to Slack; you can delete it there.")));
    }

    /// Whether it was a button of a message, which can then show the answer.
    private static boolean isPressed(Arrival arrival) {
        return arrival.input() instanceof Arrival.Input.Intent
                && arrival.place().message() != null;
    }

    private Reply mute(Person who, boolean muted) {
        contacts.mute(who, muted);
        return Reply.say(
                muted
                        ? "All right. From now on I write to you only about your own seat or table: no reminders, no questions "
                                + "afterwards, no invitations. To undo it, type \"write to me again\"."
                        : "All right, I write to you again as I do to everybody.");
    }

    /// A button changes its message; a sentence is answered. Whoever is no mentor meant something else by it.
    private Reply ofMentor(Arrival arrival, ChatIntent.OfMentor said) {
        var answer = hosting.hear(arrival.from(), said);
        var question = typed(arrival);
        if (answer.isEmpty()) {
            return question.map(words -> questions.answer(arrival, words))
                    .orElseGet(
                            () -> Reply.say("You are not among the mentors (any more). The organizers can tell why."));
        }
        return question.isPresent() || said instanceof ChatIntent.ShowHosting
                ? Reply.say(answer.get())
                : new Reply.Replace(answer.get());
    }

    private Reply showSeat(Person who) {
        var cards = mentoring.cards(who);
        if (!cards.isEmpty()) {
            return new Reply.Several(cards.stream().map(Reply::say).toList());
        }
        var hosts = hosting.standing(who);
        if (hosts.isPresent()) {
            return Reply.say(hosts.get());
        }
        return switch (mentoring.standing(who)) {
            case Mentoring.Standing.Seated(var seats) ->
                new Reply.Several(seats.stream().map(Reply::say).toList());
            case Mentoring.Standing.Waiting(var message) -> Reply.say(message);
            case Mentoring.Standing.NotPublished _ ->
                Reply.say(
                        signedUp(who)
                                ? "The seats are not given out yet. I write to you as soon as they are, either way."
                                : "The seats are not given out yet, and you are not signed up. Type \"sign up\" to be in.");
            case Mentoring.Standing.Nowhere _ ->
                Reply.say(
                        signedUp(who)
                                ? "You have no seat at the moment. When the organizers run the matching again, I write to you."
                                : "You are not signed up. Type \"sign up\" and I find out what is free.");
        };
    }

    private boolean signedUp(Person who) {
        return signUp.profile(who).filter(profile -> profile.seeking()).isPresent();
    }

    private Reply answered(Person who, Arrival arrival, Mentoring.Answer answer, boolean comes) {
        var typed = !(arrival.input() instanceof Arrival.Input.Intent);
        return switch (answer) {
            case Mentoring.Answer.Done(var _, var mentor) ->
                typed ? renewingHome(who, Reply.say(done(mentor, comes))) : homes.renewed(who);
            case Mentoring.Answer.Already(var seat, var mentor) ->
                Reply.say(
                        seat.state().taken()
                                ? done(mentor, true)
                                : "That seat is no longer yours; it is free or went to the next person in line.");
            case Mentoring.Answer.AtPeers(var expected) ->
                renewingHome(
                        who,
                        expected
                                ? Reply.say("Good, the others at your table of peers expect you.")
                                : typed
                                        ? Reply.say(
                                                "Thank you for telling me; the others at your table of peers are told.")
                                        : new Reply.Nothing());
            case Mentoring.Answer.NoSeat _ ->
                Reply.say("You have no seat at the moment, so there is nothing to " + (comes ? "confirm" : "give up")
                        + ".");
        };
    }

    /// After a button the message about the seat says by itself what has changed.
    private Reply outcome(Person who, Arrival arrival, Mentoring.Outcome outcome) {
        var pressed = arrival.input() instanceof Arrival.Input.Intent;
        return pressed && outcome.changed() ? homes.renewed(who) : said(who, outcome);
    }

    private Reply said(Person who, Mentoring.Outcome outcome) {
        var words = Reply.say(outcome.words());
        return outcome.changed() ? renewingHome(who, words) : words;
    }

    private Reply replaced(Person who, Mentoring.Outcome outcome) {
        return renewingHome(who, new Reply.Replace(Message.of(outcome.words())));
    }

    private static String done(String mentor, boolean comes) {
        return comes
                ? "Good, you sit with " + mentor + "."
                : "Thank you for telling me: your seat with " + mentor + " goes to the next person in line.";
    }

    private Reply explain(Person who, String seat) {
        var which = seat.isEmpty()
                ? mentoring.plan().takenBy(who).stream().findFirst().map(held -> held.id())
                : Optional.of(seat);
        return Reply.say(which.flatMap(id -> mentoring.explain(who, id))
                .orElseGet(() -> Message.of("That seat is not yours (any more), so I cannot tell why.")));
    }
}
