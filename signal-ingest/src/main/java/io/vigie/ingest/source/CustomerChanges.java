package io.vigie.ingest.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Within one import a customer's record is passed on once, and again only when more than its time changed. */
final class CustomerChanges {
    private final Map<String, UUID> digests = new HashMap<>();

    boolean isNews(MappedRow.MappedCustomer customer) {
        ObjectNode lasting = customer.written().<ObjectNode>deepCopy().without("time");
        UUID digest = UUID.nameUUIDFromBytes(lasting.toString().getBytes(StandardCharsets.UTF_8));
        return !digest.equals(digests.put(customer.customer().id(), digest));
    }
}
