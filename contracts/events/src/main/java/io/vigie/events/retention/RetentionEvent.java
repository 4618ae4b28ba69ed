package io.vigie.events.retention;

import java.time.Instant;

/** Something that retention teams, or the policy in their place, decided or did about one customer. */
public sealed interface RetentionEvent
        permits CaseOpened,
                CaseClosed,
                TaskAssigned,
                TaskClaimed,
                TaskCompleted,
                TaskCancelled,
                NoActionDecided,
                DecisionOverruled,
                InterviewAsked,
                InterviewHeld,
                NoticeFollowed {
    String customer();

    /** When it was so: the assessment's instant for decisions, the worker's for deeds. */
    Instant at();

    /** Wall-clock instant at which it was written down. */
    Instant recordedAt();
}
