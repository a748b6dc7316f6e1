package coffeebreak.bot.answers;

import coffeebreak.bot.programme.PersonName;
import coffeebreak.bot.programme.PersonName.Likeness;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import java.util.Optional;
import java.util.regex.Pattern;

/// Questions about one's own part of the day: "when is my talk", "who is on before me". Whoever is named in the
/// programme as they are in the chat is asked about by that name; nothing is told that is not printed.
final class OwnStage {

    private static final Pattern OWN =
            Pattern.compile("(?i)\\bmy (own )?(talk|keynote|panel|session|tutorial|lecture|presentation|slot)\\b"
                    + "|\\b(do|am|will|should|can|when) i (speak|speaking|present|presenting|talk|talking|on stage|on|up)\\b"
                    + "|\\b(before|after) me\\b");

    private OwnStage() {}

    /// Whether a question is about what the asker does on stage.
    static boolean isAskedAbout(String question) {
        return OWN.matcher(question).find();
    }

    /// Who in the programme somebody is, by the full name they have in the chat; empty where several could be meant.
    static Optional<ProgrammePerson> of(Asker asker, Programme programme) {
        var name = asker.name();
        if (name == null) {
            return Optional.empty();
        }
        var sought = PersonName.of(name);
        var same = programme.people().stream()
                .filter(person -> PersonName.of(person.name()).to(sought) == Likeness.SAME)
                .toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    /// The question as somebody else would ask it.
    static String about(ProgrammePerson person, String question) {
        return question.replaceAll(
                        "(?i)\\bmy (?:own )?(talk|keynote|panel|session|tutorial|lecture|presentation|slot)\\b",
                        "the $1 of " + person.name())
                .replaceAll("(?i)\\bdo i (speak|present|talk)\\b", "does " + person.name() + " speak")
                .replaceAll(
                        "(?i)\\bam i (speaking|presenting|talking|on stage|on|up)\\b",
                        "is " + person.name() + " speaking")
                .replaceAll("(?i)\\b(will|should|can|when) i (speak|present|talk)\\b", "$1 " + person.name() + " speak")
                .replaceAll("(?i)\\b(before|after) me\\b", "$1 " + person.name());
    }
}
