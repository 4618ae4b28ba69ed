package io.vigie.ingest.source;

import io.vigie.ingest.intake.Refusal;

/**
 * A row that could not be taken.
 *
 * @param line where it begins in the file, from 1
 * @param raw its bytes as they came
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are passed on, never compared
public record RefusedRow(long line, Refusal why, byte[] raw) {}
