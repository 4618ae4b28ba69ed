package io.vigie.ingest.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Within one import a customer's record is passed on once, and again only when more than its time changed. */
final class CustomerChanges {
    /** A customer who is forgotten in between is passed on once more, which does not count twice. */
    private static final int MOST_REMEMBERED = 100_000;

    private final Map<String, UUID> digests = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, UUID> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    boolean isNews(MappedRow.MappedCustomer customer) {
        ObjectNode lasting = customer.written().<ObjectNode>deepCopy().without("time");
        UUID digest = UUID.nameUUIDFromBytes(lasting.toString().getBytes(StandardCharsets.UTF_8));
        return !digest.equals(digests.put(customer.customer().id(), digest));
    }
}
