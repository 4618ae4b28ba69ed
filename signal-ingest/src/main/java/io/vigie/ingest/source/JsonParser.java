package io.vigie.ingest.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.JsonFaults;
import io.vigie.ingest.intake.Reason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads rows that are a JSON object each. */
final class JsonParser implements RowParser {
    private static final int DEEPEST = 64;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final ObjectMapper STRICT = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final ObjectReader OBJECTS = STRICT.readerFor(new TypeReference<Map<String, Object>>() {});
    private static final ObjectReader DOCUMENTS = STRICT.readerFor(Object.class);

    private final Charset charset;

    JsonParser(SourceSpec spec) {
        this.charset = spec.charset();
    }

    @Override
    public Decision<Map<String, Object>> parse(RawRow row) {
        return RowParser.decode(row.bytes(), charset).then(JsonParser::object);
    }

    private static Decision<Map<String, Object>> object(String text) {
        try {
            Map<String, Object> values = OBJECTS.readValue(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
            values.values().removeIf(Objects::isNull);
            values.keySet().removeIf(RefusedFile::isAdded);
            return Decision.accept(values);
        } catch (JsonProcessingException e) {
            return Decision.decline(
                    Reason.MALFORMED_JSON.because("each line must be a JSON object: " + JsonFaults.of(e)));
        }
    }

    /** A whole document in UTF-8, whatever it is. */
    static Decision<Object> document(byte[] bytes) {
        return switch (RowParser.decode(bytes, StandardCharsets.UTF_8)) {
            case Decision.Accepted<String>(String text) -> document(text);
            case Decision.Declined<String> _ ->
                Decision.decline(Reason.MALFORMED_JSON.because("this is no JSON in UTF-8"));
        };
    }

    private static Decision<Object> document(String text) {
        try {
            Optional<Object> read = Optional.ofNullable(DOCUMENTS.readValue(text));
            return read.map(Decision::accept)
                    .orElseGet(() -> Decision.decline(
                            Reason.MALFORMED_JSON.because("the body holds nothing: send a JSON object")));
        } catch (JsonProcessingException e) {
            return Decision.decline(Reason.MALFORMED_JSON.because("this is no JSON: " + JsonFaults.of(e)));
        }
    }
}
