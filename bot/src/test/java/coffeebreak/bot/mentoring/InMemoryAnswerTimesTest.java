package coffeebreak.bot.mentoring;

class InMemoryAnswerTimesTest extends AnswerTimesContract {

    InMemoryAnswerTimesTest() {
        super(new InMemoryAnswerTimes());
    }
}
