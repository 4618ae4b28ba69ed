package io.vigie.events.risk;

import java.time.Instant;

/** Which signal it was. */
public record SignalRef(String source, String id, String type, Instant time) {}
