package coffeebreak.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicIndexTest {
    private final CountingEmbedder embedder = new CountingEmbedder();
    private final TopicIndex index = new TopicIndex(embedder);

    @AfterEach
    void close() {
        index.close();
    }

    private static Entry person(String id, Text... texts) {
        return new Entry(id, "participant", "Person " + id, List.of(texts), 1);
    }

    private static Entry mentor(String id, String name, Text... texts) {
        return new Entry(id, "mentor", name, List.of(texts), 1);
    }

    @Test
    void whoSharesTopicsHasMoreToSayToEachOther() {
        index.put(person("ana", Text.words("I work on loss landscapes and the edge of stability")));
        index.put(mentor("jeremy", "Jeremy Cohen", Text.topic("edge of stability"), Text.topic("training dynamics")));
        index.put(mentor("julia", "Julia Kempe", Text.topic("synthetic data"), Text.topic("model collapse")));

        assertThat(index.affinity("ana", "jeremy").score())
                .isGreaterThan(index.affinity("ana", "julia").score());
        assertThat(index.affinity("ana", "jeremy").because()).isEqualTo("edge of stability");
    }

    @Test
    void bothSidesHearTheSameScoreAndTheSameReasons() {
        index.put(person("ana", Text.words("Loss landscapes, edge of stability"), Text.topic("Grokking")));
        index.put(person(
                "bo", Text.topic("grokking"), Text.words("sharpness and the edge of stability"), Text.topic("SGD")));

        assertThat(index.affinity("ana", "bo")).isEqualTo(index.affinity("bo", "ana"));
        assertThat(index.affinity("ana", "bo").because()).isEqualTo("grokking, edge of stability");
    }

    @Test
    void aScoreDoesNotChangeBecauseSomebodyElseJoins() {
        index.put(person("ana", Text.words("diffusion models")));
        index.put(mentor("zoe", "Zoe", Text.topic("diffusion models"), Text.topic("denoising")));
        var before = index.affinity("ana", "zoe");

        for (int i = 0; i < 40; i++) {
            index.put(person("p" + i, Text.words("diffusion models, number " + i)));
        }

        assertThat(index.affinity("ana", "zoe")).isEqualTo(before);
    }

    @Test
    void whoHasSaidNothingGetsANeutralScoreThatSaysSo() {
        index.put(person("ana", Text.words("  ")));
        index.put(mentor("jeremy", "Jeremy Cohen", Text.topic("edge of stability")));

        var affinity = index.affinity("ana", "jeremy");

        assertThat(affinity.basis()).isEqualTo(Affinity.Basis.NOTHING_SAID);
        assertThat(affinity.because()).isEqualTo("no interests given yet");
        assertThat(affinity.score())
                .isEqualTo(index.affinity("nobody", "jeremy").score());
    }

    @Test
    void allPairsAtOnceAreTheSameNumbersAsOneByOne() {
        index.put(person("ana", Text.words("loss landscapes")));
        index.put(person("bo", Text.words("diffusion models"), Text.topic("scaling laws")));
        index.put(person("cy"));
        index.put(mentor("m", "M", Text.topic("loss landscapes"), Text.topic("scaling laws"), Text.topic("sparsity")));

        assertThat(index.scores(List.of("ana", "bo", "cy"), List.of("m"))).isDeepEqualTo(new double[][] {
            {index.affinity("ana", "m").score()},
            {index.affinity("bo", "m").score()},
            {index.affinity("cy", "m").score()}
        });
    }

    @Test
    void searchForgivesAccentsTyposAndPlurals() {
        index.put(mentor("lenka", "Lenka Zdeborová", Text.topic("statistical physics of learning")));
        index.put(mentor("jascha", "Jascha Sohl-Dickstein", Text.topic("diffusion models")));

        assertThat(found("Zdeborova")).containsExactly("lenka");
        assertThat(found("zdebrova")).containsExactly("lenka");
        assertThat(found("difusion model")).startsWith("jascha");
        assertThat(found("Diffusion Models")).startsWith("jascha");
    }

    @Test
    void searchLooksOnlyAmongTheKindsAskedFor() {
        index.put(mentor("jascha", "Jascha", Text.topic("diffusion models")));
        index.put(person("ana", Text.words("diffusion models")));

        assertThat(index.search("diffusion models", Set.of("mentor"), 5))
                .extracting(Hit::id)
                .containsExactly("jascha");
    }

    @Test
    void aSnippetShowsTheWordsLookedFor() {
        var summary =
                "We train many networks. ".repeat(20) + "The sharpness rises until it hovers. " + "More. ".repeat(60);
        index.put(new Entry("t1", "paper", "A paper", List.of(Text.paper("A paper", summary)), 1));

        assertThat(index.search("sharpness", Set.of(), 1).getFirst().snippet())
                .contains("The sharpness rises")
                .hasSizeLessThanOrEqualTo(202);
    }

    @Test
    void aMisspeltWordIsFoundAlsoWhereItsEndingIsTakenOff() {
        index.put(mentor("m", "Mara", Text.topic("grokking")));

        assertThat(found("groking")).containsExactly("m");
        assertThat(found("grokkings")).containsExactly("m");
    }

    @Test
    void whoIsNamedRightIsNotMistakenForAnother() {
        index.put(mentor("cohen", "Jeremy Cohen"));
        index.put(mentor("chen", "Wei Chen"));

        assertThat(found("Cohen")).containsExactly("cohen");
        assertThat(found("Cohn")).containsExactly("cohen");
    }

    @Test
    void whoIsLookedForByNameIsNotLookedForByMeaning() {
        index.put(mentor("rice", "Rice Bird", Text.topic("splines")));
        index.put(mentor("other", "Another", Text.topic("rice cooking")));
        index.put(mentor("near", "Near", Text.topic("rices")));

        assertThat(found("Rice Bird")).containsExactly("rice");
        assertThat(found("rice")).contains("rice", "other", "near");
    }

    @Test
    void whatAQueryLooksForStandsOutAsItIsWritten() {
        assertThat(index.matches("difusion model", "On Diffusion  Models, and Zdeborová's diffusion."))
                .containsExactly(
                        new Stretch("On ", false),
                        new Stretch("Diffusion  Models", true),
                        new Stretch(", and Zdeborová's ", false),
                        new Stretch("diffusion", true),
                        new Stretch(".", false));
        assertThat(index.matches("zdeborova", "Zdeborová")).containsExactly(new Stretch("Zdeborová", true));
        assertThat(index.matches("grokking", "nothing of it")).containsExactly(new Stretch("nothing of it", false));
        assertThat(index.matches("grokking", "")).isEmpty();
    }

    @Test
    void aChangeIsVisibleToTheNextQuery() {
        index.put(mentor("m", "Mara", Text.topic("grokking")));
        index.put(new Entry("m", "mentor", "Mara", List.of(Text.topic("lottery tickets")), 2));

        assertThat(found("grokking")).isEmpty();
        assertThat(found("lottery tickets")).containsExactly("m");
    }

    @Test
    void anOlderVersionNeverReplacesANewerOne() {
        index.put(new Entry("m", "mentor", "Mara", List.of(Text.topic("lottery tickets")), 2));
        index.put(new Entry("m", "mentor", "Mara", List.of(Text.topic("grokking")), 1));

        assertThat(found("lottery tickets")).containsExactly("m");
    }

    @Test
    void theSameTextIsEmbeddedOnce() {
        index.put(person("ana", Text.topic("training dynamics")));
        index.putAll(
                List.of(person("bo", Text.topic("training dynamics")), person("cy", Text.topic("training dynamics"))));
        index.put(new Entry("ana", "participant", "Ana", List.of(Text.topic("training dynamics")), 2));

        assertThat(embedder.texts()).containsExactly("training dynamics");
    }

    @Test
    void vectorsRememberedFromLastTimeAreNotMadeAgain() {
        index.put(person("ana", Text.topic("training dynamics"), Text.words("sharpness")));
        var remembered = index.vectors("ana");
        var fresh = new CountingEmbedder();

        try (var restarted = new TopicIndex(fresh)) {
            restarted.putAll(
                    List.of(person("ana", Text.topic("training dynamics"), Text.words("flatness"))), _ -> remembered);

            assertThat(fresh.texts()).containsExactly("flatness");
        }
    }

    @Test
    void rememberedBytesOfAnotherFormatAreIgnored() {
        index.putAll(List.of(person("ana", Text.topic("training dynamics"))), _ -> new byte[] {1, 2, 3});

        assertThat(embedder.texts()).containsExactly("training dynamics");
    }

    @Test
    void withoutTheEmbedderWordsCarryOnAndTheHealthSaysSo() {
        embedder.fail(new UnsatisfiedLinkError("no onnxruntime"));
        index.put(person("ana", Text.words("edge of stability")));
        index.put(mentor("jeremy", "Jeremy Cohen", Text.topic("edge of stability")));
        index.put(mentor("julia", "Julia Kempe", Text.topic("synthetic data")));

        assertThat(index.affinity("ana", "jeremy").score())
                .isGreaterThan(index.affinity("ana", "julia").score());
        assertThat(index.affinity("ana", "jeremy").basis()).isEqualTo(Affinity.Basis.WORDS);
        assertThat(found("stability")).contains("jeremy", "ana");
        assertThat(index.health().meaning()).isFalse();
        assertThat(index.health().withoutVector()).isEqualTo(3);
        assertThat(index.health().sentence()).contains("words alone", "no onnxruntime");
    }

    @Test
    void whatWasPutInWhileTheEmbedderWasAwayGetsItsVectorsWhenItIsBack() {
        embedder.fail(new IllegalStateException("away"));
        index.put(person("ana", Text.words("edge of stability"), Text.topic("grokking")));
        embedder.work();
        index.put(person("bo", Text.words("edge of stability")));

        assertThat(index.health()).isEqualTo(new Health(true, 2, 0, "2 entries, found by words and by meaning"));
        assertThat(index.affinity("ana", "bo").basis()).isEqualTo(Affinity.Basis.MEANING_AND_WORDS);
    }

    @Test
    void theClosestAreRankedByAffinityWithReasonsAndWithoutOneself() {
        index.put(person("ana", Text.words("loss landscapes"), Text.topic("edge of stability")));
        index.put(person("bo", Text.words("loss landscapes of transformers")));
        index.put(person("cy", Text.words("protein folding")));

        var closest = index.closest("ana", Set.of("participant"), 2);

        assertThat(closest).extracting(Hit::id).containsExactly("bo", "cy");
        assertThat(closest.getFirst().snippet()).isEqualTo("loss landscapes");
        assertThat(closest.getFirst().score())
                .isEqualTo(index.affinity("ana", "bo").score());
    }

    @Test
    void textsOfNobodyAreComparedAsIfSomebodyHadSaidThemAndLeaveNothing() {
        index.put(mentor("jeremy", "Jeremy Cohen", Text.topic("edge of stability"), Text.topic("Adam")));
        index.put(mentor("julia", "Julia Kempe", Text.topic("synthetic data")));
        var said = List.of(Text.words("the edge of stability of Adam"), Text.topic("sharpness"));

        var closest = index.closest(said, Set.of("mentor"), 2);

        assertThat(index.health().entries()).isEqualTo(2);
        index.put(new Entry("ana", "participant", "Ana", said, 1));
        assertThat(closest).isEqualTo(index.closest("ana", Set.of("mentor"), 2));
        assertThat(closest.getFirst().id()).isEqualTo("jeremy");
        assertThat(closest.getFirst().snippet()).contains("edge of stability");
    }

    private List<String> found(String query) {
        return index.search(query, Set.of(), 5).stream().map(Hit::id).toList();
    }
}
