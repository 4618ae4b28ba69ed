package io.vigie.scorer.learning.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A fitted model as it is kept: all that scoring needs, and all that someone needs to judge it. The same data and seed
 * give the same bytes.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "learnedFrom", defaultImpl = TableModelFile.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = TableModelFile.class, name = "table"),
    @JsonSubTypes.Type(value = HistoryModelFile.class, name = "history"),
    @JsonSubTypes.Type(value = BroughtModelFile.class, name = "elsewhere")
})
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public sealed interface ModelFile permits TableModelFile, HistoryModelFile, BroughtModelFile {
    int VERSION = 1;

    /** Of the format. */
    int version();

    /** What it is, in a word. */
    String kind();

    /** What it was learned from, in a word. */
    String origin();

    /** Days within which it says that customers leave, where it says so itself. */
    Optional<Integer> horizon();

    default byte[] bytes() {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            String json =
                    EventJson.mapper().writerFor(ModelFile.class).with(lines).writeValueAsString(this);
            return (json + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its name among models: the digest of its bytes. */
    default String id() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes());
            return "m-" + HexFormat.of().formatHex(Arrays.copyOf(digest, 6));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a model back.
     *
     * @throws IllegalArgumentException when these bytes are no model file of this version
     */
    static ModelFile read(byte[] bytes) {
        try {
            return read(EventJson.mapper().readTree(bytes));
        } catch (JsonProcessingException e) {
            throw no(Unreadable.why(e), e);
        } catch (IOException e) {
            throw no("its bytes are no text", e);
        }
    }

    /** The same from text. */
    static ModelFile read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same from JSON. */
    private static ModelFile read(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("this is not a model file: it is no JSON object");
        }
        try {
            return EventJson.mapper().treeToValue(json, ModelFile.class);
        } catch (JsonProcessingException e) {
            throw no(Unreadable.why(e), e);
        } catch (NullPointerException e) {
            throw no("a field that it must hold is missing", e);
        }
    }

    private static IllegalArgumentException no(String why, Exception cause) {
        return new IllegalArgumentException("this is not a model file: " + why, cause);
    }

    /** Refuses what another version wrote. */
    static void check(int version) {
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "model files of version " + VERSION + " are read here, not of version " + version);
        }
    }
}
