package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.ChatIntent;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people say about themselves in German, and the answers.
final class InGerman implements OtherLanguage {

    private static final List<Phrase> PHRASES = List.of(
            Phrase.of(
                    "hallo(?: zusammen)?|guten (?:tag|morgen|abend)|moin(?: moin)?|servus|gruss gott" + "|gruezi",
                    new ChatIntent.Greet()),
            Phrase.of("hilfe|hilf mir|was kannst du(?: alles)?|wie funktioniert das", new ChatIntent.Help()),
            Phrase.of(
                    "danke(?: schon| dir| ihnen| sehr)?|(?:vielen|besten|herzlichen) dank|dankeschon",
                    new ChatIntent.Thank()),
            Phrase.of(
                    "(?:wo ist |was ist |wer ist )?meine? (?:platz|tisch|sitzplatz|mentor(?:in)?)"
                            + "|wo (?:sitze?|werde) ich(?: sitzen)?|an welchem tisch (?:sitze?|bin) ich"
                            + "|(?:mit|neben|bei) wem (?:sitze?|bin) ich(?: am tisch| zusammen)?"
                            + "|wer sitzt an meinem tisch|habe ich einen platz",
                    new ChatIntent.ShowSeat()),
            Phrase.of(
                    "(?:(?:es )?tut mir leid,? |sorry,? )?(?:aber )?ich kann (?:leider |doch |heute )*nicht (?:kommen|dabei sein|teilnehmen)"
                            + "|ich komme (?:leider |doch |heute )*nicht|ich gebe meinen platz (?:frei|ab)"
                            + "|gib meinen platz frei|ich sage ab",
                    new ChatIntent.DeclineSeat("")),
            Phrase.of(
                    "(?:ja,? )?ich (?:komme|bin dabei|werde da sein|nehme teil)(?: gerne?)?",
                    new ChatIntent.ConfirmSeat("")));

    @Override
    public List<Phrase> phrases() {
        return PHRASES;
    }

    @Override
    public String hello() {
        return "Hallo! Ich suche dir für eine Kaffeepause eine Mentorin oder einen Mentor und beantworte Fragen zum Tag, auch auf Deutsch.";
    }

    @Override
    public String findMentor() {
        return "Mentor finden";
    }

    @Override
    public String signUpIsInEnglish() {
        return "Die Anmeldung ist auf Englisch. Über dich wird nichts gespeichert, bevor du dich anmeldest.";
    }

    @Override
    public String whatIUnderstand() {
        return "Das verstehe ich auf Deutsch:";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "„Was kommt als Nächstes?“: jede einfache Frage zum Tag",
                "„mein Tisch“: wo du sitzt und mit wem",
                "„ich komme“: du bestätigst deinen Platz",
                "„ich kann nicht kommen“: dein Platz geht an die nächste Person");
    }

    @Override
    public String allElseInEnglish() {
        return "Für alles andere schreib „help“: Das verstehe ich nur auf Englisch.";
    }

    @Override
    public String welcome() {
        return "Gern geschehen!";
    }

    @Override
    public String sitWith(String mentor) {
        return "Du sitzt bei %s".formatted(mentor);
    }

    @Override
    public String sitWithPeers() {
        return "Du sitzt mit anderen Teilnehmenden zusammen";
    }

    @Override
    public String offered(String mentor) {
        return "Bei %s ist ein Platz für dich frei".formatted(mentor);
    }

    @Override
    public String hosting(int guests) {
        return guests == 0
                ? "Das ist dein Tisch: Noch kommt niemand"
                : guests == 1
                        ? "Das ist dein Tisch: 1 Person kommt"
                        : "Das ist dein Tisch: %d Personen kommen".formatted(guests);
    }

    @Override
    public String when(String coffeeBreak, LocalTime start, @Nullable LocalTime end, @Nullable LocalTime own) {
        return "%s, %s%s"
                .formatted(
                        coffeeBreak,
                        end == null ? "um %s Uhr".formatted(start) : "%s bis %s Uhr".formatted(start, end),
                        own == null ? "" : " vor Ort (bei dir %s Uhr)".formatted(own));
    }

    @Override
    public String place(@Nullable String room) {
        return room == null
                ? "Der Ort steht noch nicht fest; das Organisationsteam sagt ihn dir."
                : "Ort: " + room + ".";
    }

    @Override
    public String sayWhether() {
        return "Schreib mir „ich komme“ oder „ich kann nicht kommen“.";
    }

    @Override
    public String inLine(int number, String when) {
        return "Du bist Nummer %d in der Warteschlange: %s.".formatted(number, when);
    }

    @Override
    public String notGivenOut(boolean signedUp) {
        return "Die Plätze sind noch nicht vergeben. "
                + (signedUp
                        ? "Ich schreibe dir, sobald es so weit ist."
                        : "Du bist nicht angemeldet: Schreib „sign up“, um dabei zu sein.");
    }

    @Override
    public String noSeat(boolean signedUp) {
        return signedUp
                ? "Du hast im Moment keinen Platz. Wenn es einen für dich gibt, schreibe ich dir."
                : "Du bist nicht angemeldet: Schreib „sign up“, und ich sehe nach, was frei ist.";
    }

    @Override
    public String expected(String mentor) {
        return "Gut, du sitzt bei %s.".formatted(mentor);
    }

    @Override
    public String freed(String mentor) {
        return "Danke, dass du es sagst: Dein Platz bei %s geht an die nächste Person.".formatted(mentor);
    }

    @Override
    public String noLongerYours() {
        return "Dieser Platz gehört dir nicht mehr: Er ist frei oder schon vergeben.";
    }

    @Override
    public String peersExpectYou() {
        return "Gut, die anderen an deinem Tisch erwarten dich.";
    }

    @Override
    public String peersAreTold() {
        return "Danke, dass du es sagst: Ich gebe den anderen an deinem Tisch Bescheid.";
    }

    @Override
    public String nothingToConfirm() {
        return "Du hast im Moment keinen Platz, also gibt es nichts zu bestätigen.";
    }

    @Override
    public String nothingToGiveUp() {
        return "Du hast im Moment keinen Platz, also gibt es nichts abzusagen.";
    }
}
