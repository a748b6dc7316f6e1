package coffeebreak.bot.signup;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.notices.CourierSettings;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.signup.Acquaintances.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Scenario 3: one reminder before sign-up closes, and none for who does not want it.
class UnfinishedSignUpsTest {

    private static final Person ANA = new Person("U-ana");

    private final Scene scene = new Scene();
    private final InMemoryAcquaintances marks = new InMemoryAcquaintances();
    private final SignUpDeadline deadline = new SignUpDeadline(() -> scene.programme, Optional.empty(), scene.clock);
    private final UnfinishedSignUps duty = new UnfinishedSignUps(
            deadline, marks, scene.profiles, scene.outbox, new NoticeIds(() -> new byte[] {1}), scene.clock);

    /// On the evening before the day, on the venue's clock.
    private void itIsTheEveningBefore(String time) {
        scene.itIs(time);
        scene.clock.advance(Duration.ofDays(-1));
    }

    private long waiting() {
        return scene.outbox.counts().waiting();
    }

    @Test
    void whoBeganIsRemindedOnceSomeHoursBeforeSignUpCloses() {
        itIsTheEveningBefore("10:00");
        marks.add(ANA, Mark.BEGAN, scene.clock.instant());
        duty.look();
        assertThat(waiting()).as("it is too early").isZero();

        itIsTheEveningBefore("16:00");
        duty.look();
        duty.look();
        marks.add(ANA, Mark.BEGAN, scene.clock.instant().minusSeconds(3_600));
        duty.look();

        assertThat(waiting()).isEqualTo(1);
        assertThat(scene.outbox.claim(scene.clock.instant(), CourierSettings.settlingIn(Duration.ofSeconds(2))))
                .isInstanceOfSatisfying(Outbox.Claim.class, claim -> {
                    assertThat(claim.notice().to()).isEqualTo(ANA);
                    assertThat(claim.notice().content()).isInstanceOf(Notice.Content.Post.class);
                    assertThat(claim.notice().content().message().summary())
                            .isEqualTo(
                                    "You began to sign up for a mentor's table. Sign-up closes at 20:00 on Sunday, 26 April "
                                            + "(venue time).");
                });
    }

    @Test
    void whoHasJustBegunIsLeftAlone() {
        itIsTheEveningBefore("19:00");
        marks.add(ANA, Mark.BEGAN, scene.clock.instant());
        duty.look();
        assertThat(waiting()).isZero();

        itIsTheEveningBefore("19:30");
        duty.look();
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void whoSignedUpOrIsNotInterestedIsNotReminded() {
        itIsTheEveningBefore("17:00");
        var earlier = scene.clock.instant().minusSeconds(7_200);
        marks.add(scene.signUp("Bo").person(), Mark.BEGAN, earlier);
        marks.add(ANA, Mark.BEGAN, earlier);
        marks.add(ANA, Mark.NOT_INTERESTED, earlier);
        duty.look();

        assertThat(waiting()).isZero();
    }

    @Test
    void onceItIsClosedNobodyIsReminded() {
        itIsTheEveningBefore("20:00");
        marks.add(ANA, Mark.BEGAN, Instant.EPOCH);
        duty.look();

        assertThat(waiting()).isZero();
        assertThat(deadline.ahead()).isEmpty();
    }

    @Test
    void theDeadlineIsWhatTheOrganizersSayAndNeedsAZone() {
        var said = Optional.of(LocalDateTime.parse("2026-04-20T12:00"));
        var set = new SignUpDeadline(() -> scene.programme, said, scene.clock);
        assertThat(set.closes()).contains(Instant.parse("2026-04-20T15:00:00Z"));

        scene.programme = YamlProgramme.builtIn();
        assertThat(set.closes()).isEmpty();
        assertThat(deadline.closes()).isEmpty();
    }
}
