package coffeebreak.bot.redis;

class SentinelContractsTest extends StoreContracts {

    private final RealSentinels servers;

    SentinelContractsTest(RealSentinels servers) {
        this.servers = servers;
    }

    @Override
    RedisStore store() {
        return servers.store();
    }
}
