package coffeebreak.bot.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// One message of the bot, with every text it had.
final class Letter {

    private final String to;
    private final String channel;
    private final String ts;
    private final String notice;
    private final Instant posted;
    private final List<Version> versions = new ArrayList<>();
    private final List<String> buttons;

    /// @param at   by the workspace's clock
    /// @param text everything it shows, buttons included
    record Version(Instant at, String summary, String text) {}

    /// @param to     the person whose conversation it stands in; empty for a channel or a group
    /// @param notice the id of what was owed; empty for a reply
    Letter(
            String to,
            String channel,
            String ts,
            String notice,
            Instant posted,
            String summary,
            String text,
            List<String> buttons) {
        this.to = to;
        this.channel = channel;
        this.ts = ts;
        this.notice = notice;
        this.posted = posted;
        this.buttons = List.copyOf(buttons);
        versions.add(new Version(posted, summary, text));
    }

    void changed(Instant at, String summary, String text) {
        versions.add(new Version(at, summary, text));
    }

    String to() {
        return to;
    }

    String channel() {
        return channel;
    }

    String ts() {
        return ts;
    }

    String notice() {
        return notice;
    }

    boolean isNotice() {
        return !notice.isEmpty();
    }

    Instant posted() {
        return posted;
    }

    /// As it was posted.
    Version first() {
        return versions.getFirst();
    }

    /// As it reads now.
    Version latest() {
        return versions.getLast();
    }

    /// As it read at a moment; the first where it was not there yet.
    Version at(Instant moment) {
        return versions.reversed().stream()
                .filter(version -> !version.at().isAfter(moment))
                .findFirst()
                .orElse(first());
    }

    List<Version> versions() {
        return List.copyOf(versions);
    }

    /// The labels of the buttons it was posted with.
    List<String> buttons() {
        return buttons;
    }

    /// The same message, posted some time later.
    Letter later(Duration time) {
        var later = posted.plus(time);
        return changed(version ->
                new Version(version.at().isBefore(later) ? later : version.at(), version.summary(), version.text()));
    }

    /// The same message with other words in it.
    Letter saying(String words, String others) {
        return changed(version ->
                new Version(version.at(), version.summary(), version.text().replace(words, others)));
    }

    private Letter changed(UnaryOperator<Version> change) {
        var changed = versions.stream().map(change).toList();
        var first = changed.getFirst();
        var letter = new Letter(to, channel, ts, notice, first.at(), first.summary(), first.text(), buttons);
        letter.versions.clear();
        letter.versions.addAll(changed);
        return letter;
    }
}
