package io.vigie.ingest.desk;

/** What is wrong with one field, in words that stand next to it. */
public enum EntryFault {
    MISSING,
    UNKNOWN_CUSTOMER,
    NO_DATE,
    IN_FUTURE,
    NO_AMOUNT,
    NO_CURRENCY,
    TOO_LONG
}
