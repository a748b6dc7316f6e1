package coffeebreak.bot.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Everything the bot wrote on the rehearsed day, in the order it was posted.
record Letters(List<Letter> all, Map<String, List<Letter>> byPerson) {

    static Letters of(List<Letter> all) {
        return new Letters(List.copyOf(all), all.stream().collect(Collectors.groupingBy(Letter::to)));
    }

    /// What it wrote to a person, oldest first.
    List<Letter> to(String person) {
        return byPerson.getOrDefault(person, List.of());
    }

    /// What it wrote to a person after a moment.
    List<Letter> to(String person, Instant after) {
        return to(person).stream()
                .filter(letter -> letter.posted().isAfter(after))
                .toList();
    }
}
