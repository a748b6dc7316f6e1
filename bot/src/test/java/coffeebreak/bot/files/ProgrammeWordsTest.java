package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.files.SpeakerWords.Speaker;
import coffeebreak.bot.programme.Kind;
import coffeebreak.bot.programme.Role;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How people write times, dates, kinds and speakers in tables.
class ProgrammeWordsTest {

    @ParameterizedTest
    @CsvSource({
        "9:00, 09:00, ",
        "09.00, 09:00, ",
        "9h30, 09:30, ",
        "9am, 09:00, ",
        "9 a.m., 09:00, ",
        "2:30 pm, 14:30, ",
        "12:15 AM, 00:15, ",
        "12:30 p.m., 12:30, ",
        "14:05:00, 14:05, ",
        "1430, 14:30, ",
        "9, 09:00, ",
        "noon, 12:00, ",
        "9 Uhr, 09:00, ",
        "9:00 - 9:30, 09:00, 09:30",
        "9:00–9:30, 09:00, 09:30",
        "9.00 bis 9.30 Uhr, 09:00, 09:30",
        "9 to 10am, 09:00, 10:00",
        "from 9:00 until 10:00, 09:00, 10:00",
        "2:00-2:30 pm, 14:00, 14:30",
        "11:30 - 12:30 pm, 11:30, 12:30",
        "12:00 - 1:00 pm, 12:00, 13:00"
    })
    void aTimeIsReadHoweverItIsWritten(String written, String start, String end) {
        var span = TimeWords.read(written).orElseThrow();

        assertThat(span.start()).hasToString(start);
        assertThat(span.end() == null ? null : span.end().toString()).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "TBA", "25:00", "9:75", "13 pm", "morning", "9:00 - late", "-", "9:00:00:00", "after lunch"})
    void whatIsNoTimeIsNone(String written) {
        assertThat(TimeWords.read(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-04-26",
                "2026/4/26",
                "26.04.2026",
                "26.4.26",
                "26/04/2026",
                "26 April 2026",
                "26th of April 2026",
                "Sunday, April 26, 2026",
                "Sun 26 Apr 2026",
                "Apr. 26 2026"
            })
    void aDateIsReadHoweverItIsWritten(String written) {
        assertThat(new DateWords(false).date(written)).contains(LocalDate.of(2026, 4, 26));
    }

    @Test
    void slashesAreReadTheWayInWhichTheDaysOfAnEventLieTogether() {
        assertThat(DateWords.of(List.of("3/4/2026", "4/4/2026")).date("3/4/2026"))
                .contains(LocalDate.of(2026, 4, 3));
        assertThat(DateWords.of(List.of("4/3/2026", "4/4/2026")).date("4/3/2026"))
                .contains(LocalDate.of(2026, 4, 3));
        assertThat(DateWords.of(List.of("4/26/2026")).date("4/26/2026")).contains(LocalDate.of(2026, 4, 26));
        assertThat(DateWords.ambiguous(List.of("3/4/2026"))).isTrue();
        assertThat(DateWords.ambiguous(List.of("3/4/2026", "4/4/2026"))).isFalse();
        assertThat(DateWords.ambiguous(List.of("26.4.2026"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Registration & coffee, registration",
        "Tea, coffee_break",
        "Kaffeepause, coffee_break",
        "Welcome reception, reception",
        "Welcome and opening remarks, opening",
        "Poster spotlights, contributed_talks",
        "Poster Session II, poster_session",
        "Plenary: on rivers, keynote",
        "Closing panel, panel",
        "Conference dinner, dinner",
        "Best paper award, awards"
    })
    void aKindIsGuessedFromATitle(String title, String kind) {
        assertThat(KindWords.in(title).map(Kind::id)).contains(kind);
    }

    @Test
    void aKindIsKnownByAnyOfItsNames() {
        assertThat(List.of("Invited talk", "invited_talk", "INVITED TALKS", "invited lecture"))
                .allSatisfy(words ->
                        assertThat(KindWords.named(words).map(Kind::id)).contains("invited_talk"));
        assertThat(KindWords.named("Hackathon")).isEmpty();
        assertThat(KindWords.own("Hackathon"))
                .isEqualTo(new Kind("hackathon", "hackathon", "hackathons", List.of(), Kind.Nature.OTHER));
    }

    @Test
    void speakersAreSplitWithTheirAffiliationsAndRoles() {
        assertThat(SpeakerWords.read("Prof. Dr. Ana Souza (USP & EPFL); Bo Li [KTH, Stockholm];  "))
                .isEqualTo(new SpeakerWords(
                        List.of(
                                new Speaker("Ana Souza", List.of("USP", "EPFL"), null),
                                new Speaker("Bo Li", List.of("KTH, Stockholm"), null)),
                        ""));
        assertThat(SpeakerWords.read("Chair: Cy Young (Leeds; UK); Panelists: Ana Souza; Dee Ortega (moderator)")
                        .speakers())
                .containsExactly(
                        new Speaker("Cy Young", List.of("Leeds", "UK"), Role.CHAIR),
                        new Speaker("Ana Souza", List.of(), Role.PANELIST),
                        new Speaker("Dee Ortega", List.of(), Role.MODERATOR));
    }

    @Test
    void whatCouldBeReadOtherwiseIsSaid() {
        assertThat(SpeakerWords.read("Ana Souza (USP), Bo Li and Cy Young"))
                .isEqualTo(
                        new SpeakerWords(
                                List.of(
                                        new Speaker("Ana Souza", List.of("USP"), null),
                                        new Speaker("Bo Li", List.of(), null),
                                        new Speaker("Cy Young", List.of(), null)),
                                "\"Ana Souza (USP), Bo Li and Cy Young\" is taken for 3 people; separate people by semicolons."));
        assertThat(SpeakerWords.read("Souza, Ana (USP)"))
                .isEqualTo(new SpeakerWords(
                        List.of(new Speaker("Ana Souza", List.of("USP"), null)),
                        "\"Souza, Ana (USP)\" is taken for Ana Souza."));
        assertThat(SpeakerWords.read("Ana Souza (USP").guess())
                .isEqualTo("\"Ana Souza (USP\" has a bracket without its other half; close it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TBA", "t.b.d.", "-", "N.N.", "To be announced", "various", "Chair: TBC", "Chair:"})
    void nobodyIsNobody(String written) {
        assertThat(SpeakerWords.read(written).speakers()).isEmpty();
    }
}
