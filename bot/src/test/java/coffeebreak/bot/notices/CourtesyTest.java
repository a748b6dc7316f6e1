package coffeebreak.bot.notices;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Notice.Content;
import coffeebreak.bot.chat.Notice.Urgency;
import coffeebreak.bot.chat.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Ana's clock stands where the workshop is, Kim's is in India. The workshop goes on from 9:00 to 17:00 on the
/// 27th.
class CourtesyTest {

    private static final Person ANA = new Person("U-ana");
    private static final Person KIM = new Person("U-kim");
    private static final ZoneId VENUE = ZoneId.of("America/Sao_Paulo");
    private static final Instant BEGINS = Instant.parse("2026-04-27T12:00:00Z");
    private static final Instant ENDS = Instant.parse("2026-04-27T20:00:00Z");

    private final SettableClock clock = new SettableClock();
    private final InMemoryContacts contacts = new InMemoryContacts();
    private final Courtesy courtesy = new Courtesy(
            QuietHours.of("22:00-07:30"),
            contacts,
            who -> who.equals(KIM) ? ZoneId.of("Asia/Kolkata") : VENUE,
            (from, until) -> from.isBefore(ENDS) && until.isAfter(BEGINS),
            clock);

    @Test
    void whatIsOrdinaryWaitsForTheMorningOfWhomeverGetsIt() {
        itIs("2026-04-26T01:30:00Z");

        assertThat(due(ordinary(ANA))).as("22:30 for Ana").isEqualTo("2026-04-26T10:30:00Z");
        assertThat(due(ordinary(KIM))).as("7:00 for Kim").isEqualTo("2026-04-26T02:00:00Z");
        itIs("2026-04-26T18:00:00Z");
        assertThat(due(ordinary(ANA))).as("15:00 for Ana").isEqualTo("2026-04-26T18:00:00Z");
        assertThat(due(ordinary(KIM))).as("23:30 for Kim").isEqualTo("2026-04-27T02:00:00Z");
    }

    @Test
    void whatIsUrgentAndWhatMakesNoSoundGoesAtOnce() {
        itIs("2026-04-26T03:00:00Z");

        assertThat(due(notice(ANA, Urgency.URGENT, null))).isEqualTo("2026-04-26T03:00:00Z");
        var edit =
                new Notice("e", ANA, new Content.Edit("n", Message.of("new")), clock.instant(), Urgency.ORDINARY, null);
        assertThat(courtesy.apply(List.of(edit))).containsExactly(edit);
    }

    @Test
    void whatWouldBePointlessByTheMorningGoesAtOnce() {
        itIs("2026-04-26T03:00:00Z");
        assertThat(due(notice(ANA, Urgency.ORDINARY, Instant.parse("2026-04-26T10:00:00Z"))))
                .as("over at 7:00")
                .isEqualTo("2026-04-26T03:00:00Z");
        assertThat(due(notice(ANA, Urgency.ORDINARY, Instant.parse("2026-04-26T15:00:00Z"))))
                .as("over at noon")
                .isEqualTo("2026-04-26T10:30:00Z");

        itIs("2026-04-27T18:00:00Z");
        assertThat(due(ordinary(KIM)))
                .as("whoever is at the workshop is awake, whatever their clock says")
                .isEqualTo("2026-04-27T18:00:00Z");
    }

    @Test
    void whatIsPlannedForLaterIsJudgedByThen() {
        itIs("2026-04-25T18:00:00Z");
        var tonight = Instant.parse("2026-04-26T02:00:00Z");

        var notice = new Notice("n", ANA, new Content.Post(Message.of("x")), tonight, Urgency.OPTIONAL, null);

        assertThat(due(notice)).isEqualTo("2026-04-26T10:30:00Z");
    }

    @Test
    void whoAskedForQuietGetsOnlyWhatConcernsTheirSeat() {
        itIs("2026-04-26T15:00:00Z");
        contacts.mute(ANA, true);

        assertThat(courtesy.apply(List.of(
                        notice(ANA, Urgency.OPTIONAL, null),
                        notice(ANA, Urgency.ORDINARY, null),
                        notice(ANA, Urgency.URGENT, null),
                        notice(KIM, Urgency.OPTIONAL, null))))
                .extracting(notice -> notice.to() + " " + notice.urgency())
                .containsExactly("U-ana ORDINARY", "U-ana URGENT", "U-kim OPTIONAL");
    }

    @Test
    void whoHasNoAccountAnyMoreGetsNothingAtAll() {
        contacts.unreachable(ANA, Contacts.GONE);
        contacts.unreachable(KIM, "switched off");

        assertThat(courtesy.apply(List.of(notice(ANA, Urgency.URGENT, null), notice(KIM, Urgency.URGENT, null))))
                .extracting(Notice::to)
                .containsExactly(KIM);
    }

    private void itIs(String instant) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(instant)));
    }

    private Notice ordinary(Person to) {
        return notice(to, Urgency.ORDINARY, null);
    }

    private Notice notice(Person to, Urgency urgency, @Nullable Instant expires) {
        return new Notice("n", to, new Content.Post(Message.of("news")), clock.instant(), urgency, expires);
    }

    private String due(Notice notice) {
        return courtesy.apply(List.of(notice)).getFirst().due().toString();
    }
}
