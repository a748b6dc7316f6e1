package coffeebreak.matching;

import com.google.ortools.Loader;

/// The solver's native library, loaded when it is first asked and not when a matcher is made: a start need not wait for
/// 35 MB to be unpacked. A class is initialized once, however many threads ask.
final class Natives {
    static {
        Loader.loadNativeLibraries();
    }

    private Natives() {}

    static void load() {}
}
