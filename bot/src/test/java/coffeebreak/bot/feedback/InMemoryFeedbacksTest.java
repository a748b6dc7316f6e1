package coffeebreak.bot.feedback;

class InMemoryFeedbacksTest extends FeedbacksContract {

    InMemoryFeedbacksTest() {
        super(new InMemoryFeedbacks());
    }
}
