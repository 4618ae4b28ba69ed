package io.vigie.retention.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A policy as people write it.
 *
 * @param table a DMN decision table
 * @param figures {@code policy.yaml}
 */
public record PolicyText(String table, String figures) {
    private static final String TABLE = "default.dmn";
    private static final String FIGURES = "policy.yaml";

    /** What ships with Vigie. */
    public static PolicyText shipped() {
        return new PolicyText(shipped(TABLE), shipped(FIGURES));
    }

    /** A company's own: {@code default.dmn} and {@code policy.yaml}, each shipped where the folder lacks it. */
    public static PolicyText in(Path folder) {
        return new PolicyText(own(folder, TABLE), own(folder, FIGURES));
    }

    private static String own(Path folder, String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Files.readString(file) : shipped(name);
        } catch (IOException e) {
            throw new UncheckedIOException("policy in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static String shipped(String name) {
        try (InputStream file = PolicyText.class.getResourceAsStream("/policy/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the shipped policy lacks " + name);
            }
            return new InputStreamReader(file, StandardCharsets.UTF_8).readAllAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
