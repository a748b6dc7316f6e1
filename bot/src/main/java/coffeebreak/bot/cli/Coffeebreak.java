package coffeebreak.bot.cli;

/// The jar's one entry point.
public final class Coffeebreak {

    private Coffeebreak() {}

    /// Runs the command named by the arguments and exits with its status.
    public static void main(String[] arguments) {
        System.out.println("coffeebreak");
    }
}
