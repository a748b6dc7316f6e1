package coffeebreak.deploy;

import ai.onnxruntime.OrtEnvironment;
import coffeebreak.bot.llm.MiniLm;
import com.google.ortools.Loader;

/// Runs inside the runnable jar ([RunnableJarTest] starts it there) and loads every native library the bot needs.
public final class NativesProbe {

    private NativesProbe() {}

    /// Prints one line per library that works.
    public static void main(String[] arguments) {
        System.out.println("onnxruntime " + OrtEnvironment.getEnvironment().getVersion());
        float[] vector = new MiniLm().embed("loss landscapes").content().vector();
        System.out.println("tokenizer and model, " + vector.length + " dimensions");
        Loader.loadNativeLibraries();
        System.out.println("ortools");
    }
}
