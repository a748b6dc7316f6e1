package coffeebreak.bot.signup;

import coffeebreak.bot.chat.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Drafts in memory, under the same contract as the ones in Redis.
public final class InMemoryDrafts implements Drafts {

    private record Kept(Draft draft, Instant until) {}

    private final InstantSource clock;
    private final Duration lifetime;
    private final Map<Person, Kept> drafts = new HashMap<>();

    /// @param clock what the lifetime is measured by
    public InMemoryDrafts(InstantSource clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    @Override
    public synchronized Optional<Draft> find(Person person) {
        return Optional.ofNullable(drafts.get(person))
                .filter(kept -> kept.until().isAfter(clock.instant()))
                .map(Kept::draft);
    }

    @Override
    public synchronized void save(Person person, Draft draft) {
        drafts.put(person, new Kept(draft, clock.instant().plus(lifetime)));
    }

    @Override
    public synchronized void remove(Person person) {
        drafts.remove(person);
    }
}
