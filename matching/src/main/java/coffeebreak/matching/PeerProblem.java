package coffeebreak.matching;

import java.util.List;

/// Who is to meet whom without a mentor. The order of the rows does not matter.
///
/// @param people ids
/// @param pairs who may sit together, each pair once; everybody in a group must be listed with everybody else in it
/// @param apart pairs that must not sit together, listed in `pairs` or not
/// @param met pairs that have sat together before, and shall not again
/// @param hosts people who can host a group, senior students say: as many groups as possible have one. Empty where that
///     does not matter
/// @param groupSize how many sit together, 2 to 4. Where that leaves somebody over, as few groups as possible have one
///     more or fewer
/// @param rounds how often; nobody meets the same person twice
/// @param seed of the lottery between equals
public record PeerProblem(
        List<String> people,
        List<PeerPair> pairs,
        List<Apart> apart,
        List<Met> met,
        List<String> hosts,
        int groupSize,
        int rounds,
        long seed) {
    public PeerProblem {
        people = List.copyOf(people);
        pairs = List.copyOf(pairs);
        apart = List.copyOf(apart);
        met = List.copyOf(met);
        hosts = List.copyOf(hosts);
    }

    /// One round of pairs in which everybody may meet whoever is listed with them, seed 1.
    public static PeerProblem of(List<String> people, List<PeerPair> pairs) {
        return new PeerProblem(people, pairs, List.of(), List.of(), List.of(), 2, 1, 1);
    }

    public PeerProblem withApart(List<Apart> couples) {
        return new PeerProblem(people, pairs, couples, met, hosts, groupSize, rounds, seed);
    }

    public PeerProblem withMet(List<Met> couples) {
        return new PeerProblem(people, pairs, apart, couples, hosts, groupSize, rounds, seed);
    }

    public PeerProblem withHosts(List<String> ids) {
        return new PeerProblem(people, pairs, apart, met, ids, groupSize, rounds, seed);
    }

    public PeerProblem withGroupSize(int size) {
        return new PeerProblem(people, pairs, apart, met, hosts, size, rounds, seed);
    }

    public PeerProblem withRounds(int number) {
        return new PeerProblem(people, pairs, apart, met, hosts, groupSize, number, seed);
    }

    public PeerProblem withSeed(long changed) {
        return new PeerProblem(people, pairs, apart, met, hosts, groupSize, rounds, changed);
    }
}
