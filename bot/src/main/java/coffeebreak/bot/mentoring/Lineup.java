package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The mentors of a roster, and what they have said since. Whoever has not answered holds no table.
public final class Lineup {

    private final Supplier<Mentors> roster;
    private final Predicate<String> agreed;
    private final Hosts hosts;

    /// @param roster with the breaks each could hold a table in
    /// @param agreed whether a mentor (id) agreed beforehand to every break the roster names
    public Lineup(Supplier<Mentors> roster, Predicate<String> agreed, Hosts hosts) {
        this.roster = roster;
        this.agreed = agreed;
        this.hosts = hosts;
    }

    /// The mentors with the breaks they host, the seats they offer, and their deputies.
    public Mentors inForce() {
        var places = places();
        return new Mentors(places.stream().map(Place::inForce).toList());
    }

    /// A mentor who hosted a table and does not any more, in one go.
    ///
    /// @param mentor id
    /// @param breaks ids
    public record Cancelled(String mentor, String name, List<String> breaks, Instant since) {}

    /// Whoever has cancelled, the latest last.
    public List<Cancelled> cancelled() {
        return places().stream()
                .flatMap(place -> place.host().cancelled().entrySet().stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                        .entrySet()
                        .stream()
                        .map(entry -> new Cancelled(
                                place.mentor().id(),
                                place.mentor().name(),
                                entry.getValue().stream().sorted().toList(),
                                entry.getKey())))
                .sorted(Comparator.comparing(Cancelled::since))
                .toList();
    }

    /// The names of the mentors who were asked about a break and have said nothing of it.
    public List<String> silent() {
        return places().stream()
                .filter(place -> !place.unanswered().isEmpty())
                .map(place -> place.mentor().name())
                .toList();
    }

    List<Place> places() {
        Map<String, Host> said = hosts.all().stream().collect(Collectors.toMap(Host::mentor, Function.identity()));
        return roster.get().all().stream()
                .map(mentor -> new Place(mentor, host(mentor, said.get(mentor.id())), !agreed.test(mentor.id())))
                .toList();
    }

    private Host host(Mentor mentor, @Nullable Host said) {
        var host = said == null ? Host.silent(mentor.id()) : said;
        if (!agreed.test(mentor.id())) {
            return host;
        }
        var breaks = new HashMap<String, Boolean>();
        mentor.breaks().forEach(each -> breaks.put(each, true));
        breaks.putAll(host.breaks());
        return new Host(host.mentor(), host.version(), breaks, host.seats(), host.cancelled(), host.deputy());
    }

    Optional<Place> byId(String mentor) {
        return places().stream()
                .filter(place -> place.mentor().id().equals(mentor))
                .findFirst();
    }

    /// The mentor who is this person in the chat; a deputy is none.
    Optional<Place> byPerson(Person person) {
        return places().stream()
                .filter(place -> person.equals(place.mentor().person()))
                .findFirst();
    }

    boolean replace(Host host) {
        return hosts.replace(host);
    }

    /// One mentor and what they have said.
    ///
    /// @param mentor  as the roster has them
    /// @param invited whether the bot asked them, as they had not agreed beforehand
    record Place(Mentor mentor, Host host, boolean invited) {

        int seats() {
            var said = host.seats();
            return said == null ? mentor.seats() : said;
        }

        /// The breaks they were asked about and said nothing of.
        List<String> unanswered() {
            return mentor.breaks().stream()
                    .filter(each -> !host.breaks().containsKey(each))
                    .sorted()
                    .toList();
        }

        /// Whether they answered for some of their breaks and not for the others.
        boolean answeredPartly() {
            var open = unanswered().size();
            return open > 0 && open < mentor.breaks().size();
        }

        Mentor inForce() {
            var hosted = mentor.breaks().stream().filter(host::hosts).collect(Collectors.toSet());
            var deputy = host.agreedDeputy();
            return new Mentor(
                    mentor.id(),
                    deputy == null ? mentor.name() : deputy.name() + " (for " + mentor.name() + ")",
                    deputy == null ? mentor.person() : deputy.person(),
                    mentor.institutions(),
                    hosted,
                    seats(),
                    mentor.topics());
        }
    }
}
