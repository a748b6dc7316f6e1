package coffeebreak.bot.signup;

class InMemoryAcquaintancesTest extends AcquaintancesContract {

    InMemoryAcquaintancesTest() {
        super(new InMemoryAcquaintances());
    }
}
