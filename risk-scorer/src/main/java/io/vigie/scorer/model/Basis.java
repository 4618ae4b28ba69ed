package io.vigie.scorer.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.EventJson;
import io.vigie.events.signal.SignalCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.List;

/**
 * What profiles and the scorecard's figures rest on: when it differs from what a state was kept by, that state is of
 * another company's rules.
 *
 * @param digest the same in every process that was given the same
 */
public record Basis(long digest) {
    /** Raised when the same files come to fold otherwise. */
    private static final int FOLDING = 1;

    /** How a type is called and what it may carry changes no figure. */
    private static final List<String> WORDS = List.of("label", "told", "byHand", "attributes");

    private static final ObjectMapper IN_ORDER =
            EventJson.configure(new ObjectMapper()).enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    public static Basis of(SignalCatalogue catalogue, Scorecard scorecard, ZoneId zone) {
        ArrayNode all = IN_ORDER.createArrayNode();
        all.add(FOLDING).add(zone.getId()).add(tree(scorecard));
        catalogue.types().forEach(type -> all.add(weighing(tree(type))));
        return new Basis(digest(all.toString()));
    }

    /** Stands behind a name that means something else on another basis. */
    public String text() {
        return Long.toHexString(digest);
    }

    private static JsonNode tree(Object value) {
        try {
            return IN_ORDER.readTree(IN_ORDER.writeValueAsBytes(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode weighing(JsonNode type) {
        ((ObjectNode) type).remove(WORDS);
        type.path("variants").forEach(variant -> ((ObjectNode) variant).remove(WORDS));
        return type;
    }

    private static long digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
