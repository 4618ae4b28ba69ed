package io.vigie.ingest.api.signals;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A request's headers by lower-case name; those of events percent-decoded (CloudEvents HTTP binding §3.1.3.2). */
public final class CloudEventHeaders {
    private CloudEventHeaders() {}

    public static Map<String, String> of(HttpHeaders headers) {
        Map<String, String> byName = new TreeMap<>();
        headers.getRequestHeaders().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            byName.put(lower, lower.startsWith("ce-") ? decoded(values.getFirst()) : values.getFirst());
        });
        return byName;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
