package coffeebreak.bot.mentoring;

/// Gives opaque ids that are the same whenever the same decision is made again, so that planning it twice owes it once.
@FunctionalInterface
public interface NoticeIds {

    /// The id of what the parts name together.
    String id(String... parts);
}
