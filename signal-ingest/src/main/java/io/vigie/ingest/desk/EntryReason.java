package io.vigie.ingest.desk;

import io.vigie.events.Word;

/** Why a letter came back or a debit failed, as the mail room or the bank says. */
public enum EntryReason implements Word {
    MOVED,
    UNKNOWN_ADDRESS,
    INCOMPLETE_ADDRESS,
    UNCLAIMED,
    NOT_ACCEPTED,
    INSUFFICIENT_FUNDS,
    ACCOUNT_CLOSED,
    NO_MANDATE,
    DISPUTED,
    OTHER
}
