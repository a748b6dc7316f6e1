package coffeebreak.bot.answers;

class InMemoryAllowanceTest extends AllowanceContract {

    InMemoryAllowanceTest() {
        super(InMemoryAllowance::new);
    }
}
