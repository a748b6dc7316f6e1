package coffeebreak.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SeveralThreadsTest {
    @Test
    void everybodyComesAndGoesAtOnceAndTheRightOnesAreThereInTheEnd() throws InterruptedException, ExecutionException {
        try (var index = new TopicIndex(Embedder.hashing(32));
                var threads = Executors.newFixedThreadPool(8)) {
            var work = new ArrayList<Future<?>>();
            for (int i = 0; i < 40; i++) {
                var id = "p" + i;
                boolean leaves = i % 2 == 0;
                work.add(threads.submit(() -> {
                    for (int version = 1; version <= 3; version++) {
                        index.put(new Entry(
                                id, "person", id, List.of(Text.words("grokking " + id + " " + version)), version));
                        assertThat(index.affinity(id, "p1").score()).isBetween(0.0, 1.0);
                        assertThat(index.search("grokking " + id, Set.of(), 50))
                                .extracting(Hit::id)
                                .contains(id);
                    }
                    if (leaves) {
                        index.forget(id);
                    }
                }));
            }
            for (var each : work) {
                each.get();
            }

            assertThat(index.health().entries()).isEqualTo(20);
            assertThat(index.search("grokking", Set.of(), 50))
                    .hasSize(20)
                    .allMatch(hit -> Integer.parseInt(hit.id().substring(1)) % 2 == 1);
        }
    }
}
