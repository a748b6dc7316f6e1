package coffeebreak.bot.chat;

import java.util.List;
import java.util.Map;

/// What somebody wants, read from one message, command, form or button. A button carries an intent, so an intent holds
/// opaque ids only and proves nothing: who asks, their rights and the state are checked when it is carried out.
public sealed interface ChatIntent {

    /// "Hello": say who you are and what you can do.
    record Greet() implements ChatIntent {}

    /// "What can you do?"
    record Help() implements ChatIntent {}

    /// Thanks and other small talk.
    record Thank() implements ChatIntent {}

    /// The Home tab was opened.
    record OpenHome() implements ChatIntent {}

    /// A button that only invites to ask: "ask about the day".
    record InviteQuestion() implements ChatIntent {}

    /// A question about the day.
    record Ask(String question) implements ChatIntent {}

    /// "Ask the organizers" what could not be answered.
    ///
    /// @param question an id
    /// @param named    whether they may see who asks
    record AskOrganizers(String question, boolean named) implements ChatIntent {}

    /// "Find talks about diffusion models", "who works on grokking?"
    record Find(Sought sought, String words) implements ChatIntent {}

    /// "What should I see?"
    record Recommend() implements ChatIntent {}

    /// "Find me a mentor": show the sign-up form.
    record StartSignUp() implements ChatIntent {}

    /// "Not interested": no more reminders of signing up.
    record DeclineSignUp() implements ChatIntent {}

    /// Sign-up by a typed sentence.
    record DescribeMyself(String words) implements ChatIntent {}

    /// "Yes, that is right": save what was understood from typed sentences.
    record SaveDraft() implements ChatIntent {}

    /// "No, forget that": drop what was understood.
    record DropDraft() implements ChatIntent {}

    /// The answer to one question about who may see what, while signing up in the chat.
    record AnswerConsent(String consent, boolean agreed) implements ChatIntent {}

    /// A filled-in form: per field its values, none for a field left empty.
    record SubmitForm(String form, Map<String, List<String>> answers) implements ChatIntent {
        public SubmitForm {
            answers = Map.copyOf(answers);
        }
    }

    /// "What do you know about me?"
    record ShowProfile() implements ChatIntent {}

    /// "I don't want a mentor any more"; asks before it does.
    record Withdraw() implements ChatIntent {}

    /// The confirmed form of [Withdraw].
    record ConfirmWithdraw() implements ChatIntent {}

    /// "Forget me"; asks before it does.
    record ForgetMe() implements ChatIntent {}

    /// The confirmed form of [ForgetMe].
    record ConfirmForgetMe() implements ChatIntent {}

    /// "What do I have today?"
    record ShowDay() implements ChatIntent {}

    /// "Add it to my calendar."
    ///
    /// @param what the id of a seat or of a part of the programme, or words for one; empty for whatever is one's
    /// own
    record AddToCalendar(String what) implements ChatIntent {}

    /// "Give me everything you know about me as a file."
    record MyData() implements ChatIntent {}

    /// "We met", or not. Without a seat's id: the latest that is over; so in the next three.
    record TellMet(String seat, boolean met) implements ChatIntent {}

    /// How useful a seat was, from 1 to 5.
    record RateSeat(String seat, int useful) implements ChatIntent {}

    /// "I would like to write a line about it."
    record WriteAboutSeat(String seat) implements ChatIntent {}

    /// "Let's stay in touch": of a seat, or, by a mentor, of a mentee's seat or of a table.
    record StayInTouch(String about) implements ChatIntent {}

    /// "Stop writing to me", or "write to me again".
    record Mute(boolean muted) implements ChatIntent {}

    /// "Where do I sit?"
    record ShowSeat() implements ChatIntent {}

    /// "I'll be there."
    record ConfirmSeat(String seat) implements ChatIntent {}

    /// "I can't come." Without a seat's id: whichever seat the person has.
    record DeclineSeat(String seat) implements ChatIntent {}

    /// "Why this table?"
    record ExplainSeat(String seat) implements ChatIntent {}

    /// "I'm at the table." Without a seat's id: the one of the break that is on.
    record Arrive(String seat) implements ChatIntent {}

    /// "I'm running late", by so many minutes. Without a seat's id: the next one the person has.
    record RunLate(String seat, int minutes) implements ChatIntent {}

    /// "Move me to the afternoon": what was said of the break.
    record MoveSeat(String words) implements ChatIntent {}

    /// "I know this mentor already." Without a seat's id: the next one the person has.
    record KnowMentor(String seat) implements ChatIntent {}

    /// The answer of the holder of one seat to whether they swap with the holder of another.
    record AnswerSwap(String theirs, String mine, boolean agreed) implements ChatIntent {}

    /// "I'd rather not sit with …"
    record Avoid(String whom) implements ChatIntent {}

    /// "I can sit with … again."
    record StopAvoiding(String whom) implements ChatIntent {}

    /// "With whom would I rather not sit?": shows it to be changed.
    record ShowAvoided() implements ChatIntent {}

    /// What a mentor says about their tables.
    sealed interface OfMentor extends ChatIntent {}

    /// "What did I answer?": shows it to be changed.
    record ShowHosting() implements OfMentor {}

    /// "I'll host", "I can't do the afternoon".
    ///
    /// @param which a break's id, or words for it; empty for all that are to come
    record HostBreak(String which, boolean hosted) implements OfMentor {}

    /// "I can take 3."
    record OfferSeats(int seats) implements OfMentor {}

    /// "Tim Roith takes my table."
    record NameDeputy(String whom) implements OfMentor {}

    /// What only organizers may do.
    sealed interface OfOrganizer extends ChatIntent {}

    /// The words behind `/coffee-admin`, or a button that does the same.
    ///
    /// @param name  the first of them; empty for none
    /// @param words the others, as typed
    record OrganizerCommand(String name, String words) implements OfOrganizer {}

    /// A filled-in form of theirs, whose name begins with [#PREFIX].
    record OrganizerForm(String form, Map<String, List<String>> answers) implements OfOrganizer {
        public static final String PREFIX = "organizer-";

        public OrganizerForm {
            answers = Map.copyOf(answers);
        }
    }

    /// What an organizer does about mentors, who are named as the programme names them.
    sealed interface AboutMentors extends OfOrganizer {}

    /// A mentor has agreed by other means to every break they were asked for.
    record ConfirmMentor(String mentor) implements AboutMentors {}

    /// Asks an organizer whether a mentor shall be taken for absent, or for present after all.
    ///
    /// @param breaks ids; empty for those that can be meant
    record AskForMentor(String mentor, List<String> breaks, boolean comes) implements AboutMentors {
        public AskForMentor {
            breaks = List.copyOf(breaks);
        }
    }

    /// A mentor does not come, or comes after all, and an organizer is the one who says so.
    ///
    /// @param breaks ids
    record SpeakForMentor(String mentor, List<String> breaks, boolean comes) implements AboutMentors {
        public SpeakForMentor {
            breaks = List.copyOf(breaks);
        }
    }

    /// Asks a mentor once more who has not answered.
    record RemindMentor(String mentor) implements AboutMentors {}

    /// Somebody else may take a mentor's tables.
    record AgreeToDeputy(String mentor) implements AboutMentors {}

    /// Gives those another place whose mentor does not come.
    record Reseat(String mentor) implements AboutMentors {}

    /// A mentor's cards, for somebody who is not in the chat.
    ///
    /// @param printed as a file to be printed
    record ShowCards(String mentor, boolean printed) implements AboutMentors {}

    /// What organizers do about single seats, people and tables.
    sealed interface AboutSeats extends OfOrganizer {}

    /// One of several that a command about seats could have meant: the command again, with ids for the names.
    record ChooseSeat(String command, String words) implements AboutSeats {}

    /// One table and who sits at it.
    record ShowTable(String table) implements AboutSeats {}

    /// Asks where the holder of a seat is to go.
    record AskMove(String seat) implements AboutSeats {}

    record LockSeat(String seat, boolean locked) implements AboutSeats {}

    /// All seats at a table.
    record LockTable(String table, boolean locked) implements AboutSeats {}

    /// Two may sit together again whom organizers kept apart; one of them may be a mark for somebody who was forgotten.
    record AllowPair(String one, String other) implements AboutSeats {}

    /// What organizers do about the times of the day.
    sealed interface AboutDay extends OfOrganizer {}

    /// Lets the day run late.
    ///
    /// @param from  a time of that day, `14:30`
    /// @param day   0 for the programme's first
    /// @param after how many delays stood when it was proposed
    record SetDelay(int minutes, String from, int day, int after) implements AboutDay {}

    /// The day is on time again.
    record EndDelays() implements AboutDay {}

    /// What organizers do about the parts of the programme, by their ids.
    sealed interface AboutProgramme extends OfOrganizer {}

    record CancelPart(String session) implements AboutProgramme {}

    /// @param by    who gives what takes its place; empty for nobody
    /// @param until until when it lasts, `15:00`; empty for as long as what it replaces
    record ReplacePart(String session, String title, String by, String until) implements AboutProgramme {}

    /// Something cancelled takes place after all.
    record RestorePart(String session) implements AboutProgramme {}

    /// An organizer wants to write down a fact in a form.
    ///
    /// @param key what it is about; empty for a new one
    record WriteFact(String key) implements OfOrganizer {}

    /// What organizers import.
    sealed interface AboutImport extends OfOrganizer {}

    /// A file that may be imported.
    ///
    /// @param what programme, mentors or papers; empty as long as nobody said it
    /// @param file as the chat knows it
    record OfferFile(String what, String file) implements AboutImport {}

    /// Opens a form to paste a table into.
    record PasteTable(String what) implements AboutImport {}

    /// What was read comes in, or does not.
    record AnswerOffer(String offer, boolean taken) implements AboutImport {}

    /// What was in force before the latest import is to be so again.
    ///
    /// @param basis the state of what is in force that was shown
    record ImportBack(String what, long basis) implements AboutImport {}

    /// An organizer wants to answer a question in a form.
    record AnswerQuestion(int question) implements OfOrganizer {}

    /// What organizers do about what they say to many, by its number.
    sealed interface AboutAnnouncement extends OfOrganizer {}

    /// Opens a form.
    record WriteAnnouncement() implements AboutAnnouncement {}

    record Announce(int announcement) implements AboutAnnouncement {}

    record CorrectAnnouncement(int announcement) implements AboutAnnouncement {}

    /// An organizer publishes the round of that number; 0 means the one previewed last.
    record Publish(int round) implements OfOrganizer {}

    /// An organizer takes a published round back.
    record UndoRound(int round) implements OfOrganizer {}

    /// A slash command that is not one of ours.
    record UnknownCommand(String command, String words) implements ChatIntent {}
}
