package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.signup.Interests;
import coffeebreak.index.Affinity;
import coffeebreak.index.TopicIndex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How much participants and mentors have to say to each other, and participants among themselves.
final class Affinities {

    private static final int MOST_SHARED = 3;

    private final TopicIndex index;

    Affinities(TopicIndex index) {
        this.index = index;
    }

    /// One row per person, one column per mentor, 0 to 1.
    double[][] scores(List<Person> people, List<Mentor> mentors) {
        return index.scores(
                people.stream().map(Interests::id).toList(),
                mentors.stream().map(Mentor::indexId).toList());
    }

    /// One row and one column per person, 0 to 1.
    double[][] scores(List<Person> people) {
        var ids = people.stream().map(Interests::id).toList();
        return index.scores(ids, ids);
    }

    /// What people have in common, at most three terms: what most pairs of them share, then what tells most. Only words
    /// that both of a pair say: those of one alone may be meant for a mentor only.
    List<String> shared(List<Person> people) {
        var shares = new LinkedHashMap<String, Double>();
        for (var one = 0; one < people.size(); one++) {
            for (var other = one + 1; other < people.size(); other++) {
                index.affinity(Interests.id(people.get(one)), Interests.id(people.get(other))).reasons().stream()
                        .filter(reason -> reason.kind() == Affinity.Reason.Kind.SHARED)
                        .forEach(reason -> shares.merge(reason.words(), 1 + reason.share(), Double::sum));
            }
        }
        return shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(MOST_SHARED)
                .map(Map.Entry::getKey)
                .toList();
    }

    double score(Person person, Mentor mentor) {
        return between(person, mentor).score();
    }

    /// The terms that made the score, most telling first; empty when there are none.
    List<String> reasons(Person person, Mentor mentor) {
        return between(person, mentor).reasons().stream()
                .map(Affinity.Reason::words)
                .toList();
    }

    private Affinity between(Person person, Mentor mentor) {
        return index.affinity(Interests.id(person), mentor.indexId());
    }
}
