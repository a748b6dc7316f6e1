package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Mentor;
import coffeebreak.bot.mentoring.Mentors;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.notices.Timekeeper;
import coffeebreak.bot.programme.CalledOff;
import coffeebreak.bot.programme.LiveProgramme;
import coffeebreak.bot.programme.PersonName;
import coffeebreak.bot.programme.PersonName.Likeness;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Profiles;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Tells those on stage in a part of the programme that is cancelled, that takes place after all, or that stands in
/// the place of another: once each, and only who is known in the chat. The messages name no time, so that a delay
/// makes none of them untrue.
public final class StageNews implements Timekeeper.Duty {

    private final LiveProgramme programme;
    private final Supplier<Mentors> mentors;
    private final Profiles profiles;
    private final Outbox outbox;
    private final NoticeIds ids;
    private final Consumer<Collection<Person>> told;
    private final InstantSource clock;
    /// What this process has told of.
    private final Set<CalledOff> done = new HashSet<>();

    /// @param told called with whoever is told
    public StageNews(
            LiveProgramme programme,
            Supplier<Mentors> mentors,
            Profiles profiles,
            Outbox outbox,
            NoticeIds ids,
            Consumer<Collection<Person>> told,
            InstantSource clock) {
        this.programme = programme;
        this.mentors = mentors;
        this.profiles = profiles;
        this.outbox = outbox;
        this.ids = ids;
        this.told = told;
        this.clock = clock;
    }

    @Override
    public void look() {
        var version = programme.get();
        var now = clock.instant();
        for (var off : programme.changes().calledOff()) {
            if (!done.contains(off)) {
                var notices = notices(off, version, now);
                outbox.plan(notices);
                told.accept(notices.stream().map(Notice::to).toList());
                done.add(off);
            }
        }
    }

    /// Whom a change of this would tell.
    Set<Person> concerned(Session session, Programme version) {
        var people = new LinkedHashSet<Person>();
        version.peopleOf(session).forEach(each -> inTheChat(each).ifPresent(people::add));
        return people;
    }

    private List<Notice> notices(CalledOff off, Programme version, Instant now) {
        var expires = version.endOf(off.session()).orElse(null);
        if (expires != null && !now.isBefore(expires)) {
            return List.of();
        }
        var notices = new ArrayList<Notice>();
        var before = concerned(off.session(), version);
        var instead = off.instead();
        var after = instead == null || instead.person() == null
                ? Set.<Person>of()
                : inTheChat(instead.person()).map(Set::of).orElse(Set.of());
        for (var person : before) {
            notices.add(notice("cancelled", off, person, cancelled(off), now, expires));
            if (!off.stands()) {
                notices.add(notice("back", off, person, back(off), now, expires));
            }
        }
        for (var person : after) {
            if (!before.contains(person) && instead != null) {
                notices.add(notice("instead", off, person, instead(off, instead), now, expires));
                if (!off.stands()) {
                    notices.add(notice("not-instead", off, person, notInstead(off, instead), now, expires));
                }
            }
        }
        return notices;
    }

    private Notice notice(
            String kind, CalledOff off, Person person, Message message, Instant now, @Nullable Instant expires) {
        return new Notice(
                ids.of("stage-" + kind, off.session().id(), off.said().toString(), person.id()),
                person,
                new Notice.Content.Post(message),
                now,
                Notice.Urgency.URGENT,
                expires);
    }

    private static Message cancelled(CalledOff off) {
        var title = off.session().title();
        var instead = off.instead();
        return message(
                title + " is cancelled",
                "The organizers cancelled it, and you are on stage in it. "
                        + (instead == null ? "Nothing takes its place." : "In its place: " + instead.title() + "."));
    }

    private static Message back(CalledOff off) {
        return message(
                off.session().title() + " takes place after all", "You are on stage in it, as the programme says.");
    }

    private static Message instead(CalledOff off, CalledOff.Instead instead) {
        return message(
                "You are on stage: " + instead.title(),
                "The organizers put it in the place of " + off.session().title() + ", which is cancelled.");
    }

    private static Message notInstead(CalledOff off, CalledOff.Instead instead) {
        return message(
                instead.title() + " is off",
                off.session().title() + " takes place after all, so you are not on stage in its place.");
    }

    private static Message message(String heading, String words) {
        return Message.saying(heading + ". " + words)
                .heading(heading)
                .paragraph(words)
                .actions(Button.of("My day", new ChatIntent.ShowDay()))
                .build();
    }

    /// Who somebody of the programme is in the chat: by the roster of mentors, else by their full name; nobody where
    /// several could be.
    private Optional<Person> inTheChat(ProgrammePerson listed) {
        return mentors.get()
                .byId(listed.id())
                .flatMap((Mentor mentor) -> Optional.ofNullable(mentor.person()))
                .or(() -> {
                    var sought = PersonName.of(listed.name());
                    var same = profiles.all().stream()
                            .filter(profile -> PersonName.of(profile.name()).to(sought) == Likeness.SAME)
                            .map(Profile::person)
                            .toList();
                    return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
                });
    }
}
