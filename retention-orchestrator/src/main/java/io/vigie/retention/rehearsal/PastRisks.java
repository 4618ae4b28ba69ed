package io.vigie.retention.rehearsal;

import io.vigie.retention.casework.Assessment;
import java.util.function.Predicate;

/** The risks that were told, as they came. */
public interface PastRisks {
    /**
     * Tells of the customers of one partition after the other; of each customer in the order in which it came.
     *
     * @param whom by the customer's id
     * @throws io.vigie.retention.rehearsal.PastRisks.Unreachable when they cannot be read now
     */
    void each(Span span, Predicate<String> whom, Listener listener);

    /** What is told. */
    interface Listener {
        void told(Assessment assessment);

        /** Whatever was told of them is nobody's any more. */
        void erased(String customer);

        /** All has been told of the customers so far. */
        void over();
    }

    /** Where they are kept cannot be reached. */
    final class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
