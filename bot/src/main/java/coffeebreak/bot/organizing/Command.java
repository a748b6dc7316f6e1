package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Person;
import java.util.List;

/// One command behind `/coffee-admin`.
///
/// @param name     one word
/// @param usage    what can stand behind the name, `15m from 14:30 | off`; empty for nothing
/// @param does     one sentence without its subject: "lets the day run late, and everything follows"
/// @param examples each with the name in front: "delay 15m from 14:30"
/// @param refusals all the ways in which it can be refused
/// @param quotable whether the audit trail keeps the words behind the name
/// @param typed    carries it out
public record Command(
        String name,
        String usage,
        String does,
        List<String> examples,
        List<Refusal> refusals,
        boolean quotable,
        Typed typed) {

    public Command {
        examples = List.copyOf(examples);
        refusals = List.copyOf(refusals);
    }

    /// What a command does with the words behind its name.
    @FunctionalInterface
    public interface Typed {
        /// @param words as typed, stripped; may be empty
        Done carryOut(Person who, String words);
    }

    /// A command that is told nothing, cannot be refused, and is its own example.
    public static Command of(String name, String does, Typed typed) {
        return new Command(name, "", does, List.of(name), List.of(), true, typed);
    }

    /// @param usage what can stand behind the name
    public Command with(String usage, String... examples) {
        return new Command(name, usage, does, List.of(examples), refusals, quotable, typed);
    }

    public Command refusing(Refusal... ways) {
        return new Command(name, usage, does, examples, List.of(ways), quotable, typed);
    }

    /// The same, whose words are somebody's text, which the audit trail does not keep.
    public Command unquoted() {
        return new Command(name, usage, does, examples, refusals, false, typed);
    }

    /// The same, carried out differently.
    Command typed(Typed other) {
        return new Command(name, usage, does, examples, refusals, quotable, other);
    }

    /// "/coffee-admin delay 15m from 14:30 | off"
    public String written() {
        return ("/coffee-admin " + name + " " + usage).strip();
    }

    Act act(Person who, String words) {
        var said = quotable && !words.isEmpty() ? name + " " + words : name;
        return new Act(said, () -> typed.carryOut(who, words));
    }
}
