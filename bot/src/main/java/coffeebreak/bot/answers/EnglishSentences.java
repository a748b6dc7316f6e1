package coffeebreak.bot.answers;

import coffeebreak.bot.chat.Language;
import coffeebreak.bot.programme.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The simple answers in English.
final class EnglishSentences implements Sentences {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

    @Override
    public Language language() {
        return Language.ENGLISH;
    }

    @Override
    public String onlyInEnglish() {
        return "";
    }

    @Override
    public String clock(LocalTime time) {
        return TIME.format(time);
    }

    @Override
    public String elsewhere(String time, String there, DayThere day, @Nullable String zone) {
        var shifted = switch (day) {
            case DAY_BEFORE -> " the day before,";
            case SAME_DAY -> "";
            case NEXT_DAY -> " the next day,";
        };
        return "%s (%s%s %s)".formatted(time, there, shifted, zone == null ? "your time" : "in " + zone);
    }

    @Override
    public String venueTimeOnly(String time) {
        return time + " at the venue, whose zone or date I don't have";
    }

    @Override
    public String onDay(String time, String day) {
        return time + " on " + day;
    }

    @Override
    public String today(String time) {
        return time + " today";
    }

    @Override
    public String day(LocalDate date) {
        return DAY.format(date);
    }

    @Override
    public String day(int number) {
        return "day " + number;
    }

    @Override
    public String date(LocalDate date) {
        return DATE.format(date);
    }

    @Override
    public String onDate(LocalDate date) {
        return "on " + date(date);
    }

    @Override
    public String fromTo(LocalDate first, LocalDate last) {
        return "from %s to %s".formatted(day(first), date(last));
    }

    @Override
    public String span(Duration duration) {
        return Sentences.span(duration, " ", "day", "days", "hour", "hours", "minute", "minutes");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    @Override
    public String until(String end, boolean inferred) {
        return ", until " + end + (inferred ? " (end inferred)" : "");
    }

    @Override
    public String noEnd() {
        return "; no end time is given";
    }

    @Override
    public String away(String span) {
        return "; that is in " + span;
    }

    @Override
    public String begun() {
        return "; it has started";
    }

    @Override
    public String underWay() {
        return "; it is on now";
    }

    @Override
    public String past() {
        return "; that is over";
    }

    @Override
    public String in(String span) {
        return ", in " + span;
    }

    @Override
    public String with(String title, @Nullable String talkTitle, List<String> people) {
        var talk = talkTitle == null ? title : title + " \"" + talkTitle + "\"";
        return people.isEmpty() ? talk : talk + " with " + listed(people);
    }

    @Override
    public String listed(List<String> words) {
        return String.join(", ", words);
    }

    @Override
    public String listedItems(List<String> items) {
        return String.join("; ", items);
    }

    @Override
    public String titleAt(String title, String time) {
        return title + " at " + time;
    }

    @Override
    public String line(String time, String item, @Nullable String room, Standing standing) {
        var state = switch (standing) {
            case TO_COME -> "";
            case ON -> " (on now)";
            case OVER -> " (over)";
        };
        return time + " " + item + (room == null ? "" : " in " + room) + state;
    }

    @Override
    public String dayHeading(String day) {
        return Sentences.capital(day) + ":";
    }

    @Override
    public String next(String items, String time) {
        return " Next: %s at %s.".formatted(items, time);
    }

    @Override
    public String lastItem() {
        return " It is the last item of the programme.";
    }

    @Override
    public String unknown() {
        return "I don't know that: it is not in what I was told about the workshop.";
    }

    @Override
    public String ask() {
        return " You can ask the organizers.";
    }

    @Override
    public String ofWhat() {
        return "Of what, or whom? Name a session or a person.";
    }

    @Override
    public String ownPartUnknown() {
        return "I don't know which part of the programme is yours: I don't find the name you have here among those on"
                + " stage. Ask me with the speaker's name instead.";
    }

    @Override
    public String ifUnderstood() {
        return "If I understand you right: ";
    }

    @Override
    public String noDate(String event) {
        return "I don't know the date of %s, so I can't tell what that is at this moment.".formatted(event);
    }

    @Override
    public String noZone() {
        return "I don't know the venue's time zone, so I can't tell what that is at this moment.";
    }

    @Override
    public String spanUnknown(boolean dateKnown, String lines) {
        return "I don't know how long that is, because %s. By the programme:\n%s"
                .formatted(dateKnown ? "I can't tell what time it is at the venue" : "the date is not set", lines);
    }

    @Override
    public String isAt(String item, String time, boolean inferred, String end, String standing) {
        return "%s is at %s%s%s%s."
                .formatted(item, time, inferred ? " (inferred from the length of the talks)" : "", end, standing);
    }

    @Override
    public String starts(@Nullable String event, String time, String item, String standing) {
        return "%s starts at %s with %s%s.".formatted(event == null ? "It" : event, time, item, standing);
    }

    @Override
    public String endsWith(String time, String title) {
        return "It ends at %s, with %s.".formatted(time, title);
    }

    @Override
    public String endUnknown(@Nullable String title, String last, String time) {
        return title == null
                ? "I don't know when it ends: the last item, %s, starts at %s and no end time is given."
                        .formatted(last, time)
                : "I don't know when %s ends: it starts at %s and no end time is given.".formatted(title, time);
    }

    @Override
    public String ends(String item, String time, boolean inferred, String in) {
        return "%s ends at %s%s%s.".formatted(item, time, inferred ? " (inferred from what follows)" : "", in);
    }

    @Override
    public String untilThen(String span, String item, String time) {
        return "%s until %s (%s).".formatted(Sentences.capital(span), item, time);
    }

    @Override
    public String startedAlready(String item, String time) {
        return "%s has started already, at %s.".formatted(item, time);
    }

    @Override
    public String wasAt(String item, String time, String end) {
        return "%s is over; it was at %s%s.".formatted(item, time, end);
    }

    @Override
    public String takeEach(@Nullable String whole, String each, String titles, boolean inferred) {
        return "%s each (%s)%s."
                .formatted(
                        whole == null ? Sentences.capital(each) : Sentences.capital(whole) + " in all, " + each,
                        titles,
                        inferred ? ", inferred from what follows" : "");
    }

    @Override
    public String takes(String item, String span, String time, String end, boolean inferred) {
        return "%s takes %s: %s to %s%s.".formatted(item, span, time, end, inferred ? " (end inferred)" : "");
    }

    @Override
    public String lengthUnknown(String title, String time) {
        return "I don't know how long %s is: it starts at %s and no end time is given.".formatted(title, time);
    }

    @Override
    public String now(String item, String time, String end, String next) {
        return "Now: %s, since %s%s.%s".formatted(item, time, end, next);
    }

    @Override
    public String atIs(String time, String item, String end, String standing) {
        return "%s: %s%s%s.".formatted(time, item, end, standing);
    }

    @Override
    public String isIn(String item, String time, String room) {
        return "%s (%s) is in %s.".formatted(item, time, room);
    }

    @Override
    public String noRoom(@Nullable String titles, @Nullable String place) {
        return "I don't know where: no room is given for %s.%s"
                .formatted(titles == null ? "that" : titles, place == null ? "" : " The workshop is in " + place + ".");
    }

    @Override
    public String titleWithTime(String title, String time) {
        return "%s (%s)".formatted(title, time);
    }

    @Override
    public String onStage(String names, String title, String time, boolean now) {
        return "%s: %s, %s%s.".formatted(names, title, time, now ? " (on now)" : "");
    }

    @Override
    public String thenComes(String items, String time, String titles) {
        return "Right after comes %s at %s. The programme names nobody yet for %s, which is next with somebody on stage."
                .formatted(items, time, titles);
    }

    @Override
    public String nobodyNamed(String titles) {
        return "I don't know who: the programme names nobody for %s.".formatted(titles);
    }

    @Override
    public String nobodyOnStage(String items) {
        return "Nobody is on stage then: " + items + ".";
    }

    @Override
    public String talkTitle(String item, String title, String time) {
        return "%s: \"%s\" at %s.".formatted(item, title, time);
    }

    @Override
    public String titleUnknown(String titles, @Nullable String time) {
        return "I don't know the title or topic of %s: none is given.%s"
                .formatted(titles, time == null ? "" : " It is at " + time + ".");
    }

    @Override
    public String count(int number, String titles) {
        return "%d: %s.".formatted(number, titles);
    }

    @Override
    public String none() {
        return "None.";
    }

    @Override
    public String yes(String sentence) {
        return "Yes: " + sentence;
    }

    @Override
    public String yesLines(String lines) {
        return "Yes:\n" + lines;
    }

    @Override
    public String no(String sentence) {
        return "No: " + sentence;
    }

    @Override
    public String startsOtherwise(String time, String asked, String item, String end) {
        return "It starts at %s, not at %s: %s%s, so it is on then.".formatted(time, asked, item, end);
    }

    @Override
    public String nothingLikeThat() {
        return "No, the programme lists nothing like that.";
    }

    @Override
    public String notSoBut(String lines) {
        return "No, not by the programme. It has:\n" + lines;
    }

    @Override
    public String nothingNow() {
        return "No, nothing is on now.";
    }

    @Override
    public String notYet(String item, String time, String in) {
        return "Not yet: %s starts at %s%s.".formatted(item, time, in);
    }

    @Override
    public String onSince(String item, String time, String end) {
        return "%s is on now, since %s%s.".formatted(item, time, end);
    }

    @Override
    public String startsLater(String time, String item, String in) {
        return "Not yet: it starts at %s with %s%s.".formatted(time, item, in);
    }

    @Override
    public String startedAt(String time, String items, String end, String next) {
        return "It started at %s. Now: %s%s.%s".formatted(time, items, end, next);
    }

    @Override
    public String over(boolean yesterday) {
        return "It is over%s.".formatted(yesterday ? " (it was yesterday)" : "");
    }

    @Override
    public String startUnknown(boolean dateKnown, String time, String item) {
        return "I don't know, because %s. By the programme it starts at %s with %s."
                .formatted(dateKnown ? "I can't tell the time at the venue" : "the date is not set", time, item);
    }

    @Override
    public String noChange(String lines) {
        return "No, I know of no change. By the programme:\n" + lines;
    }

    @Override
    public String nothingThatDay() {
        return "Nothing of the programme is on that day.";
    }

    @Override
    public String isOn(String event, String dates) {
        return "%s is %s.".formatted(event, dates);
    }

    @Override
    public String nothingYet(String event, @Nullable String date, String time, String item) {
        return "Nothing is on yet: %s starts%s at %s with %s."
                .formatted(event, date == null ? "" : " " + date, time, item);
    }

    @Override
    public String overSo(String event, boolean yesterday) {
        return "%s is over%s; nothing follows.".formatted(event, yesterday ? " (it was yesterday)" : "");
    }

    @Override
    public String nothingOn(boolean spoken, boolean named, boolean now, List<String> on) {
        var nothing = (spoken ? "Nobody speaks " : named ? "Nothing of that is on " : "Nothing is on ")
                + (now ? "now" : "then");
        return nothing + (on.isEmpty() ? "." : ": it is " + listedItems(on) + ".");
    }

    @Override
    public String noMoreOfThat(String lines) {
        return "No more of that: nothing of it follows today's programme.\n" + lines;
    }

    @Override
    public String nothingFollows(String last) {
        return "Nothing follows: %s is the last item of the programme.".formatted(last);
    }

    @Override
    public String nothingFollowsToday() {
        return "Nothing more follows today.";
    }

    @Override
    public String nothingBefore() {
        return "Nothing was on before this.";
    }

    @Override
    public String nothingBeforeThat() {
        return "Nothing comes before that: it is where the programme starts.";
    }

    @Override
    public String nothingOfThatThen(String lines) {
        return "Nothing of that is on then." + (lines.isEmpty() ? "" : "\n" + lines);
    }

    @Override
    public String noSuchSession(String lines) {
        return "There is no such session in the programme." + (lines.isEmpty() ? "" : " There is:\n" + lines);
    }

    @Override
    public String notOnStage(String name, String roles) {
        return "%s is not on stage in any session of the programme; listed as %s.".formatted(name, roles);
    }

    @Override
    public String elsewhereOnStage(String name, List<String> sessions, boolean mayHoldTable) {
        return "%s is listed %s, not there.%s"
                .formatted(
                        name,
                        sessions.stream().map(session -> "for " + session).collect(Collectors.joining(" and ")),
                        mayHoldTable ? " As one of the mentors they may hold a table in a coffee break." : "");
    }

    @Override
    public String roles(Set<Role> roles) {
        return roles.isEmpty()
                ? "in the programme"
                : listed(roles.stream().map(Role::words).toList());
    }

    @Override
    public String introduced(String person, String roles, List<String> sessions) {
        return "%s: %s.%s".formatted(person, roles, sessions.isEmpty() ? "" : " " + listed(sessions) + ".");
    }

    @Override
    public String names(List<String> names, int more) {
        return listed(names) + (more == 0 ? "." : " and " + more + " more.");
    }

    @Override
    public String affiliation(String name, @Nullable String affiliation) {
        return name + ": " + (affiliation == null ? "no affiliation is given" : affiliation) + ".";
    }

    @Override
    public String addressUnknown(String names) {
        return "I don't know an address of %s that I may give out.".formatted(names);
    }

    @Override
    public String writeTo(String addresses) {
        return "You can write to " + addresses + ".";
    }

    @Override
    public String nobody() {
        return "Nobody in the programme.";
    }

    @Override
    public String people(int number, @Nullable String names) {
        return number == 0
                ? "None that the programme names."
                : names == null ? "%d that the programme names.".formatted(number) : "%d: %s".formatted(number, names);
    }

    @Override
    public String stranger(String name) {
        return "%s is not in the programme I have.".formatted(name);
    }

    @Override
    public String noSuchKind(String kind) {
        return "No %s: the programme lists none.".formatted(kind);
    }

    @Override
    public String probably(List<String> names) {
        return "You probably mean %s, although the programme does not say so.".formatted(String.join(" or ", names));
    }

    @Override
    public String dateUnknown(String event) {
        return "I don't know the date of %s: it is not set.".formatted(event);
    }

    @Override
    public String days(int days, @Nullable String dates) {
        return days == 1 ? "One day." : "%d days%s.".formatted(days, dates == null ? "" : ", " + dates);
    }

    @Override
    public String daysUntil(long days, String event, String dates) {
        return "%s: %s is %s.".formatted(days > 0 ? count(days, "day") : "None", event, dates);
    }

    @Override
    public String daysUnknown(boolean dateKnown) {
        return "I don't know, because %s."
                .formatted(dateKnown ? "I can't tell the time at the venue" : "the date is not set");
    }

    @Override
    public String zone(@Nullable String name, @Nullable String id) {
        return name == null
                ? "I don't know the time zone: none is given. The times are those of the venue's clock."
                : "The times are those of the venue, %s (%s).".formatted(name, id);
    }

    @Override
    public String place(String event, @Nullable String place) {
        return place == null
                ? "I don't know where %s takes place: no city, venue or room is given.".formatted(event)
                : "%s takes place in %s.".formatted(event, place);
    }

    @Override
    public String hello() {
        return "Hello! Ask me about the day: what is on, when, and who. I can also find you a mentor.";
    }

    @Override
    public String welcome() {
        return "You are welcome!";
    }

    @Override
    public String whatICanDo() {
        return "I am the workshop's bot. I know the programme: ask me when something is, who speaks, what is on now or"
                + " next. I can also find you a mentor for a coffee break.";
    }

    @Override
    public String hint() {
        return "Ask me for example: what's next? when is the panel? who are the mentors? For talks, papers and people on"
                + " a topic: find loss landscapes. For anything else, ask the organizers.";
    }
}
