package coffeebreak.bot.cli;

import coffeebreak.bot.files.AnswerJson.Millis;
import coffeebreak.bot.files.BadFile;
import coffeebreak.matching.InvalidProblem;
import coffeebreak.matching.Watch;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// What `match` and `pair` have in common: read a problem, solve it, write the answer; with progress, the time each
/// took, and the best so far when stopped.
///
/// @param command its name
/// @param file the problem
/// @param nanoTime as [System#nanoTime]
/// @param engine makes the engine; called while the problem is read, since its native library takes a while to load
/// @param read reads the problem, telling what is read
/// @param solve solves it
/// @param write writes an answer
/// @param <P> the problem
/// @param <E> the engine
/// @param <A> the answer
record Solving<P, E, A>(
        String command,
        Path file,
        LongSupplier nanoTime,
        Supplier<E> engine,
        Function<Consumer<String>, P> read,
        Solve<P, E, A> solve,
        Write<P, A> write) {

    /// Solves a problem.
    interface Solve<P, E, A> {
        A solve(E engine, P problem, Watch<A> watch);
    }

    /// Writes an answer.
    interface Write<P, A> {
        void write(P problem, A answer, Millis millis);
    }

    /// @return the exit status, 0
    /// @throws BadFile naming everything that is wrong with the problem
    int run() {
        var loading = CompletableFuture.supplyAsync(engine);
        // The library unpacks itself into files that are taken away at the end, and those of half a library are not.
        Runnable settle = () -> loading.handle((_, _) -> command).join();
        try (var progress = Progress.on(System.err, command);
                var stoppable = new Stoppable(command, System.err, () -> {
                            progress.hush();
                            settle.run();
                        })
                        .onSignal()) {
            var heap = new LeanHeap();
            long begun = nanoTime.getAsLong();
            var problem = read.apply(progress::step);
            var reading = since(begun);
            progress.step("loading the solver");
            heap.tidy();
            var loaded = loading.join();
            long solving = nanoTime.getAsLong();
            var answer = solve.solve(loaded, problem, new Watch<>() {
                @Override
                public void step(String what) {
                    heap.tidy();
                    progress.step(what);
                }

                @Override
                public void found(Supplier<A> bestSoFar) {
                    stoppable.best(() -> write.write(problem, made(bestSoFar), new Millis(reading, since(solving))));
                }
            });
            var millis = new Millis(reading, since(solving));
            progress.step("writing the answer");
            stoppable.done(() -> write.write(problem, answer, millis));
            return 0;
        } catch (InvalidProblem contradicting) {
            throw new BadFile(
                    file.toString(),
                    contradicting.problems().stream()
                            .map(problem -> new BadFile.Problem(0, problem))
                            .toList());
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        } catch (OutOfMemoryError _) {
            throw new CannotRun(
                    "%s: the problem needs more memory than the %,d MB this Java may use; allow more, as in java -Xmx2g -jar …"
                            .formatted(file, Runtime.getRuntime().maxMemory() >> 20));
        } finally {
            settle.run();
        }
    }

    /// A first answer is made in haste, and where rules are tight haste may find none.
    private A made(Supplier<A> bestSoFar) {
        try {
            return bestSoFar.get();
        } catch (InvalidProblem _) {
            throw new CannotRun("there is no answer yet that keeps every rule.");
        }
    }

    private double since(long start) {
        return (nanoTime.getAsLong() - start) / 1e6;
    }
}
