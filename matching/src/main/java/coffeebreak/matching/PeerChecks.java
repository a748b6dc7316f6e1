package coffeebreak.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Everything that is wrong with a peer problem.
final class PeerChecks {
    private final PeerProblem problem;
    private final Set<String> people;
    private final List<String> wrong = new ArrayList<>();

    private PeerChecks(PeerProblem problem) {
        this.problem = problem;
        this.people = new HashSet<>(problem.people());
    }

    /// @throws InvalidProblem naming all of it
    static void check(PeerProblem problem) {
        var checks = new PeerChecks(problem);
        checks.people();
        checks.pairs();
        checks.numbers();
        if (!checks.wrong.isEmpty()) {
            throw new InvalidProblem(checks.wrong);
        }
    }

    private void people() {
        var seen = new HashSet<String>();
        for (var person : problem.people()) {
            if (!seen.add(person)) {
                wrong.add("Person %s is listed twice.".formatted(person));
            }
            if (person.isBlank()) {
                wrong.add("A person has a blank id.");
            }
        }
        var hosts = new HashSet<String>();
        for (var host : problem.hosts()) {
            known(host, "the hosts");
            if (!hosts.add(host)) {
                wrong.add("Host %s is listed twice.".formatted(host));
            }
        }
    }

    private void pairs() {
        var seen = new HashSet<List<String>>();
        for (var pair : problem.pairs()) {
            couple(pair.one(), pair.other(), "The pair of", "a pair", seen);
            if (!(pair.affinity() >= 0 && pair.affinity() <= 1)) {
                wrong.add("The affinity of %s and %s is %s: it must be from 0 to 1."
                        .formatted(pair.one(), pair.other(), pair.affinity()));
            }
        }
        seen.clear();
        for (var pair : problem.apart()) {
            couple(pair.one(), pair.other(), "The apart pair of", "an apart pair", seen);
        }
        seen.clear();
        for (var pair : problem.met()) {
            couple(pair.one(), pair.other(), "The pair that has met,", "a pair that has met", seen);
        }
    }

    private void couple(String one, String other, String what, String where, Set<List<String>> seen) {
        known(one, where);
        known(other, where);
        if (one.equals(other)) {
            wrong.add("%s %s and %s is one person.".formatted(what, one, other));
        } else if (!seen.add(Stream.of(one, other).sorted().toList())) {
            wrong.add("%s %s and %s is listed twice.".formatted(what, one, other));
        }
    }

    private void known(String person, String where) {
        if (!people.contains(person)) {
            wrong.add("Unknown person %s in %s.".formatted(person, where));
        }
    }

    private void numbers() {
        if (problem.groupSize() < 2 || problem.groupSize() > 4) {
            wrong.add("The group size is %d: it must be from 2 to 4.".formatted(problem.groupSize()));
        }
        if (problem.rounds() < 1 || problem.rounds() > 100) {
            wrong.add("There are %d rounds: it must be from 1 to 100.".formatted(problem.rounds()));
        }
    }
}
