package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.signup.Interests;
import coffeebreak.index.Affinity;
import coffeebreak.index.TopicIndex;
import java.util.List;

/// How much participants and mentors have to say to each other.
final class Affinities {

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
