package coffeebreak.bot.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What people do because of what the bot wrote to them: accept, decline, arrive, stay away, say how it was.
/// Which of them does what is drawn for each by itself.
final class Reactions {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Crowd crowd;
    private final Dice dice;

    Reactions(Crowd crowd, Dice dice) {
        this.crowd = crowd;
        this.dice = dice;
    }

    /// @param breakStart when the break begins to which a reminder belongs
    List<Act> to(Letter letter, Optional<Instant> breakStart) {
        if (!letter.isNotice() || letter.to().isEmpty()) {
            return List.of();
        }
        var who = letter.to();
        var buttons = letter.buttons();
        var at = letter.posted();
        if (who.equals(crowd.organizer().person().id())) {
            return organizer(letter, who, at);
        }
        if (buttons.contains("I'll host")) {
            return invited(letter, who, at);
        }
        if (buttons.contains("I'll be there")) {
            return seat(letter, who, at);
        }
        if (buttons.contains("Take it")) {
            return offer(letter, who, at);
        }
        if (buttons.contains("I'm here")) {
            return breakStart.map(start -> reminded(letter, who, start)).orElse(List.of());
        }
        if (buttons.contains("We met")) {
            return afterwards(letter, who, at);
        }
        if (buttons.contains("Not interested")) {
            return dice.isIn(0.4, who, "not interested")
                    ? List.of(press(at.plus(between(2, 30, who, "not interested")), who, "Not interested"))
                    : List.of();
        }
        if (buttons.contains("Swap")) {
            return List.of(press(
                    at.plus(between(1, 6, who, "swap")), who, dice.isIn(0.5, who, "swaps") ? "Swap" : "Keep my seat"));
        }
        return List.of();
    }

    private List<Act> organizer(Letter letter, String who, Instant at) {
        if (letter.buttons().contains("Do it")) {
            return List.of(press(at.plusSeconds(40), who, "Do it"));
        }
        return letter.buttons().stream()
                .filter(label -> label.startsWith("Confirm "))
                .map(label -> press(at.plus(MINUTE.multipliedBy(7)), who, label))
                .toList();
    }

    /// One in three leaves it to the organizers.
    private List<Act> invited(Letter letter, String who, Instant at) {
        if (dice.isIn(0.33, who, "silent")) {
            return List.of();
        }
        if (dice.isIn(0.4, who, "by word")) {
            return List.of(new Act(at.plus(between(30, 300, who, "answers")), who, new Act.Write("I'll host")));
        }
        var acts = new ArrayList<Act>();
        var breaks = letter.buttons().stream().filter("I'll host"::equals).count();
        for (var index = 0; index < breaks; index++) {
            acts.add(press(at.plus(between(30, 300, who, "answers")).plusSeconds(20L * index), who, "I'll host"));
        }
        return acts;
    }

    private List<Act> seat(Letter letter, String who, Instant at) {
        var answers = at.plus(between(2, 45, who, letter.first().summary(), "answers"));
        var share = dice.roll(who, letter.first().summary(), "seat");
        if (share < 0.68) {
            return List.of(press(answers, who, "I'll be there"));
        }
        if (share < 0.74) {
            return List.of(new Act(answers, who, new Act.Write("I'll be there")));
        }
        if (share < 0.84) {
            return List.of(press(answers, who, "Can't come"));
        }
        return share < 0.88 ? List.of(press(answers, who, "Why this table?")) : List.of();
    }

    private List<Act> offer(Letter letter, String who, Instant at) {
        var share = dice.roll(who, letter.first().summary(), "offer");
        var answers = at.plus(between(1, 5, who, letter.first().summary(), "takes"));
        return share < 0.75
                ? List.of(press(answers, who, "Take it"))
                : share < 0.85 ? List.of(press(answers, who, "No, thank you")) : List.of();
    }

    /// Most come and say so, some come and say nothing, some are late, some do not show up.
    private List<Act> reminded(Letter letter, String who, Instant start) {
        var share = dice.roll(who, letter.first().summary(), "comes");
        if (share < 0.65) {
            return List.of(press(start.plusSeconds(dice.below(240, who, "arrives") - 60L), who, "I'm here"));
        }
        if (share < 0.72) {
            return List.of(
                    press(start.minusSeconds(120), who, "Running late"),
                    new Act(start.plusSeconds(330), who, new Act.Write("I'm here")));
        }
        return List.of();
    }

    private List<Act> afterwards(Letter letter, String who, Instant at) {
        if (dice.isIn(0.35, who, "says nothing afterwards")) {
            return List.of();
        }
        var met = dice.isIn(0.9, who, letter.first().summary(), "met");
        var answers = at.plus(between(1, 40, who, "afterwards"));
        if (!met) {
            return List.of(press(answers, who, "We didn't"));
        }
        var acts = new ArrayList<>(List.of(
                press(answers, who, "We met"),
                press(
                        answers.plusSeconds(20),
                        who,
                        Integer.toString(Math.max(1, 5 - dice.below(8, who, "useful") / 2)))));
        if (dice.isIn(0.4, who, "in touch")) {
            acts.add(press(answers.plusSeconds(40), who, "Stay in touch"));
        }
        return acts;
    }

    private Duration between(int least, int most, String... what) {
        return dice.between(MINUTE.multipliedBy(least), MINUTE.multipliedBy(most), what);
    }

    private static Act press(Instant at, String who, String label) {
        return new Act(at, who, new Act.Press(label));
    }
}
