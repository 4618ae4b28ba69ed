package io.vigie.ingest.source;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vigie.ingest.access.AuthSpec;
import io.vigie.ingest.access.RateLimit;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code source.yaml} says: everything about a company's file that is not the mapping itself.
 *
 * @param description what the file is, for whoever chooses a source
 * @param encoding an encoding that extends ASCII; UTF-8 unless said
 * @param separator one character between the fields of a CSV row; a comma unless said
 * @param columns the columns that the file must have and the mapping sees; all that it has where none are named
 * @param numbers the columns that hold numbers
 * @param replace what is mended in a column before anything reads it
 * @param require columns that must not be blank, each with the reason word for refusing a row where it is
 * @param time the column that says when it happened
 * @param zone the zone of times without one; UTC unless said
 * @param id the column that the ids of a row's signals follow from
 * @param groupBy columns whose equal values make rows one thing, gathered to the end of the file
 * @param lookups files uploaded beforehand, joined to every row under their name
 * @param constants anything else that the mapping needs, as {@code constants}
 * @param decimal the comma where {@code 1 234,56} is written for 1234.56; a full stop unless said
 * @param auth how its requests prove where they come from; by a key or a token where nothing is said
 * @param rateLimit how often its requests are served; as all others are where nothing is said
 * @param maxBodyBytes the largest body that is taken; 1 MiB, the most there is, where nothing is said
 * @param webhook what else there is to say of what it posts
 */
public record SourceSpec(
        String description,
        Format format,
        Optional<Charset> encoding,
        Optional<Character> separator,
        List<String> columns,
        List<String> numbers,
        Map<String, Replacement> replace,
        Map<String, String> require,
        Optional<TimeColumn> time,
        Optional<ZoneId> zone,
        Optional<RowId> id,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> groupBy,

        Map<String, LookupSpec> lookups,
        JsonNode constants,
        Optional<Character> decimal,
        Optional<AuthSpec> auth,
        Optional<RateLimit> rateLimit,
        Optional<Integer> maxBodyBytes,
        WebhookSpec webhook) {
    private static final int LARGEST_BODY = 1 << 20;

    public SourceSpec {
        encoding = encoding == null ? Optional.empty() : encoding;
        separator = separator == null ? Optional.empty() : separator;
        columns = columns == null ? List.of() : List.copyOf(columns);
        numbers = numbers == null ? List.of() : List.copyOf(numbers);
        replace = replace == null ? Map.of() : Map.copyOf(replace);
        require = require == null ? Map.of() : Map.copyOf(require);
        time = time == null ? Optional.empty() : time;
        zone = zone == null ? Optional.empty() : zone;
        id = id == null ? Optional.empty() : id;
        groupBy = groupBy == null ? List.of() : List.copyOf(groupBy);
        lookups = lookups == null ? Map.of() : Map.copyOf(lookups);
        decimal = decimal == null ? Optional.empty() : decimal;
        constants = constants == null ? JsonNodeFactory.instance.objectNode() : constants;
        auth = auth == null ? Optional.empty() : auth;
        rateLimit = rateLimit == null ? Optional.empty() : rateLimit;
        maxBodyBytes = maxBodyBytes == null ? Optional.empty() : maxBodyBytes;
        maxBodyBytes.ifPresent(SourceSpec::checkBodySize);
        webhook = webhook == null ? WebhookSpec.PLAIN : webhook;
        description = description == null ? "" : description;
        if (format == null) {
            throw new IllegalArgumentException("format is missing: csv, ndjson, json or xml");
        }
        decimal.filter(mark -> mark != ',' && mark != '.').ifPresent(mark -> {
            throw new IllegalArgumentException("decimal is a comma or a full stop, not " + mark);
        });
        encoding.ifPresent(SourceSpec::checkExtendsAscii);
        require.values().forEach(SourceSpec::checkWord);
    }

    /** The same CSV habits for a lookup's file. */
    static SourceSpec csv(List<String> columns) {
        return new SourceSpec(
                "",
                Format.CSV,
                Optional.empty(),
                Optional.empty(),
                columns,
                List.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                JsonNodeFactory.instance.objectNode(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                WebhookSpec.PLAIN);
    }

    public int largestBody() {
        return maxBodyBytes.orElse(LARGEST_BODY);
    }

    /** What one of its files or documents is called in HTTP (RFC 7111 for CSV). */
    public String contentType() {
        return switch (format) {
            case CSV -> "text/csv; charset=" + charset() + "; header=present";
            case NDJSON -> "application/x-ndjson; charset=" + charset();
            case JSON -> "application/json";
            case XML -> "application/xml";
        };
    }

    Charset charset() {
        return encoding.orElse(StandardCharsets.UTF_8);
    }

    ZoneId zoneId() {
        return zone.orElse(ZoneOffset.UTC);
    }

    private static void checkExtendsAscii(Charset charset) {
        if (!"\n\",".equals(new String("\n\",".getBytes(StandardCharsets.US_ASCII), charset))) {
            throw new IllegalArgumentException("encoding " + charset + " does not extend ASCII");
        }
    }

    private static void checkBodySize(int bytes) {
        if (bytes < 1 || bytes > LARGEST_BODY) {
            throw new IllegalArgumentException("maxBodyBytes is 1 to " + LARGEST_BODY);
        }
    }

    private static void checkWord(String word) {
        if (!word.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("reason \"" + word + "\" must be a word such as missing-customer");
        }
    }
}
