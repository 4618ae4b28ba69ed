package io.vigie.ingest.access;

import static io.vigie.ingest.access.Claim.joined;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** HubSpot signs the address too, in a spelling of its own, and has an older version without a time. */
final class HubSpotClaims {
    private static final String V3 = "X-HubSpot-Signature-v3";
    private static final String V1 = "X-HubSpot-Signature";

    /** What HubSpot decodes in the address before it signs it, and nothing else. */
    private static final Map<String, String> DECODED = Map.ofEntries(
            Map.entry("%3A", ":"),
            Map.entry("%2F", "/"),
            Map.entry("%3F", "?"),
            Map.entry("%40", "@"),
            Map.entry("%21", "!"),
            Map.entry("%24", "$"),
            Map.entry("%27", "'"),
            Map.entry("%28", "("),
            Map.entry("%29", ")"),
            Map.entry("%2A", "*"),
            Map.entry("%2C", ","),
            Map.entry("%3B", ";"));

    private HubSpotClaims() {}

    static Claim of(AuthSpec auth, RawRequest request) {
        boolean onlyV1 = request.header("x-hubspot-signature-v3").isEmpty();
        return auth.acceptV1() && onlyV1 ? first(request) : third(auth, request);
    }

    private static Claim third(AuthSpec auth, RawRequest request) {
        String signature = request.needed(V3, Scheme.HUBSPOT);
        String time = request.needed("X-HubSpot-Request-Timestamp", Scheme.HUBSPOT);
        String uri = auth.url().map(URI::toString).orElse(request.uri());
        return new Claim(
                Digest.HMAC_SHA256,
                Claim.Encoding.BASE64,
                List.of(signature),
                joined(request.method() + decoded(uri), request.body(), time),
                Optional.of(Instant.ofEpochMilli(Claims.number(time, Scheme.HUBSPOT))));
    }

    private static Claim first(RawRequest request) {
        return new Claim(
                Digest.SHA256_OF_SECRET_AND_BYTES,
                Claim.Encoding.HEX,
                List.of(request.needed(V1, Scheme.HUBSPOT)),
                request.body(),
                Optional.empty());
    }

    private static String decoded(String uri) {
        String decoded = uri;
        for (Map.Entry<String, String> each : DECODED.entrySet()) {
            decoded = decoded.replace(each.getKey(), each.getValue());
        }
        return decoded;
    }
}
