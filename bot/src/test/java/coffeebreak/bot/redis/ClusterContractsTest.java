package coffeebreak.bot.redis;

class ClusterContractsTest extends StoreContracts {

    private final RealCluster servers;

    ClusterContractsTest(RealCluster servers) {
        this.servers = servers;
    }

    @Override
    RedisStore store() {
        return servers.store();
    }
}
