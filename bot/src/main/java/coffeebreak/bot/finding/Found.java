package coffeebreak.bot.finding;

import coffeebreak.bot.chat.Sought;
import coffeebreak.bot.mentoring.Mentor;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.signup.Profile;
import java.util.List;
import java.util.Map;

/// What a search found, or a recommendation is made of.
///
/// @param groups              in the order to be shown; none is empty
/// @param participantsUnknown whether participants are left out because the store could not be asked
record Found(Map<Sought, List<Thing>> groups, boolean participantsUnknown) {

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /// One thing, with the words of it that speak for it; may be empty.
    sealed interface Thing {

        String why();

        record OnStage(Talk talk, String why) implements Thing {}

        record InPrint(Paper paper, String why) implements Thing {}

        record Host(Mentor mentor, String why) implements Thing {}

        record Organizer(ProgrammePerson person, String why) implements Thing {}

        record Participant(Profile profile, String why) implements Thing {}
    }
}
