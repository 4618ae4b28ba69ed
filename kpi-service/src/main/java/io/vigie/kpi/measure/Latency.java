package io.vigie.kpi.measure;

import java.util.Optional;

/**
 * How long it took from taking a signal in to a task for somebody, by the wall clock.
 *
 * @param count tasks that a signal led to
 * @param medianMillis the time that half of them kept within; absent when there are none
 * @param p99Millis the time that 99 of 100 kept within
 */
public record Latency(long count, Optional<Long> medianMillis, Optional<Long> p99Millis) {}
