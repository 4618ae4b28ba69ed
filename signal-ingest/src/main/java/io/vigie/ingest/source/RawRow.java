package io.vigie.ingest.source;

import io.vigie.ingest.intake.Refusal;
import java.util.Optional;

/**
 * A row as its bytes came.
 *
 * @param line the line it begins on, from 1
 * @param flaw why it could not even be cut properly, where it could not
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are passed on, never compared
record RawRow(long line, byte[] bytes, Optional<Refusal> flaw) {}
