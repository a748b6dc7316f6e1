package coffeebreak.bot.answers;

import coffeebreak.bot.chat.Language;
import coffeebreak.bot.programme.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The simple answers in German. Whoever asks is addressed as "du".
final class GermanSentences implements Sentences {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d. MMMM", Language.GERMAN.locale());
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEEE, d. MMMM yyyy", Language.GERMAN.locale());

    @Override
    public Language language() {
        return Language.GERMAN;
    }

    @Override
    public String onlyInEnglish() {
        return "Das kann ich nur auf Englisch sagen:\n";
    }

    @Override
    public String clock(LocalTime time) {
        return TIME.format(time) + " Uhr";
    }

    @Override
    public String elsewhere(String time, String there, DayThere day, @Nullable String zone) {
        var then = there
                + switch (day) {
                    case DAY_BEFORE -> " am Vortag";
                    case SAME_DAY -> "";
                    case NEXT_DAY -> " am nächsten Tag";
                };
        return zone == null ? "%s (bei dir %s)".formatted(time, then) : "%s (%s: %s)".formatted(time, zone, then);
    }

    @Override
    public String venueTimeOnly(String time) {
        return time + " (Zeit vor Ort, deren Zeitzone oder Datum ich nicht kenne)";
    }

    @Override
    public String onDay(String time, String day) {
        return "am %s um %s".formatted(day, time);
    }

    @Override
    public String today(String time) {
        return "heute um " + time;
    }

    @Override
    public String day(LocalDate date) {
        return DAY.format(date);
    }

    @Override
    public String day(int number) {
        return "Tag " + number;
    }

    @Override
    public String date(LocalDate date) {
        return DATE.format(date);
    }

    @Override
    public String onDate(LocalDate date) {
        return "am " + date(date);
    }

    @Override
    public String fromTo(LocalDate first, LocalDate last) {
        return "von %s, bis %s".formatted(day(first), date(last));
    }

    @Override
    public String span(Duration duration) {
        return Sentences.span(duration, " und ", "Tag", "Tage", "Stunde", "Stunden", "Minute", "Minuten");
    }

    @Override
    public String until(String end, boolean inferred) {
        return ", bis " + end + (inferred ? " (Ende geschätzt)" : "");
    }

    @Override
    public String noEnd() {
        return "; ein Ende ist nicht angegeben";
    }

    @Override
    public String away(String span) {
        return "; das ist in " + span;
    }

    @Override
    public String begun() {
        return "; das hat schon begonnen";
    }

    @Override
    public String underWay() {
        return "; das läuft gerade";
    }

    @Override
    public String past() {
        return "; das ist vorbei";
    }

    @Override
    public String in(String span) {
        return ", in " + span;
    }

    @Override
    public String with(String title, @Nullable String talkTitle, List<String> people) {
        var talk = talkTitle == null ? title : "%s „%s“".formatted(title, talkTitle);
        return people.isEmpty() ? talk : talk + " mit " + listed(people);
    }

    @Override
    public String listed(List<String> words) {
        return String.join(", ", words);
    }

    @Override
    public String listedItems(List<String> items) {
        return String.join("; ", items);
    }

    @Override
    public String titleAt(String title, String time) {
        return title + " " + um(time);
    }

    @Override
    public String line(String time, String item, @Nullable String room, Standing standing) {
        var state = switch (standing) {
            case TO_COME -> "";
            case ON -> " (läuft)";
            case OVER -> " (vorbei)";
        };
        return time + " " + item + (room == null ? "" : ", Ort: " + room) + state;
    }

    @Override
    public String dayHeading(String day) {
        return Sentences.capital(day) + ":";
    }

    @Override
    public String next(String items, String time) {
        return " Danach: %s %s.".formatted(items, um(time));
    }

    @Override
    public String lastItem() {
        return " Das ist der letzte Punkt im Programm.";
    }

    @Override
    public String unknown() {
        return "Das weiß ich nicht: Es steht nicht in dem, was man mir über den Workshop gesagt hat.";
    }

    @Override
    public String ask() {
        return " Du kannst das Organisationsteam fragen.";
    }

    @Override
    public String ofWhat() {
        return "Wovon oder von wem? Nenne eine Sitzung oder eine Person.";
    }

    @Override
    public String ownPartUnknown() {
        return "Ich weiß nicht, welcher Teil des Programms deiner ist: Den Namen, den du hier hast, finde ich im Programm nicht. Frag mich mit dem Namen der Person, die spricht.";
    }

    @Override
    public String ifUnderstood() {
        return "Wenn ich dich richtig verstehe: ";
    }

    @Override
    public String noDate(String event) {
        return "Ich kenne das Datum von %s nicht und kann deshalb nicht sagen, was gerade an der Reihe ist."
                .formatted(event);
    }

    @Override
    public String noZone() {
        return "Ich kenne die Zeitzone vor Ort nicht und kann deshalb nicht sagen, was gerade an der Reihe ist.";
    }

    @Override
    public String spanUnknown(boolean dateKnown, String lines) {
        return "Ich weiß nicht, wie lange das ist, denn %s. Laut Programm:\n%s"
                .formatted(dateKnown ? "ich kenne die Uhrzeit vor Ort nicht" : "das Datum steht nicht fest", lines);
    }

    @Override
    public String isAt(String item, String time, boolean inferred, String end, String standing) {
        return "%s ist %s%s%s%s."
                .formatted(item, um(time), inferred ? " (geschätzt nach der Länge der Vorträge)" : "", end, standing);
    }

    @Override
    public String starts(@Nullable String event, String time, String item, String standing) {
        return "%s beginnt %s: %s%s.".formatted(event == null ? "Das Programm" : event, um(time), item, standing);
    }

    @Override
    public String endsWith(String time, String title) {
        return "Ende ist %s, mit %s.".formatted(um(time), title);
    }

    @Override
    public String endUnknown(@Nullable String title, String last, String time) {
        return title == null
                ? "Ich weiß nicht, wann Schluss ist: Der letzte Punkt, %s, beginnt %s, und ein Ende ist nicht angegeben."
                        .formatted(last, um(time))
                : "Ich weiß nicht, wann %s endet: Beginn ist %s, ein Ende ist nicht angegeben."
                        .formatted(title, um(time));
    }

    @Override
    public String ends(String item, String time, boolean inferred, String in) {
        return "%s endet %s%s%s.".formatted(item, um(time), inferred ? " (geschätzt nach dem, was folgt)" : "", in);
    }

    @Override
    public String untilThen(String span, String item, String time) {
        return "Noch %s bis %s (%s).".formatted(span, item, time);
    }

    @Override
    public String startedAlready(String item, String time) {
        return "%s hat schon begonnen, %s.".formatted(item, um(time));
    }

    @Override
    public String wasAt(String item, String time, String end) {
        return "%s ist vorbei; das war %s%s.".formatted(item, um(time), end);
    }

    @Override
    public String takeEach(@Nullable String whole, String each, String titles, boolean inferred) {
        return "%s (%s)%s."
                .formatted(
                        whole == null ? "Jeweils " + each : whole + " insgesamt, jeweils " + each,
                        titles,
                        inferred ? ", geschätzt nach dem, was folgt" : "");
    }

    @Override
    public String takes(String item, String span, String time, String end, boolean inferred) {
        return "%s dauert %s: %s bis %s%s.".formatted(item, span, from(time), end, inferred ? " (Ende geschätzt)" : "");
    }

    @Override
    public String lengthUnknown(String title, String time) {
        return "Ich weiß nicht, wie lange %s dauert: Beginn ist %s, ein Ende ist nicht angegeben."
                .formatted(title, um(time));
    }

    @Override
    public String now(String item, String time, String end, String next) {
        return "Jetzt: %s, seit %s%s.%s".formatted(item, time, end, next);
    }

    @Override
    public String atIs(String time, String item, String end, String standing) {
        return "%s: %s%s%s.".formatted(time, item, end, standing);
    }

    @Override
    public String isIn(String item, String time, String room) {
        return "%s (%s) ist hier: %s.".formatted(item, time, room);
    }

    @Override
    public String noRoom(@Nullable String titles, @Nullable String place) {
        return "Ich weiß nicht, wo: %s kein Raum angegeben.%s"
                .formatted(
                        titles == null ? "Es ist" : "Für " + titles + " ist",
                        place == null ? "" : " Ort des Workshops: " + place + ".");
    }

    @Override
    public String titleWithTime(String title, String time) {
        return "%s (%s)".formatted(title, time);
    }

    @Override
    public String onStage(String names, String title, String time, boolean now) {
        return "%s: %s, %s%s.".formatted(names, title, um(time), now ? " (läuft gerade)" : "");
    }

    @Override
    public String thenComes(String items, String time, String titles) {
        return "Direkt danach kommt %s %s. Für das, was dann folgt, %s, nennt das Programm noch niemanden."
                .formatted(items, um(time), titles);
    }

    @Override
    public String nobodyNamed(String titles) {
        return "Ich weiß nicht, wer: Das Programm nennt niemanden für %s.".formatted(titles);
    }

    @Override
    public String nobodyOnStage(String items) {
        return "Dann steht niemand auf der Bühne: %s.".formatted(items);
    }

    @Override
    public String talkTitle(String item, String title, String time) {
        return "%s, %s.".formatted(item, um(time));
    }

    @Override
    public String titleUnknown(String titles, @Nullable String time) {
        return "Titel und Thema kenne ich nicht: Für %s ist nichts angegeben.%s"
                .formatted(titles, time == null ? "" : " Beginn ist " + um(time) + ".");
    }

    @Override
    public String count(int number, String titles) {
        return "%d: %s.".formatted(number, titles);
    }

    @Override
    public String none() {
        return "Es gibt keine.";
    }

    @Override
    public String yes(String sentence) {
        return "Ja: " + sentence;
    }

    @Override
    public String yesLines(String lines) {
        return "Ja:\n" + lines;
    }

    @Override
    public String no(String sentence) {
        return "Nein: " + sentence;
    }

    @Override
    public String startsOtherwise(String time, String asked, String item, String end) {
        return "Beginn ist %s, nicht %s: %s%s. %s läuft es also schon."
                .formatted(um(time), um(asked), item, end, Sentences.capital(um(asked)));
    }

    @Override
    public String nothingLikeThat() {
        return "Nein, so etwas steht nicht im Programm.";
    }

    @Override
    public String notSoBut(String lines) {
        return "Nein, laut Programm nicht. Dort steht:\n" + lines;
    }

    @Override
    public String nothingNow() {
        return "Nein, gerade läuft nichts.";
    }

    @Override
    public String notYet(String item, String time, String in) {
        return "Noch nicht: %s beginnt %s%s.".formatted(item, um(time), in);
    }

    @Override
    public String onSince(String item, String time, String end) {
        return "%s läuft gerade, seit %s%s.".formatted(item, time, end);
    }

    @Override
    public String startsLater(String time, String item, String in) {
        return "Noch nicht. Los geht es %s: %s%s.".formatted(um(time), item, in);
    }

    @Override
    public String startedAt(String time, String items, String end, String next) {
        return "Ja, seit %s. Jetzt: %s%s.%s".formatted(time, items, end, next);
    }

    @Override
    public String over(boolean yesterday) {
        return "Es ist vorbei%s.".formatted(yesterday ? " (es war gestern)" : "");
    }

    @Override
    public String startUnknown(boolean dateKnown, String time, String item) {
        return "Ich weiß es nicht, denn %s. Laut Programm beginnt es %s: %s."
                .formatted(
                        dateKnown ? "ich kenne die Uhrzeit vor Ort nicht" : "das Datum steht nicht fest",
                        um(time),
                        item);
    }

    @Override
    public String noChange(String lines) {
        return "Nein, ich weiß von keiner Änderung. Laut Programm:\n" + lines;
    }

    @Override
    public String nothingThatDay() {
        return "An diesem Tag steht nichts im Programm.";
    }

    @Override
    public String isOn(String event, String dates) {
        return "%s ist %s.".formatted(event, dates);
    }

    @Override
    public String nothingYet(String event, @Nullable String date, String time, String item) {
        return "Noch läuft nichts. %s beginnt%s %s: %s."
                .formatted(event, date == null ? "" : " " + date, um(time), item);
    }

    @Override
    public String overSo(String event, boolean yesterday) {
        return "%s ist vorbei%s; es folgt nichts mehr.".formatted(event, yesterday ? " (es war gestern)" : "");
    }

    @Override
    public String nothingOn(boolean spoken, boolean named, boolean now, List<String> on) {
        var when = now ? "Gerade " : "Dann ";
        var nothing = when + (spoken ? "spricht niemand" : named ? "läuft nichts davon" : "läuft nichts");
        return nothing + (on.isEmpty() ? "." : ". Im Programm steht: " + listedItems(on) + ".");
    }

    @Override
    public String noMoreOfThat(String lines) {
        return "Davon folgt nichts mehr.\n" + lines;
    }

    @Override
    public String nothingFollows(String last) {
        return "Danach kommt nichts mehr: %s ist der letzte Punkt im Programm.".formatted(last);
    }

    @Override
    public String nothingFollowsToday() {
        return "Heute kommt nichts mehr.";
    }

    @Override
    public String nothingBefore() {
        return "Davor war nichts.";
    }

    @Override
    public String nothingBeforeThat() {
        return "Davor ist nichts: Damit beginnt das Programm.";
    }

    @Override
    public String nothingOfThatThen(String lines) {
        return "Dann ist nichts davon." + (lines.isEmpty() ? "" : "\n" + lines);
    }

    @Override
    public String noSuchSession(String lines) {
        return "So eine Sitzung steht nicht im Programm." + (lines.isEmpty() ? "" : " Es gibt:\n" + lines);
    }

    @Override
    public String notOnStage(String name, String roles) {
        return "%s steht bei keiner Sitzung im Programm (%s).".formatted(name, roles);
    }

    @Override
    public String elsewhereOnStage(String name, List<String> sessions, boolean mayHoldTable) {
        return "%s steht hier im Programm: %s.%s"
                .formatted(
                        name,
                        String.join(" und ", sessions),
                        mayHoldTable ? " Im Mentoring kann diese Person in einer Kaffeepause einen Tisch haben." : "");
    }

    @Override
    public String roles(Set<Role> roles) {
        return roles.isEmpty()
                ? "im Programm"
                : listed(roles.stream().map(GermanSentences::role).toList());
    }

    @Override
    public String introduced(String person, String roles, List<String> sessions) {
        return "%s: %s.%s".formatted(person, roles, sessions.isEmpty() ? "" : " " + listed(sessions) + ".");
    }

    @Override
    public String names(List<String> names, int more) {
        return listed(names) + (more == 0 ? "." : " und " + more + (more == 1 ? " weitere Person." : " weitere."));
    }

    @Override
    public String affiliation(String name, @Nullable String affiliation) {
        return "%s: %s.".formatted(name, affiliation == null ? "keine Institution angegeben" : affiliation);
    }

    @Override
    public String addressUnknown(String names) {
        return "Ich kenne keine Adresse von %s, die ich weitergeben darf.".formatted(names);
    }

    @Override
    public String writeTo(String addresses) {
        return "Du kannst an %s schreiben.".formatted(addresses);
    }

    @Override
    public String nobody() {
        return "Niemand im Programm.";
    }

    @Override
    public String people(int number, @Nullable String names) {
        return number == 0
                ? "Das Programm nennt niemanden."
                : names == null
                        ? "Das Programm nennt %d Personen.".formatted(number)
                        : "%d: %s".formatted(number, names);
    }

    @Override
    public String stranger(String name) {
        return "%s steht nicht in dem Programm, das ich habe.".formatted(name);
    }

    @Override
    public String noSuchKind(String kind) {
        return "Nein, so etwas steht nicht im Programm.";
    }

    @Override
    public String probably(List<String> names) {
        return "Du meinst wahrscheinlich %s, auch wenn das Programm das nicht sagt."
                .formatted(String.join(" oder ", names));
    }

    @Override
    public String dateUnknown(String event) {
        return "Ich kenne das Datum von %s nicht: Es steht nicht fest.".formatted(event);
    }

    @Override
    public String days(int days, @Nullable String dates) {
        return days == 1 ? "Ein Tag." : "%d Tage%s.".formatted(days, dates == null ? "" : ", " + dates);
    }

    @Override
    public String daysUntil(long days, String event, String dates) {
        return "%s: %s ist %s."
                .formatted(days > 1 ? "Noch " + days + " Tage" : days == 1 ? "Noch 1 Tag" : "Keine mehr", event, dates);
    }

    @Override
    public String daysUnknown(boolean dateKnown) {
        return "Ich weiß es nicht, denn %s."
                .formatted(dateKnown ? "ich kenne die Uhrzeit vor Ort nicht" : "das Datum steht nicht fest");
    }

    @Override
    public String zone(@Nullable String name, @Nullable String id) {
        return name == null
                ? "Ich kenne die Zeitzone nicht: Es ist keine angegeben. Alle Zeiten sind die der Uhr vor Ort."
                : "Alle Zeiten gelten vor Ort: %s (%s).".formatted(name, id);
    }

    @Override
    public String place(String event, @Nullable String place) {
        return place == null
                ? "Ich weiß nicht, wo %s stattfindet: Weder Stadt noch Ort noch Raum ist angegeben.".formatted(event)
                : "%s findet hier statt: %s.".formatted(event, place);
    }

    @Override
    public String hello() {
        return "Hallo! Frag mich nach dem Tag: was, wann und wer. Ich kann dir auch eine Mentorin oder einen Mentor suchen.";
    }

    @Override
    public String welcome() {
        return "Gern geschehen!";
    }

    @Override
    public String whatICanDo() {
        return "Ich bin der Bot des Workshops und kenne das Programm: Frag mich, wann etwas ist, wer spricht, was jetzt oder als Nächstes kommt. Ich kann dir auch für eine Kaffeepause eine Mentorin oder einen Mentor suchen.";
    }

    @Override
    public String hint() {
        return "Frag mich zum Beispiel: „Was kommt als Nächstes?“, „Wann ist die Podiumsdiskussion?“, „Wer sind die Mentoren?“ Bei allem anderen hilft das Organisationsteam.";
    }

    private static String role(Role role) {
        return switch (role) {
            case KEYNOTE_SPEAKER -> "Keynote";
            case INVITED_SPEAKER -> "eingeladener Vortrag";
            case SPEAKER -> "Vortrag";
            case PANELIST -> "Podiumsdiskussion";
            case MODERATOR -> "Moderation";
            case CHAIR -> "Sitzungsleitung";
            case MENTOR -> "Mentoring";
            case ORGANIZER -> "Organisation";
            case PROGRAMME_COMMITTEE -> "Programmkomitee";
        };
    }

    /// "um 14:00 Uhr", "heute um 14:00 Uhr".
    private static String um(String time) {
        return time.startsWith("am ") || time.startsWith("heute ") ? time : "um " + time;
    }

    /// "von 14:00 Uhr", "heute um 14:00 Uhr".
    private static String from(String time) {
        return time.startsWith("am ") || time.startsWith("heute ") ? time : "von " + time;
    }
}
