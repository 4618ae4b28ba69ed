package io.vigie.local.simulator;

import java.time.Instant;
import java.util.Map;

/** Something that happens to a customer, before it is numbered as a signal. */
record Happening(Instant at, String type, Map<String, Object> attributes) {}
