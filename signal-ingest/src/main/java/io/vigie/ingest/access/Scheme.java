package io.vigie.ingest.access;

import io.vigie.events.Word;

/** The ways in which senders prove that a request is theirs. */
public enum Scheme implements Word {
    ZENDESK("Signature header=\"X-Zendesk-Webhook-Signature\""),
    HUBSPOT("Signature header=\"X-HubSpot-Signature-v3\""),
    INTERCOM("Signature header=\"X-Hub-Signature\""),
    STRIPE("Signature header=\"Stripe-Signature\""),
    SEGMENT("Signature header=\"X-Signature\""),
    RECURLY("Signature header=\"recurly-signature\""),
    STANDARD_WEBHOOKS("Signature header=\"webhook-signature\""),
    BASIC("Basic realm=\"vigie\", charset=\"UTF-8\""),
    HEADER("Token realm=\"vigie\""),
    SALESFORCE_ORGANIZATION("Organization realm=\"vigie\""),
    BEARER("Bearer realm=\"vigie\"");

    private final String challenge;

    Scheme(String challenge) {
        this.challenge = challenge;
    }

    NotAdmitted unauthorized(String detail) {
        return NotAdmitted.unauthorized(challenge, detail);
    }
}
