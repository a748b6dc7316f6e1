package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.mentoring.Seat;
import coffeebreak.bot.redis.RedisStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// People who write in their own language, in the local workspace.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LanguageStoriesTest {

    private LocalDay day;

    @BeforeAll
    void theDayBegins(@TempDir Path folder) {
        day = new LocalDay(folder);
    }

    @AfterAll
    void theDayEnds() {
        day.close();
    }

    /// Scenario 60: right times, in the same language.
    @Test
    @Order(1)
    void whoeverAsksInTheirLanguageIsAnsweredInIt() {
        var ana = day.person("UANA");

        assertThat(ana.writes("Bonjour !").sees("Je vous trouve un mentor")).contains("Trouver un mentor");
        ana.writes("À quelle heure est le déjeuner ?").sees("Lunch Break est à 12:30");
        ana.writes("¿A qué hora habla Jeremy Cohen?").sees("es a las 10:00");
        ana.writes("Quando é o almoço?").sees("é às 12:30");
        ana.writes("Wie lange dauert die Mittagspause?").sees("dauert 1 Stunde");
        ana.writes("小组讨论几点开始？").sees("15:30");
        ana.writes("when is lunch?").sees("Lunch Break is at 12:30");
    }

    /// Scenario 60: else English, and it is said why.
    @Test
    @Order(2)
    void whatIsKnownInEnglishOnlyIsSaidInEnglishAndThatItIs() {
        var ana = day.person("UANA");

        assertThat(ana.writes("Quelle est la date limite de soumission ?").sees("January 30"))
                .contains("Je ne peux le dire qu'en anglais");
        assertThat(ana.writes("Wie lautet das WLAN-Passwort?").sees("Das weiß ich nicht"))
                .contains("Frag mich zum Beispiel");
    }

    /// Scenario 60: the language is that of the conversation, for as long as it lasts.
    @Test
    @Order(3)
    void aFollowUpStaysInTheLanguageOfTheConversation() {
        var ana = day.person("UANA");

        ana.writes("Wann spricht Jeremy Cohen?").sees("um 10:00 Uhr");
        ana.writes("Julia Kempe?").sees("14:00 Uhr");
    }

    /// Scenario 60, seats: with whom, when and where.
    @Test
    @Order(4)
    void theirSeatIsToldAndAnsweredInTheirLanguage() {
        var marta = day.person("UORGA");
        day.person("UANA").writes("où suis-je assise ?").sees("Les places ne sont pas encore attribuées");
        marta.commands("/coffee-admin preview").seesInGeneral("Preview of round 1");
        marta.presses("Publish", "C0GENERAL").seesInGeneral("is published");

        var seat = store().plans().current().seats().stream()
                .filter(each -> each.state().expected())
                .findFirst()
                .orElseThrow();
        var mentee = day.person(seat.mentee().id());
        mentee.sees("You sit with");
        assertThat(mentee.writes("Wo sitze ich?").sees("Du sitzt bei"))
                .contains("Coffee Break")
                .contains("Der Ort steht noch nicht fest")
                .contains("ich kann nicht kommen");
        assertThat(mentee.writes("¿Dónde me siento?").sees("Te sientas con")).contains("Coffee Break");
        mentee.writes("我会来").sees("好的，您坐在");
        assertThat(state(seat)).isEqualTo(Seat.State.CONFIRMED);
        mentee.writes("Je ne peux pas venir").sees("va à la personne suivante");
        assertThat(state(seat)).isEqualTo(Seat.State.DECLINED);
    }

    private Seat.State state(Seat seat) {
        return store().plans().current().seat(seat.id()).orElseThrow().state();
    }

    private RedisStore store() {
        return day.parts().store();
    }
}
