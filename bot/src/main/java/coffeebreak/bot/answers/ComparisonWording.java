package coffeebreak.bot.answers;

import coffeebreak.bot.answers.Query.Relation;
import coffeebreak.bot.answers.Query.Selection;
import coffeebreak.bot.programme.Programme;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Words how two things stand to each other: how far apart, how much longer, whether at the same time.
final class ComparisonWording {
    private final Programme programme;
    private final Evaluator evaluator;
    private final Phrases say;

    ComparisonWording(Evaluator evaluator, Phrases say) {
        this.programme = evaluator.programme();
        this.evaluator = evaluator;
        this.say = say;
    }

    /// From the end of the one to the start of the other, and what lies between.
    Worded apart(Selection one, Selection other) {
        var ones = evaluator.rows(one);
        var others = evaluator.rows(other);
        if (ones.isEmpty() || others.isEmpty()) {
            return Worded.knownInEnglish("No: the programme does not have both.");
        }
        for (var from : ones) {
            for (var to : others) {
                var end = from.end();
                if (from.day() == to.day() && end != null && from.endMinute() <= to.startMinute()) {
                    var between = evaluator.rows(Selection.everything()).stream()
                            .filter(row ->
                                    row.startMinute() >= from.endMinute() && row.startMinute() < to.startMinute())
                            .toList();
                    return Worded.knownInEnglish("%s: %s ends at %s%s, %s starts at %s.%s"
                            .formatted(
                                    Sentences.capital(say.span(to.startMinute() - from.endMinute())),
                                    from.title(),
                                    say.ownTime(from, end, null),
                                    from.endInferred() ? " (inferred)" : "",
                                    to.title(),
                                    say.time(to, null),
                                    between.isEmpty() ? "" : " In between: " + say.titles(between) + "."));
                }
            }
        }
        return say.unknownInEnglish(
                "I don't know: they do not follow each other on one day with an end that is given.");
    }

    Worded daysWithout(Selection sessions) {
        var with = evaluator.rows(sessions.with(new Relation.Anytime())).stream()
                .map(Row::day)
                .toList();
        var days = IntStream.range(0, programme.days())
                .filter(day -> !with.contains(day))
                .mapToObj(say::dayName)
                .toList();
        return Worded.knownInEnglish(days.isEmpty() ? "None: there is one every day." : String.join(", ", days) + ".");
    }

    Worded longer(Selection one, Selection other) {
        var first = evaluator.rows(one).stream()
                .flatMap(row -> row.length().stream())
                .findFirst();
        var second = evaluator.rows(other).stream()
                .flatMap(row -> row.length().stream())
                .findFirst();
        if (first.isEmpty() || second.isEmpty()) {
            return say.unknownInEnglish("I don't know: for one of the two no end time is given.");
        }
        var difference = first.get().minus(second.get());
        var lengths = "%s against %s, by inferred ends"
                .formatted(say.in().span(first.get()), say.in().span(second.get()));
        return Worded.knownInEnglish(
                difference.isZero()
                        ? "They are equally long (%s).".formatted(lengths)
                        : "%s %s (%s)."
                                .formatted(
                                        Sentences.capital(say.in().span(difference.abs())),
                                        difference.isNegative() ? "shorter" : "longer",
                                        lengths));
    }

    Worded clash(Selection one, Selection other, boolean toAttend) {
        var mine = evaluator.rows(one);
        var theirs = evaluator.rows(other);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return Worded.knownInEnglish("No: the programme does not have both.");
        }
        var clashes = Stream.concat(mine.stream(), theirs.stream())
                .distinct()
                .filter(row -> Stream.concat(mine.stream(), theirs.stream())
                        .anyMatch(own -> !own.session().equals(row.session())
                                && Evaluator.overlap(own, row)
                                && mine.contains(own) != (mine.contains(row) && !theirs.contains(row))))
                .sorted(Comparator.comparingLong(Row::startMinute))
                .toList();
        if (!clashes.isEmpty()) {
            return Worded.knownInEnglish(
                    (toAttend ? "No, not both in full: they are on at the same time:\n" : "Yes, at the same time:\n")
                            + say.lines(clashes, null));
        }
        var all = Stream.concat(mine.stream(), theirs.stream())
                .distinct()
                .sorted(Comparator.comparingLong(Row::startMinute))
                .toList();
        return Worded.knownInEnglish(
                all.size() > Phrases.MOST_LINES
                        ? (toAttend ? "Yes, they do not overlap." : "No, they do not overlap.")
                        : (toAttend ? "Yes, nothing overlaps:\n" : "No, nothing overlaps:\n") + say.lines(all, null));
    }
}
