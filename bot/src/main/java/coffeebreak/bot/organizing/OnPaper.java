package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// A desk that hands whoever has published a round the tables to be printed, for the day the wifi dies.
public final class OnPaper implements Desk {

    private final Desk desk;
    private final IntSupplier round;
    private final Paper paper;

    /// @param desk  does the publishing
    /// @param round the number of the round in force
    public OnPaper(Desk desk, IntSupplier round, Paper paper) {
        this.desk = desk;
        this.round = round;
        this.paper = paper;
    }

    @Override
    public List<Command> commands() {
        return desk.commands().stream()
                .map(command -> command.typed(
                        (who, words) -> printed(() -> command.typed().carryOut(who, words))))
                .toList();
    }

    @Override
    public Optional<Act> pressed(Person who, ChatIntent.OfOrganizer intent) {
        return desk.pressed(who, intent).map(act -> new Act(act.name(), () -> printed(act.carryOut())));
    }

    private Done printed(Supplier<Done> act) {
        var before = round.getAsInt();
        var done = act.get();
        return round.getAsInt() <= before
                ? done
                : paper.tables()
                        .map(file -> new Done(
                                new Reply.Several(List.of(
                                        done.reply(),
                                        new Reply.Attach(
                                                file,
                                                Message.of("Print this: with it the day goes on without Slack.")))),
                                done.outcome()))
                        .orElse(done);
    }
}
