package io.vigie.retention.policy;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Candidate;
import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.retention.Group;
import io.vigie.events.retention.NoActionReason;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.signal.Cause;
import io.vigie.retention.ARisk;
import io.vigie.retention.law.Contact;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What stands between a row and its action, in its order, and what the decision tells of it. */
class StandingInTheWayTest {
    private static final Policy EVERYBODY_CONTROLLED =
            Policies.withFigures(figures -> figures.replace("b2c: 0.05, b2b: 0", "b2c: 0.999999, b2b: 0.999999"));

    private static final Policy EXPLORING = Policies.withFigures(
            figures -> figures.replace("exploration: 0.05", "exploration: 0.5").replace("b2c: 0.05", "b2c: 0"));
    private static final Policy TENTH_CONTROLLED =
            Policies.withFigures(figures -> figures.replace("b2c: 0.05", "b2c: 0.1"));

    @Test
    void whomTheControlGroupTakesIsLeftAloneAndWhatTheyWouldHaveGotIsTold() {
        Decision.LetGo letGo =
                letGo(EVERYBODY_CONTROLLED, ARisk.ofAConsumer().worth(600).atRisk());

        assertThat(letGo.because()).isEqualTo(NoActionReason.CONTROL_GROUP);
        DecisionTrace trace = letGo.trace();
        assertThat(trace.rule()).isEqualTo("row-12-consumer");
        assertThat(trace.group()).contains(Group.CONTROL);
        assertThat(trace.programme()).contains("retention");
        assertThat(trace.stratum()).contains("b2c/400");
        assertThat(trace.wouldHave()).contains(Action.CALL);
        assertThat(trace.propensity()).isEqualTo(0.999999);
    }

    @Test
    void whoWouldHaveGotNothingIsToldSo() {
        ARisk contacted =
                ARisk.ofAConsumer().worth(600).atRisk().contactedElsewhere(TUESDAY.minusSeconds(60), Channel.EMAIL);

        assertThat(letGo(EVERYBODY_CONTROLLED, contacted).trace().wouldHave()).isEmpty();
    }

    @Test
    void theControlGroupNeverTakesStrategicBusinessesNorAnswersToWhatIsOpen() {
        assertThat(decide(
                        EVERYBODY_CONTROLLED,
                        ARisk.ofABusiness().strategic().worth(60_000).atRisk()))
                .isInstanceOf(Decision.Act.class);
        assertThat(decide(
                        EVERYBODY_CONTROLLED,
                        ARisk.ofAConsumer().open(Matters.COMPLAINT, TUESDAY.minus(Duration.ofDays(30)))))
                .isInstanceOf(Decision.Act.class);
        assertThat(decide(
                        EVERYBODY_CONTROLLED,
                        ARisk.ofAConsumer().worth(2_000).wonBack().urgent()))
                .isInstanceOf(Decision.Act.class);
    }

    @Test
    void theControlGroupKeepsItsSizeAndItsMembers() {
        List<Boolean> first = drawn("retention");

        assertThat(first).isEqualTo(drawn("retention")).isNotEqualTo(drawn("win-back"));
        assertThat(first.stream().filter(taken -> taken).count() / 20_000.0).isCloseTo(0.1, within(0.008));
    }

    private static List<Boolean> drawn(String programme) {
        ControlGroup group = new ControlGroup(programme, Map.of(Segment.B2C, 0.1));
        return IntStream.range(0, 20_000)
                .mapToObj(i ->
                        group.takes("C-" + i, ARisk.ofAConsumer().assessed().decisionInput()))
                .toList();
    }

    @Test
    void whoStaysTreatedSaysSoWithItsChance() {
        DecisionTrace trace =
                act(TENTH_CONTROLLED, ARisk.ofABusiness().worth(9_000).atRisk()).trace();

        assertThat(trace.group()).contains(Group.TREATED);
        assertThat(trace.stratum()).contains("b2b/5000");
    }

    @Test
    void consentComesBeforeTheControlGroupAndThatBeforeLimitsAndProfit() {
        ARisk nothingPermitted =
                ARisk.ofAConsumer().worth(600).atRisk().saidNothing().reachableBy(Channel.EMAIL);
        ARisk contactedLately =
                ARisk.ofAConsumer().worth(600).atRisk().contactedElsewhere(TUESDAY.minusSeconds(60), Channel.EMAIL);
        ARisk worthLittle = ARisk.ofAConsumer().worth(150).level(RiskLevel.AT_RISK, 0.02);

        assertThat(letGo(EVERYBODY_CONTROLLED, nothingPermitted).because()).isEqualTo(NoActionReason.NO_CONSENT);
        assertThat(letGo(EVERYBODY_CONTROLLED, contactedLately).because()).isEqualTo(NoActionReason.CONTROL_GROUP);
        assertThat(letGo(EVERYBODY_CONTROLLED, worthLittle).because()).isEqualTo(NoActionReason.CONTROL_GROUP);
        assertThat(letGo(
                                Policies.still(),
                                ARisk.ofAConsumer()
                                        .worth(150)
                                        .level(RiskLevel.AT_RISK, 0.02)
                                        .contactedElsewhere(TUESDAY.minusSeconds(60), Channel.EMAIL))
                        .because())
                .isEqualTo(NoActionReason.CONTACT_LIMIT);
    }

    @Test
    void whatSomebodyElsewhereIsInTouchAboutIsLeftToThemForAWhile() {
        ARisk overdue = ARisk.ofABusiness().worth(9_000).open(Matters.COMPLAINT, TUESDAY.minus(Duration.ofDays(30)));
        assertThat(decide(Policies.still(), overdue)).isInstanceOf(Decision.Act.class);

        overdue.contactedElsewhere(TUESDAY.minus(Duration.ofDays(1)), Channel.PHONE);
        Decision.LetGo letGo = letGo(Policies.still(), overdue);

        assertThat(letGo.because()).isEqualTo(NoActionReason.HANDLED_ELSEWHERE);
        assertThat(letGo.lookAgainAt()).contains(TUESDAY.plus(Duration.ofDays(6)));
    }

    @Test
    void whatWasSaidElsewhereBeforeAMatterCameUpDoesNotAnswerIt() {
        ARisk overdue = ARisk.ofABusiness()
                .worth(9_000)
                .open(Matters.COMPLAINT, TUESDAY.minus(Duration.ofDays(30)))
                .contactedElsewhere(TUESDAY.minus(Duration.ofDays(31)), Channel.PHONE);

        assertThat(decide(Policies.still(), overdue)).isInstanceOf(Decision.Act.class);
    }

    @Test
    void whoMayBeCalledAgainLaterIsLookedAtThen() {
        ARisk called = ARisk.ofAConsumer().worth(600).atRisk().reachableBy(Channel.PHONE);
        for (int days : List.of(25, 20, 16, 15)) {
            called.contactedElsewhere(TUESDAY.minus(Duration.ofDays(days)), Channel.PHONE);
        }

        Decision.LetGo letGo = letGo(Policies.still(), called);

        assertThat(letGo.because()).isEqualTo(NoActionReason.CONTACT_LIMIT);
        assertThat(letGo.lookAgainAt()).contains(TUESDAY.plus(Duration.ofDays(5)));
    }

    @Test
    void aPaymentOfACurrentContractIsRemindedOfWithoutConsentToMarketing() {
        ARisk failed =
                ARisk.ofAConsumer().unpaid(0.3).open(Matters.PAYMENT, TUESDAY).saidNothing();

        assertThat(decide(Policies.still(), failed.underContract()))
                .isInstanceOfSatisfying(
                        Decision.Act.class, act -> assertThat(act.action()).isEqualTo(Action.MESSAGE));
    }

    @Test
    void whoHasNoEmailIsToldByLetterWhatTheyHaveARightTo() {
        ARisk notice = ARisk.ofAConsumer().worth(600).open(Matters.TERMINATION, TUESDAY);

        assertThat(acknowledgement(notice.reachableBy(Channel.PHONE, Channel.SMS, Channel.LETTER)))
                .isEqualTo(Action.LETTER);
        assertThat(acknowledgement(notice.reachableBy(Channel.EMAIL, Channel.LETTER)))
                .isEqualTo(Action.MESSAGE);
    }

    private static Action acknowledgement(ARisk risk) {
        return act(Policies.still(), risk).steps().stream()
                .filter(Step::owed)
                .findFirst()
                .orElseThrow()
                .action();
    }

    @Test
    void aLimitOnContactsSaysWhenItEnds() {
        Contact ours = new Contact(TUESDAY.minus(Duration.ofDays(4)), Optional.of(Channel.PHONE), true, false, true);

        Decision decision =
                decide(Policies.still(), calm(), new Past(Optional.empty(), List.of(ours), Optional.empty()));

        assertThat(decision).isInstanceOf(Decision.LetGo.class);
        assertThat(decision.lookAgainAt()).contains(TUESDAY.plus(Duration.ofDays(10)));
    }

    @Test
    void answersAndWhoWasNotReachedAreNotCounted() {
        Contact answer = new Contact(TUESDAY.minusSeconds(60), Optional.of(Channel.PHONE), true, false, false);
        Contact vain = new Contact(TUESDAY.minusSeconds(60), Optional.of(Channel.PHONE), false, false, true);

        assertThat(decide(
                        Policies.still(), calm(), new Past(Optional.empty(), List.of(answer, vain), Optional.empty())))
                .isInstanceOf(Decision.Act.class);
    }

    @Test
    void threeContactsInNinetyDaysAreEnough() {
        ARisk often = calm();
        for (int days : List.of(80, 50, 20)) {
            often.contactedElsewhere(TUESDAY.minus(Duration.ofDays(days)), Channel.EMAIL);
        }

        assertThat(letGo(Policies.still(), often).lookAgainAt()).contains(TUESDAY.plus(Duration.ofDays(10)));
    }

    @Test
    void aShareIsDrawnAmongAllThatIsWorthItAndTheChanceIsTold() {
        List<Decision.Act> acts = IntStream.range(0, 4_000)
                .mapToObj(i -> (Decision.Act) EXPLORING.decide(new Occasion(
                        ARisk.ofABusiness().worth(9_000).atRisk().assessed(),
                        TUESDAY,
                        Past.NONE,
                        Knowledge.NONE,
                        "decision-" + i)))
                .toList();

        // four actions are worth it: half of all decisions is shared out among them
        assertThat(acts.stream().map(Decision.Act::action).distinct()).hasSize(4);
        assertThat(acts).allSatisfy(act -> assertThat(act.trace().propensity())
                .isEqualTo(act.action() == Action.ACCOUNT_MANAGER_VISIT ? 0.625 : 0.125));
        assertThat(acts.stream().filter(act -> act.action() == Action.LETTER).count() / 4_000.0)
                .isCloseTo(0.125, within(0.02));
    }

    @Test
    void whatWasDecidedOnceIsDecidedTheSameAgain() {
        Occasion occasion = PolicyTest.occasion(ARisk.ofABusiness().worth(9_000).atRisk(), TUESDAY, Past.NONE);

        assertThat(EXPLORING.decide(occasion)).isEqualTo(EXPLORING.decide(occasion));
    }

    @Test
    void anOfferIsMadeWhereItPaysThoughStayersTakeItToo() {
        Decision.Act nearlyGone = act(
                Policies.still(),
                ARisk.ofAConsumer().worth(600).level(RiskLevel.URGENT, 0.9).leavingFor(Cause.PRODUCT));
        Decision.Act likelyStays =
                act(Policies.still(), ARisk.ofAConsumer().worth(600).atRisk().leavingFor(Cause.PRODUCT));

        assertThat(nearlyGone.steps().getFirst().offer()).isPresent();
        assertThat(nearlyGone.steps().getFirst().offer().orElseThrow().most()).isEqualTo(6_000);
        assertThat(likelyStays.steps().getFirst().offer()).isEmpty();
    }

    /** p·s·V − cost − offer·(p·s + 1 − p), by hand: .24·.09·1200 − 13 − 60·(.24·.09 + .76) = −33.98 for the call. */
    @Test
    void everyCandidateIsToldWithWhatItWouldHaveBeenWorth() {
        DecisionTrace trace = act(
                        Policies.still(),
                        ARisk.ofAConsumer()
                                .worth(600)
                                .level(RiskLevel.AT_RISK, 0.23)
                                .leavingFor(Cause.PRODUCT))
                .trace();

        assertThat(trace.candidates())
                .filteredOn(candidate -> candidate.action() == Action.CALL)
                .extracting(Candidate::offer, Candidate::expectedProfit)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Optional.empty(), 428L),
                        org.assertj.core.groups.Tuple.tuple(Optional.of("exchange-or-credit"), -3_398L));
        assertThat(trace.inputs()).anySatisfy(input -> assertThat(input.name()).isEqualTo("level"));
    }

    @Test
    void whatOutcomesTaughtChangesWhatPays() {
        SaveRates.Of call = new SaveRates.Of(Action.CALL, Segment.B2C, false);
        SaveRates useless = new SaveRates(Map.of(call, new SaveRates.Tally(5_000, 1_200, 1_300)));
        Occasion occasion = new Occasion(
                ARisk.ofAConsumer().worth(600).atRisk().assessed(),
                TUESDAY,
                Past.NONE,
                Knowledge.of(useless),
                "decision");

        Decision.Act act = (Decision.Act) Policies.still().decide(occasion);

        assertThat(act.action()).isEqualTo(Action.LETTER);
        assertThat(act.trace().candidates())
                .filteredOn(candidate -> candidate.action() == Action.CALL)
                .allSatisfy(candidate -> assertThat(candidate.learned()).isTrue());
    }

    /** Of 1,000 contacted 300 were to leave and 240 did: a fifth was kept, not the 760 of 1,000 who stayed. */
    @Test
    void countingStayersAsSavedIsNotDone() {
        Beta belief = belief(new SaveRates.Tally(10_000, 3_000, 2_400));

        assertThat(belief.mean()).isBetween(0.13, 0.2);
        assertThat(belief.spread()).isLessThan(0.02);
    }

    /** Who was to leave is known only in the mean: 60 fewer than expected may be luck, and move the belief a little. */
    @Test
    void aFewFewerLeaversThanExpectedProveLittle() {
        Beta belief = belief(new SaveRates.Tally(1_000, 300, 240));

        assertThat(belief.mean()).isBetween(0.07, 0.11);
        assertThat(belief.spread()).isBetween(0.02, 0.03);
    }

    /** After notice everybody was to leave, and who stayed was kept. */
    @Test
    void whereLeavingWasCertainTheyAreCounted() {
        Beta belief = belief(new SaveRates.Tally(400, 400, 340));

        assertThat(belief.a()).isCloseTo(66, within(1e-9));
        assertThat(belief.b()).isCloseTo(434, within(1e-9));
    }

    private static Beta belief(SaveRates.Tally tally) {
        SaveRates.Of call = new SaveRates.Of(Action.CALL, Segment.B2C, false);
        return new SaveRates(Map.of(call, tally)).of(call, new Beta(6, 94)).belief();
    }

    private static ARisk calm() {
        return ARisk.ofABusiness().worth(4_000).atRisk();
    }

    private static Decision decide(Policy policy, ARisk risk) {
        return decide(policy, risk, Past.NONE);
    }

    private static Decision decide(Policy policy, ARisk risk, Past past) {
        return policy.decide(PolicyTest.occasion(risk, TUESDAY, past));
    }

    private static Decision.Act act(Policy policy, ARisk risk) {
        return (Decision.Act) decide(policy, risk);
    }

    private static Decision.LetGo letGo(Policy policy, ARisk risk) {
        return (Decision.LetGo) decide(policy, risk);
    }
}
