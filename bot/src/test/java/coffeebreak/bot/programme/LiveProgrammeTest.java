package coffeebreak.bot.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.files.YamlProgramme;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The day as it runs, told by the workshop's own programme: at 14:40 the speaker of 14:30 runs over.
class LiveProgrammeTest {

    private static final Instant AT_14_40 = Instant.parse("2026-04-26T17:40:00Z");

    private final Programme file =
            YamlProgramme.builtIn().at(LocalDate.of(2026, 4, 26), ZoneId.of("America/Sao_Paulo"));
    private final InMemoryDayJournal journal = new InMemoryDayJournal();
    private final LiveProgramme live = new LiveProgramme(file, journal);

    private static Delay late(int minutes, String from) {
        return new Delay(0, LocalTime.parse(from), Duration.ofMinutes(minutes), AT_14_40);
    }

    private List<String> times(String... ids) {
        return List.of(ids).stream()
                .map(id -> live.get().session(id).orElseThrow())
                .map(session -> session.title() + " " + session.start() + "-" + session.end())
                .toList();
    }

    private static final String[] AROUND = {"s09", "s10", "s11", "s12"};

    @Test
    void whatIsOnLastsLongerAndWhatComesBeginsLater() {
        assertThat(times(AROUND))
                .containsExactly(
                        "Invited talk 4 14:00-14:30",
                        "Invited talk 5 14:30-15:00",
                        "Coffee Break 15:00-15:30",
                        "Panel Discussion 15:30-16:30");

        live.change(changes -> changes.with(late(15, "14:30")));

        assertThat(times(AROUND))
                .containsExactly(
                        "Invited talk 4 14:00-14:30",
                        "Invited talk 5 14:30-15:15",
                        "Coffee Break 15:15-15:45",
                        "Panel Discussion 15:45-16:45");
        assertThat(live.get().version()).isEqualTo(file.version() + 1);
        assertThat(live.asOf()).contains("As of 14:40 the day runs 15 minutes late from 14:30.");
    }

    @Test
    void twoDelaysAddUpAndTakingThemBackGivesThePlanAgain() {
        live.change(changes -> changes.with(late(15, "14:30")));
        live.change(changes -> changes.with(late(10, "15:15")));
        assertThat(times("s11", "s12")).containsExactly("Coffee Break 15:25-15:55", "Panel Discussion 15:55-16:55");

        live.change(DayChanges::withoutDelays);

        assertThat(live.get().sessions()).isEqualTo(file.sessions());
        assertThat(live.get().version()).isEqualTo(file.version() + 3);
        assertThat(live.asOf()).isEmpty();
    }

    @Test
    void whatAnotherProcessChangedIsKnownAfterALook() {
        new LiveProgramme(file, journal).change(changes -> changes.with(late(15, "14:30")));
        assertThat(times("s11")).containsExactly("Coffee Break 15:00-15:30");

        live.refresh();

        assertThat(times("s11")).containsExactly("Coffee Break 15:15-15:45");
    }

    @Test
    void anImportTakesTheFilesPlaceForEveryProcessUnderTheChangesMadeByHand() {
        var imported = file.delayed(late(5, "15:00"));
        var here = new LiveProgramme(file, journal, _ -> Optional.of(imported));
        var elsewhere = new LiveProgramme(file, journal, _ -> Optional.of(imported));
        here.change(changes -> changes.with(late(15, "14:30")));

        assertThat(here.change(0, changes -> changes.on("i1")))
                .as("somebody changed the day since")
                .isFalse();
        assertThat(here.change(1, changes -> changes.on("i1"))).isTrue();
        elsewhere.refresh();

        for (var process : List.of(here, elsewhere)) {
            assertThat(process.plan().session("s11").orElseThrow().start()).isEqualTo("15:05");
            assertThat(process.get().session("s11").orElseThrow().start()).isEqualTo("15:20");
            assertThat(process.get().version()).isEqualTo(file.version() + 2);
        }
        here.change(2, changes -> changes.on(null));
        assertThat(here.get().session("s11").orElseThrow().start()).isEqualTo("15:15");
    }

    @Test
    void nothingMovesIntoTheNextDay() {
        assertThatThrownBy(() -> live.change(changes -> {
                    var next = changes.with(late(900, "14:30"));
                    live.with(next);
                    return next;
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("would be on the next day with 900 minutes late from 14:30");
        assertThat(journal.current()).isEqualTo(DayChanges.NONE);
    }

    private CalledOff off(String id, CalledOff.@Nullable Instead instead) {
        return new CalledOff(live.onTime().session(id).orElseThrow(), AT_14_40, instead, null);
    }

    private static CalledOff.Instead quiz(int minutes) {
        return new CalledOff.Instead(
                "instead-1", "Quiz", Kind.usual("session").orElseThrow(), null, Duration.ofMinutes(minutes));
    }

    @Test
    void whatStandsInThePlaceOfSomethingMovesWithTheDay() {
        live.change(changes -> changes.with(late(15, "14:30")));
        live.change(changes -> changes.with(off("s12", quiz(20))));

        assertThat(times("instead-1")).containsExactly("Quiz 15:45-16:05");
        assertThat(live.get().session("s12")).isEmpty();
        assertThat(live.get().cancelled()).singleElement().satisfies(cancelled -> {
            assertThat(cancelled.session().start()).isEqualTo("15:45");
            assertThat(cancelled.instead()).isEqualTo("instead-1");
        });
        assertThat(live.asOf())
                .contains("As of 14:40 the day runs 15 minutes late from 14:30; Panel Discussion is cancelled.");

        live.change(DayChanges::withoutDelays);

        assertThat(times("instead-1")).containsExactly("Quiz 15:30-15:50");
    }

    @Test
    void whatTakesPlaceAfterAllIsAsItWas() {
        live.change(changes -> changes.with(off("s12", quiz(20))));
        live.change(changes -> changes.withBack(changes.calledOff().getFirst(), AT_14_40));

        assertThat(live.get().sessions()).isEqualTo(file.sessions());
        assertThat(live.get().cancelled()).isEmpty();
        assertThat(live.asOf()).isEmpty();
    }

    @Test
    void whatStandsInThePlaceOfSomethingCanBeCancelledToo() {
        live.change(changes -> changes.with(off("s12", quiz(20))));
        live.change(changes -> changes.with(off("instead-1", null)));

        assertThat(live.get().session("s12")).isEmpty();
        assertThat(live.get().session("instead-1")).isEmpty();
        assertThat(live.get().cancelled()).hasSize(2);
    }

    @Test
    void anotherFileDoesNotBringBackWhatIsCancelled() {
        live.change(changes -> changes.with(off("s12", null)));
        var renumbered = file.sessions().stream()
                .map(session -> new Session(
                        session.id().equals("s12") ? "s99" : session.id(),
                        session.title(),
                        session.kind(),
                        session.day(),
                        session.start(),
                        session.end(),
                        session.endInferred(),
                        session.ordinal(),
                        session.people(),
                        session.parts(),
                        session.mentorship(),
                        session.room(),
                        session.talkTitle(),
                        session.note()))
                .toList();
        var again = new Programme(
                file.name(),
                file.shortName(),
                2,
                file.tentative(),
                file.date(),
                file.zone(),
                file.place(),
                file.topics(),
                renumbered,
                file.people(),
                file.facts(),
                file.institutions());

        var read = live.changes().applied(again);

        assertThat(read.sessions()).noneMatch(session -> session.title().equals("Panel Discussion"));
    }

    @Test
    void whatOrganizersSayIsAStatementWithItsTimeAndChangesNobodysMessages() {
        var before = live.get().version();
        live.change(changes -> changes.with(new Saying("wifi", "SCI4DL", List.of("wifi"), null, AT_14_40, "")));

        assertThat(live.get().facts().getFirst().told()).isEqualTo("As of 14:40, by the organizers: SCI4DL");
        assertThat(live.get().version()).isEqualTo(before);
    }

    @Test
    void aRoomIsToldAsThePlaceOfItsSession() {
        var before = live.get().version();
        live.change(changes -> changes.with(new Saying("room of s11", "Foyer", List.of(), "s11", AT_14_40, "")));

        assertThat(live.get().session("s11").orElseThrow().room()).isEqualTo("Foyer");
        assertThat(live.get().facts()).isEqualTo(file.facts());
        assertThat(live.get().version()).isEqualTo(before + 1);

        live.change(changes -> changes.withoutSaying("room of s11"));

        assertThat(live.get().session("s11").orElseThrow().room()).isNull();
    }
}
