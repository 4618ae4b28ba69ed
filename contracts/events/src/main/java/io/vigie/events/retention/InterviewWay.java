package io.vigie.events.retention;

import io.vigie.events.Word;

/** How a leaver was asked why. */
public enum InterviewWay implements Word {
    /** By somebody who listened. */
    INTERVIEW,
    /** By three questions behind a link. */
    LINK
}
