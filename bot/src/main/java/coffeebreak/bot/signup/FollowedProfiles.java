package coffeebreak.bot.signup;

import coffeebreak.bot.chat.Person;

/// Keeps what this process knows of people's interests in step with what is stored, whichever process stored it: who
/// signed up elsewhere is found here too, and who was forgotten elsewhere is not.
///
/// It goes by what is stored and not by news of it, so nothing can be missed, also when a failover lost something.
public final class FollowedProfiles {

    private final Profiles profiles;
    private final Interests interests;
    private Profiles.Marks known = Profiles.Marks.NONE;

    public FollowedProfiles(Profiles profiles, Interests interests) {
        this.profiles = profiles;
        this.interests = interests;
    }

    /// Whoever is stored now counts as known: they are about to be read.
    public synchronized void begin() {
        known = profiles.marks("").orElse(Profiles.Marks.NONE);
    }

    /// Takes over what has changed; costs one question while nothing has.
    public synchronized void look() {
        profiles.marks(known.digest()).ifPresent(now -> {
            known.marks().keySet().stream()
                    .filter(person -> !now.marks().containsKey(person))
                    .forEach(interests::forget);
            now.marks().forEach((person, mark) -> {
                if (!mark.equals(known.marks().get(person))) {
                    takeOver(person);
                }
            });
            known = now;
        });
    }

    private void takeOver(Person person) {
        profiles.find(person).ifPresent(interests::put);
    }
}
