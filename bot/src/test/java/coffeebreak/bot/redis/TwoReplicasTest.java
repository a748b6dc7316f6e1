package coffeebreak.bot.redis;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.programme.Delay;
import coffeebreak.bot.programme.LiveProgramme;
import coffeebreak.bot.signup.FollowedProfiles;
import coffeebreak.bot.signup.Interests;
import coffeebreak.bot.signup.ProfilesContract;
import coffeebreak.index.Embedder;
import coffeebreak.index.TopicIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two processes on one Redis come to know the same.
@ExtendWith(RealRedis.Extension.class)
class TwoReplicasTest {

    private static final Person ANA = new Person("U-ana");
    private static final Person BO = new Person("U-bo");

    private final Keys keys;
    private final RedisStore store;
    private final Replica here;
    private final Replica there;

    TwoReplicasTest(RealRedis redis) {
        var event = "replicas-" + UUID.randomUUID();
        this.keys = new Keys("T1", event);
        this.store = redis.store(event);
        this.here = new Replica(store);
        this.there = new Replica(store);
    }

    private static final class Replica {

        private final TopicIndex index = new TopicIndex(Embedder.hashing(16));
        private final Interests interests;
        private final FollowedProfiles followed;
        private final LiveProgramme live;

        Replica(RedisStore store) {
            interests = new Interests(index, YamlProgramme::builtIn, store.profileVectors(), _ -> List.of());
            followed = new FollowedProfiles(store.profiles(), interests);
            live = new LiveProgramme(
                    YamlProgramme.builtIn().at(LocalDate.of(2026, 4, 26), ZoneId.of("America/Sao_Paulo")),
                    store.dayJournal());
            followed.begin();
            interests.putAll(store.profiles().all());
        }

        boolean knows(Person person) {
            return !Arrays.equals(index.vectors(Interests.id(person)), index.vectors("nobody"));
        }
    }

    @Test
    void whoSignsUpAtOneIsKnownAtTheOtherAndWhoIsForgottenIsForgottenAtBoth() {
        store.profiles().save(ProfilesContract.profile(ANA, 1));
        here.interests.put(ProfilesContract.profile(ANA, 1));
        store.profiles().save(ProfilesContract.profile(BO, 1));
        assertThat(there.knows(ANA)).isFalse();

        there.followed.look();
        here.followed.look();

        assertThat(there.knows(ANA)).isTrue();
        assertThat(there.knows(BO)).isTrue();
        assertThat(here.knows(BO)).isTrue();

        store.profiles().remove(ANA);
        here.interests.forget(ANA);
        there.followed.look();

        assertThat(there.knows(ANA)).isFalse();
        assertThat(there.knows(BO)).isTrue();
    }

    /// A failover can lose the latest writes; what was known of them goes too.
    @Test
    void whatAFailoverLostIsForgotten(RealRedis redis) {
        store.profiles().save(ProfilesContract.profile(ANA, 1));
        there.followed.look();
        assertThat(there.knows(ANA)).isTrue();

        redis.raw().del(keys.profiles());
        there.followed.look();

        assertThat(there.knows(ANA)).isFalse();
    }

    /// And then the next change has the number of the one that was lost.
    @Test
    void aDayOfTheSameRevisionThatSaysSomethingElseIsTakenOver(RealRedis redis) {
        here.live.change(before -> before.with(late(15)));
        redis.raw().del(keys.day());

        there.live.change(before -> before.with(late(10)));
        here.live.refresh();

        assertThat(here.live.changes()).isEqualTo(there.live.changes());
        assertThat(here.live.get().session("s10")).isEqualTo(there.live.get().session("s10"));
    }

    private static Delay late(int minutes) {
        return new Delay(
                0, LocalTime.parse("14:30"), Duration.ofMinutes(minutes), Instant.parse("2026-04-26T17:40:00Z"));
    }
}
