package io.vigie.retention.casework;

import io.vigie.events.Word;

/** Why a task is put off. */
public enum SnoozeReason implements Word {
    /** The customer asked for another time. */
    CUSTOMER_ASKED,
    WAITING_FOR_INFORMATION,
    /** Nobody answered; the next try comes at another hour. */
    ANOTHER_HOUR,
    OTHER
}
