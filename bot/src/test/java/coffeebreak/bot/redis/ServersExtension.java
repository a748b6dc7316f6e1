package coffeebreak.bot.redis;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One cluster, and one master with its sentinels, for all tests of a run that name them in their constructor and do
/// them no harm.
final class ServersExtension implements ParameterResolver {

    private static final int LOST_AFTER_MILLISECONDS = 5_000;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        var type = parameter.getParameter().getType();
        return type == RealCluster.class || type == RealSentinels.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var store = test.getRoot().getStore(Namespace.create(ServersExtension.class));
        return parameter.getParameter().getType() == RealCluster.class
                ? store.computeIfAbsent(RealCluster.class, _ -> cluster(), RealCluster.class)
                : store.computeIfAbsent(RealSentinels.class, _ -> sentinels(), RealSentinels.class);
    }

    private static RealCluster cluster() {
        try {
            return RealCluster.start(0, LOST_AFTER_MILLISECONDS);
        } catch (java.io.IOException | InterruptedException failure) {
            throw new ParameterResolutionException("no cluster", failure);
        }
    }

    private static RealSentinels sentinels() {
        try {
            return RealSentinels.start(LOST_AFTER_MILLISECONDS);
        } catch (java.io.IOException | InterruptedException failure) {
            throw new ParameterResolutionException("no sentinels", failure);
        }
    }
}
