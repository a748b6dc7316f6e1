package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.mentoring.Booking;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.SignUp;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Hears what people say about themselves in other languages, and answers in the same. The language is that of the
/// sentence; it is kept nowhere.
final class Interpreter {

    private final Supplier<Programme> programme;
    private final Mentoring mentoring;
    private final SignUp signUp;
    private final Homes homes;

    Interpreter(Supplier<Programme> programme, Mentoring mentoring, SignUp signUp, Homes homes) {
        this.programme = programme;
        this.mentoring = mentoring;
        this.signUp = signUp;
        this.homes = homes;
    }

    /// Empty for words that are in none of the languages, or about something else.
    Optional<Reply> answer(Person who, String words) {
        return OtherLanguage.all().stream()
                .flatMap(language -> language.read(words).flatMap(intent -> answer(who, intent, language)).stream())
                .findFirst();
    }

    private Optional<Reply> answer(Person who, ChatIntent intent, OtherLanguage in) {
        if (intent instanceof ChatIntent.Greet) {
            return Optional.of(Reply.say(hello(in)));
        }
        if (intent instanceof ChatIntent.Help) {
            return Optional.of(Reply.say(help(in)));
        }
        if (intent instanceof ChatIntent.Thank) {
            return Optional.of(Reply.say(in.welcome()));
        }
        if (intent instanceof ChatIntent.ShowSeat) {
            return Optional.of(showSeat(who, in));
        }
        if (intent instanceof ChatIntent.ConfirmSeat) {
            return Optional.of(renewingHome(who, answered(mentoring.confirm(who, ""), in, true)));
        }
        if (intent instanceof ChatIntent.DeclineSeat) {
            return Optional.of(renewingHome(who, answered(mentoring.decline(who, ""), in, false)));
        }
        return Optional.empty();
    }

    private Reply renewingHome(Person who, String words) {
        return new Reply.Several(List.of(Reply.say(words), homes.renewed(who)));
    }

    private static Message hello(OtherLanguage in) {
        return Message.saying(in.hello())
                .paragraph(in.hello())
                .points(in.examples().stream().map(Text::of).toList())
                .actions(Button.main(in.findMentor(), new ChatIntent.StartSignUp()))
                .small(in.signUpIsInEnglish())
                .build();
    }

    private static Message help(OtherLanguage in) {
        return Message.saying(in.whatIUnderstand() + " " + String.join(" ", in.examples()))
                .paragraph(in.whatIUnderstand())
                .points(in.examples().stream().map(Text::of).toList())
                .small(in.allElseInEnglish())
                .build();
    }

    private Reply showSeat(Person who, OtherLanguage in) {
        var zone = signUp.profile(who).map(Profile::zone).orElse(null);
        var told = new ArrayList<Reply>();
        for (var booking : mentoring.bookings(who)) {
            if (booking.stand() != Booking.Stand.GONE) {
                programme
                        .get()
                        .session(booking.coffeeBreak())
                        .ifPresent(session -> told.add(Reply.say(booked(booking, session, zone, in))));
            }
        }
        if (told.isEmpty()) {
            told.add(Reply.say(withoutSeat(who, zone, in)));
        }
        return new Reply.Several(told);
    }

    private Message booked(Booking booking, Session session, @Nullable ZoneId zone, OtherLanguage in) {
        var heading = switch (booking) {
            case Booking.WithMentor(var _, var _, var mentor, var stand) ->
                stand == Booking.Stand.OFFERED ? in.offered(mentor) : in.sitWith(mentor);
            case Booking.WithPeers _ -> in.sitWithPeers();
            case Booking.Hosting(var _, var _, var guests, var _) -> in.hosting(guests);
        };
        var when = when(session, zone, in);
        var message = Message.saying(heading + ". " + when)
                .heading(heading)
                .paragraph(Text.of("").bold(when))
                .paragraph(in.place(session.room()));
        return booking instanceof Booking.Hosting
                ? message.build()
                : message.small(in.sayWhether()).build();
    }

    private Message withoutSeat(Person who, @Nullable ZoneId zone, OtherLanguage in) {
        var plan = mentoring.plan();
        var signedUp = signUp.profile(who).filter(Profile::seeking).isPresent();
        if (!plan.published()) {
            return Message.of(in.notGivenOut(signedUp));
        }
        var places = plan.placesOf(who);
        var lines = new ArrayList<String>();
        for (var coffeeBreak : programme.get().breaks()) {
            var place = places.get(coffeeBreak.id());
            if (place != null) {
                lines.add(in.inLine(place, when(coffeeBreak, zone, in)));
            }
        }
        return lines.isEmpty()
                ? Message.of(in.noSeat(signedUp))
                : Message.saying(String.join(" ", lines))
                        .points(lines.stream().map(Text::of).toList())
                        .build();
    }

    private String when(Session session, @Nullable ZoneId zone, OtherLanguage in) {
        var version = programme.get();
        var own = zone == null
                ? null
                : version.startOf(session)
                        .map(start -> start.atZone(zone).toLocalTime())
                        .filter(time -> !time.equals(session.start()))
                        .orElse(null);
        return in.when(new BreakWording(version).name(session), session.start(), session.end(), own);
    }

    private static String answered(Mentoring.Answer answer, OtherLanguage in, boolean comes) {
        return switch (answer) {
            case Mentoring.Answer.Done(var _, var mentor) -> comes ? in.expected(mentor) : in.freed(mentor);
            case Mentoring.Answer.Already(var seat, var mentor) ->
                seat.state().taken() ? in.expected(mentor) : in.noLongerYours();
            case Mentoring.Answer.AtPeers(var expected) -> expected ? in.peersExpectYou() : in.peersAreTold();
            case Mentoring.Answer.NoSeat _ -> comes ? in.nothingToConfirm() : in.nothingToGiveUp();
        };
    }
}
