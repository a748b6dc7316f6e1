package coffeebreak.bot.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Sought;
import coffeebreak.bot.frontdesk.IntentReader.YesNo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntentReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            hi                                    | Greet
            Hello there!                          | Greet
            👋 hey                                | Greet
            help                                  | Help
            what can you do?                      | Help
            thanks a lot                          | Thank
            sign up                               | StartSignUp
            find me a mentor please               | StartSignUp
            I'd like to talk to a mentor          | StartSignUp
            I want a mentor                       | StartSignUp
            edit my profile                       | StartSignUp
            forget me                             | ForgetMe
            please delete my data                 | ForgetMe
            withdraw                              | Withdraw
            I don’t want a mentor any more        | Withdraw
            my profile                            | ShowProfile
            what do you know about me?            | ShowProfile
            where do I sit?                       | ShowSeat
            who is my mentor?                     | ShowSeat
            I can't come                          | DeclineSeat
            sorry, I can’t make it                | DeclineSeat
            I'll be there                         | ConfirmSeat
            why this table?                       | ExplainSeat
            what's next?                          | Ask
            I'd rather not sit with Bo Example    | Avoid
            I don't want to sit with @U123       | Avoid
            please don't seat me with Bo          | Avoid
            block @U123                          | Avoid
            I can sit with Bo again               | StopAvoiding
            unblock @U123                        | StopAvoiding
            my blocks                             | ShowAvoided
            whom would I rather not sit with?     | ShowAvoided
            when does Julia Kempe speak?          | Ask
            next                                  | Ask
            what should I see?                    | Recommend
            which posters should I visit today?   | Recommend
            recommend                             | Recommend
            recommend me some talks               | Recommend
            what do you recommend?                | Recommend
            stop writing to me                    | Mute
            please stop messaging me              | Mute
            mute                                  | Mute
            don't remind me any more              | Mute
            no more reminders                     | Mute
            leave me alone!                       | Mute
            write to me again                     | Mute
            you can write to me again             | Mute
            unmute                                | Mute
            my data                               | MyData
            send me my data                       | MyData
            what do you store about me?           | MyData
            we met                                | TellMet
            we didn't meet                        | TellMet
            nobody was there                      | TellMet
            it was great, 5                       | RateSeat
            that was really useful: 4 of 5        | RateSeat
            my mentor was lovely, 5!              | RateSeat
            5                                     | RateSeat
            4/5                                   | RateSeat
            stay in touch                         | StayInTouch
            I'd like to stay in touch with my mentor | StayInTouch
            is it 5?                              | Ask
            when is talk 5                        | Ask
            session 3                             | Ask
            wifi                                  | Ask
            I am lost, where is lunch             | Ask
            """)
    void readsWhatSomebodyWants(String words, String intent) {
        assertThat(IntentReader.read(words, false).getClass().getSimpleName()).isEqualTo(intent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm a 2nd-year PhD at EPFL working on loss landscapes",
                "first year phd student from ETH Zurich, interested in grokking",
                "postdoc @ MIT, mech interp",
                "im doing my masters at TU Munich on diffusion models. my question: how do you pick problems?",
                "PhD 3",
                "epfl, phd 2, loss landscapes",
                "Doctoral candidate, Technical University of Munich, year 1",
                "MSc student at ENS Paris, sparse autoencoders",
                "undergraduate student at IIT Bombay",
                "Research scientist at Google DeepMind",
                "Software engineer, I love scaling laws",
                "DPhil student at Oxford (first year)",
                "Hi I am Wei, phd student in Tsinghua University",
                "I'm interested in sharpness"
            })
    void aSentenceAboutOneselfIsASignUp(String words) {
        assertThat(IntentReader.read(words, false)).isEqualTo(new ChatIntent.DescribeMyself(words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            find diffusion models                         | ANYTHING     | diffusion models
            Find Zdeborova                                | ANYTHING     | Zdeborova
            search for “edge of stability”                | ANYTHING     | edge of stability
            find talks about diffusion models             | TALKS        | diffusion models
            any talks on SGD noise?                       | TALKS        | SGD noise
            show me the talks by Julia                    |              |
            find talks by Julia                           | TALKS        | Julia
            any posters on loss landscapes?               | PAPERS       | loss landscapes
            papers on grokking                            | PAPERS       | grokking
            which papers deal with in-context learning?   | PAPERS       | in-context learning
            find papers by Guth                           | PAPERS       | Guth
            is there a mentor for loss landscapes         | MENTORS      | loss landscapes
            which mentors work on scaling laws?           | MENTORS      | scaling laws
            who works on grokking?                        | PEOPLE       | grokking
            who else is interested in double descent here | PEOPLE       | double descent
            does anyone study sharpness?                  | PEOPLE       | sharpness
            is anyone else working on Adam?               |              |
            anyone working on Adam?                       | PEOPLE       | Adam
            are there other people working on model collapse? | PEOPLE   | model collapse
            find me someone who works on SAEs please      | PEOPLE       | SAEs
            find me a mentor                              |              |
            find my table                                 |              |
            find out when lunch is                        |              |
            find the poster session                       |              |
            any talks on Sunday?                          |              |
            any posters on now?                           |              |
            who works on the panel                        |              |
            which talks are on at 10                      |              |
            who works at NYU?                             |              |
            who is speaking about diffusion models?       |              |
            who speaks after Kempe?                       |              |
            when does Zdeborova speak?                    |              |
            where are the posters?                        |              |
            which papers win the competition?             |              |
            what should I do with my poster?              |              |
            """)
    void whoLooksForSomethingIsNotTakenForSomebodyWhoAsksForTheDay(String words, Sought sought, String what) {
        var intent = IntentReader.read(words, false);

        if (what == null) {
            assertThat(intent).isNotInstanceOf(ChatIntent.Find.class);
        } else {
            assertThat(intent).isEqualTo(new ChatIntent.Find(sought, what));
        }
        assertThat(IntentReader.readCommand(words)).isEqualTo(intent);
    }

    @Test
    void inTheMiddleOfASignUpWordsAreAboutOneselfUnlessTheyAsk() {
        assertThat(IntentReader.read("second year", true)).isEqualTo(new ChatIntent.DescribeMyself("second year"));
        assertThat(IntentReader.read("when is lunch?", true)).isEqualTo(new ChatIntent.Ask("when is lunch?"));
        assertThat(IntentReader.read("forget me", true)).isEqualTo(new ChatIntent.ForgetMe());
    }

    @ParameterizedTest
    @CsvSource({
        "yes,YES",
        "Sure!,YES",
        "that’s right,YES",
        "no,NO",
        "No thanks.,NO",
        "maybe,NEITHER",
        "yes but no,NEITHER"
    })
    void yesIsYesAndNoIsNo(String words, YesNo meant) {
        assertThat(IntentReader.yesNo(words)).isEqualTo(meant);
    }

    @Test
    void ofAnOrganizersCommandTheNameIsReadAndTheRestKeptAsTyped() {
        assertThat(IntentReader.readAdminCommand("")).isEqualTo(new ChatIntent.OrganizerCommand("", ""));
        assertThat(IntentReader.readAdminCommand(" Preview "))
                .isEqualTo(new ChatIntent.OrganizerCommand("preview", ""));
        assertThat(IntentReader.readAdminCommand("announce  Lunch is IN the hall"))
                .isEqualTo(new ChatIntent.OrganizerCommand("announce", "Lunch is IN the hall"));
        assertThat(IntentReader.readCommand(" ")).isEqualTo(new ChatIntent.Greet());
        assertThat(IntentReader.readCommand("my seat")).isEqualTo(new ChatIntent.ShowSeat());
    }
}
