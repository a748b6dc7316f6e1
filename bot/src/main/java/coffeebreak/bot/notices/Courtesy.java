package coffeebreak.bot.notices;

import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Notice.Urgency;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.Contacts.Noted;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What becomes of notices before they are owed, out of regard for whoever gets them: nobody is woken who need not be,
/// whoever asked to be left alone is, and whoever is gone is not written to. An edit makes no sound, so it always goes.
public final class Courtesy implements UnaryOperator<List<Notice>> {

    private final QuietHours quiet;
    private final Contacts contacts;
    private final Function<Person, ZoneId> zones;
    private final BiPredicate<Instant, Instant> workshop;
    private final InstantSource clock;

    /// @param zones    where a person's own clock stands
    /// @param workshop whether the workshop goes on at some time between two instants: what would come only when it
    ///                 has begun comes at once
    public Courtesy(
            QuietHours quiet,
            Contacts contacts,
            Function<Person, ZoneId> zones,
            BiPredicate<Instant, Instant> workshop,
            InstantSource clock) {
        this.quiet = quiet;
        this.contacts = contacts;
        this.zones = zones;
        this.workshop = workshop;
        this.clock = clock;
    }

    @Override
    public List<Notice> apply(List<Notice> notices) {
        if (notices.isEmpty()) {
            return notices;
        }
        var noted = contacts.noted();
        return notices.stream().flatMap(notice -> considered(notice, noted)).toList();
    }

    /// What goes to several is an addition for each of them: it goes to all or to nobody.
    private Stream<Notice> considered(Notice notice, Noted noted) {
        var unwanted = notice.everybody().stream()
                .anyMatch(who -> noted.isGone(who) || noted.isMuted(who) && notice.urgency() == Urgency.OPTIONAL);
        if (unwanted) {
            return Stream.empty();
        }
        var loud = notice.content() instanceof Notice.Content.Post;
        return Stream.of(loud && notice.urgency() != Urgency.URGENT ? afterTheNight(notice) : notice);
    }

    private Notice afterTheNight(Notice notice) {
        if (quiet.from().equals(quiet.until())) {
            return notice;
        }
        var now = clock.instant();
        var due = notice.due().isBefore(now) ? now : notice.due();
        var expires = notice.expires();
        return notice.everybody().stream()
                .flatMap(who -> quiet.endAt(due, zones.apply(who)).stream())
                .max(Comparator.naturalOrder())
                .filter(morning -> expires == null || morning.isBefore(expires))
                .filter(morning -> !workshop.test(due, morning))
                .map(morning -> new Notice(
                        notice.id(), notice.to(), notice.with(), notice.content(), morning, notice.urgency(), expires))
                .orElse(notice);
    }
}
