package coffeebreak.bot.answers;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.answers.Sentences.DayThere;
import coffeebreak.bot.answers.Sentences.Standing;
import coffeebreak.bot.chat.Language;
import coffeebreak.bot.programme.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every template of every language with something in it. The files are for reading: whoever speaks a language finds
/// there all that is said in it.
class SentencesTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySentenceIsAsWritten(Language language) {
        assertThat(everything(Sentences.in(language))).isEqualTo(golden("sentences-" + language.code() + ".txt"));
    }

    private static String everything(Sentences in) {
        var date = LocalDate.of(2027, 3, 12);
        var day = in.day(date);
        var start = in.clock(LocalTime.of(14, 0));
        var end = in.clock(LocalTime.of(14, 30));
        var own = in.elsewhere(start, in.clock(LocalTime.of(19, 0)), DayThere.SAME_DAY, null);
        var until = in.until(end, false);
        var inferred = in.until(end, true);
        var half = in.span(Duration.ofMinutes(30));
        var away = in.away(half);
        var talk = in.with("Invited talk 4", null, List.of("Julia Kempe (NYU & Meta)"));
        var titled = in.with("Keynote 1", "Ash that remembers the tree", List.of("A. Ishiguro", "B. Haddad"));
        var lines = in.line(start, talk, null, Standing.TO_COME) + "\n"
                + in.line(end, titled, "Brick Hall", Standing.ON) + "\n"
                + in.line(own, "Dinner", null, Standing.OVER);
        var next = in.next("Coffee Break", end);
        var at = in.titleAt("Invited talk 4", start);
        var titles = in.listed(List.of(at, in.titleAt("Panel Discussion", end)));
        var dates = in.fromTo(date, date.plusDays(1));
        return String.join(
                "\n",
                in.onlyInEnglish().strip(),
                in.unknown() + in.ask(),
                in.ofWhat(),
                in.ownPartUnknown() + in.ask(),
                in.ifUnderstood() + "…",
                in.noDate("Sci4DL") + in.ask(),
                in.noZone() + in.ask(),
                in.spanUnknown(false, lines),
                in.spanUnknown(true, lines),
                "",
                in.isAt(talk, own, false, until, away),
                in.isAt(talk, in.onDay(start, day), true, inferred, in.underWay()),
                in.isAt(talk, in.today(start), false, in.noEnd(), in.begun()),
                in.isAt(titled, in.venueTimeOnly(start), false, until, in.past()),
                in.isAt(
                        talk,
                        in.elsewhere(start, in.clock(LocalTime.of(2, 0)), DayThere.NEXT_DAY, "Auckland"),
                        false,
                        until,
                        ""),
                in.isAt(
                        talk,
                        in.elsewhere(start, in.clock(LocalTime.of(23, 0)), DayThere.DAY_BEFORE, null),
                        false,
                        until,
                        ""),
                in.isAt(talk, in.clock(LocalTime.of(1, 0)), false, "", ""),
                in.starts("Sci4DL", start, talk, away),
                in.starts(null, in.onDay(start, day), talk, ""),
                in.endsWith(end, "Dinner"),
                in.endUnknown(null, "Dinner", start) + in.ask(),
                in.endUnknown("Dinner", "Dinner", start) + in.ask(),
                in.ends(talk, end, true, in.in(half)),
                in.ends(talk, end, false, ""),
                in.untilThen(in.span(Duration.ofMinutes(61)), talk, start),
                in.untilThen(in.span(Duration.ofMinutes(2 * 1440 + 150)), talk, in.onDay(start, day)),
                in.startedAlready(talk, start),
                in.wasAt(talk, start, until),
                in.takeEach(null, half, titles, true),
                in.takeEach(in.span(Duration.ofHours(1)), half, titles, false),
                in.takes(talk, half, own, end, true),
                in.lengthUnknown("Dinner", start) + in.ask(),
                "",
                in.now(talk, start, until, next),
                in.now(talk, start, in.noEnd(), in.lastItem()),
                in.atIs(start, talk, until, away),
                in.isIn(talk, start, "Brick Hall"),
                in.noRoom(in.titleWithTime("Panel Discussion", start), null) + in.ask(),
                in.noRoom(null, "Bhaktapur") + in.ask(),
                in.onStage("Julia Kempe (NYU & Meta)", "Invited talk 4", start, true),
                in.thenComes("Coffee Break", start, "Contributed talk 1"),
                in.nobodyNamed("Opening") + in.ask(),
                in.nobodyOnStage(in.listedItems(List.of("Lunch", "Registration"))),
                in.talkTitle(titled, "Ash that remembers the tree", start),
                in.titleUnknown("Invited talk 4", start) + in.ask(),
                in.titleUnknown("Invited talk 4, Invited talk 5", null) + in.ask(),
                in.count(2, titles),
                in.none(),
                "",
                in.yes(in.isAt(talk, start, false, until, "")),
                in.yesLines(lines),
                in.no(in.notOnStage("Davis Brown", in.roles(Set.of(Role.ORGANIZER)))),
                in.startsOtherwise(start, in.clock(LocalTime.of(14, 15)), talk, until),
                in.nothingLikeThat(),
                in.notSoBut(lines),
                in.nothingNow() + next,
                in.notYet(talk, start, in.in(half)),
                in.onSince(talk, start, until),
                in.startsLater(start, talk, in.in(half)),
                in.startedAt(start, talk, until, next),
                in.over(true),
                in.over(false),
                in.startUnknown(false, start, talk) + in.ask(),
                in.startUnknown(true, start, talk) + in.ask(),
                in.noChange(lines),
                "",
                in.nothingThatDay() + (in.language() == Language.CHINESE ? "" : " ") + in.isOn("Sci4DL", dates),
                in.nothingYet("Sci4DL", in.onDate(date), start, talk),
                in.nothingYet("Sci4DL", null, start, talk),
                in.overSo("Sci4DL", true),
                in.nothingOn(true, false, true, List.of("Coffee Break" + inferred)),
                in.nothingOn(false, true, false, List.of("Coffee Break", "Lunch" + until)),
                in.nothingOn(false, false, true, List.of()) + next,
                in.noMoreOfThat(lines),
                in.nothingFollows("Dinner"),
                in.nothingFollowsToday(),
                in.nothingBefore(),
                in.nothingBeforeThat(),
                in.nothingOfThatThen(lines),
                in.noSuchSession(""),
                in.noSuchSession(in.dayHeading(day) + "\n" + lines),
                in.elsewhereOnStage("Julia Kempe", List.of(at, in.titleAt("Panel Discussion", end)), true),
                "",
                in.introduced("Julia Kempe (NYU & Meta)", in.roles(EnumSet.allOf(Role.class)), List.of(at)),
                in.introduced("Julia Kempe (NYU & Meta)", in.roles(Set.of()), List.of()),
                in.names(List.of("Julia Kempe", "Davis Brown"), 0),
                in.names(List.of("Julia Kempe", "Davis Brown"), 12),
                in.affiliation("Julia Kempe", "NYU & Meta"),
                in.affiliation("Julia Kempe", null),
                in.addressUnknown("Julia Kempe") + in.ask(),
                in.writeTo("Davis Brown (davis@example.org)"),
                in.nobody(),
                in.people(0, null),
                in.people(41, null),
                in.people(2, in.names(List.of("Julia Kempe", "Davis Brown"), 0)),
                in.stranger("Yoshua Bengio"),
                in.noSuchKind("dinner"),
                in.probably(List.of("Julia Kempe", "Davis Brown")) + "\n…",
                "",
                in.dateUnknown("Sci4DL") + in.ask(),
                in.isOn("Sci4DL", in.onDate(LocalDate.of(2027, 5, 1))),
                in.isOn("Sci4DL", in.fromTo(LocalDate.of(2027, 4, 30), LocalDate.of(2027, 5, 1))),
                in.days(1, null),
                in.days(2, dates),
                in.daysUntil(12, "Sci4DL", dates),
                in.daysUntil(1, "Sci4DL", dates),
                in.daysUntil(0, "Sci4DL", dates),
                in.daysUnknown(false) + in.ask(),
                in.daysUnknown(true) + in.ask(),
                in.day(2),
                in.zone(null, null) + in.ask(),
                in.zone("…", "America/Sao_Paulo"),
                in.place("Sci4DL", null) + in.ask(),
                in.place("Sci4DL", "Bhaktapur"),
                "",
                in.hello(),
                in.welcome(),
                in.whatICanDo(),
                in.hint(),
                "");
    }

    private static String golden(String name) {
        try (var stream = Objects.requireNonNull(SentencesTest.class.getResourceAsStream("/sentences/" + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
