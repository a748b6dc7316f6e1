package coffeebreak.bot.files;

import coffeebreak.bot.importing.Content.Sort;

/// A programme in any format ends in a day or in sentences about what is wrong.
public final class ProgrammeTarget extends AnyFile {

    public ProgrammeTarget() {
        super(Sort.PROGRAMME);
    }
}
