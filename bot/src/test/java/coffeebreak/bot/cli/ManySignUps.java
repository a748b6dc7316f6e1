package coffeebreak.bot.cli;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.files.YamlRoster.Member;
import coffeebreak.bot.files.YamlRoster.Roster;
import coffeebreak.bot.signup.Profile;
import java.util.ArrayList;

/// A workshop's worth of sign-ups, for what is measured.
final class ManySignUps {

    private ManySignUps() {}

    /// The roster's people, again and again under other names, until so many have signed up.
    static Roster in(Roster roster, int signedUp) {
        var people = new ArrayList<>(roster.people());
        var profiles = new ArrayList<>(roster.profiles());
        for (var copy = 1; profiles.size() < signedUp; copy++) {
            for (var profile : roster.profiles()) {
                if (profiles.size() == signedUp) {
                    break;
                }
                var person = new Person(profile.person().id() + "X" + copy);
                var name = profile.name() + " " + copy;
                people.add(new Member(person, name, profile.zone(), Member.Kind.PARTICIPANT, "", true));
                profiles.add(named(profile, person, name));
            }
        }
        return new Roster(roster.mentors(), people, profiles, roster.emails(), roster.agreed());
    }

    private static Profile named(Profile profile, Person person, String name) {
        return new Profile(
                person,
                name,
                profile.zone(),
                profile.stage(),
                profile.institution(),
                profile.topics(),
                profile.interests(),
                profile.breaks(),
                profile.question(),
                profile.secondSeat(),
                profile.consents(),
                profile.seeking(),
                profile.invented(),
                profile.signedUp(),
                profile.version());
    }
}
