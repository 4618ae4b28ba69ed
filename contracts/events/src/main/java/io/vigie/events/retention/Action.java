package io.vigie.events.retention;

import io.vigie.events.Word;

/** What can be done for a customer, in rising order of effort. */
public enum Action implements Word {
    MESSAGE,
    LETTER,
    CALL,
    ACCOUNT_MANAGER_VISIT,
    SALES_DIRECTOR_VISIT
}
