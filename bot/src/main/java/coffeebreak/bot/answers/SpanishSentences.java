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

/// The simple answers in Spanish. Whoever asks is addressed as "tú".
final class SpanishSentences implements Sentences {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d 'de' MMMM", Language.SPANISH.locale());
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEEE d 'de' MMMM 'de' yyyy", Language.SPANISH.locale());

    @Override
    public Language language() {
        return Language.SPANISH;
    }

    @Override
    public String onlyInEnglish() {
        return "Esto solo puedo decirlo en inglés:\n";
    }

    @Override
    public String clock(LocalTime time) {
        return TIME.format(time);
    }

    @Override
    public String elsewhere(String time, String there, DayThere day, @Nullable String zone) {
        var then = there
                + switch (day) {
                    case DAY_BEFORE -> " del día anterior";
                    case SAME_DAY -> "";
                    case NEXT_DAY -> " del día siguiente";
                };
        return zone == null ? "%s (%s para ti)".formatted(time, then) : "%s (%s: %s)".formatted(time, zone, then);
    }

    @Override
    public String venueTimeOnly(String time) {
        return time + " (hora del lugar, cuya zona horaria o fecha no conozco)";
    }

    @Override
    public String onDay(String time, String day) {
        return time + " del " + day;
    }

    @Override
    public String today(String time) {
        return time + " de hoy";
    }

    @Override
    public String day(LocalDate date) {
        return DAY.format(date);
    }

    @Override
    public String day(int number) {
        return "día " + number;
    }

    @Override
    public String date(LocalDate date) {
        return DATE.format(date);
    }

    @Override
    public String onDate(LocalDate date) {
        return "el " + date(date);
    }

    @Override
    public String fromTo(LocalDate first, LocalDate last) {
        return "del %s al %s".formatted(day(first), date(last));
    }

    @Override
    public String span(Duration duration) {
        return Sentences.span(duration, " y ", "día", "días", "hora", "horas", "minuto", "minutos");
    }

    @Override
    public String until(String end, boolean inferred) {
        return ", hasta " + the(end) + (inferred ? " (final estimado)" : "");
    }

    @Override
    public String noEnd() {
        return "; no se indica la hora de finalización";
    }

    @Override
    public String away(String span) {
        return "; es dentro de " + span;
    }

    @Override
    public String begun() {
        return "; ya ha empezado";
    }

    @Override
    public String underWay() {
        return "; está en curso";
    }

    @Override
    public String past() {
        return "; ya ha terminado";
    }

    @Override
    public String in(String span) {
        return ", dentro de " + span;
    }

    @Override
    public String with(String title, @Nullable String talkTitle, List<String> people) {
        var talk = talkTitle == null ? title : "%s «%s»".formatted(title, talkTitle);
        return people.isEmpty() ? talk : talk + " con " + listed(people);
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
        return title + " a " + the(time);
    }

    @Override
    public String line(String time, String item, @Nullable String room, Standing standing) {
        var state = switch (standing) {
            case TO_COME -> "";
            case ON -> " (en curso)";
            case OVER -> " (terminado)";
        };
        return time + " " + item + (room == null ? "" : ", lugar: " + room) + state;
    }

    @Override
    public String dayHeading(String day) {
        return Sentences.capital(day) + ":";
    }

    @Override
    public String next(String items, String time) {
        return " Después: %s a %s.".formatted(items, the(time));
    }

    @Override
    public String lastItem() {
        return " Es el último punto del programa.";
    }

    @Override
    public String unknown() {
        return "No lo sé: no está en lo que me han contado del taller.";
    }

    @Override
    public String ask() {
        return " Puedes preguntar a la organización.";
    }

    @Override
    public String ofWhat() {
        return "¿De qué o de quién? Dime una sesión o una persona.";
    }

    @Override
    public String ownPartUnknown() {
        return "No sé qué parte del programa es la tuya: no encuentro en el programa el nombre que tienes aquí. Pregúntame con el nombre de la persona que habla.";
    }

    @Override
    public String ifUnderstood() {
        return "Si te entiendo bien: ";
    }

    @Override
    public String noDate(String event) {
        return "No conozco la fecha de %s, así que no puedo decir qué hay en este momento.".formatted(event);
    }

    @Override
    public String noZone() {
        return "No conozco la zona horaria del lugar, así que no puedo decir qué hay en este momento.";
    }

    @Override
    public String spanUnknown(boolean dateKnown, String lines) {
        return "No sé cuánto tiempo es, porque %s. Según el programa:\n%s"
                .formatted(dateKnown ? "no sé qué hora es en el lugar" : "la fecha no está fijada", lines);
    }

    @Override
    public String isAt(String item, String time, boolean inferred, String end, String standing) {
        return "%s es a %s%s%s%s."
                .formatted(
                        item, the(time), inferred ? " (estimado por la duración de las charlas)" : "", end, standing);
    }

    @Override
    public String starts(@Nullable String event, String time, String item, String standing) {
        return "%s empieza a %s: %s%s.".formatted(event == null ? "El programa" : event, the(time), item, standing);
    }

    @Override
    public String endsWith(String time, String title) {
        return "Termina a %s, con %s.".formatted(the(time), title);
    }

    @Override
    public String endUnknown(@Nullable String title, String last, String time) {
        return title == null
                ? "No sé cuándo termina: el último punto, %s, empieza a %s y no se indica la hora de finalización."
                        .formatted(last, the(time))
                : "No sé cuándo termina %s: empieza a %s y no se indica la hora de finalización."
                        .formatted(title, the(time));
    }

    @Override
    public String ends(String item, String time, boolean inferred, String in) {
        return "%s termina a %s%s%s.".formatted(item, the(time), inferred ? " (estimado por lo que sigue)" : "", in);
    }

    @Override
    public String untilThen(String span, String item, String time) {
        return "%s %s para %s (%s).".formatted(span.startsWith("1 ") ? "Falta" : "Faltan", span, item, time);
    }

    @Override
    public String startedAlready(String item, String time) {
        return "%s ya ha empezado, a %s.".formatted(item, the(time));
    }

    @Override
    public String wasAt(String item, String time, String end) {
        return "%s ya ha terminado; era a %s%s.".formatted(item, the(time), end);
    }

    @Override
    public String takeEach(@Nullable String whole, String each, String titles, boolean inferred) {
        return "%s en cada caso (%s)%s."
                .formatted(
                        whole == null ? each : whole + " en total, " + each,
                        titles,
                        inferred ? ", estimado por lo que sigue" : "");
    }

    @Override
    public String takes(String item, String span, String time, String end, boolean inferred) {
        return "%s dura %s: de %s a %s%s."
                .formatted(item, span, the(time), the(end), inferred ? " (final estimado)" : "");
    }

    @Override
    public String lengthUnknown(String title, String time) {
        return "No sé cuánto dura %s: empieza a %s y no se indica la hora de finalización.".formatted(title, the(time));
    }

    @Override
    public String now(String item, String time, String end, String next) {
        return "Ahora: %s, desde %s%s.%s".formatted(item, the(time), end, next);
    }

    @Override
    public String atIs(String time, String item, String end, String standing) {
        return "%s: %s%s%s.".formatted(time, item, end, standing);
    }

    @Override
    public String isIn(String item, String time, String room) {
        return "%s (%s) es aquí: %s.".formatted(item, time, room);
    }

    @Override
    public String noRoom(@Nullable String titles, @Nullable String place) {
        return "No sé dónde: no se indica ninguna sala%s.%s"
                .formatted(
                        titles == null ? "" : " para " + titles,
                        place == null ? "" : " Lugar del taller: " + place + ".");
    }

    @Override
    public String titleWithTime(String title, String time) {
        return "%s (%s)".formatted(title, time);
    }

    @Override
    public String onStage(String names, String title, String time, boolean now) {
        return "%s: %s, a %s%s.".formatted(names, title, the(time), now ? " (ahora)" : "");
    }

    @Override
    public String thenComes(String items, String time, String titles) {
        return "Justo después viene %s a %s. Para lo siguiente, %s, el programa aún no nombra a nadie."
                .formatted(items, the(time), titles);
    }

    @Override
    public String nobodyNamed(String titles) {
        return "No sé quién: el programa no nombra a nadie para %s.".formatted(titles);
    }

    @Override
    public String nobodyOnStage(String items) {
        return "En ese momento no habla nadie: %s.".formatted(items);
    }

    @Override
    public String talkTitle(String item, String title, String time) {
        return "%s, a %s.".formatted(item, the(time));
    }

    @Override
    public String titleUnknown(String titles, @Nullable String time) {
        return "No conozco el título ni el tema: no se indica nada para %s.%s"
                .formatted(titles, time == null ? "" : " Es a " + the(time) + ".");
    }

    @Override
    public String count(int number, String titles) {
        return "%d: %s.".formatted(number, titles);
    }

    @Override
    public String none() {
        return "No hay.";
    }

    @Override
    public String yes(String sentence) {
        return "Sí: " + sentence;
    }

    @Override
    public String yesLines(String lines) {
        return "Sí:\n" + lines;
    }

    @Override
    public String no(String sentence) {
        return "No: " + sentence;
    }

    @Override
    public String startsOtherwise(String time, String asked, String item, String end) {
        return "Empieza a %s, no a %s: %s%s. A %s está, por tanto, en curso."
                .formatted(the(time), the(asked), item, end, the(asked));
    }

    @Override
    public String nothingLikeThat() {
        return "No, el programa no incluye nada así.";
    }

    @Override
    public String notSoBut(String lines) {
        return "No, según el programa no. Incluye:\n" + lines;
    }

    @Override
    public String nothingNow() {
        return "No, ahora no hay nada.";
    }

    @Override
    public String notYet(String item, String time, String in) {
        return "Todavía no: %s empieza a %s%s.".formatted(item, the(time), in);
    }

    @Override
    public String onSince(String item, String time, String end) {
        return "%s está en curso, desde %s%s.".formatted(item, the(time), end);
    }

    @Override
    public String startsLater(String time, String item, String in) {
        return "Todavía no. Empieza a %s: %s%s.".formatted(the(time), item, in);
    }

    @Override
    public String startedAt(String time, String items, String end, String next) {
        return "Empezó a %s. Ahora: %s%s.%s".formatted(the(time), items, end, next);
    }

    @Override
    public String over(boolean yesterday) {
        return "Ya ha terminado%s.".formatted(yesterday ? " (fue ayer)" : "");
    }

    @Override
    public String startUnknown(boolean dateKnown, String time, String item) {
        return "No lo sé, porque %s. Según el programa, empieza a %s: %s."
                .formatted(dateKnown ? "no sé qué hora es en el lugar" : "la fecha no está fijada", the(time), item);
    }

    @Override
    public String noChange(String lines) {
        return "No, no sé de ningún cambio. Según el programa:\n" + lines;
    }

    @Override
    public String nothingThatDay() {
        return "Ese día no hay nada en el programa.";
    }

    @Override
    public String isOn(String event, String dates) {
        return "%s es %s.".formatted(event, dates);
    }

    @Override
    public String nothingYet(String event, @Nullable String date, String time, String item) {
        return "Todavía no hay nada. %s empieza%s a %s: %s."
                .formatted(event, date == null ? "" : " " + date, the(time), item);
    }

    @Override
    public String overSo(String event, boolean yesterday) {
        return "%s ya ha terminado%s; no hay nada más.".formatted(event, yesterday ? " (fue ayer)" : "");
    }

    @Override
    public String nothingOn(boolean spoken, boolean named, boolean now, List<String> on) {
        var when = now ? "Ahora " : "En ese momento ";
        var nothing = when + (spoken ? "no habla nadie" : named ? "no hay nada así" : "no hay nada");
        return nothing + (on.isEmpty() ? "." : ". En el programa: " + listedItems(on) + ".");
    }

    @Override
    public String noMoreOfThat(String lines) {
        return "Después ya no hay más.\n" + lines;
    }

    @Override
    public String nothingFollows(String last) {
        return "Después no hay nada: %s es el último punto del programa.".formatted(last);
    }

    @Override
    public String nothingFollowsToday() {
        return "Hoy ya no hay nada más.";
    }

    @Override
    public String nothingBefore() {
        return "Antes no hubo nada.";
    }

    @Override
    public String nothingBeforeThat() {
        return "Antes no hay nada: ahí empieza el programa.";
    }

    @Override
    public String nothingOfThatThen(String lines) {
        return "En ese momento no hay nada así." + (lines.isEmpty() ? "" : "\n" + lines);
    }

    @Override
    public String noSuchSession(String lines) {
        return "No hay ninguna sesión así en el programa." + (lines.isEmpty() ? "" : " Hay:\n" + lines);
    }

    @Override
    public String notOnStage(String name, String roles) {
        return "%s no aparece en ninguna sesión del programa (%s).".formatted(name, roles);
    }

    @Override
    public String elsewhereOnStage(String name, List<String> sessions, boolean mayHoldTable) {
        return "%s aparece aquí en el programa: %s.%s"
                .formatted(
                        name,
                        String.join(" y ", sessions),
                        mayHoldTable
                                ? " Como participa en la mentoría, puede tener una mesa en una pausa para el café."
                                : "");
    }

    @Override
    public String roles(Set<Role> roles) {
        return roles.isEmpty()
                ? "en el programa"
                : listed(roles.stream().map(SpanishSentences::role).toList());
    }

    @Override
    public String introduced(String person, String roles, List<String> sessions) {
        return "%s: %s.%s".formatted(person, roles, sessions.isEmpty() ? "" : " " + listed(sessions) + ".");
    }

    @Override
    public String names(List<String> names, int more) {
        return listed(names) + (more == 0 ? "." : " y " + more + " más.");
    }

    @Override
    public String affiliation(String name, @Nullable String affiliation) {
        return "%s: %s.".formatted(name, affiliation == null ? "no se indica ninguna afiliación" : affiliation);
    }

    @Override
    public String addressUnknown(String names) {
        return "No conozco ninguna dirección de %s que pueda dar.".formatted(names);
    }

    @Override
    public String writeTo(String addresses) {
        return "Puedes escribir a %s.".formatted(addresses);
    }

    @Override
    public String nobody() {
        return "Nadie en el programa.";
    }

    @Override
    public String people(int number, @Nullable String names) {
        return number == 0
                ? "El programa no nombra a nadie."
                : names == null
                        ? "El programa nombra a %d personas.".formatted(number)
                        : "%d: %s".formatted(number, names);
    }

    @Override
    public String stranger(String name) {
        return "%s no está en el programa que tengo.".formatted(name);
    }

    @Override
    public String noSuchKind(String kind) {
        return "No, el programa no incluye nada de eso.";
    }

    @Override
    public String probably(List<String> names) {
        return "Probablemente te refieres a %s, aunque el programa no lo dice.".formatted(String.join(" o a ", names));
    }

    @Override
    public String dateUnknown(String event) {
        return "No conozco la fecha de %s: no está fijada.".formatted(event);
    }

    @Override
    public String days(int days, @Nullable String dates) {
        return days == 1 ? "Un día." : "%d días%s.".formatted(days, dates == null ? "" : ", " + dates);
    }

    @Override
    public String daysUntil(long days, String event, String dates) {
        return "%s: %s es %s."
                .formatted(
                        days > 1 ? "Faltan " + days + " días" : days == 1 ? "Falta 1 día" : "Ya no falta ninguno",
                        event,
                        dates);
    }

    @Override
    public String daysUnknown(boolean dateKnown) {
        return "No lo sé, porque %s."
                .formatted(dateKnown ? "no sé qué hora es en el lugar" : "la fecha no está fijada");
    }

    @Override
    public String zone(@Nullable String name, @Nullable String id) {
        return name == null
                ? "No conozco la zona horaria: no se indica ninguna. Las horas son las del reloj del lugar."
                : "Las horas son las del lugar: %s (%s).".formatted(name, id);
    }

    @Override
    public String place(String event, @Nullable String place) {
        return place == null
                ? "No sé dónde es %s: no se indica ciudad, lugar ni sala.".formatted(event)
                : "%s es aquí: %s.".formatted(event, place);
    }

    @Override
    public String hello() {
        return "¡Hola! Pregúntame por el día: qué hay, cuándo y quién. También puedo buscarte un mentor.";
    }

    @Override
    public String welcome() {
        return "¡De nada!";
    }

    @Override
    public String whatICanDo() {
        return "Soy el bot del taller y conozco el programa: pregúntame cuándo es algo, quién habla, qué hay ahora o después. También puedo buscarte un mentor para una pausa para el café.";
    }

    @Override
    public String hint() {
        return "Pregúntame, por ejemplo: «¿qué sigue?», «¿cuándo es la mesa redonda?», «¿quiénes son los mentores?». Para todo lo demás, pregunta a la organización.";
    }

    private static String role(Role role) {
        return switch (role) {
            case KEYNOTE_SPEAKER -> "conferencia magistral";
            case INVITED_SPEAKER -> "charla invitada";
            case SPEAKER -> "charla";
            case PANELIST -> "mesa redonda";
            case MODERATOR -> "moderación";
            case CHAIR -> "presidencia de sesión";
            case MENTOR -> "mentoría";
            case ORGANIZER -> "organización";
            case PROGRAMME_COMMITTEE -> "comité de programa";
        };
    }

    /// "las 14:00", "la 1:00".
    private static String the(String time) {
        return (time.startsWith("1:") ? "la " : "las ") + time;
    }
}
