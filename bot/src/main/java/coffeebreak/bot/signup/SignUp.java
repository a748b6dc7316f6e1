package coffeebreak.bot.signup;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.Acquaintances.Mark;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Signing up, by form or by sentence, and taking it back. Nothing is saved that was not shown; a sentence is shown
/// back before it counts, a form when it is sent.
public final class SignUp {

    /// The name of the sign-up form in [ChatIntent.SubmitForm].
    public static final String FORM = SignUpForm.NAME;

    /// How many days after the workshop everything personal goes where nothing else is set.
    public static final int USUAL_RETENTION_DAYS = 30;

    private static final int TRIES = 5;

    private final Supplier<Programme> programme;
    private final Profiles profiles;
    private final Drafts drafts;
    private final Directory directory;
    private final Interests interests;
    private final InstantSource clock;
    private final Acquaintances marks;
    private final Outlook outlook;
    private final int retentionDays;

    /// @param retentionDays how many days after the workshop everything personal is deleted
    public SignUp(
            Supplier<Programme> programme,
            Profiles profiles,
            Drafts drafts,
            Directory directory,
            Interests interests,
            InstantSource clock,
            Acquaintances marks,
            Outlook outlook,
            int retentionDays) {
        this.programme = programme;
        this.profiles = profiles;
        this.drafts = drafts;
        this.directory = directory;
        this.interests = interests;
        this.clock = clock;
        this.marks = marks;
        this.outlook = outlook;
        this.retentionDays = retentionDays;
    }

    /// How long it is kept, in a sentence.
    public String kept() {
        return retentionDays == 0
                ? "When the workshop is over it is all deleted by itself."
                : "It is all deleted by itself " + retentionDays + (retentionDays == 1 ? " day" : " days")
                        + " after the workshop.";
    }

    /// The form, filled in with what is known.
    public Reply form(Person who) {
        began(who);
        var secondSeat = profiles.find(who).map(Profile::secondSeat).orElse(false);
        return new Reply.Show(SignUpForm.of(programme.get(), draft(who), secondSeat, kept()));
    }

    /// Only that somebody began is kept, not what they typed.
    private void began(Person who) {
        if (profiles.find(who).filter(Profile::seeking).isEmpty()) {
            marks.add(who, Mark.BEGAN, clock.instant());
        }
    }

    /// "Not interested": no reminder of signing up.
    public Reply decline(Person who) {
        drafts.remove(who);
        marks.remove(who, Mark.BEGAN);
        marks.add(who, Mark.NOT_INTERESTED, clock.instant());
        return new Reply.Replace(
                Message.of("All right, I won't remind you. If you change your mind, type \"sign up\"."));
    }

    /// What they are typing; else what they signed up with; else nothing.
    private Draft draft(Person who) {
        return drafts.find(who).or(() -> profiles.find(who).map(Draft::of)).orElse(Draft.EMPTY);
    }

    /// The invitation to sign up where no form can be opened.
    public Reply invite() {
        return Reply.say(Message.saying("To find you a mentor I need to know a little about you")
                .paragraph(
                        "To find you a mentor I need to know a little about you. Fill in the form, or just tell me in a "
                                + "sentence, for example:")
                .paragraph(Text.of("").italic("I'm a 2nd-year PhD at EPFL working on loss landscapes"))
                .actions(Button.main("Fill in the form", new ChatIntent.StartSignUp()))
                .build());
    }

    /// Saves what the form says.
    public Reply submit(Person who, Map<String, List<String>> answers) {
        var read = SignUpForm.read(programme.get(), answers);
        return save(who, read.draft(), read.consents(), read.secondSeat());
    }

    /// Whether a sign-up typed in the chat is waiting for this person's next words.
    public boolean isTyping(Person who) {
        return drafts.find(who).isPresent();
    }

    /// Understands what it can of a sentence and shows it back.
    public Reply describe(Person who, String words) {
        var reader = new SentenceReader(programme.get(), interests::topicsOf);
        var draft = reader.read(words, draft(who));
        drafts.save(who, draft);
        began(who);
        return Reply.say(understood(draft));
    }

    private Message understood(Draft draft) {
        var known = ProfileCard.of(programme.get(), draft);
        if (draft.stage() == null) {
            var missing = draft.doctoral() ? "Which year of your PhD are you in?" : "What is your career stage?";
            return Message.saying(missing)
                    .paragraph("This is what I understood so far:")
                    .points(known)
                    .paragraph(
                            Text.of("")
                                    .bold(missing)
                                    .plain(
                                            draft.doctoral()
                                                    ? " Just type \"second year\", or use the form."
                                                    : " Just type for example \"master's student\" or \"first-year PhD\", or use the form."))
                    .actions(
                            Button.main("Fill in the form", new ChatIntent.StartSignUp()),
                            Button.of("Forget it", new ChatIntent.DropDraft()))
                    .build();
        }
        return Message.saying("Did I get that right?")
                .heading("Did I get that right?")
                .points(known)
                .small("Nothing is saved yet. To change something, just type it or use the form.")
                .actions(
                        Button.main("That's right", new ChatIntent.SaveDraft()),
                        Button.of("Change in the form", new ChatIntent.StartSignUp()),
                        Button.of("Forget it", new ChatIntent.DropDraft()))
                .build();
    }

    /// "That's right": goes on to the consents, one by one.
    public Reply confirmDraft(Person who) {
        return drafts.find(who)
                .map(draft -> consentOrSave(who, draft.withConfirmed(draft.stage() != null)))
                .orElseGet(SignUp::expired);
    }

    /// One consent answered; asks the next or, after the last, saves.
    public Reply answerConsent(Person who, Consent consent, boolean agreed) {
        return drafts.find(who)
                .map(draft -> consentOrSave(who, draft.with(consent, agreed)))
                .orElseGet(SignUp::expired);
    }

    private Reply consentOrSave(Person who, Draft draft) {
        // A button of an earlier question may be pressed after something new was typed.
        if (!draft.confirmed()) {
            drafts.save(who, draft);
            return new Reply.Replace(understood(draft));
        }
        var open = draft.openConsent();
        if (open.isPresent()) {
            drafts.save(who, draft);
            return new Reply.Replace(ask(open.get()));
        }
        var secondSeat = profiles.find(who).map(Profile::secondSeat).orElse(false);
        var saved = save(who, draft, draft.agreed(), secondSeat);
        return saved instanceof Reply.Say(var message) ? new Reply.Replace(message) : saved;
    }

    private static Message ask(Consent consent) {
        var number = consent.ordinal() + 1;
        var count = Consent.values().length;
        return Message.saying(consent.words() + "?")
                .small("Who may know about you? Question " + number + " of " + count + "; none is needed for a seat.")
                .paragraph(Text.of("").bold(consent.words() + "?"))
                .actions(
                        Button.main("Yes", new ChatIntent.AnswerConsent(consent.name(), true)),
                        Button.of("No", new ChatIntent.AnswerConsent(consent.name(), false)))
                .build();
    }

    /// The consent that is being asked, for somebody who types yes or no.
    public Optional<Consent> askedConsent(Person who) {
        return drafts.find(who).filter(Draft::confirmed).flatMap(Draft::openConsent);
    }

    private static Reply expired() {
        return Reply.say("That sign-up is no longer open. Tell me about yourself again, or type \"sign up\".");
    }

    public Reply dropDraft(Person who) {
        drafts.remove(who);
        marks.remove(who, Mark.BEGAN);
        return new Reply.Replace(Message.of("Forgotten; nothing was saved. Type \"sign up\" whenever you like."));
    }

    public Reply show(Person who) {
        return Reply.say(profiles.find(who)
                .map(profile -> withFile(echo(profile, "This is what I know about you", List.of())))
                .orElseGet(() -> Message.saying("I know nothing about you but your Slack id")
                        .paragraph("I know nothing about you but your Slack id.")
                        .actions(Button.main("Find me a mentor", new ChatIntent.StartSignUp()))
                        .build()));
    }

    /// What somebody told, in words for themselves.
    public List<Text> told(Profile profile) {
        return ProfileCard.of(programme.get(), profile);
    }

    private Message withFile(Message message) {
        var longer = new ArrayList<>(message.parts());
        longer.add(new Message.Part.Small(Text.of(kept())));
        longer.add(new Message.Part.Actions(List.of(Button.of("All of it as a file", new ChatIntent.MyData()))));
        return new Message(message.summary(), longer);
    }

    public Optional<Profile> profile(Person who) {
        return profiles.find(who);
    }

    /// Stops seeking; the profile stays until it is asked to be forgotten.
    ///
    /// @return false when there was nothing to withdraw
    public boolean withdraw(Person who) {
        drafts.remove(who);
        for (var tries = 0; tries < TRIES; tries++) {
            var known = profiles.find(who);
            if (known.isEmpty() || !known.get().seeking()) {
                return false;
            }
            if (profiles.save(known.get().withSeeking(false).next())) {
                return true;
            }
        }
        throw new IllegalStateException(
                "the profile of " + who + " changed " + TRIES + " times while it was withdrawn");
    }

    /// Removes everything sign-up knows about a person.
    public void forget(Person who) {
        drafts.remove(who);
        profiles.remove(who);
        marks.forget(who);
        interests.forget(who);
    }

    private Reply save(Person who, Draft draft, Set<Consent> consents, boolean secondSeat) {
        var entry = directory.find(who);
        if (entry.isPresent() && !entry.get().member()) {
            drafts.remove(who);
            return Reply.say("Only members of this workspace can sign up. Please ask the organizers for a seat.");
        }
        if (entry.isEmpty() && profiles.find(who).isEmpty()) {
            drafts.save(who, draft);
            return Reply.say(Message.saying("I could not ask Slack who you are, so nothing is saved yet.")
                    .paragraph(
                            "I could not ask Slack who you are, so nothing is saved yet. Please try again in a minute; "
                                    + "what you told me is kept that long.")
                    .actions(Button.main("Try again", new ChatIntent.StartSignUp()))
                    .build());
        }
        for (var tries = 0; tries < TRIES; tries++) {
            var known = profiles.find(who);
            var profile = profileOf(who, entry, known, draft, consents, secondSeat);
            if (profiles.save(profile)) {
                interests.put(profile);
                drafts.remove(who);
                marks.remove(who, Mark.BEGAN);
                marks.remove(who, Mark.NOT_INTERESTED);
                return Reply.say(echo(
                        profile,
                        known.isPresent() ? "Changed and saved" : "You are signed up",
                        outlook.of(known.orElse(null), profile)));
            }
        }
        throw new IllegalStateException("the profile of " + who + " changed " + TRIES + " times while it was saved");
    }

    private Profile profileOf(
            Person who,
            Optional<Directory.Entry> entry,
            Optional<Profile> known,
            Draft draft,
            Set<Consent> consents,
            boolean secondSeat) {
        var stage = draft.stage();
        if (stage == null) {
            throw new IllegalStateException("a profile is saved only when its stage is known");
        }
        var breaks = draft.breaks();
        return new Profile(
                who,
                entry.map(Directory.Entry::name)
                        .or(() -> known.map(Profile::name))
                        .orElse("A participant"),
                entry.map(Directory.Entry::zone)
                        .or(() -> known.map(Profile::zone))
                        .orElseGet(() -> programme.get().venueZone()),
                stage,
                draft.institution(),
                draft.topics(),
                draft.interests(),
                breaks != null
                        ? breaks
                        : programme.get().breaks().stream().map(Session::id).collect(Collectors.toSet()),
                draft.question(),
                secondSeat,
                consents,
                true,
                known.map(Profile::invented).orElse(false),
                known.map(Profile::signedUp).orElseGet(clock::instant),
                known.map(Profile::version).orElse(0L) + 1);
    }

    private Message echo(Profile profile, String heading, List<String> follows) {
        var message = Message.saying(heading).heading(heading).points(told(profile));
        if (profile.interests().isEmpty() && profile.topics().isEmpty()) {
            message.paragraph("You gave no topic, so I will seat you wherever there is room.");
        }
        if (!profile.seeking()) {
            message.paragraph("You withdrew, so no seat is sought for you. Sign up again to be back in.");
        }
        follows.forEach(message::paragraph);
        return message.actions(
                        Button.of("Edit", new ChatIntent.StartSignUp()),
                        Button.of("Withdraw", new ChatIntent.Withdraw()),
                        Button.of("Ask about the day", new ChatIntent.InviteQuestion()))
                .build();
    }
}
