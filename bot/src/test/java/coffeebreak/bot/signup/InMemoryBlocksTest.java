package coffeebreak.bot.signup;

class InMemoryBlocksTest extends BlocksContract {

    InMemoryBlocksTest() {
        super(new InMemoryBlocks());
    }
}
