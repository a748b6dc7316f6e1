package coffeebreak.bot.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.index.Embedder;
import coffeebreak.index.Entry;
import coffeebreak.index.Text;
import coffeebreak.index.TopicIndex;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MentorsTest {

    @Test
    void whoHasNobodyInTheChatYetIsLinkedAndNobodyElse() {
        var here = Scene.mentor("cohen", 4, Scene.BOTH, "Flatiron Institute", "sharpness");
        var elsewhere = new Mentor("kempe", "Julia Kempe", null, Set.of("NYU", "Meta"), Scene.BOTH, 4, List.of());
        var unknown = new Mentor("wyart", "Matthieu Wyart", null, Set.of(), Scene.BOTH, 4, List.of());

        var linked = new Mentors(List.of(here, elsewhere, unknown))
                .linked(mentor -> mentor == unknown ? Optional.empty() : Optional.of(new Person("U0FOUND")));

        assertThat(linked.all()).extracting(Mentor::person).containsExactly(here.person(), new Person("U0FOUND"), null);
        assertThat(linked.all())
                .extracting(Mentor::introduced)
                .containsExactly("Jeremy Cohen (Flatiron Institute)", "Julia Kempe (Meta & NYU)", "Matthieu Wyart");
    }

    @Test
    void whatAMentorWroteIsPartOfWhatTheyWouldTalkAbout() {
        var mentors = new Mentors(List.of(Scene.mentor("kempe", 4, Scene.BOTH, "NYU", "scaling laws")));

        try (var index = new TopicIndex(Embedder.hashing(64))) {
            index.put(new Entry("ana", "participant", "Ana", List.of(Text.words("model collapse")), 1));
            index.putAll(mentors.entries(_ -> List.of(Text.paper("Model collapse", "What synthetic data do."))));

            assertThat(index.affinity("ana", mentors.all().getFirst().indexId()).because())
                    .isEqualTo("model collapse");
        }
    }
}
