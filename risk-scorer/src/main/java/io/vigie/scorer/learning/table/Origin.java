package io.vigie.scorer.learning.table;

/**
 * What a model was learned from.
 *
 * @param rows of the file
 * @param customers learned from
 * @param baseRate the share of them that left
 * @param ending which column and value say so
 * @param sha256 of the file
 */
public record Origin(int rows, int customers, double baseRate, Ending ending, String sha256) {}
