package coffeebreak.bot.files;

import coffeebreak.bot.fuzz.Target;
import coffeebreak.bot.importing.Content.Sort;
import java.util.List;

/// A list of people in any format ends in mentors or in sentences about what is wrong.
public final class MentorsTarget implements Target {

    private final AnyFile files = new AnyFile(Sort.MENTORS);

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
