package coffeebreak.bot.files;

import coffeebreak.bot.fuzz.Target;
import coffeebreak.bot.importing.Content.Sort;
import java.util.List;

/// A list of papers in any format ends in papers or in sentences about what is wrong.
public final class PapersTarget implements Target {

    private final AnyFile files = new AnyFile(Sort.PAPERS);

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
