package coffeebreak.bot.finding;

import coffeebreak.bot.programme.Kind;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Session;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Something on stage: a session, or one talk of a session with several.
///
/// @param title what it is called in the programme: "Invited talk 3"
/// @param about what it is about; null while nobody said so
record Talk(
        String id,
        Session session,
        String title,
        LocalTime start,
        List<ProgrammePerson> people,
        @Nullable String about) {

    /// All of a programme, in order.
    static List<Talk> of(Programme programme) {
        return programme.sessions().stream()
                .filter(session -> session.kind().nature() == Kind.Nature.TALK
                        || session.kind().nature() == Kind.Nature.PANEL)
                .flatMap(session -> session.parts().isEmpty()
                        ? Stream.of(new Talk(
                                session.id(),
                                session,
                                session.title(),
                                session.start(),
                                programme.peopleOf(session),
                                session.talkTitle()))
                        : session.parts().stream().map(part -> of(programme, session, part)))
                .toList();
    }

    private static Talk of(Programme programme, Session session, Session.Part part) {
        return new Talk(
                part.id(),
                session,
                part.title(),
                part.start(),
                part.people().stream()
                        .flatMap(id -> programme.person(id).stream())
                        .toList(),
                part.talkTitle());
    }

    /// One speaker or several, as opposed to a discussion.
    boolean isLecture() {
        return session.kind().nature() == Kind.Nature.TALK;
    }

    /// "Invited talk 3, Jeremy Cohen"
    String introduced() {
        return people.isEmpty() ? title : title + ", " + names();
    }

    String names() {
        return people.stream().map(ProgrammePerson::name).collect(Collectors.joining(", "));
    }
}
