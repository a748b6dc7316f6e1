package coffeebreak.bot.frontdesk;

import coffeebreak.bot.mentoring.Booking;
import coffeebreak.bot.mentoring.Mentor;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.Outlook;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.SignUpDeadline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a sign-up or its change means for somebody's seat: what it changes, and what not.
public final class Consequences implements Outlook {

    private final Supplier<Programme> programme;
    private final Mentoring mentoring;
    private final SignUpDeadline deadline;

    public Consequences(Supplier<Programme> programme, Mentoring mentoring, SignUpDeadline deadline) {
        this.programme = programme;
        this.mentoring = mentoring;
        this.deadline = deadline;
    }

    @Override
    public List<String> of(@Nullable Profile before, Profile after) {
        var sentences = new ArrayList<String>();
        if (before == null || !before.seeking()) {
            sentences.add(whenSeated());
        } else {
            changed(before, after, sentences);
        }
        mentoring.mentors().byPerson(after.person()).ifPresent(mentor -> sentences.add(asBoth(mentor, after)));
        return sentences;
    }

    private String whenSeated() {
        if (mentoring.plan().published()) {
            return "The seats were given out already. If one you could have is free, it is yours, else you get a place in "
                    + "line; I write to you in a moment.";
        }
        if (deadline.isClosed()) {
            return "Sign-up is closed by now. You are on the list all the same: where a seat is left for you, it is yours, and "
                    + "I write to you either way.";
        }
        return deadline.ahead()
                        .map(until -> "Sign-up is open until " + until + "; then the seats are given out. ")
                        .orElse("The seats are given out before the breaks. ")
                + "They are limited, and I write to you either way.";
    }

    private void changed(Profile before, Profile after, List<String> sentences) {
        var held = mentoring.bookings(after.person()).stream()
                .filter(booking -> booking instanceof Booking.WithMentor && booking.stand() != Booking.Stand.GONE)
                .toList();
        if (held.isEmpty()) {
            sentences.add(
                    "Your place in line stays, if you have one. What you changed counts when seats are next given out.");
            return;
        }
        sentences.add(
                before.stage() == after.stage()
                        ? "Your seat stays, and your mentor's card says what you changed. A new seat is found by it when seats "
                                + "are next given out."
                        : "Your seat stays. Your new stage counts only when seats are next given out.");
        var lost = held.stream()
                .map(Booking::coffeeBreak)
                .filter(coffeeBreak -> !after.breaks().contains(coffeeBreak))
                .collect(Collectors.toSet());
        if (!lost.isEmpty()) {
            sentences.add("You hold a seat in " + named(lost)
                    + ", which you say you can't make: type \"I can't come\" and it goes to the next in line.");
        }
    }

    /// Never in two roles in one break, so nothing needs to be asked that the mentor has not answered already.
    private String asBoth(Mentor mentor, Profile profile) {
        var free = new HashSet<>(profile.breaks());
        free.removeAll(mentor.breaks());
        return "You host a table in " + named(mentor.breaks()) + ", so "
                + (free.isEmpty()
                        ? "there is no break left in which you could be a guest."
                        : "I seat you as a guest in " + named(free) + " only, and never at your own table.");
    }

    private String named(Set<String> breaks) {
        var version = programme.get();
        return version.breaks().stream()
                .filter(session -> breaks.contains(session.id()))
                .map((Session session) -> new BreakWording(version).name(session))
                .collect(Collectors.joining(" and "));
    }
}
