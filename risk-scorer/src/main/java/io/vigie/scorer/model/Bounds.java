package io.vigie.scorer.model;

/** What a figure provably stays between, both inclusive. */
public record Bounds(double low, double high) {}
