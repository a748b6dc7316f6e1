package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.ChatIntent;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people say about themselves in Spanish, and the answers.
final class InSpanish implements OtherLanguage {

    private static final List<Phrase> PHRASES = List.of(
            Phrase.of("hola|buenos dias|buenas(?: tardes| noches)?", new ChatIntent.Greet()),
            Phrase.of("ayuda|ayudame|que (?:puedes|sabes) hacer|como funciona(?: esto)?", new ChatIntent.Help()),
            Phrase.of("(?:muchas |mil )?gracias", new ChatIntent.Thank()),
            Phrase.of(
                    "(?:cual es |donde esta )?mi (?:asiento|mesa|sitio|lugar|mentora?|plaza)"
                            + "|donde (?:me siento|estoy sentad[oa]|me toca(?: sentarme)?)"
                            + "|en que mesa (?:estoy|me siento|me toca)"
                            + "|con quien (?:me siento|estoy(?: sentad[oa])?|me toca)"
                            + "|quien (?:es mi mentora?|esta en mi mesa)",
                    new ChatIntent.ShowSeat()),
            Phrase.of(
                    "(?:lo siento,? )?no (?:puedo|podre|voy a poder) (?:ir|venir|asistir|estar)"
                            + "|no (?:voy|vendre|ire|asistire)"
                            + "|(?:cancela|cancelar|libera) mi (?:asiento|sitio|plaza|lugar)",
                    new ChatIntent.DeclineSeat("")),
            Phrase.of(
                    "(?:si,? )?(?:ire|voy|vendre|alli estare|ahi estare|estare alli|asistire|confirmo)(?: mi (?:asiento|sitio|plaza|lugar))?",
                    new ChatIntent.ConfirmSeat("")));

    @Override
    public List<Phrase> phrases() {
        return PHRASES;
    }

    @Override
    public String hello() {
        return "¡Hola! Te busco un mentor para una pausa para el café y respondo a tus preguntas sobre el día, también en español.";
    }

    @Override
    public String findMentor() {
        return "Buscar un mentor";
    }

    @Override
    public String signUpIsInEnglish() {
        return "La inscripción es en inglés. No guardo nada sobre ti hasta que te inscribas.";
    }

    @Override
    public String whatIUnderstand() {
        return "Esto es lo que entiendo en español:";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "«¿qué sigue?»: cualquier pregunta sencilla sobre el día",
                "«mi mesa»: dónde te sientas y con quién",
                "«allí estaré»: confirmas tu asiento",
                "«no puedo ir»: tu asiento pasa a la siguiente persona");
    }

    @Override
    public String allElseInEnglish() {
        return "Para todo lo demás, escribe «help»: solo lo entiendo en inglés.";
    }

    @Override
    public String welcome() {
        return "¡De nada!";
    }

    @Override
    public String sitWith(String mentor) {
        return "Te sientas con %s".formatted(mentor);
    }

    @Override
    public String sitWithPeers() {
        return "Te sientas con otros participantes";
    }

    @Override
    public String offered(String mentor) {
        return "Hay un asiento libre para ti con %s".formatted(mentor);
    }

    @Override
    public String hosting(int guests) {
        return guests == 0
                ? "Es tu mesa: todavía no viene nadie"
                : guests == 1 ? "Es tu mesa: viene 1 persona" : "Es tu mesa: vienen %d personas".formatted(guests);
    }

    @Override
    public String when(String coffeeBreak, LocalTime start, @Nullable LocalTime end, @Nullable LocalTime own) {
        return "%s, %s%s"
                .formatted(
                        coffeeBreak,
                        end == null ? "a las " + start : "de %s a %s".formatted(start, end),
                        own == null ? "" : ", hora del lugar (%s para ti)".formatted(own));
    }

    @Override
    public String place(@Nullable String room) {
        return room == null ? "Todavía no se sabe el lugar; la organización te lo dirá." : "Lugar: " + room + ".";
    }

    @Override
    public String sayWhether() {
        return "Escríbeme «allí estaré» o «no puedo ir».";
    }

    @Override
    public String inLine(int number, String when) {
        return "Tienes el número %d en la cola: %s.".formatted(number, when);
    }

    @Override
    public String notGivenOut(boolean signedUp) {
        return "Los asientos aún no están repartidos. "
                + (signedUp
                        ? "Te escribo en cuanto lo estén."
                        : "No te has inscrito: escribe «sign up» para participar.");
    }

    @Override
    public String noSeat(boolean signedUp) {
        return signedUp
                ? "Ahora mismo no tienes asiento. Si hay uno para ti, te escribo."
                : "No te has inscrito: escribe «sign up» y miro qué hay libre.";
    }

    @Override
    public String expected(String mentor) {
        return "Anotado: te sientas con %s.".formatted(mentor);
    }

    @Override
    public String freed(String mentor) {
        return "Gracias por decírmelo: tu asiento con %s pasa a la siguiente persona.".formatted(mentor);
    }

    @Override
    public String noLongerYours() {
        return "Ese asiento ya no es tuyo: está libre o lo tiene otra persona.";
    }

    @Override
    public String peersExpectYou() {
        return "Anotado: las demás personas de tu mesa te esperan.";
    }

    @Override
    public String peersAreTold() {
        return "Gracias por decírmelo: aviso a las demás personas de tu mesa.";
    }

    @Override
    public String nothingToConfirm() {
        return "Ahora mismo no tienes asiento, así que no hay nada que confirmar.";
    }

    @Override
    public String nothingToGiveUp() {
        return "Ahora mismo no tienes asiento, así que no hay nada que cancelar.";
    }
}
