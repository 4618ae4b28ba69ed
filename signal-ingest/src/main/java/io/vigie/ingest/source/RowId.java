package io.vigie.ingest.source;

/**
 * Where a row's id comes from.
 *
 * @param column the column that holds it
 * @param withDigest add a digest of the whole row, because one id stands on rows that differ
 */
public record RowId(String column, boolean withDigest) {}
