package io.vigie.local.simulator;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Customer;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer with what no CRM knows of them.
 *
 * @param life 1 for the first, 2 after a return
 * @param since when their part of the history begins
 * @param newcomer whether they join within the history
 * @param frailty disposition to trouble and to leaving, standard normal
 * @param orderEvery usual days between orders; 0 under contract
 * @param orderAmount usual amount of an order, minor units
 */
record Subject(
        Customer master,
        CustomerKind kind,
        int life,
        Instant since,
        boolean newcomer,
        double frailty,
        Optional<Terms> terms,
        double orderEvery,
        double orderAmount) {

    String id() {
        return master.id();
    }

    /** The name of something of theirs, never used again in a later life. */
    String own(String what, int number) {
        return id() + "-" + what + "-" + life + "-" + number;
    }

    boolean consentsTo(Channel channel) {
        return master.consents().stream().anyMatch(consent -> consent.channel() == channel && consent.given());
    }

    /** The same customer in the life that begins with a return. */
    Subject returning(Instant at, double addedFrailty) {
        return new Subject(
                master,
                kind,
                life + 1,
                at,
                true,
                frailty + addedFrailty,
                terms.map(old -> new Terms(id() + "-contract-" + (life + 1), old.renewal(), at, old.months())),
                orderEvery,
                orderAmount);
    }
}
