package coffeebreak.bot.redis;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.frontdesk.Limits;
import coffeebreak.bot.notices.Way;
import coffeebreak.bot.signup.Acquaintances;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/// The names of all keys of one workspace and event. Their common hash tag keeps each atomic step in one slot of a
/// cluster, and is the wall between workspaces. The scripts of the outbox build its keys from the same prefix.
final class Keys {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final String workspace;
    private final String event;
    private final String prefix;

    Keys(String workspace, String event) {
        this.workspace = workspace;
        this.event = event;
        prefix = "cb:{" + name("workspace", workspace) + ":" + name("event", event) + "}:";
    }

    private static String name(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the id of the %s names keys in Redis, so it takes 1 to 64 letters, digits, '.', '_' or '-': '%s'"
                            .formatted(what, name));
        }
        return name;
    }

    String workspace() {
        return workspace;
    }

    String event() {
        return event;
    }

    String prefix() {
        return prefix;
    }

    String probe() {
        return prefix + "probe";
    }

    /// What a process writes that serves the event.
    String serving(String process) {
        return prefix + "serving:" + process;
    }

    String moving() {
        return prefix + "moving";
    }

    /// What stands behind the prefix, of all keys that are the event itself: not who serves or moves it.
    boolean isOfTheEvent(String name) {
        return !name.equals("probe") && !name.equals("moving") && !name.startsWith("serving:") && !isSetAside(name);
    }

    /// Whether an import that is under way, or was killed, has written it.
    boolean isSetAside(String name) {
        return name.startsWith("importing:");
    }

    String plan() {
        return prefix + "plan";
    }

    String day() {
        return prefix + "day";
    }

    String imports() {
        return prefix + "imports";
    }

    String imported(String id) {
        return prefix + "import:" + id;
    }

    String importOffer(String id) {
        return prefix + "import-offer:" + id;
    }

    String announcements() {
        return prefix + "announcements";
    }

    String questions() {
        return prefix + "questions";
    }

    String inVain(Person person) {
        return prefix + "in-vain:" + person.id();
    }

    String rounds() {
        return prefix + "rounds";
    }

    String round(int number) {
        return prefix + "round:" + number;
    }

    String publishing() {
        return prefix + "publishing";
    }

    String profiles() {
        return prefix + "profiles";
    }

    String vectors() {
        return prefix + "vectors";
    }

    String blocks() {
        return prefix + "blocks";
    }

    String forbids() {
        return prefix + "forbids";
    }

    String feedback() {
        return prefix + "feedback";
    }

    String inTouch() {
        return prefix + "in-touch";
    }

    String organizers() {
        return prefix + "organizers";
    }

    String answerTimes() {
        return prefix + "answer-times";
    }

    String report() {
        return prefix + "report";
    }

    String forgotten() {
        return prefix + "forgotten";
    }

    String muted() {
        return prefix + "muted";
    }

    String unreachable() {
        return prefix + "unreachable";
    }

    String hosts() {
        return prefix + "hosts";
    }

    String marked(Acquaintances.Mark mark) {
        return prefix + "marked:" + mark.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String draft(Person person) {
        return prefix + "draft:" + person.id();
    }

    String audit() {
        return prefix + "audit";
    }

    String noticeKey() {
        return prefix + "notice-key";
    }

    /// An id of an arrival can hold a person's or a conversation's id: only its digest is kept.
    String seen(String arrival) {
        return prefix + "seen:" + shortDigest(arrival);
    }

    String arrivals(Person person) {
        return prefix + "arrivals:" + person.id();
    }

    String deadLetters() {
        return prefix + "inbox:dead";
    }

    /// Whether the inbox' scripts keep here what came in and is not worked yet, and who works it.
    boolean isOfArrivalsUnderWay(String key) {
        return key.startsWith(prefix + "arrivals:") || key.startsWith(prefix + "inbox:") && !key.equals(deadLetters());
    }

    static String shortDigest(String id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(digest("SHA-256", id))
                .substring(0, 22);
    }

    String allowanceOfMinute(Person person) {
        return prefix + "allowance:minute:" + shortDigest(person.id());
    }

    String allowanceOfDay(Person person) {
        return prefix + "allowance:day:" + shortDigest(person.id());
    }

    String allowanceOfAll() {
        return prefix + "allowance:day";
    }

    String limit(Limits.Of what, Person person) {
        return prefix + "limit:" + what.name().toLowerCase(Locale.ROOT) + ":" + shortDigest(person.id());
    }

    String queue(Person person) {
        return prefix + "queue:" + person.id();
    }

    String notice(String id) {
        return prefix + "notice:" + id;
    }

    String outboxCounts() {
        return prefix + "outbox:counts";
    }

    String outboxUrgent(Way way) {
        return prefix + "outbox:urgent:" + name(way);
    }

    String outboxOrdinary(Way way) {
        return prefix + "outbox:ordinary:" + name(way);
    }

    /// A field of the pace, not a key.
    String outboxPaused(Way way) {
        return name(way) + ":paused";
    }

    static String name(Way way) {
        return way.name().toLowerCase(Locale.ROOT);
    }

    String outboxUnderWay() {
        return prefix + "outbox:under-way";
    }

    String outboxPace() {
        return prefix + "outbox:pace";
    }

    String outboxRefused() {
        return prefix + "outbox:refused";
    }

    static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has " + algorithm, impossible);
        }
    }
}
