package io.vigie.ingest.intake;

import io.vigie.events.customer.Consent;

/** A customer's word on being contacted, apart from any record of them. */
public record Consented(String customer, Consent consent) {}
