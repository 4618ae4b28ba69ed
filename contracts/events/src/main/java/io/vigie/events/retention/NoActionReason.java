package io.vigie.events.retention;

import io.vigie.events.Word;

/** Why nobody acts, decided on purpose. */
public enum NoActionReason implements Word {
    UNAVOIDABLE,
    OBJECTION,
    NO_CONSENT,
    CONTROL_GROUP,
    CONTACT_LIMIT,
    HANDLED_ELSEWHERE,
    NOT_WORTH_IT
}
