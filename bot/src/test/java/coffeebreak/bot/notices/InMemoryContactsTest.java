package coffeebreak.bot.notices;

class InMemoryContactsTest extends ContactsContract {

    InMemoryContactsTest() {
        super(new InMemoryContacts());
    }
}
