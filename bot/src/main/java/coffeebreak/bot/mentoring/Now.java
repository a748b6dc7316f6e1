package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.signup.Blocks;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Profiles;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Where the world is read from, whenever somebody wants to know how it is now.
record Now(
        Supplier<Programme> day,
        Supplier<Mentors> mentors,
        Profiles profiles,
        NoticeIds ids,
        Affinities affinities,
        Blocks blocks,
        Forbids forbids,
        InstantSource clock) {

    Programme programme() {
        return day.get();
    }

    /// The world now, in which profiles are looked up one by one.
    World world() {
        return world(profiles::find);
    }

    /// The world now, with profiles that were read together.
    World world(List<Profile> everybody) {
        var byPerson = everybody.stream().collect(Collectors.toMap(Profile::person, Function.identity()));
        return world(person -> Optional.ofNullable(byPerson.get(person)));
    }

    private World world(Function<Person, Optional<Profile>> known) {
        return new World(
                day.get(), mentors.get(), known, affinities, blocks.said(), forbids.said(), ids, clock.instant());
    }
}
