package coffeebreak.bot.organizing;

class InMemoryOpenQuestionsTest extends OpenQuestionsContract {

    InMemoryOpenQuestionsTest() {
        super(new InMemoryOpenQuestions());
    }
}
