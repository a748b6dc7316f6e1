package coffeebreak.bot.frontdesk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The numbers in memory; there is nothing else to delete here.
public final class InMemoryRemains implements Remains {

    private long forgotten;
    private @Nullable Report kept;

    @Override
    public void countForgotten() {
        forgotten++;
    }

    @Override
    public long forgotten() {
        return forgotten;
    }

    @Override
    public Optional<Report> report() {
        return Optional.ofNullable(kept);
    }

    @Override
    public void clear(Report report) {
        kept = kept == null ? report : kept;
    }
}
