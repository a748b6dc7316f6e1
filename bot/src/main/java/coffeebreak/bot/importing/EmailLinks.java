package coffeebreak.bot.importing;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.importing.Remark.Kind;
import coffeebreak.bot.notices.Passage;
import coffeebreak.bot.signup.AddressBook;
import coffeebreak.bot.signup.AddressBook.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;

/// Who in the chat the people of a list are, by their e-mail addresses. Asks for one at a time, at a pace the chat
/// allows: some at once, then fewer than one a second.
public final class EmailLinks {

    /// Slack's tier 3 allows some 50 a minute, and short bursts.
    private static final int AT_ONCE = 20;

    private static final Duration BETWEEN = Duration.ofMillis(1_300);
    private static final int TRIES = 3;

    private final AddressBook book;
    private final Passage passage;

    public EmailLinks(AddressBook book, Passage passage) {
        this.book = book;
        this.passage = passage;
    }

    /// @param people  by address in lower case
    /// @param remarks one for every address that led to nobody, under it; its words alone name nobody
    public record Linked(Map<String, Person> people, List<Remark> remarks) {
        public Linked {
            people = Map.copyOf(people);
            remarks = List.copyOf(remarks);
        }
    }

    /// Asks for every address once, blank ones aside.
    ///
    /// @throws InterruptedException when it should stop; nothing is known then
    public Linked link(Collection<String> emails) throws InterruptedException {
        return link(emails, _ -> {});
    }

    /// The same, with word of how many have been asked for.
    public Linked link(Collection<String> emails, IntConsumer progress) throws InterruptedException {
        var people = new LinkedHashMap<String, Person>();
        var remarks = new ArrayList<Remark>();
        var addresses = new LinkedHashSet<String>();
        emails.forEach(email -> addresses.add(email.strip().toLowerCase(Locale.ROOT)));
        addresses.remove("");
        var asked = 0;
        for (var address : addresses) {
            if (asked++ >= AT_ONCE) {
                passage.rest(BETWEEN);
            }
            progress.accept(asked);
            switch (patiently(address)) {
                case Answer.Found(var person) -> people.put(address, person);
                case Answer.Nobody _ ->
                    remarks.add(remark(address, "belongs to no member of the workspace; invite them, or correct it."));
                case Answer.NotAllowed(var reason) -> {
                    remarks.add(remark("", "addresses cannot be looked up: " + reason + "."));
                    return new Linked(people, remarks);
                }
                case Answer.Later _ ->
                    remarks.add(
                            remark(address, "could not be looked up: too many questions; try again in some minutes."));
                case Answer.Unknown(var reason) ->
                    remarks.add(remark(address, "could not be looked up: " + reason + "; try again."));
            }
        }
        return new Linked(people, remarks);
    }

    private Answer patiently(String address) throws InterruptedException {
        var answer = book.find(address);
        for (var tries = 1; tries < TRIES && answer instanceof Answer.Later(var after); tries++) {
            passage.rest(after);
            answer = book.find(address);
        }
        return answer;
    }

    private static Remark remark(String address, String what) {
        return new Remark(0, address, Kind.WRONG, what);
    }
}
