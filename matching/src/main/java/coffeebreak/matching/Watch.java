package coffeebreak.matching;

import java.util.function.Function;
import java.util.function.Supplier;

/// Follows work that may take long. Called from the working thread only.
///
/// @param <A> the answer that is worked on: a [Seating] or a [PeerSeating]
public interface Watch<A> {
    /// What begins now, in words a person reads: "seats in 700 × 14 pairs".
    void step(String what);

    /// An answer that keeps every rule and is the best so far, unproven: what there is if nobody waits any longer. It
    /// may be asked for from any thread, also while the work goes on; making it may take a moment.
    void found(Supplier<A> bestSoFar);

    /// The same watch for somebody who works on another form of the answer.
    default <B> Watch<B> from(Function<B, A> into) {
        var watch = this;
        return new Watch<>() {
            @Override
            public void step(String what) {
                watch.step(what);
            }

            @Override
            public void found(Supplier<B> bestSoFar) {
                watch.found(() -> into.apply(bestSoFar.get()));
            }
        };
    }

    /// Looks away.
    static <A> Watch<A> none() {
        return new Watch<>() {
            @Override
            public void step(String what) {}

            @Override
            public void found(Supplier<A> bestSoFar) {}
        };
    }
}
