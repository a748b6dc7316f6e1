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

/// The simple answers in Portuguese. Whoever asks is addressed as "você".
final class PortugueseSentences implements Sentences {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, d 'de' MMMM", Language.PORTUGUESE.locale());
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEEE, d 'de' MMMM 'de' yyyy", Language.PORTUGUESE.locale());

    @Override
    public Language language() {
        return Language.PORTUGUESE;
    }

    @Override
    public String onlyInEnglish() {
        return "Isto só consigo dizer em inglês:\n";
    }

    @Override
    public String clock(LocalTime time) {
        return TIME.format(time);
    }

    @Override
    public String elsewhere(String time, String there, DayThere day, @Nullable String zone) {
        var then = there
                + switch (day) {
                    case DAY_BEFORE -> " do dia anterior";
                    case SAME_DAY -> "";
                    case NEXT_DAY -> " do dia seguinte";
                };
        return zone == null ? "%s (%s para você)".formatted(time, then) : "%s (%s: %s)".formatted(time, zone, then);
    }

    @Override
    public String venueTimeOnly(String time) {
        return time + " (horário do local, cujo fuso ou data não conheço)";
    }

    @Override
    public String onDay(String time, String day) {
        return time + " de " + day;
    }

    @Override
    public String today(String time) {
        return time + " de hoje";
    }

    @Override
    public String day(LocalDate date) {
        return first(DAY.format(date));
    }

    @Override
    public String day(int number) {
        return "dia " + number;
    }

    @Override
    public String date(LocalDate date) {
        return first(DATE.format(date));
    }

    @Override
    public String onDate(LocalDate date) {
        return (date.getDayOfWeek().getValue() > 5 ? "no " : "na ") + date(date);
    }

    @Override
    public String fromTo(LocalDate first, LocalDate last) {
        return "de %s, a %s".formatted(day(first), date(last));
    }

    @Override
    public String span(Duration duration) {
        return Sentences.span(duration, " e ", "dia", "dias", "hora", "horas", "minuto", "minutos");
    }

    @Override
    public String until(String end, boolean inferred) {
        return ", até " + at(end) + (inferred ? " (término estimado)" : "");
    }

    @Override
    public String noEnd() {
        return "; o horário de término não está indicado";
    }

    @Override
    public String away(String span) {
        return "; é daqui a " + span;
    }

    @Override
    public String begun() {
        return "; já começou";
    }

    @Override
    public String underWay() {
        return "; está em andamento";
    }

    @Override
    public String past() {
        return "; já terminou";
    }

    @Override
    public String in(String span) {
        return ", daqui a " + span;
    }

    @Override
    public String with(String title, @Nullable String talkTitle, List<String> people) {
        var talk = talkTitle == null ? title : "%s \"%s\"".formatted(title, talkTitle);
        return people.isEmpty() ? talk : talk + " com " + listed(people);
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
        return title + " " + at(time);
    }

    @Override
    public String line(String time, String item, @Nullable String room, Standing standing) {
        var state = switch (standing) {
            case TO_COME -> "";
            case ON -> " (em andamento)";
            case OVER -> " (encerrado)";
        };
        return time + " " + item + (room == null ? "" : ", local: " + room) + state;
    }

    @Override
    public String dayHeading(String day) {
        return Sentences.capital(day) + ":";
    }

    @Override
    public String next(String items, String time) {
        return " Depois: %s %s.".formatted(items, at(time));
    }

    @Override
    public String lastItem() {
        return " É o último item do programa.";
    }

    @Override
    public String unknown() {
        return "Não sei: isso não está no que me contaram sobre o workshop.";
    }

    @Override
    public String ask() {
        return " Você pode perguntar à organização.";
    }

    @Override
    public String ofWhat() {
        return "Sobre o quê ou quem? Diga uma sessão ou uma pessoa.";
    }

    @Override
    public String ownPartUnknown() {
        return "Não sei qual parte do programa é a sua: não encontro no programa o nome que você usa aqui. Pergunte de novo com o nome de quem fala.";
    }

    @Override
    public String ifUnderstood() {
        return "Se entendi bem: ";
    }

    @Override
    public String noDate(String event) {
        return "Não sei a data do evento %s, por isso não posso dizer o que está acontecendo neste momento."
                .formatted(event);
    }

    @Override
    public String noZone() {
        return "Não sei o fuso horário do local, por isso não posso dizer o que está acontecendo neste momento.";
    }

    @Override
    public String spanUnknown(boolean dateKnown, String lines) {
        return "Não sei quanto tempo é, porque %s. Segundo o programa:\n%s"
                .formatted(dateKnown ? "não sei que horas são no local" : "a data não está definida", lines);
    }

    @Override
    public String isAt(String item, String time, boolean inferred, String end, String standing) {
        return "%s é %s%s%s%s."
                .formatted(item, at(time), inferred ? " (estimado pela duração das palestras)" : "", end, standing);
    }

    @Override
    public String starts(@Nullable String event, String time, String item, String standing) {
        return "%s começa %s: %s%s.".formatted(event == null ? "O programa" : event, at(time), item, standing);
    }

    @Override
    public String endsWith(String time, String title) {
        return "Termina %s, com %s.".formatted(at(time), title);
    }

    @Override
    public String endUnknown(@Nullable String title, String last, String time) {
        return title == null
                ? "Não sei quando termina: o último item, %s, começa %s e o horário de término não está indicado."
                        .formatted(last, at(time))
                : "Não sei quando termina %s: começa %s e o horário de término não está indicado."
                        .formatted(title, at(time));
    }

    @Override
    public String ends(String item, String time, boolean inferred, String in) {
        return "%s termina %s%s%s.".formatted(item, at(time), inferred ? " (estimado pelo que vem depois)" : "", in);
    }

    @Override
    public String untilThen(String span, String item, String time) {
        return "%s %s para %s (%s).".formatted(span.startsWith("1 ") ? "Falta" : "Faltam", span, item, time);
    }

    @Override
    public String startedAlready(String item, String time) {
        return "%s já começou, %s.".formatted(item, at(time));
    }

    @Override
    public String wasAt(String item, String time, String end) {
        return "%s já terminou; foi %s%s.".formatted(item, at(time), end);
    }

    @Override
    public String takeEach(@Nullable String whole, String each, String titles, boolean inferred) {
        return "%s em cada caso (%s)%s."
                .formatted(
                        whole == null ? each : whole + " no total, " + each,
                        titles,
                        inferred ? ", estimado pelo que vem depois" : "");
    }

    @Override
    public String takes(String item, String span, String time, String end, boolean inferred) {
        return "%s dura %s: d%s %s%s.".formatted(item, span, the(time), at(end), inferred ? " (término estimado)" : "");
    }

    @Override
    public String lengthUnknown(String title, String time) {
        return "Não sei quanto tempo dura %s: começa %s e o horário de término não está indicado."
                .formatted(title, at(time));
    }

    @Override
    public String now(String item, String time, String end, String next) {
        return "Agora: %s, desde %s%s.%s".formatted(item, the(time), end, next);
    }

    @Override
    public String atIs(String time, String item, String end, String standing) {
        return "%s: %s%s%s.".formatted(time, item, end, standing);
    }

    @Override
    public String isIn(String item, String time, String room) {
        return "%s (%s) é aqui: %s.".formatted(item, time, room);
    }

    @Override
    public String noRoom(@Nullable String titles, @Nullable String place) {
        return "Não sei onde: não há sala indicada%s.%s"
                .formatted(
                        titles == null ? "" : " para " + titles,
                        place == null ? "" : " Local do workshop: " + place + ".");
    }

    @Override
    public String titleWithTime(String title, String time) {
        return "%s (%s)".formatted(title, time);
    }

    @Override
    public String onStage(String names, String title, String time, boolean now) {
        return "%s: %s, %s%s.".formatted(names, title, at(time), now ? " (agora)" : "");
    }

    @Override
    public String thenComes(String items, String time, String titles) {
        return "Logo depois vem %s %s. Para o que segue, %s, o programa ainda não cita ninguém."
                .formatted(items, at(time), titles);
    }

    @Override
    public String nobodyNamed(String titles) {
        return "Não sei quem: o programa não cita ninguém para %s.".formatted(titles);
    }

    @Override
    public String nobodyOnStage(String items) {
        return "Nesse momento ninguém fala: %s.".formatted(items);
    }

    @Override
    public String talkTitle(String item, String title, String time) {
        return "%s, %s.".formatted(item, at(time));
    }

    @Override
    public String titleUnknown(String titles, @Nullable String time) {
        return "Não sei o título nem o tema: nada está indicado para %s.%s"
                .formatted(titles, time == null ? "" : " É " + at(time) + ".");
    }

    @Override
    public String count(int number, String titles) {
        return "%d: %s.".formatted(number, titles);
    }

    @Override
    public String none() {
        return "Não há.";
    }

    @Override
    public String yes(String sentence) {
        return "Sim: " + sentence;
    }

    @Override
    public String yesLines(String lines) {
        return "Sim:\n" + lines;
    }

    @Override
    public String no(String sentence) {
        return "Não: " + sentence;
    }

    @Override
    public String startsOtherwise(String time, String asked, String item, String end) {
        return "Começa %s, não %s: %s%s. Portanto, %s está em andamento."
                .formatted(at(time), at(asked), item, end, at(asked));
    }

    @Override
    public String nothingLikeThat() {
        return "Não, o programa não prevê nada disso.";
    }

    @Override
    public String notSoBut(String lines) {
        return "Não, segundo o programa não. Ele prevê:\n" + lines;
    }

    @Override
    public String nothingNow() {
        return "Não, não há nada agora.";
    }

    @Override
    public String notYet(String item, String time, String in) {
        return "Ainda não: %s começa %s%s.".formatted(item, at(time), in);
    }

    @Override
    public String onSince(String item, String time, String end) {
        return "%s está em andamento, desde %s%s.".formatted(item, the(time), end);
    }

    @Override
    public String startsLater(String time, String item, String in) {
        return "Ainda não. Começa %s: %s%s.".formatted(at(time), item, in);
    }

    @Override
    public String startedAt(String time, String items, String end, String next) {
        return "Começou %s. Agora: %s%s.%s".formatted(at(time), items, end, next);
    }

    @Override
    public String over(boolean yesterday) {
        return "Já terminou%s.".formatted(yesterday ? " (foi ontem)" : "");
    }

    @Override
    public String startUnknown(boolean dateKnown, String time, String item) {
        return "Não sei, porque %s. Segundo o programa, começa %s: %s."
                .formatted(dateKnown ? "não sei que horas são no local" : "a data não está definida", at(time), item);
    }

    @Override
    public String noChange(String lines) {
        return "Não, não sei de nenhuma mudança. Segundo o programa:\n" + lines;
    }

    @Override
    public String nothingThatDay() {
        return "Não há nada no programa nesse dia.";
    }

    @Override
    public String isOn(String event, String dates) {
        return "%s é %s.".formatted(event, dates);
    }

    @Override
    public String nothingYet(String event, @Nullable String date, String time, String item) {
        return "Ainda não há nada. %s começa%s %s: %s."
                .formatted(event, date == null ? "" : " " + date, at(time), item);
    }

    @Override
    public String overSo(String event, boolean yesterday) {
        return "%s já terminou%s; não há mais nada.".formatted(event, yesterday ? " (foi ontem)" : "");
    }

    @Override
    public String nothingOn(boolean spoken, boolean named, boolean now, List<String> on) {
        var when = now ? "Agora " : "Nesse momento ";
        var nothing = when + (spoken ? "ninguém fala" : named ? "não há nada disso" : "não há nada");
        return nothing + (on.isEmpty() ? "." : ". No programa: " + listedItems(on) + ".");
    }

    @Override
    public String noMoreOfThat(String lines) {
        return "Depois não há mais.\n" + lines;
    }

    @Override
    public String nothingFollows(String last) {
        return "Não há nada depois: %s é o último item do programa.".formatted(last);
    }

    @Override
    public String nothingFollowsToday() {
        return "Hoje não há mais nada.";
    }

    @Override
    public String nothingBefore() {
        return "Não houve nada antes.";
    }

    @Override
    public String nothingBeforeThat() {
        return "Não há nada antes: é aí que o programa começa.";
    }

    @Override
    public String nothingOfThatThen(String lines) {
        return "Nesse momento não há nada disso." + (lines.isEmpty() ? "" : "\n" + lines);
    }

    @Override
    public String noSuchSession(String lines) {
        return "Não há nenhuma sessão assim no programa." + (lines.isEmpty() ? "" : " Há:\n" + lines);
    }

    @Override
    public String notOnStage(String name, String roles) {
        return "%s não aparece em nenhuma sessão do programa (%s).".formatted(name, roles);
    }

    @Override
    public String elsewhereOnStage(String name, List<String> sessions, boolean mayHoldTable) {
        return "%s aparece aqui no programa: %s.%s"
                .formatted(
                        name,
                        String.join(" e ", sessions),
                        mayHoldTable ? " Como participa da mentoria, pode ter uma mesa em uma pausa para café." : "");
    }

    @Override
    public String roles(Set<Role> roles) {
        return roles.isEmpty()
                ? "no programa"
                : listed(roles.stream().map(PortugueseSentences::role).toList());
    }

    @Override
    public String introduced(String person, String roles, List<String> sessions) {
        return "%s: %s.%s".formatted(person, roles, sessions.isEmpty() ? "" : " " + listed(sessions) + ".");
    }

    @Override
    public String names(List<String> names, int more) {
        return listed(names) + (more == 0 ? "." : " e mais " + more + ".");
    }

    @Override
    public String affiliation(String name, @Nullable String affiliation) {
        return "%s: %s.".formatted(name, affiliation == null ? "nenhuma afiliação está indicada" : affiliation);
    }

    @Override
    public String addressUnknown(String names) {
        return "Não sei nenhum endereço de %s que eu possa dar.".formatted(names);
    }

    @Override
    public String writeTo(String addresses) {
        return "Você pode escrever para %s.".formatted(addresses);
    }

    @Override
    public String nobody() {
        return "Ninguém no programa.";
    }

    @Override
    public String people(int number, @Nullable String names) {
        return number == 0
                ? "O programa não cita ninguém."
                : names == null ? "O programa cita %d pessoas.".formatted(number) : "%d: %s".formatted(number, names);
    }

    @Override
    public String stranger(String name) {
        return "%s não está no programa que tenho.".formatted(name);
    }

    @Override
    public String noSuchKind(String kind) {
        return "Não, o programa não prevê nada disso.";
    }

    @Override
    public String probably(List<String> names) {
        return "Você provavelmente quer dizer %s, embora o programa não diga isso."
                .formatted(String.join(" ou ", names));
    }

    @Override
    public String dateUnknown(String event) {
        return "Não sei a data do evento %s: ela não está definida.".formatted(event);
    }

    @Override
    public String days(int days, @Nullable String dates) {
        return days == 1 ? "Um dia." : "%d dias%s.".formatted(days, dates == null ? "" : ", " + dates);
    }

    @Override
    public String daysUntil(long days, String event, String dates) {
        return "%s: %s é %s."
                .formatted(
                        days > 1 ? "Faltam " + days + " dias" : days == 1 ? "Falta 1 dia" : "Já não falta nenhum",
                        event,
                        dates);
    }

    @Override
    public String daysUnknown(boolean dateKnown) {
        return "Não sei, porque %s."
                .formatted(dateKnown ? "não sei que horas são no local" : "a data não está definida");
    }

    @Override
    public String zone(@Nullable String name, @Nullable String id) {
        return name == null
                ? "Não sei o fuso horário: nenhum está indicado. Os horários são os do relógio do local."
                : "Os horários são os do local: %s (%s).".formatted(name, id);
    }

    @Override
    public String place(String event, @Nullable String place) {
        return place == null
                ? "Não sei onde é %s: não há cidade, local nem sala indicados.".formatted(event)
                : "%s é aqui: %s.".formatted(event, place);
    }

    @Override
    public String hello() {
        return "Olá! Pergunte-me sobre o dia: o que há, quando e quem. Também posso encontrar um mentor para você.";
    }

    @Override
    public String welcome() {
        return "De nada!";
    }

    @Override
    public String whatICanDo() {
        return "Sou o bot do workshop e conheço o programa: pergunte-me quando é algo, quem fala, o que há agora ou depois. Também posso encontrar um mentor para você em uma pausa para café.";
    }

    @Override
    public String hint() {
        return "Pergunte-me, por exemplo: \"o que vem a seguir?\", \"quando é o painel?\", \"quem são os mentores?\" Para todo o resto, pergunte à organização.";
    }

    private static String role(Role role) {
        return switch (role) {
            case KEYNOTE_SPEAKER -> "palestra principal";
            case INVITED_SPEAKER -> "palestra convidada";
            case SPEAKER -> "palestra";
            case PANELIST -> "painel";
            case MODERATOR -> "moderação";
            case CHAIR -> "presidência de sessão";
            case MENTOR -> "mentoria";
            case ORGANIZER -> "organização";
            case PROGRAMME_COMMITTEE -> "comitê de programa";
        };
    }

    /// "às 14:00", "à 1:00".
    private static String at(String time) {
        return (time.startsWith("1:") ? "à " : "às ") + time;
    }

    /// "as 14:00", "a 1:00".
    private static String the(String time) {
        return (time.startsWith("1:") ? "a " : "as ") + time;
    }

    /// The first of a month has a number of its own.
    private static String first(String date) {
        return date.replaceFirst("\\b1 de", "1º de");
    }
}
