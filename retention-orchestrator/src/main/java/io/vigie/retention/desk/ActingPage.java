package io.vigie.retention.desk;

import io.vigie.events.retention.Action;
import io.vigie.retention.casework.OfferStanding;
import io.vigie.retention.letters.Scripts.Script;
import io.vigie.retention.letters.Visit;
import io.vigie.retention.store.KeptLetter;
import io.vigie.retention.store.OfferEntry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What helps to act on a case.
 *
 * @param customer whose case it is
 * @param letters written to the customer, the latest first
 * @param texts that may be sent by hand
 */
public record ActingPage(UUID caseId, String customer, List<Help> helps, List<KeptLetter> letters, List<String> texts) {

    /**
     * What helps with one task that is still to do.
     *
     * @param script of a call
     * @param offer what may be offered along with it, and how far that has come
     * @param visit as it is booked; {@code place}: where it would be
     */
    public record Help(
            UUID task,
            Action action,
            Optional<Script> script,
            Optional<OfferEntry> offer,
            Optional<Visit> visit,
            String place) {
        public boolean mayAsk() {
            return offer.filter(one -> one.offer().needsApproval() && one.standing() instanceof OfferStanding.Open)
                    .isPresent();
        }

        public boolean aVisit() {
            return action == Action.ACCOUNT_MANAGER_VISIT || action == Action.SALES_DIRECTOR_VISIT;
        }

        public boolean booked() {
            return visit.filter(one -> !one.cancelled()).isPresent();
        }

        public boolean message() {
            return action == Action.MESSAGE;
        }

        public boolean letter() {
            return action == Action.LETTER;
        }
    }
}
