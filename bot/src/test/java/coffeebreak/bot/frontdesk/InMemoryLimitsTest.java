package coffeebreak.bot.frontdesk;

class InMemoryLimitsTest extends LimitsContract {

    InMemoryLimitsTest() {
        super(new InMemoryLimits());
    }
}
