package coffeebreak.bot.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class UnfoldingsTest {

    private static final Person OLGA = new Person("U-olga");
    private static final Place PRESSED = new Place(Place.Kind.DIRECT, "D1", "1.0", null, "13.37", null);

    private final List<String> said = new ArrayList<>();
    private final Unfoldings unfoldings = new Unfoldings(new Speaker() {
        @Override
        public void say(Place place, Person to, Reply reply) {
            said.add(to + " at " + place.message() + ": " + Aloud.read(reply));
        }

        @Override
        public void correct(Place place, Person to, Reply reply) {
            said.add("corrected: " + Aloud.read(reply));
        }
    });

    private void unfolds(String first, String... news) {
        var to = new ArrayDeque<>(List.of(news));
        Supplier<Optional<Message>> next = () -> Optional.ofNullable(to.poll()).map(Message::of);
        unfoldings.say(
                PRESSED,
                OLGA,
                new Reply.Several(List.of(new Reply.Unfolding(Message.of(first), next), new Reply.Nothing())));
    }

    @Test
    void newsStandInPlaceOfWhatStoodThereAndNothingIsSaidTwice() {
        unfolds("0 of 2", "0 of 2", "1 of 2", "1 of 2", "2 of 2");

        for (var second = 0; second < 8; second++) {
            unfoldings.look();
        }

        assertThat(said).containsExactly("U-olga at 1.0: 0 of 2\n", "U-olga at 1.0: 1 of 2", "U-olga at 1.0: 2 of 2");
    }

    @Test
    void whatDoesNotUnfoldIsSaidOnce() {
        unfoldings.say(PRESSED, OLGA, Reply.say("hello"));
        unfoldings.correct(PRESSED, OLGA, Reply.say("hi"));
        unfoldings.look();

        assertThat(said).containsExactly("U-olga at 1.0: hello", "corrected: hi");
    }
}
