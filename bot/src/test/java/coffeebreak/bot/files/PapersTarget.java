package coffeebreak.bot.files;

import coffeebreak.bot.importing.Content.Sort;

/// A list of papers in any format ends in papers or in sentences about what is wrong.
public final class PapersTarget extends AnyFile {

    public PapersTarget() {
        super(Sort.PAPERS);
    }
}
