package coffeebreak.bot.fuzz;

/// What Jazzer calls: the target named by `-Dfuzz.target`, once for each input.
public final class OneInput {

    private static final Target TARGET = warm();

    private OneInput() {}

    /// Jazzer calls it before the clock of the first input runs, and with it this class is made ready.
    public static void fuzzerInitialize() {}

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        TARGET.holds(input);
    }

    /// With its classes loaded, which takes seconds and would count as slow. What a seed shows is told when it is
    /// tried.
    private static Target warm() {
        var target = Targets.named(System.getProperty("fuzz.target", "")).make();
        for (var seed : target.seeds()) {
            try {
                target.holds(seed);
            } catch (Exception | AssertionError found) {
                break;
            }
        }
        return target;
    }
}
