package coffeebreak.bot.files;

import coffeebreak.bot.importing.Content.Sort;

/// A list of people in any format ends in mentors or in sentences about what is wrong.
public final class MentorsTarget extends AnyFile {

    public MentorsTarget() {
        super(Sort.MENTORS);
    }
}
