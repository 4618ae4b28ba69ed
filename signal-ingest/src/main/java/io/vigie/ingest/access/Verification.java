package io.vigie.ingest.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks a request by its source's scheme, over the bytes as they came, before anything parses them. */
final class Verification {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String BASIC = "Basic ";

    private Verification() {}

    /**
     * Returns when one of the secrets proves the request genuine.
     *
     * @param secrets several while they are rotated
     * @param now the wall clock
     * @throws NotAdmitted when none does
     */
    static void check(AuthSpec auth, RawRequest request, List<Secret> secrets, Instant now) {
        switch (auth.scheme()) {
            case BASIC -> basic(request, secrets);
            case HEADER -> header(auth.header().orElseThrow(), request, secrets);
            case SALESFORCE_ORGANIZATION -> organization(request, secrets);
            case BEARER -> throw new IllegalArgumentException("who bears a token is known before");
            case ZENDESK, HUBSPOT, INTERCOM, STRIPE, SEGMENT, RECURLY, STANDARD_WEBHOOKS ->
                signature(auth.scheme(), Claims.of(auth, request), secrets, now);
        }
    }

    private static void signature(Scheme scheme, Claim claim, List<Secret> secrets, Instant now) {
        Optional<Duration> off = claim.at().map(at -> Duration.between(at, now).abs());
        if (off.filter(gap -> gap.compareTo(WINDOW) > 0).isPresent()) {
            throw scheme.unauthorized("the time of the signature is more than 5 minutes off");
        }
        mustFit(scheme, secrets.stream().filter(claim::isTrueFor).count(), "the signature is not that of this body");
    }

    private static void basic(RawRequest request, List<Secret> secrets) {
        String header = request.needed("Authorization", Scheme.BASIC);
        if (!header.toLowerCase(Locale.ROOT).startsWith(BASIC.toLowerCase(Locale.ROOT))) {
            throw Scheme.BASIC.unauthorized("the header Authorization must begin with Basic");
        }
        String given = header.substring(BASIC.length()).strip();
        mustFit(
                Scheme.BASIC,
                secrets.stream().filter(secret -> secret.inBase64().is(given)).count(),
                "the name or the password is wrong");
    }

    private static void header(String name, RawRequest request, List<Secret> secrets) {
        String given = request.needed(name, Scheme.HEADER);
        mustFit(
                Scheme.HEADER,
                secrets.stream().filter(secret -> secret.is(given)).count(),
                "the value of the header " + name + " is wrong");
    }

    private static void organization(RawRequest request, List<Secret> secrets) {
        String given = SalesforceOrganization.of(request.body())
                .orElseThrow(() -> Scheme.SALESFORCE_ORGANIZATION.unauthorized(
                        "the body is no outbound message with one OrganizationId"));
        mustFit(
                Scheme.SALESFORCE_ORGANIZATION,
                secrets.stream().filter(secret -> secret.is(given)).count(),
                "the message is from another organization");
    }

    /** Every secret is tried, so that the time tells not which of them fitted. */
    private static void mustFit(Scheme scheme, long fitting, String otherwise) {
        if (fitting == 0) {
            throw scheme.unauthorized(otherwise);
        }
    }
}
