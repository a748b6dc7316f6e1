package coffeebreak.bot.organizing;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.signup.Directory;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrganizerDeskTest {

    private static final Person OLGA = new Person("UOLGA");
    private static final Person ANA = new Person("UANA");

    private final Scene scene = new Scene();
    private final InMemoryAppointed appointed = new InMemoryAppointed();
    private final AppointedOrganizers organizers = new AppointedOrganizers(Set.of(OLGA), appointed);
    private final Directory directory = person -> person.id().equals("UNOBODY")
            ? Optional.empty()
            : Optional.of(new Directory.Entry(
                    "Name of " + person.id(), ZoneId.of("UTC"), !person.id().startsWith("UGUEST")));

    private String types(String words) {
        return types(organizers, words);
    }

    private String types(AppointedOrganizers all, String words) {
        var desk = new OrganizerDesk(
                all, appointed, directory, () -> scene.programme, scene.outbox, scene.ids, scene.clock);
        return Aloud.read(
                desk.commands().getFirst().typed().carryOut(OLGA, words).reply());
    }

    @Test
    void whoeverIsAddedIsOneAtOnceAndReadsItOnce() {
        assertThat(types("add <@UANA|ana>")).isEqualTo("Name of UANA is an organizer now, and reads what they can do.");

        assertThat(organizers.contains(ANA)).isTrue();
        assertThat(scene.outbox.waiting()).singleElement().satisfies(notice -> {
            assertThat(notice.to()).isEqualTo(ANA);
            assertThat(Aloud.read(notice.content().message()))
                    .startsWith("# You are an organizer of Sci4DL")
                    .contains("@UOLGA added you.");
        });
        assertThat(types("add @UANA")).isEqualTo("Name of UANA is an organizer already.");
        assertThat(scene.outbox.waiting()).hasSize(1);
        assertThat(types("")).isEqualTo("""
                # The organizers
                - @UANA
                - @UOLGA (by the bot's settings)
                ("/coffee-admin organizers add @Ana" adds somebody, "remove" takes them off the list.)""");
    }

    @Test
    void whoeverIsRemovedIsNoneAtOnce() {
        types("add @UANA");

        assertThat(types("remove @UANA")).isEqualTo("Name of UANA is no organizer any more.");
        assertThat(organizers.contains(ANA)).isFalse();
        assertThat(types("remove @UANA")).startsWith("Name of UANA is not an organizer.");
    }

    @Test
    void guestsAppsAndPeopleNobodyKnowsAreNotAdded() {
        assertThat(types("add @UGUEST")).startsWith("Name of UGUEST is a guest, an app or a deactivated account");
        assertThat(types("add @UNOBODY")).startsWith("I cannot find @UNOBODY");
        assertThat(types("add Ana")).startsWith("I don't understand \"add Ana\"");
        assertThat(appointed.all()).isEmpty();
        assertThat(scene.outbox.waiting()).isEmpty();
    }

    @Test
    void thoseOfTheSettingsAndTheLastOneStay() {
        assertThat(types("remove @UOLGA")).startsWith("Name of UOLGA is named in COFFEEBREAK_ORGANIZERS");

        appointed.add(ANA);
        var withoutSettings = new AppointedOrganizers(Set.of(), appointed);
        assertThat(types(withoutSettings, "remove @UANA")).startsWith("Name of UANA is the last organizer.");
        assertThat(appointed.all()).containsExactly(ANA);
    }

    @Test
    void withoutTheStoreThoseOfTheSettingsAreKnown() {
        var lost = new Appointed() {
            @Override
            public Set<Person> all() {
                throw new StoreUnavailable("reading", new IllegalStateException("gone"));
            }

            @Override
            public boolean add(Person who) {
                throw new AssertionError();
            }

            @Override
            public boolean remove(Person who) {
                throw new AssertionError();
            }
        };

        assertThat(new AppointedOrganizers(Set.of(OLGA), lost).all()).containsExactly(OLGA);
        assertThat(new AppointedOrganizers(Set.of(OLGA), lost).contains(ANA)).isFalse();
    }
}
