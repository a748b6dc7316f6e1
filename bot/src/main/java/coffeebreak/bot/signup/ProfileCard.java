package coffeebreak.bot.signup;

import coffeebreak.bot.chat.Text;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A profile in words, for the person it is about.
final class ProfileCard {

    private ProfileCard() {}

    static List<Text> of(Programme programme, Profile profile) {
        var lines = told(
                programme,
                profile.stage().words(),
                profile.institution(),
                profile.topics(),
                profile.interests(),
                profile.breaks(),
                profile.question());
        if (profile.secondSeat()) {
            lines.add(Text.of("").bold("Second seat: ").plain("yes, if any is left over"));
        }
        lines.add(Text.of("").bold("You agreed: ").plain(consents(profile.consents())));
        return lines;
    }

    static List<Text> of(Programme programme, Draft draft) {
        var stage = draft.stage();
        return told(
                programme,
                stage != null ? stage.words() : draft.doctoral() ? "PhD student, which year?" : "not said yet",
                draft.institution(),
                draft.topics(),
                draft.interests(),
                draft.breaks() == null
                        ? programme.breaks().stream().map(each -> each.id()).collect(Collectors.toSet())
                        : draft.breaks(),
                draft.question());
    }

    private static List<Text> told(
            Programme programme,
            String stage,
            String institution,
            List<String> topics,
            String interests,
            Set<String> breaks,
            String question) {
        var lines = new ArrayList<Text>();
        lines.add(Text.of("").bold("Stage: ").plain(stage));
        lines.add(Text.of("").bold("Institution: ").plain(institution.isEmpty() ? "not given" : institution));
        lines.add(Text.of("").bold("Topics: ").plain(topics.isEmpty() ? "none chosen" : topicWords(programme, topics)));
        if (!interests.isEmpty()) {
            lines.add(Text.of("").bold("In your words: ").plain(interests));
        }
        lines.add(Text.of("").bold("Breaks: ").plain(breakWords(programme, breaks)));
        lines.add(Text.of("").bold("Question for your mentor: ").plain(question.isEmpty() ? "none" : question));
        return lines;
    }

    private static String topicWords(Programme programme, List<String> topics) {
        return topics.stream()
                .flatMap(id -> programme.topic(id).stream())
                .map(Topic::words)
                .collect(Collectors.joining(", "));
    }

    private static String breakWords(Programme programme, Set<String> breaks) {
        var words = programme.breaks().stream()
                .filter(each -> breaks.contains(each.id()))
                .map(each -> SignUpForm.inWords(programme, each))
                .collect(Collectors.joining(" and "));
        return words.isEmpty() ? "none" : words;
    }

    private static String consents(Set<Consent> consents) {
        return consents.isEmpty()
                ? "to nothing yet; your mentor sees \"a participant\" and your question"
                : Arrays.stream(Consent.values())
                        .filter(consents::contains)
                        .map(Consent::agreed)
                        .collect(Collectors.joining(", "));
    }
}
