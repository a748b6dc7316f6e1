package coffeebreak.bot.organizing;

class InMemoryAnnouncementsTest extends AnnouncementsContract {

    InMemoryAnnouncementsTest() {
        super(new InMemoryAnnouncements());
    }
}
