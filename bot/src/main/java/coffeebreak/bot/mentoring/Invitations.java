package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Lineup.Place;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.notices.Timekeeper;
import coffeebreak.bot.programme.Programme;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Invites mentors who have not agreed beforehand, keeps their invitation true, and tells organizers who is silent
/// when the time is up and who names a deputy. What it owes follows from what is stored, under ids that are always
/// the same.
public final class Invitations implements Timekeeper.Duty {

    /// The version of a programme nobody has changed since it was read.
    private static final long AS_READ = 1;

    private final Supplier<Programme> programme;
    private final Lineup lineup;
    private final Outbox outbox;
    private final NoticeIds ids;
    private final HostSettings settings;
    private final Supplier<Set<Person>> organizers;
    private final InstantSource clock;
    /// What this process has owed already, so that a look that brings nothing new costs nothing.
    private final Set<String> owed = ConcurrentHashMap.newKeySet();

    public Invitations(
            Supplier<Programme> programme,
            Lineup lineup,
            Outbox outbox,
            NoticeIds ids,
            HostSettings settings,
            Supplier<Set<Person>> organizers,
            InstantSource clock) {
        this.programme = programme;
        this.lineup = lineup;
        this.outbox = outbox;
        this.ids = ids;
        this.settings = settings;
        this.organizers = organizers;
        this.clock = clock;
    }

    @Override
    public void look() {
        var day = programme.get();
        var now = clock.instant();
        var last = day.breaks().stream()
                .flatMap(each -> day.startOf(each).stream())
                .max(Instant::compareTo);
        if (last.filter(now::isBefore).isEmpty()) {
            return;
        }
        var places = lineup.places();
        var due = settings.deadline(day);
        var open = due.filter(now::isBefore).isPresent();
        var news = new ArrayList<Notice>();
        for (var place : places) {
            invite(place, day, open, now, news);
            deputy(place, day, now, news);
        }
        if (due.isPresent() && !open) {
            silent(places, day, now, news);
        }
        news.removeIf(notice -> owed.contains(notice.id()));
        if (!news.isEmpty()) {
            outbox.plan(news);
            news.forEach(notice -> owed.add(notice.id()));
        }
    }

    private void invite(Place place, Programme day, boolean open, Instant now, List<Notice> news) {
        var person = place.mentor().person();
        if (person == null) {
            return;
        }
        var mentor = place.mentor().id();
        var deadline = settings.deadlineAtVenue(day).filter(_ -> open);
        var message = new HostWording(day).invitation(place, deadline, day.venueZone());
        var id = ids.of("invitation", mentor);
        var expires = lastOf(place, day);
        if (!place.unanswered().isEmpty()) {
            news.add(new Notice(id, person, new Notice.Content.Post(message), now, Notice.Urgency.ORDINARY, expires));
        }
        var changes = place.host().version() > 0 || day.version() > AS_READ;
        if (place.invited() && changes) {
            news.add(new Notice(
                    ids.of(
                            "invitation-edit",
                            mentor,
                            Long.toString(place.host().version()),
                            Long.toString(day.version())),
                    person,
                    new Notice.Content.Edit(id, message),
                    now,
                    Notice.Urgency.URGENT,
                    null));
        }
    }

    private static @Nullable Instant lastOf(Place place, Programme day) {
        return day.breaks().stream()
                .filter(each -> place.mentor().breaks().contains(each.id()))
                .flatMap(each -> day.startOf(each).stream())
                .max(Instant::compareTo)
                .orElse(null);
    }

    /// Asks a mentor once more who has not answered; however often this is called, once.
    ///
    /// @return the mentor's name; empty for somebody who is not in the chat, or has answered
    public Optional<String> remind(String mentor) {
        return lineup.byId(mentor)
                .filter(place ->
                        place.mentor().person() != null && !place.unanswered().isEmpty())
                .map(place -> {
                    var day = programme.get();
                    var message = new HostWording(day).invitation(place, Optional.empty(), day.venueZone());
                    var person = Objects.requireNonNull(place.mentor().person());
                    outbox.plan(List.of(new Notice(
                            ids.of("invitation-reminder", mentor),
                            person,
                            new Notice.Content.Post(message),
                            clock.instant(),
                            Notice.Urgency.ORDINARY,
                            lastOf(place, day))));
                    return place.mentor().name();
                });
    }

    private void silent(List<Place> places, Programme day, Instant now, List<Notice> news) {
        var silent =
                places.stream().filter(place -> !place.unanswered().isEmpty()).toList();
        if (!silent.isEmpty()) {
            var message = new HostWording(day).unanswered(silent);
            organizers
                    .get()
                    .forEach(
                            organizer -> news.add(post(ids.of("unanswered", organizer.id()), organizer, message, now)));
        }
    }

    private void deputy(Place place, Programme day, Instant now, List<Notice> news) {
        var deputy = place.host().deputy();
        if (deputy == null) {
            return;
        }
        var wording = new HostWording(day);
        var mentor = place.mentor().id();
        for (var organizer : organizers.get()) {
            var asked = ids.of("deputy", mentor, deputy.name(), organizer.id());
            if (!deputy.agreed()) {
                news.add(post(asked, organizer, wording.deputyAsked(place, deputy), now));
            } else {
                news.add(new Notice(
                        ids.of("deputy-agreed", mentor, deputy.name(), organizer.id()),
                        organizer,
                        new Notice.Content.Edit(asked, wording.deputyAgreed(place, deputy)),
                        now,
                        Notice.Urgency.URGENT,
                        null));
            }
        }
        var person = place.mentor().person();
        if (deputy.agreed()) {
            if (person != null) {
                var told = Message.of("The organizers agree: " + deputy.name() + " takes your table. Thank you.");
                news.add(post(ids.of("deputy-told", mentor, deputy.name()), person, told, now));
            }
            var other = deputy.person();
            if (other != null) {
                news.add(post(ids.of("deputy-hired", mentor, other.id()), other, wording.youAreDeputy(place), now));
            }
        }
    }

    private static Notice post(String id, Person to, Message message, Instant now) {
        return new Notice(id, to, new Notice.Content.Post(message), now, Notice.Urgency.URGENT, null);
    }
}
