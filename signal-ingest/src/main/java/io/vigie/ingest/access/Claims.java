package io.vigie.ingest.access;

import static io.vigie.ingest.access.Claim.Encoding.BASE64;
import static io.vigie.ingest.access.Claim.Encoding.HEX;
import static io.vigie.ingest.access.Claim.joined;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads from a request's headers what it claims, by the scheme of whoever signed it. */
final class Claims {
    private static final String V1 = "v1,";

    private Claims() {}

    /**
     * @throws NotAdmitted when the headers are missing or cannot be read
     */
    static Claim of(AuthSpec auth, RawRequest request) {
        return switch (auth.scheme()) {
            case ZENDESK -> zendesk(request);
            case HUBSPOT -> HubSpotClaims.of(auth, request);
            case INTERCOM -> intercom(request);
            case STRIPE -> stripe(request);
            case SEGMENT -> segment(request);
            case RECURLY -> recurly(request);
            case STANDARD_WEBHOOKS -> standardWebhooks(request);
            case BASIC, HEADER, SALESFORCE_ORGANIZATION, BEARER ->
                throw new IllegalArgumentException(auth.scheme() + " signs nothing");
        };
    }

    private static Claim zendesk(RawRequest request) {
        String signature = request.needed("X-Zendesk-Webhook-Signature", Scheme.ZENDESK);
        String time = request.needed("X-Zendesk-Webhook-Signature-Timestamp", Scheme.ZENDESK);
        return new Claim(
                Digest.HMAC_SHA256,
                BASE64,
                List.of(signature),
                joined(time, request.body(), ""),
                Optional.of(iso(time)));
    }

    private static Claim intercom(RawRequest request) {
        String header = request.needed("X-Hub-Signature", Scheme.INTERCOM);
        if (!header.startsWith("sha1=")) {
            throw Scheme.INTERCOM.unauthorized("the header X-Hub-Signature must begin with sha1=");
        }
        return new Claim(
                Digest.HMAC_SHA1, HEX, List.of(header.substring("sha1=".length())), request.body(), Optional.empty());
    }

    private static Claim segment(RawRequest request) {
        String signature = request.needed("X-Signature", Scheme.SEGMENT);
        return new Claim(Digest.HMAC_SHA1, HEX, List.of(signature), request.body(), Optional.empty());
    }

    private static Claim stripe(RawRequest request) {
        List<String> parts = parts(request.needed("Stripe-Signature", Scheme.STRIPE), ",");
        List<String> times = valuesOf("t=", parts);
        if (times.size() != 1) {
            throw Scheme.STRIPE.unauthorized("the header Stripe-Signature must have one t= and at least one v1=");
        }
        String time = times.getFirst();
        return new Claim(
                Digest.HMAC_SHA256,
                HEX,
                valuesOf("v1=", parts),
                joined(time + ".", request.body(), ""),
                Optional.of(Instant.ofEpochSecond(number(time, Scheme.STRIPE))));
    }

    private static Claim recurly(RawRequest request) {
        List<String> parts = parts(request.needed("recurly-signature", Scheme.RECURLY), ",");
        String time = parts.getFirst();
        return new Claim(
                Digest.HMAC_SHA256,
                HEX,
                parts.subList(1, parts.size()),
                joined(time + ".", request.body(), ""),
                Optional.of(Instant.ofEpochMilli(number(time, Scheme.RECURLY))));
    }

    private static Claim standardWebhooks(RawRequest request) {
        String id = request.needed("webhook-id", Scheme.STANDARD_WEBHOOKS);
        String time = request.needed("webhook-timestamp", Scheme.STANDARD_WEBHOOKS);
        List<String> signatures = parts(request.needed("webhook-signature", Scheme.STANDARD_WEBHOOKS), " ");
        return new Claim(
                Digest.HMAC_SHA256_BY_DECODED_KEY,
                BASE64,
                valuesOf(V1, signatures),
                joined(id + "." + time + ".", request.body(), ""),
                Optional.of(Instant.ofEpochSecond(number(time, Scheme.STANDARD_WEBHOOKS))));
    }

    /** Plain digits, and no more of them than milliseconds have for the next thousands of years. */
    static long number(String time, Scheme scheme) {
        if (time.isEmpty() || time.length() > 14 || !time.chars().allMatch(unit -> unit >= '0' && unit <= '9')) {
            throw scheme.unauthorized("the time of the signature is no number");
        }
        return Long.parseLong(time);
    }

    private static Instant iso(String time) {
        try {
            return Instant.parse(time);
        } catch (DateTimeException e) {
            throw Scheme.ZENDESK.unauthorized("the time of the signature is none like 2026-01-31T10:00:00Z");
        }
    }

    private static List<String> parts(String header, String separator) {
        return Arrays.stream(header.split(separator, -1)).map(String::strip).toList();
    }

    private static List<String> valuesOf(String prefix, List<String> parts) {
        return parts.stream()
                .filter(part -> part.startsWith(prefix))
                .map(part -> part.substring(prefix.length()))
                .toList();
    }
}
