package io.vigie.kpi.store;

import java.sql.SQLException;

/** The database refused facts; whether for what they say or for its own trouble decides what happens next. */
public final class NotKept extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean byTheFacts;

    NotKept(SQLException cause) {
        super(cause.getMessage(), cause);
        this.byTheFacts = saysWhatIsWrongWithData(cause.getSQLState());
    }

    /** True when the same facts would be refused again: SQL states of class 22 (data) and 23 (integrity). */
    boolean byTheFacts() {
        return byTheFacts;
    }

    private static boolean saysWhatIsWrongWithData(String state) {
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }
}
