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

/// The simple answers in French. Whoever asks is addressed as "vous".
final class FrenchSentences implements Sentences {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Language.FRENCH.locale());
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Language.FRENCH.locale());

    @Override
    public Language language() {
        return Language.FRENCH;
    }

    @Override
    public String onlyInEnglish() {
        return "Je ne peux le dire qu'en anglais :\n";
    }

    @Override
    public String clock(LocalTime time) {
        return TIME.format(time);
    }

    @Override
    public String elsewhere(String time, String there, DayThere day, @Nullable String zone) {
        var then = there
                + switch (day) {
                    case DAY_BEFORE -> " la veille";
                    case SAME_DAY -> "";
                    case NEXT_DAY -> " le lendemain";
                };
        return zone == null ? "%s (%s pour vous)".formatted(time, then) : "%s (%s : %s)".formatted(time, zone, then);
    }

    @Override
    public String venueTimeOnly(String time) {
        return time + " (heure du lieu, dont je ne connais pas le fuseau horaire ou la date)";
    }

    @Override
    public String onDay(String time, String day) {
        return time + " le " + day;
    }

    @Override
    public String today(String time) {
        return time + " aujourd'hui";
    }

    @Override
    public String day(LocalDate date) {
        return DAY.format(date).replace(" 1 ", " 1er ");
    }

    @Override
    public String day(int number) {
        return "jour " + number;
    }

    @Override
    public String date(LocalDate date) {
        return DATE.format(date).replace(" 1 ", " 1er ");
    }

    @Override
    public String onDate(LocalDate date) {
        return "le " + date(date);
    }

    @Override
    public String fromTo(LocalDate first, LocalDate last) {
        return "du %s au %s".formatted(day(first), date(last));
    }

    @Override
    public String span(Duration duration) {
        return Sentences.span(duration, " et ", "jour", "jours", "heure", "heures", "minute", "minutes");
    }

    @Override
    public String until(String end, boolean inferred) {
        return ", jusqu'à " + end + (inferred ? " (fin estimée)" : "");
    }

    @Override
    public String noEnd() {
        return " ; l'heure de fin n'est pas indiquée";
    }

    @Override
    public String away(String span) {
        return " ; c'est dans " + span;
    }

    @Override
    public String begun() {
        return " ; cela a commencé";
    }

    @Override
    public String underWay() {
        return " ; c'est en cours";
    }

    @Override
    public String past() {
        return " ; c'est terminé";
    }

    @Override
    public String in(String span) {
        return ", dans " + span;
    }

    @Override
    public String with(String title, @Nullable String talkTitle, List<String> people) {
        var talk = talkTitle == null ? title : "%s « %s »".formatted(title, talkTitle);
        return people.isEmpty() ? talk : talk + " avec " + listed(people);
    }

    @Override
    public String listed(List<String> words) {
        return String.join(", ", words);
    }

    @Override
    public String listedItems(List<String> items) {
        return String.join(" ; ", items);
    }

    @Override
    public String titleAt(String title, String time) {
        return title + " à " + time;
    }

    @Override
    public String line(String time, String item, @Nullable String room, Standing standing) {
        var state = switch (standing) {
            case TO_COME -> "";
            case ON -> " (en cours)";
            case OVER -> " (terminé)";
        };
        return time + " " + item + (room == null ? "" : ", lieu : " + room) + state;
    }

    @Override
    public String dayHeading(String day) {
        return Sentences.capital(day) + " :";
    }

    @Override
    public String next(String items, String time) {
        return " Ensuite : %s à %s.".formatted(items, time);
    }

    @Override
    public String lastItem() {
        return " C'est le dernier point du programme.";
    }

    @Override
    public String unknown() {
        return "Je ne sais pas : cela ne figure pas dans ce qu'on m'a dit de l'atelier.";
    }

    @Override
    public String ask() {
        return " Vous pouvez demander à l'équipe d'organisation.";
    }

    @Override
    public String ofWhat() {
        return "De quoi ou de qui s'agit-il ? Nommez une session ou une personne.";
    }

    @Override
    public String ownPartUnknown() {
        return "Je ne sais pas quelle partie du programme est la vôtre : je ne trouve pas le nom que vous portez ici dans le programme. Reposez la question avec le nom de la personne qui parle.";
    }

    @Override
    public String ifUnderstood() {
        return "Si je vous comprends bien : ";
    }

    @Override
    public String noDate(String event) {
        return "Je ne connais pas la date de l'événement %s ; je ne peux donc pas dire où l'on en est en ce moment."
                .formatted(event);
    }

    @Override
    public String noZone() {
        return "Je ne connais pas le fuseau horaire du lieu ; je ne peux donc pas dire où l'on en est en ce moment.";
    }

    @Override
    public String spanUnknown(boolean dateKnown, String lines) {
        return "Je ne sais pas combien de temps cela fait, car %s. Selon le programme :\n%s"
                .formatted(dateKnown ? "je ne connais pas l'heure sur place" : "la date n'est pas fixée", lines);
    }

    @Override
    public String isAt(String item, String time, boolean inferred, String end, String standing) {
        return "%s est à %s%s%s%s."
                .formatted(item, time, inferred ? " (estimé d'après la durée des exposés)" : "", end, standing);
    }

    @Override
    public String starts(@Nullable String event, String time, String item, String standing) {
        return "%s commence à %s par %s%s.".formatted(event == null ? "Le programme" : event, time, item, standing);
    }

    @Override
    public String endsWith(String time, String title) {
        return "Cela se termine à %s, avec %s.".formatted(time, title);
    }

    @Override
    public String endUnknown(@Nullable String title, String last, String time) {
        return title == null
                ? "Je ne sais pas quand cela se termine : le dernier point, %s, commence à %s et l'heure de fin n'est pas indiquée."
                        .formatted(last, time)
                : "Je ne sais pas quand %s se termine : le début est à %s et l'heure de fin n'est pas indiquée."
                        .formatted(title, time);
    }

    @Override
    public String ends(String item, String time, boolean inferred, String in) {
        return "%s se termine à %s%s%s."
                .formatted(item, time, inferred ? " (estimé d'après la suite du programme)" : "", in);
    }

    @Override
    public String untilThen(String span, String item, String time) {
        return "Encore %s avant %s (%s).".formatted(span, item, time);
    }

    @Override
    public String startedAlready(String item, String time) {
        return "%s a déjà commencé, à %s.".formatted(item, time);
    }

    @Override
    public String wasAt(String item, String time, String end) {
        return "C'est terminé : %s était à %s%s.".formatted(item, time, end);
    }

    @Override
    public String takeEach(@Nullable String whole, String each, String titles, boolean inferred) {
        return "%s à chaque fois (%s)%s."
                .formatted(
                        whole == null ? each : whole + " en tout, " + each,
                        titles,
                        inferred ? ", estimé d'après la suite du programme" : "");
    }

    @Override
    public String takes(String item, String span, String time, String end, boolean inferred) {
        return "%s dure %s : de %s à %s%s.".formatted(item, span, time, end, inferred ? " (fin estimée)" : "");
    }

    @Override
    public String lengthUnknown(String title, String time) {
        return "Je ne sais pas combien de temps dure %s : le début est à %s et l'heure de fin n'est pas indiquée."
                .formatted(title, time);
    }

    @Override
    public String now(String item, String time, String end, String next) {
        return "En ce moment : %s, depuis %s%s.%s".formatted(item, time, end, next);
    }

    @Override
    public String atIs(String time, String item, String end, String standing) {
        return "%s : %s%s%s.".formatted(time, item, end, standing);
    }

    @Override
    public String isIn(String item, String time, String room) {
        return "%s (%s) a lieu ici : %s.".formatted(item, time, room);
    }

    @Override
    public String noRoom(@Nullable String titles, @Nullable String place) {
        return "Je ne sais pas où : aucune salle n'est indiquée%s.%s"
                .formatted(
                        titles == null ? "" : " pour " + titles,
                        place == null ? "" : " Lieu de l'atelier : " + place + ".");
    }

    @Override
    public String titleWithTime(String title, String time) {
        return "%s (%s)".formatted(title, time);
    }

    @Override
    public String onStage(String names, String title, String time, boolean now) {
        return "%s : %s, à %s%s.".formatted(names, title, time, now ? " (en ce moment)" : "");
    }

    @Override
    public String thenComes(String items, String time, String titles) {
        return "Juste après vient %s à %s. Ensuite, pour %s, le programme ne nomme encore personne."
                .formatted(items, time, titles);
    }

    @Override
    public String nobodyNamed(String titles) {
        return "Je ne sais pas qui : le programme ne nomme personne pour %s.".formatted(titles);
    }

    @Override
    public String nobodyOnStage(String items) {
        return "Personne n'est sur scène à ce moment-là : %s.".formatted(items);
    }

    @Override
    public String talkTitle(String item, String title, String time) {
        return "%s, à %s.".formatted(item, time);
    }

    @Override
    public String titleUnknown(String titles, @Nullable String time) {
        return "Je ne connais ni le titre ni le sujet : rien n'est indiqué pour %s.%s"
                .formatted(titles, time == null ? "" : " C'est à " + time + ".");
    }

    @Override
    public String count(int number, String titles) {
        return "%d : %s.".formatted(number, titles);
    }

    @Override
    public String none() {
        return "Il n'y en a pas.";
    }

    @Override
    public String yes(String sentence) {
        return "Oui : " + sentence;
    }

    @Override
    public String yesLines(String lines) {
        return "Oui :\n" + lines;
    }

    @Override
    public String no(String sentence) {
        return "Non : " + sentence;
    }

    @Override
    public String startsOtherwise(String time, String asked, String item, String end) {
        return "Le début est à %s, pas à %s : %s%s. À %s, c'est donc en cours."
                .formatted(time, asked, item, end, asked);
    }

    @Override
    public String nothingLikeThat() {
        return "Non, le programme ne prévoit rien de tel.";
    }

    @Override
    public String notSoBut(String lines) {
        return "Non, pas selon le programme. Il prévoit :\n" + lines;
    }

    @Override
    public String nothingNow() {
        return "Non, il n'y a rien en ce moment.";
    }

    @Override
    public String notYet(String item, String time, String in) {
        return "Pas encore : %s commence à %s%s.".formatted(item, time, in);
    }

    @Override
    public String onSince(String item, String time, String end) {
        return "%s est en cours, depuis %s%s.".formatted(item, time, end);
    }

    @Override
    public String startsLater(String time, String item, String in) {
        return "Pas encore : cela commence à %s par %s%s.".formatted(time, item, in);
    }

    @Override
    public String startedAt(String time, String items, String end, String next) {
        return "Cela a commencé à %s. En ce moment : %s%s.%s".formatted(time, items, end, next);
    }

    @Override
    public String over(boolean yesterday) {
        return "C'est terminé%s.".formatted(yesterday ? " (c'était hier)" : "");
    }

    @Override
    public String startUnknown(boolean dateKnown, String time, String item) {
        return "Je ne sais pas, car %s. Selon le programme, cela commence à %s par %s."
                .formatted(dateKnown ? "je ne connais pas l'heure sur place" : "la date n'est pas fixée", time, item);
    }

    @Override
    public String noChange(String lines) {
        return "Non, je n'ai connaissance d'aucun changement. Selon le programme :\n" + lines;
    }

    @Override
    public String nothingThatDay() {
        return "Il n'y a rien au programme ce jour-là.";
    }

    @Override
    public String isOn(String event, String dates) {
        return "%s a lieu %s.".formatted(event, dates);
    }

    @Override
    public String nothingYet(String event, @Nullable String date, String time, String item) {
        return "Il n'y a encore rien : %s commence%s à %s par %s."
                .formatted(event, date == null ? "" : " " + date, time, item);
    }

    @Override
    public String overSo(String event, boolean yesterday) {
        return "%s, c'est terminé%s ; il n'y a plus rien ensuite.".formatted(event, yesterday ? " (c'était hier)" : "");
    }

    @Override
    public String nothingOn(boolean spoken, boolean named, boolean now, List<String> on) {
        var when = now ? " en ce moment" : " à ce moment-là";
        var nothing =
                spoken ? "Personne ne parle" + when : named ? "Il n'y a rien de tel" + when : "Il n'y a rien" + when;
        return nothing + (on.isEmpty() ? "." : ". Au programme : " + listedItems(on) + ".");
    }

    @Override
    public String noMoreOfThat(String lines) {
        return "Il n'y en a plus ensuite.\n" + lines;
    }

    @Override
    public String nothingFollows(String last) {
        return "Il n'y a rien après : %s est le dernier point du programme.".formatted(last);
    }

    @Override
    public String nothingFollowsToday() {
        return "Il n'y a plus rien aujourd'hui.";
    }

    @Override
    public String nothingBefore() {
        return "Il n'y avait rien avant.";
    }

    @Override
    public String nothingBeforeThat() {
        return "Il n'y a rien avant : c'est le début du programme.";
    }

    @Override
    public String nothingOfThatThen(String lines) {
        return "Il n'y a rien de tel à ce moment-là." + (lines.isEmpty() ? "" : "\n" + lines);
    }

    @Override
    public String noSuchSession(String lines) {
        return "Il n'y a pas de session de ce genre au programme." + (lines.isEmpty() ? "" : " Il y a :\n" + lines);
    }

    @Override
    public String notOnStage(String name, String roles) {
        return "%s ne figure dans aucune session du programme (%s).".formatted(name, roles);
    }

    @Override
    public String elsewhereOnStage(String name, List<String> sessions, boolean mayHoldTable) {
        return "%s est au programme ici : %s.%s"
                .formatted(
                        name,
                        String.join(" et ", sessions),
                        mayHoldTable
                                ? " Dans le cadre du mentorat, cette personne peut tenir une table pendant une pause café."
                                : "");
    }

    @Override
    public String roles(Set<Role> roles) {
        return roles.isEmpty()
                ? "au programme"
                : listed(roles.stream().map(FrenchSentences::role).toList());
    }

    @Override
    public String introduced(String person, String roles, List<String> sessions) {
        return "%s : %s.%s".formatted(person, roles, sessions.isEmpty() ? "" : " " + listed(sessions) + ".");
    }

    @Override
    public String names(List<String> names, int more) {
        return listed(names) + (more == 0 ? "." : " et " + more + (more == 1 ? " autre." : " autres."));
    }

    @Override
    public String affiliation(String name, @Nullable String affiliation) {
        return "%s : %s.".formatted(name, affiliation == null ? "aucune affiliation n'est indiquée" : affiliation);
    }

    @Override
    public String addressUnknown(String names) {
        return "Je ne connais pas d'adresse que je puisse donner pour %s.".formatted(names);
    }

    @Override
    public String writeTo(String addresses) {
        return "Vous pouvez écrire à %s.".formatted(addresses);
    }

    @Override
    public String nobody() {
        return "Personne au programme.";
    }

    @Override
    public String people(int number, @Nullable String names) {
        return number == 0
                ? "Le programme ne nomme personne."
                : names == null
                        ? "Le programme nomme %d personnes.".formatted(number)
                        : "%d : %s".formatted(number, names);
    }

    @Override
    public String stranger(String name) {
        return "%s ne figure pas dans le programme que j'ai.".formatted(name);
    }

    @Override
    public String noSuchKind(String kind) {
        return "Le programme n'en prévoit pas.";
    }

    @Override
    public String probably(List<String> names) {
        return "Vous pensez sans doute à %s, même si le programme ne le dit pas."
                .formatted(String.join(" ou à ", names));
    }

    @Override
    public String dateUnknown(String event) {
        return "Je ne connais pas la date de l'événement %s : elle n'est pas fixée.".formatted(event);
    }

    @Override
    public String days(int days, @Nullable String dates) {
        return days == 1 ? "Un jour." : "%d jours%s.".formatted(days, dates == null ? "" : ", " + dates);
    }

    @Override
    public String daysUntil(long days, String event, String dates) {
        return "%s : %s a lieu %s."
                .formatted(
                        days > 1 ? "Encore " + days + " jours" : days == 1 ? "Encore 1 jour" : "Plus aucun",
                        event,
                        dates);
    }

    @Override
    public String daysUnknown(boolean dateKnown) {
        return "Je ne sais pas, car %s."
                .formatted(dateKnown ? "je ne connais pas l'heure sur place" : "la date n'est pas fixée");
    }

    @Override
    public String zone(@Nullable String name, @Nullable String id) {
        return name == null
                ? "Je ne connais pas le fuseau horaire : aucun n'est indiqué. Les heures sont celles de l'horloge sur place."
                : "Les heures sont celles du lieu : %s (%s).".formatted(name, id);
    }

    @Override
    public String place(String event, @Nullable String place) {
        return place == null
                ? "Je ne sais pas où a lieu %s : aucune ville, aucun lieu ni aucune salle n'est indiqué."
                        .formatted(event)
                : "%s a lieu ici : %s.".formatted(event, place);
    }

    @Override
    public String hello() {
        return "Bonjour ! Posez-moi vos questions sur la journée : quoi, quand, qui. Je peux aussi vous trouver un mentor.";
    }

    @Override
    public String welcome() {
        return "Je vous en prie !";
    }

    @Override
    public String whatICanDo() {
        return "Je suis le bot de l'atelier et je connais le programme : demandez-moi quand a lieu quelque chose, qui parle, ce qui se passe maintenant ou ensuite. Je peux aussi vous trouver un mentor pour une pause café.";
    }

    @Override
    public String hint() {
        return "Demandez-moi par exemple : « qu'est-ce qui vient ensuite ? », « quand est la table ronde ? », « qui sont les mentors ? » Pour tout le reste, demandez à l'équipe d'organisation.";
    }

    private static String role(Role role) {
        return switch (role) {
            case KEYNOTE_SPEAKER -> "conférence plénière";
            case INVITED_SPEAKER -> "exposé invité";
            case SPEAKER -> "exposé";
            case PANELIST -> "table ronde";
            case MODERATOR -> "modération";
            case CHAIR -> "présidence de session";
            case MENTOR -> "mentorat";
            case ORGANIZER -> "organisation";
            case PROGRAMME_COMMITTEE -> "comité de programme";
        };
    }
}
