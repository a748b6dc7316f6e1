package coffeebreak.bot.answers;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// What a stretch of a question was found to mean.
sealed interface Meaning {

    /// A word of the lexicon.
    record Idea(Concept concept) implements Meaning {}

    /// Somebody of the programme; several where the name fits several.
    record Named(List<String> people) implements Meaning {}

    /// Words by which people may mean somebody although the programme does not say so.
    record Hinted(String person) implements Meaning {}

    /// Sessions of these kinds.
    ///
    /// @param word how to call them
    /// @param plural several are meant
    record OfKind(Set<String> kinds, String word, boolean plural) implements Meaning {}

    /// Sessions of a kind of which the programme has none.
    record NoKind(String word) implements Meaning {}

    /// Sessions or parts called so.
    record Titled(Set<String> ids) implements Meaning {}

    /// A room, as the programme spells it.
    record Room(String name) implements Meaning {}

    /// An institution, by its canonical name.
    record Institute(String name) implements Meaning {}

    /// A number that is no time.
    record Number(int value) implements Meaning {}

    /// A time of day.
    ///
    /// @param half it was said without am or pm, so that twelve hours later may be meant
    record Clock(LocalTime time, boolean half) implements Meaning {}

    /// A while from now.
    record Later(Duration duration) implements Meaning {}

    /// A time zone, by itself or by a city.
    record Zone(ZoneId zone) implements Meaning {}

    /// The how manieth day of the programme, from 0.
    record Day(int index) implements Meaning {}

    /// A name nobody in the programme has.
    record Unknown(String name) implements Meaning {}

    /// A word without a meaning here.
    record Unexplained(String word) implements Meaning {}
}
