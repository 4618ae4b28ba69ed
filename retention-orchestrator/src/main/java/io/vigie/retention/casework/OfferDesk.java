package io.vigie.retention.casework;

import io.vigie.events.retention.Offer;
import io.vigie.retention.casework.IllegalMove.Why;
import io.vigie.retention.casework.OfferStanding.Approved;
import io.vigie.retention.casework.OfferStanding.Asked;
import io.vigie.retention.casework.OfferStanding.Given;
import io.vigie.retention.casework.OfferStanding.Refused;
import java.time.Instant;

/** Who may promise what: within the month's budget, and with a second person's word where it costs much. */
public final class OfferDesk {
    private OfferDesk() {}

    /**
     * Somebody asks whether they may make an offer; asked again it stays as it was.
     *
     * @throws IllegalMove when nobody need be asked, or it was decided already
     */
    public static OfferStanding ask(OfferStanding now, Offer offer, Doer by, Instant at) {
        if (!offer.needsApproval()) {
            throw new IllegalMove(Why.NO_APPROVAL_NEEDED, "This offer may be made without asking anybody.");
        }
        return switch (now) {
            case OfferStanding.Open _ -> new Asked(by.name(), at);
            case Asked asked -> asked;
            case Approved _, Refused _, Given _ -> throw decided();
        };
    }

    /**
     * @throws IllegalMove when nobody has asked, whoever asked approves, or the month's budget does not hold it
     */
    public static OfferStanding approve(OfferStanding now, Offer offer, OfferBudget budget, Doer by, Instant at) {
        notAlone(now, by);
        affordable(offer, budget);
        return new Approved(by.name(), at);
    }

    /**
     * @throws IllegalMove when nobody has asked, or it was decided already
     */
    public static OfferStanding refuse(OfferStanding now, String because, Doer by, Instant at) {
        notAlone(now, by);
        return new Refused(by.name(), at, because);
    }

    /**
     * The offer is made in writing, or the customer takes it; a second time changes nothing.
     *
     * @throws IllegalMove when somebody has to approve of it first, or the month's budget does not hold it
     */
    public static OfferStanding give(OfferStanding now, Offer offer, OfferBudget budget, Doer by, Instant at) {
        return switch (now) {
            case Given given -> given;
            case Approved _ -> new Given(by.name(), at);
            case OfferStanding.Open _, Asked _, Refused _ -> {
                if (offer.needsApproval()) {
                    throw new IllegalMove(
                            Why.OFFER_NEEDS_APPROVAL,
                            "This offer costs more than you may promise alone; ask for approval on the case's page first.");
                }
                affordable(offer, budget);
                yield new Given(by.name(), at);
            }
        };
    }

    /** To be thrown where a customer is said to have taken what was never to be offered. */
    public static IllegalMove noOffer() {
        return new IllegalMove(
                Why.NO_OFFER,
                "This task carries no offer; say what came of it by another outcome, such as staying or promise.");
    }

    /** To be thrown where nobody is going to offer anything any more. */
    public static IllegalMove over() {
        return new IllegalMove(
                Why.TASK_NOT_FREE, "This task is done or cancelled already; nothing can be offered for it any more.");
    }

    private static void notAlone(OfferStanding now, Doer by) {
        if (!(now instanceof Asked asked)) {
            throw now instanceof OfferStanding.Open
                    ? new IllegalMove(Why.NOBODY_ASKED, "Nobody has asked for this offer.")
                    : decided();
        }
        if (!by.leads() || asked.by().equals(by.name())) {
            throw new IllegalMove(
                    Why.NOT_BY_ONESELF, "A lead or manager other than who asked decides about this offer.");
        }
    }

    private static void affordable(Offer offer, OfferBudget budget) {
        if (!budget.holds(offer)) {
            throw new IllegalMove(
                    Why.OFFER_BUDGET_SPENT,
                    "This month's budget does not hold this offer any more; make a smaller one, or none.");
        }
    }

    private static IllegalMove decided() {
        return new IllegalMove(Why.OFFER_DECIDED, "This offer was approved, refused or made already.");
    }
}
