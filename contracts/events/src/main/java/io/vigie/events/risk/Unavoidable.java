package io.vigie.events.risk;

import io.vigie.events.signal.Cause;
import java.time.Instant;

/** The flag that a customer leaves for a reason nobody can prevent; outside the level. */
public record Unavoidable(Cause reason, Instant since) {}
