package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.notices.Timekeeper;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Says what is said, and again what unfolds as long as there is news of it: looked at about once a second. A message
/// is replaced only when another is to stand there, since Slack takes no more than five answers to one press.
public final class Unfoldings implements Speaker, Timekeeper.Duty {

    private final Speaker speaker;
    private final List<Followed> followed = new CopyOnWriteArrayList<>();

    public Unfoldings(Speaker speaker) {
        this.speaker = speaker;
    }

    private static final class Followed {
        final Place place;
        final Person person;
        final Reply.Unfolding reply;
        Message stands;

        Followed(Place place, Person person, Reply.Unfolding reply) {
            this.place = place;
            this.person = person;
            this.reply = reply;
            this.stands = reply.message();
        }
    }

    @Override
    public void say(Place place, Person to, Reply reply) {
        speaker.say(place, to, reply);
        follow(place, to, reply);
    }

    private void follow(Place place, Person to, Reply reply) {
        if (reply instanceof Reply.Unfolding unfolding) {
            followed.add(new Followed(place, to, unfolding));
        } else if (reply instanceof Reply.Several(var several)) {
            several.forEach(each -> follow(place, to, each));
        }
    }

    @Override
    public void correct(Place place, Person to, Reply reply) {
        speaker.correct(place, to, reply);
    }

    @Override
    public void look() {
        for (var each : followed) {
            var news = each.reply.news().get();
            if (news.isEmpty()) {
                followed.remove(each);
            } else if (!news.get().equals(each.stands)) {
                each.stands = news.get();
                speaker.say(each.place, each.person, new Reply.Replace(news.get()));
            }
        }
    }
}
