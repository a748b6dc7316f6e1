package coffeebreak.bot.importing;

class InMemoryImportsTest extends ImportsContract {

    InMemoryImportsTest() {
        super(new InMemoryImports());
    }
}
