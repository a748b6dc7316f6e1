package coffeebreak.bot.importing;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.Passage;
import coffeebreak.bot.signup.AddressBook;
import coffeebreak.bot.signup.AddressBook.Answer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmailLinksTest {

    private static final Person ANA = new Person("U0ANA");

    private final List<String> asked = new ArrayList<>();
    private final List<Duration> rested = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();

    private EmailLinks.Linked link(String... emails) throws InterruptedException {
        AddressBook book = email -> {
            asked.add(email);
            return answers.isEmpty() ? new Answer.Found(ANA) : answers.removeFirst();
        };
        var passage = new Passage() {
            @Override
            public long nanoseconds() {
                return 0;
            }

            @Override
            public void rest(Duration time) {
                rested.add(time);
            }
        };
        return new EmailLinks(book, passage).link(Arrays.asList(emails));
    }

    private static List<String> said(EmailLinks.Linked linked) {
        return linked.remarks().stream()
                .map(remark -> remark.column() + ": " + remark.what())
                .toList();
    }

    @Test
    void everyAddressIsAskedForOnce() throws InterruptedException {
        var linked = link("Ana@usp.br", " ana@usp.br", "");

        assertThat(asked).containsExactly("ana@usp.br");
        assertThat(linked.people()).containsEntry("ana@usp.br", ANA);
        assertThat(linked.remarks()).isEmpty();
    }

    @Test
    void whoIsNotThereIsSaid() throws InterruptedException {
        answers.add(new Answer.Nobody());
        answers.add(new Answer.Unknown("rate limited"));

        assertThat(said(link("a@x.org", "b@x.org", "c@x.org")))
                .containsExactly(
                        "a@x.org: belongs to no member of the workspace; invite them, or correct it.",
                        "b@x.org: could not be looked up: rate limited; try again.");
        assertThat(asked).hasSize(3);
    }

    @Test
    void withoutThePermissionNobodyElseIsAskedFor() throws InterruptedException {
        answers.add(new Answer.NotAllowed("the app has no scope"));

        assertThat(said(link("a@x.org", "b@x.org")))
                .containsExactly(": addresses cannot be looked up: the app has no scope.");
        assertThat(asked).containsExactly("a@x.org");
    }

    @Test
    void aWaitIsKeptAndTheSameAskedAgainButNotForEver() throws InterruptedException {
        answers.add(new Answer.Later(Duration.ofSeconds(7)));
        answers.add(new Answer.Found(ANA));
        answers.add(new Answer.Later(Duration.ofSeconds(1)));
        answers.add(new Answer.Later(Duration.ofSeconds(2)));
        answers.add(new Answer.Later(Duration.ofSeconds(3)));

        var linked = link("a@x.org", "b@x.org");

        assertThat(linked.people()).containsOnlyKeys("a@x.org");
        assertThat(asked).containsExactly("a@x.org", "a@x.org", "b@x.org", "b@x.org", "b@x.org");
        assertThat(rested).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(said(linked))
                .containsExactly("b@x.org: could not be looked up: too many questions; try again in some minutes.");
    }

    @Test
    void manyAreAskedForSlowly() throws InterruptedException {
        link(IntStream.range(0, 25).mapToObj(i -> "p" + i + "@x.org").toArray(String[]::new));

        assertThat(rested).hasSize(5).containsOnly(Duration.ofMillis(1_300));
    }
}
