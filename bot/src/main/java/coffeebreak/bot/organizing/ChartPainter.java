package coffeebreak.bot.organizing;

import java.util.Optional;

/// Paints charts. Implemented where files are written.
@FunctionalInterface
public interface ChartPainter {

    /// @return a PNG; empty where there is nothing to paint with (no fonts, no graphics)
    Optional<byte[]> png(Chart chart);
}
