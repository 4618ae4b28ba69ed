package io.vigie.kpi.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database refused facts; whether for what they say or for its own trouble decides what happens next. */
public final class NotKept extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean byTheFacts;

    /** Whether by the facts is told by the SQL state: class 22 (data) and 23 (integrity) are. */
    NotKept(SQLException cause) {
        this(cause, saysWhatIsWrongWithData(cause.getSQLState()));
    }

    NotKept(Exception cause, boolean byTheFacts) {
        super(String.valueOf(cause.getMessage()), cause);
        this.byTheFacts = byTheFacts;
    }

    /** True when the same facts would be refused again. */
    boolean byTheFacts() {
        return byTheFacts;
    }

    private static boolean saysWhatIsWrongWithData(@Nullable String state) {
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }
}
