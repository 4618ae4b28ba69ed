package io.vigie.events.wire;

import java.time.Instant;

/**
 * Replayed time has come this far in one partition: whoever sees it has seen all that came before.
 *
 * @param run which replay closes with it
 * @param partition the partition it stands in, and is forwarded to
 * @param time nothing before it is still to come
 */
public record Tick(String run, int partition, Instant time) {}
