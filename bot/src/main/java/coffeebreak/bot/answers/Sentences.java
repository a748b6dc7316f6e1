package coffeebreak.bot.answers;

import coffeebreak.bot.chat.Language;
import coffeebreak.bot.programme.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything simple that is said about the day, in one language. One class a language, so that whoever speaks it can
/// read it through, and the compiler tells which sentence is missing where. What is not here is said in English.
///
/// Titles, names, rooms and notes are the programme's and stay as they are. A `time` is what [#time] and [#onDay] make:
/// the venue's clock, the asker's own beside it. An `item` is what [#with] makes: a title with whoever is on stage.
/// Endings such as [#until] and [#away] begin with their comma, and may be empty.
interface Sentences {

    static Sentences in(Language language) {
        return switch (language) {
            case ENGLISH -> new EnglishSentences();
            case FRENCH -> new FrenchSentences();
            case SPANISH -> new SpanishSentences();
            case PORTUGUESE -> new PortugueseSentences();
            case GERMAN -> new GermanSentences();
            case CHINESE -> new ChineseSentences();
        };
    }

    Language language();

    /// Said before what can be told in English only; nothing in English itself.
    String onlyInEnglish();

    // Times

    /// "14:00".
    String clock(LocalTime time);

    /// Beside the venue's time the asker's own, or that in a zone they named.
    ///
    /// @param zone a city; null for the asker's own
    String elsewhere(String time, String there, DayThere day, @Nullable String zone);

    /// On which day it is elsewhere.
    enum DayThere {
        DAY_BEFORE,
        SAME_DAY,
        NEXT_DAY;

        static DayThere of(LocalDate here, LocalDate there) {
            return there.isAfter(here) ? NEXT_DAY : there.isBefore(here) ? DAY_BEFORE : SAME_DAY;
        }
    }

    /// The venue's time where nobody can tell what it is in a zone the asker named.
    String venueTimeOnly(String time);

    /// @param day as [#day] spells it
    String onDay(String time, String day);

    String today(String time);

    /// "Tuesday, 15 June".
    String day(LocalDate date);

    /// "day 2", where the date is not known.
    String day(int number);

    /// "Tuesday, 15 June 2027".
    String date(LocalDate date);

    /// "on Tuesday, 15 June 2027".
    String onDate(LocalDate date);

    /// "from Monday, 14 June to Wednesday, 16 June 2027".
    String fromTo(LocalDate first, LocalDate last);

    /// "1 hour 30 minutes".
    String span(Duration duration);

    /// ", until 14:30".
    String until(String end, boolean inferred);

    /// "; no end time is given".
    String noEnd();

    /// "; that is in 20 minutes".
    String away(String span);

    /// "; it has started", of something without a known end.
    String begun();

    /// "; it is on now".
    String underWay();

    /// "; that is over".
    String past();

    /// ", in 20 minutes".
    String in(String span);

    // Parts of sentences

    /// "Invited talk 4 with Julia Kempe"; a talk's own title behind the session's.
    String with(String title, @Nullable String talkTitle, List<String> people);

    /// Several in a row: with commas.
    String listed(List<String> words);

    /// Several items in a row: with semicolons.
    String listedItems(List<String> items);

    /// "Panel Discussion at 15:30".
    String titleAt(String title, String time);

    /// One line of a list.
    String line(String time, String item, @Nullable String room, Standing standing);

    /// Where something stands in time; to come where nobody can tell.
    enum Standing {
        TO_COME,
        ON,
        OVER
    }

    /// The line above the lines of one day.
    String dayHeading(String day);

    /// " Next: Coffee Break at 10:30."
    String next(String items, String time);

    /// " It is the last item of the programme."
    String lastItem();

    // What is not known

    String unknown();

    /// Said behind everything that is not known.
    String ask();

    String ofWhat();

    String ownPartUnknown();

    /// Before an answer to what a language model made of the question.
    String ifUnderstood();

    String noDate(String event);

    String noZone();

    /// Why a span cannot be told, with the times of the programme.
    String spanUnknown(boolean dateKnown, String lines);

    // When and how long

    String isAt(String item, String time, boolean inferred, String end, String standing);

    /// @param event null for a day of it
    String starts(@Nullable String event, String time, String item, String standing);

    String endsWith(String time, String title);

    String endUnknown(@Nullable String title, String last, String time);

    String ends(String item, String time, boolean inferred, String in);

    String untilThen(String span, String item, String time);

    String startedAlready(String item, String time);

    String wasAt(String item, String time, String end);

    /// @param whole how long all of them take together, or null
    String takeEach(@Nullable String whole, String each, String titles, boolean inferred);

    String takes(String item, String span, String time, String end, boolean inferred);

    String lengthUnknown(String title, String time);

    // What, who and where

    String now(String item, String time, String end, String next);

    /// "14:00: Invited talk 4 with Julia Kempe, until 14:30; that is over."
    String atIs(String time, String item, String end, String standing);

    String isIn(String item, String time, String room);

    /// @param titles of what no room is given for; null for too many to name
    String noRoom(@Nullable String titles, @Nullable String place);

    String titleWithTime(String title, String time);

    String onStage(String names, String title, String time, boolean now);

    String thenComes(String items, String time, String titles);

    String nobodyNamed(String titles);

    String nobodyOnStage(String items);

    String talkTitle(String item, String title, String time);

    /// @param time null for several
    String titleUnknown(String titles, @Nullable String time);

    String count(int number, String titles);

    String none();

    // Yes and no

    String yes(String sentence);

    String yesLines(String lines);

    String no(String sentence);

    String startsOtherwise(String time, String asked, String item, String end);

    String nothingLikeThat();

    String notSoBut(String lines);

    String nothingNow();

    String notYet(String item, String time, String in);

    String onSince(String item, String time, String end);

    /// The whole programme has not started.
    String startsLater(String time, String item, String in);

    String startedAt(String time, String items, String end, String next);

    String over(boolean yesterday);

    String startUnknown(boolean dateKnown, String time, String item);

    String noChange(String lines);

    // What there is instead

    String nothingThatDay();

    /// The whole programme is on other days.
    String isOn(String event, String dates);

    /// @param date as [#onDate] spells it; null where it is not known
    String nothingYet(String event, @Nullable String date, String time, String item);

    String overSo(String event, boolean yesterday);

    /// @param spoken asked for somebody who speaks
    /// @param named  asked for something certain
    /// @param now    now, as opposed to then
    /// @param on     what is on instead; empty for nothing
    String nothingOn(boolean spoken, boolean named, boolean now, List<String> on);

    String noMoreOfThat(String lines);

    String nothingFollows(String last);

    String nothingFollowsToday();

    String nothingBefore();

    String nothingBeforeThat();

    /// @param lines where there is some of it; empty for nowhere
    String nothingOfThatThen(String lines);

    /// @param lines what there is of the kind; empty for none
    String noSuchSession(String lines);

    String notOnStage(String name, String roles);

    String elsewhereOnStage(String name, List<String> sessions, boolean mayHoldTable);

    // People

    /// What somebody does at the workshop. Says nothing of their gender.
    String roles(Set<Role> roles);

    String introduced(String person, String roles, List<String> sessions);

    String names(List<String> names, int more);

    String affiliation(String name, @Nullable String affiliation);

    String addressUnknown(String names);

    String writeTo(String addresses);

    String nobody();

    String people(int number, @Nullable String names);

    String stranger(String name);

    /// @param kind in English words
    String noSuchKind(String kind);

    String probably(List<String> names);

    // The event

    String dateUnknown(String event);

    String days(int days, @Nullable String dates);

    String daysUntil(long days, String event, String dates);

    String daysUnknown(boolean dateKnown);

    String zone(@Nullable String name, @Nullable String id);

    String place(String event, @Nullable String place);

    // Small talk

    String hello();

    String welcome();

    String whatICanDo();

    /// What else can be asked, in small print below what is not known.
    String hint();

    /// The parts of a span, in days, hours and minutes.
    ///
    /// @param and what stands before the last part
    static String span(
            Duration duration,
            String and,
            String day,
            String days,
            String hour,
            String hours,
            String minute,
            String minutes) {
        var space = and.isEmpty() ? "" : " ";
        var parts = new ArrayList<String>();
        if (duration.toDays() > 0) {
            parts.add(duration.toDays() + space + (duration.toDays() == 1 ? day : days));
        }
        if (duration.toHoursPart() > 0) {
            parts.add(duration.toHoursPart() + space + (duration.toHoursPart() == 1 ? hour : hours));
        }
        if (duration.toMinutesPart() > 0 || parts.isEmpty()) {
            parts.add(duration.toMinutesPart() + space + (duration.toMinutesPart() == 1 ? minute : minutes));
        }
        return parts.size() < 2
                ? parts.getFirst()
                : String.join(and.isEmpty() ? "" : and.equals(" ") ? " " : ", ", parts.subList(0, parts.size() - 1))
                        + and
                        + parts.getLast();
    }

    /// A first letter as at the start of a sentence.
    static String capital(String words) {
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
