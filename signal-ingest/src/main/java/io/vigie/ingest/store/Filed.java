package io.vigie.ingest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vigie.events.EventJson;
import io.vigie.events.customer.Customer;
import io.vigie.ingest.intake.Wishes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;

/**
 * A customer's record in the file.
 *
 * @param record as it came, enciphered
 * @param toldAt the time under which it was last told; later whenever something else is told
 * @param toldDigest of what was told, wishes included
 */
record Filed(Customer record, String source, Instant toldAt, String toldDigest) {
    static final Comparator<Filed> IN_ORDER =
            Comparator.comparing(filed -> filed.record().id());

    private static final Instant BEFORE_ANY_RECORD = Instant.parse("1900-01-01T00:00:00Z");

    /** Of whom nothing is known but wishes. */
    static Customer stranger(String customer) {
        return read(EventJson.mapper()
                .createObjectNode()
                .put("id", customer)
                .put("time", BEFORE_ANY_RECORD.toString())
                .toString());
    }

    /**
     * What is filed after a record or a wish came.
     *
     * @param notBefore when it holds from, if nothing later was told before
     */
    static Filed after(Optional<Filed> last, CustomerFile.Given given, Wishes wishes, Instant notBefore) {
        String digest = digest(wishes.in(given.record(), Instant.EPOCH));
        Instant from = notBefore.truncatedTo(ChronoUnit.MICROS);
        Instant at = last.map(filed -> filed.toldDigest().equals(digest)
                        ? filed.toldAt()
                        : later(from, filed.toldAt().plus(1, ChronoUnit.MICROS)))
                .orElse(from);
        return new Filed(given.record(), given.source(), at, digest);
    }

    CustomerFile.Telling telling(Wishes wishes) {
        return new CustomerFile.Telling(wishes.in(record, toldAt), source, CustomerFile.Reach.EVERYBODY);
    }

    static Customer read(String json) {
        try {
            return EventJson.mapper().readValue(json, Customer.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept customer record cannot be read", e);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String digest(Customer told) {
        try {
            return Rows.digest(EventJson.mapper().writeValueAsString(told));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a customer record could not be written", e);
        }
    }
}
