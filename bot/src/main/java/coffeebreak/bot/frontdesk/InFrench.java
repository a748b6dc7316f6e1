package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.ChatIntent;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people say about themselves in French, and the answers.
final class InFrench implements OtherLanguage {

    private static final List<Phrase> PHRASES = List.of(
            Phrase.of("bonjour|bonsoir|salut|coucou", new ChatIntent.Greet()),
            Phrase.of(
                    "aide|aidez-moi|aide-moi|que (sais-tu|savez-vous|peux-tu|pouvez-vous) faire" + "|comment ca marche",
                    new ChatIntent.Help()),
            Phrase.of("merci(?: beaucoup| bien| a vous| a toi)?", new ChatIntent.Thank()),
            Phrase.of(
                    "(?:quelle est |quel est |ou est |c'est ou )?(?:ma|mon) (?:place|table|siege|mentor)"
                            + "|ou (?:suis-je|est-ce que je suis|je suis|vais-je etre|est-ce que je serai) (?:assise?|placee?)"
                            + "|ou (?:dois-je|est-ce que je dois) m'asseoir"
                            + "|a quelle table (?:suis-je|je suis|est-ce que je suis)(?: assise?)?"
                            + "|avec qui (?:suis-je|je suis|est-ce que je suis)(?: assise?| a table)?"
                            + "|qui est (?:mon mentor|ma mentore|a ma table)",
                    new ChatIntent.ShowSeat()),
            Phrase.of(
                    "(?:desolee?,? )?je ne (?:peux|pourrai) (?:malheureusement )?pas (?:venir|etre la|y etre|y aller)(?: finalement)?"
                            + "|je ne (?:viens|viendrai) pas|(?:annule[rz]?|libere[rz]?) ma place",
                    new ChatIntent.DeclineSeat("")),
            Phrase.of(
                    "(?:oui,? )?je (?:viens|viendrai|serai la|serai presente?|confirme)(?: ma place)?"
                            + "|(?:oui,? )?j'y serai",
                    new ChatIntent.ConfirmSeat("")));

    @Override
    public List<Phrase> phrases() {
        return PHRASES;
    }

    @Override
    public String hello() {
        return "Bonjour ! Je vous trouve un mentor pour une pause café et je réponds à vos questions sur la journée, aussi en français.";
    }

    @Override
    public String findMentor() {
        return "Trouver un mentor";
    }

    @Override
    public String signUpIsInEnglish() {
        return "L'inscription est en anglais. Rien n'est enregistré sur vous avant votre inscription.";
    }

    @Override
    public String whatIUnderstand() {
        return "Voici ce que je comprends en français :";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "« qu'est-ce qui vient ensuite ? » : toute question simple sur la journée",
                "« ma place » : où vous êtes et avec qui",
                "« je viens » : vous confirmez votre place",
                "« je ne peux pas venir » : votre place va à la personne suivante");
    }

    @Override
    public String allElseInEnglish() {
        return "Pour tout le reste, écrivez « help » : je ne le comprends qu'en anglais.";
    }

    @Override
    public String welcome() {
        return "Je vous en prie !";
    }

    @Override
    public String sitWith(String mentor) {
        return "Vous êtes à la table de %s".formatted(mentor);
    }

    @Override
    public String sitWithPeers() {
        return "Vous êtes à une table avec d'autres participants";
    }

    @Override
    public String offered(String mentor) {
        return "Une place à la table de %s est libre pour vous".formatted(mentor);
    }

    @Override
    public String hosting(int guests) {
        return guests == 0
                ? "C'est votre table : personne pour le moment"
                : guests == 1
                        ? "C'est votre table : 1 personne vient"
                        : "C'est votre table : %d personnes viennent".formatted(guests);
    }

    @Override
    public String when(String coffeeBreak, LocalTime start, @Nullable LocalTime end, @Nullable LocalTime own) {
        return "%s, %s%s"
                .formatted(
                        coffeeBreak,
                        end == null ? "à " + start : "de %s à %s".formatted(start, end),
                        own == null ? "" : ", heure du lieu (%s pour vous)".formatted(own));
    }

    @Override
    public String place(@Nullable String room) {
        return room == null
                ? "Le lieu n'est pas encore connu ; l'équipe d'organisation vous le dira."
                : "Lieu : " + room + ".";
    }

    @Override
    public String sayWhether() {
        return "Écrivez-moi « je viens » ou « je ne peux pas venir ».";
    }

    @Override
    public String inLine(int number, String when) {
        return "Vous êtes numéro %d dans la file : %s.".formatted(number, when);
    }

    @Override
    public String notGivenOut(boolean signedUp) {
        return "Les places ne sont pas encore attribuées. "
                + (signedUp
                        ? "Je vous écris dès qu'elles le sont."
                        : "Vous ne participez pas encore : écrivez « sign up » pour vous inscrire.");
    }

    @Override
    public String noSeat(boolean signedUp) {
        return signedUp
                ? "Vous n'avez pas de place pour le moment. S'il y en a une pour vous, je vous écris."
                : "Vous ne participez pas encore : écrivez « sign up », et je regarde ce qui est libre.";
    }

    @Override
    public String expected(String mentor) {
        return "C'est noté : vous êtes à la table de %s.".formatted(mentor);
    }

    @Override
    public String freed(String mentor) {
        return "Merci de me l'avoir dit : votre place à la table de %s va à la personne suivante.".formatted(mentor);
    }

    @Override
    public String noLongerYours() {
        return "Cette place n'est plus la vôtre : elle est libre ou déjà à quelqu'un d'autre.";
    }

    @Override
    public String peersExpectYou() {
        return "C'est noté : les autres personnes de votre table vous attendent.";
    }

    @Override
    public String peersAreTold() {
        return "Merci de me l'avoir dit : je préviens les autres personnes de votre table.";
    }

    @Override
    public String nothingToConfirm() {
        return "Vous n'avez pas de place pour le moment, il n'y a donc rien à confirmer.";
    }

    @Override
    public String nothingToGiveUp() {
        return "Vous n'avez pas de place pour le moment, il n'y a donc rien à libérer.";
    }
}
