package io.vigie.retention;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Consent;
import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Potential;
import io.vigie.events.customer.Purpose;
import io.vigie.events.customer.Renewal;
import io.vigie.events.customer.Segment;
import io.vigie.events.risk.ComingDate;
import io.vigie.events.risk.ContactMade;
import io.vigie.events.risk.DecisionInput;
import io.vigie.events.risk.IfNothingComes;
import io.vigie.events.risk.Leaving;
import io.vigie.events.risk.Life;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.Matter;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.risk.RiskShare;
import io.vigie.events.risk.SignalRef;
import io.vigie.events.risk.Trigger;
import io.vigie.events.risk.Unavoidable;
import io.vigie.events.signal.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A risk to decide on; unless told otherwise, a stable consumer worth 500 a year who may be reached in every way. */
public final class ARisk {
    /** A Tuesday, 11:00 in Paris. */
    public static final Instant TUESDAY = Instant.parse("2026-03-03T10:00:00Z");

    private String customer = "C-1";
    private Instant asOf = TUESDAY;
    private Optional<Instant> recordedAt = Optional.empty();
    private Trigger trigger = Trigger.SIGNAL;
    private Optional<SignalRef> movedBy = Optional.empty();
    private Segment segment = Segment.B2C;
    private long worth = 500;
    private Potential potential = Potential.LOW;
    private String currency = "EUR";
    private boolean strategic;
    private RiskLevel level = RiskLevel.STABLE;
    private double byChoice = 0.05;
    private double unpaid = 0.01;
    private Optional<Unavoidable> unavoidable = Optional.empty();
    private boolean objection;
    private boolean lost;
    private boolean known = true;
    private Set<Channel> reachable = EnumSet.allOf(Channel.class);
    private final List<Consent> consents = new ArrayList<>();
    private final List<Matter> matters = new ArrayList<>();
    private Optional<IfNothingComes> ifNothingComes = Optional.empty();
    private List<ComingDate> comingDates = List.of();
    private final List<ContactMade> contacts = new ArrayList<>();
    private Cause cause = Cause.SERVICE;
    private String accountManager = "am-north";
    private Optional<String> country = Optional.of("FR");
    private Optional<Contract> contract = Optional.empty();
    private Optional<Instant> dormantSince = Optional.empty();
    private Optional<Instant> leftAt = Optional.empty();
    private Leaving leaving = Leaving.BY_CHOICE;
    private int lives = 1;
    private Instant livingSince = Instant.EPOCH;

    private ARisk() {
        for (Channel channel : Channel.values()) {
            consents.add(said(channel, true, Instant.EPOCH));
            consents.add(new Consent(channel, Purpose.WIN_BACK, true, Instant.EPOCH, Optional.of("proof")));
        }
    }

    public static ARisk of(String customer) {
        ARisk risk = new ARisk();
        risk.customer = customer;
        return risk;
    }

    public static ARisk ofAConsumer() {
        return of("C-1");
    }

    public static ARisk ofABusiness() {
        return of("B-1").in(Segment.B2B);
    }

    public ARisk in(Segment to) {
        segment = to;
        return this;
    }

    public ARisk worth(long yearlyMargin) {
        worth = yearlyMargin;
        return this;
    }

    public ARisk potential(Potential band) {
        potential = band;
        return this;
    }

    public ARisk payingIn(String unit) {
        currency = unit;
        return this;
    }

    public ARisk strategic() {
        strategic = true;
        return this;
    }

    public ARisk level(RiskLevel to, double probability) {
        level = to;
        byChoice = probability;
        return this;
    }

    public ARisk atRisk() {
        return level(RiskLevel.AT_RISK, 0.24);
    }

    public ARisk urgent() {
        return level(RiskLevel.URGENT, 0.5);
    }

    public ARisk unpaid(double probability) {
        unpaid = probability;
        return this;
    }

    public ARisk at(Instant instant) {
        asOf = instant;
        return this;
    }

    /** Told long after it was so. */
    public ARisk recordedAt(Instant instant) {
        recordedAt = Optional.of(instant);
        return this;
    }

    public ARisk because(Trigger why) {
        trigger = why;
        return this;
    }

    public ARisk movedBy(String type) {
        movedBy = Optional.of(new SignalRef("test", type + "@" + asOf, type, asOf));
        return this;
    }

    public ARisk open(String matter, Instant since) {
        matters.add(Matter.one(matter, since, Optional.empty()));
        return this;
    }

    /** Two of a kind, one opened after the other. */
    public ARisk openTwice(String matter, Instant since, Instant latest) {
        matters.add(new Matter(matter, since, 2, Optional.empty(), Optional.of(latest)));
        return this;
    }

    public ARisk open(String matter, Instant since, Instant until) {
        matters.add(Matter.one(matter, since, Optional.of(until)));
        return this;
    }

    public ARisk leavesBecause(Cause cause) {
        unavoidable = Optional.of(new Unavoidable(cause, asOf));
        return this;
    }

    public ARisk objects() {
        objection = true;
        return this;
    }

    public ARisk hasLeft() {
        lost = true;
        return this;
    }

    /** As nobody could have prevented. */
    public ARisk unavoidably() {
        leaving = Leaving.UNAVOIDABLE;
        return this;
    }

    public ARisk leftAt(Instant when) {
        leftAt = Optional.of(when);
        return hasLeft();
    }

    public ARisk dormantSince(Instant when) {
        dormantSince = Optional.of(when);
        return this;
    }

    /** Came back after having left. */
    public ARisk wonBack() {
        lives = 2;
        return this;
    }

    /** Came back at that time. */
    public ARisk wonBackAt(Instant when) {
        livingSince = when;
        return wonBack();
    }

    public ARisk movedTo(String code) {
        country = Optional.of(code);
        return this;
    }

    public ARisk underContract() {
        contract = Optional.of(new Contract(
                "K-1", Renewal.TACIT, Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty()));
        return this;
    }

    public ARisk under(Contract one) {
        contract = Optional.of(one);
        return this;
    }

    public ARisk leavingFor(Cause likeliest) {
        cause = likeliest;
        return this;
    }

    public ARisk lookedAfterBy(String person) {
        accountManager = person;
        return this;
    }

    public ARisk contactedElsewhere(Instant when, Channel by) {
        contacts.add(new ContactMade(when, Optional.of(by), false));
        return this;
    }

    public ARisk refusedElsewhere(Instant when, Channel by) {
        contacts.add(new ContactMade(when, Optional.of(by), true));
        return this;
    }

    public ARisk withoutProof() {
        consents.replaceAll(one -> new Consent(one.channel(), one.purpose(), one.given(), one.at(), Optional.empty()));
        return this;
    }

    public ARisk unknown() {
        known = false;
        reachable = Set.of();
        consents.clear();
        return this;
    }

    public ARisk reachableBy(Channel... channels) {
        reachable = Set.of(channels);
        return this;
    }

    public ARisk saidNothing() {
        consents.clear();
        return this;
    }

    public ARisk agreesOnlyTo(Purpose purpose, Channel channel) {
        consents.clear();
        consents.add(new Consent(channel, purpose, true, Instant.EPOCH, Optional.of("proof")));
        return this;
    }

    public ARisk refuses(Channel channel) {
        consents.add(said(channel, false, Instant.EPOCH.plusSeconds(1)));
        return this;
    }

    public ARisk risingBy(Instant day, RiskLevel next) {
        ifNothingComes = Optional.of(new IfNothingComes(day, next));
        comingDates = List.of(new ComingDate("order.not-renewed", day), new ComingDate("lost", day));
        return this;
    }

    public RiskAssessed assessed() {
        return new RiskAssessed(
                customer,
                asOf,
                recordedAt.orElse(asOf),
                trigger,
                movedBy,
                90,
                Math.min(1, byChoice + unpaid),
                level,
                RiskLevel.STABLE,
                new RiskShare(
                        byChoice,
                        0,
                        -3,
                        List.of(new Reason("complaint.filed", 1.3, 1), new Reason("silence", 0.4, 0.3))),
                new RiskShare(unpaid, 0, -4.6, List.of(new Reason("payment.failed", 3, 1))),
                cause,
                unavoidable,
                life(),
                List.of(),
                matters,
                new DecisionInput(
                        known,
                        segment,
                        worth * 100,
                        currency,
                        potential,
                        strategic,
                        Optional.of(accountManager),
                        country,
                        contract,
                        reachable,
                        consents,
                        objection,
                        contacts),
                "test-1",
                Optional.empty(),
                dormantSince,
                ifNothingComes,
                comingDates);
    }

    private Life life() {
        return lost
                ? new Life(
                        lives,
                        LifeState.LOST,
                        livingSince,
                        Optional.of(leftAt.orElse(asOf)),
                        Optional.of(leaving),
                        Optional.of(Cause.SERVICE))
                : new Life(lives, LifeState.ACTIVE, livingSince, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Consent said(Channel channel, boolean given, Instant at) {
        return new Consent(channel, Purpose.RETENTION, given, at, Optional.of("proof"));
    }
}
