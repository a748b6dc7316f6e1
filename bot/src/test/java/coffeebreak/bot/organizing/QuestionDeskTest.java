package coffeebreak.bot.organizing;

import static coffeebreak.bot.organizing.Office.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.answers.Answers;
import coffeebreak.bot.answers.Asker;
import coffeebreak.bot.answers.Conversation;
import coffeebreak.bot.answers.Nearness;
import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.ChatIntent.AnswerQuestion;
import coffeebreak.bot.chat.ChatIntent.OrganizerForm;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.signup.Stage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people ask in vain, pass on, and are answered.
class QuestionDeskTest {

    private static final String BUS = "Is there a shuttle bus to the venue?";

    private final Scene scene = new Scene();
    private final Office office = new Office(scene);
    private final Person bo = new Person("U-bo");
    private Person ana;

    @BeforeEach
    void itIsTwo() {
        scene.itIs("14:00");
        ana = scene.signUp("Ana", Stage.PHD1, "", Set.of(), false).person();
    }

    private String asks(Person who, String words, boolean named) {
        return Aloud.read(office.questions.pass(who, office.questions.keep(who, words), named));
    }

    private List<String> told(Person who) {
        return scene.outbox.waitingFor(who).stream()
                .map(waiting -> Aloud.read(Reply.say(waiting.message())))
                .filter(words -> words.contains("The organizers answered"))
                .toList();
    }

    @Test
    void whoAsksIsNotNamedUnlessTheyWantIt() {
        assertThat(asks(bo, BUS, false))
                .contains("They read your words, not who you are.")
                .contains("When they answer, I write to you.");
        asks(ana, "is there a shuttle bus to the venue", true);

        assertThat(office.types("questions"))
                .contains("- 1. " + BUS + " (asked by 2 people, among them Ana, at 14:00)")
                .contains("[Answer 1] [Drop 1]")
                .doesNotContain("U-bo");
    }

    @Test
    void oneAnswerGoesToAllWhoAskedOnceAndToWhoeverAsksNext() {
        asks(bo, BUS, false);
        asks(ana, BUS, false);
        asks(ana, "Can I bring my dog?", false);

        assertThat(office.types("questions answer 1 No, but the tram stops at the gate."))
                .startsWith("# Answered: 2 people are told");
        office.questions.look();

        assertThat(told(bo)).containsExactly("""
                # The organizers answered
                You asked: Is there a shuttle bus to the venue?
                The organizers, 14:00: No, but the tram stops at the gate.""");
        assertThat(told(ana)).hasSize(1);
        assertThat(new Answers(office.live, scene.clock, Nearness.none())
                        .answer("is there a shuttle bus to the venue?", Asker.somewhere(), Conversation.none())
                        .text())
                .isEqualTo("The organizers, 14:00: No, but the tram stops at the gate.");
        assertThat(office.types("questions")).doesNotContain("shuttle").contains("dog");
        assertThat(office.audit.latest(2).getLast().outcome()).isEqualTo("answered question 1 of 2");
        assertThat(office.audit.latest(2).getLast().act()).isEqualTo("questions");
    }

    @Test
    void whatWaitsForAnAnswerStandsInTheStatus() {
        asks(ana, BUS + " Ana", false);

        assertThat(office.types("status"))
                .contains("1 question waits for your answer.")
                .contains("[Read them]");
        office.types("questions answer 1 No.");
        assertThat(office.types("status")).doesNotContain("for your answer");
    }

    @Test
    void aFormAnswersToo() {
        asks(bo, BUS, false);

        assertThat(office.reply(OLGA, new AnswerQuestion(1))).isInstanceOf(Reply.Show.class);
        office.presses(OLGA, new OrganizerForm("organizer-answer-1", Map.of("words", List.of("No."))));

        assertThat(told(bo)).hasSize(1);
    }

    @Test
    void aChangedAnswerIsToldAnew() {
        asks(bo, BUS, false);
        office.types("questions answer 1 No.");
        scene.itIs("14:10");
        office.types("questions answer 1 Yes, at noon.");

        assertThat(told(bo)).hasSize(2).last().asString().contains("Yes, at noon.");
        assertThat(office.live.get().facts().getFirst().words()).isEqualTo("Yes, at noon.");
    }

    @Test
    void anInterruptedAnswerIsToldWhenSomebodyLooksAgain() {
        asks(bo, BUS, false);
        var question = office.openQuestions.all().getFirst();
        office.openQuestions.replace(
                question.answered(new OpenQuestion.Given("No.", OLGA, "Olga", scene.clock.instant())));

        office.questions.look();
        office.questions.look();

        assertThat(told(bo)).hasSize(1);
    }

    @Test
    void nobodyAsksTheSameTwiceNorMoreThanFiveAtATime() {
        asks(bo, BUS, false);
        assertThat(asks(bo, BUS, false)).contains("You have asked the organizers that already.");
        for (var i = 2; i <= 5; i++) {
            asks(bo, "What is number " + i + "?", false);
        }
        assertThat(asks(bo, "And one more?", false)).startsWith("The organizers have 5 questions of yours");
        assertThat(Aloud.read(office.questions.pass(ana, "unknown", false)))
                .startsWith("I don't have that question any more.");
    }

    @Test
    void whoIsForgottenLeavesNoQuestion() {
        asks(bo, BUS, false);
        asks(ana, BUS + " Ana", false);
        office.types("questions answer 1 No.");

        office.questions.forget(bo);

        assertThat(office.openQuestions.all()).noneMatch(question -> question.isAskedBy(bo));
        assertThat(office.openQuestions.askedInVain(bo)).isEmpty();
        assertThat(office.live.get().facts()).noneMatch(fact -> fact.asked().contains(BUS));
        assertThat(office.questions.askedBy(ana)).containsExactly(BUS + " Ana");
    }

    @Test
    void whatCannotBeIsSaidWithTheWayOut() {
        assertThat(office.types("questions")).isEqualTo("Nobody waits for an answer of yours.");
        assertThat(office.types("questions answer 7 No.")).startsWith("There is no question 7.");
        assertThat(office.types("questions sing")).startsWith("I don't understand \"sing\".");
        asks(bo, BUS, false);
        assertThat(office.types("questions drop 1")).startsWith("Question 1 is dropped.");
        assertThat(office.types("questions answer 1 " + "x".repeat(1001))).contains("this one has 1001");
    }
}
