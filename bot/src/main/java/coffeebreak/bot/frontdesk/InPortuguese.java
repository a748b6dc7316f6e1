package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.ChatIntent;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people say about themselves in Portuguese, and the answers.
final class InPortuguese implements OtherLanguage {

    private static final List<Phrase> PHRASES = List.of(
            Phrase.of("ola|oi|bom dia|boa (?:tarde|noite)", new ChatIntent.Greet()),
            Phrase.of(
                    "ajuda|me ajud[ae]|ajude-me|o que voce (?:sabe|pode) fazer" + "|como funciona(?: iss?to?)?",
                    new ChatIntent.Help()),
            Phrase.of("(?:muito )?obrigad[oa]|valeu", new ChatIntent.Thank()),
            Phrase.of(
                    "(?:qual e |onde e |onde fica |onde esta )?(?:o |a )?(?:meu|minha) (?:lugar|mesa|assento|mentora?|cadeira)"
                            + "|onde (?:eu )?(?:me sento|sento|estou sentad[oa]|vou (?:me )?sentar)"
                            + "|em (?:que|qual) mesa (?:eu )?(?:estou|fico|me sento)"
                            + "|com quem (?:eu )?(?:me sento|sento|estou(?: sentad[oa])?|vou (?:me )?sentar)"
                            + "|quem e (?:o |a )?(?:meu|minha) mentora?|quem esta na minha mesa",
                    new ChatIntent.ShowSeat()),
            Phrase.of(
                    "(?:desculp[ae],? )?(?:eu )?nao (?:posso|vou poder|poderei|consigo) (?:ir|vir|comparecer|estar la)"
                            + "|(?:eu )?nao (?:vou|irei|virei)|(?:cancel[ae]r?|liber[ae]r?) (?:o )?meu lugar",
                    new ChatIntent.DeclineSeat("")),
            Phrase.of(
                    "(?:sim,? )?(?:eu )?(?:vou|irei|estarei la|vou estar la|confirmo)(?: (?:o )?meu lugar)?",
                    new ChatIntent.ConfirmSeat("")));

    @Override
    public List<Phrase> phrases() {
        return PHRASES;
    }

    @Override
    public String hello() {
        return "Olá! Encontro um mentor para você em uma pausa para café e respondo às suas perguntas sobre o dia, também em português.";
    }

    @Override
    public String findMentor() {
        return "Encontrar um mentor";
    }

    @Override
    public String signUpIsInEnglish() {
        return "A inscrição é em inglês. Não guardo nada sobre você até que se inscreva.";
    }

    @Override
    public String whatIUnderstand() {
        return "Isto é o que entendo em português:";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "\"o que vem a seguir?\": qualquer pergunta simples sobre o dia",
                "\"minha mesa\": onde você se senta e com quem",
                "\"estarei lá\": você confirma o seu lugar",
                "\"não posso ir\": o seu lugar passa para a próxima pessoa");
    }

    @Override
    public String allElseInEnglish() {
        return "Para todo o resto, escreva \"help\": só entendo em inglês.";
    }

    @Override
    public String welcome() {
        return "De nada!";
    }

    @Override
    public String sitWith(String mentor) {
        return "Você se senta com %s".formatted(mentor);
    }

    @Override
    public String sitWithPeers() {
        return "Você se senta com outros participantes";
    }

    @Override
    public String offered(String mentor) {
        return "Há um lugar livre para você com %s".formatted(mentor);
    }

    @Override
    public String hosting(int guests) {
        return guests == 0
                ? "A mesa é sua: por enquanto não vem ninguém"
                : guests == 1 ? "A mesa é sua: vem 1 pessoa" : "A mesa é sua: vêm %d pessoas".formatted(guests);
    }

    @Override
    public String when(String coffeeBreak, LocalTime start, @Nullable LocalTime end, @Nullable LocalTime own) {
        return "%s, %s%s"
                .formatted(
                        coffeeBreak,
                        end == null ? "às " + start : "das %s às %s".formatted(start, end),
                        own == null ? "" : ", horário do local (%s para você)".formatted(own));
    }

    @Override
    public String place(@Nullable String room) {
        return room == null ? "O local ainda não é conhecido; a organização vai informar." : "Local: " + room + ".";
    }

    @Override
    public String sayWhether() {
        return "Escreva para mim \"estarei lá\" ou \"não posso ir\".";
    }

    @Override
    public String inLine(int number, String when) {
        return "Você é o número %d na fila: %s.".formatted(number, when);
    }

    @Override
    public String notGivenOut(boolean signedUp) {
        return "Os lugares ainda não foram distribuídos. "
                + (signedUp
                        ? "Escrevo para você assim que forem."
                        : "Você ainda não se inscreveu: escreva \"sign up\" para participar.");
    }

    @Override
    public String noSeat(boolean signedUp) {
        return signedUp
                ? "No momento você não tem lugar. Se houver um para você, eu escrevo."
                : "Você ainda não se inscreveu: escreva \"sign up\" e eu vejo o que está livre.";
    }

    @Override
    public String expected(String mentor) {
        return "Anotado: você se senta com %s.".formatted(mentor);
    }

    @Override
    public String freed(String mentor) {
        return "Agradeço o aviso: o seu lugar com %s passa para a próxima pessoa.".formatted(mentor);
    }

    @Override
    public String noLongerYours() {
        return "Esse lugar já não é seu: está livre ou é de outra pessoa.";
    }

    @Override
    public String peersExpectYou() {
        return "Anotado: as outras pessoas da sua mesa esperam por você.";
    }

    @Override
    public String peersAreTold() {
        return "Agradeço o aviso: vou informar as outras pessoas da sua mesa.";
    }

    @Override
    public String nothingToConfirm() {
        return "No momento você não tem lugar, então não há nada para confirmar.";
    }

    @Override
    public String nothingToGiveUp() {
        return "No momento você não tem lugar, então não há nada para cancelar.";
    }
}
