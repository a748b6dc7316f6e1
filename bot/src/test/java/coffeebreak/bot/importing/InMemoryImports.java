package coffeebreak.bot.importing;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.importing.Content.Sort;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps imports in memory.
public final class InMemoryImports implements Imports {

    private final Map<String, Offer> offers = new HashMap<>();
    private final Map<String, Import> imports = new HashMap<>();
    private final Map<Sort, Reference> references = new EnumMap<>(Sort.class);

    @Override
    public synchronized void offer(Offer offer) {
        offers.put(offer.id(), offer);
    }

    @Override
    public synchronized Optional<Offer> offered(String id) {
        return Optional.ofNullable(offers.get(id));
    }

    @Override
    public synchronized void drop(String offer) {
        offers.remove(offer);
    }

    @Override
    public synchronized void keep(Import taken) {
        imports.put(taken.id(), taken);
    }

    @Override
    public synchronized Optional<Import> find(String id) {
        return Optional.ofNullable(imports.get(id));
    }

    @Override
    public synchronized Reference current(Sort sort) {
        return references.getOrDefault(sort, Reference.NONE);
    }

    @Override
    public synchronized boolean replace(Sort sort, Reference next) {
        if (current(sort).version() != next.version() - 1) {
            return false;
        }
        references.put(sort, next);
        return true;
    }

    @Override
    public synchronized void forget(Person person) {
        imports.replaceAll((_, taken) -> new Import(
                taken.id(),
                taken.file(),
                taken.by(),
                taken.at(),
                taken.counts(),
                taken.before(),
                taken.content().without(person)));
        offers.replaceAll((_, offer) -> new Offer(
                offer.id(),
                offer.file(),
                offer.by(),
                offer.at(),
                offer.basis(),
                offer.whole(),
                offer.content().without(person),
                offer.remarks()));
        replace(Sort.MENTORS, current(Sort.MENTORS).to(current(Sort.MENTORS).id()));
    }
}
