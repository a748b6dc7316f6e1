package coffeebreak.bot.files;

import coffeebreak.bot.fuzz.Target;
import coffeebreak.bot.importing.Content.Sort;
import java.util.List;

/// A programme in any format ends in a day or in sentences about what is wrong.
public final class ProgrammeTarget implements Target {

    private final AnyFile files = new AnyFile(Sort.PROGRAMME);

    @Override
    public List<byte[]> seeds() {
        return files.seeds();
    }

    @Override
    public int longest() {
        return AnyFile.LONGEST;
    }

    @Override
    public void holds(byte[] input) {
        files.holds(input);
    }
}
