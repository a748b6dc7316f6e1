package coffeebreak.bot.frontdesk;

class InMemoryRemainsTest extends RemainsContract {

    InMemoryRemainsTest() {
        super(new InMemoryRemains());
    }
}
