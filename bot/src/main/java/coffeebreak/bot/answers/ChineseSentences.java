package coffeebreak.bot.answers;

import coffeebreak.bot.chat.Language;
import coffeebreak.bot.programme.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The simple answers in Chinese. Whoever asks is addressed as "您".
final class ChineseSentences implements Sentences {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日EEEE", Language.CHINESE.locale());
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy年M月d日EEEE", Language.CHINESE.locale());

    @Override
    public Language language() {
        return Language.CHINESE;
    }

    @Override
    public String onlyInEnglish() {
        return "这一点我只能用英文回答：\n";
    }

    @Override
    public String clock(LocalTime time) {
        return TIME.format(time);
    }

    @Override
    public String elsewhere(String time, String there, DayThere day, @Nullable String zone) {
        var then = switch (day) {
                    case DAY_BEFORE -> "前一天";
                    case SAME_DAY -> "";
                    case NEXT_DAY -> "次日";
                }
                + there;
        return zone == null ? "%s（您当地时间%s）".formatted(time, then) : "%s（%s时间%s）".formatted(time, zone, then);
    }

    @Override
    public String venueTimeOnly(String time) {
        return time + "（会场时间；我不知道会场的时区或日期）";
    }

    @Override
    public String onDay(String time, String day) {
        return day + " " + time;
    }

    @Override
    public String today(String time) {
        return "今天" + time;
    }

    @Override
    public String day(LocalDate date) {
        return DAY.format(date);
    }

    @Override
    public String day(int number) {
        return "第%d天".formatted(number);
    }

    @Override
    public String date(LocalDate date) {
        return DATE.format(date);
    }

    @Override
    public String onDate(LocalDate date) {
        return date(date);
    }

    @Override
    public String fromTo(LocalDate first, LocalDate last) {
        return "%s至%s".formatted(date(first), date(last));
    }

    @Override
    public String span(Duration duration) {
        return Sentences.span(duration, "", "天", "天", "小时", "小时", "分钟", "分钟");
    }

    @Override
    public String until(String end, boolean inferred) {
        return "，" + end + "结束" + (inferred ? "（结束时间为推算）" : "");
    }

    @Override
    public String noEnd() {
        return "，没有注明结束时间";
    }

    @Override
    public String away(String span) {
        return "，距开始还有" + span;
    }

    @Override
    public String begun() {
        return "，已经开始";
    }

    @Override
    public String underWay() {
        return "，正在进行";
    }

    @Override
    public String past() {
        return "，已经结束";
    }

    @Override
    public String in(String span) {
        return "，还有" + span;
    }

    @Override
    public String with(String title, @Nullable String talkTitle, List<String> people) {
        var talk = talkTitle == null ? title : "%s《%s》".formatted(title, talkTitle);
        return people.isEmpty() ? talk : "%s，%s".formatted(talk, listed(people));
    }

    @Override
    public String listed(List<String> words) {
        return String.join("、", words);
    }

    @Override
    public String listedItems(List<String> items) {
        return String.join("；", items);
    }

    @Override
    public String titleAt(String title, String time) {
        return "%s（%s）".formatted(title, time);
    }

    @Override
    public String line(String time, String item, @Nullable String room, Standing standing) {
        var state = switch (standing) {
            case TO_COME -> "";
            case ON -> "（正在进行）";
            case OVER -> "（已结束）";
        };
        return time + " " + item + (room == null ? "" : "，地点：" + room) + state;
    }

    @Override
    public String dayHeading(String day) {
        return day + "：";
    }

    @Override
    public String next(String items, String time) {
        return "接下来：%s %s。".formatted(time, items);
    }

    @Override
    public String lastItem() {
        return "这是最后一项日程。";
    }

    @Override
    public String unknown() {
        return "我不知道：我得到的研讨会资料里没有这一点。";
    }

    @Override
    public String ask() {
        return "您可以询问组织者。";
    }

    @Override
    public String ofWhat() {
        return "您问的是哪个环节或哪位？请说出环节或人名。";
    }

    @Override
    public String ownPartUnknown() {
        return "我不知道哪个环节是您的：日程里没有您在这里使用的名字。请用演讲者的名字再问一次。";
    }

    @Override
    public String ifUnderstood() {
        return "如果我理解得没错：";
    }

    @Override
    public String noDate(String event) {
        return "我不知道%s的日期，所以无法判断现在是哪个环节。".formatted(event);
    }

    @Override
    public String noZone() {
        return "我不知道会场的时区，所以无法判断现在是哪个环节。";
    }

    @Override
    public String spanUnknown(boolean dateKnown, String lines) {
        return "我不知道还有多久，因为%s。按照日程：\n%s".formatted(dateKnown ? "我不知道会场现在几点" : "日期还没有定", lines);
    }

    @Override
    public String isAt(String item, String time, boolean inferred, String end, String standing) {
        return "%s：%s开始%s%s%s。".formatted(item, time, inferred ? "（按报告时长推算）" : "", end, standing);
    }

    @Override
    public String starts(@Nullable String event, String time, String item, String standing) {
        return "%s%s开始，第一项是%s%s。".formatted(event == null ? "" : event + " ", time, item, standing);
    }

    @Override
    public String endsWith(String time, String title) {
        return "%s结束，最后一项是%s。".formatted(time, title);
    }

    @Override
    public String endUnknown(@Nullable String title, String last, String time) {
        return title == null
                ? "我不知道什么时候结束：最后一项%s %s开始，没有注明结束时间。".formatted(last, time)
                : "我不知道%s什么时候结束：%s开始，没有注明结束时间。".formatted(title, time);
    }

    @Override
    public String ends(String item, String time, boolean inferred, String in) {
        return "%s：%s结束%s%s。".formatted(item, time, inferred ? "（根据后面的日程推算）" : "", in);
    }

    @Override
    public String untilThen(String span, String item, String time) {
        return "距%s还有%s（%s开始）。".formatted(item, span, time);
    }

    @Override
    public String startedAlready(String item, String time) {
        return "%s已经在%s开始了。".formatted(item, time);
    }

    @Override
    public String wasAt(String item, String time, String end) {
        return "%s已经结束，当时是%s开始%s。".formatted(item, time, end);
    }

    @Override
    public String takeEach(@Nullable String whole, String each, String titles, boolean inferred) {
        return "%s每场%s：%s%s。"
                .formatted(whole == null ? "" : "共" + whole + "，", each, titles, inferred ? "，根据后面的日程推算" : "");
    }

    @Override
    public String takes(String item, String span, String time, String end, boolean inferred) {
        return "%s：时长%s，从%s到%s%s。".formatted(item, span, time, end, inferred ? "（结束时间为推算）" : "");
    }

    @Override
    public String lengthUnknown(String title, String time) {
        return "我不知道%s有多长：%s开始，没有注明结束时间。".formatted(title, time);
    }

    @Override
    public String now(String item, String time, String end, String next) {
        return "现在：%s，%s开始%s。%s".formatted(item, time, end, next);
    }

    @Override
    public String atIs(String time, String item, String end, String standing) {
        return "%s：%s%s%s。".formatted(time, item, end, standing);
    }

    @Override
    public String isIn(String item, String time, String room) {
        return "%s（%s）的地点：%s。".formatted(item, time, room);
    }

    @Override
    public String noRoom(@Nullable String titles, @Nullable String place) {
        return "我不知道在哪里：%s没有注明房间。%s"
                .formatted(titles == null ? "日程" : titles, place == null ? "" : "研讨会的地点：" + place + "。");
    }

    @Override
    public String titleWithTime(String title, String time) {
        return "%s（%s）".formatted(title, time);
    }

    @Override
    public String onStage(String names, String title, String time, boolean now) {
        return "%s：%s，%s%s。".formatted(names, title, time, now ? "（正在进行）" : "");
    }

    @Override
    public String thenComes(String items, String time, String titles) {
        return "紧接着是%s（%s）。再往后是%s，日程还没有公布人选。".formatted(items, time, titles);
    }

    @Override
    public String nobodyNamed(String titles) {
        return "我不知道是谁：日程没有写明%s的人选。".formatted(titles);
    }

    @Override
    public String nobodyOnStage(String items) {
        return "那时没有人演讲：%s。".formatted(items);
    }

    @Override
    public String talkTitle(String item, String title, String time) {
        return "%s，%s。".formatted(item, time);
    }

    @Override
    public String titleUnknown(String titles, @Nullable String time) {
        return "我不知道题目和主题：%s没有注明。%s".formatted(titles, time == null ? "" : "时间是" + time + "。");
    }

    @Override
    public String count(int number, String titles) {
        return "共%d场：%s。".formatted(number, titles);
    }

    @Override
    public String none() {
        return "没有。";
    }

    @Override
    public String yes(String sentence) {
        return "是的：" + sentence;
    }

    @Override
    public String yesLines(String lines) {
        return "是的：\n" + lines;
    }

    @Override
    public String no(String sentence) {
        return "不是：" + sentence;
    }

    @Override
    public String startsOtherwise(String time, String asked, String item, String end) {
        return "%s开始，不是%s：%s%s，所以%s正在进行。".formatted(time, asked, item, end, asked);
    }

    @Override
    public String nothingLikeThat() {
        return "没有，日程里没有这样的安排。";
    }

    @Override
    public String notSoBut(String lines) {
        return "不是，日程不是这样。日程里有：\n" + lines;
    }

    @Override
    public String nothingNow() {
        return "没有，现在没有安排。";
    }

    @Override
    public String notYet(String item, String time, String in) {
        return "还没有：%s %s开始%s。".formatted(item, time, in);
    }

    @Override
    public String onSince(String item, String time, String end) {
        return "%s正在进行，%s开始%s。".formatted(item, time, end);
    }

    @Override
    public String startsLater(String time, String item, String in) {
        return "还没有：%s开始，第一项是%s%s。".formatted(time, item, in);
    }

    @Override
    public String startedAt(String time, String items, String end, String next) {
        return "%s已经开始。现在：%s%s。%s".formatted(time, items, end, next);
    }

    @Override
    public String over(boolean yesterday) {
        return "已经结束了%s。".formatted(yesterday ? "（昨天）" : "");
    }

    @Override
    public String startUnknown(boolean dateKnown, String time, String item) {
        return "我不知道，因为%s。按照日程，%s开始，第一项是%s。".formatted(dateKnown ? "我不知道会场现在几点" : "日期还没有定", time, item);
    }

    @Override
    public String noChange(String lines) {
        return "没有，我没有得知任何变动。按照日程：\n" + lines;
    }

    @Override
    public String nothingThatDay() {
        return "那天没有日程。";
    }

    @Override
    public String isOn(String event, String dates) {
        return "%s的日期：%s。".formatted(event, dates);
    }

    @Override
    public String nothingYet(String event, @Nullable String date, String time, String item) {
        return "还没有开始：%s %s%s开始，第一项是%s。".formatted(event, date == null ? "" : date + " ", time, item);
    }

    @Override
    public String overSo(String event, boolean yesterday) {
        return "%s已经结束%s，后面没有日程了。".formatted(event, yesterday ? "（昨天）" : "");
    }

    @Override
    public String nothingOn(boolean spoken, boolean named, boolean now, List<String> on) {
        var when = now ? "现在" : "那时";
        var nothing = when + (spoken ? "没有人演讲" : named ? "没有这样的环节" : "没有安排");
        return nothing + (on.isEmpty() ? "。" : "。日程：" + listedItems(on) + "。");
    }

    @Override
    public String noMoreOfThat(String lines) {
        return "后面没有这样的环节了。\n" + lines;
    }

    @Override
    public String nothingFollows(String last) {
        return "后面没有了：%s是最后一项日程。".formatted(last);
    }

    @Override
    public String nothingFollowsToday() {
        return "今天没有别的日程了。";
    }

    @Override
    public String nothingBefore() {
        return "在这之前没有日程。";
    }

    @Override
    public String nothingBeforeThat() {
        return "在这之前没有日程：那就是日程的开始。";
    }

    @Override
    public String nothingOfThatThen(String lines) {
        return "那时没有这样的环节。" + (lines.isEmpty() ? "" : "\n" + lines);
    }

    @Override
    public String noSuchSession(String lines) {
        return "日程里没有这样的环节。" + (lines.isEmpty() ? "" : "有：\n" + lines);
    }

    @Override
    public String notOnStage(String name, String roles) {
        return "%s不在任何一个环节里（%s）。".formatted(name, roles);
    }

    @Override
    public String elsewhereOnStage(String name, List<String> sessions, boolean mayHoldTable) {
        return "%s在日程里的环节是：%s。%s".formatted(name, listed(sessions), mayHoldTable ? "作为导师，可能会在茶歇时主持一张桌子。" : "");
    }

    @Override
    public String roles(Set<Role> roles) {
        return roles.isEmpty()
                ? "在日程里"
                : listed(roles.stream().map(ChineseSentences::role).toList());
    }

    @Override
    public String introduced(String person, String roles, List<String> sessions) {
        return "%s：%s。%s".formatted(person, roles, sessions.isEmpty() ? "" : listed(sessions) + "。");
    }

    @Override
    public String names(List<String> names, int more) {
        return listed(names) + (more == 0 ? "。" : "，还有%d位。".formatted(more));
    }

    @Override
    public String affiliation(String name, @Nullable String affiliation) {
        return "%s：%s。".formatted(name, affiliation == null ? "没有注明单位" : affiliation);
    }

    @Override
    public String addressUnknown(String names) {
        return "我没有可以提供的%s的邮箱地址。".formatted(names);
    }

    @Override
    public String writeTo(String addresses) {
        return "您可以写信给%s。".formatted(addresses);
    }

    @Override
    public String nobody() {
        return "日程里没有这样的人。";
    }

    @Override
    public String people(int number, @Nullable String names) {
        return number == 0
                ? "日程里没有写明任何人。"
                : names == null ? "日程里有%d位。".formatted(number) : "%d位：%s".formatted(number, names);
    }

    @Override
    public String stranger(String name) {
        return "%s不在我手头的日程里。".formatted(name);
    }

    @Override
    public String noSuchKind(String kind) {
        return "没有，日程里没有这样的安排。";
    }

    @Override
    public String probably(List<String> names) {
        return "您指的大概是%s，不过日程里没有这样写。".formatted(String.join("或", names));
    }

    @Override
    public String dateUnknown(String event) {
        return "我不知道%s的日期：还没有定。".formatted(event);
    }

    @Override
    public String days(int days, @Nullable String dates) {
        return days == 1 ? "一天。" : "%d天%s。".formatted(days, dates == null ? "" : "，" + dates);
    }

    @Override
    public String daysUntil(long days, String event, String dates) {
        return "%s：%s的日期是%s。".formatted(days > 0 ? "还有" + days + "天" : "已经到了", event, dates);
    }

    @Override
    public String daysUnknown(boolean dateKnown) {
        return "我不知道，因为%s。".formatted(dateKnown ? "我不知道会场现在几点" : "日期还没有定");
    }

    @Override
    public String zone(@Nullable String name, @Nullable String id) {
        return name == null ? "我不知道时区：没有注明。所有时间都是会场的时间。" : "所有时间都是会场时间：%s（%s）。".formatted(name, id);
    }

    @Override
    public String place(String event, @Nullable String place) {
        return place == null ? "我不知道%s在哪里举行：没有注明城市、会场或房间。".formatted(event) : "%s的地点：%s。".formatted(event, place);
    }

    @Override
    public String hello() {
        return "您好！日程上的事都可以问我：有什么、几点、是谁。我也可以帮您找一位导师。";
    }

    @Override
    public String welcome() {
        return "不客气！";
    }

    @Override
    public String whatICanDo() {
        return "我是研讨会的机器人，熟悉日程：您可以问我什么时候、谁演讲、现在或接下来是什么。我也可以帮您在茶歇时找一位导师。";
    }

    @Override
    public String hint() {
        return "您可以这样问我：“接下来是什么？”“小组讨论几点开始？”“导师有哪些？”其他问题请询问组织者。";
    }

    private static String role(Role role) {
        return switch (role) {
            case KEYNOTE_SPEAKER -> "主题演讲者";
            case INVITED_SPEAKER -> "特邀讲者";
            case SPEAKER -> "讲者";
            case PANELIST -> "小组讨论嘉宾";
            case MODERATOR -> "主持人";
            case CHAIR -> "分会主席";
            case MENTOR -> "导师";
            case ORGANIZER -> "组织者";
            case PROGRAMME_COMMITTEE -> "程序委员会成员";
        };
    }
}
