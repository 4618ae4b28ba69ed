package io.vigie.retention.store;

import io.vigie.events.Word;
import io.vigie.retention.casework.OfferStanding;

/** An offer's standing as a word, for its table and for screens. */
public enum OfferStatus implements Word {
    OPEN,
    ASKED,
    APPROVED,
    REFUSED,
    GIVEN;

    static OfferStatus of(OfferStanding standing) {
        return switch (standing) {
            case OfferStanding.Open _ -> OPEN;
            case OfferStanding.Asked _ -> ASKED;
            case OfferStanding.Approved _ -> APPROVED;
            case OfferStanding.Refused _ -> REFUSED;
            case OfferStanding.Given _ -> GIVEN;
        };
    }
}
