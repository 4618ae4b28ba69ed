package io.vigie.events.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What silence means in one cohort of customers, fitted on their own orders: the parameters of an MBG/NBD.
 *
 * @param cohort whose orders: {@code all}, {@code segment=b2b}, or an attribute and its value
 * @param fittedAt wall-clock instant of the fit; the later one holds
 * @param firstDay instant of the first order it rests on, to the day
 * @param until the end of what was known
 * @param customers with an order
 * @param repeaters of them, with orders on more than one day
 * @param orders days with an order, over all customers
 * @param alphaDays scale of the order rates, days
 * @param auc how well, fitted on what was known a horizon earlier, it told who would stay away
 * @param aucOfGiven how well the scorecard's parameters did
 * @param notes what whoever uses it should know, such as a parameter that ran to its bound
 * @param bgNbd the same orders by a BG/NBD, for reference; empty where that tells nothing, or was not fitted yet
 */
public record SilenceFitted(
        String cohort,
        Instant fittedAt,
        Instant firstDay,
        Instant until,
        int customers,
        int repeaters,
        long orders,
        double r,
        double alphaDays,
        double a,
        double b,
        double logLikelihood,
        double auc,
        double aucOfGiven,
        List<String> notes,
        Optional<ReferenceFit> bgNbd) {
    public SilenceFitted {
        notes = notes == null ? List.of() : List.copyOf(notes);
        bgNbd = bgNbd == null ? Optional.empty() : bgNbd;
    }

    /** The key under which a cohort's parameters stand. */
    public static String key(String cohort) {
        return "silence/" + cohort;
    }
}
