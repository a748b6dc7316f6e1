package coffeebreak.bot.signup;

class InMemoryProfilesTest extends ProfilesContract {

    InMemoryProfilesTest() {
        super(new InMemoryProfiles());
    }
}
