package coffeebreak.bot.cli;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/// Keeps Java's heap near what is in use. The solver takes its memory beside the heap, and what reading and building
/// have left behind there would otherwise be held on to, up to a quarter of the machine.
final class LeanHeap {

    private static final long WORTH_A_COLLECTION = 200L << 20;

    /// Gives back what is free beyond a tenth, from now on.
    LeanHeap() {
        try {
            var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            machine.setVMOption("MinHeapFreeRatio", "5");
            machine.setVMOption("MaxHeapFreeRatio", "10");
        } catch (IllegalArgumentException _) {
            // A Java that is no HotSpot, or has no such option, takes what it takes.
        }
    }

    /// Between two steps; whoever runs in a small heap is not kept waiting.
    void tidy() {
        if (Runtime.getRuntime().totalMemory() > WORTH_A_COLLECTION) {
            System.gc();
        }
    }
}
