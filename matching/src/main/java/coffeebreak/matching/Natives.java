package coffeebreak.matching;

import com.google.ortools.Loader;

/// The solver's native library, loaded when first used: a class is initialized once, however many threads ask.
final class Natives {
    static {
        Loader.loadNativeLibraries();
    }

    private Natives() {}

    static void load() {}
}
