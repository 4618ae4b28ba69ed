package io.vigie.ingest.api.answers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.JsonFaults;
import io.vigie.ingest.intake.Reason;
import java.io.IOException;

/** Reads JSON that strangers send: nothing after its end, and no deeper than anyone needs. */
public final class Json {
    private static final int DEEPEST = 64;
    private static final ObjectReader READER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .reader();

    private static final ObjectReader PART =
            READER.forType(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /** For who needs no tree of the whole: trees of the values at which its parser is made to stand. */
    public static MappingIterator<JsonNode> parts(byte[] bytes) throws IOException {
        return PART.readValues(PART.createParser(bytes));
    }

    public static Decision<JsonNode> read(byte[] bytes) {
        try {
            JsonNode read = READER.readTree(bytes);
            return read.isMissingNode()
                    ? Decision.decline(Reason.MALFORMED_JSON.because("the body is empty: send a JSON object"))
                    : Decision.accept(read);
        } catch (JsonProcessingException e) {
            return Decision.decline(Reason.MALFORMED_JSON.because("this is no JSON: " + JsonFaults.of(e)));
        } catch (IOException e) {
            return Decision.decline(Reason.MALFORMED_JSON.because("this is no JSON in UTF-8: " + e.getMessage()));
        }
    }
}
