package coffeebreak.bot.organizing;

class InMemoryAppointedTest extends AppointedContract {

    InMemoryAppointedTest() {
        super(new InMemoryAppointed());
    }
}
