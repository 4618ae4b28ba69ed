package io.vigie.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vigie.events.EventJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads what signals say of contracts, and leaves the values of all others where they are: nobody needs a copy. */
final class ContractTerms implements Deserializer<JsonNode> {
    static final Set<String> BEGINNINGS = Set.of("contract.started", "contract.renewed");
    static final Set<String> ENDS = Set.of("contract.cancelled");

    static boolean areIn(String type) {
        return BEGINNINGS.contains(type) || ENDS.contains(type);
    }

    @Override
    public JsonNode deserialize(String topic, byte[] data) {
        return MissingNode.getInstance();
    }

    @Override
    public JsonNode deserialize(String topic, Headers headers, ByteBuffer data) {
        if (!areIn(ContactReader.header(headers, "ce_type").orElse(""))) {
            return MissingNode.getInstance();
        }
        byte[] bytes = new byte[data.remaining()];
        data.duplicate().get(bytes);
        return read(bytes);
    }

    /** What is no JSON holds up nothing: then no more than its time is known. */
    private static JsonNode read(byte[] bytes) {
        try {
            return EventJson.mapper().readTree(bytes);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
