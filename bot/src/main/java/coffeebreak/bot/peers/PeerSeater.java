package coffeebreak.bot.peers;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.peers.PeerSeat.State;
import coffeebreak.matching.Apart;
import coffeebreak.matching.PeerMatcher;
import coffeebreak.matching.PeerPair;
import coffeebreak.matching.PeerProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Seats those without a mentor's seat in threes and fours by what they have to say to each other.
public final class PeerSeater {

    private static final int SIZE = 3;

    private final PeerMatcher matcher;

    public PeerSeater(PeerMatcher matcher) {
        this.matcher = matcher;
    }

    /// Somebody to be seated.
    ///
    /// @param breaks  ids of the breaks they could sit with peers in
    /// @param canHost whether they are far enough in their career to see that everybody gets a word
    public record Guest(Person person, Set<String> breaks, boolean canHost) {
        public Guest {
            breaks = Set.copyOf(breaks);
        }
    }

    /// What is read while seating.
    ///
    /// @param breaks ids of the breaks still to come, in the order of the day
    /// @param scores how much each person has to say to each other, 0 to 1
    /// @param apart  who must not sit together
    /// @param ids    of the tables and seats
    /// @param seed   of the lottery between equals
    /// @param now    when the seats are given
    public record Setting(
            List<String> breaks,
            Function<List<Person>, double[][]> scores,
            BiPredicate<Person, Person> apart,
            NoticeIds ids,
            long seed,
            Instant now) {}

    /// The tables with as many of the guests seated as possible; whoever sits stays. A guest of whom nobody else is
    /// left joins a table that is there.
    public PeerTables seat(PeerTables before, List<Guest> guests, Setting setting) {
        var after = before;
        var byId =
                guests.stream().collect(Collectors.toMap(guest -> guest.person().id(), Function.identity()));
        for (var group : groups(guests, setting)) {
            var members = group.stream()
                    .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                    .toList();
            var coffeeBreak = commonBreak(members, setting, after);
            if (coffeeBreak.isPresent()) {
                after = after.with(table(members, coffeeBreak.get(), setting));
                group.forEach(byId::remove);
            }
        }
        for (var guest : byId.values().stream()
                .sorted(Comparator.comparing(left -> left.person().id()))
                .toList()) {
            after = joining(after, guest, setting);
        }
        return after;
    }

    private List<List<String>> groups(List<Guest> guests, Setting setting) {
        var people = guests.stream().map(Guest::person).toList();
        var scores = setting.scores().apply(people);
        var pairs = new ArrayList<PeerPair>();
        var apart = new ArrayList<Apart>();
        for (var one = 0; one < guests.size(); one++) {
            for (var other = one + 1; other < guests.size(); other++) {
                var first = people.get(one);
                var second = people.get(other);
                if (setting.apart().test(first, second)) {
                    apart.add(new Apart(first.id(), second.id()));
                } else if (!Collections.disjoint(
                        guests.get(one).breaks(), guests.get(other).breaks())) {
                    pairs.add(new PeerPair(first.id(), second.id(), scores[one][other]));
                }
            }
        }
        if (pairs.isEmpty()) {
            return List.of();
        }
        var hosts = guests.stream()
                .filter(Guest::canHost)
                .map(guest -> guest.person().id())
                .toList();
        var problem = PeerProblem.of(people.stream().map(Person::id).toList(), pairs)
                .withApart(apart)
                .withHosts(hosts)
                .withGroupSize(SIZE)
                .withSeed(setting.seed());
        return matcher.match(problem).rounds().getFirst();
    }

    /// The break all of them can make; of several the one with the fewest tables. With more than two breaks a group
    /// may have one for each pair of it and none for all.
    private static Optional<String> commonBreak(List<Guest> members, Setting setting, PeerTables so) {
        var common = new HashSet<>(setting.breaks());
        members.forEach(guest -> common.retainAll(guest.breaks()));
        Map<String, Long> tables =
                so.all().stream().collect(Collectors.groupingBy(PeerTable::coffeeBreak, Collectors.counting()));
        return setting.breaks().stream()
                .filter(common::contains)
                .min(Comparator.comparing(each -> tables.getOrDefault(each, 0L)));
    }

    private static PeerTable table(List<Guest> members, String coffeeBreak, Setting setting) {
        var names = members.stream().map(guest -> guest.person().id()).collect(Collectors.joining(" "));
        var id = setting.ids().of("peer-table", coffeeBreak, names, Long.toString(setting.seed()));
        return new PeerTable(
                id,
                coffeeBreak,
                members.stream().map(guest -> seat(guest.person(), id, setting)).toList(),
                List.of(),
                List.of());
    }

    private static PeerSeat seat(Person person, String table, Setting setting) {
        return new PeerSeat(
                setting.ids().of("peer-seat", table, person.id(), Long.toString(setting.seed())),
                person,
                State.EXPECTED,
                setting.now());
    }

    private static PeerTables joining(PeerTables tables, Guest guest, Setting setting) {
        return tables.joined(
                        guest.person(),
                        guest.breaks()::contains,
                        setting.apart(),
                        table -> seat(guest.person(), table.id(), setting))
                .orElse(tables);
    }
}
