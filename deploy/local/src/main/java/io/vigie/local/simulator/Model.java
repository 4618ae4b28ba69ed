package io.vigie.local.simulator;

import io.vigie.events.DataFiles;
import io.vigie.events.retention.Action;
import io.vigie.events.risk.Leaving;
import io.vigie.events.signal.Cause;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The made-up company's laws; figures measured against one version hold only for that version.
 *
 * @param version goes up with any change of a parameter
 * @param newcomers share of customers who join within the history
 * @param frailty how much an unhappy disposition multiplies troubles: exp(frailty × z), z standard normal
 * @param effects what each action does to whom
 */
record Model(
        int version,
        double newcomers,
        double frailty,
        List<CustomerKind> kinds,
        List<TroubleKind> troubles,
        List<RoutineKind> routines,
        Orders orders,
        Ends ends,
        Effects effects) {
    /** The parameters that ship: version 1. */
    static Model shipped() {
        try (InputStream file = Objects.requireNonNull(Model.class.getResourceAsStream("/simulator/company-v1.yaml"))) {
            return DataFiles.yaml().readValue(file, Model.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the simulator's parameters cannot be read", unreadable);
        }
    }

    /**
     * How orders come.
     *
     * @param marginShare margin as a share of an order's amount
     * @param amountSigma spread of amounts around the customer's usual one
     * @param ebb how far appetite falls in an ebbing trouble that ends in leaving
     * @param ebbPassing how far it falls in one that passes
     */
    record Orders(
            double marginShare, double amountSigma, double ebb, double ebbPassing, double returned, double late) {}

    /**
     * How customers end.
     *
     * @param announced share of contracts ended by choice with a notice before
     * @param accountClosed share of leavers without contract who close their account; the others fall silent
     * @param earlierTroubles what each unmended trouble of the last 180 days adds to the log-odds of leaving
     * @param frailtyWeight what frailty adds to the log-odds of leaving
     * @param returns share of leavers by choice who come back
     * @param frailerAfterReturn what is added to their frailty then
     */
    record Ends(
            double announced,
            double accountClosed,
            double noticeDays,
            double earlierTroubles,
            double frailtyWeight,
            double returns,
            LogNormal returnsAfterDays,
            double frailerAfterReturn) {}

    /**
     * What actions do.
     *
     * @param keeps chance that an action keeps someone leaving that way, for a cause whose factor is 1
     * @param byCause factors on it
     * @param drivesAway chance that it drives away someone who would stay
     */
    record Effects(
            Map<Leaving, Map<Action, Double>> keeps,
            Map<Cause, Map<Action, Double>> byCause,
            Map<Action, Double> drivesAway,
            double drivesAwayWithoutConsent) {}
}
