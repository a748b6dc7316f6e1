package coffeebreak.bot.notices;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Notice.Content;
import coffeebreak.bot.chat.Notice.Urgency;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.Messenger.Posted;
import coffeebreak.bot.notices.Outbox.Claim;
import coffeebreak.bot.notices.Outbox.Counts;
import coffeebreak.bot.notices.Outbox.Idle;
import coffeebreak.bot.notices.Outbox.Refusal;
import coffeebreak.bot.notices.Outbox.Waits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every outbox does.
public abstract class OutboxContract {

    private static final Instant NOON = Instant.parse("2026-04-26T12:00:00Z");
    private static final Person ANA = new Person("U-ana");
    private static final Person BO = new Person("U-bo");
    private static final Person CY = new Person("U-cy");
    private static final Person DEE = new Person("U-dee");
    private static final CourierSettings FAST =
            CourierSettings.settlingIn(Duration.ofSeconds(30)).atPace(1e6, Duration.ZERO);
    private static final CourierSettings SHORT_LEASE =
            CourierSettings.settlingIn(Duration.ofMillis(30)).atPace(1e6, Duration.ZERO);

    private final Outbox outbox;

    /// @param outbox with nothing in it
    protected OutboxContract(Outbox outbox) {
        this.outbox = outbox;
    }

    /// Lets time pass by the store's clock.
    protected abstract void pass(Duration time);

    @Test
    void aPlannedNoticeIsHandedOutAsItWasPlanned() {
        var notice = new Notice(
                "n1",
                ANA,
                new Content.Post(Message.saying("You sit with Lenka")
                        .paragraph("10:30, ünïcode")
                        .build()),
                NOON.minusSeconds(1),
                Urgency.URGENT,
                NOON.plusSeconds(60));
        outbox.plan(List.of(notice));

        var claim = claim(NOON);

        assertThat(claim.notice()).isEqualTo(notice);
        assertThat(claim.look()).isFalse();
        assertThat(claim.sends()).isEqualTo(1);
        assertThat(claim.since()).isEqualTo(NOON);
        assertThat(claim.edited()).isNull();
    }

    @Test
    void whereAMessageStandsIsKnownOnceItIsDelivered() {
        outbox.plan(List.of(post("n1", ANA)));
        var claim = claim(NOON);
        assertThat(outbox.placeOf("n1")).isEmpty();

        outbox.delivered(claim, new Posted("D1", "17.5"), NOON);

        assertThat(outbox.placeOf("n1")).hasValue(new Posted("D1", "17.5"));
        assertThat(outbox.placeOf("unknown")).isEmpty();
    }

    @Test
    void whatBecameOfNoticesIsKnown() {
        outbox.plan(List.of(post("n1", ANA), post("n2", BO), post("n3", new Person("U-cy"))));
        deliver(claim(NOON));
        outbox.giveUp(claim(NOON), "no such person");

        var fate = outbox.fate(List.of("n1", "n2", "n3", "unknown"));

        assertThat(fate).isEqualTo(new Outbox.Fate(Set.of("n1"), Set.of("n3")));
    }

    @Test
    void aNoticePlannedTwiceIsOwedOnce() {
        outbox.plan(List.of(post("n1", ANA)));
        outbox.plan(List.of(post("n1", ANA), post("n1", ANA)));
        deliver(claim(NOON));
        outbox.plan(List.of(post("n1", ANA)));

        assertIdle(NOON);
        assertThat(outbox.counts()).isEqualTo(new Counts(0, 0, 1, 0));
    }

    @Test
    void howLongWhatWasDeliveredHadWaitedIsCounted() {
        outbox.plan(List.of(
                post("at-once", new Person("U1"), NOON.minusSeconds(2)),
                post("soon", new Person("U2"), NOON.minusSeconds(9)),
                post("in-a-minute", new Person("U3"), NOON.minusSeconds(59)),
                post("late", new Person("U4"), NOON.minusSeconds(61)),
                post("waits", new Person("U5"), NOON.plusSeconds(1))));
        Stream.generate(() -> claim(NOON)).limit(4).forEach(this::deliver);

        assertThat(outbox.waits()).isEqualTo(new Waits(1, 1, 1, 1));
    }

    @Test
    void howFarSomeNoticesAreIsCountedByWhatHasBecomeOfThem() {
        outbox.plan(List.of(
                post("delivered", ANA),
                post("given-up", BO),
                post("taken-back", new Person("U-cy")),
                post("others", new Person("U-di")),
                post("later", new Person("U-ed"), NOON.plusSeconds(60))));
        deliver(claim(NOON));
        outbox.giveUp(claim(NOON), "account_inactive");
        outbox.plan(List.of(new Notice(
                "takes",
                new Person("U-cy"),
                new Content.TakeBack("taken-back", Message.of("no")),
                NOON,
                Urgency.URGENT,
                null)));

        var ids = List.of("delivered", "given-up", "taken-back", "later", "others", "unknown");
        assertThat(outbox.progress(ids, NOON)).isEqualTo(new Outbox.Progress(1, 1, 1, 1));
        claim(NOON);
        assertThat(outbox.progress(ids, NOON.plusSeconds(60))).isEqualTo(new Outbox.Progress(1, 1, 2, 0));
        assertThat(outbox.progress(List.of(), NOON)).isEqualTo(new Outbox.Progress(0, 0, 0, 0));
    }

    @Test
    void nobodyElseGetsAClaimedNotice() {
        outbox.plan(List.of(post("n1", ANA)));
        claim(NOON);

        assertIdle(NOON.plusSeconds(3600));
    }

    @Test
    void onePersonGetsOneAtATimeInTheOrderPlanned() {
        outbox.plan(List.of(post("a1", ANA), post("a2", ANA), post("b1", BO)));

        var first = claim(NOON);
        var second = claim(NOON);
        assertThat(List.of(first.notice().id(), second.notice().id())).containsExactly("a1", "b1");
        assertIdle(NOON);

        deliver(first);
        assertThat(claim(NOON).notice().id()).isEqualTo("a2");
    }

    @Test
    void onePersonGetsTheEarlierDueFirst() {
        outbox.plan(List.of(post("later", ANA, NOON.plusSeconds(60)), post("now", ANA)));

        var now = claim(NOON);
        assertThat(now.notice().id()).isEqualTo("now");
        deliver(now);
        assertThat(outbox.claim(NOON, FAST)).isEqualTo(new Idle(NOON.plusSeconds(60)));
        assertThat(claim(NOON.plusSeconds(60)).notice().id()).isEqualTo("later");
    }

    @Test
    void optionalOnesStandInLineWithTheOrdinary() {
        outbox.plan(List.of(
                new Notice(
                        "optional",
                        new Person("U1"),
                        new Content.Post(Message.of("x")),
                        NOON.minusSeconds(2),
                        Urgency.OPTIONAL,
                        null),
                post("ordinary", new Person("U2"), NOON.minusSeconds(1)),
                urgent("urgent", new Person("U3"), NOON)));

        assertThat(Stream.generate(() -> claim(NOON))
                        .limit(3)
                        .map(claim -> claim.notice().id()))
                .containsExactly("urgent", "optional", "ordinary");
    }

    @Test
    void whatWaitsForAPersonCanBeReadUntilItIsDelivered() {
        outbox.plan(List.of(
                post("later", ANA, NOON.plusSeconds(9)), post("now", ANA), post("of another", new Person("U9"))));

        assertThat(outbox.waitingFor(ANA))
                .extracting(waiting -> waiting.message().summary())
                .containsExactly("now", "later");
        outbox.dropFor(ANA);
        assertThat(outbox.waitingFor(ANA)).isEmpty();
    }

    @Test
    void urgentOnesLeaveFirstThenTheEarlierDue() {
        outbox.plan(List.of(
                post("late", new Person("U1"), NOON.minusSeconds(1)),
                post("early", new Person("U2"), NOON.minusSeconds(9)),
                urgent("urgent", new Person("U3"), NOON),
                post("never yet", new Person("U4"), NOON.plusSeconds(1))));

        assertThat(List.of(
                        claim(NOON).notice().id(),
                        claim(NOON).notice().id(),
                        claim(NOON).notice().id()))
                .containsExactly("urgent", "early", "late");
        assertIdle(NOON);
    }

    @Test
    void theNextOneForAPersonWaitsAsLongAsTheDeliverySays() {
        outbox.plan(List.of(post("a1", ANA), post("a2", ANA)));
        outbox.delivered(claim(NOON), new Posted("D1", "1.0"), NOON.plusSeconds(1));
        outbox.plan(List.of(post("a3", ANA)));

        assertThat(outbox.claim(NOON, FAST)).isEqualTo(new Idle(NOON.plusSeconds(1)));
        assertThat(claim(NOON.plusSeconds(1)).notice().id()).isEqualTo("a2");
    }

    @Test
    void everybodyTogetherKeepsThePace() {
        var pace = FAST.atPace(2, Duration.ZERO);
        outbox.plan(List.of(post("a1", ANA), post("b1", BO)));

        assertThat(outbox.claim(NOON, pace)).isInstanceOf(Claim.class);
        assertThat(outbox.claim(NOON, pace)).isEqualTo(new Idle(NOON.plusMillis(500)));
        assertThat(outbox.claim(NOON.plusMillis(500), pace)).isInstanceOf(Claim.class);
    }

    @Test
    void aPauseHoldsForEverybody() {
        outbox.plan(List.of(post("a1", ANA)));
        outbox.pause(Way.POST, NOON.plusSeconds(5));
        outbox.pause(Way.POST, NOON.plusSeconds(3));

        assertThat(outbox.claim(NOON, FAST)).isEqualTo(new Idle(NOON.plusSeconds(5)));
        assertThat(claim(NOON.plusSeconds(5)).notice().id()).isEqualTo("a1");
    }

    @Test
    void editsKeepAPaceOfTheirOwnAndLetNewMessagesPass() {
        var pace = new CourierSettings.Pace(0.5, 2);
        var slow = withPaceOfEdits(pace);
        outbox.plan(List.of(post("a1", ANA), post("b1", BO), post("c1", CY)));
        for (var person = 0; person < 3; person++) {
            deliver(claim(NOON));
        }
        outbox.plan(List.of(edit("a2", ANA, "a1", "new"), edit("b2", BO, "b1", "new"), edit("c2", CY, "c1", "new")));
        outbox.plan(List.of(post("d1", DEE)));

        assertThat(List.of(claimed(NOON, slow), claimed(NOON, slow), claimed(NOON, slow)))
                .containsExactlyInAnyOrder("d1", "a2", "b2");
        assertThat(outbox.claim(NOON, slow)).isEqualTo(new Idle(NOON.plusSeconds(2)));
        assertThat(claimed(NOON.plusSeconds(2), slow)).isEqualTo("c2");
    }

    @Test
    void aPauseOfEditsHoldsUpNoNewMessage() {
        outbox.plan(List.of(post("a1", ANA)));
        deliver(claim(NOON));
        outbox.plan(List.of(edit("a2", ANA, "a1", "new"), post("b1", BO)));
        outbox.pause(Way.EDIT, NOON.plusSeconds(5));

        assertThat(claim(NOON).notice().id()).isEqualTo("b1");
        assertThat(outbox.claim(NOON, FAST)).isEqualTo(new Idle(NOON.plusSeconds(5)));
    }

    @Test
    void whatIsInDoubtIsNotLookedForWhileItsWayIsPaused() {
        outbox.plan(List.of(post("a1", ANA)));
        outbox.uncertain(claim(NOON), 0, Duration.ZERO);
        outbox.pause(Way.POST, NOON.plusSeconds(5));
        pass(Duration.ofMillis(5));

        assertThat(outbox.claim(NOON, FAST)).isEqualTo(new Idle(NOON.plusSeconds(5)));
        assertThat(claim(NOON.plusSeconds(5)).look()).isTrue();
    }

    @Test
    void aPostponedOneComesAgainAndKeepsItsPlace() {
        outbox.plan(List.of(post("a1", ANA), post("a2", ANA)));
        outbox.postpone(claim(NOON), NOON.plusSeconds(7));

        assertThat(outbox.claim(NOON, FAST)).isEqualTo(new Idle(NOON.plusSeconds(7)));
        var again = claim(NOON.plusSeconds(7));
        assertThat(again.notice().id()).isEqualTo("a1");
        assertThat(again.look()).isFalse();
        assertThat(again.sends()).isEqualTo(2);
        assertThat(again.since()).isEqualTo(NOON.plusSeconds(7));
    }

    @Test
    void anUncertainOneIsLookedForAfterItsWaitAndNotBefore() {
        outbox.plan(List.of(post("a1", ANA), post("a2", ANA)));
        outbox.uncertain(claim(NOON), 0, Duration.ofMillis(1_500));
        assertIdle(NOON.plusSeconds(3600));

        pass(Duration.ofMillis(1_500));

        var look = claim(NOON.plusSeconds(9));
        assertThat(look.notice().id()).isEqualTo("a1");
        assertThat(look.look()).isTrue();
        assertThat(look.looks()).isZero();
        assertThat(look.since()).isEqualTo(NOON);
        outbox.uncertain(look, 1, Duration.ZERO);
        pass(Duration.ofMillis(1));
        assertThat(claim(NOON.plusSeconds(9)).looks()).isEqualTo(1);
    }

    @Test
    void aClaimWhoseCourierDiedIsLookedFor() {
        outbox.plan(List.of(post("a1", ANA)));
        outbox.claim(NOON, SHORT_LEASE);

        pass(SHORT_LEASE.lease());

        var look = claim(NOON);
        assertThat(look.notice().id()).isEqualTo("a1");
        assertThat(look.look()).isTrue();
    }

    @Test
    void afterLookingInVainAClaimIsRenewedToSend() {
        outbox.plan(List.of(post("a1", ANA)));
        outbox.uncertain(claim(NOON), 0, Duration.ZERO);
        pass(Duration.ofMillis(1));
        var look = claim(NOON.plusSeconds(30));

        var renewed = outbox.renew(look, NOON.plusSeconds(31), FAST).orElseThrow();

        assertThat(renewed.look()).isFalse();
        assertThat(renewed.sends()).isEqualTo(2);
        assertThat(renewed.since()).isEqualTo(NOON);
        assertThat(outbox.renew(look, NOON, FAST)).isEmpty();
        deliver(renewed);
        assertThat(outbox.counts()).isEqualTo(new Counts(0, 0, 1, 0));
    }

    @Test
    void outcomesOfAnOlderClaimAreIgnored() {
        outbox.plan(List.of(post("a1", ANA)));
        var old = (Claim) outbox.claim(NOON, SHORT_LEASE);
        pass(SHORT_LEASE.lease());
        var look = claim(NOON);
        var current = outbox.renew(look, NOON, FAST).orElseThrow();

        outbox.postpone(old, NOON);
        outbox.uncertain(old, 0, Duration.ZERO);
        outbox.giveUp(old, "stale");
        deliver(old);

        pass(Duration.ofMillis(1));
        assertIdle(NOON);
        assertThat(outbox.counts()).isEqualTo(new Counts(0, 1, 0, 0));
        deliver(current);
        deliver(current);
        assertThat(outbox.counts()).isEqualTo(new Counts(0, 0, 1, 0));
    }

    @Test
    void aLateConfirmationCountsWhileNobodyIsSendingAgain() {
        outbox.plan(List.of(post("a1", ANA)));
        var old = (Claim) outbox.claim(NOON, SHORT_LEASE);
        pass(SHORT_LEASE.lease());
        var look = claim(NOON);

        deliver(old);

        assertThat(outbox.renew(look, NOON, FAST)).isEmpty();
        assertThat(outbox.counts()).isEqualTo(new Counts(0, 0, 1, 0));
    }

    @Test
    void whatIsGivenUpMakesWayAndIsRemembered() {
        outbox.plan(List.of(post("a1", ANA), post("a2", ANA)));
        outbox.giveUp(claim(NOON), "user_disabled");

        assertThat(outbox.refusals(9)).containsExactly(new Refusal("a1", ANA, "user_disabled"));
        assertThat(outbox.counts()).isEqualTo(new Counts(1, 0, 0, 1));
        assertThat(claim(NOON).notice().id()).isEqualTo("a2");
    }

    @Test
    void whatExpiredIsRefusedAndNotHandedOut() {
        outbox.plan(List.of(expiring("a1", ANA, NOON), expiring("a2", ANA, NOON.plusMillis(1))));

        assertThat(claim(NOON).notice().id()).isEqualTo("a2");
        assertThat(outbox.refusals(9)).containsExactly(new Refusal("a1", ANA, "expired"));
    }

    @Test
    void anEditKnowsWhereTheEarlierMessageStands() {
        outbox.plan(List.of(post("card", ANA)));
        outbox.delivered(claim(NOON), new Posted("D1", "17.5"), NOON);
        outbox.plan(List.of(edit("card-2", ANA, "card", "two guests")));

        var edit = claim(NOON);
        assertThat(edit.edited()).isEqualTo(new Posted("D1", "17.5"));
        assertThat(edit.notice()).isEqualTo(edit("card-2", ANA, "card", "two guests"));
    }

    @Test
    void anEditOfWhatStillWaitsOnlyGivesItTheNewText() {
        outbox.plan(List.of(post("card", ANA)));
        outbox.plan(List.of(edit("card-2", ANA, "card", "two guests")));
        assertThat(outbox.counts()).isEqualTo(new Counts(1, 0, 0, 0));

        var claim = claim(NOON);
        assertThat(claim.notice().id()).isEqualTo("card");
        assertThat(claim.notice().content()).isEqualTo(new Content.Post(Message.of("two guests")));
        outbox.delivered(claim, new Posted("D1", "17.5"), NOON);
        assertIdle(NOON);

        outbox.plan(List.of(edit("card-3", ANA, "card-2", "three guests")));
        assertThat(claim(NOON).edited()).isEqualTo(new Posted("D1", "17.5"));
    }

    @Test
    void editsThatWaitBecomeOne() {
        outbox.plan(List.of(post("card", ANA)));
        var first = claim(NOON);
        outbox.plan(List.of(edit("card-2", ANA, "card", "two guests")));
        outbox.plan(List.of(edit("card-3", ANA, "card", "three guests")));
        outbox.delivered(first, new Posted("D1", "17.5"), NOON);

        var edit = claim(NOON);
        assertThat(edit.notice()).isEqualTo(edit("card-2", ANA, "card", "three guests"));
        deliver(edit);
        assertIdle(NOON);
    }

    @Test
    void anEditThatTheChatRefusedForItsRateIsOvertakenByTheNextOne() {
        outbox.plan(List.of(post("card", ANA)));
        deliver(claim(NOON));
        outbox.plan(List.of(edit("card-2", ANA, "card", "two guests")));
        outbox.postpone(claim(NOON), NOON.plusSeconds(5));
        outbox.plan(List.of(edit("card-3", ANA, "card", "three guests")));

        var edit = claim(NOON.plusSeconds(5));
        assertThat(edit.notice()).isEqualTo(edit("card-2", ANA, "card", "three guests"));
        deliver(edit);
        assertIdle(NOON.plusSeconds(5));
    }

    @Test
    void anEditOfWhatNeverArrivedIsAMessageOfItsOwnAndStandsInForIt() {
        outbox.plan(List.of(post("card", ANA)));
        outbox.giveUp(claim(NOON), "msg_too_long");
        outbox.plan(List.of(edit("card-2", ANA, "card", "short"), edit("other-2", BO, "other", "hello")));
        for (var person : List.of(ANA, BO)) {
            var own = claim(NOON);
            assertThat(own.notice().to()).isEqualTo(person);
            assertThat(own.edited()).isNull();
            outbox.delivered(own, new Posted("D-" + person, "17.5"), NOON);
        }

        outbox.plan(List.of(
                edit("card-3", ANA, "card", "shorter"), edit("other-3", BO, "other", "bye"), post("other", BO)));

        assertThat(claim(NOON).edited()).isEqualTo(new Posted("D-U-ana", "17.5"));
        var edit = claim(NOON);
        assertThat(edit.edited()).isEqualTo(new Posted("D-U-bo", "17.5"));
        deliver(edit);
        assertIdle(NOON);
    }

    @Test
    void whatWaitsForAPersonIsTakenBack() {
        outbox.plan(List.of(post("a1", ANA), post("a2", ANA, NOON.plusSeconds(60)), post("b1", BO)));
        outbox.dropFor(ANA);

        assertThat(claim(NOON).notice().id()).isEqualTo("b1");
        assertIdle(NOON.plusSeconds(3600));
        assertThat(outbox.counts()).isEqualTo(new Counts(0, 1, 0, 0));

        outbox.plan(List.of(post("a1", ANA)));
        assertThat(claim(NOON).notice().id()).isEqualTo("a1");
    }

    @Test
    void whatIsUnderWayWhenTakenBackIsNotTriedAgain() {
        outbox.plan(List.of(post("a1", ANA), post("b1", BO)));
        var ana = claim(NOON);
        var bo = claim(NOON);
        outbox.dropFor(ANA);
        outbox.dropFor(BO);

        outbox.postpone(ana, NOON);
        outbox.uncertain(bo, 0, Duration.ZERO);
        pass(Duration.ofMillis(1));

        assertIdle(NOON.plusSeconds(3600));
        assertThat(outbox.counts()).isEqualTo(new Counts(0, 0, 0, 0));
    }

    @Test
    void whatIsUnderWayWhenTakenBackMayStillArriveAndMakesWay() {
        outbox.plan(List.of(post("a1", ANA)));
        var underWay = claim(NOON);
        outbox.dropFor(ANA);
        outbox.plan(List.of(post("a2", ANA)));
        assertIdle(NOON);

        deliver(underWay);

        assertThat(claim(NOON).notice().id()).isEqualTo("a2");
    }

    @Test
    void aDeadCouriersNoticeThatWasTakenBackMakesWay() {
        outbox.plan(List.of(post("a1", ANA)));
        outbox.claim(NOON, SHORT_LEASE);
        outbox.dropFor(ANA);
        outbox.plan(List.of(post("a2", ANA)));

        pass(SHORT_LEASE.lease());

        assertThat(claim(NOON).notice().id()).isEqualTo("a2");
    }

    @Test
    void refusalsOfAPersonAreTakenBackToo() {
        outbox.plan(List.of(post("a1", ANA), post("b1", BO)));
        outbox.giveUp(claim(NOON), "one");
        outbox.giveUp(claim(NOON), "two");
        outbox.dropFor(ANA);

        assertThat(outbox.refusals(9)).containsExactly(new Refusal("b1", BO, "two"));
    }

    @Test
    void whatIsTakenBackBeforeItLeftNobodyGets() {
        outbox.plan(List.of(post("n1", ANA), post("b1", BO)));
        outbox.plan(List.of(takeBack("n2", ANA, "n1")));

        assertThat(claim(NOON).notice().id()).isEqualTo("b1");
        assertIdle(NOON);
        assertThat(outbox.counts()).isEqualTo(new Counts(0, 1, 0, 0));
        assertThat(outbox.refusals(9)).isEmpty();
    }

    @Test
    void whatIsTakenBackAfterASureFailureNobodyGetsEither() {
        outbox.plan(List.of(post("n1", ANA)));
        outbox.postpone(claim(NOON), NOON.plusSeconds(5));
        outbox.plan(List.of(takeBack("n2", ANA, "n1")));

        assertIdle(NOON.plusSeconds(60));
        assertThat(outbox.counts()).isEqualTo(new Counts(0, 0, 0, 0));
    }

    @Test
    void whatArrivedBeforeItWasTakenBackIsEdited() {
        outbox.plan(List.of(post("n1", ANA)));
        outbox.delivered(claim(NOON), new Posted("D1", "1.0"), NOON);
        outbox.plan(List.of(takeBack("n2", ANA, "n1")));

        var claim = claim(NOON);

        assertThat(claim.notice().content()).isEqualTo(new Content.Edit("n1", Message.of("taken back")));
        assertThat(claim.edited()).isEqualTo(new Posted("D1", "1.0"));
    }

    @Test
    void whatMayHaveArrivedIsSettledBeforeItIsTakenBack() {
        outbox.plan(List.of(post("n1", ANA)));
        outbox.uncertain(claim(NOON), 0, Duration.ofSeconds(1));
        outbox.plan(List.of(takeBack("n2", ANA, "n1")));
        assertIdle(NOON);

        pass(Duration.ofSeconds(2));
        var looking = claim(NOON);
        assertThat(looking.look()).isTrue();
        outbox.delivered(looking, new Posted("D1", "1.0"), NOON);
        assertThat(claim(NOON).edited()).isEqualTo(new Posted("D1", "1.0"));
    }

    @Test
    void takingBackWhatWasNeverOwedIsNothing() {
        outbox.plan(List.of(takeBack("n2", ANA, "n1")));

        assertIdle(NOON);
        assertThat(outbox.counts()).isEqualTo(new Counts(0, 0, 0, 0));
    }

    @Test
    void whatIsForSeveralKnowsAllOfThem() {
        var notice = together("g1", ANA, BO);
        outbox.plan(List.of(notice));

        assertThat(claim(NOON).notice()).isEqualTo(notice);
    }

    @Test
    void whatIsForSeveralIsDroppedWhereAnyOtherWouldBeRefused() {
        outbox.plan(List.of(together("g1", ANA, BO), post("n1", ANA)));
        outbox.giveUp(claim(NOON), "conversations.open: user_not_visible");

        assertThat(claim(NOON).notice().id()).as("makes way").isEqualTo("n1");
        assertThat(outbox.counts()).isEqualTo(new Counts(0, 1, 0, 0));
        assertThat(outbox.refusals(9)).as("nobody counts as not reached").isEmpty();
    }

    @Test
    void aClockThatIsSetBackHoldsNothingUp() {
        outbox.plan(List.of(post("a1", ANA), post("a2", ANA), post("b1", BO), post("b2", BO, NOON.plusSeconds(600))));
        outbox.delivered(claim(NOON), new Posted("D1", "1.0"), NOON.plusSeconds(1));
        outbox.postpone(claim(NOON), NOON.plusSeconds(30));
        outbox.pause(Way.POST, NOON.plusSeconds(10));
        var morning = NOON.minusSeconds(4 * 3600);

        assertThat(List.of(claim(morning).notice().id(), claim(morning).notice().id()))
                .containsExactlyInAnyOrder("a2", "b1");
        assertIdle(morning);
    }

    private static CourierSettings withPaceOfEdits(CourierSettings.Pace edits) {
        return new CourierSettings(
                FAST.callTimeout(),
                FAST.settle(),
                FAST.lookAgain(),
                FAST.lease(),
                FAST.workers(),
                FAST.posts(),
                edits,
                FAST.groups(),
                FAST.perPerson(),
                FAST.idle(),
                FAST.longestWait(),
                FAST.sends());
    }

    private String claimed(Instant now, CourierSettings settings) {
        var claim = (Claim) outbox.claim(now, settings);
        return claim.notice().id();
    }

    private Claim claim(Instant now) {
        var turn = outbox.claim(now, FAST);
        assertThat(turn).isInstanceOf(Claim.class);
        return (Claim) turn;
    }

    private void assertIdle(Instant now) {
        assertThat(outbox.claim(now, FAST)).isInstanceOf(Idle.class);
    }

    private void deliver(Claim claim) {
        outbox.delivered(claim, new Posted("D1", "1.0"), NOON);
    }

    private static Notice post(String id, Person to) {
        return post(id, to, NOON);
    }

    private static Notice post(String id, Person to, Instant due) {
        return new Notice(id, to, new Content.Post(Message.of(id)), due, Urgency.ORDINARY, null);
    }

    private static Notice urgent(String id, Person to, Instant due) {
        return new Notice(id, to, new Content.Post(Message.of(id)), due, Urgency.URGENT, null);
    }

    private static Notice expiring(String id, Person to, Instant expires) {
        return new Notice(id, to, new Content.Post(Message.of(id)), NOON, Urgency.ORDINARY, expires);
    }

    private static Notice takeBack(String id, Person to, String earlier) {
        return new Notice(
                id, to, new Content.TakeBack(earlier, Message.of("taken back")), NOON, Urgency.ORDINARY, null);
    }

    private static Notice together(String id, Person to, Person with) {
        return new Notice(id, to, List.of(with), new Content.Post(Message.of(id)), NOON, Urgency.ORDINARY, null);
    }

    private static Notice edit(String id, Person to, String earlier, String words) {
        return new Notice(id, to, new Content.Edit(earlier, Message.of(words)), NOON, Urgency.ORDINARY, null);
    }
}
