package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.importing.Content.Sort;
import coffeebreak.bot.importing.EmailLinks;
import coffeebreak.bot.importing.Imports.Import;
import coffeebreak.bot.importing.LiveLists;
import coffeebreak.bot.importing.Remark;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.notices.Timekeeper;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/// Finds out who in the chat the mentors of an import are of whom only the address is known, beside everything
/// else, as it takes a second for each; whoever imported them reads in one message how far it is and who was
/// not found. What was interrupted is begun anew.
public final class EmailLinking implements Timekeeper.Duty {

    /// From so many addresses on, and after so many each time, it is said how far it is.
    private static final int STEP = 10;

    private final LiveLists lists;
    private final EmailLinks links;
    private final Outbox outbox;
    private final NoticeIds ids;
    private final Executor workers;
    private final InstantSource clock;
    /// The imports this process has looked up already.
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    public EmailLinking(
            LiveLists lists, EmailLinks links, Outbox outbox, NoticeIds ids, Executor workers, InstantSource clock) {
        this.lists = lists;
        this.links = links;
        this.outbox = outbox;
        this.ids = ids;
        this.workers = workers;
        this.clock = clock;
    }

    @Override
    public void look() {
        lists.taken(Sort.MENTORS)
                .filter(_ -> !lists.mentorList().emails().isEmpty())
                .filter(taken -> begun.add(taken.id()))
                .ifPresent(taken -> workers.execute(
                        () -> link(taken, lists.mentorList().emails().values())));
    }

    private void link(Import taken, Collection<String> emails) {
        var to = taken.by();
        tell(
                taken,
                to,
                0,
                Message.of("Looking up " + addresses(emails.size()) + " of " + taken.file() + " in Slack …"));
        try {
            var linked = links.link(emails, asked -> {
                if (asked > 1 && asked % STEP == 1) {
                    tell(
                            taken,
                            to,
                            asked,
                            Message.of("Looked up " + (asked - 1) + " of " + addresses(emails.size()) + " …"));
                }
            });
            lists.link(taken.id(), linked.people());
            tell(
                    taken,
                    to,
                    Integer.MAX_VALUE,
                    done(emails.size(), linked.people().size(), linked.remarks()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static Message done(int asked, int found, List<Remark> remarks) {
        var summary = "Looked up " + addresses(asked) + ": " + found + " found in Slack.";
        return Message.saying(summary)
                .paragraph(summary)
                .points(ImportWording.cut(
                        remarks.stream()
                                .map(remark -> Text.of(
                                        remark.column().isEmpty()
                                                ? remark.what()
                                                : Comparing.clipped(remark.column()) + " " + remark.what()))
                                .toList(),
                        20))
                .build();
    }

    private static String addresses(int number) {
        return Comparing.count(number, "e-mail address", "e-mail addresses");
    }

    /// One message, edited from then on.
    private void tell(Import taken, Person to, int step, Message message) {
        var posted = ids.of("import-links", taken.id());
        outbox.plan(List.of(new Notice(
                step == 0 ? posted : ids.of("import-links", taken.id(), Integer.toString(step)),
                to,
                step == 0 ? new Notice.Content.Post(message) : new Notice.Content.Edit(posted, message),
                clock.instant(),
                Notice.Urgency.URGENT,
                null)));
    }
}
