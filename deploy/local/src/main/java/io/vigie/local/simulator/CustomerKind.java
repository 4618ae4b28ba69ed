package io.vigie.local.simulator;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Segment;
import java.util.Map;

/**
 * Customers of one sort: who they are, what they are worth, how they can be reached.
 *
 * @param share of all customers
 * @param contract whether they are held by a contract; if not, they buy by the order
 * @param margin yearly margin, minor units
 * @param orderEveryDays usual days between orders, for those without contract
 * @param tacit share of contracts that renew by themselves
 * @param termMonths length of a contract
 * @param freeToLeave whether notice can be given at any time, or only towards the term's end
 * @param reachable share that each channel reaches
 * @param consents share of given consents; a channel that is not named was never asked
 */
record CustomerKind(
        String name,
        Segment segment,
        double share,
        boolean contract,
        LogNormal margin,
        LogNormal orderEveryDays,
        double tacit,
        int termMonths,
        boolean freeToLeave,
        Map<Channel, Double> reachable,
        Map<Channel, Double> consents) {}
