package io.vigie.ingest.intake;

import io.vigie.events.Word;

/** The stable words for why something is refused, here or by the scorer; a source may add its own for its columns. */
public enum Reason implements Word {
    MALFORMED_JSON,
    MALFORMED_XML,
    MALFORMED_EVENT,
    MALFORMED_ROW,
    UNSUPPORTED_CONTENT_TYPE,
    TOO_LARGE,
    MISSING_ID,
    MISSING_SOURCE,
    MISSING_CUSTOMER,
    UNKNOWN_CUSTOMER,
    CUSTOMER_ERASED,
    COMPANY_TO_ERASE,
    ALIAS_CONFLICT,
    UNKNOWN_TYPE,
    WRONG_ATTRIBUTE,
    WRONG_CUSTOMER,
    TIME_MISSING,
    TIME_UNREADABLE,
    TIME_IN_FUTURE,
    TIME_TOO_EARLY,
    LOOKUP_MISS,
    UNMAPPED_ROW,
    CONTRADICTS_EARLIER;

    public Refusal because(String detail) {
        return new Refusal(word(), detail);
    }
}
