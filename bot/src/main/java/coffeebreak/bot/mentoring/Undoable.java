package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What it takes to take the latest round back.
///
/// @param round  its number
/// @param until  it can be taken back before this instant
/// @param before the plan as it was, which could not be taken back any further
/// @param given  ids of the seats the round gave
/// @param left   ids of the seats it took from those who had them
/// @param queued per break who was in line when it was published
public record Undoable(
        int round,
        Instant until,
        SeatingPlan before,
        Set<String> given,
        Set<String> left,
        Map<String, List<Person>> queued) {

    public Undoable {
        given = Set.copyOf(given);
        left = Set.copyOf(left);
        queued = Map.copyOf(queued);
    }

    Undoable withoutNaming(Person person) {
        return new Undoable(
                round,
                until,
                before.withoutNaming(person),
                given,
                left,
                queued.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                queue -> queue.getValue().stream()
                                        .filter(other -> !other.equals(person))
                                        .toList())));
    }
}
