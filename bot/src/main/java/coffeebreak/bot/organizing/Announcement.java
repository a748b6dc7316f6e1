package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Person;
import java.time.Instant;
import java.util.List;

/// Words of the organizers to many people.
///
/// @param number   by which organizers name it, from 1
/// @param version  grows by one with every change
/// @param words    as an organizer wrote them, or corrected them
/// @param to       whom it is for, in words: "seated", "those in Coffee Break 2"
/// @param urgent   whether it wakes people
/// @param by       who wrote it
/// @param pending  words that are to replace it once somebody says so; empty for none
/// @param people   everybody it was sent to; empty as long as it is only a draft
/// @param at       when it was written, from then on when it was sent
/// @param shown    how many had left when the one who sent it was last told; -1 when that is over
public record Announcement(
        int number,
        long version,
        String words,
        String to,
        boolean urgent,
        Person by,
        String pending,
        List<Person> people,
        Instant at,
        int shown) {

    public Announcement {
        people = List.copyOf(people);
    }

    boolean isSent() {
        return !people.isEmpty() || shown != 0;
    }

    Announcement sentTo(List<Person> everybody, Instant now) {
        return new Announcement(number, version + 1, words, to, urgent, by, pending, everybody, now, 0);
    }

    Announcement proposing(String other) {
        return new Announcement(number, version + 1, words, to, urgent, by, other, people, at, shown);
    }

    Announcement corrected() {
        return new Announcement(number, version + 1, pending, to, urgent, by, "", people, at, shown);
    }

    Announcement showing(int left) {
        return new Announcement(number, version + 1, words, to, urgent, by, pending, people, at, left);
    }

    Announcement without(Person who) {
        return new Announcement(
                number,
                version + 1,
                words,
                to,
                urgent,
                by,
                pending,
                people.stream().filter(each -> !each.equals(who)).toList(),
                at,
                shown);
    }
}
