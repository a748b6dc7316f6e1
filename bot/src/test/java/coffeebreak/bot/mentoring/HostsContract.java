package coffeebreak.bot.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every keeper of what mentors said does.
public abstract class HostsContract {

    private static final Instant TEN_TO_THREE = Instant.parse("2026-04-27T17:50:00Z");

    private final Hosts hosts;

    /// @param hosts with nothing in them
    protected HostsContract(Hosts hosts) {
        this.hosts = hosts;
    }

    @Test
    void whatSomebodySaidComesBackAsItWas() {
        var lenka = Host.silent("zdeborova").hosting("s11");
        var notAnyMore = lenka.notHosting("s11", TEN_TO_THREE);
        var deputy = new Host.Deputy("Tim Röith", new Person("U-tim"), true);

        assertThat(hosts.replace(lenka)).isTrue();
        assertThat(hosts.replace(notAnyMore)).isTrue();
        assertThat(hosts.replace(Host.silent("kempe").offering(3))).isTrue();
        assertThat(hosts.replace(Host.silent("kempe").offering(3).with(deputy))).isTrue();

        assertThat(hosts.all())
                .containsExactlyInAnyOrder(
                        notAnyMore, Host.silent("kempe").offering(3).with(deputy));
    }

    @Test
    void whoeverReadAnOlderAnswerReplacesNothing() {
        assertThat(hosts.replace(Host.silent("kempe").hosting("s04"))).isTrue();

        assertThat(hosts.replace(Host.silent("kempe").offering(3))).isFalse();
        assertThat(hosts.all()).containsExactly(Host.silent("kempe").hosting("s04"));
    }

    @Test
    void ofManyAtTheSameTimeOneIsHeard() {
        var heard = IntStream.rangeClosed(1, 20)
                .parallel()
                .filter(seats -> hosts.replace(Host.silent("wyart").offering(seats)))
                .count();

        assertThat(heard).isEqualTo(1);
        assertThat(hosts.all()).hasSize(1);
    }
}
