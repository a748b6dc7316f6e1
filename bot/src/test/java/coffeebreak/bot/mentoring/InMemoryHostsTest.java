package coffeebreak.bot.mentoring;

class InMemoryHostsTest extends HostsContract {

    InMemoryHostsTest() {
        super(new InMemoryHosts());
    }
}
