package io.vigie.events.retention;

import io.vigie.events.Word;

/** Who works a queue of tasks; automatic tasks are carried out by the system itself. */
public enum Team implements Word {
    AUTOMATIC,
    LETTER_DESK,
    SERVICE_DESK,
    BILLING_DESK,
    CALL_CENTRE,
    RETENTION_UNIT,
    ACCOUNT_MANAGERS,
    SALES_DIRECTOR,
    MANAGEMENT
}
