package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.ChatIntent;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people say about themselves in Chinese, and the answers.
final class InChinese implements OtherLanguage {

    private static final List<Phrase> PHRASES = List.of(
            Phrase.of("(?:你好|您好|早上好|下午好|晚上好|嗨|大家好)", new ChatIntent.Greet()),
            Phrase.of("帮助|帮帮我|你能做什么|你会什么|怎么用", new ChatIntent.Help()),
            Phrase.of("(?:谢谢|多谢|非常感谢|感谢)(?:你|您)?", new ChatIntent.Thank()),
            Phrase.of(
                    "我的?(?:座位|桌子|位子|位置|桌)(?:在哪里?|在哪儿|是哪个|呢)?|我坐在?哪(?:里|儿|张桌子|一桌|桌)?"
                            + "|我(?:和|跟)谁(?:坐在?一起|一桌|同桌|坐)|我的导师(?:是谁)?|谁(?:和|跟)我(?:同桌|一桌|坐在?一起)",
                    new ChatIntent.ShowSeat()),
            Phrase.of(
                    "(?:抱歉|对不起|不好意思)?[，, ]?我(?:今天)?(?:不能来|来不了|去不了|不能参加|参加不了|不来|不能去)了?|取消我的座位",
                    new ChatIntent.DeclineSeat("")),
            Phrase.of("(?:好的?|是的?)?[，, ]?我(?:会来|会去|会到|会参加|一定来|确认)的?", new ChatIntent.ConfirmSeat("")));

    @Override
    public List<Phrase> phrases() {
        return PHRASES;
    }

    @Override
    public String hello() {
        return "您好！我可以帮您在茶歇时找一位导师，也可以用中文回答关于日程的问题。";
    }

    @Override
    public String findMentor() {
        return "找一位导师";
    }

    @Override
    public String signUpIsInEnglish() {
        return "报名是英文的。报名之前，我不保存任何关于您的信息。";
    }

    @Override
    public String whatIUnderstand() {
        return "这些话我能用中文听懂：";
    }

    @Override
    public List<String> examples() {
        return List.of("“接下来是什么？”：关于日程的任何简单问题", "“我的座位”：您坐在哪里、和谁同桌", "“我会来”：确认您的座位", "“我来不了”：您的座位让给下一位");
    }

    @Override
    public String allElseInEnglish() {
        return "其他的请输入“help”：我只能用英文理解。";
    }

    @Override
    public String welcome() {
        return "不客气！";
    }

    @Override
    public String sitWith(String mentor) {
        return "您坐在%s的桌子".formatted(mentor);
    }

    @Override
    public String sitWithPeers() {
        return "您和其他参会者同桌";
    }

    @Override
    public String offered(String mentor) {
        return "%s的桌子为您留了一个座位".formatted(mentor);
    }

    @Override
    public String hosting(int guests) {
        return guests == 0 ? "这是您的桌子：目前没有人来" : "这是您的桌子：有%d位会来".formatted(guests);
    }

    @Override
    public String when(String coffeeBreak, LocalTime start, @Nullable LocalTime end, @Nullable LocalTime own) {
        return "%s，%s%s"
                .formatted(
                        coffeeBreak,
                        end == null ? start.toString() : "%s到%s".formatted(start, end),
                        own == null ? "" : "（会场时间；您当地时间%s）".formatted(own));
    }

    @Override
    public String place(@Nullable String room) {
        return room == null ? "地点还不知道，组织者会告诉您。" : "地点：" + room + "。";
    }

    @Override
    public String sayWhether() {
        return "请回复“我会来”或“我来不了”。";
    }

    @Override
    public String inLine(int number, String when) {
        return "您在排队，第%d位：%s。".formatted(number, when);
    }

    @Override
    public String notGivenOut(boolean signedUp) {
        return "座位还没有分配。" + (signedUp ? "分配好后我会马上写信给您。" : "您还没有报名：输入“sign up”即可参加。");
    }

    @Override
    public String noSeat(boolean signedUp) {
        return signedUp ? "您目前没有座位。有座位时我会写信给您。" : "您还没有报名：输入“sign up”，我来看看还有哪些空位。";
    }

    @Override
    public String expected(String mentor) {
        return "好的，您坐在%s的桌子。".formatted(mentor);
    }

    @Override
    public String freed(String mentor) {
        return "谢谢您告诉我：您在%s那桌的座位会让给下一位。".formatted(mentor);
    }

    @Override
    public String noLongerYours() {
        return "那个座位已经不是您的了：现在空着，或者已经给了别人。";
    }

    @Override
    public String peersExpectYou() {
        return "好的，同桌的其他人会等您。";
    }

    @Override
    public String peersAreTold() {
        return "谢谢您告诉我：我会通知同桌的其他人。";
    }

    @Override
    public String nothingToConfirm() {
        return "您目前没有座位，所以没有什么需要确认。";
    }

    @Override
    public String nothingToGiveUp() {
        return "您目前没有座位，所以没有什么需要取消。";
    }
}
