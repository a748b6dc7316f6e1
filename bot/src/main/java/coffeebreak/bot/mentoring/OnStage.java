package coffeebreak.bot.mentoring;

import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What else the programme wants of a mentor around a break.
record OnStage(Programme programme) {

    private static final int WAY_TO_THE_STAGE = 5;

    /// "Hard stop 15:25: your panel discussion starts at 15:30.", when they are on stage right after the break.
    Optional<String> hardStop(String mentor, Session coffeeBreak) {
        return sessionsOf(mentor, coffeeBreak).stream()
                .filter(next -> next.start().equals(coffeeBreak.end()))
                .findFirst()
                .map(next -> "Hard stop " + next.start().minusMinutes(WAY_TO_THE_STAGE) + ": your "
                        + next.kind().name() + " starts at " + next.start() + ".");
    }

    /// Whatever of theirs lies on, right before or right after a break, a sentence each.
    List<String> clashes(String mentor, Session coffeeBreak) {
        var clashes = new ArrayList<String>();
        for (var session : sessionsOf(mentor, coffeeBreak)) {
            var end = session.end();
            if (end == null) {
                continue;
            }
            if (end.equals(coffeeBreak.start())) {
                clashes.add("Your " + session.kind().name() + " ends right before it.");
            }
            var breakEnd = coffeeBreak.end();
            if (breakEnd != null
                    && session.start().isBefore(breakEnd)
                    && coffeeBreak.start().isBefore(end)) {
                clashes.add("Your " + session.kind().name() + " is at the same time, " + session.start() + " to " + end
                        + ".");
            }
        }
        hardStop(mentor, coffeeBreak).ifPresent(clashes::add);
        return clashes;
    }

    /// "invited speaker and panelist"; empty for whoever the programme does not name in another role.
    String roles(String mentor) {
        var roles = programme.person(mentor).stream()
                .flatMap(person -> person.roles().stream())
                .filter(role -> role.onStage())
                .map(role -> role.words().toLowerCase(Locale.ROOT))
                .toList();
        return String.join(" and ", roles);
    }

    private List<Session> sessionsOf(String mentor, Session coffeeBreak) {
        return programme.person(mentor).stream()
                .flatMap(person -> programme.sessionsOf(person).stream())
                .filter(session -> session.day() == coffeeBreak.day())
                .toList();
    }
}
