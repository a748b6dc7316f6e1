package coffeebreak.bot.organizing;

class InMemoryAuditTrailTest extends AuditTrailContract {

    InMemoryAuditTrailTest() {
        super(new InMemoryAuditTrail());
    }
}
