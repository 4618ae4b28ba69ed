package io.vigie.retention.store;

import io.vigie.events.Word;
import io.vigie.retention.casework.RetentionCase;

/** The states of a case as tables, APIs and screens name them; a closed case is known by its result. */
public enum CaseStatus implements Word {
    OPEN,
    IN_ACTION,
    WAITING,
    SAVED,
    LOST,
    CLOSED_WITHOUT_ACTION,
    VOID;

    public static CaseStatus of(RetentionCase one) {
        return switch (one) {
            case RetentionCase.Opened _ -> OPEN;
            case RetentionCase.InAction _ -> IN_ACTION;
            case RetentionCase.Waiting _ -> WAITING;
            case RetentionCase.Closed closed ->
                switch (closed.result()) {
                    case SAVED -> SAVED;
                    case LOST -> LOST;
                    case CLOSED_WITHOUT_ACTION -> CLOSED_WITHOUT_ACTION;
                    case VOID -> VOID;
                };
        };
    }
}
