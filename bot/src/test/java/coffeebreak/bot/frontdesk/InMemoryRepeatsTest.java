package coffeebreak.bot.frontdesk;

class InMemoryRepeatsTest extends RepeatsContract {

    InMemoryRepeatsTest() {
        super(new InMemoryRepeats());
    }
}
