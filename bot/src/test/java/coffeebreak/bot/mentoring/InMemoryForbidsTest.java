package coffeebreak.bot.mentoring;

import coffeebreak.bot.signup.InMemoryBlocks;

class InMemoryForbidsTest extends ForbidsContract {

    InMemoryForbidsTest() {
        super(new Forbids(new InMemoryBlocks()));
    }
}
