package io.vigie.retention.rehearsal;

import io.vigie.retention.rehearsal.Logged.Arm;

/**
 * How much more or less a draft would have brought than the live policy, by decisions whose outcome is known: what a model
 * expects of each, corrected where what was done is what they would do, by the inverse of its propensity (Dudík, Langford and
 * Li 2011, doi:10.48550/arXiv.1103.4601). It is right where either the model or the propensities are. Errors are clustered by
 * customer; customers come one after the other, so that memory does not grow with them.
 */
final class DoublyRobust {
    private String customer = "";
    private long inCluster;
    private double ofCluster;
    private long customers;
    private long decisions;
    private double sum;
    private double squares;
    private double products;
    private double counts;
    private double moved;
    private double unsupported;
    private long matched;

    /**
     * One more decision; all of a customer's come together.
     */
    void take(Logged one) {
        if (!one.customer().equals(customer)) {
            closeCluster();
            customer = one.customer();
        }
        decisions++;
        inCluster++;
        double difference = 0;
        for (Arm arm : one.arms()) {
            difference += arm.moved() * arm.expected();
            if (arm.taken()) {
                difference += arm.moved() / one.propensity() * (one.reward() - arm.expected());
            }
            moved += Math.max(0, arm.moved());
            unsupported += arm.couldBe() ? 0 : Math.max(0, arm.moved());
        }
        matched += one.arms().stream().anyMatch(arm -> arm.taken() && arm.moved() > 0) ? 1 : 0;
        ofCluster += difference;
        sum += difference;
    }

    private void closeCluster() {
        if (inCluster > 0) {
            customers++;
            squares += ofCluster * ofCluster;
            products += ofCluster * inCluster;
            counts += (double) inCluster * inCluster;
        }
        inCluster = 0;
        ofCluster = 0;
    }

    Evidence evidence() {
        closeCluster();
        return new Evidence(decisions, customers, moved, overlap(), matched, difference());
    }

    private double overlap() {
        return moved > 0 ? 1 - unsupported / moved : 1;
    }

    /** Σ over customers of (Sᶜ − nᶜ·mean)², without keeping one. */
    private Interval difference() {
        double mean = decisions == 0 ? 0 : sum / decisions;
        double spread = squares - 2 * mean * products + mean * mean * counts;
        double finite = customers > 1 ? customers / (customers - 1.0) : Double.POSITIVE_INFINITY;
        double error = decisions == 0 ? 0 : Math.sqrt(finite * Math.max(0, spread)) / decisions;
        return Interval.around(mean, error);
    }

    /**
     * What decisions of the past can tell of a draft.
     *
     * @param moved how many of them the draft would take otherwise than the live policy
     * @param overlap the share of those in which what it would do had any chance of being done
     * @param matched how often it was done
     * @param difference draft less live, per decision
     */
    record Evidence(long decisions, long customers, double moved, double overlap, long matched, Interval difference) {}
}
